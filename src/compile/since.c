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

/* What changed in a plan stands together, and so do its actions. */
struct plan_since {
	size_t change, change_count;
	size_t pair, pair_count;
};

static struct plan_since *get_plan(struct map *plans, struct arena *arena, struct str address)
{
	struct plan_since *plan = map_find(plans, address);

	if (!plan) {
		plan = arena_new(arena, struct plan_since);
		map_add(plans, arena, address, plan);
	}
	return plan;
}

static struct map index_changes(const struct changes *changes, struct arena *arena)
{
	struct map plans = { 0 };

	for (size_t i = changes->list.len; i-- > 0;) {
		struct plan_since *plan = get_plan(&plans, arena, changes->list.at[i].plan);

		plan->change = i;
		plan->change_count++;
	}
	for (size_t i = changes->pairs.len; i-- > 0;) {
		struct str address = changes->pairs.at[i].after_plan->thing.id;
		struct plan_since *plan = get_plan(&plans, arena, address);

		plan->pair = i;
		plan->pair_count++;
	}
	return plans;
}

struct past {
	const struct ledger *ledger;
	bool is_read;
};

/* Reads it once. What cannot be read is noted: then the run has failed. */
static const struct ledger *past_of(struct compilation *result,
				    const struct compile_options *options, struct past *past)
{
	struct str why = { 0 };

	if (past->is_read || !options->read_past)
		return past->ledger;
	past->is_read = true;
	past->ledger = options->read_past(options->past_context, &why);
	if (!past->ledger) {
		result->status = COMPILE_FAILED;
		vec_add(&result->arena, &result->failures, arena_copy(&result->arena, why));
	}
	return past->ledger;
}

void since_check(const struct since *since, struct report *report,
		 const struct compile_options *options)
{
	struct compilation *result = since->result;
	struct arena *arena = &result->arena;
	const struct changes *changes = since->changes;
	const bool *draft = settings_enabled(&result->settings, arena, false);
	const bool *adopted = settings_enabled(&result->settings, arena, true);
	struct map before = index_plans(since->before, arena);
	struct map changed = index_changes(changes, arena);
	struct past past = { 0 };
	struct rule_run run = {
		.report = report,
		.arena = arena,
		.as_of = options->as_of,
		.numbers = settings_numbers(&result->settings, arena),
		.all_changes = changes,
		.offences = since->offences,
	};

	for (size_t i = 0; i < result->plans.len; i++) {
		const struct plan *plan = result->plans.at[i];
		const struct plan_since *found = map_find(&changed, plan->thing.id);
		const bool *enabled;

		run.plan = plan;
		run.council = plan->council;
		run.before = map_find(&before, plan->thing.id);
		if (!found || plan->namesake || !run.before || !since_is_whole(run.before))
			continue;
		enabled = options->is_strict || plan_is_adopted(plan) ? adopted : draft;
		run.changes = found->change_count ? &changes->list.at[found->change] : NULL;
		run.change_count = found->change_count;
		run.pairs = found->pair_count ? &changes->pairs.at[found->pair] : NULL;
		run.pair_count = found->pair_count;
		if (rules_want_past(&run, enabled))
			run.past = past_of(result, options, &past);
		rules_check_changes(&run, enabled);
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
