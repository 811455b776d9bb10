#include "render/progress.h"
#include "render/plan_body.h"
#include "render/shares.h"
#include "render/tally.h"
#include "render/time_scale.h"
#include "render/words.h"
#include "rules/deadline.h"

static const struct {
	const char *words;
	const char *class;
	enum svg_pattern pattern;
} kinds[PROGRESSES] = {
	[DONE] = { "done", "done", SVG_PLAIN },
	[IN_PROGRESS] = { "in progress", "under-way", SVG_HATCHED },
	[NOT_STARTED] = { "not started", "not-started", SVG_PLAIN },
	[PAUSED] = { "paused", "paused", SVG_DOTTED },
	[CANCELLED] = { "cancelled", "cancelled", SVG_CROSSED },
	[NOT_SAID] = { "without a status", "not-said", SVG_PLAIN },
};

struct progress_counts {
	size_t of[PROGRESSES];
	size_t all;
	size_t late; /* of those that are neither done nor cancelled */
};

/* A status that is not one, or none, says nothing: nobody has told. */
enum progress action_progress(const struct action *action)
{
	static const enum progress progresses[] = {
		[ACTION_NOT_STARTED] = NOT_STARTED,
		[ACTION_IN_PROGRESS] = IN_PROGRESS,
		[ACTION_DONE] = DONE,
		[ACTION_PAUSED] = PAUSED,
		[ACTION_CANCELLED] = CANCELLED,
	};

	if (word_is_given(&action->status))
		return progresses[action->status.index];
	return action->done.kind == DATE_GIVEN ? DONE : NOT_SAID;
}

const char *progress_words(enum progress progress)
{
	return kinds[progress].words;
}

const char *progress_token(enum progress progress)
{
	return kinds[progress].class;
}

bool plan_has_progress(const struct plan *plan)
{
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		if (action_progress(plan->all_actions.at[i]) != NOT_SAID)
			return true;
	}
	return false;
}

bool plan_tells_late(const struct plan *plan)
{
	return plan_is_adopted(plan) && plan_has_progress(plan);
}

bool action_is_overdue(const struct view *view, const struct plan *plan,
		       const struct action *action)
{
	int32_t today = view_today(view);

	return today != NO_DAY && action_late_by(action, today) && plan_tells_late(plan);
}

void overdue_write(struct pen *pen, const struct plan *plan, const struct action *action)
{
	if (!action_is_overdue(pen->view, plan, action))
		return;
	pen_c(pen, ", ");
	pen_open(pen, PEN_STRONG);
	pen_c(pen, "overdue");
	pen_close(pen, PEN_STRONG);
}

static struct progress_counts count(const struct plan *plan, int32_t today)
{
	struct progress_counts counts = { .all = plan->all_actions.len };
	bool knows_late = today != NO_DAY && plan_tells_late(plan);

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];

		counts.of[action_progress(action)]++;
		counts.late += knows_late && action_late_by(action, today);
	}
	return counts;
}

/* "12 actions in 2 themes: 3 done, 4 in progress, 5 without a status; 2 overdue". */
static struct str counts_words(const struct progress_counts *counts, const struct plan *plan,
			       const struct view *view)
{
	const char *between = ": ";
	struct buf words = { 0 };
	struct str copy;

	own_count_print(view, counts->all, "{count} action", "{count} actions", &words);
	if (plan->themes.len) {
		buf_add(&words, own_words(view, " in "));
		own_count_print(view, plan->themes.len, "{count} theme", "{count} themes", &words);
	}
	for (size_t i = 0; i < PROGRESSES && counts->of[NOT_SAID] < counts->all; i++) {
		if (!counts->of[i])
			continue;
		buf_add_c(&words, between);
		buf_printf(&words, "%zu %s", counts->of[i], own_words(view, kinds[i].words).at);
		between = ", ";
	}
	if (counts->late)
		buf_printf(&words, "; %zu %s", counts->late, own_words(view, "overdue").at);
	copy = arena_copy(view->arena, buf_str(&words));
	buf_release(&words);
	return copy;
}

static void bar_write(struct html *html, const struct progress_counts *counts, struct str title,
		      struct str words)
{
	size_t before = 0;

	svg_open(html, "chart", 150, title, words);
	for (size_t i = 0; i < PROGRESSES; i++) {
		int32_t from = (int32_t)(before * SVG_WHOLE / counts->all);
		int32_t to = (int32_t)((before + counts->of[i]) * SVG_WHOLE / counts->all);

		before += counts->of[i];
		if (counts->of[i])
			svg_rect(html, kinds[i].class, kinds[i].pattern,
				 (struct svg_box){ from, 10, to - from, 130 });
	}
	svg_close(html);
}

static void table_write(struct pen *pen, const struct progress_counts *counts)
{
	static const char *const columns[] = { "Status", "Actions", "Share", NULL };
	struct html *html = html_of(pen);
	unsigned percents[PROGRESSES];

	shares_of(counts->of, PROGRESSES, percents);
	tally_open(html, pen->view, columns);
	for (size_t i = 0; i < PROGRESSES; i++) {
		if (!counts->of[i])
			continue;
		html_open(html, "tr");
		html_open(html, "th");
		html_attr_c(html, "scope", "row");
		svg_key_pattern(html, kinds[i].class, kinds[i].pattern);
		pen_word(pen, kinds[i].words, true);
		html_close(html, "th");
		html_element(html, "td", arena_printf(pen->view->arena, "%zu", counts->of[i]));
		html_element(html, "td", arena_printf(pen->view->arena, "%u%%", percents[i]));
		html_close(html, "tr");
	}
	tally_close(html);
}

void progress_write(struct pen *pen)
{
	const struct plan *plan = pen->view->plan;
	struct progress_counts counts = count(plan, view_today(pen->view));

	svg_shapes(pen);
	bar_write(html_of(pen), &counts, own_words(pen->view, "Actions by status"),
		  counts_words(&counts, plan, pen->view));
	table_write(pen, &counts);
	if (!counts.late)
		return;
	pen_open(pen, PEN_PARAGRAPH);
	pen_c(pen, "Past their date, and neither done nor cancelled: ");
	pen_plain(pen, arena_printf(pen->view->arena, "%zu", counts.late));
	pen_close(pen, PEN_PARAGRAPH);
}

void progress_summary_write(struct pen *pen, const struct plan *plan)
{
	struct progress_counts counts = count(plan, view_today(pen->view));
	struct str words = counts_words(&counts, plan, pen->view);

	pen_open(pen, PEN_NOTE);
	pen_plain(pen, words);
	pen_close(pen, PEN_NOTE);
	if (plan_has_progress(plan))
		bar_write(html_of(pen), &counts, plan_title(pen, plan), words);
}

/* Adds what the bars of a list show. */
static void count_shown(const struct view *view, const struct council *council, size_t *shown)
{
	const struct compilation *compilation = view->compilation;

	for (size_t i = 0; i < compilation->plans.len; i++) {
		const struct plan *plan = compilation->plans.at[i];
		struct progress_counts counts;

		if (!directory_has_plan(view->directory, plan) || !plan_has_progress(plan) ||
		    (council && !str_equal(plan->council->thing.id, council->thing.id)))
			continue;
		counts = count(plan, NO_DAY);
		for (size_t k = 0; k < PROGRESSES; k++)
			shown[k] += counts.of[k];
	}
}

void progress_key_write(struct pen *pen, const struct council *council)
{
	size_t shown[PROGRESSES] = { 0 };
	bool is_begun = false;

	count_shown(pen->view, council, shown);
	for (size_t i = 0; i < PROGRESSES; i++) {
		if (!shown[i])
			continue;
		if (!is_begun) {
			svg_shapes(pen);
			html_open(html_of(pen), "ul");
			html_attr_c(html_of(pen), "class", "keys");
		}
		is_begun = true;
		pen_open(pen, PEN_ITEM);
		svg_key_pattern(html_of(pen), kinds[i].class, kinds[i].pattern);
		pen_word(pen, kinds[i].words, true);
		pen_close(pen, PEN_ITEM);
	}
	if (is_begun)
		html_close(html_of(pen), "ul");
}
