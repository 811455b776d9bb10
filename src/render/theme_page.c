#include "render/theme_page.h"
#include "render/address.h"
#include "render/page.h"
#include "render/plan_body.h"
#include "render/theme.h"

static struct str theme_name(const struct pen *pen, const struct theme *theme)
{
	struct str language;
	struct str title = str_trim(pen_words(pen, &theme->title, &language));

	return title.len ? title : theme->thing.id;
}

static void title_write(struct pen *pen, const struct theme *theme)
{
	struct heading heading = { .title = theme_name(pen, theme) };
	struct str language;

	heading.ref = pen_words(pen, &theme->ref, &language);
	pen_words(pen, &theme->title, &heading.language);
	pen_title(pen, heading);
}

static void place_write(struct pen *pen)
{
	pen_open(pen, PEN_NOTE);
	pen_c(pen, "A theme of ");
	pen_link(pen, address_of_plan(pen->view, pen->view->plan),
		 plan_title(pen, pen->view->plan));
	pen_c(pen, ".");
	pen_close(pen, PEN_NOTE);
}

static void neighbour_write(struct pen *pen, const char *label, const struct theme *theme)
{
	struct str url = address_of_theme(pen->view, theme);

	if (!url.len || pen_is_full(pen))
		return;
	pen_open(pen, PEN_ITEM);
	pen_c(pen, label);
	pen_c(pen, " ");
	pen_link(pen, url, theme_name(pen, theme));
	pen_close(pen, PEN_ITEM);
}

static void neighbours_write(struct pen *pen, const struct theme *theme)
{
	const struct list *list = &pen->view->plan->themes;
	size_t at = (size_t)(theme - (const struct theme *)list->at);

	if (list->len < 2)
		return;
	page_neighbours_open(pen, "Themes beside this one");
	if (at)
		neighbour_write(pen, "Before:", theme - 1);
	if (at + 1 < list->len)
		neighbour_write(pen, "Next:", theme + 1);
	page_neighbours_close(pen);
}

static struct str name_of(struct pen *pen)
{
	return theme_name(pen, pen->view->theme);
}

static void page_parts_write(struct pen *pen)
{
	const struct theme *theme = pen->view->theme;

	title_write(pen, theme);
	place_write(pen);
	plan_banner_write(pen, pen->view->plan);
	theme_parts_write(pen, theme);
	neighbours_write(pen, theme);
}

bool theme_page_html(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of, page_parts_write };

	return page_write(&page, view, out);
}
