/* Targets: weaker or stronger by the direction in which they are to be reached. */
#include "diff/compare.h"
#include "diff/value.h"
#include "model/quantity.h"

#include <stddef.h>

/* A target with all that it takes to hold it against another. */
struct aim {
	enum target_kind kind;
	struct number low;
	struct number high;
	struct str unit; /* from the phrase, else from `unit` */
	const struct word *direction;
};

static const struct measure *measure_of_target(const void *target)
{
	return (const void *)((const char *)target - offsetof(struct measure, target));
}

static struct aim aim_of(const struct target *target)
{
	const struct measure *measure = measure_of_target(target);
	struct str unit = str_trim(measure->unit.words);

	if (str_equal_nocase(unit, STR("per cent")) || str_equal_nocase(unit, STR("percent")))
		unit = STR("%");
	return (struct aim){
		.kind = target->kind,
		.low = target->low,
		.high = target->high,
		.unit = target->unit.len ? target->unit : unit,
		.direction = &measure->direction,
	};
}

/* `all` is 100%, held against a share in its own form. */
static void read_all(struct aim *aim, const struct aim *other)
{
	if (aim->kind != TARGET_ALL || other->kind == TARGET_ALL ||
	    !str_equal(other->unit, STR("%")))
		return;
	if (other->kind != TARGET_AT_LEAST && other->kind != TARGET_ABOVE &&
	    other->kind != TARGET_EXACTLY)
		return;
	aim->kind = other->kind;
	aim->low = (struct number){ .digits = 100 };
	aim->unit = other->unit;
}

/* Up 1, down -1; 0 where no direction is given, or another on each side. */
static int common_direction(const struct aim *a, const struct aim *b)
{
	const struct word *given = a->direction->node ? a->direction : b->direction;

	if (!given->node || (a->direction->node && b->direction->node &&
			     a->direction->index != b->direction->index))
		return 0;
	return given->index == DIRECTION_UP ? 1 : -1;
}

/* Above 0: stronger; below: weaker; 0: neither can be said. */
static int compare_ranges(const struct aim *a, const struct aim *b, int direction)
{
	int low = number_compare(b->low, a->low);
	int high = number_compare(b->high, a->high);

	if (low >= 0 && high <= 0)
		return 1;
	if (low <= 0 && high >= 0)
		return -1;
	return low > 0 ? direction : -direction;
}

static int strength(const struct aim *a, const struct aim *b)
{
	int by_number = number_compare(b->low, a->low);

	if (a->kind != b->kind || !str_equal_nocase(a->unit, b->unit))
		return 0;
	switch (a->kind) {
	case TARGET_AT_LEAST:
	case TARGET_ABOVE:
	case TARGET_INCREASE_BY:
	case TARGET_REDUCE_BY: return by_number;
	case TARGET_AT_MOST:
	case TARGET_BELOW: return -by_number;
	case TARGET_EXACTLY: return by_number * common_direction(a, b);
	case TARGET_BETWEEN: return compare_ranges(a, b, common_direction(a, b));
	default: return 0;
	}
}

/* The same target in other words: "At least 95 per cent". */
static bool is_same(const struct target *before, const struct target *after, const struct aim *a,
		    const struct aim *b)
{
	if (before->kind != after->kind || before->kind == TARGET_BAD)
		return false;
	return number_compare(a->low, b->low) == 0 && number_compare(a->high, b->high) == 0 &&
	       str_equal_nocase(a->unit, b->unit) && before->bound == after->bound &&
	       str_equal_nocase(before->benchmark, after->benchmark);
}

static enum change_kind target_kind(const struct target *before, const struct target *after)
{
	struct aim a = aim_of(before);
	struct aim b = aim_of(after);
	int stronger;

	if (is_same(before, after, &a, &b))
		return CHANGE_TEXT_EDITORIAL;
	read_all(&a, &b);
	read_all(&b, &a);
	stronger = strength(&a, &b);
	if (!stronger)
		return CHANGE_TARGET_NOT_COMPARABLE;
	return stronger > 0 ? CHANGE_TARGET_STRENGTHENED : CHANGE_TARGET_WEAKENED;
}

void compare_target(const struct spot *spot, const struct comparison *comparison)
{
	const struct target *before = comparison->before;
	const struct target *after = comparison->after;
	struct str old = node_words(before->node);
	struct str new = node_words(after->node);
	enum change_kind kind;
	struct change *change;

	if (str_equal(old, new))
		return;
	if (!old.len || !new.len)
		kind = new.len ? CHANGE_TARGET_SET : CHANGE_TARGET_REMOVED;
	else
		kind = target_kind(before, after);
	change = spot_add_nodes(spot, kind, comparison->field->name, before->node, after->node);
	change_set_old(change, old);
	change_set_new(change, new);
}

/* A number of another unit is another target, though its phrase be the same. */
void compare_unit(const struct spot *spot, const struct comparison *comparison)
{
	const struct measure *before = (const void *)((const char *)comparison->before -
						      offsetof(struct measure, unit));
	const struct measure *after = (const void *)((const char *)comparison->after -
						     offsetof(struct measure, unit));
	struct aim a = aim_of(&before->target);
	struct aim b = aim_of(&after->target);
	bool is_of_target = node_is_given(before->target.node) &&
			    node_is_given(after->target.node) && a.kind == b.kind &&
			    a.kind >= TARGET_AT_LEAST && a.kind <= TARGET_REDUCE_BY &&
			    !before->target.unit.len && !after->target.unit.len;
	struct comparison unit = *comparison;

	if (is_of_target)
		unit.row.changed = CHANGE_TARGET_NOT_COMPARABLE;
	compare_field(spot, &unit);
}
