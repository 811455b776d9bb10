#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

/*
 * Whether an action says any date that something can wait for; faults are passed
 * over. One that waits in turn has the date of that, or the finding is its own.
 */
static bool has_date(const struct action *action)
{
	if (action->due.kind == DATE_UNKNOWN)
		return list_is_given(&action->depends_on);
	if (action->due.node)
		return action->due.kind != DATE_TBC;
	return action->start.node || action->until.node || list_is_given(&action->milestones) ||
	       action->done.node;
}

/* What a dependency waits for, in words, when that has no date; else empty. */
static struct str undated(struct rule_run *run, const struct dependency *dependency)
{
	const struct action *action = (const struct action *)dependency->on.to;
	struct str words;

	if (dependency->text.node) {
		words = wording_quote(run, dependency->text.words);
		return words.len && !dependency->text.node->bad
			       ? arena_printf(run->arena, "“%.*s”", STR_ARG(words))
			       : (struct str){ 0 };
	}
	if (!action || dependency->on.node->bad || has_date(action) || action_is_over(action))
		return (struct str){ 0 };
	return wording_action(run, action);
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct dependency *dependencies = action->depends_on.at;
	struct finding *finding;
	struct str name, words;

	/* Without the key, or while it is to be confirmed, the date itself is what is missing. */
	if (action->due.kind != DATE_UNKNOWN || action->due.node->bad || action_is_over(action))
		return;
	for (size_t i = 0; i < action->depends_on.len; i++) {
		words = undated(run, &dependencies[i]);
		if (!words.len)
			continue;
		name = wording_action(run, action);
		finding = report_add(
			run->report, &rule_date_depends_undated.kind,
			node_span(dependencies[i].thing.node),
			"%.*s has no date of its own, and %.*s, which it waits for, has "
			"none either",
			STR_ARG(name), STR_ARG(words));
		finding_hint(run->report, finding,
			     "write a date under `due:`, such as `2024-09`, or let it wait for "
			     "an action that has a date");
		return;
	}
}

const struct rule rule_date_depends_undated = {
	.kind = {
		.name = "date-depends-undated",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "An action with no date of its own waits for something that has none.",
		.advice =
			"An action may say `due: unknown` because it hangs on something else, "
			"and then that must have a date. Where it has none, such as a strategy "
			"that is named only in words, nobody can tell when the action will "
			"begin or when it is late. Write the date by which the action should be "
			"done; it may be moved later, with the reason under `revisions:`. Or "
			"make what it waits for an action of this plan or another, with a date.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: unknown\n"
			"    depends_on:\n"
			"      - text: Asset Strategy\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    depends_on:\n"
			"      - text: Asset Strategy\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
