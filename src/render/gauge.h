/*
 * The numbers of a measure as places on a line: where things stood, where they
 * stand, how much is enough. What a picture of it is drawn from.
 */
#ifndef RENDER_GAUGE_H
#define RENDER_GAUGE_H

#include "base/arena.h"
#include "model/plan.h"

struct gauge {
	const struct measure *measure;
	bool has_baseline;
	struct number baseline;
	struct number low, high;      /* of the target; high only of a range */
	const struct actual *results; /* as the plan lists them */
	struct number *values;        /* of the results */
	size_t result_count;
	struct str unit;
	/* The ends of the line, as whole numbers of one scale: nothing, and the largest. */
	uint8_t scale;
	int64_t least, most;
};

/*
 * False for a measure that cannot be drawn: its target is no number, nothing is
 * known beside it, or its numbers are of several units or too large for a line.
 */
bool gauge_read(struct gauge *gauge, const struct measure *measure, struct arena *arena);

/* Where one of its numbers stands on a line whose ends are at `from` and `to`. */
int32_t gauge_place(const struct gauge *gauge, struct number number, int32_t from, int32_t to);

/* What stands at the ends of the line: "0%", "£1,200,000". Lives in the arena. */
struct str gauge_least_words(const struct gauge *gauge, struct arena *arena);
struct str gauge_most_words(const struct gauge *gauge, struct arena *arena);

/* The result of the last day; of those without a day, the last. There is one. */
size_t gauge_latest(const struct gauge *gauge);

/* Whether the target is met by a value. */
bool gauge_is_met(const struct gauge *gauge, struct number value);

#endif
