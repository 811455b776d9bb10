#include "render/figures.h"
#include "render/measures.h"
#include "model/sums.h"

static struct str plain_of(const struct pen *pen, const struct text *text)
{
	struct str language;

	return str_trim(pen_words(pen, text, &language));
}

/* The values of a figure and what is said about them: "647 staff (2022/23), 74%". */
static void figure_write(struct pen *pen, const struct figure *figure)
{
	const struct figure_value *values = figure->values.at;
	bool has_value = value_is_given(&figure->value);

	if (has_value)
		value_write(pen, &figure->value, &figure->unit);
	for (size_t i = 0; i < figure->values.len; i++) {
		if (i || has_value)
			pen_c(pen, "; ");
		value_write(pen, &values[i].value, &values[i].unit);
	}
	if (date_is_given(&figure->as_at)) {
		pen_c(pen, " (");
		pen_date(pen, &figure->as_at);
		pen_c(pen, ")");
	}
	if (text_is_given(&figure->note)) {
		pen_c(pen, ", ");
		pen_tell(pen, &figure->note);
	}
}

/* How many figures from `at` on have the same label and group: they share a line. */
static size_t count_alike(const struct pen *pen, const struct list *list, size_t at)
{
	const struct figure *figures = list->at;
	struct str label = plain_of(pen, &figures[at].label);
	size_t end = at + 1;

	while (label.len && end < list->len &&
	       str_equal(label, plain_of(pen, &figures[end].label)) &&
	       str_equal(plain_of(pen, &figures[at].group), plain_of(pen, &figures[end].group)))
		end++;
	return end - at;
}

/* The figures of one group, from `at` on; returns where the next one begins. */
static size_t group_write(struct pen *pen, const struct list *list, size_t at)
{
	const struct figure *figures = list->at;
	struct str group = plain_of(pen, &figures[at].group);

	if (group.len) {
		pen_open(pen, PEN_PARAGRAPH);
		pen_open(pen, PEN_STRONG);
		pen_plain(pen, group);
		pen_close(pen, PEN_STRONG);
		pen_close(pen, PEN_PARAGRAPH);
	}
	pen_open(pen, PEN_FACTS);
	while (at < list->len && !pen_is_full(pen) &&
	       str_equal(group, plain_of(pen, &figures[at].group))) {
		size_t count = count_alike(pen, list, at);

		pen_fact_open_words(pen, plain_of(pen, &figures[at].label));
		for (size_t i = 0; i < count; i++) {
			if (i)
				pen_c(pen, "; ");
			figure_write(pen, &figures[at + i]);
		}
		pen_fact_close(pen);
		at += count;
	}
	pen_close(pen, PEN_FACTS);
	return at;
}

static void term_write(struct pen *pen, const struct sum_term *term)
{
	if (term->figure && text_is_given(&term->figure->label)) {
		pen_say(pen, &term->figure->label);
		pen_c(pen, " ");
	}
	if (term->is_number || term->figure)
		value_write(pen, &term->value, &term->unit);
	else
		pen_value(pen, &term->value);
}

static void result_write(struct pen *pen, const struct sum_check *check)
{
	struct buf sum = { 0 };

	switch (check->result) {
	case SUM_RIGHT: pen_c(pen, ": adds up \xE2\x9C\x93"); break;
	case SUM_UNKNOWN: pen_c(pen, ": cannot be checked"); break;
	case SUM_WRONG:
		number_print(check->sum, &sum);
		pen_c(pen, ": does not add up, the parts make ");
		pen_plain(pen, buf_str(&sum));
		break;
	}
	buf_release(&sum);
}

static void sums_write(struct pen *pen, const struct section *section)
{
	const struct sum *sums = section->sums.at;
	size_t work = SUM_WORK;
	struct sum_check check;

	if (!section->sums.len)
		return;
	pen_open(pen, PEN_PARAGRAPH);
	pen_open(pen, PEN_STRONG);
	pen_c(pen, "Sums");
	pen_close(pen, PEN_STRONG);
	pen_close(pen, PEN_PARAGRAPH);
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < section->sums.len && !pen_is_full(pen); i++) {
		sum_check(section, &sums[i], &work, pen->view->arena, &check);
		pen_open(pen, PEN_ITEM);
		for (size_t j = 0; j < check.parts.len; j++) {
			if (j)
				pen_c(pen, " + ");
			term_write(pen, &check.parts.at[j]);
		}
		pen_c(pen, " = ");
		term_write(pen, &check.total);
		result_write(pen, &check);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

void figures_write(struct pen *pen, const struct section *section)
{
	size_t at = 0;

	while (at < section->figures.len && !pen_is_full(pen))
		at = group_write(pen, &section->figures, at);
	sums_write(pen, section);
}
