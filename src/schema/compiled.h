/*
 * What a schema is compiled to. A schema is a mask of the types it lets in and
 * a few rules, one for each keyword that asserts something; keywords that
 * belong together (properties, patternProperties, additionalProperties) make
 * one rule. Everything lives in the set's arena and is const once
 * schema_compile has returned.
 */
#ifndef SCHEMA_COMPILED_H
#define SCHEMA_COMPILED_H

#include "base/map.h"
#include "base/vec.h"
#include "schema/decimal.h"
#include "schema/formats.h"
#include "schema/names.h"
#include "schema/regex.h"
#include "schema/schema.h"
#include "tree/node.h"

#include <stdbool.h>
#include <stdint.h>

/* Types of values, as bits. A schema that lets in FLOAT but not all numbers has a rule besides. */
enum {
	TYPES_TEXT = 1,
	TYPES_NULL = 2,
	TYPES_BOOL = 4,
	TYPES_INTEGER = 8,
	TYPES_FLOAT = 16,
	TYPES_LIST = 32,
	TYPES_MAP = 64,
	TYPES_NUMBER = TYPES_INTEGER | TYPES_FLOAT,
	TYPES_PARTS = TYPES_LIST | TYPES_MAP,
	TYPES_SCALAR = TYPES_TEXT | TYPES_NULL | TYPES_BOOL | TYPES_NUMBER,
	TYPES_ALL = TYPES_SCALAR | TYPES_PARTS,
};

/* The bit of a value's type. */
static inline unsigned node_types(const struct node *node)
{
	return node->kind == NODE_SCALAR ? 1u << node->type
					 : (unsigned)TYPES_LIST << (node->kind - NODE_LIST);
}

/* The vocabularies of 2020-12, as bits. */
enum {
	VOCABULARY_CORE = 1,
	VOCABULARY_APPLICATOR = 2,
	VOCABULARY_UNEVALUATED = 4,
	VOCABULARY_VALIDATION = 8,
	VOCABULARY_META_DATA = 16,
	VOCABULARY_FORMAT = 32,
	VOCABULARY_FORMAT_ASSERTION = 64,
	VOCABULARY_CONTENT = 128,
	VOCABULARY_USUAL = 255 - VOCABULARY_FORMAT_ASSERTION,
};

struct anchor {
	struct str name;
	struct node *node;
	bool dynamic;
	const struct schema *schema; /* compiled, of dynamic ones */
};

struct resource {
	struct str uri; /* without fragment */
	struct node *root;
	struct schema_set *set;
	struct resource *outer; /* that it stands in; NULL for a document */
	struct resource *next;  /* in the set's list */
	struct map anchors;     /* name → struct anchor */
	VEC(struct anchor *) dynamic;
	unsigned vocabularies; /* 0 until they are asked for */
	bool is_built_in;      /* a meta-schema of 2020-12 */
	bool entered;          /* its dynamic anchors are being compiled */
};

struct keyword;
struct rule;

/* One subschema, as the walks over compiled schemas see it. */
struct child {
	const struct schema *schema;
	bool in_place; /* it looks at the same value, not at a part of it */
};

struct schema {
	const struct schema *target; /* where checks go: itself, or what a mere $ref leads to */
	uint16_t types;              /* that are let in; 0 for `false` */
	uint16_t applies;            /* types that any rule looks at */
	bool has_unevaluated;        /* so what was evaluated is marked */
	bool is_scoped;              /* its resource has dynamic anchors */
	uint32_t number;             /* in the set, from 0 */
	uint32_t rule_count;
	const struct rule *rules; /* in the order of the table of keywords */
	struct node *node;        /* a mapping, or true or false */
	struct resource *resource;
	VEC(struct child) children;
};

struct property {
	struct str name;
	const struct schema *schema;
};

struct pattern_property {
	const struct pattern *pattern;
	const struct schema *schema;
};

/* properties, patternProperties, additionalProperties */
struct members {
	struct names names; /* → number in `properties` */
	struct property *properties;
	size_t count;
	struct pattern_property *patterns;
	size_t pattern_count;
	const struct schema *additional; /* NULL: whatever comes */
};

/* prefixItems, items */
struct items {
	const struct schema **first;
	size_t first_count;
	const struct schema *rest; /* NULL: whatever comes */
};

/* contains, minContains, maxContains */
struct contains {
	const struct schema *schema;
	size_t least;
	size_t most;
};

/* if, then, else: the latter two may be NULL */
struct condition {
	const struct schema *test;
	const struct schema *met;
	const struct schema *unmet;
};

/* enum, const */
struct allowed {
	struct node **values;
	size_t count;
	bool only_texts; /* then they are in names */
	struct names names;
};

struct schemas {
	const struct schema **at;
	size_t count;
};

/* dependentRequired, dependentSchemas: what follows from a key */
struct dependency {
	struct str key;
	struct node *names;          /* a list of texts, or NULL */
	const struct schema *schema; /* or NULL */
};

struct dependencies {
	struct dependency *at;
	size_t count;
};

struct rule {
	const struct keyword *keyword;
	struct node *value; /* of the keyword in the schema */
	unsigned mode;      /* for the functions of the keyword */
	union {
		const struct schema *schema;
		struct schemas schemas;
		const struct members *members;
		const struct items *items;
		const struct contains *contains;
		const struct condition *condition;
		const struct allowed *allowed;
		struct dependencies dependencies;
		const struct decimal *number;
		const struct pattern *pattern;
		const struct format *format;
		const struct anchor *anchor;
		size_t limit;
	};
};

#endif
