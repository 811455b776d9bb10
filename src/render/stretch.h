/* The days of one action as a picture shows them: a bar, and marks on it. */
#ifndef RENDER_STRETCH_H
#define RENDER_STRETCH_H

#include "render/calendar.h"
#include "render/time_scale.h"

struct stretch {
	const struct action *action;
	size_t order; /* in the file */
	bool has_bar;
	int32_t begin, end;     /* of the bar */
	bool comes_from;        /* it has no beginning */
	bool goes_on;           /* it has no end */
	bool is_about;          /* a day of it is approximate */
	int32_t due;            /* its last day, or that of its last milestone; NO_DAY: none */
	struct calendar points; /* its days */
};

/*
 * The date that an action is to be done by: its due, or until, or the last of
 * its milestones. NULL where there is none, or none with an end.
 */
const struct date *stretch_due_date(const struct action *action);

void stretch_init(struct stretch *stretch, const struct plan *plan, const struct action *action,
		  struct arena *arena);

/* Whether there is anything to draw. */
bool stretch_is_given(const struct stretch *stretch);

/* Adds its days to those that a scale is made for. */
struct day_list {
	VEC(int32_t) days;
};
void stretch_add_days(const struct stretch *stretch, struct day_list *list, struct arena *arena);

/* The part of the width that it takes, with room for its marks. */
void stretch_place(const struct stretch *stretch, const struct time_scale *scale, int32_t *from,
		   int32_t *to);

/* Draws it with its middle at y. */
void stretch_draw(const struct stretch *stretch, const struct time_scale *scale, struct html *html,
		  int32_t y);
/* Whether it comes round so often that its bar says so, not its marks. */
bool stretch_is_hatched(const struct stretch *stretch, const struct time_scale *scale);
/* Notes the marks that it needs. */
void stretch_note_marks(const struct stretch *stretch, const struct time_scale *scale,
			bool used[SVG_MARKS]);

#endif
