#include "render/gauge.h"
#include "base/ascii.h"
#include "model/quantity.h"
#include "render/pen.h"

/* Numbers further apart than this are placed less exactly. */
#define EXACT ((int64_t)1 << 40)

/* More results than this are dots without end: those of each month in twenty years. */
#define MOST_RESULTS 240

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

	if (actuals->len > MOST_RESULTS)
		return false;
	gauge->results = actuals->at;
	gauge->result_count = actuals->len;
	gauge->values = arena_new_array(arena, struct number, actuals->len);
	for (size_t i = 0; i < actuals->len; i++) {
		if (!read_value(&gauge->results[i].value, gauge, arena, &gauge->values[i]))
			return false;
	}
	return true;
}

static bool read_numbers(struct gauge *gauge, struct arena *arena)
{
	const struct target *target = &gauge->measure->target;
	const struct baseline *baseline = gauge->measure->baseline;

	if (!is_drawn(target->kind) || !target_has_number(target) || target->node->bad)
		return false;
	gauge->low = target->low;
	gauge->high = target->kind == TARGET_BETWEEN ? target->high : target->low;
	gauge->unit = target->unit.len ? target->unit : str_trim(gauge->measure->unit.words);
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

static void see_scale(struct gauge *gauge, struct number number)
{
	if (number.scale > gauge->scale)
		gauge->scale = number.scale;
}

static bool take(struct gauge *gauge, struct number number)
{
	int64_t whole;

	if (!scaled(number, gauge->scale, &whole))
		return false;
	if (whole < gauge->least)
		gauge->least = whole;
	if (whole > gauge->most)
		gauge->most = whole;
	return true;
}

/* From nothing to the largest number; of per cents to a hundred. */
static bool set_ends(struct gauge *gauge)
{
	static const struct number hundred = { 100, 0 };
	bool fits = true;
	int64_t width;

	see_scale(gauge, gauge->baseline);
	see_scale(gauge, gauge->low);
	see_scale(gauge, gauge->high);
	for (size_t i = 0; i < gauge->result_count; i++)
		see_scale(gauge, gauge->values[i]);
	fits = take(gauge, gauge->baseline) && take(gauge, gauge->low) && take(gauge, gauge->high);
	for (size_t i = 0; fits && i < gauge->result_count; i++)
		fits = take(gauge, gauge->values[i]);
	if (fits && str_equal(gauge->unit, STR("%")))
		fits = take(gauge, hundred);
	return fits && gauge->most > gauge->least &&
	       !__builtin_sub_overflow(gauge->most, gauge->least, &width);
}

bool gauge_read(struct gauge *gauge, const struct measure *measure, struct arena *arena)
{
	*gauge = (struct gauge){ .measure = measure };
	return read_numbers(gauge, arena) && set_ends(gauge);
}

int32_t gauge_place(const struct gauge *gauge, struct number number, int32_t from, int32_t to)
{
	int64_t whole, width = gauge->most - gauge->least;

	scaled(number, gauge->scale, &whole);
	whole -= gauge->least;
	while (width > EXACT) {
		width /= 10;
		whole /= 10;
	}
	return (int32_t)(from + whole * (to - from) / width);
}

/* As short as it can be, with commas by threes. */
static struct str end_words(const struct gauge *gauge, int64_t whole, struct arena *arena)
{
	struct str unit = gauge->unit;
	bool is_percent = str_equal(unit, STR("%"));
	bool is_money = unit.len && !is_percent && !ascii_is_letter(unit.at[0]) &&
			str_find_byte(unit, ' ', 0) == unit.len;
	struct buf digits = { 0 };
	struct str words;

	number_print_people((struct number){ whole < 0 ? -whole : whole, gauge->scale }, &digits);
	words = arena_printf(arena, "%s%.*s%.*s%s", whole < 0 ? "-" : "",
			     is_money ? (int)unit.len : 0, unit.at, (int)digits.len, digits.at,
			     is_percent ? "%" : "");
	buf_release(&digits);
	return words;
}

struct str gauge_least_words(const struct gauge *gauge, struct arena *arena)
{
	return end_words(gauge, gauge->least, arena);
}

struct str gauge_most_words(const struct gauge *gauge, struct arena *arena)
{
	return end_words(gauge, gauge->most, arena);
}

size_t gauge_latest(const struct gauge *gauge)
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

bool gauge_is_met(const struct gauge *gauge, struct number value)
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
