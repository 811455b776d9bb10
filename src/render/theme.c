#include "render/theme.h"
#include "render/address.h"
#include "render/lists.h"
#include "render/measures.h"
#include "render/people.h"

static void labelled(struct pen *pen, const char *label)
{
	pen_open(pen, PEN_STRONG);
	pen_c(pen, label);
	pen_close(pen, PEN_STRONG);
}

static void supports_write(struct pen *pen, const struct theme *theme)
{
	if (!list_has_ref(&theme->supports))
		return;
	pen_open(pen, PEN_PARAGRAPH);
	labelled(pen, "Supports:");
	pen_c(pen, " ");
	priorities_write_line(pen, &theme->supports);
	pen_close(pen, PEN_PARAGRAPH);
}

/* Whether there are headings inside the theme, before its actions. */
static bool has_parts(const struct theme *theme)
{
	return list_has_text(&theme->key_elements) || has_measures(&theme->measures) ||
	       theme->waive.len;
}

void theme_parts_write(struct pen *pen, const struct theme *theme)
{
	pen_tell_blocks(pen, &theme->summary);
	if (list_has_text(&theme->key_elements)) {
		pen_heading(pen, "Key elements");
		pen_tell_list(pen, &theme->key_elements);
	}
	supports_write(pen, theme);
	if (has_measures(&theme->measures)) {
		pen_heading(pen, "How we will know");
		measures_write_all(pen, &theme->measures);
	}
	if (theme->waive.len) {
		pen_heading(pen, "Accepted exceptions");
		waivers_write(pen, &theme->waive);
	}
	if (theme->actions.len) {
		/* Else the table would stand under the heading of one of these lists. */
		if (has_parts(theme))
			pen_heading(pen, "Actions");
		pen->type->actions(pen, &theme->actions, theme);
	}
}

static void page_link_write(struct pen *pen, const struct theme *theme)
{
	struct str url = { 0 };

	if (pen->type->has_pages && !pen_is_full(pen))
		url = address_of_theme(pen->view, theme);
	if (!url.len)
		return;
	pen_open(pen, PEN_ASIDE);
	pen_link(pen, url, own_words(pen->view, "This theme on its own page"));
	pen_close(pen, PEN_ASIDE);
}

static void theme_write(struct pen *pen, const struct theme *theme)
{
	struct heading heading = { .id = pen_claim(pen, &theme->thing) };
	struct str language;

	heading.ref = pen_words(pen, &theme->ref, &language);
	heading.title = pen_words(pen, &theme->title, &heading.language);
	pen_section_open(pen, heading);
	theme_parts_write(pen, theme);
	page_link_write(pen, theme);
	pen_section_close(pen);
}

void themes_write(struct pen *pen, const struct plan *plan)
{
	const struct theme *themes = plan->themes.at;
	const struct heading heading = { .id = STR("_actions"),
					 .title = own_words(pen->view, "Actions") };

	for (size_t i = 0; i < plan->themes.len; i++)
		theme_write(pen, &themes[i]);
	if (!plan->actions.len)
		return;
	pen_section_open(pen, heading);
	pen->type->actions(pen, &plan->actions, NULL);
	pen_section_close(pen);
}
