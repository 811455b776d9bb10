/*
 * The wording of every finding about the shape of a file. Each function takes
 * the facts, asks explain.h whether a finding is wanted, and makes it.
 */
#ifndef SCHEMA_WORDS_H
#define SCHEMA_WORDS_H

#include "schema/explain.h"

/* A finding about the value at a spot, whose name comes first in the message. */
PRINTF_LIKE(4, 5)
struct finding *words_add(struct explain *explain, const struct finding_kind *kind,
			  const struct spot *spot, const char *format, ...);
/* The one that a value, or a key, is none of those that can stand there: "`kind` cannot be “bord”". */
struct finding *words_wrong(struct explain *explain, const struct spot *spot,
			    const struct finding_kind *kind);
/* Its hint, unless the words are empty. */
void words_hint(struct explain *explain, struct finding *finding, struct str words);

/*
 * "such as `title: Engagement`", from the examples of the schemas, or else with
 * the usual one; empty when there is none of either.
 */
struct str words_such_as(struct explain *explain, const struct spot *spot, struct str usual);

/* A value, or a text, as it is written in the language of the file. */
struct str words_code(struct explain *explain, const struct node *node);
struct str words_code_text(struct explain *explain, struct str text);
/* "title: Homes", or in JSON "\"title\": \"Homes\""; the value is written already. */
struct str words_pair(struct explain *explain, struct str key, struct str value);
/* The first of a schema's examples, as it is written; empty when there is none. */
struct str words_first(struct explain *explain, const struct node *examples);
/* "title: " or "- ": what stands before the value on its line. */
struct str words_lead_in(struct explain *explain, const struct spot *spot);
/* "it can be `one` or `two`": the values that may be written, unless there are none. */
struct str words_allowed(struct explain *explain, const struct allowed *allowed);
/* What belongs here, and an example from the schemas; either may be missing. */
struct str words_advice(struct explain *explain, const struct spot *spot, struct str sentence);
/* The same, with the first sentence of the description there. */
struct str words_meaning(struct explain *explain, const struct spot *spot);
/* An example of the key's value, or the first of the values that it can have; or empty. */
struct str words_example(struct explain *explain, const struct property *property);
/* The finding that nothing stands there. */
struct finding *words_nothing(struct explain *explain, const struct spot *spot);
/* The hint for a pattern there that the value does not match; false when there is none. */
bool words_hint_pattern(struct explain *explain, const struct spot *spot, struct finding *finding);

/* The value is of none of the types of a schema_wanted. */
void words_type(struct explain *explain, struct spot *spot, unsigned wanted);

/* It is none of the values that it can have. */
void words_value(struct explain *explain, struct spot *spot, const struct allowed *allowed);

/* It does not match the rule's pattern or format. */
void words_format(struct explain *explain, struct spot *spot, const struct rule *rule);

/* It has too many or too few characters, items or keys: `size` of them. */
void words_size(struct explain *explain, struct spot *spot, const struct rule *rule, size_t size);

void words_bound(struct explain *explain, struct spot *spot, const struct rule *rule, bool upper,
		 bool open);
void words_multiple(struct explain *explain, struct spot *spot, const struct rule *rule);

/* `found` items are such as contains asks for: too few, or too many. */
void words_contains(struct explain *explain, struct spot *spot, const struct contains *contains,
		    size_t found);
/* Items from number `first` on have no place in the list. */
void words_extra_items(struct explain *explain, struct spot *spot, uint32_t first);
/* No such item may stand in the list. */
void words_forbidden_item(struct explain *explain, struct spot *spot, uint32_t index);
/* Item number `again` is the same as number `earlier`. */
void words_repeated(struct explain *explain, struct spot *spot, uint32_t again, uint32_t earlier);

/* None of the branches takes it, and none comes nearest. */
void words_no_match(struct explain *explain, struct spot *spot, const struct schemas *branches);
void words_too_many_match(struct explain *explain, struct spot *spot, const struct schema *a,
			  const struct schema *b);
/* Says in the hint what the branches are, where nothing is said there yet. */
void words_forms(struct explain *explain, struct finding *finding, const struct schemas *branches);
/* Adds to the hint what the branches but the nearest take. */
void words_other_forms(struct explain *explain, const struct spot *spot, struct finding *finding,
		       const struct schemas *branches, const struct schema *nearest);
/* What a schema takes: "a person", "`red` or `green`", "a text of at most 3 characters"; or empty. */
struct str words_form(struct explain *explain, const struct schema *schema);
/* It is what `not` forbids. */
void words_not(struct explain *explain, struct spot *spot, const struct schema *forbidden);

/* Keys of the mapping at the spot. `because`: a key that asks for it, or NULL. */
void words_unknown_key(struct explain *explain, struct spot *spot, const struct pair *pair);
void words_forbidden_key(struct explain *explain, struct spot *spot, const struct pair *pair);
void words_missing_key(struct explain *explain, struct spot *spot, struct str name,
		       const struct pair *because);

/* A pattern took too long on this text. */
void words_too_involved(struct explain *explain, struct spot *spot);
/* The check was given up: the schema leads too deep, or takes too long. */
void words_stopped(struct explain *explain, struct spot *root);
/* It does not pass, and nothing better can be said; or a pattern took too long to tell. */
void words_misfit(struct explain *explain, struct spot *root, bool gave_up);

#endif
