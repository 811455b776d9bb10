/*
 * Small plans under the rules that a test program is about, and what is said of
 * them: "rule line:column" of each finding, in the order of the file.
 *
 * A program names its rules in TESTED before it includes this, so that a rule
 * to come changes no test but its own.
 */
#ifndef UNIT_RULE_CASES_H
#define UNIT_RULE_CASES_H

#include "base/attributes.h"
#include "model/build.h"
#include "rules/rule.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNCIL                                                                                 \
	"name: Council\n"                                                                       \
	"people:\n"                                                                             \
	"  head-of-housing: {name: Head of Housing, kind: role, short: HoH}\n"                  \
	"  all-managers: {name: All managers, kind: group}\n"                                   \
	"  service-managers: {name: Service managers, kind: group}\n"                           \
	"  senior-leadership-board: {name: Senior Leadership Board, kind: board, short: SLB}\n" \
	"  vacant-post: {name: Vacant, kind: role}\n"                                           \
	"  od-resource: {name: OD resource required, kind: role}\n"                             \
	"  vacant-homes: {name: Vacant Homes Officer, kind: role}\n"

/* Line 4 holds the id of the action, line 5 its activity. */
#define HEAD "title: Plan\nstatus: draft\nactions:\n"
#define ACTION "  - id: survey\n    activity: Ask all staff.\n"
#define LEAD "    lead: head-of-housing\n"
#define DUE "    due: 2024-09\n"
#define MEASURE "    measures: [Staff answer.]\n"
/* Lines 4 to 8: nothing is wrong with it. */
#define WHOLE HEAD ACTION LEAD DUE MEASURE

/* 14 November 2023, as in the golden cases. */
#define AS_OF 19675

struct fixture {
	struct arena arena;
	struct report report;
	struct rule_run run;
	struct plan_index index;
	struct plan *plan;
	struct str said; /* "rule line:column", joined by commas, in the order of the file */
};

static inline struct source *new_source(struct arena *arena, const char *path, const char *text)
{
	struct source *source = arena_new(arena, struct source);

	source_init(source, arena, str_from(path), str_from(text));
	return source;
}

static inline const struct node *read_text(struct fixture *fixture, const char *path,
					   const char *text)
{
	const struct node *root = yaml_read(new_source(&fixture->arena, path, text),
					    &fixture->arena, NULL);

	if (!root)
		fail_msg("%s cannot be read", path);
	return root;
}

static inline void begin(struct fixture *fixture, const char *plan, const char *council)
{
	const struct node *root;

	*fixture = (struct fixture){ 0 };
	arena_init(&fixture->arena);
	report_init(&fixture->report, &fixture->arena);
	root = read_text(fixture, "plan/plan.yaml", plan);
	fixture->plan = plan_build(&fixture->arena, root, STR("council/plan"), NULL);
	fixture->plan->source = root->source;
	fixture->run.report = &fixture->report;
	fixture->run.arena = &fixture->arena;
	fixture->run.as_of = AS_OF;
	fixture->run.plan = fixture->plan;
	fixture->run.council = council_build(
		&fixture->arena, council ? read_text(fixture, "council.yaml", council) : NULL,
		STR("council"));
	fixture->run.index = &fixture->index;
	map_add(&fixture->index.plans, &fixture->arena, fixture->plan->thing.id, fixture->plan);
	plan_resolve(fixture->plan, fixture->run.council, &fixture->index);
}

static inline void add_said(struct fixture *fixture, const struct finding *finding)
{
	struct place place = source_place(finding->span.source, finding->span.begin);

	fixture->said = arena_printf(&fixture->arena, "%.*s%s%s %u:%u", STR_ARG(fixture->said),
				     fixture->said.len ? ", " : "", finding->kind->name, place.line,
				     place.column);
}

static const char *const tested_rules[] = { TESTED };

static inline bool is_tested(const struct rule *rule)
{
	for (size_t i = 0; i < ARRAY_LEN(tested_rules); i++) {
		if (strcmp(rule->kind.name, tested_rules[i]) == 0)
			return true;
	}
	return false;
}

/* Runs the rules of TESTED. */
static inline void check(struct fixture *fixture)
{
	bool enabled[256];

	for (size_t i = 0; rules[i]; i++)
		enabled[i] = is_tested(rules[i]);
	rules_check_council(&fixture->run, enabled);
	rules_check_plan(&fixture->run, enabled);
	report_sort(&fixture->report);
	for (size_t i = 0; i < fixture->report.findings.len; i++)
		add_said(fixture, fixture->report.findings.at[i]);
}

static inline void end(struct fixture *fixture)
{
	arena_release(&fixture->arena);
}

static inline void expect_with(const char *plan, const char *council, const char *expected)
{
	struct fixture fixture;

	begin(&fixture, plan, council);
	check(&fixture);
	if (!str_equal(fixture.said, str_from(expected)))
		fail_msg("“%.*s” instead of “%s” on\n%s", STR_ARG(fixture.said), expected, plan);
	end(&fixture);
}

static inline void expect(const char *plan, const char *expected)
{
	expect_with(plan, COUNCIL, expected);
}

/* The words of the one finding that a plan gives. */
static inline void expect_words(const char *plan, const char *message, const char *hint)
{
	struct fixture fixture;
	const struct finding *finding;

	begin(&fixture, plan, COUNCIL);
	check(&fixture);
	if (fixture.report.findings.len != 1)
		fail_msg("“%.*s” on\n%s", STR_ARG(fixture.said), plan);
	finding = fixture.report.findings.at[0];
	if (!str_equal(finding->message, str_from(message)))
		fail_msg("“%.*s” instead of “%s”", STR_ARG(finding->message), message);
	if (hint && !str_equal(finding->hint, str_from(hint)))
		fail_msg("“%.*s” instead of “%s”", STR_ARG(finding->hint), hint);
	end(&fixture);
}

#endif
