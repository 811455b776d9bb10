#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/command.h"

#include <stdio.h>

struct explain_options {
	struct common_options common;
};

static void add_indented(struct buf *out, const char *example)
{
	struct str text = str_from(example);
	size_t at = 0;

	while (at < text.len) {
		size_t end = str_find_byte(text, '\n', at);

		buf_add_c(out, end > at ? "    " : "");
		buf_add(out, str_slice(text, at, end));
		buf_add_byte(out, '\n');
		at = end + 1;
	}
}

static void add_example(struct buf *out, const char *words, const char *example)
{
	if (!example)
		return;
	buf_printf(out, "\n%s\n\n", words);
	add_indented(out, example);
}

#define LINE_COLUMNS 80

/* A paragraph, its words laid out in lines. */
static void add_wrapped(struct buf *out, const char *paragraph)
{
	struct str text = str_from(paragraph);
	size_t column = 0;
	size_t end;

	for (size_t at = 0; at < text.len; at = end + 1) {
		struct str word;
		size_t width;

		end = str_find_byte(text, ' ', at);
		word = str_slice(text, at, end);
		width = utf8_count(word);
		if (column && column + 1 + width > LINE_COLUMNS) {
			buf_add_byte(out, '\n');
			column = 0;
		}
		if (column)
			buf_add_byte(out, ' ');
		buf_add(out, word);
		column += width + (column > 0);
	}
	buf_add_byte(out, '\n');
}

static void add_kind(struct buf *out, const struct finding_kind *kind)
{
	struct str draft = severity_name(kind->draft);
	struct str adopted = severity_name(kind->adopted);

	buf_printf(out, "%s: %s\n", kind->name, kind->summary);
	buf_printf(out, "On a draft: %.*s. On an adopted plan: %.*s.%s\n\n", STR_ARG(draft),
		   STR_ARG(adopted), kind->before ? " Told by planc check --since." : "");
	add_wrapped(out, kind->advice);
	add_example(out, "Before the change:", kind->before);
	add_example(out, "Not like this:", kind->bad);
	add_example(out, "But like this:", kind->good);
}

/* What its group has in common: "lead" of "lead-missing". The rules on changes are one. */
static struct str group_of(const struct finding_kind *kind)
{
	struct str name = str_from(kind->before ? "changes" : kind->name);

	return str_slice(name, 0, str_find_byte(name, '-', 0));
}

/* A line a kind, with an empty one between groups. */
static void add_list(struct buf *out)
{
	for (size_t i = 0; catalogue[i]; i++) {
		if (i && !str_equal(group_of(catalogue[i - 1]), group_of(catalogue[i])))
			buf_add_byte(out, '\n');
		buf_printf(out, "%-30s %s\n", catalogue[i]->name, catalogue[i]->summary);
	}
}

static bool add_named(struct buf *out, const char *name)
{
	const char *nearest;
	const struct finding_kind *kind = catalogue_find(str_from(name), &nearest);

	if (kind) {
		if (out->len)
			buf_add_byte(out, '\n');
		add_kind(out, kind);
		return true;
	}
	fprintf(stderr, "planc: there is no rule “%s”%s%s; planc explain lists them all\n", name,
		nearest ? "; did you mean " : "", nearest ? nearest : "");
	return false;
}

static enum exit_code run(const struct command *command, int argc, const char **argv)
{
	struct explain_options options = { 0 };
	struct buf out = { 0 };
	enum exit_code code;

	if (!command_begin(command, argc, argv, &options.common, &code))
		return code;
	code = EXIT_CLEAN;
	if (!options.common.path_count)
		add_list(&out);
	for (size_t i = 0; i < options.common.path_count; i++) {
		if (!add_named(&out, options.common.paths[i]))
			code = EXIT_USAGE;
	}
	if (!command_print(buf_str(&out)))
		code = EXIT_TROUBLE;
	buf_release(&out);
	return code;
}

const struct command command_explain = {
	.name = "explain",
	.usage = "[RULE…]",
	.summary = "what a rule means, with examples",
	.about = "Says what each RULE looks for, why it matters and what to write instead. "
		 "Without a RULE: lists them all.",
	.run = run,
};
