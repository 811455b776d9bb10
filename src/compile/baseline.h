/*
 * The baseline: findings that were there before, by their fingerprints, so that
 * only what is new is told (product.md, section 5).
 */
#ifndef COMPILE_BASELINE_H
#define COMPILE_BASELINE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "tree/node.h"
#include "tree/yaml.h"

#include <stdbool.h>

struct compilation;

/* Findings that a baseline holds: what can be read of a file again, with room to spare. */
#define BASELINE_MOST (YAML_MAX_NODES / 8)

struct baseline_entry {
	struct str address; /* of the finding: "anytown/homes-plan#insulation" */
	struct str rule;
	struct str fingerprint;
	bool is_met; /* by a finding of this run */
};

struct baseline_file {
	VEC(struct baseline_entry) entries;
};

/* Reads the tree of a baseline that its schema found right (NULL: none). */
void baseline_file_build(struct baseline_file *baseline, struct arena *arena,
			 const struct node *root);

/* Marks the findings that the baseline holds, and the entries that they meet. */
void baseline_file_apply(struct compilation *result);

/*
 * Whether an entry is about something that was checked whole in this run. When
 * it is and was not met, what it held back is mended or gone.
 */
bool baseline_file_is_checked(const struct compilation *result, const struct baseline_entry *entry);

/*
 * The file that holds back what this run found, as YAML: an entry a line, by
 * address, rule and fingerprint. What waivers hold back is not in it, nor what
 * could not be read; entries about what was not checked now stay. Returns how
 * many there are.
 */
size_t baseline_file_write(struct compilation *result, struct buf *out);

#endif
