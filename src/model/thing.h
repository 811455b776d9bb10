/*
 * What every part of a plan is made of. A thing is a struct that begins with
 * struct thing; its fields stand in one table, which drives building it from a
 * tree, exporting it as JSON and, later, comparing two of it. A new field is a
 * member and a row.
 *
 * Each value keeps the node it was read from: NULL means that the plan does not
 * give it; a node that is bad was found at fault already, and the value is then
 * empty but not missing.
 */
#ifndef MODEL_THING_H
#define MODEL_THING_H

#include "base/str.h"
#include "tree/node.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct thing_type;

struct thing {
	const struct thing_type *type;
	const struct node *node; /* its mapping; or the scalar that stands for it */
	struct str id;           /* empty when it has none */
};

/* Every kind of value begins with the node it was read from. */

/* A text of Markdown, or plain; in a plan of several languages, one of each. */
struct text {
	const struct node *node;
	struct str words; /* in the plan's first language; empty when it is not given */
};

/* One word of a fixed list. */
struct word {
	const struct node *node;
	int index; /* in the field's list; 0 when not given */
};

struct flag {
	const struct node *node;
	bool is_set;
};

/* A number or a text that stands for one, as it is written. */
struct value {
	const struct node *node;
	struct str text;
};

/* What a ref may name. */
enum ref_kind { REF_PERSON, REF_PRIORITY, REF_ACTION, REF_PLAN, REF_OLD_ID };

/* An id that names another thing. */
struct ref {
	const struct node *node;
	enum ref_kind kind;
	struct str id;
	const struct thing *to; /* NULL when there is no such thing */
};

/* Several things of one type, or texts or refs, side by side: `const struct action *actions = list.at`. */
struct list {
	const struct node *node; /* the list in the file; of one value without a list, that value */
	void *at;
	size_t len;
};

enum field_type {
	FIELD_TEXT,   /* struct text, Markdown */
	FIELD_PLAIN,  /* struct text, plain */
	FIELD_TEXTS,  /* struct list of struct text, Markdown */
	FIELD_WORD,   /* struct word */
	FIELD_FLAG,   /* struct flag */
	FIELD_DATE,   /* struct date */
	FIELD_TARGET, /* struct target */
	FIELD_VALUE,  /* struct value */
	FIELD_VALUES, /* struct list of struct value */
	FIELD_REF,    /* struct ref */
	FIELD_REFS,   /* struct list of struct ref */
	FIELD_THING,  /* a pointer to a thing, NULL when not given or at fault */
	FIELD_THINGS, /* struct list of things */
	FIELD_MAP,    /* struct list of things from a mapping: each key is an id */
};

enum field_flags {
	FIELD_SHORTHAND =
		1, /* no key of the mapping: filled by the scalar that stands for the thing */
	FIELD_INSIDE = 2, /* where it is not given, the empty list is exported */
	FIELD_ONE_LANGUAGE =
		4, /* a text that is never given by language: a number in print, a unit */
};

struct field {
	struct str name; /* the key in the file */
	enum field_type type;
	size_t offset;
	const struct thing_type *of; /* THING, THINGS, MAP */
	const char *const *words;    /* WORD: ends with NULL */
	enum ref_kind refers;        /* REF, REFS */
	unsigned flags;
};

struct thing_type {
	struct str name; /* "action" */
	size_t size;
	const struct field *fields;
	size_t field_count;
	const struct field
		*scalar; /* the field that a bare scalar fills; NULL: it must be a mapping */
};

/* The row of a key, or NULL. `from` is where to look first (authors keep to an order). */
const struct field *thing_type_find(const struct thing_type *type, struct str key, size_t from);

/* The text in a language; that of the first language where it has none in this one. */
struct str text_in(const struct text *text, struct str language);

/* Whether it follows the grammar of ids, and so may be a part of an address. */
bool is_id(struct str text);

/* Whether the plan gives it at all, even if at fault. */
static inline bool list_is_given(const struct list *list)
{
	return list->node &&
	       (list->node->bad || list->node->kind == NODE_SCALAR || list->node->count);
}

/* Whether no item of it was at fault, and none is left out for that. */
static inline bool list_is_whole(const struct list *list)
{
	return !list->node || (!list->node->bad &&
			       (list->node->kind != NODE_LIST || list->len == list->node->count));
}

#endif
