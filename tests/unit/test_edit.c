/* Edits of files: what they leave alone, and what a patch of them says. */
#include "base/attributes.h"
#include "base/buf.h"
#include "compile/compile.h"
#include "edit/edits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct finding_kind kind = { .name = "made-up", .adopted = SEVERITY_ERROR };

struct fixture {
	struct arena arena;
	struct report report;
	struct source *source;
	struct edits edits;
};

static void begin(struct fixture *fixture, const char *text)
{
	*fixture = (struct fixture){ 0 };
	arena_init(&fixture->arena);
	report_init(&fixture->report, &fixture->arena);
	fixture->source = arena_new(&fixture->arena, struct source);
	source_init(fixture->source, &fixture->arena, STR("a plan.yaml"), str_from(text));
}

/* A finding that replaces the first `old`, or, of "", puts `new` before everything. */
static struct finding *mend(struct fixture *fixture, const char *old, const char *new)
{
	size_t at = str_find(fixture->source->bytes, str_from(old), 0);
	struct span span = { fixture->source, (uint32_t)at, (uint32_t)(at + strlen(old)) };
	struct finding *finding = report_add(&fixture->report, &kind, span, "made up");

	finding_edit(&fixture->report, finding, span, str_from(new));
	return finding;
}

static void expect(struct fixture *fixture, const char *text, const char *patch)
{
	struct buf out = { 0 };

	report_sort(&fixture->report);
	edits_collect(&fixture->edits, &fixture->arena, &fixture->report);
	if (fixture->edits.files.len)
		edits_apply(fixture->edits.files.at[0], &out);
	else
		buf_add(&out, fixture->source->bytes);
	assert_string_equal(out.at ? out.at : "", text);
	out.len = 0;
	buf_add_c(&out, "");
	if (patch && fixture->edits.files.len)
		edits_print_patch(fixture->edits.files.at[0], &out);
	if (patch)
		assert_string_equal(out.at ? out.at : "", patch);
	buf_release(&out);
	arena_release(&fixture->arena);
}

#define NAMES                   \
	"--- a/a plan.yaml\t\n" \
	"+++ b/a plan.yaml\t\n"

static void changes_nothing_else(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, "due: Sept 2024 # soon\r\nlead: x\r\n");
	mend(&fixture, "Sept 2024", "2024-09");
	expect(&fixture, "due: 2024-09 # soon\r\nlead: x\r\n",
	       NAMES "@@ -1,2 +1,2 @@\n"
		     "-due: Sept 2024 # soon\r\n"
		     "+due: 2024-09 # soon\r\n"
		     " lead: x\r\n");
	begin(&fixture, "\xef\xbb\xbf"
			"due: x");
	mend(&fixture, "x", "2024");
	expect(&fixture,
	       "\xef\xbb\xbf"
	       "due: 2024",
	       NAMES "@@ -1 +1 @@\n"
		     "-\xef\xbb\xbf"
		     "due: x\n"
		     "\\ No newline at end of file\n"
		     "+\xef\xbb\xbf"
		     "due: 2024\n"
		     "\\ No newline at end of file\n");
}

static void tells_far_changes_apart(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n");
	mend(&fixture, "a", "A");
	mend(&fixture, "l", "L");
	expect(&fixture, "A\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nL\n",
	       NAMES "@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n"
		     "@@ -9,4 +9,4 @@\n i\n j\n k\n-l\n+L\n");
	begin(&fixture, "a\nb\nc\nd\ne\n");
	mend(&fixture, "a", "A");
	mend(&fixture, "e", "E");
	expect(&fixture, "A\nb\nc\nd\nE\n", NAMES "@@ -1,5 +1,5 @@\n-a\n+A\n b\n c\n d\n-e\n+E\n");
}

static void counts_lines_that_come_and_go(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n");
	mend(&fixture, "a\n", "A\nAA\nAAA\n");
	mend(&fixture, "j\nk\n", "");
	expect(&fixture, "A\nAA\nAAA\nb\nc\nd\ne\nf\ng\nh\ni\n",
	       NAMES "@@ -1,5 +1,7 @@\n-a\n-b\n+A\n+AA\n+AAA\n+b\n c\n d\n e\n"
		     "@@ -7,5 +9,3 @@\n g\n h\n i\n-j\n-k\n");
}

static void refuses_what_runs_into_another(void **state)
{
	struct fixture fixture;
	struct finding *two;

	(void)state;
	begin(&fixture, "one two three\n");
	mend(&fixture, "one two", "1 2");
	mend(&fixture, "two three", "2 3");
	expect(&fixture, "1 2 three\n", NULL);
	/* The same edit twice is one. */
	begin(&fixture, "one two three\n");
	mend(&fixture, "two", "2");
	mend(&fixture, "two", "2");
	expect(&fixture, "one 2 three\n", NULL);
	/* All edits of a finding or none. */
	begin(&fixture, "one two three\n");
	mend(&fixture, "two", "2");
	two = mend(&fixture, "three", "3");
	finding_edit(&fixture.report, two, (struct span){ fixture.source, 5, 6 }, STR("W"));
	expect(&fixture, "one 2 three\n", NULL);
	/* What is held back is not mended. */
	begin(&fixture, "one two three\n");
	mend(&fixture, "two", "2")->state = STATE_WAIVED;
	expect(&fixture, "one two three\n", "");
}

/* ---------------------------------------------------------------- made-up plans */

/* A slip in a plan, and what it is mended to. Quotes stay, but where the key changes too. */
struct slip {
	const char *key, *wrong;
	const char *mended_key, *right;
};

static const struct slip slips[] = {
	{ "due", "Sept 2024", "due", "2024-09" },
	{ "due", "2024-09.", "due", "2024-09" },
	{ "due", "30 September 2024", "due", "2024-09-30" },
	{ "due", "September 2024", "due", "2024-09" },
	{ "due", "On-going", "ongoing", "true" },
	{ "due", "Quarterly", "every", "quarter" },
	{ "lead", "head-of-houssing", "lead", "head-of-housing" },
	{ "lead", "Head of Housing", "lead", "head-of-housing" },
	{ "status", "in progress", "status", "in-progress" },
	{ "status", "Done", "status", "done" },
	{ "depends_on", "damp-survy", "depends_on", "damp-survey" },
	{ "supports", "warm-home", "supports", "warm-homes" },
};

/* How a line of an action can stand: %s is the key, the value, and the end of the line. */
struct dress {
	const char *line;
	bool has_quotes;
};

static const struct dress dresses[] = {
	{ "    %s: %s%s", false },
	{ "    %s: '%s'%s", true },
	{ "    %s: \"%s\"%s", true },
	{ "    # before\n    %s: %s   # a comment: with a colon%s", false },
	{ "    %s: %s%s    x-note: |\n      a\ttab, and  spaces  \n\n", false },
	{ "    x-two: {a: 1,   b: [2,3]}\n    %s: %s%s", false },
};

static struct str plan_with(struct arena *arena, const struct dress *dress, const char *key,
			    const char *value, bool is_crlf)
{
	struct buf text = { 0 }, out = { 0 };
	struct str plan;

	buf_add_c(&text,
		  "# top\ntitle: \"Plan: one\"\nstatus: draft\npriorities:\n"
		  "- {id: warm-homes, title: Warm homes}\nactions:\n"
		  "  - id: damp-survey\n    activity: Look.\n"
		  "  - id: repairs   # the other\n    activity: >-\n      Mend,\n      and go.\n");
	for (const char *at = dress->line, *const parts[] = { key, value, "\n" },
			*const *part = parts;
	     *at; at++) {
		if (at[0] == '%' && at[1] == 's')
			buf_add_c(&text, *part++), at++;
		else
			buf_add_byte(&text, *at);
	}
	buf_add_c(&text, "    outcomes:\n      -   Warmth.\n# end");
	for (size_t i = 0; i < text.len; i++) {
		if (is_crlf && text.at[i] == '\n')
			buf_add_byte(&out, '\r');
		buf_add_byte(&out, text.at[i]);
	}
	plan = arena_copy(arena, buf_str(&out));
	buf_release(&text);
	buf_release(&out);
	return plan;
}

static void expect_mended(const struct slip *slip, const struct dress *dress, bool is_crlf)
{
	struct dress bare = *dress;
	struct arena arena;
	struct memory_file files[2] = {
		{ STR("anytown/council.yaml"),
		  STR("name: Anytown\npeople:\n  head-of-housing: {name: Head of Housing, kind: role}\n") },
		{ .path = STR("anytown/homes/plan.yaml") },
	};
	struct compile_options options = { 0 };
	struct compilation result;
	struct edits edits;
	struct input *input;
	struct buf now = { 0 };
	struct str right;

	arena_init(&arena);
	if (dress->has_quotes && strcmp(slip->key, slip->mended_key) != 0)
		bare.line = "    %s: %s%s";
	files[1].bytes = plan_with(&arena, dress, slip->key, slip->wrong, is_crlf);
	right = plan_with(&arena, &bare, slip->mended_key, slip->right, is_crlf);
	input = input_open_memory(&arena, files, ARRAY_LEN(files));
	compile(&result, input, &options);
	edits_collect(&edits, &result.arena, &result.report);
	assert_int_equal(edits.files.len, 1);
	edits_apply(edits.files.at[0], &now);
	if (!str_equal(buf_str(&now), right))
		fail_msg("“%.*s” instead of “%.*s”", STR_ARG(buf_str(&now)), STR_ARG(right));
	buf_release(&now);
	compilation_release(&result);
	input_close(input);
	arena_release(&arena);
}

static void mends_slips_however_they_stand(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(slips); i++) {
		for (size_t j = 0; j < ARRAY_LEN(dresses); j++) {
			expect_mended(&slips[i], &dresses[j], false);
			expect_mended(&slips[i], &dresses[j], true);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changes_nothing_else),
		cmocka_unit_test(tells_far_changes_apart),
		cmocka_unit_test(counts_lines_that_come_and_go),
		cmocka_unit_test(refuses_what_runs_into_another),
		cmocka_unit_test(mends_slips_however_they_stand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
