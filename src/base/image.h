/* Pictures as browsers know them: what a file is by its bytes, whatever it is called. */
#ifndef BASE_IMAGE_H
#define BASE_IMAGE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum image_kind { IMAGE_NONE, IMAGE_PNG, IMAGE_JPEG, IMAGE_GIF };

struct image {
	enum image_kind kind;
	uint32_t width, height; /* in pixels */
};

/*
 * Reads the head of a PNG (ISO/IEC 15948), JPEG (ITU-T T.81) or GIF (GIF89a). False when the
 * bytes are none of these, or end before they say how large the picture is.
 */
bool image_read(struct str bytes, struct image *image);

/* "png", as the ends of files' names have it. */
const char *image_extension(enum image_kind kind);

#endif
