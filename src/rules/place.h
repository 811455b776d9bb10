/* Where to send the author for a fault that is not a value of its own. */
#ifndef RULES_PLACE_H
#define RULES_PLACE_H

#include "model/thing.h"
#include "report/source.h"

/*
 * The place of a thing: the value of its id; without one its first key; of a
 * thing that is no mapping, all of it. The thing has a node.
 */
struct span place_of_thing(const struct thing *thing);

/* Of what stands behind a key with nothing (or an empty list) there; without the key, of the thing.
 */
struct span place_of_missing(const struct thing *thing, const struct node *empty);

#endif
