#include "base/ics.h"
#include "base/utf8.h"
#include "base/uuid.h"
#include "base/version.h"
#include "render/calendar.h"
#include "render/flat.h"
#include "render/people.h"
#include "render/site.h"
#include "render/words.h"

/* Of a name in a summary, in characters: calendars have little room, and the description has all of it. */
#define NAME_LENGTH 100

struct writer {
	struct ics ics;
	const struct view *view;
	struct buf words; /* of the property that is being made */
	struct flat flat; /* writes into words */
	struct map uids;  /* name → struct uses */
};

/* How often a name of an event has come: ids may be there twice, and texts too. */
struct uses {
	size_t count;
};

static void text_end(struct writer *writer, const char *name)
{
	if (writer->words.len)
		ics_text(&writer->ics, name, buf_str(&writer->words));
	writer->words.len = 0;
}

/* "20240131T000000Z": the day as of which the site is built, so that builds can be repeated. */
static void stamp_write(struct writer *writer)
{
	struct str day = writer->view->options->as_of;

	if (!day.len)
		day = STR("1970-01-01");
	for (size_t i = 0; i < day.len; i++) {
		if (day.at[i] != '-')
			buf_add_byte(&writer->words, day.at[i]);
	}
	buf_add_c(&writer->words, "T000000Z");
	ics_value(&writer->ics, "DTSTAMP", buf_str(&writer->words));
	writer->words.len = 0;
}

/* The field that an event comes of; NULL for the main one, which has the UUID of the action itself. */
static const char *field_of(const struct event *event)
{
	switch (event->occasion) {
	case OCCASION_DUE: return NULL;
	case OCCASION_EVERY: return ".every";
	case OCCASION_START: return ".start";
	case OCCASION_UNTIL: return ".until";
	case OCCASION_REVIEW:
	case OCCASION_PLAN_REVIEW: return ".review";
	case OCCASION_MILESTONE: return ".milestones[";
	case OCCASION_PLAN_END: return ".period";
	}
	return NULL;
}

/* "anytown/homes#damp-survey", and behind it the field where that is not the main one. */
static void event_name(struct writer *writer, const struct event *event)
{
	struct buf *words = &writer->words;

	flat_words(&writer->flat, writer->view->plan->thing.id);
	if (event->action) {
		buf_add_byte(words, '#');
		if (event->action->thing.id.len)
			flat_words(&writer->flat, event->action->thing.id);
		else
			flat_action_name(&writer->flat, event->action);
	}
	if (field_of(event))
		buf_add_c(words, field_of(event));
	if (!event->milestone)
		return;
	if (event->milestone->thing.id.len)
		flat_words(&writer->flat, event->milestone->thing.id);
	else
		flat_text(&writer->flat, &event->milestone->what, true);
	buf_add_byte(words, ']');
}

static void uid_write(struct writer *writer, const struct event *event)
{
	struct arena *arena = writer->view->arena;
	struct uses *uses;
	struct uuid uuid;
	struct str name;

	event_name(writer, event);
	name = arena_copy(arena, buf_str(&writer->words));
	uses = map_find(&writer->uids, name);
	if (!uses) {
		uses = arena_new(arena, struct uses);
		map_add(&writer->uids, arena, name, uses);
	}
	if (++uses->count > 1)
		buf_printf(&writer->words, " %zu", uses->count);
	uuid = uuid_of_name(&uuid_planc, buf_str(&writer->words));
	writer->words.len = 0;
	uuid_print(&uuid, &writer->words);
	ics_value(&writer->ics, "UID", buf_str(&writer->words));
	writer->words.len = 0;
}

/* Cuts the words from `begin` on, at a space where there is one. */
static void cut(struct buf *words, size_t begin)
{
	struct str name = str_slice(buf_str(words), begin, words->len);
	size_t end = utf8_offset(name, NAME_LENGTH);
	size_t space = end;

	if (end == name.len)
		return;
	while (space > end / 2 && name.at[space] != ' ')
		space--;
	words->len = begin + (name.at[space] == ' ' ? space : end);
	buf_add_c(words, "…");
}

static const char *occasion_words(const struct event *event)
{
	static const char *const every[] = {
		[EVERY_WEEK] = "Every week: ",           [EVERY_MONTH] = "Every month: ",
		[EVERY_QUARTER] = "Every quarter: ",     [EVERY_YEAR] = "Every year: ",
		[EVERY_HALF_YEAR] = "Every half year: ",
	};

	switch (event->occasion) {
	case OCCASION_DUE: return "Due: ";
	case OCCASION_EVERY: return every[event->action->every.index];
	case OCCASION_START: return "Starts: ";
	case OCCASION_UNTIL:
	case OCCASION_PLAN_END: return "Ends: ";
	case OCCASION_REVIEW:
	case OCCASION_PLAN_REVIEW: return "Review: ";
	case OCCASION_MILESTONE: return "Milestone: ";
	}
	return "";
}

static void name_add(struct writer *writer, const struct event *event)
{
	if (event->milestone)
		flat_text(&writer->flat, &event->milestone->what, true);
	else if (event->action)
		flat_action_name(&writer->flat, event->action);
	else
		flat_text(&writer->flat, &writer->view->plan->title, false);
}

static void summary_write(struct writer *writer, const struct event *event)
{
	size_t begin;

	buf_add(&writer->words, own_words(writer->view, occasion_words(event)));
	begin = writer->words.len;
	name_add(writer, event);
	cut(&writer->words, begin);
	text_end(writer, "SUMMARY");
}

/* Begins a line of the description. */
static void line_begin(struct writer *writer, const char *label)
{
	if (writer->words.len)
		buf_add_byte(&writer->words, '\n');
	buf_add(&writer->words, own_words(writer->view, label));
}

static void leads_add(struct writer *writer, const struct action *action)
{
	const struct ref *refs = action->lead.at;

	bool is_begun = false;

	for (size_t i = 0; i < action->lead.len; i++) {
		if (!ref_is_given(&refs[i]))
			continue;
		if (is_begun)
			buf_add_c(&writer->words, ", ");
		else
			line_begin(writer, "Lead: ");
		flat_ref_name(&writer->flat, &refs[i]);
		is_begun = true;
	}
}

/* What is said of a milestone: with its action it is cancelled, and no more than that. */
static const struct word *status_of(const struct event *event)
{
	const struct word *own = event->milestone ? &event->milestone->status : NULL;
	const struct word *whole = event->action ? &event->action->status : NULL;

	return own && (flat_is_given(own->node) || whole->index != ACTION_CANCELLED) ? own : whole;
}

static bool is_status(const struct event *event, enum action_status status)
{
	const struct word *word = status_of(event);

	return word && flat_is_given(word->node) && !word->node->bad && word->index == (int)status;
}

static void status_add(struct writer *writer, const struct event *event)
{
	static const char *const words[] = {
		[ACTION_NOT_STARTED] = "not started",
		[ACTION_IN_PROGRESS] = "in progress",
		[ACTION_DONE] = "done",
		[ACTION_PAUSED] = "paused",
		[ACTION_CANCELLED] = "cancelled",
	};

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (is_status(event, (enum action_status)i)) {
			line_begin(writer, "Status: ");
			buf_add(&writer->words, own_words(writer->view, words[i]));
		}
	}
}

/* What is to be done, when as the plan says it, by whom; and of which plan. */
static void description_write(struct writer *writer, const struct event *event)
{
	const struct plan *plan = writer->view->plan;
	const struct action *action = event->action;

	if (action)
		flat_text(&writer->flat, &action->activity, true);
	line_begin(writer, "Date in the plan: ");
	date_print_in(event->date, own_date_words(writer->view), &writer->words);
	if (action)
		leads_add(writer, action);
	status_add(writer, event);
	line_begin(writer, "Plan: ");
	flat_text(&writer->flat, &plan->title, false);
	if (flat_is_given(plan->council->name.node))
		buf_add_c(&writer->words, ", ");
	flat_text(&writer->flat, &plan->council->name, false);
	text_end(writer, "DESCRIPTION");
}

static void event_write(struct writer *writer, const struct event *event)
{
	const struct theme *theme = event->action ? event->action->theme : NULL;
	struct ics *ics = &writer->ics;

	ics_open(ics, "VEVENT");
	uid_write(writer, event);
	stamp_write(writer);
	ics_day(ics, "DTSTART", event->day);
	if (event->occasion == OCCASION_EVERY) {
		calendar_rule(event, &writer->words);
		if (writer->words.len)
			ics_value(ics, "RRULE", buf_str(&writer->words));
		writer->words.len = 0;
	}
	summary_write(writer, event);
	description_write(writer, event);
	if (theme)
		flat_text(&writer->flat, &theme->title, false);
	text_end(writer, "CATEGORIES");
	if (is_status(event, ACTION_CANCELLED))
		ics_value(ics, "STATUS", STR("CANCELLED"));
	/* Nobody is busy all day because something is due. */
	ics_value(ics, "TRANSP", STR("TRANSPARENT"));
	ics_close(ics, "VEVENT");
}

static void head_write(struct writer *writer)
{
	const struct plan *plan = writer->view->plan;
	struct str name;

	ics_value(&writer->ics, "VERSION", STR("2.0"));
	ics_value(&writer->ics, "PRODID", STR("-//planc//planc " PLANC_VERSION "//EN"));
	flat_text(&writer->flat, &plan->title, false);
	name = arena_copy(writer->view->arena, buf_str(&writer->words));
	writer->words.len = 0;
	/* The one that RFC 7986 names, and the one that most programs read. */
	ics_text(&writer->ics, "NAME", name);
	ics_text(&writer->ics, "X-WR-CALNAME", name);
}

static bool plan_write(const struct view *view, struct buf *out)
{
	struct writer writer = { .view = view };
	struct calendar calendar;

	calendar_init(&calendar, view->plan, view->arena);
	writer.flat = (struct flat){ .view = view,
				     .out = &writer.words,
				     .limit = RENDER_MAX_BYTES };
	ics_init(&writer.ics, out);
	ics_open(&writer.ics, "VCALENDAR");
	head_write(&writer);
	for (size_t i = 0; i < calendar.events.len && out->len <= RENDER_MAX_BYTES; i++)
		event_write(&writer, &calendar.events.at[i]);
	ics_close(&writer.ics, "VCALENDAR");
	buf_release(&writer.words);
	return !writer.flat.is_full && out->len <= RENDER_MAX_BYTES;
}

static const struct output outputs[] = {
	{ OUTPUT_PLAN, "dates.ics", plan_write, "Dates for a calendar (iCalendar)" },
	{ .write = NULL },
};

const struct renderer renderer_ics = {
	.name = "ics",
	.title = "iCalendar",
	.media_type = "text/calendar",
	.summary = "the dates of a plan, for a calendar to subscribe to",
	.outputs = outputs,
	.has_trees = true,
};
