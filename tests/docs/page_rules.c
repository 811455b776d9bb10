#include "pages.h"

#include "compile/compile.h"
#include "markdown/escape.h"

/* Words as Markdown that means just these; what stands between backticks stays code. */
static void add_words(struct buf *page, struct str words)
{
	bool is_code = false;

	for (size_t at = 0; at <= words.len;) {
		size_t end = str_find_byte(words, '`', at);
		struct str part = str_slice(words, at, end);

		if (is_code)
			buf_printf(page, "`%.*s`", STR_ARG(part));
		else
			escape_words(part, at == 0, page);
		is_code = !is_code;
		at = end + 1;
	}
}

static void add_summary(struct buf *page, const struct finding_kind *kind)
{
	struct buf sentence = { 0 };

	add_sentence(&sentence, kind->summary);
	add_words(page, buf_str(&sentence));
	buf_release(&sentence);
}

static void add_example(struct buf *page, const char *words, const char *example)
{
	if (example)
		buf_printf(page, "\n%s\n\n```yaml\n%s```\n", words, example);
}

static void add_rule(struct buf *page, const struct finding_kind *kind)
{
	buf_printf(page, "\n## %s\n\n", kind->name);
	add_summary(page, kind);
	buf_printf(page, "\n\nOn a draft: %s. On an adopted plan: %s.%s\n\n",
		   severity_name(kind->draft).at, severity_name(kind->adopted).at,
		   kind->before ? " Told by `planc check --since`." : "");
	add_words(page, str_from(kind->advice));
	buf_add_byte(page, '\n');
	add_example(page, "Before the change:", kind->before);
	add_example(page, "Not like this:", kind->bad);
	add_example(page, "But like this:", kind->good);
}

void page_rules(struct buf *page)
{
	buf_add_c(
		page,
		"<!-- Written by tests/docs/manual.c: do not change it here. -->\n\n"
		"# Rules\n\n"
		"All that planc looks for. `planc explain` and the name of a rule says the same. How\n"
		"serious a rule is depends on the status of the plan; `planc.yaml` can change it.\n"
		"Those that speak of what changed ask for `planc check --since`.\n\n"
		"| rule | draft | adopted | it speaks when |\n"
		"| --- | --- | --- | --- |\n");
	for (size_t i = 0; catalogue[i]; i++) {
		const struct finding_kind *kind = catalogue[i];

		buf_printf(page, "| [%s](#%s) | %s | %s | ", kind->name, kind->name,
			   severity_name(kind->draft).at, severity_name(kind->adopted).at);
		add_summary(page, kind);
		buf_add_c(page, " |\n");
	}
	for (size_t i = 0; catalogue[i]; i++)
		add_rule(page, catalogue[i]);
}
