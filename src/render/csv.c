#include "base/csv.h"
#include "base/jwriter.h"
#include "render/columns.h"
#include "render/pen.h"
#include "render/people.h"

struct sheet;

/* A column that names a row of another table. */
struct foreign_key {
	const char *column;
	const char *file;
	const char *to;
};

/* One of the tables of a plan. */
struct table {
	const char *file;
	const char *title;
	const char *key; /* the column that is different in each row */
	const struct thing_type *type;
	void (*columns)(struct columns *columns);
	void (*rows)(struct sheet *sheet);
	struct foreign_key foreign;
};

/* A table that is being written. */
struct sheet {
	const struct view *view;
	const struct table *table;
	struct columns columns;
	struct csv csv;
	struct buf cell;
	size_t rows;
	bool is_full;
};

static void columns_find(struct columns *columns, const struct view *view,
			 const struct table *table)
{
	const struct settings *settings = &view->compilation->settings;
	struct str language;

	*columns = (struct columns){ .arena = view->arena };
	columns_add(columns, "council", COLUMN_COUNCIL);
	columns_add(columns, "plan", COLUMN_PLAN);
	table->columns(columns);
	for (size_t i = 0; table->type == &type_action && i < settings->columns.len; i++)
		columns_add_own(columns, settings->columns.at[i].key,
				view_words(view, &settings->columns.at[i].title, &language));
}

static void row_write(struct sheet *sheet, const struct table_row *place)
{
	struct table_row row = *place;

	row.number = ++sheet->rows;
	for (size_t i = 0; i < sheet->columns.all.len && !sheet->is_full; i++) {
		struct flat flat = { .view = sheet->view,
				     .out = &sheet->cell,
				     .limit = RENDER_MAX_BYTES };

		sheet->cell.len = 0;
		column_cell(&sheet->columns.all.at[i], &row, &flat);
		csv_cell(&sheet->csv, buf_str(&sheet->cell));
		sheet->is_full = flat.is_full || sheet->csv.out->len > RENDER_MAX_BYTES;
	}
	csv_end_row(&sheet->csv);
}

static bool table_write(const struct table *table, const struct view *view, struct buf *out)
{
	struct sheet sheet = { .view = view, .table = table };

	columns_find(&sheet.columns, view, table);
	csv_init(&sheet.csv, out);
	for (size_t i = 0; i < sheet.columns.all.len; i++)
		csv_cell(&sheet.csv, sheet.columns.all.at[i].name);
	csv_end_row(&sheet.csv);
	table->rows(&sheet);
	buf_release(&sheet.cell);
	return !sheet.is_full;
}

static void actions_columns(struct columns *columns)
{
	columns_add(columns, "theme", COLUMN_THEME);
	columns_add(columns, "theme_title", COLUMN_THEME_TITLE);
	columns_add(columns, "action", COLUMN_ID);
	columns_add_fields(columns, &type_action);
}

static void actions_rows(struct sheet *sheet)
{
	const struct plan *plan = sheet->view->plan;

	for (size_t i = 0; i < plan->all_actions.len && !sheet->is_full; i++) {
		const struct action *action = plan->all_actions.at[i];

		row_write(sheet,
			  &(struct table_row){ .thing = &action->thing, .theme = action->theme });
	}
}

static void measures_columns(struct columns *columns)
{
	columns_add(columns, "theme", COLUMN_THEME);
	columns_add(columns, "theme_title", COLUMN_THEME_TITLE);
	columns_add(columns, "action", COLUMN_ACTION);
	columns_add(columns, "number", COLUMN_NUMBER);
	columns_add(columns, "measure", COLUMN_ID);
	columns_add_fields(columns, &type_measure);
	columns_add(columns, "grade", COLUMN_GRADE);
}

/* The things of a list, a row each. */
static void list_rows(struct sheet *sheet, const struct list *list, const struct theme *theme,
		      const struct action *action)
{
	const struct thing_type *type = sheet->table->type;

	for (size_t i = 0; i < list->len && !sheet->is_full; i++) {
		const char *thing = (const char *)list->at + i * type->size;

		row_write(sheet, &(struct table_row){ .thing = (const void *)thing,
						      .theme = theme,
						      .action = action });
	}
}

/* Those of each theme before those of its actions; those of the plan come last. */
static void measures_rows(struct sheet *sheet)
{
	const struct plan *plan = sheet->view->plan;
	const struct theme *themes = plan->themes.at;
	size_t at = 0;

	for (size_t i = 0; i <= plan->themes.len; i++) {
		const struct theme *theme = i < plan->themes.len ? &themes[i] : NULL;

		if (theme)
			list_rows(sheet, &theme->measures, theme, NULL);
		for (; at < plan->all_actions.len && plan->all_actions.at[at]->theme == theme; at++)
			list_rows(sheet, &plan->all_actions.at[at]->measures, theme,
				  plan->all_actions.at[at]);
	}
	list_rows(sheet, &plan->measures, NULL, NULL);
}

static void milestones_columns(struct columns *columns)
{
	columns_add(columns, "theme", COLUMN_THEME);
	columns_add(columns, "theme_title", COLUMN_THEME_TITLE);
	columns_add(columns, "action", COLUMN_ACTION);
	columns_add(columns, "number", COLUMN_NUMBER);
	columns_add(columns, "milestone", COLUMN_ID);
	columns_add_fields(columns, &type_milestone);
}

static void milestones_rows(struct sheet *sheet)
{
	const struct plan *plan = sheet->view->plan;

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];

		list_rows(sheet, &action->milestones, action->theme, action);
	}
}

static void people_columns(struct columns *columns)
{
	columns_add(columns, "person", COLUMN_ID);
	columns_add_fields(columns, &type_person);
}

/* Whom the plan's pages list: those of council.yaml that it names. */
static void people_rows(struct sheet *sheet)
{
	const struct list *people = &sheet->view->plan->council->people;
	const struct person *person = people->at;
	struct map named = people_named(sheet->view->plan, sheet->view->arena);

	for (size_t i = 0; i < people->len && !sheet->is_full; i++) {
		if (map_find(&named, person[i].thing.id))
			row_write(sheet, &(struct table_row){ .thing = &person[i].thing });
	}
}

static const struct table actions_table = {
	.file = "actions.csv",
	.title = "Actions",
	.key = "action",
	.type = &type_action,
	.columns = actions_columns,
	.rows = actions_rows,
	.foreign = { "accountable", "people.csv", "person" },
};
static const struct table measures_table = {
	.file = "measures.csv",
	.title = "Measures",
	.key = "number",
	.type = &type_measure,
	.columns = measures_columns,
	.rows = measures_rows,
	.foreign = { "action", "actions.csv", "action" },
};
static const struct table milestones_table = {
	.file = "milestones.csv",
	.title = "Milestones",
	.key = "number",
	.type = &type_milestone,
	.columns = milestones_columns,
	.rows = milestones_rows,
	.foreign = { "action", "actions.csv", "action" },
};
static const struct table people_table = {
	.file = "people.csv",
	.title = "People and teams",
	.key = "person",
	.type = &type_person,
	.columns = people_columns,
	.rows = people_rows,
};

static bool actions_file_write(const struct view *view, struct buf *out)
{
	return table_write(&actions_table, view, out);
}

static bool measures_file_write(const struct view *view, struct buf *out)
{
	return table_write(&measures_table, view, out);
}

static bool milestones_file_write(const struct view *view, struct buf *out)
{
	return table_write(&milestones_table, view, out);
}

static bool people_file_write(const struct view *view, struct buf *out)
{
	return table_write(&people_table, view, out);
}

/* CSV on the Web (W3C, Metadata Vocabulary for Tabular Data): what the columns are. */

static void column_describe(struct jwriter *json, const struct table_column *column)
{
	jwriter_open_object(json);
	/* Not every key of a council's own may be a name: then that is made from the title. */
	if (column->part != COLUMN_OWN)
		jwriter_member(json, STR("name"), column->name);
	jwriter_key(json, STR("titles"));
	jwriter_open_array(json);
	jwriter_text(json, column->name);
	if (column->title.len && !str_equal(column->title, column->name))
		jwriter_text(json, column->title);
	jwriter_close(json);
	jwriter_member(json, STR("datatype"), str_from(column->datatype));
	if (column->is_list)
		jwriter_member(json, STR("separator"), STR(FLAT_BETWEEN));
	jwriter_close(json);
}

static void foreign_key_describe(struct jwriter *json, const struct foreign_key *key)
{
	jwriter_key(json, STR("foreignKeys"));
	jwriter_open_array(json);
	jwriter_open_object(json);
	jwriter_member(json, STR("columnReference"), str_from(key->column));
	jwriter_key(json, STR("reference"));
	jwriter_open_object(json);
	jwriter_member(json, STR("resource"), str_from(key->file));
	jwriter_member(json, STR("columnReference"), str_from(key->to));
	jwriter_close(json);
	jwriter_close(json);
	jwriter_close(json);
}

static void table_describe(struct jwriter *json, const struct view *view, const struct table *table)
{
	struct columns columns;

	columns_find(&columns, view, table);
	jwriter_open_object(json);
	jwriter_member(json, STR("url"), str_from(table->file));
	jwriter_member(json, STR("dc:title"), str_from(table->title));
	jwriter_key(json, STR("tableSchema"));
	jwriter_open_object(json);
	jwriter_key(json, STR("columns"));
	jwriter_open_array(json);
	for (size_t i = 0; i < columns.all.len; i++)
		column_describe(json, &columns.all.at[i]);
	jwriter_close(json);
	jwriter_member(json, STR("primaryKey"), str_from(table->key));
	if (table->foreign.column)
		foreign_key_describe(json, &table->foreign);
	jwriter_close(json);
	jwriter_close(json);
}

/* Words of the plan; names of columns are English, and so is what says no language. */
static void text_member(struct jwriter *json, const struct view *view, struct str key,
			const struct text *text)
{
	struct buf words = { 0 };
	struct flat flat = { .view = view, .out = &words, .limit = RENDER_MAX_BYTES };

	flat_text(&flat, text, false);
	if (words.len && str_equal(view->language, STR("en"))) {
		jwriter_member(json, key, buf_str(&words));
	} else if (words.len) {
		jwriter_key(json, key);
		jwriter_open_object(json);
		jwriter_member(json, STR("@value"), buf_str(&words));
		jwriter_member(json, STR("@language"), view->language);
		jwriter_close(json);
	}
	buf_release(&words);
}

static bool metadata_write(const struct view *view, struct buf *out)
{
	static const struct table *const tables[] = { &actions_table, &measures_table,
						      &milestones_table, &people_table };
	struct jwriter json;

	jwriter_init(&json, out);
	jwriter_open_object(&json);
	jwriter_key(&json, STR("@context"));
	jwriter_open_array(&json);
	jwriter_text(&json, STR("http://www.w3.org/ns/csvw"));
	jwriter_open_object(&json);
	jwriter_member(&json, STR("@language"), STR("en"));
	jwriter_close(&json);
	jwriter_close(&json);
	text_member(&json, view, STR("dc:title"), &view->plan->title);
	text_member(&json, view, STR("dc:publisher"), &view->plan->council->name);
	text_member(&json, view, STR("dc:rights"), &view->plan->council->licence);
	jwriter_key(&json, STR("tables"));
	jwriter_open_array(&json);
	for (size_t i = 0; i < ARRAY_LEN(tables); i++)
		table_describe(&json, view, tables[i]);
	jwriter_close(&json);
	jwriter_close(&json);
	return out->len <= RENDER_MAX_BYTES;
}

static const struct output outputs[] = {
	{ OUTPUT_PLAN, "actions.csv", actions_file_write, "Actions (CSV)" },
	{ OUTPUT_PLAN, "measures.csv", measures_file_write, "Measures (CSV)" },
	{ OUTPUT_PLAN, "milestones.csv", milestones_file_write, "Milestones (CSV)" },
	{ OUTPUT_PLAN, "people.csv", people_file_write, "People and teams (CSV)" },
	{ OUTPUT_PLAN, "csv-metadata.json", metadata_write, "What the columns are (JSON)" },
	{ .write = NULL },
};

const struct renderer renderer_csv = {
	.name = "csv",
	.title = "CSV",
	.media_type = "text/csv",
	.summary = "tables of actions, measures, milestones and people, for spreadsheets",
	.outputs = outputs,
};
