/* What a step adds to the ledger: what changed, came and went of the fields that it keeps. */
#include "diff/compare.h"
#include "diff/ledger_run.h"
#include "diff/value.h"
#include "markdown/markdown.h"

/* The fields that are kept, by the thing that has them. */
struct kept {
	const struct thing_type *type;
	struct str field;
	enum ledger_about about;
	bool is_promise; /* a date that can be kept, moved or broken */
};

static const struct kept rows[] = {
	{ &type_plan, STR_INIT("status"), LEDGER_STATUS, false },
	{ &type_plan, STR_INIT("owner"), LEDGER_LEAD, false },
	{ &type_plan, STR_INIT("period"), LEDGER_DATE, false },
	{ &type_plan, STR_INIT("approved"), LEDGER_DATE, false },
	{ &type_plan, STR_INIT("review"), LEDGER_DATE, true },
	{ &type_action, STR_INIT("due"), LEDGER_DATE, true },
	{ &type_action, STR_INIT("start"), LEDGER_DATE, true },
	{ &type_action, STR_INIT("until"), LEDGER_DATE, true },
	{ &type_action, STR_INIT("review"), LEDGER_DATE, true },
	{ &type_action, STR_INIT("lead"), LEDGER_LEAD, false },
	{ &type_action, STR_INIT("accountable"), LEDGER_LEAD, false },
	{ &type_action, STR_INIT("status"), LEDGER_STATUS, false },
	{ &type_action, STR_INIT("done"), LEDGER_DATE, false },
	{ &type_milestone, STR_INIT("due"), LEDGER_DATE, true },
	{ &type_milestone, STR_INIT("start"), LEDGER_DATE, true },
	{ &type_milestone, STR_INIT("status"), LEDGER_STATUS, false },
	{ &type_milestone, STR_INIT("done"), LEDGER_DATE, false },
	{ &type_measure, STR_INIT("target"), LEDGER_TARGET, false },
	{ &type_measure, STR_INIT("by"), LEDGER_DATE, true },
};

/* ---------------------------------------------------------------- moves */

static bool is_due(const struct ledger_entry *entry)
{
	return entry->thing->level == LEDGER_ACTION && str_equal(entry->field, STR("due"));
}

/* What is no text was written all the same: it is not that the date was taken away. */
static void mark_unwritten(struct ledger_entry *entry)
{
	if (!entry->old.text.len)
		entry->old.date.kind = DATE_BAD;
	if (!entry->new.text.len)
		entry->new.date.kind = DATE_BAD;
}

/* The day that a new date is held against: one that cannot be read is as the last that could. */
static bool former_day(const struct ledger_entry *entry, int32_t *day)
{
	const struct date *old = &entry->old.date;

	*day = date_has_end(old) ? old->latest : entry->thing->last_due;
	return date_has_end(old) ||
	       (old->kind == DATE_BAD && is_due(entry) && entry->thing->has_last_due);
}

static enum ledger_move move_of(const struct ledger_entry *entry, bool had_day)
{
	const struct date *old = &entry->old.date;
	const struct date *new = &entry->new.date;

	if (entry->has_days)
		return entry->days > 0 ? MOVE_LATER : entry->days < 0 ? MOVE_EARLIER : MOVE_NONE;
	if (new->kind == DATE_BAD || (!had_day && old->kind != DATE_GIVEN))
		return MOVE_NONE;
	if (new->kind != DATE_GIVEN)
		return MOVE_AWAY;
	if (date_has_end(new))
		return MOVE_EARLIER;
	return had_day ? MOVE_LATER : MOVE_NONE;
}

static void set_move(struct ledger_entry *entry, bool is_promise)
{
	int32_t day;
	bool had_day = former_day(entry, &day);

	entry->has_days = had_day && date_has_end(&entry->new.date);
	entry->days = entry->has_days ? entry->new.date.latest - day : 0;
	entry->move = is_promise ? move_of(entry, had_day) : MOVE_NONE;
	entry->is_after_due = entry->move && had_day && entry->step->day > day;
}

/* ---------------------------------------------------------------- entries */

/* Where an entry is made: in which thing, and under which path of it ("", "measures[x]"). */
struct ledger_spot {
	struct ledger_run *run;
	struct ledger_thing *thing;
	struct str path;
	struct str reason; /* or empty */
};

static struct ledger_entry *add(const struct ledger_spot *place, const struct kept *row,
				enum change_kind kind, struct str field)
{
	struct ledger *ledger = place->run->ledger;
	struct ledger_entry *entry = arena_new(&ledger->arena, struct ledger_entry);

	entry->thing = place->thing;
	entry->step = place->run->step;
	entry->about = row->about;
	entry->kind = kind;
	entry->field = arena_copy(&ledger->arena, field);
	if (place->reason.len)
		entry->reason = arena_copy(&ledger->arena, place->reason);
	vec_add(place->run->arena, &place->run->entries, entry);
	return entry;
}

static enum change_kind kind_of(enum ledger_about about, bool comes)
{
	switch (about) {
	case LEDGER_DATE: return comes ? CHANGE_DATE_SET : CHANGE_DATE_REMOVED;
	case LEDGER_TARGET: return comes ? CHANGE_TARGET_SET : CHANGE_TARGET_REMOVED;
	case LEDGER_LEAD: return comes ? CHANGE_LEAD_ADDED : CHANGE_LEAD_REMOVED;
	case LEDGER_STATUS: break;
	}
	return CHANGE_STATUS_CHANGED;
}

/* All that a mapping holds of the fields of its type, as it comes or goes with it. */
static void add_node(const struct ledger_spot *place, const struct thing_type *type,
		     const struct node *node, bool comes)
{
	struct arena *arena = place->run->arena;

	for (size_t i = 0; node && i < ARRAY_LEN(rows); i++) {
		const struct node *value = rows[i].type == type ? node_find(node, rows[i].field)
								: NULL;
		struct ledger_entry *entry;
		struct str field = rows[i].field;

		if (!node_is_given(value))
			continue;
		if (place->path.len)
			field = arena_printf(arena, "%.*s.%.*s", STR_ARG(place->path),
					     STR_ARG(field));
		entry = add(place, &rows[i], kind_of(rows[i].about, comes), field);
		ledger_read(&place->run->ledger->arena, comes ? &entry->new : &entry->old,
			    rows[i].about, value);
	}
}

static void add_list(const struct ledger_spot *place, const struct list *list, struct str field,
		     bool comes)
{
	struct diff_run diff_run = { .arena = place->run->arena };
	struct spot spot = { .run = &diff_run };
	const char *at = list->at;
	struct ledger_spot inside = *place;

	for (size_t i = 0; i < list->len; i++) {
		const struct thing *thing = (const void *)at;

		inside.path = spot_path(&spot, field, thing->id, thing_title(thing));
		add_node(&inside, thing->type, thing->node, comes);
		at += thing->type->size;
	}
}

/* A thing that came or went as a whole. */
static void add_whole(struct ledger_run *run, const struct thing_match *match)
{
	const struct thing *thing = match->after ? match->after : match->before;
	struct ledger_spot place = { .run = run, .thing = match->thing };
	bool comes = match->after != NULL;
	size_t first = run->entries.len;

	add_node(&place, thing->type, thing->node, comes);
	if (thing->type == &type_plan)
		add_list(&place, &((const struct plan *)thing)->measures, STR("measures"), comes);
	if (thing->type == &type_theme)
		add_list(&place, &((const struct theme *)thing)->measures, STR("measures"), comes);
	if (thing->type == &type_action) {
		const struct action *action = (const struct action *)thing;

		add_list(&place, &action->milestones, STR("milestones"), comes);
		add_list(&place, &action->measures, STR("measures"), comes);
	}
	for (size_t i = first; i < run->entries.len; i++)
		run->entries.at[i]->is_coming = comes;
}

/* ---------------------------------------------------------------- changes */

static bool is_of_list(struct str path, struct str list)
{
	return str_starts(path, list) && (path.len == list.len || path.at[list.len] == '[');
}

/* The type of what has a field: "measures[x].target" is a measure's. */
static const struct thing_type *type_at(struct str path, const struct change *change)
{
	if (is_of_list(path, STR("measures")))
		return &type_measure;
	if (change->action)
		return is_of_list(path, STR("milestones")) ? &type_milestone
		       : path.len                          ? NULL
							   : &type_action;
	return path.len || change->theme || change->section ? NULL : &type_plan;
}

/* A change of a unit under its target is one of the target. */
static const struct kept unit_row = { &type_measure, STR_INIT("unit"), LEDGER_TARGET, false };

static const struct kept *row_of(const struct change *change, struct str path, struct str name)
{
	const struct thing_type *type = type_at(path, change);

	if (change->kind == CHANGE_TEXT_EDITORIAL || change->kind == CHANGE_ORDER_CHANGED || !type)
		return NULL;
	if (change->kind == CHANGE_TARGET_NOT_COMPARABLE && str_equal(name, unit_row.field))
		return &unit_row;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		if (rows[i].type == type && str_equal(rows[i].field, name))
			return &rows[i];
	}
	return NULL;
}

static void read_value(struct arena *arena, struct ledger_value *value, enum ledger_about about,
		       const struct change_value *from)
{
	struct node text = { .kind = NODE_SCALAR, .type = TYPE_TEXT, .text = from->text };

	ledger_read(arena, value, about,
		    from->kind == VALUE_TEXT   ? &text
		    : from->kind == VALUE_NODE ? from->node
					       : NULL);
}

/* The name of now for what a change calls by its name of then. */
static struct str name_now(const struct changes *changes, const struct change *change,
			   struct str path)
{
	for (size_t i = 0; path.len && i < changes->renamed.len; i++) {
		const struct item_name *name = &changes->renamed.at[i];

		if (str_equal(name->told, path) && str_equal(name->address, change->address))
			return name->after;
	}
	return path;
}

static void add_field(const struct ledger_spot *place, const struct kept *row,
		      const struct change *change)
{
	struct ledger_run *run = place->run;
	struct str field = row->field;
	struct ledger_entry *entry;

	if (place->path.len)
		field = arena_printf(run->arena, "%.*s.%.*s", STR_ARG(place->path), STR_ARG(field));
	entry = add(place, row, change->kind, field);
	read_value(&run->ledger->arena, &entry->old, row->about, &change->old);
	read_value(&run->ledger->arena, &entry->new, row->about, &change->new);
	if (change->kind == CHANGE_TIMING_CHANGED && is_due(entry))
		mark_unwritten(entry);
	if (row->about == LEDGER_DATE)
		set_move(entry, row->is_promise);
	if (row->about == LEDGER_STATUS && row->type == &type_action) {
		if (!entry->old.text.len)
			entry->old.text = STR("not-started");
		if (!entry->new.text.len)
			entry->new.text = STR("not-started");
	}
}

/* Items that came or went are told as such; what they hold came or went with them. */
static void add_item(const struct ledger_spot *place, const struct change *change)
{
	struct ledger_spot inside = *place;
	bool comes = change->kind == CHANGE_MEASURE_ADDED || change->kind == CHANGE_MILESTONE_ADDED;
	const struct node *node = comes ? change->new.node : change->old.node;

	inside.path = change->field;
	add_node(&inside,
		 change->kind == CHANGE_MEASURE_ADDED || change->kind == CHANGE_MEASURE_REMOVED
			 ? &type_measure
			 : &type_milestone,
		 node, comes);
}

static bool is_item(enum change_kind kind)
{
	return kind == CHANGE_MEASURE_ADDED || kind == CHANGE_MEASURE_REMOVED ||
	       kind == CHANGE_MILESTONE_ADDED || kind == CHANGE_MILESTONE_REMOVED;
}

/* The path and the last name of "measures[x].target". */
static struct str split_field(struct str field, struct str *path)
{
	size_t dot = field.len;

	while (dot && field.at[dot - 1] != '.')
		dot--;
	*path = str_slice(field, 0, dot ? dot - 1 : 0);
	return str_slice(field, dot, field.len);
}

static void add_change(struct ledger_run *run, const struct changes *changes,
		       const struct change *change, struct ledger_thing *thing)
{
	struct ledger_spot place = { .run = run,
				     .thing = thing,
				     .reason = change_newest_reason(change) };
	struct str name = split_field(change->field, &place.path);
	const struct kept *row;

	if (is_item(change->kind)) {
		add_item(&place, change);
		return;
	}
	row = row_of(change, place.path, name);
	place.path = name_now(changes, change, place.path);
	if (row)
		add_field(&place, row, change);
}

/* What is left of a parting goes on as the action that it was: both are compared. */
static void add_part(struct ledger_run *run, const struct thing_match *match)
{
	const struct action *after = (const struct action *)match->after;
	struct changes changes = { 0 };
	struct diff_run diff_run = { .arena = run->arena, .changes = &changes };
	const struct reasons *reasons;
	struct spot spot = {
		.run = &diff_run,
		.plan = match->plan->after->thing.id,
		.before = match->origin->thing.node,
		.after = after->thing.node,
		.before_plan = match->plan->before,
		.after_plan = match->plan->after,
		.action = after,
	};

	compare_things(&spot, &match->origin->thing, match->after);
	reasons = reasons_that_came(run->arena, match->origin, after);
	for (size_t i = 0; i < changes.list.len; i++) {
		changes.list.at[i].reasons = reasons;
		add_change(run, &changes, &changes.list.at[i], match->thing);
	}
}

/* ---------------------------------------------------------------- items under new names */

/* The part of a field behind the name of its item: ".target"; false where it is another item's. */
static bool is_in(struct str field, struct str item, struct str *rest)
{
	if (!str_starts(field, item) || (field.len > item.len && field.at[item.len] != '.'))
		return false;
	*rest = str_slice(field, item.len, field.len);
	return true;
}

static void rename_entry(struct ledger_run *run, struct ledger_entry *entry, struct str address)
{
	for (size_t i = 0; i < run->changes.renamed.len; i++) {
		const struct item_name *name = &run->changes.renamed.at[i];
		struct str rest;

		if (str_equal(name->address, address) && is_in(entry->field, name->before, &rest)) {
			entry->field = arena_printf(&run->ledger->arena, "%.*s%.*s",
						    STR_ARG(name->after), STR_ARG(rest));
			return;
		}
	}
}

static void rename_items(struct ledger_run *run)
{
	struct map done = { 0 };

	for (size_t i = 0; i < run->changes.renamed.len; i++) {
		struct str address = run->changes.renamed.at[i].address;
		struct ledger_thing *thing = ledger_find(run->ledger, address);

		if (!thing || map_add(&done, run->arena, address, thing))
			continue;
		for (size_t j = 0; j < thing->entries.len; j++)
			rename_entry(run, thing->entries.at[j], address);
	}
}

/* ---------------------------------------------------------------- all of it */

static void add_changes(struct ledger_run *run)
{
	struct map things = { 0 }; /* by the address that changes give them */

	for (size_t i = 0; i < run->things.len; i++) {
		struct thing_match *match = &run->things.at[i];

		if (match->before && match->after)
			map_add(&things, run->arena, match->thing->address, match);
	}
	for (size_t i = 0; i < run->changes.list.len; i++) {
		const struct change *change = &run->changes.list.at[i];
		const struct thing_match *match = map_find(&things, change->address);

		if (match && (!change->action || match->after == &change->action->thing))
			add_change(run, &run->changes, change, match->thing);
	}
}

void ledger_make_entries(struct ledger_run *run)
{
	if (run->step->is_known)
		return;
	rename_items(run);
	add_changes(run);
	for (size_t i = 0; i < run->things.len; i++) {
		const struct thing_match *match = &run->things.at[i];

		if (!match->thing || match->is_merged)
			continue;
		if (match->origin)
			add_part(run, match);
		else if (!match->after || match->is_new)
			add_whole(run, match);
	}
}
