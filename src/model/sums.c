#include "model/sums.h"
#include "model/quantity.h"

static struct sum_term term_of(const struct figure *figure, struct value value, struct text unit,
			       struct arena *arena)
{
	struct sum_term term = { .figure = figure, .value = value, .unit = unit };
	struct quantity quantity;
	struct str why;

	term.is_number = quantity_read(str_trim(value.text), arena, &quantity, &why);
	if (term.is_number)
		term.number = quantity.number;
	return term;
}

static bool has_unit(const struct text *unit, const struct sum *sum)
{
	return !sum->unit.words.len ||
	       str_equal_nocase(str_trim(unit->words), str_trim(sum->unit.words));
}

/* Adds the value of a figure that the sum speaks of: one of several by its unit. */
static void add_figure(struct sum_check *check, const struct sum *sum, const struct figure *figure,
		       struct arena *arena)
{
	const struct figure_value *values = figure->values.at;

	if (check->parts.len > SUM_PARTS)
		return;
	if (!figure->values.len) {
		vec_add(arena, &check->parts, term_of(figure, figure->value, figure->unit, arena));
		return;
	}
	for (size_t i = 0; i < figure->values.len; i++) {
		if (!has_unit(&values[i].unit, sum))
			continue;
		vec_add(arena, &check->parts,
			term_of(figure, values[i].value, values[i].unit, arena));
		return;
	}
}

/* What a name may be of a figure, the closest first. */
enum name_kind { NAME_ID, NAME_LABEL, NAME_GROUP };

static bool is_named(const struct figure *figure, struct str name, enum name_kind kind)
{
	switch (kind) {
	case NAME_ID: return str_equal(figure->thing.id, name);
	case NAME_LABEL: return str_equal(str_trim(figure->label.words), name);
	case NAME_GROUP: return str_equal(str_trim(figure->group.words), name);
	}
	return false;
}

static size_t count_named(const struct section *section, struct str name, enum name_kind kind)
{
	const struct figure *figures = section->figures.at;
	size_t count = 0;

	for (size_t i = 0; i < section->figures.len; i++)
		count += is_named(&figures[i], name, kind);
	return count;
}

/*
 * Adds what a name stands for to the parts; false when it stands for nothing,
 * or for two figures of one label that the sum's unit does not tell apart.
 */
static bool add_named(struct sum_check *check, const struct section *section, const struct sum *sum,
		      struct str name, struct arena *arena)
{
	const struct figure *figures = section->figures.at;
	size_t before = check->parts.len;
	enum name_kind kind = NAME_ID;
	bool is_one;

	while (kind < NAME_GROUP && !count_named(section, name, kind))
		kind++;
	is_one = count_named(section, name, kind) == 1;
	for (size_t i = 0; i < section->figures.len && name.len; i++) {
		bool fits = is_one || figures[i].values.len || has_unit(&figures[i].unit, sum);

		if (is_named(&figures[i], name, kind) && fits)
			add_figure(check, sum, &figures[i], arena);
	}
	if (kind == NAME_LABEL && check->parts.len > before + 1)
		check->parts.len = before;
	return check->parts.len > before;
}

static void add_part(struct sum_check *check, const struct section *section, const struct sum *sum,
		     const struct value *value, struct arena *arena)
{
	/* A number is itself, whatever a figure is called. */
	struct sum_term term = term_of(NULL, *value, sum->unit, arena);

	if (term.is_number || !add_named(check, section, sum, str_trim(value->text), arena))
		vec_add(arena, &check->parts, term);
}

static void judge(struct sum_check *check)
{
	check->result = SUM_UNKNOWN;
	if (!check->total.is_number || !check->parts.len || check->parts.len > SUM_PARTS)
		return;
	check->sum = (struct number){ 0 };
	for (size_t i = 0; i < check->parts.len; i++) {
		if (!check->parts.at[i].is_number ||
		    !number_add(check->sum, check->parts.at[i].number, &check->sum))
			return;
	}
	check->result = number_compare(check->sum, check->total.number) ? SUM_WRONG : SUM_RIGHT;
}

void sum_check(const struct section *section, const struct sum *sum, size_t *work,
	       struct arena *arena, struct sum_check *check)
{
	const struct value *of = sum->of.at;
	size_t cost = (sum->of.len + 1) * (section->figures.len + 1);

	*check = (struct sum_check){ .result = SUM_UNKNOWN };
	check->total = term_of(NULL, sum->total, sum->unit, arena);
	if (cost > *work)
		return;
	*work -= cost;
	add_part(check, section, sum, &sum->total, arena);
	/* A group is no total. */
	if (check->parts.len == 1)
		check->total = check->parts.at[0];
	check->parts.len = 0;
	for (size_t i = 0; i < sum->of.len && check->parts.len <= SUM_PARTS; i++)
		add_part(check, section, sum, &of[i], arena);
	judge(check);
}
