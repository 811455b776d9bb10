#include "compile/logo.h"

static void fault(struct loader *loader, const struct node *path, const char *why, const char *hint)
{
	struct report *report = &loader->result->report;
	struct finding *finding = report_add(report, &kind_schema_value, node_span(path),
					     "“%.*s” cannot be the logo: %s", STR_ARG(path->text),
					     why);

	finding_hint(report, finding, "%s", hint);
}

/* A program can stand in an SVG, which would run where somebody opens it by itself. */
static bool is_svg(struct str bytes)
{
	return str_find(bytes, STR("<svg"), 0) < bytes.len;
}

static void take(struct loader *loader, const struct node *path, struct str bytes)
{
	struct logo *logo = &loader->result->settings.logo;
	struct image image;

	if (bytes.len > LOGO_MAX_BYTES)
		fault(loader, path, "it is larger than 512 KiB", "save it smaller");
	else if (!image_read(bytes, &image) && is_svg(bytes))
		fault(loader, path, "an SVG can hold a program", "save it as a PNG");
	else if (!image_read(bytes, &image))
		fault(loader, path, "it is no PNG, JPEG or GIF", "save it as a PNG");
	else if (image.width > LOGO_MAX_PIXELS || image.height > LOGO_MAX_PIXELS)
		fault(loader, path, "it is more than 2,000 pixels wide or high", "save it smaller");
	else
		*logo = (struct logo){ bytes, image };
}

void load_logo(struct loader *loader, const struct node *path)
{
	struct arena *arena = &loader->result->arena;
	struct str name, bytes, why;

	if (!path || path->bad || !path->text.len)
		return;
	if (!input_join(arena, STR(""), path->text, &name)) {
		fault(loader, path, "it is outside the folder of planc.yaml",
		      "put the file into that folder");
		return;
	}
	switch (input_read(loader->input, name, arena, &bytes, &why)) {
	case INPUT_FILE: take(loader, path, bytes); break;
	case INPUT_MISSING:
		fault(loader, path, "there is no such file", "put it there, or mend the name");
		break;
	case INPUT_FOLDER: fault(loader, path, "it is a folder", "name the file"); break;
	case INPUT_OUTSIDE:
		fault(loader, path, "it is a link that leads out of the folder of planc.yaml",
		      "put the file itself there");
		break;
	case INPUT_FAILED: loader_note_failure(loader, name, why); break;
	}
}
