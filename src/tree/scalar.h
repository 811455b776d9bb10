/* Writing scalars: how a text must stand in a YAML file so that it is read back as it is. */
#ifndef TREE_SCALAR_H
#define TREE_SCALAR_H

#include "base/buf.h"
#include "report/finding.h"
#include "tree/node.h"

/*
 * Adds a text of one line as a scalar: plain where that is safe in any block or
 * flow, else between double quotes (YAML 1.2, 7.3).
 */
void scalar_write(struct buf *out, struct str text);

/*
 * Lets `text` take the place of a scalar when the finding is mended; one in
 * quotes keeps them. Nothing where a comment would be lost (`due: | # soon`).
 */
void scalar_mend(struct report *report, struct finding *finding, const struct node *scalar,
		 struct str text);

/* The same with a text that needs no quotes of its own, such as a date: `2024`. */
void scalar_mend_plain(struct report *report, struct finding *finding, const struct node *scalar,
		       struct str text);

/* Lets `text`, which needs no quotes, take the place of a part of the scalar's text: a slice of it. */
void scalar_mend_part(struct report *report, struct finding *finding, const struct node *scalar,
		      struct str part, struct str text);

#endif
