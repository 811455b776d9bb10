#include "rules/changed.h"

static bool names(const struct list *list, struct str address, struct str id)
{
	const struct ref *refs = list->at;

	for (size_t i = 0; i < list->len; i++) {
		if (str_equal(refs[i].id, address) || str_equal(refs[i].id, id))
			return true;
	}
	return false;
}

/* Whether an action that came in another plan is the same one, or says that it goes on there. */
static bool continues(const struct action *action, const struct change *gone)
{
	struct str id = gone->action->thing.id;

	return str_equal(action->thing.id, id) || names(&action->replaces, gone->address, id) ||
	       names(&action->split_from, gone->address, id);
}

/* An action that goes to another plan is removed here and added there. */
static bool is_elsewhere(const struct rule_run *run, const struct change *gone)
{
	for (size_t i = 0; i < run->all_changes->list.len; i++) {
		const struct change *change = &run->all_changes->list.at[i];

		if (change->kind == CHANGE_ACTION_ADDED && !str_equal(change->plan, gone->plan) &&
		    continues(change->action, gone))
			return true;
	}
	return false;
}

static void on_change(struct rule_run *run, const struct change *change)
{
	struct finding *finding;
	struct str name;

	if (change->kind != CHANGE_ACTION_REMOVED || change->action->status.index == ACTION_DONE ||
	    change->action->status.index == ACTION_CANCELLED || is_elsewhere(run, change))
		return;
	name = changed_name(run, change);
	finding = changed_report(run, &rule_action_deleted, change,
				 "%.*s is gone, and was neither done nor cancelled", STR_ARG(name));
	finding_hint(
		run->report, finding,
		"put it back with `status: cancelled` and say why under `revisions:`; if another "
		"action takes its place, write there `replaces: %.*s`",
		STR_ARG(change->action->thing.id));
}

#define PLAN                                                                 \
	"title: Housing Plan\n"                                              \
	"status: adopted\n"                                                  \
	"actions:\n"                                                         \
	"  - id: advice-line\n"                                              \
	"    activity: Run an advice line for those who are cold at home.\n" \
	"    lead: head-of-housing\n"                                        \
	"    due: 2024-12\n"

#define SURVEY                                             \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"                      \
	"    due: 2024-09\n"

const struct rule rule_action_deleted = {
	.kind = {
		.name = "action-deleted",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_ERROR,
		.summary = "An action went that was neither done nor cancelled, and nothing replaces it.",
		.advice =
			"What an adopted plan promises does not vanish. An action that will not be "
			"done stays for the life of the plan, with `status: cancelled` and the reason "
			"under `revisions:`. Where another one takes its place, that one names it under "
			"`replaces:`; of an action that became several, each names it under "
			"`split_from:`. An action that goes to another plan keeps its id there.",
		.before = PLAN SURVEY,
		.bad = PLAN,
		.good = PLAN SURVEY "    status: cancelled\n"
				    "    revisions:\n"
				    "      - date: 2024-06-03\n"
				    "        reason: The regulator asks all tenants this year.\n",
	},
	.on_change = on_change,
};
