/*
 * JUnit's XML, as CI services read it: a suite a plan; a case of the plan for
 * each group of rules, and one for each action (or theme, or section) and
 * group with findings. A case fails when a finding of it makes the run fail;
 * else its findings are what it printed.
 *
 * A group is what stands before the hyphen in a rule's name: lead, date, …
 */
#include "base/map.h"
#include "base/xml.h"
#include "report/format.h"
#include "report/groups.h"
#include "report/printable.h"

struct test_case {
	struct str thing; /* the id that the findings are about, or the suite's name */
	struct str group;
	VEC(const struct finding *) findings;
	size_t failing;
};

struct suite {
	struct str name;
	VEC(struct test_case *) cases;
	size_t failures;
	size_t suppressed;
};

struct writer {
	const struct report_summary *summary;
	struct arena arena;
	struct report_groups groups;
	VEC(struct str) rule_groups;
	VEC(struct suite *) suites;
	struct xml xml;
};

static struct str group_of(const struct finding_kind *kind)
{
	struct str name = str_from(kind->name);

	return str_slice(name, 0, str_find_byte(name, '-', 0));
}

static void list_rule_groups(struct writer *writer)
{
	const struct finding_kind *const *kinds = writer->summary->kinds;
	struct map seen = { 0 };

	for (size_t i = 0; kinds && kinds[i]; i++) {
		struct str group = group_of(kinds[i]);
		bool is_asked = !kinds[i]->before || writer->summary->has_states;

		if (is_asked && !map_add(&seen, &writer->arena, group, writer))
			vec_add(&writer->arena, &writer->rule_groups, group);
	}
}

/* A suite while its cases are made. */
struct making {
	struct arena *arena;
	struct suite *suite;
	struct map cases;
};

static struct test_case *get_case(struct making *making, struct str thing, struct str group)
{
	struct str key = arena_printf(making->arena, "%.*s: %.*s", STR_ARG(thing), STR_ARG(group));
	struct test_case *found = map_find(&making->cases, key);

	if (found)
		return found;
	found = arena_new(making->arena, struct test_case);
	found->thing = thing;
	found->group = group;
	map_add(&making->cases, making->arena, key, found);
	vec_add(making->arena, &making->suite->cases, found);
	return found;
}

/* The id behind the # of an address; of one without, the suite's name. */
static struct str thing_of(const struct finding *finding, struct str suite)
{
	size_t at = str_find_byte(finding->address, '#', 0);

	return at < finding->address.len ? str_slice(finding->address, at + 1, finding->address.len)
					 : suite;
}

static void make_suite(struct writer *writer, const struct report_group *group)
{
	struct making making = { .arena = &writer->arena };
	struct suite *suite = arena_new(&writer->arena, struct suite);

	making.suite = suite;
	suite->name = group->name;
	suite->suppressed = group->suppressed;
	for (size_t i = 0; group->is_plan && i < writer->rule_groups.len; i++)
		get_case(&making, group->name, writer->rule_groups.at[i]);
	for (size_t i = 0; i < group->findings.len; i++) {
		const struct finding *finding = group->findings.at[i];
		struct test_case *test = get_case(&making, thing_of(finding, group->name),
						  group_of(finding->kind));
		bool fails = finding_fails(finding, writer->summary->fail_level);

		suite->failures += fails && !test->failing;
		test->failing += fails;
		vec_add(&writer->arena, &test->findings, finding);
	}
	if (suite->cases.len || suite->suppressed)
		vec_add(&writer->arena, &writer->suites, suite);
}

static void put_attr(struct xml *xml, const char *name, struct str text)
{
	struct buf plain = { 0 };

	printable_add(&plain, text);
	xml_attr(xml, name, buf_str(&plain));
	buf_release(&plain);
}

static void add_line(const struct finding *finding, struct buf *out)
{
	struct place place = source_place(finding->span.source, finding->span.begin);
	struct str level = severity_name(finding->severity);

	printable_add_first(out, finding->span.source->path);
	buf_printf(out, ":%u:%u: %.*s: ", place.line, place.column, STR_ARG(level));
	printable_add(out, finding->message);
	buf_printf(out, " [%s]\n", finding->kind->name);
	if (finding->hint.len) {
		buf_add_c(out, "   hint: ");
		printable_add(out, finding->hint);
		buf_add_byte(out, '\n');
	}
}

/* The findings of a case: those that fail it, or the others. */
static void put_lines(struct writer *writer, const struct test_case *test, bool failing)
{
	struct buf lines = { 0 };

	for (size_t i = 0; i < test->findings.len; i++) {
		const struct finding *finding = test->findings.at[i];

		if (finding_fails(finding, writer->summary->fail_level) == failing)
			add_line(finding, &lines);
	}
	xml_text(&writer->xml, buf_str(&lines));
	buf_release(&lines);
}

static void put_failure(struct writer *writer, const struct test_case *test)
{
	struct xml *xml = &writer->xml;
	size_t i = 0;

	while (!finding_fails(test->findings.at[i], writer->summary->fail_level))
		i++;
	xml_open(xml, "failure");
	put_attr(xml, "message", test->findings.at[i]->message);
	xml_attr(xml, "type", str_from(test->findings.at[i]->kind->name));
	put_lines(writer, test, true);
	xml_close(xml, "failure");
}

static void put_case(struct writer *writer, const struct suite *suite, const struct test_case *test)
{
	struct xml *xml = &writer->xml;
	struct buf name = { 0 };

	buf_printf(&name, "%.*s: %.*s", STR_ARG(test->thing), STR_ARG(test->group));
	xml_open(xml, "testcase");
	put_attr(xml, "name", buf_str(&name));
	put_attr(xml, "classname", suite->name);
	xml_attr(xml, "time", STR("0"));
	if (test->findings.len)
		put_attr(xml, "file", test->findings.at[0]->span.source->path);
	if (test->failing)
		put_failure(writer, test);
	if (test->findings.len > test->failing) {
		xml_open(xml, "system-out");
		put_lines(writer, test, false);
		xml_close(xml, "system-out");
	}
	xml_close(xml, "testcase");
	buf_release(&name);
}

/* How many cases there are, and how they ended. */
static void put_totals(struct xml *xml, size_t tests, size_t failures, size_t errors)
{
	xml_attr_size(xml, "tests", tests);
	xml_attr_size(xml, "failures", failures);
	xml_attr_size(xml, "errors", errors);
	xml_attr_size(xml, "skipped", 0);
	xml_attr(xml, "time", STR("0"));
}

static void put_suppressed(struct xml *xml, size_t suppressed)
{
	if (!suppressed)
		return;
	xml_open(xml, "properties");
	xml_open(xml, "property");
	xml_attr(xml, "name", STR("suppressed"));
	xml_attr_size(xml, "value", suppressed);
	xml_close(xml, "property");
	xml_close(xml, "properties");
}

static void put_suite(struct writer *writer, const struct suite *suite)
{
	struct xml *xml = &writer->xml;

	xml_open(xml, "testsuite");
	put_attr(xml, "name", suite->name);
	put_totals(xml, suite->cases.len, suite->failures, 0);
	put_suppressed(xml, suite->suppressed);
	for (size_t i = 0; i < suite->cases.len; i++)
		put_case(writer, suite, suite->cases.at[i]);
	xml_close(xml, "testsuite");
}

/* What could not be read is an error, which is not a failure: nobody knows what is in it. */
static void put_unread(struct writer *writer)
{
	struct xml *xml = &writer->xml;

	if (!writer->summary->failure_count)
		return;
	xml_open(xml, "testsuite");
	xml_attr(xml, "name", STR("planc"));
	put_totals(xml, writer->summary->failure_count, 0, writer->summary->failure_count);
	for (size_t i = 0; i < writer->summary->failure_count; i++) {
		struct str failure = writer->summary->failures[i];

		xml_open(xml, "testcase");
		put_attr(xml, "name", str_slice(failure, 0, str_find(failure, STR(": "), 0)));
		xml_attr(xml, "classname", STR("planc"));
		xml_attr(xml, "time", STR("0"));
		xml_open(xml, "error");
		put_attr(xml, "message", failure);
		xml_attr(xml, "type", STR("unreadable"));
		xml_close(xml, "error");
		xml_close(xml, "testcase");
	}
	xml_close(xml, "testsuite");
}

static void put_all(struct writer *writer)
{
	size_t unread = writer->summary->failure_count;
	size_t failures = 0;
	size_t tests = unread;

	for (size_t i = 0; i < writer->suites.len; i++) {
		tests += writer->suites.at[i]->cases.len;
		failures += writer->suites.at[i]->failures;
	}
	xml_open(&writer->xml, "testsuites");
	xml_attr(&writer->xml, "name", STR("planc"));
	put_totals(&writer->xml, tests, failures, unread);
	put_unread(writer);
	for (size_t i = 0; i < writer->suites.len; i++)
		put_suite(writer, writer->suites.at[i]);
	xml_close(&writer->xml, "testsuites");
}

static void write_junit(const struct report *report, const struct report_summary *summary,
			bool colour, struct buf *out)
{
	struct writer writer = { .summary = summary };

	(void)colour;
	arena_init(&writer.arena);
	groups_make(report, summary, &writer.arena, &writer.groups);
	list_rule_groups(&writer);
	for (size_t i = 0; i < writer.groups.all.len; i++)
		make_suite(&writer, writer.groups.all.at[i]);
	xml_init(&writer.xml, out);
	put_all(&writer);
	arena_release(&writer.arena);
}

const struct report_format report_format_junit = {
	.name = "junit",
	.summary = "for services that show tests: a suite a plan",
	.write = write_junit,
};
