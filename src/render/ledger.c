#include "render/ledger.h"
#include "diff/spot.h"
#include "diff/value.h"
#include "markdown/markdown.h"
#include "render/changes.h"
#include "render/span.h"
#include "render/target_phrase.h"
#include "render/words.h"

#define SHORT_COMMIT 10

const struct ledger_format *const ledger_formats[] = {
	&ledger_text, &ledger_markdown, &ledger_csv, &ledger_json, NULL,
};

const struct ledger_format *ledger_format_find(struct str name)
{
	for (size_t i = 0; ledger_formats[i]; i++) {
		if (str_equal(str_from(ledger_formats[i]->name), name))
			return ledger_formats[i];
	}
	return NULL;
}

bool ledger_gap_is_chosen(const struct ledger_view *view, const struct chronicle_gap *gap)
{
	const struct ledger_thing *plan = ledger_find(&view->chronicle->ledger, gap->plan);

	if (!plan || !plan->plan || !view->choice.len)
		return true;
	for (size_t i = 0; i < view->choice.len; i++) {
		if (view->choice.at[i]->plan == plan->plan)
			return true;
	}
	return false;
}

void ledger_day_print(int32_t day, const struct view *view, struct buf *out)
{
	struct date date = {
		.kind = DATE_GIVEN, .precision = PRECISION_DAY, .earliest = day, .latest = day
	};

	date_print_in(&date, own_date_words(view), out);
}

struct str ledger_commit_short(struct str commit)
{
	return str_slice(commit, 0, commit.len < SHORT_COMMIT ? commit.len : SHORT_COMMIT);
}

struct str ledger_id(struct str address)
{
	size_t mark = str_find_byte(address, '#', 0);

	return str_slice(address, mark + (mark < address.len), address.len);
}

/* ---------------------------------------------------------------- values */

static void print_date(const struct ledger_value *value, const struct view *view, struct buf *out)
{
	switch (value->date.kind) {
	case DATE_GIVEN: date_print_in(&value->date, own_date_words(view), out); break;
	case DATE_TBC: buf_add(out, own_words(view, "to be confirmed")); break;
	case DATE_UNKNOWN: buf_add(out, own_words(view, "unknown")); break;
	default: buf_printf(out, "“%.*s”", STR_ARG(value->text));
	}
}

void ledger_date_print(const struct ledger_value *value, const struct view *view, struct buf *out)
{
	if (value->text.len)
		print_date(value, view, out);
	else
		buf_add_c(out, "–");
}

struct telling {
	const struct ledger *ledger;
	const struct ledger_entry *entry;
	const struct view *view;
	struct buf *out;
};

static struct str person_name(const struct telling *telling, struct str id)
{
	const struct council *council = telling->view ? telling->view->council : NULL;
	const struct person *person = council ? map_find(&council->people_by_id, id) : NULL;
	struct str name = person ? text_in(&person->name, telling->view->language)
				 : (struct str){ 0 };

	return name.len ? name : ledger_person(telling->ledger, telling->entry->thing->council, id);
}

static void print_people(const struct telling *telling, const struct ledger_value *value)
{
	for (size_t i = 0; i < value->id_count; i++) {
		if (i)
			buf_add(telling->out,
				own_words(telling->view, i + 1 < value->id_count ? ", " : " and "));
		buf_add(telling->out, person_name(telling, value->ids[i]));
	}
}

static void print_value(const struct telling *telling, const struct ledger_value *value)
{
	const struct view *view = telling->view;

	if (!value->text.len && !value->id_count) {
		buf_add(telling->out, own_words(view, "nothing"));
		return;
	}
	switch (telling->entry->about) {
	case LEDGER_DATE: print_date(value, view, telling->out); break;
	case LEDGER_LEAD: print_people(telling, value); break;
	case LEDGER_STATUS: own_name_print(view, value->text, telling->out); break;
	case LEDGER_TARGET: target_phrase_print(view, value->text, telling->out); break;
	}
}

/* ---------------------------------------------------------------- how it moved */

static void print_move(const struct telling *telling)
{
	const struct ledger_entry *entry = telling->entry;
	struct buf *out = telling->out;
	struct buf span = { 0 };

	/* Where the old one could not be read, the days tell what it was before. */
	if (entry->has_days)
		span_print(entry->new.date.latest - entry->days, entry->new.date.latest,
			   telling->view, &span);
	if (span.len)
		buf_printf(out, ", %s", span.at);
	if (entry->is_after_due)
		buf_add(out, own_words(telling->view, ", after the date had passed"));
	buf_release(&span);
}

static const char *kind_note(enum change_kind kind)
{
	switch (kind) {
	case CHANGE_TARGET_WEAKENED: return ", weakened";
	case CHANGE_TARGET_STRENGTHENED: return ", strengthened";
	case CHANGE_TARGET_NOT_COMPARABLE: return ", which cannot be compared";
	case CHANGE_REOPENED: return ", reopened";
	default: return "";
	}
}

const struct thing *ledger_thing_now(const struct ledger_thing *thing, const struct plan *plan)
{
	if (thing->is_gone)
		return NULL;
	return thing->level == LEDGER_PLAN ? &plan->thing
					   : map_find(&plan->by_id, ledger_id(thing->address));
}

/*
 * What a measure or a milestone of a path is called in the view's plan; nothing when it
 * is not there any more, or is said in other words.
 */
static struct str item_name(const struct telling *telling)
{
	const struct view *view = telling->view;
	const struct thing *thing, *item;

	if (!view || !view->plan)
		return (struct str){ 0 };
	thing = ledger_thing_now(telling->entry->thing, view->plan);
	item = thing ? spot_find(thing, telling->entry->field, view->arena) : NULL;
	if (!item || !thing_title_text(item))
		return (struct str){ 0 };
	return change_name_cut(markdown_words(text_in(thing_title_text(item), view->language),
					      view->arena),
			       view->arena);
}

/* "measures[response-rate].target" as "measure “Response rate”, target", or "measure response-rate, target". */
static void print_field(const struct telling *telling)
{
	struct str field = telling->entry->field;
	const struct view *view = telling->view;
	struct buf *out = telling->out;
	size_t open = str_find_byte(field, '[', 0);
	size_t close = str_find_byte(field, ']', open < field.len ? open : 0);
	struct str name;

	if (close + 1 >= field.len) {
		own_name_print(view, field, out);
		return;
	}
	/* The list is called by many, and this is one of them. */
	own_name_print(view, str_slice(field, 0, open ? open - 1 : 0), out);
	name = item_name(telling);
	if (name.len)
		buf_printf(out, " “%.*s”", STR_ARG(name));
	else
		buf_printf(out, " %.*s", (int)(close - open - 1), field.at + open + 1);
	buf_add_c(out, ", ");
	own_name_print(view, str_slice(field, close + 2, field.len), out);
}

void ledger_entry_print(const struct ledger *ledger, const struct ledger_entry *entry,
			const struct view *view, struct buf *out)
{
	struct telling telling = { ledger, entry, view, out };

	/* What was merged into another is told there, under its own name. */
	if (entry->thing->into) {
		buf_add(out, ledger_id(entry->thing->address));
		buf_add_c(out, ", ");
	}
	print_field(&telling);
	buf_add_c(out, ": ");
	if (!entry->is_coming) {
		print_value(&telling, &entry->old);
		buf_add_c(out, " → ");
	}
	print_value(&telling, &entry->new);
	if (entry->about == LEDGER_DATE)
		print_move(&telling);
	else
		buf_add(out, own_words(view, kind_note(entry->kind)));
}

void ledger_beginning_print(const struct chronicle *chronicle, const struct view *view,
			    struct buf *out)
{
	struct buf day = { 0 };

	if (!chronicle->is_truncated)
		return;
	ledger_day_print(chronicle->truncated_at.day, view, &day);
	own_fill(view,
		 "history begins at {commit}, on {day}: this is a shallow clone, and what "
		 "changed before is not known",
		 (struct blank[]){
			 { "{commit}", ledger_commit_short(chronicle->truncated_at.name) },
			 { "{day}", buf_str(&day) },
			 { NULL },
		 },
		 out);
	buf_release(&day);
}

const char *ledger_limit(const struct chronicle *chronicle)
{
	if (chronicle->is_truncated)
		return " since history begins";
	return chronicle->gaps.len ? " in what can be read" : "";
}
