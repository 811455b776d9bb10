/* JSON and SARIF, which say all that is known of a finding. */
#include "report_fixture.h"

#include "schema/schema.h"
#include "tree/json.h"

/* ---------------------------------------------------------------- json */

static void test_json_states_and_edits(void **state)
{
	struct run *run = *state;
	json_t *root;

	add_one_of_each(run);
	root = parsed(run, &report_format_json);
	assert_int_equal(json_array_size(at(root, "findings")), 3);
	assert_string_equal(text_at(root, "findings.0.state"), "new");
	assert_null(at(root, "findings.0.reason"));
	assert_int_equal(json_array_size(at(root, "findings.0.edits")), 2);
	assert_string_equal(text_at(root, "findings.0.edits.0.file"), "plans/a/plan.yaml");
	assert_int_equal(number_at(root, "findings.0.edits.0.line"), 2);
	assert_int_equal(number_at(root, "findings.0.edits.0.column"), 7);
	assert_int_equal(number_at(root, "findings.0.edits.0.end_line"), 2);
	assert_int_equal(number_at(root, "findings.0.edits.0.end_column"), 10);
	assert_string_equal(text_at(root, "findings.0.edits.0.text"), "head-of-housing");
	assert_string_equal(text_at(root, "findings.0.edits.1.text"), "");
	assert_string_equal(text_at(root, "findings.1.state"), "waived");
	assert_string_equal(text_at(root, "findings.1.reason"), "funds are asked for");
	assert_null(at(root, "findings.1.edits"));
	assert_string_equal(text_at(root, "findings.2.state"), "baselined");
	assert_int_equal(number_at(root, "counts.error"), 1);
	assert_int_equal(number_at(root, "counts.warning"), 0);
	assert_int_equal(number_at(root, "counts.suppressed"), 2);
	json_decref(root);
}

static struct node *read_json(struct arena *arena, struct str name, struct str bytes)
{
	struct source *source = arena_new(arena, struct source);
	struct node *root;
	struct span where;
	struct str why;

	source_init(source, arena, name, bytes);
	root = json_read(source, arena, &where, &why);
	assert_non_null(root);
	return root;
}

/* Its schema, by our own reading of it; tests/browser has another one. */
static void test_json_has_a_schema(void **state)
{
	const struct str name = STR_INIT("check.schema.json");
	struct run *run = *state;
	struct schema_trouble trouble = { 0 };
	const struct schema *schema;
	struct schema_set set;
	struct report faults;

	add_one_of_each(run);
	written(run, &report_format_json);
	schema_set_init(&set, &run->arena);
	schema_set_add(&set, name, read_json(&run->arena, name, schema_embedded(name)));
	schema = schema_compile(&set, name, &trouble);
	assert_non_null(schema);
	report_init(&faults, &run->arena);
	schema_check(schema, read_json(&run->arena, STR("out"), buf_str(&run->out)), &faults);
	for (size_t i = 0; i < faults.findings.len; i++)
		print_error("%.*s\n", STR_ARG(faults.findings.at[i]->message));
	assert_int_equal(faults.findings.len, 0);
	schema_check(schema, read_json(&run->arena, STR("out"), STR("{\"findings\": [{}]}")),
		     &faults);
	assert_true(faults.findings.len > 0);
	schema_set_release(&set);
}

/* ---------------------------------------------------------------- sarif */

static void test_sarif_results(void **state)
{
	struct run *run = *state;
	json_t *root, *result;

	add_one_of_each(run);
	root = parsed(run, &report_format_sarif);
	result = at(root, "runs.0.results.0");
	assert_string_equal(text_at(result, "ruleId"), "lead-placeholder");
	assert_int_equal(number_at(result, "ruleIndex"), 1);
	assert_string_equal(text_at(result, "level"), "error");
	assert_string_equal(text_at(result, "message.text"),
			    "“\xC2\xA3od” is not a lead. Hint: name a post.");
	result = at(result, "locations.0");
	assert_string_equal(text_at(result, "physicalLocation.artifactLocation.uri"),
			    "plans/a/plan.yaml");
	assert_string_equal(text_at(result, "physicalLocation.artifactLocation.uriBaseId"),
			    "%SRCROOT%");
	assert_int_equal(number_at(result, "physicalLocation.region.startLine"), 2);
	assert_int_equal(number_at(result, "physicalLocation.region.startColumn"), 7);
	assert_int_equal(number_at(result, "physicalLocation.region.endLine"), 2);
	assert_int_equal(number_at(result, "physicalLocation.region.endColumn"), 10);
	assert_string_equal(text_at(result, "logicalLocations.0.fullyQualifiedName"), "a/plan#x");
	result = at(root, "runs.0.results.0");
	assert_int_equal(number_at(result, "relatedLocations.0.id"), 1);
	assert_string_equal(text_at(result, "relatedLocations.0.message.text"), "of this action.");
	assert_string_equal(text_at(at(result, "partialFingerprints"), "planc/v1"),
			    "p1:00000000000000000000000000000001");
	assert_null(at(result, "baselineState"));
	assert_int_equal(json_array_size(at(result, "suppressions")), 0);
	json_decref(root);
}

static void test_sarif_suppressions(void **state)
{
	struct run *run = *state;
	json_t *root;

	add_one_of_each(run);
	run->summary.has_states = true;
	add(run, &lead_missing, "id", "known")->state = STATE_KNOWN;
	root = parsed(run, &report_format_sarif);
	assert_string_equal(text_at(root, "runs.0.results.0.baselineState"), "new");
	assert_string_equal(text_at(root, "runs.0.results.1.suppressions.0.kind"), "inSource");
	assert_string_equal(text_at(root, "runs.0.results.1.suppressions.0.status"), "accepted");
	assert_string_equal(text_at(root, "runs.0.results.1.suppressions.0.justification"),
			    "funds are asked for");
	assert_string_equal(text_at(root, "runs.0.results.2.suppressions.0.kind"), "external");
	assert_null(at(root, "runs.0.results.2.suppressions.0.justification"));
	assert_string_equal(text_at(root, "runs.0.results.3.baselineState"), "unchanged");
	json_decref(root);
}

static void test_sarif_fixes(void **state)
{
	struct run *run = *state;
	json_t *root, *change;

	add_one_of_each(run);
	root = parsed(run, &report_format_sarif);
	assert_string_equal(text_at(root, "runs.0.results.0.fixes.0.description.text"),
			    "name a post.");
	assert_int_equal(json_array_size(at(root, "runs.0.results.0.fixes.0.artifactChanges")), 1);
	change = at(root, "runs.0.results.0.fixes.0.artifactChanges.0");
	assert_string_equal(text_at(change, "artifactLocation.uri"), "plans/a/plan.yaml");
	assert_int_equal(json_array_size(at(change, "replacements")), 2);
	assert_int_equal(number_at(change, "replacements.0.deletedRegion.startColumn"), 7);
	assert_int_equal(number_at(change, "replacements.0.deletedRegion.endColumn"), 10);
	assert_string_equal(text_at(change, "replacements.0.insertedContent.text"),
			    "head-of-housing");
	assert_int_equal(number_at(change, "replacements.1.deletedRegion.startLine"), 3);
	assert_null(at(change, "replacements.1.insertedContent"));
	assert_null(at(root, "runs.0.results.1.fixes"));
	json_decref(root);
}

static void test_sarif_edits_in_two_files(void **state)
{
	struct run *run = *state;
	struct finding *finding = add(run, &lead_missing, "id", "x");
	struct source other;
	json_t *root;

	source_init(&other, &run->arena, STR("plans/b.yaml"), STR("x"));
	finding_edit(&run->report, finding, span_of(run, "id"), STR("a"));
	finding_edit(&run->report, finding, (struct span){ &other, 1, 1 }, STR("b"));
	root = parsed(run, &report_format_sarif);
	assert_int_equal(json_array_size(at(root, "runs.0.results.0.fixes.0.artifactChanges")), 2);
	json_decref(root);
}

static void test_sarif_rules(void **state)
{
	struct run *run = *state;
	json_t *root, *rule;

	root = parsed(run, &report_format_sarif);
	assert_int_equal(json_array_size(at(root, "runs.0.results")), 0);
	assert_int_equal(json_array_size(at(root, "runs.0.tool.driver.rules")), 3);
	rule = at(root, "runs.0.tool.driver.rules.1");
	assert_string_equal(text_at(rule, "id"), "lead-placeholder");
	assert_string_equal(text_at(rule, "shortDescription.text"), "A lead is none.");
	assert_string_equal(text_at(rule, "defaultConfiguration.level"), "error");
	assert_string_equal(
		text_at(rule, "help.text"),
		"Name a person in `lead:`, not <nobody>.\n\nNot like this:\n\nlead: tbc\n"
		"\n\nBut like this:\n\nlead: head-of-housing\n");
	assert_string_equal(text_at(rule, "help.markdown"),
			    "Name a person in `lead:`, not &lt;nobody&gt;.\n\nNot like this:\n\n"
			    "```yaml\nlead: tbc\n```\n\nBut like this:\n\n"
			    "```yaml\nlead: head-of-housing\n```");
	assert_string_equal(text_at(root, "runs.0.columnKind"), "unicodeCodePoints");
	json_decref(root);
}

static void test_sarif_of_a_run_that_failed(void **state)
{
	struct run *run = *state;
	const struct str failure = STR_INIT("plans/b.yaml: permission denied");
	json_t *root;

	run->summary.exit_code = 3;
	run->summary.failures = &failure;
	run->summary.failure_count = 1;
	root = parsed(run, &report_format_sarif);
	assert_true(json_is_false(at(root, "runs.0.invocations.0.executionSuccessful")));
	assert_int_equal(number_at(root, "runs.0.invocations.0.exitCode"), 3);
	assert_string_equal(
		text_at(root, "runs.0.invocations.0.toolExecutionNotifications.0.message.text"),
		"plans/b.yaml: permission denied.");
	json_decref(root);
}

static void assert_uri(struct run *run, struct str path, const char *uri, const char *base)
{
	json_t *root;
	json_t *place;

	run->source.path = path;
	root = parsed(run, &report_format_sarif);
	place = at(root, "runs.0.results.0.locations.0.physicalLocation.artifactLocation");
	assert_string_equal(text_at(place, "uri"), uri);
	assert_string_equal(text_at(place, "uriBaseId"), base);
	json_decref(root);
}

static void test_sarif_paths(void **state)
{
	struct run *run = *state;

	add(run, &lead_missing, "id", "x");
	assert_uri(run, STR("a b/c:d%e,\xC2\xA3.yaml"), "a%20b/c%3Ad%25e%2C%C2%A3.yaml",
		   "%SRCROOT%");
	assert_uri(run, STR("\xFF\n#?.yaml"), "%FF%0A%23%3F.yaml", "%SRCROOT%");
	assert_uri(run, STR("a..b/..c.yaml"), "a..b/..c.yaml", "%SRCROOT%");
	assert_uri(run, STR("../plan.yaml"), "../plan.yaml", "(none)");
	assert_uri(run, STR("a/../plan.yaml"), "a/../plan.yaml", "(none)");
}

/* Braces stand for arguments in SARIF, and [words](address) for a link. */
static void test_sarif_messages(void **state)
{
	struct run *run = *state;
	json_t *root;

	add(run, &lead_missing, "id", "“{0} [a](http://b)\x1b[2J\xE2\x80\xAE\xFF”");
	root = parsed(run, &report_format_sarif);
	assert_string_equal(text_at(root, "runs.0.results.0.message.text"),
			    "“{{0}} [a]\xE2\x80\x8B(http://b)\\x1b[2J\\u202e\xEF\xBF\xBD”.");
	json_decref(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_RUN(test_json_states_and_edits), IN_A_RUN(test_json_has_a_schema),
		IN_A_RUN(test_sarif_results),         IN_A_RUN(test_sarif_suppressions),
		IN_A_RUN(test_sarif_fixes),           IN_A_RUN(test_sarif_edits_in_two_files),
		IN_A_RUN(test_sarif_rules),           IN_A_RUN(test_sarif_of_a_run_that_failed),
		IN_A_RUN(test_sarif_paths),           IN_A_RUN(test_sarif_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
