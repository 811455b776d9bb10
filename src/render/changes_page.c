#include "render/changes_page.h"
#include "render/address.h"
#include "render/page.h"
#include "render/plan_body.h"
#include "render/site.h"

static const struct site_changes *changes_of_plan(const struct view *view)
{
	const struct site_options *options = view->options;

	for (size_t i = 0; i < options->change_count; i++) {
		if (str_equal(options->changes[i].plan, view->plan->thing.id))
			return &options->changes[i];
	}
	return NULL;
}

bool changes_page_exists(const struct view *view)
{
	return changes_of_plan(view) != NULL;
}

static void day_write(struct pen *pen, int32_t day)
{
	struct date date = {
		.kind = DATE_GIVEN, .precision = PRECISION_DAY, .earliest = day, .latest = day
	};

	pen_date(pen, &date);
}

/* "Since 3 April 2023, when it was adopted." */
static void since_write(struct pen *pen, const struct site_changes *told)
{
	pen_open(pen, PEN_NOTE);
	pen_c(pen, "What changed in ");
	pen_link(pen, address_of_plan(pen->view, pen->view->plan),
		 plan_title(pen, pen->view->plan));
	pen_c(pen, told->is_adoption ? " since it was adopted, on " : " since ");
	day_write(pen, told->view.before.day);
	pen_c(pen, ".");
	pen_close(pen, PEN_NOTE);
}

static struct str name_of(struct pen *pen)
{
	return own_words(pen->view, "What changed");
}

static void told_write(struct pen *pen)
{
	const struct site_changes *told = changes_of_plan(pen->view);

	pen_title(pen, (struct heading){ .title = name_of(pen) });
	since_write(pen, told);
	pen->level = 1;
	changes_plan_write(pen, &told->view, told->plan);
}

bool changes_page_html(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of, told_write };

	return page_write(&page, view, out);
}

void changes_link_write(struct pen *pen)
{
	const struct site_changes *told = changes_of_plan(pen->view);

	if (!changes_page_exists(pen->view))
		return;
	pen_open(pen, PEN_ASIDE);
	pen_link(pen, STR("changes.html"),
		 own_words(pen->view, told->is_adoption ? "What changed since this plan was adopted"
							: "What changed in this plan"));
	pen_close(pen, PEN_ASIDE);
}
