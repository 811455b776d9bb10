#include "diff/compare.h"
#include "diff/value.h"
#include "rules/changed.h"

/* The list that a changed entry stands in; empty where it is another field. */
static struct str list_of(struct str field)
{
	static const struct str lists[] = { STR_INIT("revisions["), STR_INIT("updates[") };

	for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
		if (str_starts(field, lists[i]))
			return str_slice(lists[i], 0, lists[i].len - 1);
	}
	return (struct str){ 0 };
}

/* What an entry is called: its field without what changed in it. */
static struct str entry_of(struct str field)
{
	size_t end = str_find(field, STR("]."), 0);

	return str_slice(field, 0, end);
}

static void tell(struct rule_run *run, const struct change *change, struct str list, bool is_gone)
{
	struct str name = changed_name(run, change);
	struct finding *finding = changed_report(run, &rule_revision_rewritten, change,
						 "an old entry under `%.*s:` of %.*s %s",
						 STR_ARG(list), STR_ARG(name),
						 is_gone ? "is gone" : "was changed");

	finding_hint(run->report, finding,
		     "put it back as it was, and add a new entry that says what is right");
}

/* Of one entry several fields may have changed: it is told once. */
static bool is_told(const struct rule_run *run, const struct change *change)
{
	const struct change *last = change - 1;

	return change > run->changes && last->action == change->action &&
	       last->kind == CHANGE_FIELD_CHANGED &&
	       str_equal(entry_of(last->field), entry_of(change->field));
}

static void on_change(struct rule_run *run, const struct change *change)
{
	struct str list = list_of(change->field);

	if (change->kind == CHANGE_UPDATE_REMOVED)
		tell(run, change, STR("updates"), true);
	else if (change->kind == CHANGE_ACTUAL_REMOVED || change->kind == CHANGE_ACTUAL_CHANGED)
		tell(run, change, STR("actuals"), change->kind == CHANGE_ACTUAL_REMOVED);
	else if (change->kind == CHANGE_FIELD_CHANGED && list.len && change->action &&
		 !is_told(run, change))
		tell(run, change, list, false);
}

/* An entry of `revisions` that went is no change of its own. */
static void tell_gone(struct rule_run *run, const struct action_pair *pair)
{
	struct change *change;
	struct pairing pairing;
	struct arena own;

	arena_init(&own);
	revisions_pair(&pairing, &own, pair->before, pair->after);
	for (size_t i = 0; i < pair->before->revisions.len; i++) {
		const struct revision *revisions = pair->before->revisions.at;

		if (pairing.of_before[i] != NOT_PAIRED || !node_is_given(revisions[i].thing.node))
			continue;
		change = arena_new(run->report->arena, struct change);
		change->kind = CHANGE_FIELD_CHANGED;
		change->action = pair->after;
		change->before = node_span(revisions[i].thing.node);
		tell(run, change, STR("revisions"), true);
	}
	arena_release(&own);
}

static void on_changes(struct rule_run *run)
{
	for (size_t i = 0; i < run->pair_count; i++) {
		const struct action_pair *pair = &run->pairs[i];

		if (pair->before && pair->after && pair->before->revisions.len &&
		    list_is_whole(&pair->after->revisions) &&
		    !node_is_same(pair->before->revisions.node, pair->after->revisions.node))
			tell_gone(run, pair);
	}
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"                      \
	"    due: 2024-09\n"                               \
	"    updates:\n"

const struct rule rule_revision_rewritten = {
	.kind = {
		.name = "revision-rewritten",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_ERROR,
		.summary = "An old entry of `revisions`, `updates` or `actuals` was changed or removed.",
		.advice =
			"These entries say what was known, and told, on their day. Whoever reads them "
			"later must be able to rely on that. Leave an entry as it is, and add a new one "
			"that corrects it. Slips of the pen may be mended: letters, commas, the way a "
			"word is spelt.",
		.before = PLAN "      - {date: 2024-05-20, text: Six hundred tenants answered.}\n",
		.bad = PLAN "      - {date: 2024-05-20, text: Nine hundred tenants answered.}\n",
		.good = PLAN "      - {date: 2024-05-20, text: Six hundred tenants answered.}\n"
			     "      - {date: 2024-06-03, text: With the late letters it is nine hundred.}\n",
	},
	.on_change = on_change,
	.on_changes = on_changes,
};
