#include "compile/colours.h"
#include "base/bug.h"
#include "schema/schema.h"

const struct page_colour page_colours[] = {
	{ "--paper", "#ffffff", "#15181c" },
	{ "--band", "#f1f3f6", "#21262c" },
	{ "--mark", "#fff3c4", "#3a3115" },
};
const size_t page_colour_count = ARRAY_LEN(page_colours);

/* Of text, in hundredths: WCAG 2.2, 1.4.3, level AA. */
#define LEAST_CONTRAST 450

static struct colour of_page(size_t i, bool is_dark)
{
	const struct page_colour *page = &page_colours[i];
	struct colour colour;

	if (!colour_parse(str_from(is_dark ? page->dark : page->light), &colour))
		BUG("%s is no colour", page->variable);
	return colour;
}

/* The least contrast with what may stand behind it; *worst is the number of that. */
static int least_contrast(struct colour colour, bool is_dark, size_t *worst)
{
	int least = colour_contrast(colour, of_page(0, is_dark));

	*worst = 0;
	for (size_t i = 1; i < page_colour_count; i++) {
		int contrast = colour_contrast(colour, of_page(i, is_dark));

		if (contrast < least) {
			least = contrast;
			*worst = i;
		}
	}
	return least;
}

/* The same colour made darker, or lighter, until it can be read. */
static struct colour readable(struct colour colour, bool is_dark)
{
	struct colour end = is_dark ? (struct colour){ 255, 255, 255 } : (struct colour){ 0, 0, 0 };
	struct colour mixed = colour;
	size_t worst;

	for (int way = 1; way <= 100 && least_contrast(mixed, is_dark, &worst) < LEAST_CONTRAST;
	     way++)
		mixed = colour_mix(colour, end, way);
	return mixed;
}

static void check(const struct site_colour *own, bool is_dark, struct report *report)
{
	struct finding *finding;
	struct colour better;
	size_t worst;
	int contrast;

	if (!own->node)
		return;
	contrast = least_contrast(own->colour, is_dark, &worst);
	if (contrast >= LEAST_CONTRAST)
		return;
	better = readable(own->colour, is_dark);
	finding = report_add(report, &kind_schema_value, node_span(own->node),
			     "“%.*s” is hard to read on %s pages: its contrast with their “%s” is "
			     "%d.%02d to 1",
			     STR_ARG(own->node->text), is_dark ? "dark" : "light",
			     is_dark ? page_colours[worst].dark : page_colours[worst].light,
			     contrast / 100, contrast % 100);
	finding_hint(report, finding,
		     "text needs 4.5 to 1 or more (WCAG 2.2, 1.4.3); `\"#%02x%02x%02x\"` has that",
		     better.red, better.green, better.blue);
}

void colours_check(const struct settings *settings, struct report *report)
{
	check(&settings->accent, false, report);
	check(&settings->accent_dark, true, report);
}
