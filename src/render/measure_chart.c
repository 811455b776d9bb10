#include "render/measure_chart.h"
#include "render/action_page.h"
#include "render/measure_course.h"
#include "render/measures.h"
#include "render/target_phrase.h"
#include "render/words.h"

/* In hundredths of an em. */
#define HEIGHT 260
#define MIDDLE 60
#define BASE 225
/* The first number stands here, and the last as far from the other edge. */
#define MARGIN 900

/* More measures than this stand behind a line that opens them. */
#define FEW 6

/* Where the target is met. */
static void goal_draw(const struct gauge *gauge, struct html *html)
{
	int32_t low = gauge_place(gauge, gauge->low, MARGIN, SVG_WHOLE - MARGIN);
	int32_t high = gauge_place(gauge, gauge->high, MARGIN, SVG_WHOLE - MARGIN);
	enum target_kind kind = gauge->measure->target.kind;
	struct svg_box box = { low, MIDDLE - 45, SVG_WHOLE - low, 90 };

	if (kind == TARGET_AT_MOST || kind == TARGET_BELOW)
		box = (struct svg_box){ 0, box.y, low, box.height };
	else if (kind == TARGET_BETWEEN)
		box.width = high - low;
	if (kind != TARGET_EXACTLY)
		svg_rect(html, "goal", SVG_DOTTED, box);
	svg_line(html, "target", (struct svg_box){ low, box.y, 0, box.height });
	if (kind == TARGET_BETWEEN)
		svg_line(html, "target", (struct svg_box){ high, box.y, 0, box.height });
}

static void point_draw(const struct gauge *gauge, struct html *html, enum svg_mark mark,
		       struct number number)
{
	svg_point(html, mark, gauge_place(gauge, number, MARGIN, SVG_WHOLE - MARGIN), MIDDLE);
}

/* All numbers on one line. */
static void line_draw(const struct gauge *gauge, struct pen *pen, struct str title, struct str says)
{
	struct html *html = html_of(pen);
	struct arena *arena = pen->view->arena;

	svg_open(html, "chart", HEIGHT, title, says);
	goal_draw(gauge, html);
	svg_line(html, "floor", (struct svg_box){ 0, MIDDLE, SVG_WHOLE, 0 });
	if (gauge->has_baseline)
		point_draw(gauge, html, SVG_RING, gauge->baseline);
	for (size_t i = 0; i < gauge->result_count; i++)
		point_draw(gauge, html, i == gauge_latest(gauge) ? SVG_DISC : SVG_SMALL,
			   gauge->values[i]);
	svg_words(html, "start", 0, BASE, gauge_least_words(gauge, arena));
	svg_words(html, "end", SVG_WHOLE, BASE, gauge_most_words(gauge, arena));
	svg_close(html);
}

static const char *says_of(const struct gauge *gauge)
{
	if (!gauge->result_count)
		return "Where it stood before, and what it is to reach";
	return gauge_is_met(gauge, gauge->values[gauge_latest(gauge)])
		       ? "The latest result meets the target"
		       : "The latest result does not meet the target";
}

static void at_write(struct pen *pen, const char *before, const struct date *at)
{
	if (!date_is_given(at))
		return;
	pen_c(pen, ", ");
	pen_c(pen, before);
	pen_date(pen, at);
}

static void result_write(const struct gauge *gauge, struct pen *pen, size_t i)
{
	bool is_latest = i == gauge_latest(gauge);

	pen_open(pen, PEN_ITEM);
	svg_key_mark(html_of(pen), is_latest ? SVG_DISC : SVG_SMALL);
	pen_c(pen, is_latest ? "latest result " : "result ");
	value_write(pen, &gauge->results[i].value, &gauge->measure->unit);
	at_write(pen, "", &gauge->results[i].at);
	pen_close(pen, PEN_ITEM);
}

/* What the marks are, with their numbers; of results the latest, where a table has them all. */
static void words_write(const struct gauge *gauge, struct pen *pen, bool has_table)
{
	const struct measure *measure = gauge->measure;

	html_open(html_of(pen), "ul");
	html_attr_c(html_of(pen), "class", "keys");
	if (gauge->has_baseline) {
		pen_open(pen, PEN_ITEM);
		svg_key_mark(html_of(pen), SVG_RING);
		pen_c(pen, "baseline ");
		value_write(pen, &measure->baseline->value, &measure->unit);
		at_write(pen, "", &measure->baseline->at);
		pen_close(pen, PEN_ITEM);
	}
	for (size_t i = 0; i < gauge->result_count; i++) {
		if (!has_table || i == gauge_latest(gauge))
			result_write(gauge, pen, i);
	}
	pen_open(pen, PEN_ITEM);
	svg_key_pattern(html_of(pen), "goal", SVG_DOTTED);
	pen_c(pen, "target ");
	target_phrase_write(pen, str_trim(measure->target.node->text));
	at_write(pen, "by ", &measure->by);
	pen_close(pen, PEN_ITEM);
	html_close(html_of(pen), "ul");
}

/* Of the measure, or of the sentence that it is. */
static struct str name_of(struct pen *pen, const struct measure *measure)
{
	struct str name = pen_markdown_words(
		pen, text_is_given(&measure->indicator) ? &measure->indicator : &measure->text);

	return name.len ? name : own_words(pen->view, "Measure");
}

static void verdict_write(struct pen *pen, const struct gauge *gauge, struct str says)
{
	if (!gauge->result_count)
		return;
	pen_open(pen, PEN_NOTE);
	pen_plain(pen, says);
	pen_c(pen, ".");
	pen_close(pen, PEN_NOTE);
}

static void picture_write(struct pen *pen, const struct gauge *gauge)
{
	struct str title = name_of(pen, gauge->measure);
	struct str says = own_words(pen->view, says_of(gauge));
	struct course course;

	if (!course_find(&course, gauge, pen->view)) {
		line_draw(gauge, pen, title, says);
		words_write(gauge, pen, false);
		verdict_write(pen, gauge, says);
		return;
	}
	course_draw(&course, pen, title, says);
	words_write(gauge, pen, true);
	verdict_write(pen, gauge, says);
	course_table_write(&course, pen);
}

static void chart_write(struct pen *pen, const struct measure *measure, const struct action *action)
{
	struct gauge gauge;

	if (pen_is_full(pen) || !gauge_read(&gauge, measure, pen->view->arena))
		return;
	svg_shapes(pen);
	html_open(html_of(pen), "div");
	html_attr_c(html_of(pen), "class", "gauge");
	pen_open(pen, PEN_PARAGRAPH);
	pen_plain(pen, name_of(pen, measure));
	if (action) {
		pen_c(pen, " – ");
		action_link_write(pen, pen->view->plan, action);
	}
	pen_close(pen, PEN_PARAGRAPH);
	picture_write(pen, &gauge);
	html_close(html_of(pen), "div");
}

static void list_write(struct pen *pen, const struct list *list, const struct action *action)
{
	const struct measure *measures = list->at;

	for (size_t i = 0; i < list->len; i++)
		chart_write(pen, &measures[i], action);
}

void measure_charts_write(struct pen *pen, const struct list *measures)
{
	list_write(pen, measures, NULL);
}

static size_t count_charts(const struct list *list, struct arena *arena)
{
	const struct measure *measures = list->at;
	struct gauge gauge;
	size_t count = 0;

	for (size_t i = 0; i < list->len; i++)
		count += gauge_read(&gauge, &measures[i], arena);
	return count;
}

size_t measure_charts_count(const struct plan *plan, struct arena *arena)
{
	const struct theme *themes = plan->themes.at;
	size_t count = count_charts(&plan->measures, arena);

	for (size_t i = 0; i < plan->themes.len; i++)
		count += count_charts(&themes[i].measures, arena);
	for (size_t i = 0; i < plan->all_actions.len; i++)
		count += count_charts(&plan->all_actions.at[i]->measures, arena);
	return count;
}

void measure_charts_write_plan(struct pen *pen)
{
	const struct plan *plan = pen->view->plan;
	const struct theme *themes = plan->themes.at;
	struct html *html = html_of(pen);
	size_t count = measure_charts_count(plan, pen->view->arena);

	if (!count)
		return;
	pen_heading(pen, "Measures with numbers");
	if (count > FEW) {
		html_open(html, "details");
		html_open(html, "summary");
		pen_c(pen, "Pictures of measures: ");
		pen_plain(pen, arena_printf(pen->view->arena, "%zu", count));
		html_close(html, "summary");
	}
	list_write(pen, &plan->measures, NULL);
	for (size_t i = 0; i < plan->themes.len; i++)
		list_write(pen, &themes[i].measures, NULL);
	for (size_t i = 0; i < plan->all_actions.len; i++)
		list_write(pen, &plan->all_actions.at[i]->measures, plan->all_actions.at[i]);
	if (count > FEW)
		html_close(html, "details");
}
