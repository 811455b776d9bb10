#include "render/measure_chart.h"
#include "base/ascii.h"
#include "model/quantity.h"
#include "render/action_page.h"
#include "render/measures.h"
#include "render/svg.h"
#include "render/words.h"

/* In hundredths of an em. */
#define HEIGHT 260
#define MIDDLE 60
#define FLOOR 115
/* The first number stands here, and the last as far from the other edge. */
#define MARGIN 900

/* Numbers further apart than this are drawn less exactly. */
#define EXACT ((int64_t)1 << 40)

/* More measures than this stand behind a line that opens them. */
#define FEW 6

/* More results than this are dots without end. */
#define MOST_RESULTS 60

/* A measure whose numbers stand on one line. */
struct gauge {
	const struct measure *measure;
	bool has_baseline;
	struct number baseline;
	struct number low, high; /* of the target; high only of a range */
	const struct actual *results;
	size_t result_count;
	struct number *values; /* of the results */
	struct str unit;
};

/* The line: what stands at its ends, as whole numbers of one scale. */
struct axis {
	uint8_t scale;
	int64_t least, most;
};

static bool is_drawn(enum target_kind kind)
{
	return kind == TARGET_AT_LEAST || kind == TARGET_AT_MOST || kind == TARGET_BELOW ||
	       kind == TARGET_ABOVE || kind == TARGET_EXACTLY || kind == TARGET_BETWEEN;
}

/* A value in the gauge's unit; one without a unit is in that of the measure. */
static bool read_value(const struct value *value, struct gauge *gauge, struct arena *arena,
		       struct number *number)
{
	struct quantity quantity;
	struct str why, unit;

	if (!value->node || value->node->bad ||
	    !quantity_read(str_trim(value->text), arena, &quantity, &why))
		return false;
	*number = quantity.number;
	unit = quantity_unit(&quantity, arena);
	if (!unit.len || str_equal(unit, gauge->unit))
		return true;
	/* The target alone gave none. */
	if (gauge->unit.len)
		return false;
	gauge->unit = unit;
	return true;
}

static bool read_results(struct gauge *gauge, struct arena *arena)
{
	const struct list *actuals = &gauge->measure->actuals;

	gauge->results = actuals->at;
	gauge->result_count = actuals->len;
	if (actuals->len > MOST_RESULTS)
		return false;
	gauge->values = arena_new_array(arena, struct number, actuals->len);
	for (size_t i = 0; i < actuals->len; i++) {
		if (!read_value(&gauge->results[i].value, gauge, arena, &gauge->values[i]))
			return false;
	}
	return true;
}

static bool gauge_read(struct gauge *gauge, const struct measure *measure, struct arena *arena)
{
	const struct target *target = &measure->target;
	const struct baseline *baseline = measure->baseline;

	*gauge = (struct gauge){ .measure = measure, .low = target->low, .high = target->low };
	if (!is_drawn(target->kind) || !target_has_number(target) || target->node->bad)
		return false;
	if (target->kind == TARGET_BETWEEN)
		gauge->high = target->high;
	gauge->unit = target->unit.len ? target->unit : str_trim(measure->unit.words);
	if (baseline && value_is_given(&baseline->value) &&
	    !str_equal(baseline->value.text, STR("unknown"))) {
		if (!read_value(&baseline->value, gauge, arena, &gauge->baseline))
			return false;
		gauge->has_baseline = true;
	}
	return read_results(gauge, arena) && (gauge->has_baseline || gauge->result_count);
}

/* The number as a whole one of a larger scale. */
static bool scaled(struct number number, uint8_t scale, int64_t *whole)
{
	*whole = number.digits;
	for (uint8_t i = number.scale; i < scale; i++) {
		if (__builtin_mul_overflow(*whole, (int64_t)10, whole))
			return false;
	}
	return true;
}

static bool axis_take(struct axis *axis, struct number number)
{
	int64_t whole;

	if (!scaled(number, axis->scale, &whole))
		return false;
	if (whole < axis->least)
		axis->least = whole;
	if (whole > axis->most)
		axis->most = whole;
	return true;
}

static void axis_see(struct axis *axis, struct number number)
{
	if (number.scale > axis->scale)
		axis->scale = number.scale;
}

/* From nothing to the largest number; of per cents to a hundred. */
static bool axis_init(struct axis *axis, const struct gauge *gauge)
{
	static const struct number hundred = { 100, 0 };
	bool fits = true;
	int64_t width;

	*axis = (struct axis){ 0 };
	axis_see(axis, gauge->baseline);
	axis_see(axis, gauge->low);
	axis_see(axis, gauge->high);
	for (size_t i = 0; i < gauge->result_count; i++)
		axis_see(axis, gauge->values[i]);
	fits = axis_take(axis, gauge->baseline) && axis_take(axis, gauge->low) &&
	       axis_take(axis, gauge->high);
	for (size_t i = 0; fits && i < gauge->result_count; i++)
		fits = axis_take(axis, gauge->values[i]);
	if (fits && str_equal(gauge->unit, STR("%")))
		fits = axis_take(axis, hundred);
	return fits && axis->most > axis->least &&
	       !__builtin_sub_overflow(axis->most, axis->least, &width);
}

static int32_t axis_x(const struct axis *axis, struct number number)
{
	int64_t whole, width = axis->most - axis->least;

	scaled(number, axis->scale, &whole);
	whole -= axis->least;
	while (width > EXACT) {
		width /= 10;
		whole /= 10;
	}
	return (int32_t)(MARGIN + whole * (SVG_WHOLE - 2 * MARGIN) / width);
}

/* Where the target is met. */
static void goal_draw(const struct gauge *gauge, const struct axis *axis, struct html *html)
{
	int32_t low = axis_x(axis, gauge->low);
	int32_t high = axis_x(axis, gauge->high);
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

/* The one of the last day; of those without a day, the last. */
static size_t latest_result(const struct gauge *gauge)
{
	size_t latest = 0;

	for (size_t i = 1; i < gauge->result_count; i++) {
		const struct date *at = &gauge->results[i].at;
		const struct date *best = &gauge->results[latest].at;

		if (at->kind != DATE_GIVEN || best->kind != DATE_GIVEN ||
		    at->latest >= best->latest)
			latest = i;
	}
	return latest;
}

static bool is_met(const struct gauge *gauge, struct number value)
{
	int low = number_compare(value, gauge->low);

	switch (gauge->measure->target.kind) {
	case TARGET_AT_LEAST: return low >= 0;
	case TARGET_AT_MOST: return low <= 0;
	case TARGET_BELOW: return low < 0;
	case TARGET_ABOVE: return low > 0;
	case TARGET_BETWEEN: return low >= 0 && number_compare(value, gauge->high) <= 0;
	default: return low == 0;
	}
}

/* "£1,200,000", "100%", "21": as short as it can be, with commas by threes. */
static void end_print(struct number number, struct str unit, struct buf *out)
{
	bool is_money = unit.len && !str_equal(unit, STR("%")) && !ascii_is_letter(unit.at[0]) &&
			str_find_byte(unit, ' ', 0) == unit.len;

	if (number.digits < 0)
		buf_add_byte(out, '-');
	if (is_money)
		buf_add(out, unit);
	number.digits = number.digits < 0 ? -number.digits : number.digits;
	number_print_people(number, out);
	if (str_equal(unit, STR("%")))
		buf_add_byte(out, '%');
}

static void axis_words(const struct axis *axis, const struct gauge *gauge, struct html *html)
{
	struct buf words = { 0 };

	end_print((struct number){ axis->least, axis->scale }, gauge->unit, &words);
	svg_words(html, "start", 0, FLOOR + 110, buf_str(&words));
	words.len = 0;
	end_print((struct number){ axis->most, axis->scale }, gauge->unit, &words);
	svg_words(html, "end", SVG_WHOLE, FLOOR + 110, buf_str(&words));
	buf_release(&words);
}

static void picture_write(const struct gauge *gauge, const struct axis *axis, struct pen *pen,
			  struct str title)
{
	const char *says = "Where it stood before, and what it is to reach";
	struct html *html = html_of(pen);

	if (gauge->result_count)
		says = is_met(gauge, gauge->values[latest_result(gauge)])
			       ? "The latest result meets the target"
			       : "The latest result does not meet the target";
	svg_open(html, "chart", HEIGHT, title, own_words(pen->view, says));
	goal_draw(gauge, axis, html);
	svg_line(html, "floor", (struct svg_box){ 0, MIDDLE, SVG_WHOLE, 0 });
	if (gauge->has_baseline)
		svg_point(html, SVG_RING, axis_x(axis, gauge->baseline), MIDDLE);
	for (size_t i = 0; i < gauge->result_count; i++)
		svg_point(html, i == latest_result(gauge) ? SVG_DISC : SVG_SMALL,
			  axis_x(axis, gauge->values[i]), MIDDLE);
	axis_words(axis, gauge, html);
	svg_close(html);
}

static void at_write(struct pen *pen, const char *before, const struct date *at)
{
	if (!date_is_given(at))
		return;
	pen_c(pen, ", ");
	pen_c(pen, before);
	pen_date(pen, at);
}

/* What the marks are, with their numbers: the picture in words. */
static void words_write(const struct gauge *gauge, struct pen *pen)
{
	const struct measure *measure = gauge->measure;
	size_t latest = latest_result(gauge);

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
		pen_open(pen, PEN_ITEM);
		svg_key_mark(html_of(pen), i == latest ? SVG_DISC : SVG_SMALL);
		pen_c(pen, i == latest ? "latest result " : "result ");
		value_write(pen, &gauge->results[i].value, &measure->unit);
		at_write(pen, "", &gauge->results[i].at);
		pen_close(pen, PEN_ITEM);
	}
	pen_open(pen, PEN_ITEM);
	svg_key_pattern(html_of(pen), "goal", SVG_DOTTED);
	pen_c(pen, "target ");
	pen_plain(pen, str_trim(measure->target.node->text));
	at_write(pen, "by ", &measure->by);
	pen_close(pen, PEN_ITEM);
	html_close(html_of(pen), "ul");
}

static bool gauge_is_drawn(struct gauge *gauge, struct axis *axis, const struct measure *measure,
			   struct arena *arena)
{
	return gauge_read(gauge, measure, arena) && axis_init(axis, gauge);
}

/* Of the measure, or of the sentence that it is. */
static struct str name_of(struct pen *pen, const struct measure *measure)
{
	struct str name = pen_markdown_words(
		pen, text_is_given(&measure->indicator) ? &measure->indicator : &measure->text);

	return name.len ? name : own_words(pen->view, "Measure");
}

static void chart_write(struct pen *pen, const struct measure *measure, const struct action *action)
{
	struct gauge gauge;
	struct axis axis;

	if (pen_is_full(pen) || !gauge_is_drawn(&gauge, &axis, measure, pen->view->arena))
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
	picture_write(&gauge, &axis, pen, name_of(pen, measure));
	words_write(&gauge, pen);
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
	struct axis axis;
	size_t count = 0;

	for (size_t i = 0; i < list->len; i++)
		count += gauge_is_drawn(&gauge, &axis, &measures[i], arena);
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
