/* Notes left in texts: what is one, what only looks like one, and where it stands in the file. */
#include "base/attributes.h"
#include "model/build.h"
#include "rules/note.h"
#include "rules/rule.h"
#include "rules/placeholder.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The words of the first note in a text, or "" when it holds none. */
static struct str first_note(struct str text)
{
	struct note note;
	size_t from = 0;

	if (!note_next(text, &from, &note))
		return (struct str){ 0 };
	return str_slice(text, note.begin, note.end);
}

struct sample {
	const char *text;
	const char *note;
};

static const struct sample notes[] = {
	{ "TBC", "TBC" },
	{ "tbc.", "tbc" },
	{ "TBA", "TBA" },
	{ "Add link", "Add link" },
	{ "add link here", "add link here" },
	{ "Insert", "Insert" },
	{ "Insert name of lead", "Insert name of lead" },
	{ "Please insert date", "Please insert date" },
	{ "xx", "xx" },
	{ "XXX", "XXX" },
	{ "[name of officer]", "[name of officer]" },
	{ "[…]", "[…]" },
	{ "To be confirmed", "To be confirmed" },
	{ "Date and venue TBC", "Date and venue TBC" },
	{ "Link to be added", "Link to be added" },
	{ "Organisational Development Action Plan – add link", "add link" },
	{ "Wellbeing Strategy - add link to the strategy", "add link to the strategy" },
	{ "Action plan — TBC", "TBC" },
	{ "Action plan –TBC", "TBC" },
	{ "Launch event - date TBC.", "date TBC" },
	{ "Launch – TBC by March", "TBC by March" },
	{ "Launch event (TBC)", "TBC" },
	{ "Venue: TBC", "Venue: TBC" },
	{ "Staff conference: TBC", "TBC" },
	{ "Staff are heard. TBC. Residents too.", "TBC" },
	{ "Staff are heard. [insert figure]", "[insert figure]" },
	{ "Fairness – [insert wording]", "[insert wording]" },
	{ "Launch event (date TBC) at the Town Hall", "date TBC" },
	{ "See the plan (see [add link]) and its annex.", "add link" },
	{ "The [insert name] board meets.", "insert name" },
};

static void finds_notes(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
		struct str text = str_from(notes[i].text);
		struct str found = first_note(text);

		if (!str_equal(found, str_from(notes[i].note)))
			fail_msg("“%.*s” in “%s”", STR_ARG(found), notes[i].text);
		if (!note_is_suspected(text))
			fail_msg("no suspicion of “%s”", notes[i].text);
	}
}

static const char *const prose[] = {
	"",
	"Insert wellbeing questions into the PDR form.",
	"Add link workers to every surgery.",
	"We will add links between services.",
	"Recruit link workers – add capacity in the north",
	"The TBC project ends in March.",
	"Explain what TBC means to staff.",
	"Address additional demand.",
	"Football outbreaks and setbacks",
	"Chapter XX of the constitution",
	"Review the exit interview (see the survey [2023])",
	"As reported. [1]",
	"They “recieve” it [sic]",
	"The response was consistent and confirmed by Cabinet.",
	"Decision to be confirmed by Cabinet in May",
	"Name the lead of each project",
	"To be or not to be",
	"Links with partners – local, regional and national",
	"A leaflet insert for council tax bills",
	"Staff can insert a photo into their profile",
	"Pay – at least the Real Living Wage",
	"Improve health, wellbeing and happiness.",
	"Rhaglen arweinyddiaeth – dysgu a datblygu",
	"Max, Roxxanne and Exxon are words",
	"Wi-Fi: added in all depots",
	"Options: agree, adapt or add",
	"“The [council's] staff” (see [the survey])",
	"A fund (match funding to be found) for 20 homes (at least 5 of them in towns)",
};

static void leaves_prose_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(prose); i++) {
		struct str found = first_note(str_from(prose[i]));

		if (found.len)
			fail_msg("“%.*s” in “%s”", STR_ARG(found), prose[i]);
	}
}

/* What the quick look says does not hang on where in the text the letters stand. */
static void suspects_wherever_it_stands(void **state)
{
	static const char *const words[] = { "TBC", "add link", "insert",
					     "xx",  "[…]",      "to be confirmed" };
	char text[120];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		size_t len = strlen(words[i]);

		for (size_t at = 0; at + len <= 60; at++) {
			for (size_t more = 0; more < 20; more++) {
				memset(text, '.', sizeof(text));
				memcpy(text + at, words[i], len);
				if (!note_is_suspected((struct str){ text, at + len + more }))
					fail_msg("%s at %zu, %zu more", words[i], at, more);
			}
		}
	}
}

static void suspects_little(void **state)
{
	(void)state;
	assert_false(
		note_is_suspected(STR("Football, addresses, additional responses, conferences")));
	assert_false(note_is_suspected(
		STR("See [the strategy](https://www.example.gov.uk) and [this][1]")));
	assert_false(note_is_suspected(
		STR("We will add social workers; all was confirmed, then added.")));
	assert_false(note_is_suspected((struct str){ NULL, 0 }));
}

static void knows_names_of_nobody(void **state)
{
	static const char *const nobody[] = {
		"",
		" ",
		"TBC",
		"t.b.c. TBC",
		"Vacant",
		"vacant post",
		"Vacant – Head of Housing",
		"Vacant (HR)",
		"OD resource required",
		"Resource required",
		"To be appointed",
		"Head of HR (to be recruited)",
		"Head of Housing - TBC",
		"None",
		"n/a",
		"N/A",
		"?",
		"-",
		"…",
		"Not yet assigned",
		"xx",
		"Post vacant",
		"Additional officer needed",
		"unassigned",
		"nobody",
	};
	static const char *const somebody[] = {
		"Vacant Homes Officer",
		"vacant-homes-officer",
		"Head of Housing",
		"HR",
		"All managers",
		"Resources",
		"Director of Resources",
		"Head of Required Learning",
		"Nadia",
		"Lead Officer",
		"None Such Team",
		"Tobe Team",
		"H&S team",
		"Pennaeth Tai",
		"X",
		"Chief Executive",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(nobody); i++) {
		if (!placeholder_is_nobody(str_from(nobody[i])))
			fail_msg("“%s” is somebody", nobody[i]);
	}
	for (size_t i = 0; i < ARRAY_LEN(somebody); i++) {
		if (placeholder_is_nobody(str_from(somebody[i])))
			fail_msg("“%s” is nobody", somebody[i]);
	}
	assert_true(placeholder_is_need(STR("OD resource required")));
	assert_false(placeholder_is_need(STR("TBC")));
}

struct fixture {
	struct arena arena;
	struct report report;
};

/* The findings of text-placeholder alone on a plan. */
static void check(struct fixture *fixture, const char *text)
{
	struct source *source;
	struct node *root;
	struct rule_run run = { 0 };
	bool enabled[256] = { false };

	*fixture = (struct fixture){ 0 };
	arena_init(&fixture->arena);
	report_init(&fixture->report, &fixture->arena);
	source = arena_new(&fixture->arena, struct source);
	source_init(source, &fixture->arena, STR("plan.yaml"), str_from(text));
	root = yaml_read(source, &fixture->arena, NULL);
	if (!root)
		fail_msg("cannot be read:\n%s", text);
	run.report = &fixture->report;
	run.arena = &fixture->arena;
	run.plan = plan_build(&fixture->arena, root, STR("council/plan"), NULL);
	for (size_t i = 0; rules[i]; i++)
		enabled[i] = rules[i] == &rule_text_placeholder;
	rules_check_plan(&run, enabled);
	report_sort(&fixture->report);
}

struct placed {
	const char *plan;
	const char *said; /* "line:column-line:column bytes of the file", each on a line */
};

static const struct placed placed[] = {
	{ "title: TBC\n", "1:8-1:11 TBC\n" },
	{ "title: \"\"\n", "1:8-1:10 \"\"\n" },
	{ "title: …\n", "1:8-1:9 …\n" },
	{ "title: \"? ?\"\n", "1:8-1:13 \"? ?\"\n" },
	{ "title: Plan\n", "" },
	{ "sections:\n"
	  "  - id: a\n"
	  "    body: |\n"
	  "      There is a policy framework – in place:\n"
	  "\n"
	  "      - Officer Pay Policy\n"
	  "      - Organisational Development Action Plan – add link\n"
	  "      - Staff recognition policy\n",
	  "7:50-7:58 add link\n" },
	{ "summary: >-\n"
	  "  A first sentence that goes on\n"
	  "  here. TBC. And a last – insert\n"
	  "  name.\n",
	  "3:9-3:12 TBC\n3:27-4:7 insert\n  name\n" },
	{ "summary: \"Wellbeing é \\u2013 add link\"\n", "1:30-1:38 add link\n" },
	{ "summary: \"**Add** _link_\"\n", "1:13-1:24 Add** _link\n" },
	{ "summary: See [add link](https://www.example.gov.uk/link-workers) for more\n", "" },
	{ "actions:\n"
	  "  - id: a\n"
	  "    activity: A\n"
	  "    steps:\n"
	  "      - One\n"
	  "      -\n"
	  "      - ~\n"
	  "      - ''\n"
	  "    measures: [A, null]\n",
	  "6:8-6:8 \n7:9-7:10 ~\n8:9-8:11 ''\n9:19-9:23 null\n" },
	{ "languages: [en, cy]\ntitle: {en: TBC, cy: Teitl}\nsummary: {en: Text, cy: ''}\n",
	  "2:13-2:16 TBC\n" },
	{ "actions:\n  - id: a\n    timing_note: TBC\n    lead_note: TBC\n", "" },
	{ "actions:\n  - id: a\n    due: 2024\n    lead: hr\n    timing_note: TBC\n    lead_note: TBC\n",
	  "5:18-5:21 TBC\n6:16-6:19 TBC\n" },
};

static void says_where(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(placed); i++) {
		struct fixture fixture;
		struct buf said = { 0 };

		check(&fixture, placed[i].plan);
		for (size_t j = 0; j < fixture.report.findings.len; j++) {
			struct span span = fixture.report.findings.at[j]->span;
			struct place begin = source_place(span.source, span.begin);
			struct place end = source_place(span.source, span.end);

			buf_printf(&said, "%u:%u-%u:%u ", begin.line, begin.column, end.line,
				   end.column);
			buf_add(&said, str_slice(span.source->bytes, span.begin, span.end));
			buf_add_byte(&said, '\n');
		}
		if (!str_equal(buf_str(&said), str_from(placed[i].said)))
			fail_msg("“%.*s” on\n%s", STR_ARG(buf_str(&said)), placed[i].plan);
		buf_release(&said);
		arena_release(&fixture.arena);
	}
}

/* A text that is nothing but notes is told so, but not a hundred thousand times. */
static void ends_on_a_text_full_of_notes(void **state)
{
	struct fixture fixture;
	struct buf text = { 0 };

	(void)state;
	buf_add_c(&text, "title: Plan\nsummary: |\n");
	for (size_t i = 0; i < 100000; i++)
		buf_add_c(&text, "  - add link – TBC\n");
	check(&fixture, text.at);
	assert_in_range(fixture.report.findings.len, 1, 20);
	buf_release(&text);
	arena_release(&fixture.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_notes),
		cmocka_unit_test(leaves_prose_alone),
		cmocka_unit_test(suspects_wherever_it_stands),
		cmocka_unit_test(suspects_little),
		cmocka_unit_test(knows_names_of_nobody),
		cmocka_unit_test(says_where),
		cmocka_unit_test(ends_on_a_text_full_of_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
