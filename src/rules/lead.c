#include "rules/lead.h"
#include "rules/placeholder.h"

struct str lead_name(const struct ref *lead)
{
	const struct person *person = (const struct person *)lead->to;

	return person && person->name.words.len ? person->name.words : lead->id;
}

bool lead_is(const struct ref *lead, enum person_kind kind)
{
	const struct person *person = (const struct person *)lead->to;

	return person && person->kind.node && !person->kind.node->bad &&
	       person->kind.index == (int)kind && !placeholder_is_nobody(person->name.words);
}

bool leads_are(const struct list *leads, enum person_kind kind)
{
	const struct ref *refs = leads->at;

	/* One that is at fault is not among the refs, and may be somebody. */
	if (!leads->len || (leads->node->kind == NODE_LIST && leads->len < leads->node->count))
		return false;
	for (size_t i = 0; i < leads->len; i++) {
		if (!lead_is(&refs[i], kind))
			return false;
	}
	return true;
}

bool leads_are_several(const struct list *leads)
{
	const struct ref *refs = leads->at;
	const struct ref *first = NULL;

	for (size_t i = 0; i < leads->len; i++) {
		if (placeholder_is_nobody(lead_name(&refs[i])))
			continue;
		if (first && !str_equal(first->id, refs[i].id))
			return true;
		first = &refs[i];
	}
	return false;
}
