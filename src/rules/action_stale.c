#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* The last day of which the plan tells something; what cannot be read may be younger. */
struct news {
	int32_t last;
	bool is_known;
	bool is_unclear;
};

static void see_day(struct news *news, int32_t day)
{
	if (!news->is_known || day > news->last)
		news->last = day;
	news->is_known = true;
}

static void see(struct news *news, const struct date *date)
{
	if (!date->node)
		return;
	if (date_is_known(date))
		see_day(news, date->latest);
	else
		news->is_unclear = true;
}

static void see_list(struct news *news, const struct list *list)
{
	if (!list_is_whole(list))
		news->is_unclear = true;
}

static void see_actuals(struct news *news, const struct list *list)
{
	const struct measure *measures = list->at;

	for (size_t i = 0; i < list->len; i++) {
		const struct actual *actuals = measures[i].actuals.at;

		see_list(news, &measures[i].actuals);
		for (size_t j = 0; j < measures[i].actuals.len; j++)
			see(news, &actuals[j].at);
	}
}

/* Updates, and whatever else shows that somebody looked at the action. */
static void see_all(struct news *news, const struct action *action)
{
	const struct update *updates = action->updates.at;
	const struct revision *revisions = action->revisions.at;
	const struct milestone *milestones = action->milestones.at;

	see_list(news, &action->updates);
	see_list(news, &action->revisions);
	for (size_t i = 0; i < action->updates.len; i++) {
		news->is_unclear |= !updates[i].date.node;
		see(news, &updates[i].date);
	}
	for (size_t i = 0; i < action->revisions.len; i++)
		see(news, &revisions[i].date);
	for (size_t i = 0; i < action->milestones.len; i++)
		see(news, &milestones[i].done);
	see_actuals(news, &action->measures);
}

/* Where nothing was ever told: since the action and the plan began. */
static void see_begin(struct news *news, const struct plan *plan, const struct action *action)
{
	see(news, &action->start);
	see(news, &plan->approved);
	if (plan->period.node && date_is_known(&plan->period))
		see_day(news, plan->period.earliest);
}

static void on_action(struct rule_run *run, const struct action *action)
{
	struct news news = { 0 };
	struct finding *finding;
	struct str name, last, today;
	int days;

	if (!action->status.node || action->status.node->bad ||
	    action->status.index != ACTION_IN_PROGRESS || action_is_over(action))
		return;
	see_all(&news, action);
	if (!news.is_known)
		see_begin(&news, run->plan, action);
	if (!news.is_known || news.is_unclear || news.last >= run->as_of)
		return;
	days = (int)(run->as_of - news.last);
	if (days < rule_number(run, &rule_action_stale))
		return;
	name = wording_action(run, action);
	last = wording_day(run, news.last);
	today = wording_day(run, run->as_of);
	finding = report_add(run->report, &rule_action_stale.kind, node_span(action->status.node),
			     "%.*s is in progress, but there is no news of it since %.*s, %d day%s "
			     "before %.*s",
			     STR_ARG(name), STR_ARG(last), days, days == 1 ? "" : "s",
			     STR_ARG(today));
	finding_hint(run->report, finding,
		     "say how far it has come, with `date:` and `text:`, in a new item under "
		     "`updates:`");
}

const struct rule rule_action_stale = {
	.kind = {
		.name = "action-stale",
		.draft = SEVERITY_OFF,
		.adopted = SEVERITY_NOTE,
		.summary = "An action of an adopted plan is in progress, and nothing was told of it for 120 days.",
		.advice =
			"Readers cannot tell work that goes well from work that was forgotten. "
			"Add a short note under `updates:` with its date, or put right the "
			"status. The days are counted from the last dated update, revision, "
			"actual value of a measure, or milestone that was done. Where there is "
			"none of these, they are counted from the later of the start of the "
			"action, the start of the plan's period and the day on which the plan "
			"was approved. They end on the day that `--as-of` gives, else today.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2030-03\n"
			"    status: in-progress\n"
			"    updates:\n"
			"      - {date: 2023-05-12, text: The questions are agreed.}\n"
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
			"    due: 2030-03\n"
			"    status: done\n"
			"    updates:\n"
			"      - {date: 2023-05-12, text: The answers are published.}\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.number = { "days", "days without news of an action in progress", 120 },
	.on_action = on_action,
};
