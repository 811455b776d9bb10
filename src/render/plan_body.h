/* A plan from its title to its last list: what stands in its document, and in which order. */
#ifndef RENDER_PLAN_BODY_H
#define RENDER_PLAN_BODY_H

#include "render/pen.h"

/* Title, subtitle, draft banner, facts and summary. */
void plan_head_write(struct pen *pen);

/* Says that the plan is a draft, unless it is adopted. */
void plan_banner_write(struct pen *pen, const struct plan *plan);

/* All that has a heading: sections, themes with their actions, and the plan's lists. */
void plan_body_write(struct pen *pen);

/* The title of a plan, or its address where it gives none. */
struct str plan_title(const struct pen *pen, const struct plan *plan);
/* The name of a council, or of its folder where it gives none. */
struct str council_name(const struct pen *pen, const struct council *council);

/* "Draft", "Adopted" … */
const char *plan_status_title(const struct plan *plan);

/* The short forms that a council explains, as terms. */
void abbreviations_write(struct pen *pen, const struct council *council);

/* A fact that is a plain text or a date, when it is given. */
void text_fact_write(struct pen *pen, const char *label, const struct text *text);
void date_fact_write(struct pen *pen, const char *label, const struct date *date);

#endif
