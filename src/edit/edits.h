/*
 * Edits of source files by byte range: all else in a file stays as it is, its
 * comments, its order and its line ends (product.md, section 5).
 */
#ifndef EDIT_EDITS_H
#define EDIT_EDITS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "report/finding.h"

/* What is to be changed in one file. */
struct file_edits {
	struct source *source;
	VEC(struct edit) edits; /* by place; none reaches into another, or touches it */
};

struct edits {
	struct arena *arena;
	VEC(struct file_edits *) files; /* by path */
};

/*
 * Takes the edits of a report's findings, but for those that are held back. All
 * edits of a finding are taken, or none: none when one of them touches what
 * another finding changes in another way.
 */
void edits_collect(struct edits *edits, struct arena *arena, const struct report *report);

/* The bytes of a file as they will be. */
void edits_apply(const struct file_edits *file, struct buf *out);

/*
 * The change of a file as a patch that `git apply` and patch(1) take, with
 * three lines around each change. Its path stands as it is shown to people, from
 * the current folder; so there is no `diff --git` line, behind which git would
 * take it for one from the top of the repository.
 */
void edits_print_patch(const struct file_edits *file, struct buf *out);

#endif
