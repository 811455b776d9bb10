#include "render/style.h"

static void accent_write(const struct site_colour *own, const char *media, struct buf *out)
{
	if (own->node)
		buf_printf(out, "\n@media %s {\n\t:root {\n\t\t--accent: #%02x%02x%02x;\n\t}\n}\n",
			   media, own->colour.red, own->colour.green, own->colour.blue);
}

/* On paper the style sheet's own black stays. */
void style_own_write(const struct settings *settings, struct buf *out)
{
	accent_write(&settings->accent, "screen and (prefers-color-scheme: light)", out);
	accent_write(&settings->accent_dark, "screen and (prefers-color-scheme: dark)", out);
}

struct str style_logo_path(const struct logo *logo, struct arena *arena)
{
	return arena_printf(arena, "assets/logo.%s", image_extension(logo->image.kind));
}
