#include "rules/place.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* Lists up to this length are compared pair by pair, longer ones through a map. */
#define SHORT_LIST 16

static const struct thing *thing_at(const struct list *list, const struct field *field, size_t i)
{
	const char *things = list->at;

	return (const void *)(things + i * field->of->size);
}

static void add_twin(struct rule_run *run, const struct thing *first, const struct thing *second)
{
	struct str id = wording_quote(run, second->id);
	struct str type = first->type->name;
	const char *article = first->type == second->type ? "another"
			      : type.at[0] == 'a'         ? "an"
							  : "a";
	struct finding *finding;

	finding = report_add(run->report, &rule_id_duplicate.kind, place_of_thing(second),
			     "%s %.*s already has the id “%.*s”", article, STR_ARG(type),
			     STR_ARG(id));
	finding_hint(run->report, finding, "give this one an id of its own");
	finding_relate(run->report, finding, place_of_thing(first), "first used here");
}

static const struct thing *find_before(const struct list *list, const struct field *field, size_t i)
{
	const struct thing *thing = thing_at(list, field, i);

	for (size_t j = 0; j < i; j++) {
		if (str_equal(thing_at(list, field, j)->id, thing->id))
			return thing_at(list, field, j);
	}
	return NULL;
}

static void check_long_list(struct rule_run *run, const struct list *list,
			    const struct field *field)
{
	const struct thing **first = arena_new_array(run->arena, const struct thing *, list->len);
	struct map seen = { 0 };

	for (size_t i = 0; i < list->len; i++) {
		const struct thing *thing = thing_at(list, field, i);
		const struct thing **earlier;

		first[i] = thing;
		earlier = thing->id.len ? map_add(&seen, run->arena, thing->id, &first[i]) : NULL;
		if (earlier)
			add_twin(run, *earlier, thing);
	}
}

/* Measures, milestones, priorities and figures: each list has ids of its own. */
static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	const struct list *list = value;

	(void)owner;
	if (field->of == &type_action || field->of == &type_theme || field->of == &type_section)
		return;
	if (list->len > SHORT_LIST) {
		check_long_list(run, list, field);
		return;
	}
	for (size_t i = 1; i < list->len; i++) {
		const struct thing *thing = thing_at(list, field, i);
		const struct thing *first = thing->id.len ? find_before(list, field, i) : NULL;

		if (first)
			add_twin(run, first, thing);
	}
}

static size_t count_sections(const struct list *list)
{
	const struct section *sections = list->at;
	size_t count = 0;

	for (size_t i = 0; i < list->len; i++)
		count += (sections[i].thing.id.len > 0) + count_sections(&sections[i].sections);
	return count;
}

/* The themes, sections and actions that have an id. */
static size_t count_ids(const struct plan *plan)
{
	const struct theme *themes = plan->themes.at;
	size_t count = count_sections(&plan->sections);

	for (size_t i = 0; i < plan->themes.len; i++)
		count += themes[i].thing.id.len > 0;
	for (size_t i = 0; i < plan->all_actions.len; i++)
		count += plan->all_actions.at[i]->thing.id.len > 0;
	return count;
}

/* A file that is named twice stands in the plan twice: that is the fault, not its ids. */
static bool stands_twice(const struct plan *plan, const struct thing *first,
			 const struct thing *second)
{
	if (first->node != second->node)
		return false;
	for (size_t i = 0; i < plan->files.len; i++) {
		if (plan->files.at[i].state == PLAN_FILE_TWICE)
			return true;
	}
	return false;
}

static void check_thing(struct rule_run *run, const struct thing *thing)
{
	const struct thing *first = thing->id.len ? map_find(&run->plan->by_id, thing->id) : NULL;

	if (first && first != thing && !stands_twice(run->plan, first, thing))
		add_twin(run, first, thing);
}

static void check_sections(struct rule_run *run, const struct list *list)
{
	const struct section *sections = list->at;

	for (size_t i = 0; i < list->len; i++) {
		check_thing(run, &sections[i].thing);
		check_sections(run, &sections[i].sections);
	}
}

static void check_address(struct rule_run *run, const struct plan *plan)
{
	struct span first = { plan->namesake->source, 0, 0 };
	struct span second = { plan->source, 0, 0 };
	struct finding *finding;

	finding = report_add(run->report, &rule_id_duplicate.kind, second,
			     "two plans have the address “%.*s”", STR_ARG(plan->thing.id));
	finding_hint(run->report, finding, "rename the folder of one of the two plans");
	finding_relate(run->report, finding, first, "first used here");
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	const struct theme *themes = plan->themes.at;

	if (plan->namesake)
		check_address(run, plan);
	/* As many ids as there are things that have one: no two are alike. */
	if (count_ids(plan) == plan->by_id.count)
		return;
	check_sections(run, &plan->sections);
	for (size_t i = 0; i < plan->themes.len; i++)
		check_thing(run, &themes[i].thing);
	for (size_t i = 0; i < plan->all_actions.len; i++)
		check_thing(run, &plan->all_actions.at[i]->thing);
}

const struct rule rule_id_duplicate = {
	.kind = {
		.name = "id-duplicate",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "Two things of a plan share an id, or two plans share an address.",
		.advice =
			"Links, references and the history of an action all hang on its id. The "
			"sections, themes and actions of a plan are shown on one page, so no two "
			"of them may have the same id. The ids of measures and milestones must "
			"differ within their action or theme. Give the newer one an id of its "
			"own and leave the older one as it is, since others may have linked to "
			"it. Two plans have the same address when the folders of the plan and of "
			"its council are named alike: rename one of the folders.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"  - id: tenant-survey\n"
			"    activity: Publish what tenants said.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    measures:\n"
			"      - indicator: Report on the survey\n"
			"        target: done\n",
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
			"        target: at least 40%\n"
			"  - id: survey-report\n"
			"    activity: Publish what tenants said.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    measures:\n"
			"      - indicator: Report on the survey\n"
			"        target: done\n",
	},
	.visits = FIELD_BIT(FIELD_THINGS),
	.on_value = on_value,
	.on_plan = on_plan,
};
