/*
 * JSON Schema, draft 2020-12: schemas are compiled once and check many trees.
 * Each keyword is a row of a table (keywords.def). Where the standard leaves a
 * choice: `format` is asserted only when the set asks for it or the
 * meta-schema's vocabulary says so; nothing is ever fetched from a network.
 *
 *	schema_set_init(&set, &arena);
 *	schema_set_add(&set, STR("plan.schema.json"), root);
 *	schema = schema_compile(&set, STR("plan.schema.json"), &trouble);
 *	schema_check(schema, tree, report);
 *	schema_set_release(&set);
 */
#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include "base/arena.h"
#include "base/map.h"
#include "report/finding.h"
#include "tree/node.h"

#include <stdbool.h>
#include <stdint.h>

struct schema;   /* a compiled schema: const, shared by threads */
struct resource; /* a document, or a part of one with an $id of its own */
struct pattern;
struct names;

/* Schema documents by URI, and what was compiled from them. */
struct schema_set {
	struct arena *arena;
	struct map resources;   /* URI without fragment → struct resource */
	struct map compiled;    /* place in a document → struct schema */
	struct map inner;       /* root of a part with an $id of its own → struct resource */
	struct map indexes;     /* large mapping in a document → its keys */
	struct map patterns;    /* regular expression → struct pattern */
	struct names *keywords; /* index of the table of keywords */
	uint32_t schema_count;
	struct resource *newest_resource;
	struct resource *checked_resource; /* the newest that schema_set_check has seen */
	struct pattern *newest_pattern;
	/*
	 * Every `format` that is known is asserted (`--format-assertion`). Set it
	 * between schema_set_init and the first schema_compile. Without it a format
	 * is asserted where the schema's own meta-schema has that vocabulary.
	 */
	bool assert_formats;
	/*
	 * Asked for a document that was not added (a URI without fragment, made
	 * absolute as far as its base is); NULL, or returns NULL when there is
	 * none. Not asked for the meta-schemas of 2020-12, which are built in.
	 */
	struct node *(*load)(void *context, struct str uri);
	void *load_context;
};

/* Why a schema cannot be used. */
struct schema_trouble {
	struct span where;  /* in the schema's file; source NULL when there is none */
	struct str message; /* in plain words, in the set's arena */
	struct str missing; /* the URI of a document that is needed and is not there; or empty */
};

void schema_set_init(struct schema_set *set, struct arena *arena);

/*
 * Lets go of what is not in the arena: the regular expressions. The schemas of
 * the set must not be used any more.
 */
void schema_set_release(struct schema_set *set);

/*
 * Adds a schema document under a URI; its own $id, and those inside it, are
 * found too. A URI that is there already keeps its document. Root and URI
 * must live as long as the set.
 */
void schema_set_add(struct schema_set *set, struct str uri, struct node *root);

/*
 * The compiled schema at a URI (with or without fragment); NULL with *trouble
 * when it, or anything it refers to, is broken or is not there. One thread at
 * a time.
 */
const struct schema *schema_compile(struct schema_set *set, struct str uri,
				    struct schema_trouble *trouble);

/*
 * Holds the documents that came into the set since the last call against the
 * schemas that their $schema names (that of 2020-12 without one): findings go to
 * the report, and the nodes are marked bad. False with *trouble when one names
 * what cannot be used.
 */
bool schema_set_check(struct schema_set *set, struct report *report,
		      struct schema_trouble *trouble);

/*
 * Checks a tree. Findings go to the report (at the deepest place that explains
 * the fault, one a fault, and the nodes are marked bad). Nodes that are bad
 * already are passed over, and a key that is missing because of one (it is
 * misspelt) is not spoken of again; when there is nothing else, the tree passes. Of very many faults the first are told.
 * With a NULL report it only answers. Safe to call from several threads with
 * reports of their own; the marks want trees of their own too.
 */
bool schema_check(const struct schema *schema, struct node *tree, struct report *report);

/* The schemas of planc's own files, built in: "plan.schema.json" and so on; empty for others. */
struct str schema_embedded(struct str name);

extern const struct finding_kind kind_schema_missing_key, kind_schema_unknown_key,
	kind_schema_wrong_type, kind_schema_value, kind_schema_format, kind_schema_size,
	kind_schema_no_match, kind_schema_other, kind_schema_broken;

#endif
