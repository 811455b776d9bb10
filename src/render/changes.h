/* A list of changes, as people and programs read it. */
#ifndef RENDER_CHANGES_H
#define RENDER_CHANGES_H

#include "base/buf.h"
#include "diff/change.h"

struct changes_view {
	const struct changes *changes;
	struct str from; /* what is before: a commit, "index", a folder */
	struct str to;
	bool is_coloured; /* for a terminal */
	bool is_partial;  /* not all could be read: what is told is not all there is */
};

struct changes_format {
	const char *name;
	const char *summary; /* a few words, for the help */
	void (*write)(const struct changes_view *view, struct buf *out);
};

extern const struct changes_format changes_text, changes_markdown, changes_json;

/* All formats; ends with NULL. */
extern const struct changes_format *const changes_formats[];

/* NULL when there is none of that name. */
const struct changes_format *changes_format_find(struct str name);

/*
 * The sentence that sums it up, without a stop: "3 dates moved later, 1 of them
 * with no reason; 1 target weakened; 4 substantive and 2 editorial changes".
 */
void changes_sum_up(const struct changes *changes, struct buf *out);

/* What a field held, as plain words in one line; long values are cut. */
void change_value_print(const struct change_value *value, struct buf *out);

/* "92 days later", "1 day earlier"; nothing where the days are none. */
void change_days_print(const struct change *change, struct buf *out);

/* What a thing is called where a change stands: the title of a theme, the activity; cut when long. */
struct str change_action_title(const struct action *action, struct arena *arena);

#endif
