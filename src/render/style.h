/* The look that a council gives its site: its own colours, and its logo. */
#ifndef RENDER_STYLE_H
#define RENDER_STYLE_H

#include "base/arena.h"
#include "base/buf.h"
#include "compile/settings.h"

/* What stands behind our style sheet: the colours of the settings, where they give any. */
void style_own_write(const struct settings *settings, struct buf *out);

/* The path of the logo in the site: "assets/logo.png". */
struct str style_logo_path(const struct logo *logo, struct arena *arena);

#endif
