#include "render/lists.h"
#include "render/measures.h"
#include "render/people.h"
#include "render/theme.h"
#include "render/timing.h"

/* What stands in brackets behind an entry: "(£40,000; Transformation reserve; required)". */
struct brackets {
	struct pen *pen;
	bool is_open;
	bool is_paragraph;
};

static void bracket(struct brackets *brackets, const char *words)
{
	if (!brackets->is_open && brackets->is_paragraph)
		pen_open(brackets->pen, PEN_PARAGRAPH);
	pen_c(brackets->pen, brackets->is_open ? "; " : brackets->is_paragraph ? "(" : " (");
	if (*words)
		pen_c(brackets->pen, words);
	brackets->is_open = true;
}

static void brackets_close(const struct brackets *brackets)
{
	if (!brackets->is_open)
		return;
	pen_c(brackets->pen, ")");
	if (brackets->is_paragraph)
		pen_close(brackets->pen, PEN_PARAGRAPH);
}

static void resource_write(struct pen *pen, const struct resource *resource)
{
	static const char *const status_words[] = {
		[RESOURCE_REQUIRED] = "required",
		[RESOURCE_SECURED] = "secured",
	};
	struct brackets brackets = { .pen = pen };

	brackets.is_paragraph = !pen_tell(pen, &resource->text);
	if (value_is_given(&resource->amount)) {
		bracket(&brackets, "");
		pen_value(pen, &resource->amount);
	}
	if (text_is_given(&resource->source)) {
		bracket(&brackets, "from ");
		pen_say(pen, &resource->source);
	}
	if (word_is_given(&resource->status))
		bracket(&brackets, status_words[resource->status.index]);
	brackets_close(&brackets);
}

void resources_write(struct pen *pen, const struct list *list)
{
	const struct resource *resources = list->at;

	if (!list->len)
		return;
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		pen_open(pen, PEN_ITEM);
		resource_write(pen, &resources[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

static void link_write(struct pen *pen, const struct link *link)
{
	struct str language;
	struct str title = pen_words(pen, &link->title, &language);
	struct str url = pen_words(pen, &link->url, &language);

	if (url.len || !ref_is_given(&link->plan)) {
		pen_link(pen, url, title);
	} else if (title.len) {
		pen_say(pen, &link->title);
		pen_c(pen, ": ");
		ref_link_write(pen, &link->plan);
	} else {
		ref_link_write(pen, &link->plan);
	}
}

void links_write(struct pen *pen, const struct list *list)
{
	const struct link *links = list->at;

	if (!list->len)
		return;
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		pen_open(pen, PEN_ITEM);
		link_write(pen, &links[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

void waivers_write(struct pen *pen, const struct list *list)
{
	const struct waiver *waivers = list->at;

	if (!list->len)
		return;
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		pen_open(pen, PEN_ITEM);
		pen_say(pen, &waivers[i].rule);
		if (date_is_given(&waivers[i].until)) {
			pen_c(pen, " (until ");
			pen_date(pen, &waivers[i].until);
			pen_c(pen, ")");
		}
		if (text_is_given(&waivers[i].reason)) {
			pen_c(pen, ": ");
			pen_say(pen, &waivers[i].reason);
		}
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

static void priorities_write(struct pen *pen, const struct list *list)
{
	const struct priority *priorities = list->at;

	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		pen_open(pen, PEN_ITEM);
		if (text_is_given(&priorities[i].title))
			pen_say(pen, &priorities[i].title);
		else
			pen_plain(pen, priorities[i].thing.id);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

void priorities_write_line(struct pen *pen, const struct list *refs)
{
	const struct ref *ref = refs->at;
	bool is_first = true;

	for (size_t i = 0; i < refs->len; i++) {
		const struct priority *priority = (const void *)ref[i].to;

		if (!ref_is_given(&ref[i]))
			continue;
		if (!is_first)
			pen_c(pen, "; ");
		if (priority && text_is_given(&priority->title))
			pen_say(pen, &priority->title);
		else
			pen_plain(pen, ref[i].id);
		is_first = false;
	}
}

static void workstreams_write(struct pen *pen, const struct list *list)
{
	static const char *const columns[] = { "Area", "Workstream", "Lead", NULL };
	const struct workstream *workstreams = list->at;

	pen->type->table_open(pen, columns);
	for (size_t i = 0; i < list->len; i++) {
		pen->type->row(pen);
		pen->type->cell(pen);
		pen_say(pen, &workstreams[i].area);
		pen->type->cell(pen);
		pen_say(pen, &workstreams[i].name);
		pen->type->cell(pen);
		if (list_has_ref(&workstreams[i].lead))
			people_write(pen, &workstreams[i].lead);
		else
			pen_none(pen, "Not given");
	}
	pen->type->table_close(pen);
}

bool has_list(const struct plan *plan, enum section_shows which)
{
	switch (which) {
	case SHOWS_PRIORITIES: return plan->priorities.len;
	case SHOWS_THEMES: return plan->themes.len || plan->actions.len;
	case SHOWS_MEASURES: return has_measures(&plan->measures);
	case SHOWS_RESOURCES: return plan->resources.len;
	case SHOWS_WORKSTREAMS: return plan->workstreams.len;
	}
	return false;
}

void list_write(struct pen *pen, enum section_shows which)
{
	const struct plan *plan = pen->view->plan;

	if (!has_list(plan, which))
		return;
	switch (which) {
	case SHOWS_PRIORITIES: priorities_write(pen, &plan->priorities); break;
	case SHOWS_THEMES: themes_write(pen, plan); break;
	case SHOWS_MEASURES: measures_write_all(pen, &plan->measures); break;
	case SHOWS_RESOURCES: resources_write(pen, &plan->resources); break;
	case SHOWS_WORKSTREAMS: workstreams_write(pen, &plan->workstreams); break;
	}
}

void list_section_write(struct pen *pen, enum section_shows which)
{
	static const struct {
		const char *id;
		const char *title;
	} headings[] = {
		[SHOWS_PRIORITIES] = { "_priorities", "Priorities" },
		[SHOWS_MEASURES] = { "_measures", "How we will know" },
		[SHOWS_RESOURCES] = { "_resources", "Resources" },
		[SHOWS_WORKSTREAMS] = { "_workstreams", "Workstreams" },
	};

	if (!has_list(pen->view->plan, which))
		return;
	if (which == SHOWS_THEMES) {
		list_write(pen, which);
		return;
	}
	pen_section_open(pen, (struct heading){
				      .id = str_from(headings[which].id),
				      .title = own_words(pen->view, headings[which].title),
			      });
	list_write(pen, which);
	pen_section_close(pen);
}
