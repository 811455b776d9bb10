/*
 * A number with its sign and unit, as targets, baselines, values and amounts
 * hold it: "82%", "420", "£1.2 million", "12 days".
 */
#ifndef MODEL_QUANTITY_H
#define MODEL_QUANTITY_H

#include "base/arena.h"
#include "base/str.h"
#include "model/number.h"

#include <stdbool.h>

struct quantity {
	struct number number; /* with its million or thousand counted in */
	bool is_scaled;       /* a million, a thousand stood behind it */
	struct str currency;  /* "£"; or empty */
	/*
	 * What else stood behind it: "%" (also for per cent), "percentage points",
	 * else as written; or empty.
	 */
	struct str unit;
};

/* Whether a text begins as a quantity does, with a digit or a sign of money. */
bool quantity_starts(struct str text);

/*
 * Reads a text that is a quantity and nothing else. Its parts are pieces of the
 * text. On false *why says in plain words what is wrong.
 */
bool quantity_read(struct str text, struct arena *arena, struct quantity *quantity,
		   struct str *why);

/* The unit with the sign of money in front: "£", "£ per head", "%", "days"; or empty. */
struct str quantity_unit(const struct quantity *quantity, struct arena *arena);

#endif
