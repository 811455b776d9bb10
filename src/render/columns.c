#include "render/columns.h"

struct part {
	enum column_part part;
	const char *suffix;
	const char *title;
	const char *datatype; /* NULL: there are no more */
	bool is_list;
};

static const struct part text_parts[] = { { COLUMN_VALUE, "", "", "string" }, { 0 } };
static const struct part flag_parts[] = { { COLUMN_VALUE, "", "", "boolean" }, { 0 } };
static const struct part date_parts[] = {
	{ COLUMN_VALUE, "", "", "string" },
	{ COLUMN_EARLIEST, "_earliest", ": earliest day", "date" },
	{ COLUMN_LATEST, "_latest", ": latest day", "date" },
	{ COLUMN_PRECISION, "_precision", ": precision", "string" },
	{ 0 },
};
static const struct part target_parts[] = {
	{ COLUMN_VALUE, "", "", "string" },
	{ COLUMN_KIND, "_kind", ": kind", "string" },
	{ COLUMN_LOW, "_value", ": number", "decimal" },
	{ COLUMN_HIGH, "_high", ": upper number", "decimal" },
	{ COLUMN_UNIT, "_unit", ": unit", "string" },
	{ 0 },
};
static const struct part ref_parts[] = {
	{ COLUMN_VALUE, "", "", "string" },
	{ COLUMN_NAME, "_name", ": name", "string" },
	{ 0 },
};
static const struct part refs_parts[] = {
	{ COLUMN_VALUE, "", "", "string", .is_list = true },
	{ COLUMN_NAME, "_names", ": names", "string" },
	{ 0 },
};
static const struct part old_ids_parts[] = {
	{ COLUMN_VALUE, "", "", "string", .is_list = true },
	{ 0 },
};

static const struct part *parts_of(const struct field *field)
{
	switch (field->type) {
	case FIELD_FLAG: return flag_parts;
	case FIELD_DATE: return date_parts;
	case FIELD_TARGET: return target_parts;
	case FIELD_REF: return ref_parts;
	case FIELD_REFS: return field->refers == REF_OLD_ID ? old_ids_parts : refs_parts;
	default: return text_parts;
	}
}

/* "held_by" → "Held by" */
static void title_add(struct buf *out, struct str name)
{
	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i] == '_' ? ' ' : name.at[i];

		if (!i && c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		buf_add_byte(out, c);
	}
}

static struct str title_of(struct columns *columns, struct str name, const char *more)
{
	struct buf title = { 0 };
	struct str copy;

	title_add(&title, name);
	buf_add_c(&title, more);
	copy = arena_copy(columns->arena, buf_str(&title));
	buf_release(&title);
	return copy;
}

void columns_add(struct columns *columns, const char *name, enum column_part part)
{
	struct table_column column = {
		.name = str_from(name),
		.title = title_of(columns, str_from(name), ""),
		.datatype = part == COLUMN_NUMBER ? "integer" : "string",
		.part = part,
	};

	vec_add(columns->arena, &columns->all, column);
}

static void add_parts(struct columns *columns, const struct field *in, const struct field *field,
		      struct str name)
{
	for (const struct part *part = parts_of(field); part->datatype; part++) {
		struct table_column column = {
			.name = arena_printf(columns->arena, "%.*s%s", STR_ARG(name), part->suffix),
			.title = title_of(columns, name, part->title),
			.datatype = part->datatype,
			.part = part->part,
			.is_list = part->is_list,
			.in = in,
			.field = field,
		};

		vec_add(columns->arena, &columns->all, column);
	}
}

/* A baseline is its value, and the day it is of. */
static void add_inner(struct columns *columns, const struct field *in)
{
	for (size_t i = 0; i < in->of->field_count; i++) {
		const struct field *field = &in->of->fields[i];
		struct str name = in->name;

		if (field != in->of->scalar)
			name = arena_printf(columns->arena, "%.*s_%.*s", STR_ARG(in->name),
					    STR_ARG(field->name));
		add_parts(columns, in, field, name);
	}
}

/* What has a table of its own, or is for planc. */
static bool is_elsewhere(const struct field *field)
{
	return field->of == &type_measure || field->of == &type_milestone ||
	       str_equal(field->name, STR("waive"));
}

void columns_add_fields(struct columns *columns, const struct thing_type *type)
{
	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];

		if (field->type == FIELD_THING)
			add_inner(columns, field);
		else if (!is_elsewhere(field))
			add_parts(columns, NULL, field, field->name);
	}
}

void columns_add_own(struct columns *columns, struct str key, struct str title)
{
	struct table_column column = {
		.name = key, .title = title, .datatype = "string", .part = COLUMN_OWN, .own = key
	};

	for (size_t i = 0; i < columns->all.len; i++) {
		if (str_equal(columns->all.at[i].name, key))
			return;
	}
	vec_add(columns->arena, &columns->all, column);
}

/* The value of a field's column, or NULL where the thing that it stands in is not given. */
static const void *member_of(const struct table_column *column, const struct thing *thing)
{
	const struct thing *const *inner;

	if (column->in) {
		inner = (const void *)((const char *)thing + column->in->offset);
		thing = *inner;
	}
	return thing ? (const char *)thing + column->field->offset : NULL;
}

static void day_cell(const struct date *date, enum column_part part, struct flat *flat)
{
	if (date->kind != DATE_GIVEN)
		return;
	if (part == COLUMN_EARLIEST)
		date_print_iso(date->earliest, flat->out);
	else if (part == COLUMN_PRECISION)
		flat_words(flat, date_precision_name(date->precision));
	else if (!date->open_end)
		date_print_iso(date->latest, flat->out);
}

static void target_cell(const struct target *target, enum column_part part, struct flat *flat)
{
	bool has_number = target_has_number(target);

	if (part == COLUMN_KIND)
		flat_words(flat, target_kind_name(target->kind));
	else if (part == COLUMN_UNIT)
		flat_words(flat, target->unit);
	else if (part == COLUMN_LOW && has_number)
		number_print(target->low, flat->out);
	else if (part == COLUMN_HIGH && target->kind == TARGET_BETWEEN)
		number_print(target->high, flat->out);
}

static void field_cell(const struct table_column *column, const struct thing *thing,
		       struct flat *flat)
{
	const void *member = member_of(column, thing);

	if (!member)
		return;
	switch (column->part) {
	case COLUMN_NAME:
		if (column->field->type == FIELD_REFS)
			flat_list(flat, member, column->field, true);
		else
			flat_ref_name(flat, member);
		break;
	case COLUMN_EARLIEST:
	case COLUMN_LATEST:
	case COLUMN_PRECISION: day_cell(member, column->part, flat); break;
	case COLUMN_KIND:
	case COLUMN_LOW:
	case COLUMN_HIGH:
	case COLUMN_UNIT: target_cell(member, column->part, flat); break;
	default: flat_field(flat, member, column->field);
	}
}

void column_cell(const struct table_column *column, const struct table_row *row, struct flat *flat)
{
	const struct plan *plan = flat->view->plan;
	const struct measure *measure = (const void *)row->thing;

	switch (column->part) {
	case COLUMN_COUNCIL: flat_words(flat, plan->council->thing.id); break;
	case COLUMN_PLAN: flat_words(flat, plan->thing.id); break;
	case COLUMN_THEME:
		if (row->theme)
			flat_words(flat, row->theme->thing.id);
		break;
	case COLUMN_THEME_TITLE:
		if (row->theme)
			flat_text(flat, &row->theme->title, false);
		break;
	case COLUMN_ACTION:
		if (row->action)
			flat_words(flat, row->action->thing.id);
		break;
	case COLUMN_NUMBER: buf_printf(flat->out, "%zu", row->number); break;
	case COLUMN_ID: flat_words(flat, row->thing->id); break;
	case COLUMN_GRADE: flat_words(flat, grade_name(measure->grade)); break;
	case COLUMN_OWN: flat_node(flat, node_find(row->thing->node, column->own)); break;
	default: field_cell(column, row->thing, flat);
	}
}
