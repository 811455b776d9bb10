#include "rules/nearest.h"
#include "rules/rule.h"
#include "rules/wording.h"
#include "rules/placeholder.h"

/* Bytes of a list that a hint shows. */
#define LIST_BYTES 200

/* A ref that names nothing. */
struct unknown {
	const struct thing *owner;
	const struct field *field;
	const struct ref *ref;
};

/* `what` ends before the words that are quoted. */
static struct finding *add(struct rule_run *run, const struct unknown *unknown, const char *what)
{
	struct str words = wording_quote(run, unknown->ref->id);

	return report_add(run->report, &rule_reference_unknown.kind, node_span(unknown->ref->node),
			  "%s “%.*s”", what, STR_ARG(words));
}

/* Several ids with commas between them, where a list belongs: `[a, b]`. */
static bool hint_list(struct rule_run *run, const struct unknown *unknown, struct finding *finding)
{
	struct str words = unknown->ref->id;
	struct str list = { 0 };
	char slug[NEAREST_BYTES];

	if (unknown->field->type != FIELD_REFS || str_find_byte(words, ',', 0) == words.len)
		return false;
	for (size_t at = 0, end; at < words.len; at = end + 1) {
		struct str id;

		end = str_find_byte(words, ',', at);
		id = (struct str){ slug, nearest_slug(str_slice(words, at, end), slug) };
		if (id.len)
			list = arena_printf(run->arena, "%.*s%s%.*s", STR_ARG(list),
					    list.len ? ", " : "", STR_ARG(id));
	}
	if (!list.len || list.len > LIST_BYTES)
		return false;
	finding_hint(run->report, finding, "several are written in square brackets: `%.*s: [%.*s]`",
		     STR_ARG(unknown->field->name), STR_ARG(list));
	return true;
}

/* What is wrong with how it is written, whatever it is to name. */
static bool hint_writing(struct rule_run *run, const struct unknown *unknown,
			 struct finding *finding)
{
	if (!unknown->ref->id.len) {
		finding_hint(run->report, finding, "write an id there, or leave it out");
		return true;
	}
	return wording_hint_curly(run, unknown->field->name, unknown->ref->node, finding) ||
	       hint_list(run, unknown, finding);
}

static void hint_person(struct rule_run *run, const struct unknown *unknown,
			struct finding *finding)
{
	const struct list *people = &run->council->people;
	const struct person *person = people->at;
	struct nearest nearest;

	if (placeholder_is_nobody(unknown->ref->id)) {
		finding_hint(run->report, finding, "leave `%.*s:` out until somebody is named",
			     STR_ARG(unknown->field->name));
		return;
	}
	if (hint_writing(run, unknown, finding))
		return;
	nearest_init(&nearest, run, unknown->ref->id);
	for (size_t i = 0; i < people->len; i++) {
		if (!nearest_offer(&nearest, person[i].thing.id, person[i].name.words) ||
		    !nearest_offer(&nearest, person[i].thing.id, person[i].short_name.words))
			break;
	}
	if (nearest_hint(&nearest, unknown->ref->node, finding))
		return;
	if (nearest.slug_len)
		finding_hint(
			run->report, finding,
			"add `%.*s:` under `people:` in council.yaml, with a `name:` and a `kind:`",
			(int)nearest.slug_len, nearest.slug);
	else
		finding_hint(run->report, finding, "write an id from `people:` in council.yaml");
}

/* One whose id was found at fault may be the one that is meant. */
static bool may_hide_people(const struct list *people)
{
	if (people->node && people->node->bad)
		return true;
	for (size_t i = 0; i < people->len; i++) {
		if (people->node->pairs[i].key->bad)
			return true;
	}
	return false;
}

static void check_person(struct rule_run *run, const struct unknown *unknown)
{
	const struct council *council = run->council;
	bool is_lead = str_equal(unknown->field->name, STR("lead"));

	if (!council || !council->thing.node || council->thing.node->bad)
		return;
	if (may_hide_people(&council->people))
		return;
	/* Partners may be free text; of what says that there is no lead lead-placeholder speaks. */
	if (str_equal(unknown->owner->type->name, STR("partner")))
		return;
	if (is_lead && placeholder_is_nobody(unknown->ref->id))
		return;
	hint_person(run, unknown, add(run, unknown, "council.yaml has nobody with the id"));
}

static void check_priority(struct rule_run *run, const struct unknown *unknown)
{
	const struct list *list = &run->plan->priorities;
	const struct priority *priorities = list->at;
	struct nearest nearest;
	struct finding *finding;

	if (list->node && list->node->bad)
		return;
	nearest_init(&nearest, run, unknown->ref->id);
	for (uint32_t i = 0; list->node && list->node->kind == NODE_LIST && i < list->node->count;
	     i++) {
		if (list->node->items[i]->bad)
			return;
	}
	for (size_t i = 0; i < list->len; i++) {
		/* One without an id was found at fault, and may be the one that is meant. */
		if (!priorities[i].thing.id.len)
			return;
		nearest_offer(&nearest, priorities[i].thing.id, priorities[i].title.words);
	}
	finding = add(run, unknown, "the plan has no priority");
	if (!hint_writing(run, unknown, finding) &&
	    !nearest_hint(&nearest, unknown->ref->node, finding))
		finding_hint(run->report, finding,
			     "write an id from `priorities:` in plan.yaml, or add it there");
}

/* Whether an action may stand where it, or its id, could not be read. */
static bool may_hide_actions(struct rule_run *run, const struct plan *plan)
{
	if (plan->is_incomplete || !plan->thing.node || plan->thing.node->bad)
		return true;
	if (plan == run->identified)
		return false;
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		if (!plan->all_actions.at[i]->thing.id.len)
			return true;
	}
	run->identified = plan;
	return false;
}

static bool hint_plan(struct rule_run *run, const struct unknown *unknown, struct str address,
		      struct finding *finding)
{
	struct nearest nearest;

	nearest_init(&nearest, run, address);
	for (size_t i = 0; i < run->address_count; i++) {
		if (!nearest_offer(&nearest, run->addresses[i], (struct str){ 0 }))
			break;
	}
	return nearest_hint(&nearest, unknown->ref->node, finding);
}

static bool hint_action(struct rule_run *run, const struct unknown *unknown,
			const struct plan *plan, struct str id, struct finding *finding)
{
	struct nearest nearest;

	nearest_init(&nearest, run, id);
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];

		/* What an action waits for, or takes the place of, is never itself. */
		if (&action->thing != unknown->owner &&
		    !nearest_offer(&nearest, action->thing.id, action->title.words))
			break;
	}
	return nearest_hint(&nearest, unknown->ref->node, finding);
}

/* What is only named is written as {text: …}. */
static void hint_text(struct rule_run *run, struct finding *finding, const char *when,
		      struct str id)
{
	struct str words = wording_quote(run, id);

	finding_hint(run->report, finding, "%s, write `{text: %.*s}`", when, STR_ARG(words));
}

/* `council/plan#action`. */
static void check_other_action(struct rule_run *run, const struct unknown *unknown, size_t mark)
{
	struct str address = str_slice(unknown->ref->id, 0, mark);
	struct str id = str_slice(unknown->ref->id, mark + 1, unknown->ref->id.len);
	const struct plan *plan = map_find(&run->index->plans, address);
	struct finding *finding;

	if (plan && may_hide_actions(run, plan))
		return;
	finding = add(run, unknown, "there is no action");
	if (plan) {
		if (!hint_action(run, unknown, plan, id, finding))
			finding_hint(run->report, finding,
				     "the plan `%.*s` has no action of that id", STR_ARG(address));
	} else if (!hint_plan(run, unknown, address, finding)) {
		finding_hint(run->report, finding,
			     "write the folder of the council, that of the plan and the id of the "
			     "action, as `council/plan#action`");
	}
}

static void check_action(struct rule_run *run, const struct unknown *unknown)
{
	struct str id = unknown->ref->id;
	size_t mark = str_find_byte(id, '#', 0);
	const struct thing *other;
	struct finding *finding;

	if (mark < id.len) {
		check_other_action(run, unknown, mark);
		return;
	}
	if (may_hide_actions(run, run->plan))
		return;
	finding = add(run, unknown, "the plan has no action");
	other = map_find(&run->plan->by_id, id);
	if (other)
		finding_hint(run->report, finding,
			     "that is the id of a %.*s: name one of its actions",
			     STR_ARG(other->type->name));
	else if (!hint_writing(run, unknown, finding) &&
		 !hint_action(run, unknown, run->plan, id, finding))
		hint_text(run, finding, "for what is no action of this plan", id);
}

static void check_plan(struct rule_run *run, const struct unknown *unknown)
{
	struct str id = unknown->ref->id;
	struct finding *finding = add(run, unknown, "there is no plan");

	if (hint_writing(run, unknown, finding) || hint_plan(run, unknown, id, finding))
		return;
	if (str_equal(unknown->owner->type->name, STR("parent")))
		hint_text(run, finding, "for a plan that is not kept here", id);
	else
		finding_hint(
			run->report, finding,
			"write the folder of its council and its own, as `council/plan`; for a plan "
			"that is not kept here, give its `url:` instead");
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	const struct ref *ref = value;
	struct unknown unknown = { owner, field, ref };

	if (ref->to || ref->node->bad || node_is_null(ref->node))
		return;
	switch (ref->kind) {
	case REF_PERSON: check_person(run, &unknown); break;
	case REF_PRIORITY: check_priority(run, &unknown); break;
	case REF_ACTION: check_action(run, &unknown); break;
	case REF_PLAN: check_plan(run, &unknown); break;
	case REF_OLD_ID: break;
	}
}

const struct rule rule_reference_unknown = {
	.kind = {
		.name = "reference-unknown",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "A person, priority, action or plan that is named does not exist.",
		.advice =
			"Leads and supporters are named by their id under `people:` in "
			"council.yaml, priorities by their id under `priorities:` in plan.yaml, "
			"actions by their id, and actions of another plan as "
			"council/plan#action. An id that is not there is most often a slip of "
			"the pen, or a name written out in full: the hint then gives the id. "
			"Somebody new is added to council.yaml first. What an action waits for "
			"need not be an action: then write it in words behind `text:`.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-houseing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.visits = FIELD_BIT(FIELD_REF) | FIELD_BIT(FIELD_REFS),
	.on_value = on_value,
};
