/* A list of changes, as people and programs read it. */
#ifndef RENDER_CHANGES_H
#define RENDER_CHANGES_H

#include "base/buf.h"
#include "diff/diff.h"
#include "render/pen.h"
#include "rules/rule.h"

/* One of the two states that were compared. */
struct changes_side {
	struct str name;   /* a commit's id, "index", a folder */
	struct str commit; /* its id; empty: it is none */
	int32_t day;       /* when it was committed: days since 1970-01-01 */
	struct diff_side plans;
};

struct changes_view {
	const struct changes *changes;
	const struct offences *offences; /* sorted (compile/since.h); NULL: nobody looked */
	struct changes_side before;
	struct changes_side after;
	struct str source; /* the settings' pattern of links to a line; or empty */
	bool is_coloured;  /* for a terminal */
	bool is_partial;   /* not all could be read: what is told is not all there is */
};

struct changes_format {
	const char *name;
	const char *summary; /* a few words, for the help */
	void (*write)(const struct changes_view *view, struct buf *out);
};

extern const struct changes_format changes_text, changes_markdown, changes_html, changes_json;

/* All formats; ends with NULL. */
extern const struct changes_format *const changes_formats[];

/* NULL when there is none of that name. */
const struct changes_format *changes_format_find(struct str name);

/* All of the list, or a part of it: those of one plan stand together. */
struct changes_part {
	const struct change *at;
	size_t len;
};

struct changes_part changes_all(const struct changes *changes);
/* Those of a plan or council, by its address. */
struct changes_part changes_of(const struct changes *changes, struct str address);
/* The plan or council that a change belongs to. */
struct str change_owner(const struct change *change);

/*
 * The sentence that sums it up, without a stop: "3 dates moved later, 1 of them
 * with no reason; 1 target weakened; 4 substantive and 2 editorial changes".
 * The view is NULL for English.
 */
void changes_sum_up(struct changes_part part, const struct view *view, struct buf *out);

/* Whether a change asks for a reason, as a later date and a lower target do, and nobody gave one. */
bool change_lacks_reason(const struct change *change);
/* Whether it is told by what was there and what is there, even where that is nothing; else something came or went. */
bool change_has_sides(const struct change *change);
/* The reasons that came with it, or NULL; figures, news and layout have none of their own. */
const struct reasons *change_reasons(const struct change *change);

/*
 * What was there before, or is there now, as plain words in one line, as files have
 * them; long values are cut. Nothing where there is nothing to say.
 */
void change_old_print(const struct change *change, struct buf *out);
void change_new_print(const struct change *change, struct buf *out);
/* The same in the language of a page, where words of authors are marked that are in another. */
void change_value_write(const struct change *change, bool is_old, struct pen *pen);
/* Whether a change is of an action's or a milestone's status: where nobody gave one it is not started. */
bool change_is_status(const struct change *change);

/* The words of a piece; of many that did not change the first and the last, around "…". */
struct str change_piece_words(const struct change *change, size_t index, struct arena *arena);

/* Where a change stands now, or stood where it is gone; its source is NULL where that cannot be said. */
struct span change_place(const struct change *change);
/* The address of that line, or empty: no pattern is set, or the side is no commit. */
struct str change_url(const struct changes_view *view, const struct change *change,
		      struct arena *arena);

/* "92 days later", "1 day earlier"; nothing where the days are none. The view is NULL for English. */
void change_days_print(const struct change *change, const struct view *view, struct buf *out);

/* The last name of its field: of "milestones[x].status" it is "status". */
struct str change_field_name(const struct change *change);

/* The same where the kind of a change does not say it; else empty. */
struct str change_field_word(const struct change *change);

/* The measure, milestone … that a change is in, in so many words; empty where there is none, or it came or went itself. */
struct str change_item_words(const struct change *change, struct arena *arena);
/* The text that these are words of; or NULL. */
const struct text *change_item(const struct change *change);

/* What a thing is called where a change stands: the title of a theme, the activity; cut when long. */
struct str change_action_title(const struct action *action, struct arena *arena);
/* The text that this is made of. */
const struct text *change_action_text(const struct action *action);
/* Plain words as a name on one line: cut at a whole word when they are long. */
struct str change_name_cut(struct str words, struct arena *arena);

/* What changed, with a pen: the sentence, and sections by plan, theme and action. */
void changes_body_write(struct pen *pen, const struct changes_view *view);
/* The same of one plan alone, for a page of its own: sections by theme and action. */
void changes_plan_write(struct pen *pen, const struct changes_view *view, struct str address);

#endif
