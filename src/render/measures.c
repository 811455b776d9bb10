#include "render/measures.h"
#include "render/target_phrase.h"

static bool target_is_given(const struct target *target)
{
	return target->node && target->node->kind == NODE_SCALAR && !node_is_null(target->node) &&
	       target->node->text.len;
}

static bool has_structure(const struct measure *measure)
{
	return text_is_given(&measure->indicator) || text_is_given(&measure->unit) ||
	       word_is_given(&measure->direction) || measure->baseline ||
	       target_is_given(&measure->target) || date_is_given(&measure->by) ||
	       word_is_given(&measure->every) || text_is_given(&measure->source) ||
	       word_is_given(&measure->kind) || text_is_given(&measure->evidence) ||
	       measure->actuals.len;
}

static bool is_given(const struct measure *measure)
{
	return text_is_given(&measure->text) || has_structure(measure);
}

static bool has_target_line(const struct measure *measure)
{
	return text_is_given(&measure->text) && has_structure(measure);
}

bool has_measures(const struct list *list)
{
	const struct measure *measures = list->at;

	for (size_t i = 0; i < list->len; i++) {
		if (is_given(&measures[i]))
			return true;
	}
	return false;
}

bool has_targets(const struct list *list)
{
	const struct measure *measures = list->at;

	for (size_t i = 0; i < list->len; i++) {
		if (has_target_line(&measures[i]))
			return true;
	}
	return false;
}

static bool is_sign(struct str unit)
{
	return str_equal(unit, STR("£")) || str_equal(unit, STR("€")) || str_equal(unit, STR("$"));
}

void value_write(struct pen *pen, const struct value *value, const struct text *unit)
{
	struct str language;
	struct str words = str_trim(pen_words(pen, unit, &language));

	if (!words.len || str_ends(value->text, words) || str_starts(value->text, words)) {
		pen_value(pen, value);
	} else if (is_sign(words)) {
		pen_say(pen, unit);
		pen_value(pen, value);
	} else {
		pen_value(pen, value);
		if (!str_starts(words, STR("%")))
			pen_c(pen, " ");
		pen_say(pen, unit);
	}
}

/* A line of phrases with semicolons between them. */
struct line {
	struct pen *pen;
	const char *between; /* what comes before the next phrase */
};

static void phrase(struct line *line, const char *words)
{
	if (*line->between)
		pen_c(line->pen, line->between);
	if (*words)
		pen_c(line->pen, words);
	line->between = "; ";
}

static void phrase_text(struct line *line, const char *words, const struct text *text)
{
	if (!text_is_given(text))
		return;
	phrase(line, words);
	pen_tell(line->pen, text);
}

static void phrase_plain(struct line *line, const char *words, const struct text *text)
{
	if (!text_is_given(text))
		return;
	phrase(line, words);
	pen_say(line->pen, text);
}

/* Whether the phrase names its unit itself: "at least 50%", "increase by 10%". */
static bool target_has_unit(const struct pen *pen, const struct measure *measure)
{
	struct str phrase = measure->target.node->text;
	struct str language;
	struct str unit = pen_words(pen, &measure->unit, &language);

	return measure->target.unit.len || str_find(phrase, unit, 0) < phrase.len;
}

static void target_write(struct line *line, const struct measure *measure)
{
	bool has_unit = text_is_given(&measure->unit);

	if (target_is_given(&measure->target)) {
		phrase(line, "");
		target_phrase_write(line->pen, str_trim(measure->target.node->text));
		if (has_unit && !target_has_unit(line->pen, measure)) {
			pen_c(line->pen, " ");
			pen_say(line->pen, &measure->unit);
		}
	} else {
		phrase_plain(line, "in ", &measure->unit);
	}
}

/* A bare number takes the unit of its measure; words do without. */
static void result_write(struct pen *pen, const struct value *value, const struct measure *measure)
{
	if (value->node && (value->node->type == TYPE_INTEGER || value->node->type == TYPE_FLOAT))
		value_write(pen, value, &measure->unit);
	else
		pen_value(pen, value);
}

static void baseline_write(struct line *line, const struct measure *measure)
{
	const struct baseline *baseline = measure->baseline;

	if (!baseline || (!value_is_given(&baseline->value) && !date_is_given(&baseline->at)))
		return;
	phrase(line, "baseline ");
	if (value_is_given(&baseline->value))
		result_write(line->pen, &baseline->value, measure);
	if (!date_is_given(&baseline->at))
		return;
	pen_c(line->pen, " (");
	pen_date(line->pen, &baseline->at);
	pen_c(line->pen, ")");
}

static void actuals_write(struct line *line, const struct measure *measure)
{
	const struct actual *actuals = measure->actuals.at;

	for (size_t i = 0; i < measure->actuals.len; i++) {
		if (i)
			pen_c(line->pen, ", ");
		else
			phrase(line, "results: ");
		result_write(line->pen, &actuals[i].value, measure);
		if (!date_is_given(&actuals[i].at))
			continue;
		pen_c(line->pen, " (");
		pen_date(line->pen, &actuals[i].at);
		pen_c(line->pen, ")");
	}
}

static void phrase_date(struct line *line, const char *words, const struct date *date)
{
	if (!date_is_given(date))
		return;
	phrase(line, words);
	pen_date(line->pen, date);
}

static void kind_write(struct line *line, const struct word *kind)
{
	static const char *const words[] = {
		[MEASURE_NUMBER] = "a number",
		[MEASURE_YES_NO] = "yes or no",
		[MEASURE_QUALITATIVE] = "judged in words",
	};

	if (word_is_given(kind))
		phrase(line, words[kind->index]);
}

/* All of a measure but its text and its breakdown, on one line. */
static void structure_write(struct pen *pen, const struct measure *measure)
{
	struct line line = { pen, "" };
	bool is_inline = pen_tell(pen, &measure->indicator);

	if (!is_inline)
		pen_open(pen, PEN_PARAGRAPH);
	else if (text_is_given(&measure->indicator))
		line.between = ": ";
	target_write(&line, measure);
	phrase_date(&line, "by ", &measure->by);
	baseline_write(&line, measure);
	if (word_is_given(&measure->every)) {
		phrase(&line, "every ");
		pen_word(pen, every_words[measure->every.index], false);
	}
	if (word_is_given(&measure->direction))
		phrase(&line, measure->direction.index == DIRECTION_UP ? "more is better"
								       : "less is better");
	kind_write(&line, &measure->kind);
	phrase_plain(&line, "source: ", &measure->source);
	actuals_write(&line, measure);
	if (!is_inline)
		pen_close(pen, PEN_PARAGRAPH);
	phrase_text(&line, "evidence: ", &measure->evidence);
}

static void ref_write(struct pen *pen, const struct measure *measure)
{
	if (!text_is_given(&measure->ref))
		return;
	pen_say(pen, &measure->ref);
	pen_c(pen, " ");
}

void measures_write(struct pen *pen, const struct list *list)
{
	const struct measure *measures = list->at;

	if (!has_measures(list))
		return;
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		if (!is_given(&measures[i]))
			continue;
		pen_open(pen, PEN_ITEM);
		ref_write(pen, &measures[i]);
		if (text_is_given(&measures[i].text))
			pen_tell(pen, &measures[i].text);
		else
			structure_write(pen, &measures[i]);
		pen_tell_list(pen, &measures[i].breakdown);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

void targets_write(struct pen *pen, const struct list *list)
{
	const struct measure *measures = list->at;

	if (!has_targets(list))
		return;
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		if (!has_target_line(&measures[i]))
			continue;
		pen_open(pen, PEN_ITEM);
		ref_write(pen, &measures[i]);
		structure_write(pen, &measures[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

void measures_write_all(struct pen *pen, const struct list *measures)
{
	measures_write(pen, measures);
	if (!has_targets(measures))
		return;
	pen_open(pen, PEN_PARAGRAPH);
	pen_open(pen, PEN_STRONG);
	pen_c(pen, "Targets");
	pen_close(pen, PEN_STRONG);
	pen_close(pen, PEN_PARAGRAPH);
	targets_write(pen, measures);
}
