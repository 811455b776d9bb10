/*
 * The colours that pages are laid out in, as far as a council's own must be told apart from
 * them: those of the style sheet (render/assets/planc.css), which a test holds to these.
 */
#ifndef COMPILE_COLOURS_H
#define COMPILE_COLOURS_H

#include "compile/settings.h"

/* What may stand behind a link: the page, what is set off on it, and what was gone to. */
struct page_colour {
	const char *variable; /* of the style sheet: "--paper" */
	const char *light;
	const char *dark;
};

extern const struct page_colour page_colours[];
extern const size_t page_colour_count;

/* Finds fault with an accent that cannot be read well on one of them. */
void colours_check(const struct settings *settings, struct report *report);

#endif
