#include "rules/place.h"

struct span place_of_thing(const struct thing *thing)
{
	const struct pair *id = node_find_pair(thing->node, STR("id"));

	if (id)
		return node_span(id->value);
	if (thing->node->kind == NODE_MAP && thing->node->count)
		return node_span(thing->node->pairs[0].key);
	return node_span(thing->node);
}

struct span place_of_missing(const struct thing *thing, const struct node *empty)
{
	return empty ? node_span(empty) : place_of_thing(thing);
}
