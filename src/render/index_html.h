/* The pages above those of plans: the site's, and each council's. */
#ifndef RENDER_INDEX_HTML_H
#define RENDER_INDEX_HTML_H

#include "render/renderer.h"

bool site_index_html(const struct view *view, struct buf *out);
bool council_index_html(const struct view *view, struct buf *out);

#endif
