/* The style sheet and its like, which the build embeds from src/render/assets/. */
#ifndef RENDER_ASSETS_H
#define RENDER_ASSETS_H

#include <stddef.h>

struct asset {
	const char *name; /* of its file in the site's assets/: "planc.css" */
	const char *text;
	size_t size; /* bytes */
};

/* Ends with one without a name. */
extern const struct asset assets[];

#endif
