/*
 * The columns of a table of things, from their table of fields: a date becomes
 * its text, its days and how exact it is, somebody an id and a name, a list its
 * items in one cell. A new field is a column without more ado.
 */
#ifndef RENDER_COLUMNS_H
#define RENDER_COLUMNS_H

#include "base/vec.h"
#include "render/flat.h"

/* What a column shows of its field, or of where the thing stands. */
enum column_part {
	COLUMN_VALUE,     /* as the author gives it; of people the ids */
	COLUMN_NAME,      /* what they are called */
	COLUMN_EARLIEST,  /* of a date: its first day */
	COLUMN_LATEST,    /* its last day */
	COLUMN_PRECISION, /* how exact it is */
	COLUMN_KIND,      /* of a target */
	COLUMN_LOW,
	COLUMN_HIGH,
	COLUMN_UNIT,
	COLUMN_COUNCIL, /* of what holds the thing */
	COLUMN_PLAN,
	COLUMN_THEME,
	COLUMN_THEME_TITLE,
	COLUMN_ACTION,
	COLUMN_NUMBER, /* of the row */
	COLUMN_ID,
	COLUMN_GRADE, /* of a measure */
	COLUMN_OWN,   /* a key of the council's own */
};

struct table_column {
	struct str name;  /* "due_earliest" */
	struct str title; /* "Due: earliest day" */
	const char *datatype;
	enum column_part part;
	bool is_list;              /* ids with FLAT_BETWEEN */
	const struct field *in;    /* the field of a THING in which `field` stands, or NULL */
	const struct field *field; /* NULL where the part is of none */
	struct str own;            /* COLUMN_OWN: the key */
};

struct columns {
	struct arena *arena;
	VEC(struct table_column) all;
};

/* A row: a thing and where it stands. */
struct table_row {
	const struct thing *thing;
	const struct theme *theme;   /* or NULL */
	const struct action *action; /* or NULL */
	size_t number;               /* from 1 */
};

/* A column that no field gives. */
void columns_add(struct columns *columns, const char *name, enum column_part part);

/* Those of all fields of a type, but lists of measures and milestones, and waivers. */
void columns_add_fields(struct columns *columns, const struct thing_type *type);

/* A key of the council's own, unless there is a column of it. */
void columns_add_own(struct columns *columns, struct str key, struct str title);

/* Adds what stands in a column of a row. */
void column_cell(const struct table_column *column, const struct table_row *row, struct flat *flat);

#endif
