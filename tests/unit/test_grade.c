/* How well measures are stated: by their parts, or by the plain signs of a sentence. */
#include "base/attributes.h"
#include "model/build.h"
#include "model/measure_signs.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ACTION                 \
	"title: Plan\n"        \
	"status: draft\n"      \
	"actions:\n"           \
	"  - id: survey\n"     \
	"    activity: Ask.\n" \
	"    due: 2024-09\n"   \
	"    measures:\n"

struct built {
	struct arena arena;
	struct source source;
	const struct plan *plan;
};

static void build(struct built *built, struct str text)
{
	const struct node *root;

	arena_init(&built->arena);
	source_init(&built->source, &built->arena, STR("plan.yaml"), text);
	root = yaml_read(&built->source, &built->arena, NULL);
	if (!root)
		fail_msg("cannot be read: %.*s", STR_ARG(text));
	built->plan = plan_build(&built->arena, root, STR("council/plan"), NULL);
}

/* One measure, as it stands behind its hyphen. */
static void assert_grade(const char *measure, enum grade expected)
{
	struct built built;
	struct arena arena;
	const struct measure *first;

	arena_init(&arena);
	build(&built, arena_printf(&arena, "%s      - %s\n", ACTION, measure));
	first = built.plan->all_actions.at[0]->measures.at;
	if (first->grade != expected)
		fail_msg("“%s” is graded %.*s", measure, STR_ARG(grade_name(first->grade)));
	assert_int_equal(built.plan->grades[expected], 1);
	arena_release(&built.arena);
	arena_release(&arena);
}

static const char *const prose[] = {
	"Staff are valued.",
	"Achieve the excellence standard within 3 years.",
	"Employed 6 months after the course.",
	"Repairs are done within 20 days.",
	"Asked over the next 12 months.",
	"A course of 5 working days.",
	"Staff may answer in May 2024.",
	"By 31 March 2025 and in 2023-24.",
	"The vision for 2030 is known.",
	"Higher education links are made.",
	"A rate of exchange, a number of staff.",
	"The % is known.",
	"One or more teams answer.",
	"Buildings are accessible to all.",
	"All in all it goes well.",
	"No longer a worry.",
	"Level 3 courses for year 7 pupils in band 5 homes.",
	"Section 106 homes and a Windows 11 laptop.",
	"The 6 authorities work together.",
	"A 24/7 service, 1:1 talks and 360-degree feedback.",
	"Known how it can improve services.",
	"Led by a more experienced mentor.",
	"The strategy is reviewed at least once a year.",
	"The Better Care Fund is spent.",
	"ISO 27001 is kept.",
	"Ward 12 and Schedule 7 are done.",
	"Two stage process agreed.",
	"Seven days' notice is given.",
	"Three weeks after the meeting.",
	"One stop shop opens.",
	"Zero tolerance of abuse.",
	"The 25m pool and the 10k run are back.",
	"Double glazing in flats.",
	"Improvement plan agreed, waste reduction strategy published.",
	"Lower tier councils take part.",
};
static const char *const direction[] = {
	"Increase in the number of staff who answer.",
	"Complaints are reduced.",
	"Staff feel more confident.",
	"More tenants answer.",
	"Fewer complaints.",
	"Tenants wait less.",
	"Improve attendance.",
	"Satisfaction improves over the next 3 years.",
	"Lower turnover.",
	"The number of complaints is reduced.",
};
static const char *const indicator[] = {
	"The number of calls.",       "Number of calls within 3 years.",
	"The total number of calls.", "Staff report on the percentage of calls.",
	"\"% of staff who answer\"",  "Number of homes improved.",
};
static const char *const target[] = {
	"95% of reviews are done by December.",
	"95 per cent of reviews.",
	"\"A 10%increase in referrals.\"",
	"All staff have a review.",
	"Every team has a plan.",
	"No complaint is older than a month.",
	"50 new homes are built.",
	"At most 12 days to let a home.",
	"At least one option is there.",
	"5 or more homes.",
	"£1.2 million is saved.",
	"The number of mentors rises to 50.",
	"Turnover is at or below that of the nation.",
	"The rate of moves is higher than the rate of turnover.",
	"\"**All** staff have a review.\"",
	"Staff answer. All managers do.",
	"42km of roads are mended.",
	"600ha restored.",
	"200k potholes a year.",
	"150+ members.",
	"Staff give it 4/5 or more.",
	"An average score of 7.5.",
	"Three stations are open.",
	"Half of all bookings are made on the web.",
	"Six new fire engines are there.",
	"Nine repairs in ten are done.",
	"Zero families wait for a bed.",
	"Halve the number of complaints.",
	"Complaints are halved.",
};

static void sentences(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(prose); i++)
		assert_grade(prose[i], GRADE_PROSE);
	for (size_t i = 0; i < ARRAY_LEN(direction); i++)
		assert_grade(direction[i], GRADE_DIRECTION);
	for (size_t i = 0; i < ARRAY_LEN(indicator); i++)
		assert_grade(indicator[i], GRADE_INDICATOR);
	for (size_t i = 0; i < ARRAY_LEN(target); i++)
		assert_grade(target[i], GRADE_TARGET);
}

static void parts(void **state)
{
	(void)state;
	assert_grade("{id: a}", GRADE_NONE);
	assert_grade("{by: 2025}", GRADE_NONE);
	assert_grade("{text: 95% of staff answer.}", GRADE_TARGET);
	assert_grade("{text: 95% of staff answer., source: Survey}", GRADE_TARGET);
	/* The parts are graded, whatever the sentence says. */
	assert_grade("{text: 95% of staff answer., indicator: Answers}", GRADE_INDICATOR);
	assert_grade("{text: It works., target: at least 95%}", GRADE_TARGET);
	assert_grade("{text: It works., direction: up}", GRADE_DIRECTION);
	assert_grade("{indicator: Answers, direction: up}", GRADE_INDICATOR);
	assert_grade("{indicator: Answers, target: 95%}", GRADE_INDICATOR);
	assert_grade("{indicator: Answers, target: all}", GRADE_TARGET);
	assert_grade("{indicator: A policy, kind: yes-no}", GRADE_YES_NO);
	assert_grade("{indicator: A policy, target: done}", GRADE_YES_NO);
	assert_grade("{text: It works., kind: qualitative, evidence: A report}", GRADE_YES_NO);
	assert_grade("{text: It works., evidence: A report}", GRADE_YES_NO);
	assert_grade("{indicator: Calls, evidence: A report}", GRADE_INDICATOR);
	assert_grade("{text: It works., kind: qualitative}", GRADE_PROSE);
	assert_grade("{indicator: It works, kind: qualitative}", GRADE_PROSE);
}

#define WHOLE "indicator: Answers, baseline: 41%, target: at least 50%, source: Survey"

static void complete(void **state)
{
	(void)state;
	/* The date is the action's where the measure has none. */
	assert_grade("{" WHOLE "}", GRADE_COMPLETE);
	assert_grade("{" WHOLE ", by: 2024-08}", GRADE_COMPLETE);
	assert_grade("{text: Staff answer., baseline: 41%, target: at least 50%, source: Survey}",
		     GRADE_TARGET);
	assert_grade("{indicator: A, target: at least 50%, source: Survey}", GRADE_TARGET);
	assert_grade("{indicator: A, baseline: unknown, target: at least 50%, source: S}",
		     GRADE_TARGET);
	assert_grade("{indicator: A, baseline: 41%, target: at least 50%}", GRADE_TARGET);
	assert_grade("{indicator: A, baseline: 41, target: at least 50, source: S}", GRADE_TARGET);
	assert_grade("{indicator: A, baseline: 41, target: at least 50, unit: staff, source: S}",
		     GRADE_COMPLETE);
	assert_grade("{indicator: A, baseline: {value: 41, at: 2023}, target: all, source: S}",
		     GRADE_COMPLETE);
}

/* Of the plan, of themes and of actions; an empty item is none. */
static void counts(void **state)
{
	struct built built;

	(void)state;
	build(&built, STR("title: Plan\n"
			  "status: draft\n"
			  "languages: [cy, en]\n"
			  "measures: [The number of calls., null]\n"
			  "themes:\n"
			  "  - id: t\n"
			  "    title: T\n"
			  "    measures: [{" WHOLE "}]\n"
			  "    actions:\n"
			  "      - id: a\n"
			  "        activity: A\n"
			  "        measures:\n"
			  "          - {text: {cy: Pob un, en: All staff answer.}}\n"
			  "          - It works.\n"));
	assert_int_equal(built.plan->grades[GRADE_NONE], 0);
	assert_int_equal(built.plan->grades[GRADE_PROSE], 1);
	assert_int_equal(built.plan->grades[GRADE_INDICATOR], 1);
	/* A theme has no date of its own. */
	assert_int_equal(built.plan->grades[GRADE_TARGET], 2);
	assert_int_equal(built.plan->grades[GRADE_COMPLETE], 0);
	arena_release(&built.arena);
}

static void assert_lacks_baseline(const char *text, bool expected)
{
	if (measure_signs_read(str_from(text)).lacks_baseline != expected)
		fail_msg("“%s”", text);
}

static void changes(void **state)
{
	(void)state;
	assert_lacks_baseline("10% increase in access to training", true);
	assert_lacks_baseline("A 10%increase in referrals", true);
	assert_lacks_baseline("Reduce absence by 2 percentage points by 2025", true);
	assert_lacks_baseline("Increase membership by 50", true);
	assert_lacks_baseline("95% of staff answer", false);
	assert_lacks_baseline("Reduce absence by 10%, from 20 days", false);
	assert_lacks_baseline("10% increase, from 200 to 220 homes", false);
	assert_lacks_baseline("10% increase on 2022/23", false);
	assert_lacks_baseline("10% increase compared with the year before", false);
	assert_lacks_baseline("Increase attendance to 95%", false);
	assert_lacks_baseline("Halve the number of complaints", true);
	assert_lacks_baseline("Reduce false alarms by 3% of the 2021/22 levels", false);
	assert_lacks_baseline("30% fewer empty homes than in March 2023", false);
	assert_lacks_baseline("10% fewer complaints by 2025", true);
	assert_lacks_baseline("", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences), cmocka_unit_test(parts),   cmocka_unit_test(complete),
		cmocka_unit_test(counts),    cmocka_unit_test(changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
