#include "render_fixture.h"
#include "render/flat.h"

/* The tables of a plan. What another program reads in them is looked at in tests/browser/. */

static const char *table(struct built *built, const char *name)
{
	return render_file(built, "csv", name);
}

static void every_field_is_a_column(void **state)
{
	static const struct {
		const char *file;
		const struct thing_type *type;
	} tables[] = {
		{ "actions.csv", &type_action },
		{ "measures.csv", &type_measure },
		{ "milestones.csv", &type_milestone },
		{ "people.csv", &type_person },
	};
	struct built built;

	(void)state;
	build(&built, "title: T\nstatus: draft\n");
	for (size_t i = 0; i < ARRAY_LEN(tables); i++) {
		const char *header = table(&built, tables[i].file);

		assert_int_equal(count(header, "\r\n"), 1);
		for (size_t j = 0; j < tables[i].type->field_count; j++) {
			struct str name = tables[i].type->fields[j].name;
			const char *cell = arena_printf(&built.arena, ",%.*s", STR_ARG(name)).at;

			if (!str_equal(name, STR("milestones")) &&
			    !str_equal(name, STR("measures")) && !str_equal(name, STR("waive")))
				assert_has(header, cell);
		}
	}
	release(&built);
}

static void one_line_a_row(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built,
	      "title: T\nstatus: draft\nthemes:\n"
	      "  - id: homes\n    title: \"Homes,\\nwarm\"\n    measures: [Warmth.]\n    actions:\n"
	      "      - id: a\n"
	      "        activity: \"*Ask* [tenants](https://example.gov.uk).\\n\\n- one\\n- two\"\n"
	      "        outcomes: [First., null, \"Second, \\\"so called\\\".\"]\n"
	      "        lead: [head-of-housing, nobody]\n"
	      "        due: 2024-06/..\n        ongoing: true\n        status: in-progress\n"
	      "        milestones: [{what: A step, due: 2024~, start: tbc}]\n"
	      "        resources: [{text: Money, amount: -5}, {text: More}]\n"
	      "        partners: [housing-team, {en: The police, cy: Yr heddlu}]\n"
	      "        measures: [{indicator: Days, baseline: {value: -5, at: 2023}, target: between 1.50 and 2 days}]\n"
	      "actions: [{id: b, activity: B}]\nmeasures: [Last.]\n");
	page = table(&built, "actions.csv");
	assert_int_equal(count(page, "\n"), 3);
	assert_int_equal(count(page, "\r\n"), 3);
	assert_has(page, "\r\nexampleton,exampleton/plan,homes,\"Homes, warm\",a,,,"
			 "Ask tenants. one two,,\"First.; Second, \"\"so called\"\".\","
			 "\"head-of-housing; nobody\",\"Head of Housing; nobody\",");
	assert_has(page, ",2024-06/..,2024-06-01,,interval,");
	assert_has(page, ",\"housing-team; The police\",");
	assert_has(page, ",\"Money, -5; More\",");
	assert_has(page, ",true,");
	assert_has(page, ",in-progress,");
	assert_has(page, "\r\nexampleton,exampleton/plan,,,b,,,B,");
	page = table(&built, "measures.csv");
	assert_has(page, "\r\nexampleton,exampleton/plan,homes,\"Homes, warm\",,1,,,Warmth.,");
	assert_has(page, ",\"Homes, warm\",a,2,,,,Days,,,-5,2023,2023-01-01,2023-12-31,year,"
			 "between 1.50 and 2 days,between,1.50,2,days,");
	assert_has(page, "\r\nexampleton,exampleton/plan,,,,3,,,Last.,");
	assert_has(page, ",target\r\n");
	page = table(&built, "milestones.csv");
	assert_has(page, ",a,1,,A step,2024~,2024-01-01,2024-12-31,year,tbc,,,,");
	page = table(&built, "people.csv");
	assert_has(page, "\r\nexampleton,exampleton/plan,head-of-housing,Head of Housing,role,HoH");
	assert_int_equal(count(page, "\r\n"), 3);
	release(&built);
}

static void keys_of_their_own(void **state)
{
	struct memory_file files[] = {
		file("planc.yaml",
		     "columns: [{key: x-budget, title: Budget}, {key: x-team/a, title: "
		     "\"=T\"}, {key: x-budget, title: Twice}]\n"),
		file("exampleton/council.yaml", COUNCIL),
		file("exampleton/plan/plan.yaml",
		     "title: T\nstatus: draft\nactions:\n"
		     "  - {id: a, activity: A, x-budget: 12500, x-team/a: [one, {b: two, c: [3]}]}\n"
		     "  - {id: b, activity: B, x-budget: =1+1}\n"),
	};
	struct built built;
	const char *page;
	json_t *root;

	(void)state;
	build_all(&built, files, ARRAY_LEN(files));
	page = table(&built, "actions.csv");
	assert_has(page, ",x-budget,x-team/a\r\n");
	assert_has(page, ",12500,\"one; b: two; c: 3\"\r\n");
	assert_has(page, ",'=1+1,\r\n");
	root = json_loads(table(&built, "csv-metadata.json"), JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	assert_at(root, "tables.0.url", "\"actions.csv\"");
	assert_at(
		root, "tables.0.tableSchema.columns.4",
		"{\"name\":\"action\",\"titles\":[\"action\",\"Action\"],\"datatype\":\"string\"}");
	assert_at(root, "tables.0.tableSchema.primaryKey", "\"action\"");
	assert_at(root, "tables.1.tableSchema.foreignKeys.0.reference",
		  "{\"resource\":\"actions.csv\",\"columnReference\":\"action\"}");
	assert_has(table(&built, "csv-metadata.json"), "\"x-budget\",\n              \"Budget\"");
	json_decref(root);
	release(&built);
}

static void hostile_words(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built,
	      "title: T\nstatus: draft\nactions:\n"
	      "  - {id: a, title: \"=cmd|' /C calc'!A0\", activity: \"@SUM(1)\", timing_note: \"\\t=1\",\n"
	      "     lead_note: \"x\\r\\ny,\\\"z\\\";=1\", outcomes: [\"=1\", \"+2+3\"],\n"
	      "     notes: [\"<script>\\0\\e[31m\"], lead: [\"=lead()\"]}\n");
	page = table(&built, "actions.csv");
	assert_has(page, ",'=cmd|' /C calc'!A0,'@SUM(1),");
	assert_has(page, ",\"'=1; +2+3\",");
	assert_has(page, ",\"x y,\"\"z\"\";=1\",");
	assert_has(page, ",'=lead(),'=lead(),");
	assert_lacks(page, "\x1b");
	assert_lacks(page, ",=");
	assert_lacks(page, ",\"=");
	assert_int_equal(count(page, "\n"), 2);
	release(&built);
}

/* What is left out is told. */
static void a_line_has_a_limit(void **state)
{
	struct view view = { .language = STR("en") };
	struct buf out = { 0 };
	struct flat flat = { .view = &view, .out = &out, .limit = 8 };

	(void)state;
	flat_words(&flat, STR(" a \n\t b "));
	assert_string_equal(out.at, "a b");
	assert_false(flat.is_full);
	flat_words(&flat, STR("longer"));
	assert_true(flat.is_full);
	assert_string_equal(out.at, "a b");
	buf_release(&out);
}

static void faults_do_not_stop_tables(void **state)
{
	static const char *const plans[] = {
		"title: T\n",
		"- a\n- b\n",
		"title: [1]\nstatus: 3\nthemes: 5\nactions: {a: b}\n",
		"title: T\nstatus: draft\nactions: [5, null, {id: A B, activity: [x]}, {due: {a: 1}}]\n",
		"title: T\nstatus: draft\nactions: [{id: a, lead: {x: y}, measures: 7, every: x, ongoing: 3}]\n",
		"title: T\nstatus: draft\nactions: [{id: a, milestones: [3, null, {what: {}}], partners: [{}]}]\n",
		"title: T\nstatus: draft\nactions: [{id: a, activity: A, measures: [{target: [1], by: {}}]}]\n",
		"title: T\nstatus: draft\nmeasures: [null, {baseline: 5}, {baseline: [], actuals: [1]}]\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(plans); i++) {
		struct built built;

		build(&built, plans[i]);
		assert_has(table(&built, "actions.csv"), "council,plan,");
		assert_has(table(&built, "measures.csv"), ",grade\r\n");
		assert_has(table(&built, "milestones.csv"), ",what,");
		assert_has(table(&built, "people.csv"), ",name,");
		assert_has(table(&built, "csv-metadata.json"), "people.csv");
		release(&built);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_is_a_column),
		cmocka_unit_test(one_line_a_row),
		cmocka_unit_test(keys_of_their_own),
		cmocka_unit_test(hostile_words),
		cmocka_unit_test(a_line_has_a_limit),
		cmocka_unit_test(faults_do_not_stop_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
