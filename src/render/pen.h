/*
 * A pen writes what every document of a plan has in common (headings,
 * paragraphs, lists, facts, dates, links) in one language of documents: HTML
 * or Markdown. What a plan says, and in which order, is written once, with a
 * pen (plan_body.h, section.h, action.h …), so no format can forget a part.
 *
 * Text comes from people one may not know. A pen escapes plain text for its
 * language, and hands Markdown to markdown/, which lets through what is safe.
 */
#ifndef RENDER_PEN_H
#define RENDER_PEN_H

#include "base/buf.h"
#include "base/vec.h"
#include "model/plan.h"
#include "render/renderer.h"
#include "render/words.h"

#include <stdbool.h>

struct pen;
struct action_columns;

enum pen_mark {
	PEN_PARAGRAPH,
	PEN_LEAD_IN, /* a paragraph right under a title */
	PEN_NOTE,    /* a paragraph that stands back: a note beside something */
	PEN_ASIDE,   /* a paragraph with a link to where there is more */
	PEN_CAPTION, /* the same, of what pen_tell writes: it may be several paragraphs */
	PEN_LIST,
	PEN_ITEM,
	PEN_FACTS, /* holds facts only: a name and what there is to say */
	PEN_TERMS, /* the same, where there is much to say */
	PEN_STRONG,
	PEN_MUTED,   /* words of ours in the place of what is not given */
	PEN_REMOVED, /* words that a text lost */
	PEN_ADDED,   /* and those that it got */
};

struct heading {
	struct str id;       /* the anchor, ours end in _; empty for none */
	struct str ref;      /* its number in print; may be empty */
	struct str title;    /* plain */
	struct str language; /* of the title, where it is not that of the page; else empty */
	unsigned level;      /* 1 to 6 */
};

struct pen_type {
	const char *plan_file; /* what a plan's document is called: links to others lead there */
	bool has_pages;        /* links may lead to pages of councils, leads, themes and actions */
	void (*open)(struct pen *pen, enum pen_mark mark);
	void (*close)(struct pen *pen, enum pen_mark mark);
	void (*fact_open)(struct pen *pen, struct str label);
	void (*fact_close)(struct pen *pen);
	/* What stands around a section and its heading. */
	void (*section_open)(struct pen *pen, struct str id);
	void (*section_close)(struct pen *pen);
	void (*heading)(struct pen *pen, const struct heading *heading);
	void (*banner)(struct pen *pen, struct str word, struct str words);
	/* Words of the program: they hold nothing that would be a mark. */
	void (*own)(struct pen *pen, const char *words);
	/* `language` is empty where it is that of the page. */
	void (*text)(struct pen *pen, struct str plain, struct str language);
	/* Whether it was one paragraph, so that more may follow in its line. */
	bool (*markdown)(struct pen *pen, struct str markdown, struct str language);
	void (*day)(struct pen *pen, struct str words, struct str iso);
	void (*link)(struct pen *pen, struct str url, struct str words);
	/* A link to a page, around what is written in between; NULL without has_pages. */
	void (*link_open)(struct pen *pen, struct str url);
	void (*link_close)(struct pen *pen);
	void (*short_form)(struct pen *pen, struct str letters, struct str words);
	void (*anchor)(struct pen *pen, struct str id);
	void (*table_open)(struct pen *pen, const char *const *columns);
	void (*row)(struct pen *pen);
	void (*cell)(struct pen *pen);
	void (*table_close)(struct pen *pen);
	/* The actions of a theme, or those of a plan without themes (theme is NULL). */
	void (*actions)(struct pen *pen, const struct list *actions, const struct theme *theme);
};

struct pen {
	const struct pen_type *type;
	const struct view *view;
	struct buf *out;
	struct buf scratch; /* of the moment: no call leaves anything in it */
	unsigned level;     /* of the heading above */
	bool wants_blocks;  /* a Markdown text is paragraphs, and its headings stay headings */
	bool is_full;       /* RENDER_MAX_BYTES is reached: texts are left out */
	VEC(struct heading) outline;          /* of the headings with an anchor, in their order */
	struct map anchors;                   /* ids that this page has used up */
	const struct action_columns *columns; /* NULL until they are asked for */
};

void pen_init(struct pen *pen, const struct pen_type *type, const struct view *view,
	      struct buf *out);
void pen_release(struct pen *pen);

/* Whether the page has all that it can hold; asked before anything costly is made for it. */
bool pen_is_full(struct pen *pen);

void pen_open(struct pen *pen, enum pen_mark mark);
void pen_close(struct pen *pen, enum pen_mark mark);

/* One of PEN_FACTS. `label` is the program's, or the author's plain words. */
void pen_fact_open(struct pen *pen, const char *label);
void pen_fact_open_words(struct pen *pen, struct str label);
void pen_fact_close(struct pen *pen);

/* The title of the document. */
void pen_title(struct pen *pen, struct heading heading);
/* A section one level below the one it stands in; its level and its place in the outline are set here. */
void pen_section_open(struct pen *pen, struct heading heading);
void pen_section_close(struct pen *pen);
/* A heading without an anchor, one level below the section it stands in. */
void pen_heading(struct pen *pen, const char *title);

/* Words of the program. */
void pen_c(struct pen *pen, const char *words);
/* Plain words of the author. */
void pen_plain(struct pen *pen, struct str words);
/* A plain text in the language of the page, or the one that it has. */
void pen_say(struct pen *pen, const struct text *text);
/* A Markdown text, where a line may stand: see pen_type.markdown. */
bool pen_tell(struct pen *pen, const struct text *text);
/* A Markdown text as paragraphs. */
void pen_tell_blocks(struct pen *pen, const struct text *text);
void pen_value(struct pen *pen, const struct value *value);
/* A date in words: "September 2023", "to be confirmed", "not known", or as the author wrote it. */
void pen_date(struct pen *pen, const struct date *date);
/* The same where a line begins: "To be confirmed". */
void pen_date_first(struct pen *pen, const struct date *date);
/* A link where the address is one that pages may carry, else its words. */
void pen_link(struct pen *pen, struct str url, struct str words);
/* "Not given", and the like. */
void pen_none(struct pen *pen, const char *words);
/* A list of texts, those left out that say nothing. */
void pen_tell_list(struct pen *pen, const struct list *texts);
/* One word of a field's list, for people: "In progress", "half year" (is_first: with a capital). */
void pen_word(struct pen *pen, const char *word, bool is_first);

/*
 * An anchor for a thing: its id, when that is one, no other has it, and it is
 * not used yet; else empty. pen_claim_old is for an id that is gone.
 */
struct str pen_claim(struct pen *pen, const struct thing *thing);
struct str pen_claim_old(struct pen *pen, struct str id);

/* The words of a text in the language of the page; *language says where it is another one. */
struct str pen_words(const struct pen *pen, const struct text *text, struct str *language);
struct str view_words(const struct view *view, const struct text *text, struct str *language);

/*
 * How words of a language are to be marked: by it, or with nothing where it is that of the
 * page. On a page in a language that has no words of ours (own_language) all are marked.
 */
struct str mark_of_language(const struct view *view, struct str language);

/* The words of a Markdown text without its marks, on one line; in the page's arena. */
struct str pen_markdown_words(struct pen *pen, const struct text *text);

/* Whether there is anything to print: words, or what stands in their place. */
bool text_is_given(const struct text *text);
bool value_is_given(const struct value *value);
bool date_is_given(const struct date *date);
bool word_is_given(const struct word *word);
bool list_has_text(const struct list *texts);

#endif
