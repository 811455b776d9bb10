/* Values of the model as JSON: each in the one shape that it has wherever it stands. */
#ifndef RENDER_JSON_VALUE_H
#define RENDER_JSON_VALUE_H

#include "base/jwriter.h"
#include "model/plan.h"

struct json {
	struct jwriter writer;
	struct buf *out;
	bool is_full; /* RENDER_MAX_BYTES is reached: texts are left out */
};

void json_init(struct json *json, struct buf *out);
bool json_is_full(struct json *json);

/* A text, unless the file is full: then nothing is said (null). */
void json_text(struct json *json, struct str text);

/* A text by language where the plan gives it so, else as it is. */
void json_words(struct json *json, const struct text *text);

/* A number by its digits, or a text. */
void json_value(struct json *json, const struct value *value);

/* {"text", "earliest", "latest", "precision", "approximate"?, "open"?}; tbc, unknown: {"text"}. */
void json_date(struct json *json, const struct date *date);

/* {"text", "kind", "value"?, "high"?, "unit"?, "benchmark"?, "bound"?} */
void json_target(struct json *json, const struct target *target);

/* A node as it stands in the file: texts, numbers, true and false, lists and mappings. */
void json_node(struct json *json, const struct node *node);

/* Whether a node says anything. */
bool json_is_given(const struct node *node);

#endif
