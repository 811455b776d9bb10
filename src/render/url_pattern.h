/* A web address of the settings with marks in it, such as "https://…/{path}". */
#ifndef RENDER_URL_PATTERN_H
#define RENDER_URL_PATTERN_H

#include "base/buf.h"

struct url_mark {
	struct str mark;  /* "{path}" */
	struct str words; /* what it stands for */
};

/*
 * Adds the address with each mark (the last has an empty one) replaced by its words,
 * percent-encoded (RFC 3986, section 2.3; slashes stay).
 */
void url_pattern_fill(struct str pattern, const struct url_mark *marks, struct buf *out);

#endif
