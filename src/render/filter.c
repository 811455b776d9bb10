#include "render/filter.h"
#include "render/people.h"
#include "render/plan_body.h"
#include "render/progress.h"
#include "render/time_scale.h"
#include "render/timing.h"
#include "render/words.h"
#include "rules/deadline.h"

#include <stdlib.h>

/* Of what an action does not give: no id and no month is called so. */
#define NOTHING "-"
#define LATE "late"

/* ---------------------------------------------------------------- what an action says of itself */

/* Months since the year 0; 0 of an action without a date by which it is to be done. */
static int month_of(const struct action *action)
{
	int32_t day = action_last_day(action);

	return day == INT32_MAX ? 0 : month_of_day(day);
}

static void add_month(struct buf *out, int month)
{
	if (month) {
		date_print_iso(day_of_month(month), out);
		out->len -= sizeof("-01") - 1;
	} else {
		buf_add_c(out, NOTHING);
	}
}

static void add_leads(struct buf *out, const struct action *action)
{
	const struct ref *refs = action->lead.at;
	size_t before = out->len;

	for (size_t i = 0; i < action->lead.len; i++) {
		if (!refs[i].to)
			continue;
		if (out->len > before)
			buf_add_byte(out, ' ');
		buf_add(out, refs[i].id);
	}
	if (out->len == before)
		buf_add_c(out, NOTHING);
}

void filter_action_write(struct pen *pen, const struct action *action)
{
	struct html *html = html_of(pen);
	struct buf words = { 0 };

	add_leads(&words, action);
	html_attr(html, "data-lead", buf_str(&words));
	words.len = 0;
	buf_add_c(&words, progress_token(action_progress(action)));
	if (action_is_overdue(pen->view, pen->view->plan, action))
		buf_add_c(&words, " " LATE);
	html_attr(html, "data-status", buf_str(&words));
	words.len = 0;
	add_month(&words, month_of(action));
	html_attr(html, "data-due", buf_str(&words));
	buf_release(&words);
}

/* ---------------------------------------------------------------- the controls */

/* The actions of the page. */
struct choice {
	struct pen *pen;
	struct html *html;
	const struct action *const *actions;
	size_t count;
	size_t options; /* of the list that is being written */
	size_t start;   /* where that begins in the page */
};

static void label_write(const struct choice *choice, const char *id, const char *label)
{
	html_open(choice->html, "label");
	html_attr_c(choice->html, "for", id);
	html_text(choice->html, own_words(choice->pen->view, label));
	html_close(choice->html, "label");
}

static void option_write(struct choice *choice, struct str value, struct str words)
{
	html_open(choice->html, "option");
	html_attr(choice->html, "value", value);
	html_text(choice->html, words);
	html_close(choice->html, "option");
	choice->options++;
}

/* One that stands for a part of the plan, by the part's own name. */
static void thing_option_write(struct choice *choice, const struct thing *thing,
			       const struct text *name)
{
	struct str language;
	struct str words = pen_words(choice->pen, name, &language);

	html_open(choice->html, "option");
	html_attr(choice->html, "value", thing->id);
	if (language.len)
		html_language(choice->html, language);
	html_text(choice->html, words.len ? words : thing->id);
	html_close(choice->html, "option");
	choice->options++;
}

/* A list to choose from, with “Any” as the first of it. */
static void list_open(struct choice *choice, const char *id, const char *name, const char *label)
{
	choice->options = 0;
	choice->start = choice->html->out->len;
	html_open(choice->html, "p");
	label_write(choice, id, label);
	html_open(choice->html, "select");
	html_attr_c(choice->html, "id", id);
	html_attr_c(choice->html, "data-by", name);
	option_write(choice, (struct str){ 0 }, own_words(choice->pen->view, "Any"));
}

/* Where there is nothing to choose, the list is taken back. */
static void list_close(struct choice *choice)
{
	html_close(choice->html, "select");
	html_close(choice->html, "p");
	if (choice->options < 3)
		choice->html->out->len = choice->start;
}

static void themes_write(struct choice *choice)
{
	const struct plan *plan = choice->pen->view->plan;
	const struct theme *themes = plan->themes.at;

	if (choice->pen->view->theme)
		return;
	list_open(choice, "_filter-theme", "theme", "Theme");
	for (size_t i = 0; i < plan->themes.len && !pen_is_full(choice->pen); i++) {
		if (themes[i].actions.len)
			thing_option_write(choice, &themes[i].thing, &themes[i].title);
	}
	list_close(choice);
}

/* Whether any action of the page names somebody as its lead; NULL: whether one names nobody. */
static bool is_lead(const struct choice *choice, const struct person *person)
{
	for (size_t i = 0; i < choice->count; i++) {
		const struct list *leads = &choice->actions[i]->lead;
		const struct ref *refs = leads->at;
		bool has_any = false;

		for (size_t j = 0; j < leads->len; j++) {
			if (person && refs[j].to == &person->thing)
				return true;
			has_any |= refs[j].to != NULL;
		}
		if (!person && !has_any)
			return true;
	}
	return false;
}

static void leads_write(struct choice *choice)
{
	const struct council *council = choice->pen->view->council;
	const struct person *people = council->people.at;

	list_open(choice, "_filter-lead", "lead", "Lead");
	for (size_t i = 0; i < council->people.len && !pen_is_full(choice->pen); i++) {
		if (is_lead(choice, &people[i]))
			thing_option_write(choice, &people[i].thing, &people[i].name);
	}
	if (is_lead(choice, NULL))
		option_write(choice, STR(NOTHING), own_words(choice->pen->view, "Not given"));
	list_close(choice);
}

static void statuses_write(struct choice *choice)
{
	const struct view *view = choice->pen->view;
	bool has[PROGRESSES] = { false };
	bool has_late = false;

	for (size_t i = 0; i < choice->count; i++) {
		has[action_progress(choice->actions[i])] = true;
		has_late |= action_is_overdue(view, view->plan, choice->actions[i]);
	}
	list_open(choice, "_filter-status", "status", "Status");
	if (has_late)
		option_write(choice, STR(LATE), own_words(view, "overdue"));
	for (enum progress i = 0; i < PROGRESSES; i++) {
		if (has[i])
			option_write(choice, str_from(progress_token(i)),
				     own_words(view, progress_words(i)));
	}
	list_close(choice);
}

static int compare_months(const void *left, const void *right)
{
	return *(const int *)left - *(const int *)right;
}

static void months_write(struct choice *choice)
{
	const struct view *view = choice->pen->view;
	int *months = arena_new_array(view->arena, int, choice->count);
	struct buf value = { 0 };

	for (size_t i = 0; i < choice->count; i++)
		months[i] = month_of(choice->actions[i]);
	qsort(months, choice->count, sizeof(*months), compare_months);
	list_open(choice, "_filter-due", "due", "Target date");
	for (size_t i = 0; i < choice->count; i++) {
		int32_t day = months[i] ? day_of_month(months[i]) : 0;

		if (i && months[i] == months[i - 1])
			continue;
		value.len = 0;
		add_month(&value, months[i]);
		option_write(choice, buf_str(&value),
			     months[i] ? months_words(view, day, day)
				       : own_words(view, "Without a date"));
	}
	buf_release(&value);
	list_close(choice);
}

static void search_write(const struct choice *choice)
{
	html_open(choice->html, "p");
	label_write(choice, "_filter-words", "Words");
	html_open(choice->html, "input");
	html_attr_c(choice->html, "id", "_filter-words");
	html_attr_c(choice->html, "type", "search");
	html_attr_c(choice->html, "autocomplete", "off");
	html_close(choice->html, "p");
}

/* How many actions are left is told aloud too; the script puts the numbers in. */
static void state_write(const struct choice *choice)
{
	struct html *html = choice->html;

	html_open(html, "p");
	html_open(html, "button");
	html_attr_c(html, "type", "button");
	html_text(html, own_words(choice->pen->view, "Show all"));
	html_close(html, "button");
	html_text_c(html, " ");
	html_open(html, "span");
	html_attr_c(html, "class", "count");
	html_attr_c(html, "role", "status");
	html_attr(html, "data-words",
		  own_words(choice->pen->view, "{shown} of {all} actions shown"));
	html_close(html, "span");
	html_close(html, "p");
}

static void choose_actions(struct choice *choice)
{
	const struct view *view = choice->pen->view;
	const struct action **actions;

	if (!view->theme) {
		choice->actions = (const void *)view->plan->all_actions.at;
		choice->count = view->plan->all_actions.len;
		return;
	}
	choice->count = view->theme->actions.len;
	actions = arena_new_array(view->arena, const struct action *, choice->count);
	for (size_t i = 0; i < choice->count; i++)
		actions[i] = (const struct action *)view->theme->actions.at + i;
	choice->actions = actions;
}

void filter_write(struct pen *pen)
{
	struct choice choice = { .pen = pen, .html = html_of(pen) };

	choose_actions(&choice);
	if (choice.count < 2 || pen_is_full(pen))
		return;
	html_open(choice.html, "template");
	html_attr_c(choice.html, "id", "_filter");
	html_open(choice.html, "div");
	html_attr_c(choice.html, "class", "filter");
	html_attr_c(choice.html, "role", "search");
	html_attr(choice.html, "aria-label", own_words(pen->view, "Find actions"));
	search_write(&choice);
	themes_write(&choice);
	leads_write(&choice);
	statuses_write(&choice);
	months_write(&choice);
	state_write(&choice);
	html_close(choice.html, "div");
	html_close(choice.html, "template");
}

bool filter_is_wanted(const struct view *view)
{
	return view->scope == OUTPUT_PLAN || view->scope == OUTPUT_THEME;
}
