#include "render/index_html.h"
#include "render/address.h"
#include "render/page.h"
#include "render/people.h"
#include "render/plan_body.h"
#include "render/progress.h"

static void count_write(struct pen *pen, size_t count, const char *one, const char *many)
{
	struct buf words = { 0 };

	own_count_print(pen->view, count, one, many, &words);
	pen_plain(pen, buf_str(&words));
	buf_release(&words);
}

static void calendar_link_write(struct pen *pen, const struct plan *plan)
{
	const struct view *view = pen->view;

	pen_link(pen,
		 arena_printf(view->arena, "%.*scalendar.html",
			      STR_ARG(address_of_folder(view, plan))),
		 arena_printf(view->arena, "%s%.*s", own_words(view, "Calendar of ").at,
			      STR_ARG(plan_title(pen, plan))));
}

/* A plan in a list: its title with a link, and what a reader chooses by. */
static void entry_write(struct pen *pen, const struct plan *plan)
{
	pen_open(pen, PEN_ITEM);
	pen_link(pen, address_of_plan(pen->view, plan), plan_title(pen, plan));
	pen_open(pen, PEN_NOTE);
	html_open(html_of(pen), "strong");
	html_attr_c(html_of(pen), "class", "status");
	pen_c(pen, plan_status_title(plan));
	html_close(html_of(pen), "strong");
	if (date_is_given(&plan->period)) {
		pen_c(pen, ", ");
		pen_date(pen, &plan->period);
	}
	if (text_is_given(&plan->subtitle)) {
		pen_c(pen, ", ");
		pen_say(pen, &plan->subtitle);
	}
	pen_close(pen, PEN_NOTE);
	progress_summary_write(pen, plan);
	pen_open(pen, PEN_ASIDE);
	calendar_link_write(pen, plan);
	pen_close(pen, PEN_ASIDE);
	pen_close(pen, PEN_ITEM);
}

/* Plans that have a page: of two with one address, the first. */
static bool is_shown(const struct view *view, const struct plan *plan)
{
	return directory_has_plan(view->directory, plan);
}

static void plans_write(struct pen *pen, const struct council *council)
{
	const struct view *view = pen->view;
	bool is_begun = false;

	for (size_t i = 0; i < view->compilation->plans.len && !pen_is_full(pen); i++) {
		const struct plan *plan = view->compilation->plans.at[i];

		if (!is_shown(view, plan) || !str_equal(plan->council->thing.id, council->thing.id))
			continue;
		if (!is_begun) {
			pen_open(pen, PEN_LIST);
			html_attr_c(html_of(pen), "class", "plans");
		}
		entry_write(pen, plan);
		is_begun = true;
	}
	if (is_begun) {
		pen_close(pen, PEN_LIST);
		return;
	}
	pen_open(pen, PEN_NOTE);
	pen_c(pen, "There is no plan here yet.");
	pen_close(pen, PEN_NOTE);
}

static void council_write(struct pen *pen, const struct council *council)
{
	struct html *html = html_of(pen);

	html_open(html, "section");
	html_open(html, "h2");
	pen_link(pen, address_of_council_page(pen->view, council), council_name(pen, council));
	html_close(html, "h2");
	plans_write(pen, council);
	html_close(html, "section");
}

static struct str site_name(struct pen *pen)
{
	return site_title(pen->view);
}

static void site_write(struct pen *pen)
{
	const struct view *view = pen->view;
	const struct compilation *compilation = view->compilation;
	struct map seen = { 0 };

	pen_title(pen, (struct heading){ .title = site_name(pen) });
	progress_key_write(pen, NULL);
	for (size_t i = 0; i < compilation->councils.len; i++) {
		struct council *council = compilation->councils.at[i];

		/* Of two councils in folders of one name, the first has the page. */
		if (!map_add(&seen, view->arena, council->thing.id, council))
			council_write(pen, council);
	}
}

bool site_index_html(const struct view *view, struct buf *out)
{
	static const struct page page = { site_name, site_write };

	return page_write(&page, view, out);
}

static void council_facts_write(struct pen *pen, const struct council *council)
{
	struct str language;
	struct str website = pen_words(pen, &council->website, &language);

	pen_open(pen, PEN_FACTS);
	text_fact_write(pen, "Formerly", &council->formerly);
	text_fact_write(pen, "Code", &council->code);
	if (website.len) {
		pen_fact_open(pen, "Website");
		pen_link(pen, website, (struct str){ 0 });
		pen_fact_close(pen);
	}
	text_fact_write(pen, "Licence", &council->licence);
	pen_close(pen, PEN_FACTS);
}

static bool has_facts(const struct council *council)
{
	return text_is_given(&council->formerly) || text_is_given(&council->code) ||
	       text_is_given(&council->website) || text_is_given(&council->licence);
}

/* Everybody of council.yaml who leads an action, with how many. */
static void leads_write(struct pen *pen, const struct council *council)
{
	const struct person *people = council->people.at;
	bool is_begun = false;

	for (size_t i = 0; i < council->people.len && !pen_is_full(pen); i++) {
		size_t count;

		directory_ties(pen->view->directory, &people[i].thing, TIE_LEADS, &count);
		if (!count)
			continue;
		if (!is_begun) {
			pen_section_open(pen, (struct heading){
						      .id = STR("_leads"),
						      .title = own_words(pen->view, "Who leads") });
			pen_open(pen, PEN_LIST);
		}
		is_begun = true;
		pen_open(pen, PEN_ITEM);
		person_link_write(pen, &people[i]);
		pen_c(pen, ", ");
		count_write(pen, count, "{count} action", "{count} actions");
		pen_close(pen, PEN_ITEM);
	}
	if (!is_begun)
		return;
	pen_close(pen, PEN_LIST);
	pen_section_close(pen);
}

static struct str name_of(struct pen *pen)
{
	return council_name(pen, pen->view->council);
}

static void council_page_write(struct pen *pen)
{
	const struct council *council = pen->view->council;

	pen_title(pen, (struct heading){ .title = name_of(pen) });
	if (has_facts(council))
		council_facts_write(pen, council);
	pen_section_open(pen, (struct heading){ .title = own_words(pen->view, "Plans") });
	progress_key_write(pen, council);
	plans_write(pen, council);
	pen_section_close(pen);
	leads_write(pen, council);
	abbreviations_write(pen, council);
}

bool council_index_html(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of, council_page_write };

	return page_write(&page, view, out);
}
