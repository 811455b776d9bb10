#include "render/about_page.h"
#include "base/version.h"
#include "render/page.h"
#include "render/plan_body.h"
#include "render/site.h"

static void section_open(struct pen *pen, const char *id, const char *title)
{
	pen_section_open(pen, (struct heading){ .id = str_from(id),
						.title = own_words(pen->view, title) });
}

static void fact(struct pen *pen, const char *label, struct str words)
{
	if (!words.len)
		return;
	pen_fact_open(pen, label);
	pen_plain(pen, words);
	pen_fact_close(pen);
}

static void facts_write(struct pen *pen)
{
	const struct site_options *options = pen->view->options;
	struct date date;

	pen_open(pen, PEN_FACTS);
	if (page_as_of(pen->view, &date))
		date_fact_write(pen, "As at", &date);
	fact(pen, "Revision", options->revision);
	pen_fact_open(pen, "Made by");
	pen_plain(pen, STR("planc " PLANC_VERSION));
	pen_c(pen, ", from files that the councils keep");
	pen_fact_close(pen);
	pen_close(pen, PEN_FACTS);
}

static void licences_write(struct pen *pen)
{
	const struct view *view = pen->view;

	section_open(pen, "_licence", "Licence");
	pen_open(pen, PEN_FACTS);
	for (size_t i = 0; i < view->compilation->councils.len && !pen_is_full(pen); i++) {
		const struct council *council = view->compilation->councils.at[i];

		if (!directory_has_council(view->directory, council))
			continue;
		pen_fact_open_words(pen, council_name(pen, council));
		if (text_is_given(&council->licence))
			pen_say(pen, &council->licence);
		else
			pen_none(pen, "No licence is given");
		pen_fact_close(pen);
	}
	pen_close(pen, PEN_FACTS);
	pen_section_close(pen);
}

/* What the pages are by themselves; what a council knows beside that it says in planc.yaml. */
static void accessibility_write(struct pen *pen)
{
	const struct settings *settings = &pen->view->compilation->settings;

	section_open(pen, "_accessibility", "Accessibility");
	pen_open(pen, PEN_PARAGRAPH);
	pen_c(pen,
	      "These pages are made to work with a keyboard, with a screen reader, at four times "
	      "the size, on a small screen, in light and dark colours, and on paper. They need no "
	      "script. Planc’s own pages are tested against the Web Content Accessibility "
	      "Guidelines (WCAG) 2.2, level AA; that says nothing of the documents that they link "
	      "to.");
	pen_close(pen, PEN_PARAGRAPH);
	if (text_is_given(&settings->accessibility)) {
		pen_tell_blocks(pen, &settings->accessibility);
	} else {
		pen_open(pen, PEN_NOTE);
		pen_c(pen, "No accessibility statement has been published for this site yet.");
		pen_close(pen, PEN_NOTE);
	}
	pen_section_close(pen);
}

static struct str name_of(struct pen *pen)
{
	return own_words(pen->view, "About these pages");
}

static void about_write(struct pen *pen)
{
	const struct settings *settings = &pen->view->compilation->settings;

	pen_title(pen, (struct heading){ .title = name_of(pen) });
	pen_tell_blocks(pen, &settings->about);
	facts_write(pen);
	accessibility_write(pen);
	if (text_is_given(&settings->contact)) {
		section_open(pen, "_contact", "Contact");
		pen_tell_blocks(pen, &settings->contact);
		pen_section_close(pen);
	}
	licences_write(pen);
}

bool about_page_html(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of, about_write };

	return page_write(&page, view, out);
}
