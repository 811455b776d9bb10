/* People, posts, teams and boards: as leads beside an action, and in the list at the end of a plan. */
#ifndef RENDER_PEOPLE_H
#define RENDER_PEOPLE_H

#include "render/pen.h"

/* Whether a ref names anybody, even if not one of council.yaml. */
bool ref_is_given(const struct ref *ref);
bool list_has_ref(const struct list *refs);

/* The name of one of council.yaml by its short form where there is one, with the post held; else the id. */
void person_write(struct pen *pen, const struct ref *ref);
/* The whole name of one of council.yaml, with a link to the page of what they lead. */
void person_link_write(struct pen *pen, const struct person *person);
/* "post", "team" … */
const char *person_kind_title(const struct person *person);
/* With a link, when it is one address and nothing else. */
void email_write(struct pen *pen, struct str email);
/* Several on one line. */
void people_write(struct pen *pen, const struct list *refs);

/* Somebody named by an id of council.yaml or in words, as the author of an update. */
void somebody_write(struct pen *pen, const struct text *who);

/* Who leads an action, in one line or a list, and the author's words about it; "Not given" for none. */
void lead_write(struct pen *pen, const struct action *action);
/* The same on one line, without the words. */
void lead_write_line(struct pen *pen, const struct action *action);

bool has_partners(const struct action *action);
void partners_write(struct pen *pen, const struct action *action);

/* Those of council.yaml whom a plan names, by their ids: id → struct ref. */
struct map people_named(const struct plan *plan, struct arena *arena);

/* A section on everybody whom the plan names: what they are, and how to reach them. */
void people_section_write(struct pen *pen);

/* One of council.yaml with all that it says of them, on one line. */
void person_write_full(struct pen *pen, const struct person *person);

#endif
