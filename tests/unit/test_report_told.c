/* The formats that people come to read. */
#include "report_fixture.h"

/* ---------------------------------------------------------------- github */

static void test_github(void **state)
{
	struct run *run = *state;

	add_one_of_each(run);
	assert_string_equal(
		written(run, &report_format_github),
		"::error file=plans/a/plan.yaml,line=2,endLine=2,col=7,endColumn=10,"
		"title=lead-placeholder::“\xC2\xA3od” is not a lead%0Ahint: name a post\n"
		"1 error in 2 plans (3 actions); 2 held back by waivers or the baseline\n");
	run->summary.is_quiet = true;
	assert_lacks(written(run, &report_format_github), "held back");
}

/* Columns of GitHub are columns of one line. */
static void test_github_of_several_lines(void **state)
{
	struct run *run = *state;

	add(run, &lead_missing, "x\nlead", "x")->severity = SEVERITY_NOTE;
	assert_holds(written(run, &report_format_github),
		     "::notice file=plans/a/plan.yaml,line=1,endLine=2,title=lead-missing::x\n");
}

/* No line begins with "::" but the command itself, and none but a command has "##[" in it. */
static void assert_no_other_commands(struct run *run, unsigned commands)
{
	struct str text = str_from(written(run, &report_format_github));
	unsigned found = 0;

	for (size_t begin = 0; begin < text.len;) {
		size_t end = str_find_byte(text, '\n', begin);
		struct str line = str_trim(str_slice(text, begin, end));

		if (str_starts(line, STR("::")))
			found++;
		else if (str_find(line, STR("##["), 0) < line.len)
			fail_msg("%.*s", STR_ARG(line));
		begin = end + 1;
	}
	assert_int_equal(found, commands);
}

static void test_github_takes_no_commands_from_plans(void **state)
{
	struct run *run = *state;
	struct finding *finding = NULL;

	run->source.path = STR("::error::a%:,b\r\n::debug::\x1b[2Jc\xFF");
	for (unsigned i = 0; i < 11; i++) {
		finding = add(
			run, &lead_missing, "id",
			"::error::x\n::error::y ##[error]z 100%\r\n##[add-mask]q\xE2\x80\xAE");
		finding_hint(&run->report, finding, "\n::stop-commands::t ##[group]");
	}
	assert_no_other_commands(run, 10);
	assert_holds(run->out.at, "::error file=%3A%3Aerror%3A%3Aa%25%3A%2Cb%0D%0A%3A%3Adebug%3A%3A"
				  "\\x1b[2Jc\xEF\xBF\xBD,line=1,");
	assert_holds(run->out.at,
		     "::::error::x%0A::error::y ##[error]z 100%25%0D%0A##[add-mask]q\\u202e"
		     "%0Ahint: %0A::stop-commands::t ##[group]\n");
	assert_holds(run->out.at, "\nerror: ::error::a%:,b  ::debug::\\x1b[2Jc\xEF\xBF\xBD:1:1: "
				  "::error::x ::error::y # [error]z 100%  # [add-mask]q\\u202e");
}

static void test_github_shows_the_worst_ten(void **state)
{
	struct run *run = *state;
	const char *text;

	for (unsigned i = 0; i < 12; i++) {
		add(run, &date_tbc, "tbc", "a note")->severity = SEVERITY_NOTE;
		add(run, &date_tbc, "tbc", "a warning");
		add(run, &lead_missing, "id", "an error")->state = i < 3 ? STATE_KNOWN : STATE_NEW;
	}
	add(run, &lead_missing, "id", "the last");
	text = written(run, &report_format_github);
	assert_no_other_commands(run, 30);
	/* Errors first, and those that are new. */
	assert_true(str_starts(str_from(text), STR("::error ")));
	assert_holds(text, "::the last\n");
	assert_holds(text, "\nNot marked in the files, because GitHub marks ten of each level: "
			   "3 errors, 2 warnings, 2 notes\n"
			   "error: plans/a/plan.yaml:1:1: an error [lead-missing]\n");
	assert_holds(text, "\n13 errors, 12 warnings, 12 notes in 2 plans (3 actions)\n");
}

static void test_github_of_what_cannot_be_read(void **state)
{
	struct run *run = *state;
	struct str failures[11];

	for (unsigned i = 0; i < 11; i++)
		failures[i] = STR("plans/100%\n::b.yaml: permission denied");
	run->summary.failures = failures;
	run->summary.failure_count = 11;
	run->summary.is_quiet = true;
	add(run, &lead_missing, "id", "an error");
	assert_no_other_commands(run, 10);
	assert_holds(run->out.at, "::error::plans/100%25%0A::b.yaml: permission denied\n");
	assert_holds(run->out.at, "\nerror: plans/100% ::b.yaml: permission denied\n");
	assert_holds(run->out.at, "ten of each level: 1 error\n");
}

/* ---------------------------------------------------------------- gitlab */

static void test_gitlab(void **state)
{
	struct run *run = *state;
	json_t *root;

	add_one_of_each(run);
	add(run, &date_tbc, "tbc", "w\x1b\n");
	add(run, &date_tbc, "tbc", "n")->severity = SEVERITY_NOTE;
	root = parsed(run, &report_format_gitlab);
	assert_int_equal(json_array_size(root), 3);
	assert_string_equal(text_at(root, "0.description"),
			    "“\xC2\xA3od” is not a lead (hint: name a post)");
	assert_string_equal(text_at(root, "0.check_name"), "lead-placeholder");
	assert_string_equal(text_at(root, "0.severity"), "major");
	assert_string_equal(text_at(root, "0.fingerprint"), "p1:00000000000000000000000000000001");
	assert_string_equal(text_at(root, "0.location.path"), "plans/a/plan.yaml");
	assert_int_equal(number_at(root, "0.location.lines.begin"), 2);
	assert_int_equal(number_at(root, "0.location.positions.begin.column"), 7);
	assert_string_equal(text_at(root, "1.description"), "w\\x1b ");
	assert_string_equal(text_at(root, "1.severity"), "minor");
	assert_string_equal(text_at(root, "2.severity"), "info");
	json_decref(root);
}

static void test_gitlab_of_nothing(void **state)
{
	assert_string_equal(written(*state, &report_format_gitlab), "[]\n");
}

/* ---------------------------------------------------------------- junit */

static void test_junit(void **state)
{
	struct run *run = *state;

	add_one_of_each(run);
	add(run, &date_tbc, "tbc", "of the plan")->address = STR("a/plan");
	assert_string_equal(
		written(run, &report_format_junit),
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<testsuites name=\"planc\" tests=\"5\" failures=\"1\" errors=\"0\" "
		"skipped=\"0\" time=\"0\">\n"
		"  <testsuite name=\"a/clean\" tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"0\" "
		"time=\"0\">\n"
		"    <testcase name=\"a/clean: lead\" classname=\"a/clean\" time=\"0\"/>\n"
		"    <testcase name=\"a/clean: date\" classname=\"a/clean\" time=\"0\"/>\n"
		"  </testsuite>\n"
		"  <testsuite name=\"a/plan\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\" "
		"time=\"0\">\n"
		"    <properties>\n"
		"      <property name=\"suppressed\" value=\"2\"/>\n"
		"    </properties>\n"
		"    <testcase name=\"a/plan: lead\" classname=\"a/plan\" time=\"0\"/>\n"
		"    <testcase name=\"a/plan: date\" classname=\"a/plan\" time=\"0\" "
		"file=\"plans/a/plan.yaml\">\n"
		"      <system-out>plans/a/plan.yaml:3:6: warning: of the plan [date-tbc]\n"
		"</system-out>\n"
		"    </testcase>\n"
		"    <testcase name=\"x: lead\" classname=\"a/plan\" time=\"0\" "
		"file=\"plans/a/plan.yaml\">\n"
		"      <failure message=\"“\xC2\xA3od” is not a lead\" type=\"lead-placeholder\">"
		"plans/a/plan.yaml:2:7: error: “\xC2\xA3od” is not a lead [lead-placeholder]\n"
		"   hint: name a post\n"
		"</failure>\n"
		"    </testcase>\n"
		"  </testsuite>\n"
		"</testsuites>\n");
}

static void test_junit_fails_from_the_level_on(void **state)
{
	struct run *run = *state;

	add(run, &date_tbc, "tbc", "a warning");
	assert_holds(written(run, &report_format_junit), "failures=\"0\"");
	assert_lacks(run->out.at, "<failure");
	run->summary.fail_level = SEVERITY_WARNING;
	assert_holds(written(run, &report_format_junit), "<failure message=\"a warning\"");
	run->summary.fail_level = SEVERITY_OFF;
	assert_lacks(written(run, &report_format_junit), "<failure");
}

static void test_junit_of_council_and_settings(void **state)
{
	struct run *run = *state;
	struct finding *finding = add(run, &lead_missing, "id", "of the council");

	finding->plan = (struct str){ 0 };
	finding->address = STR("a");
	finding = add(run, &lead_missing, "id", "of the settings");
	finding->plan = finding->address = (struct str){ 0 };
	assert_holds(written(run, &report_format_junit), "<testsuite name=\"a\" tests=\"1\"");
	assert_holds(run->out.at, "<testcase name=\"a: lead\" classname=\"a\"");
	assert_holds(run->out.at, "<testsuite name=\"plans/a/plan.yaml\" tests=\"1\"");
}

static void test_junit_of_what_cannot_be_read(void **state)
{
	struct run *run = *state;
	const struct str failure = STR_INIT("plans/<b>.yaml: permission denied");

	run->summary.failures = &failure;
	run->summary.failure_count = 1;
	assert_holds(written(run, &report_format_junit), "tests=\"5\" failures=\"0\" errors=\"1\"");
	assert_holds(run->out.at, "<testcase name=\"plans/&lt;b&gt;.yaml\" classname=\"planc\"");
	assert_holds(
		run->out.at,
		"<error message=\"plans/&lt;b&gt;.yaml: permission denied\" type=\"unreadable\"/>");
}

static void test_junit_escapes(void **state)
{
	struct run *run = *state;

	run->source.path = STR("a\"<b>\n\xFF.yaml");
	add(run, &lead_missing, "id", "]]> <![CDATA[ &amp; \"\x01\x1b\xE2\x80\xAE\xEF\xBF\xBE\n");
	assert_holds(
		written(run, &report_format_junit),
		"message=\"]]&gt; &lt;![CDATA[ &amp;amp; &quot;\\x01\\x1b\\u202e\xEF\xBF\xBD \"");
	assert_holds(run->out.at, "file=\"a&quot;&lt;b&gt; \xEF\xBF\xBD.yaml\"");
}

/* ---------------------------------------------------------------- markdown */

static void test_markdown(void **state)
{
	struct run *run = *state;

	add_one_of_each(run);
	assert_string_equal(
		written(run, &report_format_markdown),
		"**planc:** 1 error in 2 plans (3 actions); 2 held back by waivers or the "
		"baseline.\n"
		"\n### `a/plan`\n\n"
		"| Level | Place | What is wrong | What to write instead |\n"
		"| --- | --- | --- | --- |\n"
		"| error | `plans/a/plan.yaml:2` | “\xC2\xA3od” is not a lead (`lead-placeholder`) | "
		"name a post |\n");
}

static void test_markdown_of_nothing(void **state)
{
	assert_string_equal(written(*state, &report_format_markdown),
			    "**planc:** no findings in 2 plans (3 actions).\n");
}

static void test_markdown_escapes(void **state)
{
	struct run *run = *state;

	run->source.path = STR("a|`b\n# c.yaml");
	add(run, &lead_missing, "id", "“| `x` | <img> @all\n\n# y\x1b”");
	assert_holds(written(run, &report_format_markdown),
		     "| error | a&#124;\\`b \\# c.yaml:1 | “&#124; \\`x\\` &#124; &lt;img&gt; "
		     "@&#8203;all  \\# y\\\\x1b” (`lead-missing`) | |\n");
}

static void add_many(struct run *run, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		add(run, &date_tbc, "tbc", "a warning of some length, so that it takes room");
		add(run, &lead_missing, "id", "an error")->severity = i < 3 ? SEVERITY_ERROR
									    : SEVERITY_NOTE;
	}
}

static void test_markdown_leaves_out_what_is_less_grave(void **state)
{
	struct run *run = *state;

	add_many(run, 400);
	/* All warnings would fit without the notes. */
	run->summary.room = 0;
	assert_true(strlen(written(run, &report_format_markdown)) <= 65536);
	assert_lacks(run->out.at, "| note |");
	assert_holds(run->out.at, "| warning |");
	assert_holds(run->out.at, "| error |");
	assert_holds(run->out.at, "\nLeft out: 397 notes. There is room for 65536 characters here; "
				  "`planc` prints all.\n");
	run->summary.room = 1000;
	assert_true(strlen(written(run, &report_format_markdown)) <= 1000);
	assert_holds(run->out.at, "| error |");
	assert_lacks(run->out.at, "| warning |");
	assert_holds(run->out.at, "Left out: 400 warnings, 397 notes.");
}

static void test_markdown_is_cut(void **state)
{
	struct run *run = *state;

	for (unsigned i = 0; i < 2000; i++)
		add(run, &lead_missing, "id", "an error");
	assert_true(strlen(written(run, &report_format_markdown)) <= 65536);
	assert_true(run->out.len > 60000);
	assert_holds(run->out.at, "\nLeft out: ");
	run->summary.room = 1;
	assert_holds(written(run, &report_format_markdown), "\nLeft out: 2000 errors.");
	assert_true(run->out.len < 400);
}

static void test_markdown_of_what_cannot_be_read(void **state)
{
	struct run *run = *state;
	const struct str failure = STR_INIT("plans/*b*.yaml: permission denied");

	run->summary.failures = &failure;
	run->summary.failure_count = 1;
	assert_string_equal(written(run, &report_format_markdown),
			    "**planc:** not all could be read.\n\n"
			    "- plans/\\*b\\*.yaml: permission denied\n\n"
			    "Of the rest: no findings in 2 plans (3 actions).\n");
}

/* ---------------------------------------------------------------- all */

static void test_what_is_held_back_is_not_told(void **state)
{
	static const struct report_format *const told[] = {
		&report_format_text,  &report_format_github,   &report_format_gitlab,
		&report_format_junit, &report_format_markdown,
	};
	struct run *run = *state;

	add(run, &date_tbc, "tbc", "held back")->state = STATE_WAIVED;
	add(run, &date_tbc, "tbc", "held back")->state = STATE_BASELINED;
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		assert_lacks(written(run, told[i]), "date-tbc");
	assert_holds(written(run, &report_format_json), "\"held back\"");
	assert_holds(written(run, &report_format_sarif), "\"held back.\"");
}

/* A line of text comes into the log of a service as well. */
static void test_text_takes_no_commands_from_names(void **state)
{
	const struct report_grade grade = { STR("target"), 1 };
	const struct report_plan plan = {
		.plan = STR_INIT(" ::error::p/q"),
		.grades = &grade,
		.grade_count = 1,
	};
	struct run *run = *state;

	run->source.path = STR("::error::x/plan.yaml");
	run->summary.plans = &plan;
	run->summary.plan_count = 1;
	add(run, &lead_missing, "id", "x\n::error::y");
	add(run, &lead_missing, "id", "the same again");
	finding_hint(&run->report, run->report.findings.at[0], "\n::error::z");
	run->report.findings.at[0]->plan = run->report.findings.at[1]->plan = plan.plan;
	assert_holds(written(run, &report_format_text), "./::error::x/plan.yaml:1:1: ");
	assert_holds(run->out.at, "\n./ ::error::p/q: 1 measure: 1 target\n");
	for (size_t i = 0; report_formats[i]; i++) {
		if (report_formats[i] == &report_format_github)
			continue;
		written(run, report_formats[i]);
		assert_false(str_starts(str_trim(buf_str(&run->out)), STR("::")));
		assert_lacks(run->out.at, "\n::");
		assert_lacks(run->out.at, "\n ::");
	}
}

static void test_a_run_without_plans(void **state)
{
	struct run *run = *state;

	run->summary = (struct report_summary){ .exit_code = 2 };
	for (size_t i = 0; report_formats[i]; i++)
		assert_true(strlen(written(run, report_formats[i])) > 0);
	assert_string_equal(written(run, &report_format_junit),
			    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			    "<testsuites name=\"planc\" tests=\"0\" failures=\"0\" "
			    "errors=\"0\" skipped=\"0\" time=\"0\"/>\n");
}

static void test_formats_say_what_they_are(void **state)
{
	(void)state;
	for (size_t i = 0; report_formats[i]; i++)
		assert_non_null(report_formats[i]->summary);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_RUN(test_github),
		IN_A_RUN(test_github_of_several_lines),
		IN_A_RUN(test_github_takes_no_commands_from_plans),
		IN_A_RUN(test_github_shows_the_worst_ten),
		IN_A_RUN(test_github_of_what_cannot_be_read),
		IN_A_RUN(test_gitlab),
		IN_A_RUN(test_gitlab_of_nothing),
		IN_A_RUN(test_junit),
		IN_A_RUN(test_junit_fails_from_the_level_on),
		IN_A_RUN(test_junit_of_council_and_settings),
		IN_A_RUN(test_junit_of_what_cannot_be_read),
		IN_A_RUN(test_junit_escapes),
		IN_A_RUN(test_markdown),
		IN_A_RUN(test_markdown_of_nothing),
		IN_A_RUN(test_markdown_escapes),
		IN_A_RUN(test_markdown_leaves_out_what_is_less_grave),
		IN_A_RUN(test_markdown_is_cut),
		IN_A_RUN(test_markdown_of_what_cannot_be_read),
		IN_A_RUN(test_what_is_held_back_is_not_told),
		IN_A_RUN(test_text_takes_no_commands_from_names),
		IN_A_RUN(test_a_run_without_plans),
		cmocka_unit_test(test_formats_say_what_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
