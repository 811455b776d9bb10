#include "rules/alike.h"
#include "rules/measure.h"
#include "rules/place.h"
#include "rules/rule.h"
#include "rules/wording.h"
#include "rules/placeholder.h"

struct entry {
	uint64_t hash;
	const struct measure *measure;
	const struct action *action;
};

static struct str sentence_of(const struct measure *measure)
{
	return measure->text.node ? measure_sentence(measure) : measure->indicator.words;
}

static struct str target_of(const struct measure *measure)
{
	return measure->target.node ? measure->target.node->text : (struct str){ 0 };
}

/* The same words with another target are another measure. */
static bool are_same(const struct measure *a, const struct measure *b)
{
	return alike_is_same(sentence_of(a), sentence_of(b)) &&
	       alike_is_same(target_of(a), target_of(b));
}

static void add_repeated(struct rule_run *run, const struct entry *first,
			 const struct entry *second)
{
	/* Under an anchor both are one: then the action is shown. */
	bool is_shared = first->measure->thing.node == second->measure->thing.node;
	struct span span = is_shared ? place_of_thing(&second->action->thing)
				     : measure_place(second->measure);
	struct str words = measure_quote(run, second->measure);
	struct str name = wording_action(run, first->action);
	struct finding *finding;

	if (first->action == second->action)
		finding = report_add(run->report, &rule_measure_repeated.kind, span,
				     "“%.*s” stands twice under one action", STR_ARG(words));
	else
		finding = report_add(run->report, &rule_measure_repeated.kind, span,
				     "“%.*s” stands under %.*s, too", STR_ARG(words),
				     STR_ARG(name));
	finding_hint(run->report, finding,
		     first->action == second->action
			     ? "take one of them out"
			     : "leave it where it belongs, put it under the `measures:` of the "
			       "theme, or say what is different here");
	finding_relate(run->report, finding, measure_place(first->measure), "the first");
}

/* "TBC" twice is a placeholder twice. */
static bool is_placeholder(const struct measure *measure)
{
	struct str words = str_trim(sentence_of(measure));

	return placeholder_is_note(words, false) || placeholder_is_nobody(words);
}

static size_t count_measures(const struct plan *plan)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->all_actions.len; i++)
		count += plan->all_actions.at[i]->measures.len;
	return count;
}

static void check_measure(struct rule_run *run, struct map *seen, struct entry *entry)
{
	struct str key = { (const char *)&entry->hash, sizeof(entry->hash) };
	const struct entry *first;

	entry->hash = alike_hash(sentence_of(entry->measure)) ^
		      (alike_hash(target_of(entry->measure)) << 1);
	first = map_add(seen, run->arena, key, entry);
	/* Texts of one hash need not be one. */
	if (first && are_same(first->measure, entry->measure) && !is_placeholder(entry->measure))
		add_repeated(run, first, entry);
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	struct entry *entries = arena_new_array(run->arena, struct entry, count_measures(plan));
	struct map seen = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];
		const struct measure *measures = action->measures.at;

		for (size_t j = 0; j < action->measures.len; j++) {
			if (!measure_is_sound(&measures[j]) || !sentence_of(&measures[j]).len)
				continue;
			entries[count].measure = &measures[j];
			entries[count].action = action;
			check_measure(run, &seen, &entries[count++]);
		}
	}
}

const struct rule rule_measure_repeated = {
	.kind = {
		.name = "measure-repeated",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "The same measure stands under two actions, or twice under one.",
		.advice =
			"If two actions have the same measure, nobody can tell from it which of "
			"them worked. Leave it with the action that it belongs to, or put it "
			"under the `measures:` of the theme, where it serves all its actions. "
			"Compared are the words, without case and marks, and the target: the same "
			"words with another target are another measure.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - The number of tenants who answer.\n"
			"  - id: tenant-meetings\n"
			"    activity: Meet tenants in each of the blocks.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    measures:\n"
			"      - The number of tenants who answer.\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - The number of tenants who answer.\n"
			"  - id: tenant-meetings\n"
			"    activity: Meet tenants in each of the blocks.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    measures:\n"
			"      - The number of tenants at the meetings.\n",
	},
	.on_plan = on_plan,
};
