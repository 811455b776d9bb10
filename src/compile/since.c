#include "compile/since.h"
#include "diff/diff.h"

static struct diff_side side_of(const struct compilation *result)
{
	return (struct diff_side){
		result->plans.at,
		result->plans.len,
		result->councils.at,
		result->councils.len,
	};
}

bool since_is_whole(const struct plan *plan)
{
	return plan->thing.node && !plan->thing.node->bad && !plan->is_incomplete;
}

static struct map index_plans(const struct compilation *result, struct arena *arena)
{
	struct map plans = { 0 };

	for (size_t i = 0; i < result->plans.len; i++)
		map_add(&plans, arena, result->plans.at[i]->thing.id, result->plans.at[i]);
	return plans;
}

/* The changes of one plan stand together: those from `from` on. */
static size_t count_changes(const struct changes *changes, size_t from)
{
	size_t count = 0;

	while (from + count < changes->list.len &&
	       str_equal(changes->list.at[from].plan, changes->list.at[from + count].plan))
		count++;
	return count;
}

void since_check(const struct since *since, struct report *report,
		 const struct compile_options *options)
{
	struct compilation *result = since->result;
	struct arena *arena = &result->arena;
	const bool *draft = settings_enabled(&result->settings, arena, false);
	const bool *adopted = settings_enabled(&result->settings, arena, true);
	struct map before = index_plans(since->before, arena);
	struct map after = index_plans(result, arena);
	struct rule_run run = {
		.report = report,
		.arena = arena,
		.as_of = options->as_of,
		.numbers = settings_numbers(&result->settings, arena),
		.all_changes = since->changes,
		.offences = since->offences,
	};

	for (size_t i = 0; i < since->changes->list.len; i += run.change_count) {
		struct str address = since->changes->list.at[i].plan;

		run.changes = &since->changes->list.at[i];
		run.change_count = count_changes(since->changes, i);
		run.plan = map_find(&after, address);
		run.before = map_find(&before, address);
		if (!run.plan || !run.before || !since_is_whole(run.before))
			continue;
		run.council = run.plan->council;
		rules_check_changes(&run, options->is_strict || plan_is_adopted(run.plan) ? adopted
											  : draft);
	}
}

/* What stopped the reading of the plans as they were stops the run. */
static void tell_failures(struct compilation *result)
{
	const struct compilation *before = result->before;

	for (size_t i = 0; i < before->failures.len; i++)
		vec_add(&result->arena, &result->failures,
			arena_printf(&result->arena, "as it was before the change: %.*s",
				     STR_ARG(before->failures.at[i])));
	if (before->status == COMPILE_FAILED)
		result->status = COMPILE_FAILED;
}

void since_compile(struct compilation *result, struct input *input,
		   const struct compile_options *options)
{
	struct compile_options what = *options;
	struct since since = { .result = result, .changes = &result->changes };
	struct diff_side old, new;

	what.before = NULL;
	what.only_findings = false;
	what.settings_given = &result->settings;
	what.settings_input = input;
	result->before = arena_new(&result->arena, struct compilation);
	since.before = result->before;
	compile(result->before, options->before, &what);
	tell_failures(result);
	old = side_of(result->before);
	new = side_of(result);
	diff(&result->changes, &result->arena, &old, &new);
	if (!options->skip_rules)
		since_check(&since, &result->report, options);
}

void since_mark_known(struct compilation *result)
{
	const struct compilation *before = result->before;
	struct arena *arena = &result->arena;
	struct map plans = index_plans(before, arena);
	struct map known = { 0 };

	for (size_t i = 0; i < before->report.findings.len; i++) {
		struct finding *finding = before->report.findings.at[i];

		if (!finding_is_suppressed(finding))
			map_add(&known, arena, finding->fingerprint, finding);
	}
	for (size_t i = 0; i < result->report.findings.len; i++) {
		struct finding *finding = result->report.findings.at[i];
		const struct plan *plan = finding->plan.len ? map_find(&plans, finding->plan)
							    : NULL;
		bool is_unknown = plan && !since_is_whole(plan) && !kind_is_reading(finding->kind);

		if (finding->state == STATE_NEW &&
		    (is_unknown || map_find(&known, finding->fingerprint)))
			finding->state = STATE_KNOWN;
	}
}
