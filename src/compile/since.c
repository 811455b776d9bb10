#include "compile/since.h"
#include "compile/finish.h"
#include "compile/unchanged.h"
#include "diff/diff.h"
#include "diff/ledger_run.h"

#include <stdlib.h>
#include <string.h>

/* Without the plans that are as they were, which the other side was not asked for. */
static struct diff_side changed_side_of(const struct compilation *result)
{
	struct diff_side side = compilation_side(result);
	struct arena *arena = result->unchanged->arena;
	struct plan **plans = arena_new_array(arena, struct plan *, result->plans.len);

	side.plans = plans;
	side.plan_count = 0;
	for (size_t i = 0; i < result->plans.len; i++) {
		if (!unchanged_has(result->unchanged, result->plans.at[i]->council))
			plans[side.plan_count++] = result->plans.at[i];
	}
	return side;
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

/* ---------------------------------------------------------------- plans that went */

static bool has_action(const struct compilation *result, struct str id)
{
	for (size_t i = 0; i < result->plans.len; i++) {
		const struct thing *thing = map_find(&result->plans.at[i]->by_id, id);

		if (thing && thing->type == &type_action)
			return true;
	}
	return false;
}

/* How many actions went with a plan before they were done or cancelled, and stand nowhere else. */
static size_t count_lost(const struct compilation *result, const struct plan *plan)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];

		count += action->status.index != ACTION_DONE &&
			 action->status.index != ACTION_CANCELLED &&
			 !has_action(result, action->thing.id);
	}
	return count;
}

/* What is left of a plan that is gone is its council. */
static struct source *council_source(const struct compilation *result, const struct plan *plan)
{
	for (size_t i = 0; i < result->councils.len; i++) {
		if (str_equal(result->councils.at[i]->thing.id, plan->council->thing.id))
			return result->councils.at[i]->source;
	}
	return NULL;
}

static void check_gone(const struct since *since, struct report *report, const struct plan *plan,
		       const struct change *change)
{
	struct span where = { .source = council_source(since->result, plan) };
	size_t lost = count_lost(since->result, plan);
	struct finding *finding;

	if (!where.source || !lost || !plan_is_adopted(plan))
		return;
	finding = report_add(
		report, &rule_action_deleted.kind, where,
		"the plan “%.*s” is gone, with %zu action%s neither done nor cancelled",
		STR_ARG(plan->thing.id), lost, lost == 1 ? "" : "s");
	finding_hint(report, finding,
		     "put it back, with `status: closed` if it is over; what goes on may move to "
		     "another plan under its id");
	finding_relate(report, finding, change->before, "as it was before the change");
}

static void check_all_gone(const struct since *since, struct report *report,
			   const struct map *before)
{
	for (size_t i = 0; i < since->changes->list.len; i++) {
		const struct change *change = &since->changes->list.at[i];
		const struct plan *plan = change->kind == CHANGE_PLAN_REMOVED
						  ? map_find(before, change->address)
						  : NULL;

		if (plan && since_is_whole(plan))
			check_gone(since, report, plan, change);
	}
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
	size_t found_before;
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
		const struct str *old;
		const bool *enabled;
		bool was_adopted;

		run.plan = plan;
		run.council = plan->council;
		run.before = map_find(&before, plan->thing.id);
		if (!found || plan->namesake || !run.before || !since_is_whole(run.before))
			continue;
		old = map_find(&since->renamed, plan->thing.id);
		run.past_plan = old ? *old : plan->thing.id;
		was_adopted = options->is_strict || plan_is_adopted(run.before);
		enabled = was_adopted || plan_is_adopted(plan) ? adopted : draft;
		run.changes = found->change_count ? &changes->list.at[found->change] : NULL;
		run.change_count = found->change_count;
		run.pairs = found->pair_count ? &changes->pairs.at[found->pair] : NULL;
		run.pair_count = found->pair_count;
		if (rules_want_past(&run, enabled))
			run.past = past_of(result, options, &past);
		found_before = report->findings.len;
		rules_check_changes(&run, enabled);
		/* To call it a draft again takes nothing back. */
		for (size_t j = found_before; j < report->findings.len; j++)
			report->findings.at[j]->is_of_adopted = was_adopted;
	}
	check_all_gone(since, report, &before);
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

static struct plan *find_plan(const struct compilation *result, struct str address)
{
	for (size_t i = 0; i < result->plans.len; i++) {
		if (str_equal(result->plans.at[i]->thing.id, address))
			return result->plans.at[i];
	}
	return NULL;
}

/* A plan whose folder was renamed is the same plan: as it was, it gets the address that it has now. */
static void follow_renamed(struct since *since, const struct compile_options *options)
{
	struct compilation *before = since->result->before;
	struct arena *arena = &since->result->arena;
	struct ledger_run run = { .arena = arena };
	struct diff_side old = compilation_side(before);
	struct diff_side new = changed_side_of(since->result);

	ledger_match_plans(&run, &old, &new);
	for (size_t i = 0; i < run.plans.len; i++) {
		const struct plan_match *match = &run.plans.at[i];
		struct str *address;

		if (!match->before || !match->after ||
		    str_equal(match->old_address, match->after->thing.id))
			continue;
		address = arena_new(arena, struct str);
		*address = match->old_address;
		map_add(&since->renamed, arena, match->after->thing.id, address);
		find_plan(before, *address)->thing.id = match->after->thing.id;
	}
	if (since->renamed.count)
		finish_renamed(before, options);
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
	result->unchanged = arena_new(&result->arena, struct unchanged);
	result->unchanged->arena = &result->arena;
	unchanged_find(result->unchanged, result, input, options->before);
	what.unchanged = result->unchanged;
	result->before = arena_new(&result->arena, struct compilation);
	since.before = result->before;
	compile(result->before, options->before, &what);
	tell_failures(result);
	follow_renamed(&since, options);
	old = compilation_side(result->before);
	new = changed_side_of(result);
	diff(&result->changes, &result->arena, &old, &new);
	if (!options->skip_rules)
		since_check(&since, &result->report, options);
}

static int compare_offences(const void *left, const void *right)
{
	const struct offence *a = left;
	const struct offence *b = right;

	if (a->change != b->change)
		return a->change < b->change ? -1 : 1;
	return strcmp(a->rule->kind.name, b->rule->kind.name);
}

void offences_sort(struct offences *offences)
{
	size_t kept = 0;

	for (size_t i = 0; i < offences->list.len; i++) {
		/* An entry of `revisions` that went is in no list of changes. */
		if (offences->list.at[i].change->plan.len)
			offences->list.at[kept++] = offences->list.at[i];
	}
	offences->list.len = kept;
	if (kept)
		qsort(offences->list.at, kept, sizeof(offences->list.at[0]), compare_offences);
}

/* What a finding is held against: what was found before, and what could not be read then. */
struct known {
	struct map fingerprints;
	struct map plans; /* address → struct plan */
	const struct unchanged *unchanged;
	struct map files; /* path of a file that could not be read */
};

static void know(struct known *known, const struct compilation *before, struct arena *arena)
{
	known->plans = index_plans(before, arena);
	for (size_t i = 0; i < before->report.findings.len; i++) {
		struct finding *finding = before->report.findings.at[i];
		const struct document *document = (const struct document *)finding->span.source;

		if (!document->root)
			map_add(&known->files, arena, document->source.path, finding);
		if (!finding_is_suppressed(finding))
			map_add(&known->fingerprints, arena, finding->fingerprint, finding);
	}
}

static bool is_known(const struct known *known, const struct finding *finding)
{
	const struct document *document = (const struct document *)finding->span.source;
	const struct plan *plan = map_find(&known->plans, finding->plan);
	const struct council *council = document->plan ? document->plan->council
						       : document->council;

	if (council && unchanged_has(known->unchanged, council))
		return true;
	if (map_find(&known->fingerprints, finding->fingerprint))
		return true;
	return !kind_is_reading(finding->kind) &&
	       ((plan && (!plan->thing.node || plan->thing.node->bad)) ||
		map_find(&known->files, finding->span.source->path));
}

void since_mark_known(struct compilation *result)
{
	struct known known = { .unchanged = result->unchanged };

	know(&known, result->before, &result->arena);
	for (size_t i = 0; i < result->report.findings.len; i++) {
		struct finding *finding = result->report.findings.at[i];

		if (finding->state == STATE_NEW && is_known(&known, finding))
			finding->state = STATE_KNOWN;
	}
}
