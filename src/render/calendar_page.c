#include "render/calendar_page.h"
#include "base/civil.h"
#include "render/action_page.h"
#include "render/address.h"
#include "render/contents.h"
#include "render/page.h"
#include "render/people.h"
#include "render/plan_body.h"
#include "render/progress.h"
#include "render/timing.h"

#include <stdlib.h>

enum event_kind {
	EVENT_APPROVED, /* the plan */
	EVENT_REVIEWED,
	EVENT_BEGINS, /* an action */
	EVENT_MILESTONE,
	EVENT_DUE,
	EVENT_REVIEW,
	EVENT_ENDS,
};

struct event {
	int32_t day; /* of what has a length, the one it is due by, or begins on */
	size_t order;
	enum event_kind kind;
	const struct date *date;
	const struct action *action; /* NULL of the plan's own */
	const struct milestone *milestone;
};

struct calendar {
	struct arena *arena;
	VEC(struct event) events;
};

static void add(struct calendar *calendar, struct event event)
{
	if (event.date->kind != DATE_GIVEN)
		return;
	/* One without an end begins then, and that is all there is to say. */
	event.day = event.kind == EVENT_BEGINS || event.date->open_end ? event.date->earliest
								       : event.date->latest;
	event.order = calendar->events.len;
	vec_add(calendar->arena, &calendar->events, event);
}

static void add_action(struct calendar *calendar, const struct action *action)
{
	const struct milestone *milestones = action->milestones.at;
	struct event event = { .action = action };

	event.kind = EVENT_BEGINS;
	event.date = &action->start;
	add(calendar, event);
	for (size_t i = 0; i < action->milestones.len; i++)
		add(calendar, (struct event){ .kind = EVENT_MILESTONE,
					      .date = &milestones[i].due,
					      .action = action,
					      .milestone = &milestones[i] });
	event.kind = EVENT_DUE;
	event.date = &action->due;
	add(calendar, event);
	event.kind = EVENT_REVIEW;
	event.date = &action->review;
	add(calendar, event);
	event.kind = EVENT_ENDS;
	event.date = &action->until;
	add(calendar, event);
}

static int compare(const void *left, const void *right)
{
	const struct event *a = left;
	const struct event *b = right;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static void gather(struct calendar *calendar, const struct plan *plan)
{
	add(calendar, (struct event){ .kind = EVENT_APPROVED, .date = &plan->approved });
	add(calendar, (struct event){ .kind = EVENT_REVIEWED, .date = &plan->review });
	for (size_t i = 0; i < plan->all_actions.len; i++)
		add_action(calendar, plan->all_actions.at[i]);
	if (calendar->events.len)
		qsort(calendar->events.at, calendar->events.len, sizeof(*calendar->events.at),
		      compare);
}

static void what_write(struct pen *pen, const struct event *event)
{
	static const char *const words[] = {
		[EVENT_APPROVED] = "The plan is approved",
		[EVENT_REVIEWED] = "Review of the plan",
		[EVENT_BEGINS] = "Begins: ",
		[EVENT_MILESTONE] = "Milestone: ",
		[EVENT_DUE] = "Due: ",
		[EVENT_REVIEW] = "Review: ",
		[EVENT_ENDS] = "Ends: ",
	};

	pen_c(pen, words[event->kind]);
	if (event->milestone) {
		pen_plain(pen, pen_markdown_words(pen, &event->milestone->what));
		pen_c(pen, " (of ");
		action_link_write(pen, pen->view->plan, event->action);
		pen_c(pen, ")");
	} else if (event->action) {
		action_link_write(pen, pen->view->plan, event->action);
	}
}

/* How far it has come, in a word; NULL where there is nothing to say of it. */
static const char *state_of(const struct event *event)
{
	const struct date *done;
	const struct word *status;

	if (!event->action)
		return NULL;
	done = event->milestone ? &event->milestone->done : &event->action->done;
	status = event->milestone ? &event->milestone->status : &event->action->status;
	if (status->index == ACTION_CANCELLED || status->index == ACTION_PAUSED)
		return action_status_words[status->index];
	if (!event->milestone && event->kind != EVENT_DUE)
		return NULL;
	return date_is_given(done) || status->index == ACTION_DONE ? "done" : NULL;
}

static void event_write(struct pen *pen, const struct event *event)
{
	const char *state = state_of(event);

	pen->type->row(pen);
	pen->type->cell(pen);
	pen_date(pen, event->date);
	pen->type->cell(pen);
	what_write(pen, event);
	if (state) {
		pen_c(pen, ", ");
		pen_word(pen, state, false);
	}
	if (event->action && event->kind == EVENT_DUE)
		overdue_write(pen, pen->view->plan, event->action);
	pen->type->cell(pen);
	if (event->action)
		lead_write_line(pen, event->action);
	else if (ref_is_given(&pen->view->plan->owner))
		person_write(pen, &pen->view->plan->owner);
	else
		pen_none(pen, "Not given");
}

static bool is_same_month(const struct civil *month, int32_t day)
{
	struct civil other = civil_from_days(day);

	return other.year == month->year && other.month == month->month;
}

/* The events of one month, from `at` on; returns where the next one begins. */
static size_t month_write(struct pen *pen, const struct calendar *calendar, size_t at)
{
	static const char *const columns[] = { "Date", "What", "Lead", NULL };
	struct civil month = civil_from_days(calendar->events.at[at].day);
	struct heading heading = {
		.id = arena_printf(pen->view->arena, "_%04d-%02d", month.year, month.month),
		.title = arena_printf(
			pen->view->arena, "%.*s %d",
			STR_ARG(date_month_name_in(month.month, own_date_words(pen->view))),
			month.year),
	};

	pen_section_open(pen, heading);
	pen->type->table_open(pen, columns);
	while (at < calendar->events.len && is_same_month(&month, calendar->events.at[at].day))
		event_write(pen, &calendar->events.at[at++]);
	pen->type->table_close(pen);
	pen_section_close(pen);
	return at;
}

static bool is_repeated(const struct action *action)
{
	return action->ongoing.is_set || word_is_given(&action->every);
}

/* What the months do not show, and is not repeated either: so no action is left out. */
static bool is_undated(const struct action *action)
{
	struct arena arena;
	struct calendar calendar = { .arena = &arena };
	size_t count;

	arena_init(&arena);
	add_action(&calendar, action);
	count = calendar.events.len;
	arena_release(&arena);
	return !count && !is_repeated(action);
}

/* The actions of a plan that are of some kind, with their dates in words. */
static void actions_write(struct pen *pen, struct heading heading,
			  bool (*is_wanted)(const struct action *action))
{
	static const char *const columns[] = { "When", "Action", "Lead", NULL };
	const struct plan *plan = pen->view->plan;
	bool is_begun = false;

	for (size_t i = 0; i < plan->all_actions.len && !pen_is_full(pen); i++) {
		const struct action *action = plan->all_actions.at[i];

		if (!is_wanted(action))
			continue;
		if (!is_begun) {
			pen_section_open(pen, heading);
			pen->type->table_open(pen, columns);
		}
		is_begun = true;
		pen->type->row(pen);
		pen->type->cell(pen);
		timing_write_line(pen, action);
		pen->type->cell(pen);
		action_link_write(pen, plan, action);
		pen->type->cell(pen);
		lead_write_line(pen, action);
	}
	if (!is_begun)
		return;
	pen->type->table_close(pen);
	pen_section_close(pen);
}

static void body_write(struct pen *pen)
{
	struct calendar calendar = { .arena = pen->view->arena };
	size_t at = 0;

	pen->level = 1;
	gather(&calendar, pen->view->plan);
	while (at < calendar.events.len && !pen_is_full(pen))
		at = month_write(pen, &calendar, at);
	if (!calendar.events.len && !pen->view->plan->all_actions.len) {
		pen_open(pen, PEN_NOTE);
		pen_c(pen, "There is no date in this plan yet.");
		pen_close(pen, PEN_NOTE);
	}
	actions_write(pen,
		      (struct heading){ .id = STR("_repeated"),
					.title = own_words(pen->view, "Ongoing and repeated") },
		      is_repeated);
	actions_write(pen,
		      (struct heading){ .id = STR("_undated"),
					.title = own_words(pen->view, "Without a date") },
		      is_undated);
}

static struct str name_of(struct pen *pen)
{
	return own_words(pen->view, "Calendar");
}

static void head_write(struct pen *pen)
{
	const struct view *view = pen->view;

	pen_title(pen, (struct heading){ .title = name_of(pen) });
	pen_open(pen, PEN_LEAD_IN);
	pen_c(pen, "The dates of ");
	pen_link(pen, address_of_plan(view, view->plan), plan_title(pen, view->plan));
	pen_c(pen, ". What is due within a month, a quarter or a year stands in its last month.");
	pen_close(pen, PEN_LEAD_IN);
	plan_banner_write(pen, view->plan);
}

bool calendar_page_html(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of, head_write, body_write };

	return page_write(&page, view, out);
}
