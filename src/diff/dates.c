/* Dates: later or earlier, by how many days, or only told more or less exactly. */
#include "diff/compare.h"
#include "diff/value.h"

static void add(const struct spot *spot, enum change_kind kind, const struct field *field,
		const struct date *before, const struct date *after)
{
	struct change *change = spot_add_nodes(spot, kind, field->name, before->node, after->node);

	change_set_old(change, node_words(before->node));
	change_set_new(change, node_words(after->node));
	change->is_date = true;
	if (date_has_end(before) && date_has_end(after)) {
		change->has_days = true;
		change->days = after->latest - before->latest;
	}
}

void compare_dates(const struct spot *spot, enum change_kind kind, const struct field *field,
		   const struct date *before, const struct date *after)
{
	if (!date_is_same(before, after))
		add(spot, kind, field, before, after);
}

/* A date that cannot be read is neither sooner nor later than another. */
static enum change_kind due_kind(const struct date *before, const struct date *after)
{
	bool had = before->kind == DATE_GIVEN;
	bool has = after->kind == DATE_GIVEN;

	if (before->kind == DATE_BAD || after->kind == DATE_BAD || (!had && !has))
		return CHANGE_TIMING_CHANGED;
	if (!had || !has)
		return has ? CHANGE_DATE_SET : CHANGE_DATE_REMOVED;
	if (after->latest == before->latest)
		return CHANGE_DATE_PRECISION;
	return after->latest > before->latest ? CHANGE_DATE_SLIPPED : CHANGE_DATE_BROUGHT_FORWARD;
}

void compare_due(const struct spot *spot, const struct comparison *comparison)
{
	const struct date *before = comparison->before;
	const struct date *after = comparison->after;

	if (!date_is_same(before, after))
		add(spot, due_kind(before, after), comparison->field, before, after);
}
