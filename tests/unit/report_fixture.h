/* Findings made by hand, for the tests of the formats: what rules do not give, and hostile words. */
#ifndef TESTS_UNIT_REPORT_FIXTURE_H
#define TESTS_UNIT_REPORT_FIXTURE_H

#include "report/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const struct finding_kind lead_placeholder = {
	.name = "lead-placeholder",
	.draft = SEVERITY_WARNING,
	.adopted = SEVERITY_ERROR,
	.summary = "A lead is none.",
	.advice = "Name a person in `lead:`, not <nobody>.",
	.bad = "lead: tbc\n",
	.good = "lead: head-of-housing\n",
};
static const struct finding_kind date_tbc = {
	.name = "date-tbc",
	.adopted = SEVERITY_WARNING,
	.summary = "A date is to be confirmed.",
	.advice = "Say when.",
};
static const struct finding_kind lead_missing = {
	.name = "lead-missing",
	.draft = SEVERITY_WARNING,
	.adopted = SEVERITY_ERROR,
	.summary = "Nobody leads.",
	.advice = "Say who does.",
};
static const struct finding_kind *const kinds[] = { &lead_missing, &lead_placeholder, &date_tbc,
						    NULL };

static const struct report_plan plans[] = {
	{ .plan = STR_INIT("a/clean"), .actions = 2, .leads = 1 },
	{ .plan = STR_INIT("a/plan"), .actions = 1, .leads = 1 },
};

struct run {
	struct arena arena;
	struct report report;
	struct report_summary summary;
	struct source source;
	struct buf out;
	unsigned count;
};

static inline int open_run(void **state)
{
	struct run *run = calloc(1, sizeof(*run));

	arena_init(&run->arena);
	report_init(&run->report, &run->arena);
	source_init(&run->source, &run->arena, STR("plans/a/plan.yaml"),
		    STR("id: x\nlead: \xC2\xA3od\ndue: tbc\n"));
	run->summary = (struct report_summary){
		.plans = plans,
		.plan_count = 2,
		.kinds = kinds,
		.fail_level = SEVERITY_ERROR,
		.exit_code = 1,
	};
	*state = run;
	return 0;
}

static inline int close_run(void **state)
{
	struct run *run = *state;

	buf_release(&run->out);
	arena_release(&run->arena);
	free(run);
	return 0;
}

/* Where the words stand in the file. */
static inline struct span span_of(struct run *run, const char *words)
{
	size_t at = str_find(run->source.bytes, str_from(words), 0);

	assert_true(at < run->source.bytes.len);
	return (struct span){ &run->source, (uint32_t)at, (uint32_t)(at + strlen(words)) };
}

static inline struct finding *add(struct run *run, const struct finding_kind *kind,
				  const char *words, const char *message)
{
	struct finding *finding = report_add(&run->report, kind, span_of(run, words), "%s",
					     message);

	finding->plan = STR("a/plan");
	finding->address = STR("a/plan#x");
	finding->fingerprint = arena_printf(&run->arena, "p1:%032u", ++run->count);
	return finding;
}

static const char *written(struct run *run, const struct report_format *format)
{
	run->out.len = 0;
	buf_add_c(&run->out, "");
	format->write(&run->report, &run->summary, true, &run->out);
	return run->out.at;
}

static inline void assert_holds(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("“%s” is not in:\n%s", part, text);
}

static inline void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("“%s” is in:\n%s", part, text);
}

static inline json_t *parsed(struct run *run, const struct report_format *format)
{
	json_error_t error;
	json_t *root = json_loads(written(run, format), JSON_REJECT_DUPLICATES, &error);

	if (!root)
		fail_msg("%s:\n%s", error.text, run->out.at);
	return root;
}

/* The member that a path of keys and numbers leads to: "runs.0.results". */
static inline json_t *at(json_t *value, const char *path)
{
	struct str rest = str_from(path);

	while (rest.len && value) {
		size_t end = str_find_byte(rest, '.', 0);
		struct str key = str_slice(rest, 0, end);

		if (json_is_array(value))
			value = json_array_get(value, strtoul(key.at, NULL, 10));
		else
			value = json_object_getn(value, key.at, key.len);
		rest = str_slice(rest, end < rest.len ? end + 1 : end, rest.len);
	}
	return value;
}

static const char *text_at(json_t *value, const char *path)
{
	const char *text = json_string_value(at(value, path));

	return text ? text : "(none)";
}

static inline int number_at(json_t *value, const char *path)
{
	assert_true(json_is_integer(at(value, path)));
	return (int)json_integer_value(at(value, path));
}

/* One of each: new, waived, baselined, with edits and related places. */
static inline void add_one_of_each(struct run *run)
{
	struct finding *finding = add(run, &lead_placeholder, "\xC2\xA3od",
				      "“\xC2\xA3od” is not a lead");

	finding_hint(&run->report, finding, "name a post");
	finding_relate(&run->report, finding, span_of(run, "id"), "of this action");
	finding_edit(&run->report, finding, span_of(run, "\xC2\xA3od"), STR("head-of-housing"));
	finding_edit(&run->report, finding, span_of(run, "due: tbc"), STR(""));
	finding = add(run, &date_tbc, "tbc", "the date is to be confirmed");
	finding->severity = SEVERITY_WARNING;
	finding->state = STATE_WAIVED;
	finding->reason = STR("funds are asked for");
	finding = add(run, &lead_missing, "id: x", "no lead");
	finding->state = STATE_BASELINED;
}

#define IN_A_RUN(test) cmocka_unit_test_setup_teardown(test, open_run, close_run)

#endif
