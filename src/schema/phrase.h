/*
 * The pieces that the words of findings are put together from: values and keys
 * as authors write them, what a schema says about itself, lists of things.
 * Texts are made in the arena that is handed over, or are slices of a file.
 */
#ifndef SCHEMA_PHRASE_H
#define SCHEMA_PHRASE_H

#include "schema/explain.h"

/* `title`, `examples` and so on of a schema, or of what it refers to; NULL when there is none. */
const struct node *schema_note(const struct schema *schema, struct str keyword);

/* The title that a schema gives itself; empty when there is none. */
struct str schema_title(const struct schema *schema);

/*
 * The same for a spot: of the schema that failed, which knows best what is
 * wrong, else of those that led to it; or the other way about, since what led
 * there (a key's own schema) knows best what is meant.
 */
const struct node *spot_note(const struct spot *spot, struct str keyword);
const struct node *spot_outer_note(const struct spot *spot, struct str keyword);
struct str spot_title(const struct spot *spot);

/* Where a finding about a value points: at it, or at its key when it is empty or long. */
struct span spot_span(const struct spot *spot);

/* What a value is called: "`title:`", "this item of `steps:`", "the key `X`", "the file". */
struct str phrase_subject(struct arena *arena, const struct spot *spot);

/* A key as it stands in the file: "`title:`", in JSON "`title`". */
struct str phrase_key(struct arena *arena, struct str key, bool is_json);

/* "an action", from the title "Action"; empty for a title that does not lend itself. */
struct str phrase_thing(struct arena *arena, struct str title);
/* "action": with a small letter, so that it can stand in a sentence. */
struct str phrase_name(struct arena *arena, struct str title);

/* "a text or a number", from a mask of schema_wanted; that nothing will do too is not said. */
struct str phrase_types(struct arena *arena, unsigned types);
/* "a number", of a value that is there. */
const char *phrase_type_of(const struct node *node);

/* Whether the words stand in curly quotes, and the words without them. */
bool phrase_is_curly(struct str text);
struct str phrase_uncurled(struct str text);

/* The author's words in quotation marks, cut when long; numbers and so on as they are written. */
struct str phrase_value(struct arena *arena, const struct node *node);

/* A value as it is written in YAML on one line, cut when long. */
struct str phrase_code(struct arena *arena, const struct node *node);
/* The same in JSON. */
struct str phrase_json(struct arena *arena, const struct node *node);
/* The same for a text. */
struct str phrase_code_text(struct arena *arena, struct str text);
/* A text in double quotes, whether it needs them or not. */
struct str phrase_quoted(struct arena *arena, struct str text);

/* The first sentence of a description without its full stop; empty when there is none. */
struct str phrase_sentence(const struct node *description);

/* A growing list: "`a`, `b` or `c`". */
struct phrase_list {
	struct arena *arena;
	VEC(struct str) items;
};

void phrase_add(struct phrase_list *list, struct str item);
/* With `last` before the last one ("or", "and"). More than `most` items end in "and more". */
struct str phrase_join(const struct phrase_list *list, const char *last, size_t most);

#endif
