#include "render/plan_body.h"
#include "render/address.h"
#include "render/grades.h"
#include "render/lists.h"
#include "render/people.h"
#include "render/section.h"
#include "render/timing.h"
#include "render/words.h"

struct str plan_title(const struct pen *pen, const struct plan *plan)
{
	struct str language;
	struct str title = str_trim(pen_words(pen, &plan->title, &language));

	return title.len ? title : plan->thing.id;
}

struct str council_name(const struct pen *pen, const struct council *council)
{
	struct str language;
	struct str name = str_trim(pen_words(pen, &council->name, &language));

	return name.len ? name : council->thing.id;
}

const char *plan_status_title(const struct plan *plan)
{
	static const char *const titles[] = {
		[PLAN_DRAFT] = "Draft",
		[PLAN_CONSULTATION] = "Out for consultation",
		[PLAN_ADOPTED] = "Adopted",
		[PLAN_CLOSED] = "Closed",
	};

	return titles[plan->status.index];
}

void text_fact_write(struct pen *pen, const char *label, const struct text *text)
{
	if (!text_is_given(text))
		return;
	pen_fact_open(pen, label);
	pen_say(pen, text);
	pen_fact_close(pen);
}

void date_fact_write(struct pen *pen, const char *label, const struct date *date)
{
	if (!date_is_given(date))
		return;
	pen_fact_open(pen, label);
	pen_date_first(pen, date);
	pen_fact_close(pen);
}

static void council_fact_write(struct pen *pen, const struct plan *plan)
{
	struct str name = council_name(pen, plan->council);

	if (!name.len)
		return;
	pen_fact_open(pen, "Council");
	/* There are pages of councils in HTML only. */
	if (pen->type->has_pages)
		pen_link(pen, address_of_council_page(pen->view, pen->view->council), name);
	else
		pen_plain(pen, name);
	pen_fact_close(pen);
}

static void parent_fact_write(struct pen *pen, const struct parent *parent)
{
	struct str language;
	struct str url;

	if (!parent)
		return;
	url = pen_words(pen, &parent->url, &language);
	pen_fact_open(pen, "Comes from");
	if (ref_is_given(&parent->plan))
		ref_link_write(pen, &parent->plan);
	else if (url.len)
		pen_link(pen, url, pen_markdown_words(pen, &parent->text));
	else
		pen_tell(pen, &parent->text);
	pen_fact_close(pen);
}

/* As its readers call it, which all that is not English or Welsh is called by here. */
static void language_name_write(struct pen *pen, const struct value *code)
{
	struct str name = language_own_name(code->text);

	if (str_equal(name, code->text))
		pen_value(pen, code);
	else
		pen->type->text(pen, name, mark_of_language(pen->view, code->text));
}

static void languages_fact_write(struct pen *pen, const struct list *languages)
{
	const struct value *values = languages->at;

	if (!languages->len)
		return;
	pen_fact_open(pen, "Languages");
	for (size_t i = 0; i < languages->len; i++) {
		if (i)
			pen_c(pen, ", ");
		if (str_equal(values[i].text, STR("en")))
			pen_c(pen, "English");
		else if (str_equal(values[i].text, STR("cy")))
			pen_c(pen, "Welsh");
		else
			language_name_write(pen, &values[i]);
	}
	pen_fact_close(pen);
}

static void facts_write(struct pen *pen, const struct plan *plan)
{
	static const char *const kinds[] = {
		[PLAN_STRATEGY] = "Strategy",
		[PLAN_DELIVERY] = "Delivery plan",
		[PLAN_REPORT] = "Report",
	};

	pen_open(pen, PEN_FACTS);
	council_fact_write(pen, plan);
	pen_fact_open(pen, "Status");
	pen_c(pen, plan_status_title(plan));
	pen_fact_close(pen);
	if (word_is_given(&plan->kind)) {
		pen_fact_open(pen, "Kind");
		pen_c(pen, kinds[plan->kind.index]);
		pen_fact_close(pen);
	}
	date_fact_write(pen, "Period", &plan->period);
	if (ref_is_given(&plan->owner)) {
		pen_fact_open(pen, "Owner");
		person_write(pen, &plan->owner);
		pen_fact_close(pen);
	}
	if (value_is_given(&plan->version)) {
		pen_fact_open(pen, "Version");
		pen_value(pen, &plan->version);
		pen_fact_close(pen);
	}
	date_fact_write(pen, "Approved", &plan->approved);
	date_fact_write(pen, "Review", &plan->review);
	parent_fact_write(pen, plan->parent);
	languages_fact_write(pen, &plan->languages);
	text_fact_write(pen, "Licence", &plan->council->licence);
	pen_close(pen, PEN_FACTS);
}

void plan_banner_write(struct pen *pen, const struct plan *plan)
{
	if (plan->is_incomplete)
		pen->type->banner(
			pen, own_words(pen->view, "INCOMPLETE"),
			own_words(pen->view,
				  "Some of this plan could not be read, and is not shown here."));
	if (plan_is_adopted(plan))
		return;
	if (plan->status.index == PLAN_CONSULTATION)
		pen->type->banner(
			pen, own_words(pen->view, "DRAFT"),
			own_words(
				pen->view,
				"for consultation. This plan has not been adopted and may change."));
	else
		pen->type->banner(pen, own_words(pen->view, "DRAFT"),
				  own_words(pen->view,
					    "This plan has not been adopted and may change."));
}

void plan_head_write(struct pen *pen)
{
	const struct plan *plan = pen->view->plan;
	struct heading heading = { .title = plan_title(pen, plan) };
	struct str language;

	heading.ref = pen_words(pen, &plan->ref, &language);
	pen_words(pen, &plan->title, &heading.language);
	pen_title(pen, heading);
	if (text_is_given(&plan->subtitle)) {
		pen_open(pen, PEN_LEAD_IN);
		pen_say(pen, &plan->subtitle);
		pen_close(pen, PEN_LEAD_IN);
	}
	plan_banner_write(pen, plan);
	facts_write(pen, plan);
	pen_tell_blocks(pen, &plan->summary);
}

static void links_section_write(struct pen *pen, const struct plan *plan)
{
	if (plan->links.len) {
		pen_section_open(pen, (struct heading){ .id = STR("_links"),
							.title = own_words(pen->view, "Links") });
		links_write(pen, &plan->links);
		pen_section_close(pen);
	}
	if (plan->waive.len) {
		pen_section_open(
			pen,
			(struct heading){ .id = STR("_exceptions"),
					  .title = own_words(pen->view, "Accepted exceptions") });
		waivers_write(pen, &plan->waive);
		pen_section_close(pen);
	}
}

void abbreviations_write(struct pen *pen, const struct council *council)
{
	const struct abbreviation *abbreviations = council->abbreviations.at;

	if (!council->abbreviations.len)
		return;
	pen_section_open(pen, (struct heading){ .id = STR("_abbreviations"),
						.title = own_words(pen->view, "Abbreviations") });
	pen_open(pen, PEN_FACTS);
	for (size_t i = 0; i < council->abbreviations.len && !pen_is_full(pen); i++) {
		pen_fact_open_words(pen, abbreviations[i].thing.id);
		pen_say(pen, &abbreviations[i].words);
		pen_fact_close(pen);
	}
	pen_close(pen, PEN_FACTS);
	pen_section_close(pen);
}

void plan_body_write(struct pen *pen)
{
	static const enum section_shows after[] = { SHOWS_THEMES, SHOWS_MEASURES, SHOWS_RESOURCES,
						    SHOWS_WORKSTREAMS };
	const struct plan *plan = pen->view->plan;
	const struct section *sections = plan->sections.at;
	struct shown shown;

	shown_find(plan, &shown);
	pen->level = 1;
	if (!shown.at[SHOWS_PRIORITIES])
		list_section_write(pen, SHOWS_PRIORITIES);
	for (size_t i = 0; i < plan->sections.len; i++)
		section_write(pen, &sections[i], &shown);
	for (size_t i = 0; i < ARRAY_LEN(after); i++) {
		if (!shown.at[after[i]])
			list_section_write(pen, after[i]);
	}
	grades_section_write(pen);
	links_section_write(pen, plan);
	people_section_write(pen);
	abbreviations_write(pen, plan->council);
}
