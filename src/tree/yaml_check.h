/* What is looked at in a YAML file before libyaml sees it. Used by yaml.c alone. */
#ifndef TREE_YAML_CHECK_H
#define TREE_YAML_CHECK_H

#include "report/finding.h"

#include <stdbool.h>

/*
 * True when the bytes may go to libyaml: not too many, UTF-8, no control
 * characters that YAML forbids, no merge conflict left in. Else false, and one
 * finding was added. *has_odd_breaks is set when there is a U+0085, U+2028 or
 * U+2029, which libyaml takes for line ends and YAML 1.2 does not.
 */
bool yaml_check(struct source *source, struct report *report, bool *has_odd_breaks);

/*
 * A copy of the bytes with another character of the same length in place of
 * each odd break: U+00A0 for U+0085, U+2027 for the other two.
 */
struct str yaml_replace_odd_breaks(struct str bytes, struct arena *arena);

/* Whether a text may hold what stands in for odd breaks. */
bool yaml_has_replacement(struct str text);

#endif
