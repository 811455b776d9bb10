#include "rules/rule.h"
#include "rules/wording.h"

static void add(struct rule_run *run, const struct person *person, const struct node *key)
{
	struct str name = wording_quote(run, person->name.words);
	struct finding *finding;

	finding = report_add(run->report, &rule_person_unused.kind, node_span(key),
			     "no plan of the council names “%.*s”", STR_ARG(name));
	finding_hint(run->report, finding,
		     "take the entry out, or name it where it leads or supports something");
}

static void on_council(struct rule_run *run, const struct council *council)
{
	const struct person *people = council->people.at;

	if (!run->people_used)
		return;
	/* Each pair of the mapping gave one of the people. */
	for (size_t i = 0; i < council->people.len; i++) {
		if (!run->people_used[i] && !people[i].thing.node->bad && people[i].name.words.len)
			add(run, &people[i], council->people.node->pairs[i].key);
	}
}

const struct rule rule_person_unused = {
	.kind = {
		.name = "person-unused",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "A person or group in council.yaml is used by no plan of the council.",
		.advice =
			"An entry that no plan names is most often left over from an action that "
			"is gone, or a second entry for somebody who has one. Readers of "
			"council.yaml take it for somebody with a part in the plans. Take it out, "
			"or name it as lead, accountable, support, partner or owner. This is only "
			"said where all plans of the council were read.",
		.bad =
			"name: Anytown Council\n"
			"people:\n"
			"  head-of-housing: {name: Head of Housing, kind: role}\n"
			"  head-of-repairs: {name: Head of Repairs, kind: role}\n",
		.good =
			"name: Anytown Council\n"
			"people:\n"
			"  head-of-housing: {name: Head of Housing, kind: role}\n",
	},
	.on_council = on_council,
};
