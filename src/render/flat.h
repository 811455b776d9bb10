/*
 * Values of the model as plain words on one line, for data that has no more to
 * offer: the cell of a table, the property of a calendar. Markdown loses its
 * marks; line ends and runs of spaces become single spaces.
 */
#ifndef RENDER_FLAT_H
#define RENDER_FLAT_H

#include "model/plan.h"
#include "render/renderer.h"

/* What stands between the items of a list. */
#define FLAT_BETWEEN "; "

struct flat {
	const struct view *view;
	struct buf *out;
	size_t limit; /* what would make `out` longer is left out; then is_full is set */
	bool is_full;
};

/* Plain words as they are given. */
void flat_words(struct flat *flat, struct str words);

/* A text in the language of the view, or in the first one that it has. */
void flat_text(struct flat *flat, const struct text *text, bool is_markdown);

/* Any node: a scalar's words, a list with FLAT_BETWEEN, a mapping as "key: value". */
void flat_node(struct flat *flat, const struct node *node);

/* What a ref is called: the name of a person, the title of an action; else the id. */
void flat_ref_name(struct flat *flat, const struct ref *ref);

/* All values of a thing with commas between them; ids as they are. */
void flat_thing(struct flat *flat, const struct thing *thing);

/* One value of a thing by its field, as the author gives it; lists with FLAT_BETWEEN. */
void flat_field(struct flat *flat, const void *member, const struct field *field);

/* Texts, values, refs or things with FLAT_BETWEEN; refs by their names, or by their ids. */
void flat_list(struct flat *flat, const struct list *list, const struct field *field, bool by_name);

/* What an action is called: its title, or the words of its activity. */
void flat_action_name(struct flat *flat, const struct action *action);

/* Whether the node says anything. */
bool flat_is_given(const struct node *node);

#endif
