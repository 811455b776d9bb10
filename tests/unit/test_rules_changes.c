/* The rules on changes: what they say of two states of a plan, and what they pass over. */
#include "base/attributes.h"
#include "base/civil.h"
#include "compile/compile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNCIL                                                    \
	"name: Anytown Council\n"                                  \
	"people:\n"                                                \
	"  head-of-housing: {name: Head of Housing, kind: role}\n" \
	"  director-of-place: {name: Director of Place, kind: role}\n"

/* Line 5 holds the id of the action, line 6 its activity, line 7 what a test adds. */
#define HEAD "title: Homes\nstatus: adopted\nversion: 1.0\nactions:\n"
#define DRAFT "title: Homes\nstatus: draft\nversion: 1.0\nactions:\n"
#define SURVEY "  - id: survey\n    activity: Ask all tenants about their repairs.\n"
#define LEAD "    lead: head-of-housing\n"
#define REASON "    revisions: [{date: 2025-01-10, reason: The contract starts later.}]\n"

/* The state of a plan, or of two. */
struct state {
	const char *plan;
	const char *other; /* another plan of the council, or NULL */
};

static struct input *open_state(struct arena *arena, const struct state *state)
{
	struct memory_file *files = arena_new_array(arena, struct memory_file, 3);

	files[0] = (struct memory_file){ STR("anytown/council.yaml"), STR(COUNCIL) };
	files[1] = (struct memory_file){ STR("anytown/homes/plan.yaml"), str_from(state->plan) };
	files[2].path = STR("anytown/other/plan.yaml");
	files[2].bytes = str_from(state->other ? state->other : "");
	return input_open_memory(arena, files, state->other ? 3 : 2);
}

/* "rule line:column" of what the rules on changes say, but not of the version. */
static struct str said(struct arena *arena, const struct compilation *result)
{
	struct str said = { 0 };

	for (size_t i = 0; i < result->report.findings.len; i++) {
		const struct finding *finding = result->report.findings.at[i];
		struct place place = source_place(finding->span.source, finding->span.begin);

		if (finding->kind->before && strcmp(finding->kind->name, "version-not-raised") != 0)
			said = arena_printf(arena, "%.*s%s%s %u:%u", STR_ARG(said),
					    said.len ? ", " : "", finding->kind->name, place.line,
					    place.column);
	}
	return said;
}

static void expect_states(const struct state *before, const struct state *after,
			  const char *expected)
{
	struct compile_options options = { .as_of = civil_to_days((struct civil){ 2025, 1, 15 }) };
	struct compilation result;
	struct arena arena;
	struct input *input;
	struct str words;

	arena_init(&arena);
	input = open_state(&arena, after);
	options.before = open_state(&arena, before);
	compile(&result, input, &options);
	words = said(&arena, &result);
	if (!str_equal(words, str_from(expected)))
		fail_msg("“%.*s” instead of “%s” on\n%s", STR_ARG(words), expected, after->plan);
	compilation_release(&result);
	input_close(options.before);
	input_close(input);
	arena_release(&arena);
}

static void expect(const char *before, const char *after, const char *expected)
{
	const struct state old = { before, NULL };
	const struct state new = { after, NULL };

	expect_states(&old, &new, expected);
}

#define DUE(day) HEAD SURVEY LEAD "    due: " day "\n"

static void slips(void **state)
{
	(void)state;
	expect(DUE("2025-06"), DUE("2025-09"), "slip-without-reason 8:10");
	expect(DUE("2025-06"), DUE("2025-09") REASON, "");
	expect(DUE("2025-06"), DUE("2025-06-30"), "");
	expect(DUE("2025-06"), DUE("2025-04"), "");
	expect(DUE("2025-06"), DUE("tbc"), "slip-without-reason 8:10");
	expect(DUE("2025-06"), DUE("2025-06/.."), "slip-without-reason 8:10");
	expect(DUE("2025-06"), HEAD SURVEY LEAD, "slip-without-reason 5:9");
	expect(DUE("tbc"), DUE("2025-09"), "");
	expect(DUE("2025-06"), DUE("soon"), "");
	/* An entry that was there before is no reason, nor is one that says nothing. */
	expect(DUE("2025-06") REASON, DUE("2025-09") REASON, "slip-without-reason 8:10");
	expect(DUE("2025-06"), DUE("2025-09") "    revisions: [{date: 2025-01-10, reason: }]\n",
	       "slip-without-reason 8:10");
	/* By 15 January 2025 this had passed. */
	expect(DUE("2024-12"), DUE("2025-09") REASON, "slip-after-due 8:10");
	expect(DUE("2024-12"), HEAD SURVEY LEAD REASON, "slip-after-due 5:9");
	expect(DUE("2025-01-15"), DUE("2025-09") REASON, "");
	expect(DUE("2025-01-14"), DUE("2025-09") REASON, "slip-after-due 8:10");
	expect(DUE("2024-06/.."), HEAD SURVEY LEAD REASON, "");
}

#define SHARE(target) "    measures:\n      - indicator: Share of tenants who answer\n" target
#define TARGET(phrase) HEAD SURVEY SHARE("        target: " phrase "\n")

static void targets(void **state)
{
	(void)state;
	expect(TARGET("at least 40%"), TARGET("at least 30%"),
	       "target-weakened-without-reason 9:17");
	expect(TARGET("at least 40%"), TARGET("at least 50%"), "");
	expect(TARGET("at least 40%"), TARGET("at most 12 days"), "");
	expect(TARGET("at least 40%"), TARGET("at least 30%") REASON, "");
	expect(TARGET("at most 12 days"), TARGET("at most 20 days"),
	       "target-weakened-without-reason 9:17");
	expect(TARGET("at least 40%"), HEAD SURVEY SHARE(""), "target-removed-without-reason 8:9");
	expect(TARGET("at least 40%"), HEAD SURVEY SHARE("") REASON, "");
	expect(TARGET("at least 40%"), HEAD SURVEY, "measure-dropped 5:9");
	expect(TARGET("at least 40%"), HEAD SURVEY REASON, "measure-dropped 5:9");
	expect(HEAD SURVEY, TARGET("at least 40%"), "");
	expect(TARGET("at least 40%") "    due: 2025-06\n",
	       TARGET("at least 30%") "    due: 2025-09\n" REASON, "weakened-and-slipped 10:10");
	expect(TARGET("at least 40%") "    due: 2025-06\n",
	       TARGET("at least 50%") "    due: 2025-09\n" REASON, "");
}

#define THEMES(target, more)                                                          \
	"title: Homes\nstatus: adopted\nthemes:\n  - id: warmth\n    title: Warmth\n" \
	"    measures: [{id: cold, indicator: Cold homes, target: " target "}]\n"     \
	"    actions:\n      - id: advice\n        activity: Run an advice line.\n" more
#define THEME_REASON "        revisions: [{date: 2025-01-10, reason: Fewer homes are left.}]\n"

/* A theme has no revisions of its own: those of its actions say why. */
static void targets_of_themes(void **state)
{
	(void)state;
	expect(THEMES("at most 20", ""), THEMES("at most 30", ""),
	       "target-weakened-without-reason 6:58");
	expect(THEMES("at most 20", ""), THEMES("at most 30", THEME_REASON), "");
	expect(THEMES("at most 20", THEME_REASON), THEMES("at most 30", THEME_REASON),
	       "target-weakened-without-reason 6:58");
	expect("title: Homes\nstatus: adopted\nmeasures: [{id: cold, indicator: Cold homes}]\n",
	       "title: Homes\nstatus: adopted\n", "measure-dropped 1:1");
}

static void leads(void **state)
{
	(void)state;
	expect(HEAD SURVEY LEAD, HEAD SURVEY, "lead-removed 5:9");
	expect(HEAD SURVEY LEAD, HEAD SURVEY "    lead: []\n", "lead-removed 7:11");
	expect(HEAD SURVEY "    lead: [head-of-housing, director-of-place]\n", HEAD SURVEY LEAD,
	       "");
	expect(HEAD SURVEY LEAD, HEAD SURVEY "    lead: director-of-place\n", "");
	expect(HEAD SURVEY, HEAD SURVEY LEAD, "");
}

#define ADVICE "  - id: advice\n    activity: Run a line for those who are cold.\n"
#define STATUS(word) "    status: " word "\n"

static void deleted(void **state)
{
	const struct state both = { HEAD SURVEY ADVICE,
				    DRAFT "  - id: fuel\n    activity: Buy fuel.\n" };
	const struct state moved = { HEAD SURVEY,
				     DRAFT ADVICE "  - id: fuel\n    activity: Buy fuel.\n" };

	(void)state;
	expect(HEAD SURVEY ADVICE, HEAD SURVEY, "action-deleted 1:1");
	expect(HEAD SURVEY ADVICE, "title: Homes\nstatus: adopted\nactions: []\n",
	       "action-deleted 1:1, action-deleted 1:1");
	expect(HEAD SURVEY ADVICE STATUS("done"), HEAD SURVEY, "");
	expect(HEAD SURVEY ADVICE STATUS("cancelled"), HEAD SURVEY, "");
	expect(HEAD SURVEY ADVICE STATUS("paused"), HEAD SURVEY, "action-deleted 1:1");
	expect(HEAD SURVEY ADVICE, HEAD SURVEY "    replaces: [advice]\n", "");
	expect(HEAD SURVEY ADVICE,
	       HEAD SURVEY
	       "  - id: warm-line\n    activity: Write to all doctors.\n    replaces: [advice]\n",
	       "");
	/* The same under another id. */
	expect(HEAD SURVEY,
	       HEAD "  - id: poll\n    activity: Ask all tenants about their repairs.\n", "");
	expect_states(&both, &moved, "");
}

static void statuses(void **state)
{
	(void)state;
	expect(HEAD SURVEY, HEAD SURVEY STATUS("done"), "done-without-evidence 7:13");
	expect(HEAD SURVEY,
	       HEAD SURVEY STATUS("done") "    updates: [{date: 2025-01-10, text: Done.}]\n", "");
	expect(HEAD SURVEY,
	       HEAD SURVEY STATUS(
		       "done") "    measures: [{indicator: Answers, target: at least 3, actuals: [{at: 2025-01, value: 4}]}]\n",
	       "");
	expect(HEAD SURVEY,
	       HEAD SURVEY STATUS(
		       "done") "    measures: [{text: It is there., evidence: The report}]\n",
	       "");
	expect(HEAD SURVEY STATUS("done"), HEAD SURVEY STATUS("done"), "");
	expect(HEAD SURVEY, HEAD SURVEY ADVICE STATUS("done"), "");
	expect(HEAD SURVEY STATUS("done"), HEAD SURVEY STATUS("paused"),
	       "reopened-without-reason 7:13");
	expect(HEAD SURVEY STATUS("done"), HEAD SURVEY STATUS("paused") REASON, "");
	expect(HEAD SURVEY STATUS("paused"), HEAD SURVEY STATUS("in-progress"), "");
}

#define UPDATES(more) \
	HEAD SURVEY "    updates:\n      - {date: 2024-10-01, text: Letters went out.}\n" more
#define UPDATE "      - {date: 2024-11-01, text: Half of them answered.}\n"
#define ACTUALS(more) \
	HEAD SURVEY SHARE("        actuals:\n          - {at: 2024-06, value: 20%}\n" more)

static void entries(void **state)
{
	(void)state;
	expect(UPDATES(""), UPDATES(UPDATE), "");
	expect(UPDATES(UPDATE), UPDATES(""), "revision-rewritten 5:9");
	expect(UPDATES(UPDATE),
	       UPDATES("      - {date: 2024-12-01, text: Half of them answered.}\n"),
	       "revision-rewritten 9:16");
	expect(UPDATES(UPDATE),
	       UPDATES("      - {date: 2024-12-01, text: Some of them answered.}\n"),
	       "revision-rewritten 9:16");
	expect(UPDATES(UPDATE),
	       UPDATES("      - {date: 2024-11-01, text: half of them answered}\n"), "");
	expect(ACTUALS(""), ACTUALS("          - {at: 2024-12, value: 30%}\n"), "");
	expect(ACTUALS("          - {at: 2024-12, value: 30%}\n"), ACTUALS(""),
	       "revision-rewritten 5:9");
	expect(ACTUALS("          - {at: 2024-12, value: 30%}\n"),
	       ACTUALS("          - {at: 2024-12, value: 35%}\n"), "revision-rewritten 11:13");
	expect(HEAD SURVEY REASON, HEAD SURVEY, "revision-rewritten 5:9");
	expect(HEAD SURVEY REASON,
	       HEAD SURVEY
	       "    revisions: [{date: 2025-01-10, reason: The contract starts sooner.}]\n",
	       "revision-rewritten 7:44");
	expect(HEAD SURVEY REASON,
	       HEAD SURVEY
	       "    revisions: [{date: 2025-01-10, reason: The contract starts later.}, {date: 2025-01-12, reason: Rain.}]\n",
	       "");
}

/* A new plan, and one that is adopted in this very change, break none; on a draft they are notes. */
static void life_of_a_plan(void **state)
{
	const struct state none = { HEAD SURVEY, NULL };
	const struct state new = { HEAD SURVEY, HEAD ADVICE STATUS("done") };

	(void)state;
	expect_states(&none, &new, "");
	expect(DRAFT SURVEY "    due: 2025-06\n", HEAD SURVEY "    due: 2025-09\n", "");
	expect(DRAFT SURVEY "    due: 2025-06\n", DRAFT SURVEY "    due: 2025-09\n",
	       "slip-without-reason 7:10");
	/* Of what could not be read before nobody knows what changed. */
	expect("title: [\n", HEAD SURVEY "    due: 2025-09\n", "");
	expect(DUE("2025-06"), "title: [\n", "");
}

#define WELSH(en, cy)                                                                      \
	"title: {en: Homes, cy: Cartrefi}\nstatus: draft\nlanguages: [en, cy]\nactions:\n" \
	"  - id: survey\n    activity: {en: " en ", cy: " cy "}\n"

static void translations(void **state)
{
	(void)state;
	expect(WELSH("Ask tenants.", "Gofyn."), WELSH("Ask all tenants twice.", "Gofyn."),
	       "translation-stale 6:48");
	expect(WELSH("Ask tenants.", "Gofyn."), WELSH("Ask tenants.", "Gofyn i bawb."),
	       "translation-stale 6:20");
	expect(WELSH("Ask tenants.", "Gofyn."), WELSH("Ask all tenants twice.", "Gofyn i bawb."),
	       "");
	expect(WELSH("Ask tenants.", "Gofyn."), WELSH("ask tenants", "Gofyn."), "");
	expect(WELSH("Ask tenants.", ""), WELSH("Ask tenants.", "Gofyn."), "");
	expect(WELSH("Ask tenants.", ""), WELSH("Ask all tenants twice.", ""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips),
		cmocka_unit_test(targets),
		cmocka_unit_test(targets_of_themes),
		cmocka_unit_test(leads),
		cmocka_unit_test(deleted),
		cmocka_unit_test(statuses),
		cmocka_unit_test(entries),
		cmocka_unit_test(life_of_a_plan),
		cmocka_unit_test(translations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
