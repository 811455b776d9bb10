/* Rules on people: who leads, owns and is named; on what a plan as a whole must say; on resources. */
#define TESTED                                                                               \
	"lead-missing", "lead-placeholder", "lead-collective", "lead-not-accountable",       \
		"lead-board-only", "lead-overload", "lead-lookalike", "plan-no-period",      \
		"plan-no-owner", "plan-no-review", "resource-unquantified", "person-unused", \
		"reference-unknown", "text-placeholder"
#include "compile/compile.h"
#include "rule_cases.h"

#define WHO                                                          \
	"name: Council\npeople:\n"                                   \
	"  head-of-housing: {name: Head of Housing, kind: role}\n"   \
	"  rosa: {name: Rosa Field, kind: person}\n"                 \
	"  hr: {name: HR, kind: team}\n"                             \
	"  slb: {name: Leadership Board, kind: board, short: SLB}\n" \
	"  cabinet: {name: Cabinet, kind: board}\n"                  \
	"  all-staff: {name: All staff, kind: group}\n"              \
	"  managers: {name: Managers, kind: group}\n"                \
	"  none-yet: {name: Vacant, kind: role}\n"                   \
	"  a-board-to-come: {name: TBC, kind: board}\n"

/* Line 5 holds the title; the action begins in line 7, and `lead` stands in line 10. */
#define SAYS_ALL "period: 2024-25\nowner: hr\nreview: 2025-01\nstatus: draft\n"
#define PLAN SAYS_ALL "title: Plan\nactions:\n"
#define ONE PLAN "  - id: survey\n    activity: Ask.\n    due: 2024-09\n"

static void knows_several_leads(void **state)
{
	(void)state;
	expect_with(ONE "    lead: [hr, rosa]\n", WHO, "lead-not-accountable 10:11");
	expect_with(ONE "    lead: [hr, rosa]\n    accountable: rosa\n", WHO, "");
	expect_with(ONE "    lead: [hr, hr]\n", WHO, "");
	expect_with(ONE "    lead: [hr]\n", WHO, "");
	expect_with(ONE "    lead: [hr, all-staff]\n", WHO, "lead-not-accountable 10:11");
	expect_with(ONE "    lead: [slb, cabinet]\n", WHO, "lead-not-accountable 10:11");
	/* One fault is told once. */
	expect_with(ONE "    lead: [managers, all-staff]\n", WHO, "lead-collective 10:11");
	expect_with(ONE "    lead: [hr, TBC]\n", WHO, "lead-placeholder 10:16");
	expect_with(ONE "    lead: [hr, none-yet]\n", WHO, "lead-placeholder 10:16");
	expect_with(ONE "    lead: [hr, rosa, TBC]\n", WHO,
		    "lead-not-accountable 10:11, lead-placeholder 10:22");
	expect_with(ONE "    lead: [hr, rosa]\n    accountable: TBC\n", WHO,
		    "reference-unknown 11:18");
}

static void knows_boards_alone(void **state)
{
	(void)state;
	expect_with(ONE "    lead: slb\n", WHO, "lead-board-only 10:11");
	expect_with(ONE "    lead: [slb]\n", WHO, "lead-board-only 10:11");
	expect_with(ONE "    lead: slb\n    support: [hr]\n", WHO, "lead-board-only 10:11");
	expect_with(ONE "    lead: slb\n    accountable: cabinet\n", WHO, "lead-board-only 10:11");
	expect_with(ONE "    lead: [slb, cabinet]\n    accountable: slb\n", WHO,
		    "lead-board-only 10:11");
	expect_with(ONE "    lead: slb\n    accountable: rosa\n", WHO, "");
	expect_with(ONE "    lead: [slb, hr]\n    accountable: slb\n", WHO, "");
	expect_with(ONE "    lead: a-board-to-come\n", WHO, "lead-placeholder 10:11");
	expect_with(ONE "    lead: [slb, nobody-here]\n    accountable: slb\n", WHO,
		    "reference-unknown 10:17");
	expect_with(ONE "    lead: slb\n    accountable: nobody-here\n", WHO,
		    "reference-unknown 11:18");
}

/* Ten actions, of which the last `count` have this lead and the others are led by a team. */
static struct str ten(struct arena *arena, const char *lead, unsigned count)
{
	struct str plan = STR(PLAN);

	for (unsigned i = 1; i <= 10; i++)
		plan = arena_printf(arena, "%.*s  - {id: a-%u, activity: Ask., lead: %s}\n",
				    STR_ARG(plan), i, i + count > 10 ? lead : "hr");
	return plan;
}

static void knows_overload(void **state)
{
	struct fixture fixture;
	struct arena arena;
	int numbers[256] = { 0 };

	(void)state;
	arena_init(&arena);
	expect_with(ten(&arena, "rosa", 3).at, WHO, "lead-overload 14:37");
	expect_with(ten(&arena, "rosa", 2).at, WHO, "");
	expect_with(ten(&arena, "head-of-housing", 4).at, WHO, "lead-overload 13:37");
	expect_with(ten(&arena, "[rosa, rosa]", 2).at, WHO, "");
	expect_with(ten(&arena, "all-staff", 0).at, WHO, "");
	expect_with(ten(&arena, "none-yet", 1).at, WHO, "lead-placeholder 16:38");
	for (size_t i = 0; rules[i]; i++)
		numbers[i] = rules[i] == &rule_lead_overload ? 31 : rules[i]->number.value;
	begin(&fixture, ten(&arena, "rosa", 3).at, WHO);
	fixture.run.numbers = numbers;
	check(&fixture);
	assert_int_equal(fixture.said.len, 0);
	end(&fixture);
	arena_release(&arena);
}

/* What is said of a council of two entries, and of the same in the other order. */
static void expect_like(const char *first, const char *second, bool expected)
{
	struct arena arena;
	struct str council;

	arena_init(&arena);
	for (unsigned i = 0; i < 2; i++) {
		council = arena_printf(&arena,
				       "name: Council\nabbreviations: {OD: Organisational "
				       "Development, L&D: Learning and Development}\npeople:\n  "
				       "a: {%s}\n  b: {%s}\n  hr: {name: Payroll, kind: team}\n",
				       i ? second : first, i ? first : second);
		expect_with(SAYS_ALL "title: Plan\n", council.at,
			    expected ? "lead-lookalike 5:13" : "");
	}
	arena_release(&arena);
}

#define ROLE(name) "name: \"" name "\", kind: role"
#define PERSON(name) "name: \"" name "\", kind: person"

static void knows_lookalikes(void **state)
{
	static const char *const pairs[][2] = {
		{ ROLE("Head of Housing"), ROLE("Head of Housing") },
		{ ROLE("Head of Housing"), ROLE("HEAD OF HOUSING") },
		{ ROLE("Head of Housing"), ROLE("Head  of Housing.") },
		{ ROLE("Line Manager"), ROLE("Line-manager") },
		{ ROLE("Wellbeing Lead"), ROLE("Well-being lead") },
		{ ROLE("Director of Children's Services"), ROLE("Director of Childrens Services") },
		{ ROLE("Director of Children's Services"),
		  ROLE("Director of Children’s Services") },
		{ ROLE("Director of Place"), ROLE("Dir. of Place") },
		{ ROLE("Director of Place"), ROLE("Place Director") },
		{ ROLE("Director of Place"), ROLE("Director – Place") },
		{ ROLE("Director of People & Place"), ROLE("Director of Place and People") },
		{ ROLE("Assistant Director (Housing)"), ROLE("Asst Director, Housing") },
		{ ROLE("Head of OD"), ROLE("Head of Organisational Development") },
		{ ROLE("L&D Manager"), ROLE("Learning & Development Manager") },
		{ ROLE("Head of HR"), ROLE("Head of Human Resources") },
		{ ROLE("Health & Safety Adviser"), ROLE("Health and Safety Advisor") },
		{ ROLE("Organisational Change Lead"), ROLE("Organizational Change Lead") },
		{ ROLE("Head of Procurement"), ROLE("Head of Procurment") },
		{ PERSON("Michael Field"), PERSON("Micheal Field") },
		{ PERSON("Rosa Field"), PERSON("Field, Rosa") },
		{ PERSON("Rosa Field"), ROLE("Rosa Field") },
		{ "name: Leadership Board, kind: board, short: SLB", "name: SLB, kind: board" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		expect_like(pairs[i][0], pairs[i][1], true);
}

static void knows_others_apart(void **state)
{
	static const char *const pairs[][2] = {
		{ ROLE("Team 1"), ROLE("Team 2") },
		{ ROLE("Neighbourhood1 Team"), ROLE("Neighbourhood2 Team") },
		{ ROLE("Head of HR"), ROLE("Head of IT") },
		{ ROLE("Service Manager"), "name: Service Managers, kind: group" },
		{ ROLE("Executive Director"), "name: Executive Directors, kind: group" },
		{ ROLE("All managers"), ROLE("All line managers") },
		{ ROLE("Director of Place"), ROLE("Assistant Director of Place") },
		{ ROLE("Assistant Director"), ROLE("Assistant to the Director") },
		{ ROLE("Employee Relations Lead"), ROLE("Employer Relations Lead") },
		{ ROLE("Contract Manager"), ROLE("Contact Manager") },
		{ ROLE("Head of Housing"), ROLE("Head of Planning") },
		{ PERSON("James Scott"), PERSON("Scott James") },
		{ PERSON("Jane Smith"), PERSON("Jane Smyth") },
		{ ROLE("Vacant"), ROLE("vacant") },
		{ ROLE("TBC"), ROLE("TBC") },
		{ ROLE("–"), ROLE("-") },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		expect_like(pairs[i][0], pairs[i][1], false);
}

/* Each entry is told of once, and a great many in bounded time. */
static void bounds_lookalikes(void **state)
{
	struct buf council = { 0 };
	struct fixture fixture;

	(void)state;
	buf_add_c(&council, "name: Council\npeople:\n");
	for (unsigned i = 0; i < 3000; i++)
		buf_printf(&council, "  p-%u: {name: Head of Housing, kind: role}\n", i);
	buf_add_byte(&council, '\0');
	begin(&fixture, SAYS_ALL "title: Plan\n", council.at);
	rule_lead_lookalike.on_council(&fixture.run, fixture.run.council);
	assert_int_equal(fixture.report.findings.len, 2999);
	end(&fixture);
	buf_release(&council);
}

static void knows_what_a_plan_must_say(void **state)
{
	(void)state;
	expect_with("title: P\nstatus: draft\n", WHO,
		    "plan-no-owner 1:1, plan-no-period 1:1, plan-no-review 1:1");
	expect_with("title: P\nstatus: closed\nowner: hr\nperiod: 2024\n", WHO, "");
	expect_with(SAYS_ALL "title: P\n", WHO, "");
	expect_with("title: P\nstatus: draft\nowner: nobody-here\nperiod: x\nreview: x\n", WHO,
		    "reference-unknown 3:8");
	expect_with("{}\n", WHO, "plan-no-owner 1:1, plan-no-period 1:1, plan-no-review 1:1");
}

static void expect_resource(const char *resource, const char *expected)
{
	struct arena arena;

	arena_init(&arena);
	expect_with(arena_printf(&arena, SAYS_ALL "title: P\nresources:\n  - %s\n", resource).at,
		    WHO, expected);
	arena_release(&arena);
}

static void knows_resources_without_amount(void **state)
{
	(void)state;
	expect_resource("Extra capacity", "resource-unquantified 7:5");
	expect_resource("text: Extra capacity", "resource-unquantified 7:11");
	expect_resource("{status: required, text: Extra capacity}", "resource-unquantified 7:30");
	expect_resource("{text: Extra capacity, amount: 5000}", "");
	expect_resource("{text: Extra capacity, amount: an officer}", "");
	expect_resource("£5,000 for training", "");
	expect_resource("\"Budget: £ 5k\"", "");
	expect_resource("0.5 FTE project officer", "");
	expect_resource("A 12-month post", "");
	expect_resource("20 days of an officer", "");
	expect_resource("Budget for 2025", "resource-unquantified 7:5");
	expect_resource("2025 budget", "resource-unquantified 7:5");
	expect_resource("Licences for Office365", "resource-unquantified 7:5");
	expect_resource("Phase 2", "resource-unquantified 7:5");
	expect_resource("One-off funding for often-used tents", "resource-unquantified 7:5");
	expect_resource("Phase two", "resource-unquantified 7:5");
	expect_resource("Two development officers", "");
	expect_resource("A project officer for half a year", "");
	expect_resource("TBC", "text-placeholder 7:5");
	expect_resource("\"\"", "text-placeholder 7:5");
	expect_with(ONE "    lead: hr\n    resources: [{text: Extra capacity}]\n", WHO,
		    "resource-unquantified 11:24");
}

/* The ids of a council that its plans are said not to name; `plans` are files, ending with no text. */
static void expect_unused(const struct memory_file *plans, struct str asked, const char *expected)
{
	struct memory_file files[8] = { { STR("town/council.yaml"), STR(WHO) } };
	struct compile_options options = { .paths = &asked, .path_count = asked.len > 0 };
	struct compilation result;
	struct buf said = { 0 };
	struct arena arena;
	struct input *input;
	size_t count = 1;

	for (; plans[count - 1].bytes.len; count++)
		files[count] = plans[count - 1];
	arena_init(&arena);
	input = input_open_memory(&arena, files, count);
	for (unsigned i = 0; i < 2; i++) {
		options.only_findings = i;
		said.len = 0;
		compile(&result, input, &options);
		for (size_t j = 0; j < result.report.findings.len; j++) {
			const struct finding *finding = result.report.findings.at[j];

			if (finding->kind == &rule_person_unused.kind)
				buf_printf(&said, "%.*s ",
					   (int)(finding->span.end - finding->span.begin),
					   finding->span.source->bytes.at + finding->span.begin);
		}
		compilation_release(&result);
		if (!str_equal(buf_str(&said), str_from(expected)))
			fail_msg("“%.*s” instead of “%s”", STR_ARG(buf_str(&said)), expected);
	}
	input_close(input);
	arena_release(&arena);
	buf_release(&said);
}

#define FILE_OF(name, text)                            \
	{                                              \
		STR_INIT("town/" name), STR_INIT(text) \
	}
#define USES_MOST                                                               \
	SAYS_ALL "title: P\nworkstreams: [{name: A, lead: [slb, cabinet]}]\n"   \
		 "actions:\n  - id: a\n    activity: A.\n    lead: rosa\n"      \
		 "    accountable: head-of-housing\n    support: [all-staff]\n" \
		 "    partners: [managers, A charity]\n"

static void knows_whom_no_plan_names(void **state)
{
	const struct memory_file one[] = { FILE_OF("plan/plan.yaml", USES_MOST), { { 0 }, { 0 } } };
	const struct memory_file two[] = { FILE_OF("plan/plan.yaml", USES_MOST),
					   FILE_OF("two/plan.yaml",
						   "title: T\nstatus: draft\nowner: none-yet\n"),
					   { { 0 }, { 0 } } };
	const struct memory_file none[] = { { { 0 }, { 0 } } };

	(void)state;
	expect_unused(one, (struct str){ 0 }, "none-yet a-board-to-come ");
	expect_unused(one, STR("town/plan"), "none-yet a-board-to-come ");
	expect_unused(two, (struct str){ 0 }, "a-board-to-come ");
	expect_unused(two, STR("town/plan"), "");
	expect_unused(none, (struct str){ 0 }, "");
}

static void asks_for_whole_plans(void **state)
{
#define OTHER(text)                                                                   \
	{                                                                             \
		FILE_OF("plan/plan.yaml", USES_MOST), FILE_OF("two/plan.yaml", text), \
		{                                                                     \
			{ 0 },                                                        \
			{                                                             \
				0                                                     \
			}                                                             \
		}                                                                     \
	}
#define HEAD_OF_TWO "title: T\nstatus: draft\n"
	static const struct {
		struct memory_file files[3];
		const char *expected;
	} cases[] = {
		{ OTHER("title: [\n"), "" },
		{ OTHER(HEAD_OF_TWO "themes: [themes/gone.yaml]\n"), "" },
		{ OTHER(HEAD_OF_TWO "actions: none\n"), "" },
		{ OTHER(HEAD_OF_TWO "themes: [{id: t, title: T, actions: {id: a}}]\n"), "" },
		{ OTHER(HEAD_OF_TWO "owner: none-yet\nowner: hr\n"), "" },
		/* At fault, but what may have been meant can be seen. */
		{ OTHER(HEAD_OF_TWO "owner: none-yt\n"), "a-board-to-come " },
		{ OTHER(HEAD_OF_TWO "owner: [none-yet]\n"), "a-board-to-come " },
		{ OTHER(HEAD_OF_TWO "leads: none-yet\n"), "a-board-to-come " },
		{ OTHER(HEAD_OF_TWO "foo: 1\n"), "none-yet a-board-to-come " },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		expect_unused(cases[i].files, (struct str){ 0 }, cases[i].expected);
#undef OTHER
#undef HEAD_OF_TWO
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_several_leads),
		cmocka_unit_test(knows_boards_alone),
		cmocka_unit_test(knows_overload),
		cmocka_unit_test(knows_lookalikes),
		cmocka_unit_test(knows_others_apart),
		cmocka_unit_test(bounds_lookalikes),
		cmocka_unit_test(knows_what_a_plan_must_say),
		cmocka_unit_test(knows_resources_without_amount),
		cmocka_unit_test(knows_whom_no_plan_names),
		cmocka_unit_test(asks_for_whole_plans),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
