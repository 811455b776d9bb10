#include "render/action_page.h"
#include "markdown/markdown.h"
#include "render/action.h"
#include "render/address.h"
#include "render/measure_chart.h"
#include "render/history.h"
#include "render/measures.h"
#include "render/page.h"
#include "render/people.h"
#include "render/plan_body.h"
#include "render/timeline.h"
#include "render/timing.h"

/* Of a heading, in characters: an activity without a title may be a whole paragraph. */
#define HEADING 110

struct str action_short_name(struct pen *pen, const struct action *action)
{
	struct str name = action_name(pen, action);

	return name_cut(pen->view->arena, name.len ? name : action->thing.id, HEADING);
}

void action_link_write(struct pen *pen, const struct plan *plan, const struct action *action)
{
	struct str url;

	if (pen_is_full(pen))
		return;
	url = address_of_action(pen->view, plan, action);
	pen_link(pen, url.len ? url : address_of_plan(pen->view, plan),
		 action_short_name(pen, action));
}

static void title_write(struct pen *pen, const struct action *action)
{
	struct heading heading = { .title = action_short_name(pen, action) };
	struct str language;

	heading.ref = pen_words(pen, &action->ref, &language);
	pen_words(pen, text_is_given(&action->title) ? &action->title : &action->activity,
		  &heading.language);
	pen_title(pen, heading);
}

/* A heading made of the whole activity says it already, unless there are marks in it. */
static void activity_write(struct pen *pen, const struct action *action)
{
	struct str language;
	struct str words = str_trim(pen_words(pen, &action->activity, &language));

	if (text_is_given(&action->title) || !str_equal(words, action_short_name(pen, action)))
		pen_tell_blocks(pen, &action->activity);
	pen_tell_list(pen, &action->steps);
}

static void theme_fact_write(struct pen *pen, const struct theme *theme)
{
	struct str url, title, language;

	if (!theme)
		return;
	url = address_of_theme(pen->view, theme);
	title = pen_words(pen, &theme->title, &language);
	pen_fact_open(pen, "Theme");
	if (url.len)
		pen_link(pen, url, title.len ? title : theme->thing.id);
	else
		pen_say(pen, &theme->title);
	pen_fact_close(pen);
}

static void own_facts_write(struct pen *pen, const struct action *action)
{
	const struct settings *settings = &pen->view->compilation->settings;

	for (size_t i = 0; i < settings->columns.len && i < OWN_COLUMNS; i++) {
		const struct node *node = action_own(action, &settings->columns.at[i]);

		if (!node)
			continue;
		pen_fact_open_words(pen, column_title(pen, &settings->columns.at[i]));
		own_value_write(pen, node);
		pen_fact_close(pen);
	}
}

static void facts_write(struct pen *pen, const struct action *action)
{
	pen_open(pen, PEN_FACTS);
	theme_fact_write(pen, action->theme);
	pen_fact_open(pen, "Target date");
	timing_write(pen, action);
	timeline_write_action(pen, action);
	pen_fact_close(pen);
	pen_fact_open(pen, "Lead");
	lead_write(pen, action);
	pen_fact_close(pen);
	if (list_has_ref(&action->support)) {
		pen_fact_open(pen, "Support");
		people_write(pen, &action->support);
		pen_fact_close(pen);
	}
	if (has_partners(action)) {
		pen_fact_open(pen, "Partners");
		partners_write(pen, action);
		pen_fact_close(pen);
	}
	action_details_write(pen, action);
	own_facts_write(pen, action);
	pen_close(pen, PEN_FACTS);
}

static void section_open(struct pen *pen, const char *title)
{
	pen_section_open(pen, (struct heading){ .title = own_words(pen->view, title) });
}

static void theme_measures_write(struct pen *pen, const struct action *action)
{
	if (has_measures(&action->measures)) {
		measures_write_all(pen, &action->measures);
		return;
	}
	pen_open(pen, PEN_NOTE);
	pen_c(pen, "By the measures of its theme:");
	pen_close(pen, PEN_NOTE);
	measures_write_all(pen, &action->theme->measures);
}

static void parts_write(struct pen *pen, const struct action *action)
{
	if (list_has_text(&action->outcomes)) {
		section_open(pen, "What will be different");
		pen_tell_list(pen, &action->outcomes);
		pen_section_close(pen);
	}
	if (has_measures(&action->measures) ||
	    (action->theme && has_measures(&action->theme->measures))) {
		section_open(pen, "How we will know");
		theme_measures_write(pen, action);
		measure_charts_write(pen, &action->measures);
		pen_section_close(pen);
	}
	if (action->milestones.len) {
		section_open(pen, "Milestones");
		milestones_write(pen, &action->milestones);
		pen_section_close(pen);
	}
	if (has_dependencies(action)) {
		section_open(pen, "What this waits for");
		dependencies_write(pen, action);
		pen_section_close(pen);
	}
}

static void waiting_write(struct pen *pen, const struct action *action)
{
	size_t count;
	const struct tie *ties = directory_ties(pen->view->directory, &action->thing, TIE_WAITS,
						&count);

	if (!count)
		return;
	section_open(pen, "What waits for this");
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < count && !pen_is_full(pen); i++) {
		pen_open(pen, PEN_ITEM);
		action_link_write(pen, ties[i].plan, (const void *)ties[i].from);
		if (ties[i].plan != pen->view->plan) {
			pen_c(pen, ", in ");
			pen_link(pen, address_of_plan(pen->view, ties[i].plan),
				 plan_title(pen, ties[i].plan));
		}
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
	pen_section_close(pen);
}

static void neighbour_write(struct pen *pen, const char *label, const struct action *action)
{
	pen_open(pen, PEN_ITEM);
	pen_c(pen, label);
	pen_c(pen, " ");
	action_link_write(pen, pen->view->plan, action);
	pen_close(pen, PEN_ITEM);
}

/* The actions before and after this one, where they are listed together. */
static void neighbours_write(struct pen *pen, const struct action *action)
{
	const struct list *list = action->theme ? &action->theme->actions
						: &pen->view->plan->actions;
	size_t at = (size_t)(action - (const struct action *)list->at);

	if (list->len < 2)
		return;
	page_neighbours_open(pen, "Actions beside this one");
	if (at)
		neighbour_write(pen, "Before:", action - 1);
	if (at + 1 < list->len)
		neighbour_write(pen, "Next:", action + 1);
	page_neighbours_close(pen);
}

/* What it is part of, and where it stands there. */
static void place_write(struct pen *pen, const struct action *action)
{
	const struct plan *plan = pen->view->plan;
	struct str url = arena_printf(pen->view->arena, "%.*s#%.*s",
				      STR_ARG(address_of_plan(pen->view, plan)),
				      STR_ARG(action->thing.id));

	pen_open(pen, PEN_NOTE);
	pen_c(pen, "An action of ");
	pen_link(pen, url, plan_title(pen, plan));
	pen_c(pen, ".");
	pen_close(pen, PEN_NOTE);
}

static struct str name_of(struct pen *pen)
{
	return action_short_name(pen, pen->view->action);
}

static void page_parts_write(struct pen *pen)
{
	const struct action *action = pen->view->action;

	title_write(pen, action);
	place_write(pen, action);
	plan_banner_write(pen, pen->view->plan);
	activity_write(pen, action);
	facts_write(pen, action);
	parts_write(pen, action);
	waiting_write(pen, action);
	history_section_write(pen);
	neighbours_write(pen, action);
}

bool action_page_html(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of, page_parts_write };

	return page_write(&page, view, out);
}

static struct str name_of_old(struct pen *pen)
{
	return own_words(pen->view, "This action has moved");
}

static void old_action_write(struct pen *pen)
{
	const struct view *view = pen->view;
	const struct old_id *old = view->old_id;

	pen_title(pen, (struct heading){ .title = name_of_old(pen) });
	pen_open(pen, PEN_PARAGRAPH);
	pen_c(pen, "The action that was called ");
	pen_plain(pen, old->id);
	pen_c(pen, old->heirs.len > 1 ? " goes on as these:" : " is now this one:");
	pen_close(pen, PEN_PARAGRAPH);
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < old->heirs.len && !pen_is_full(pen); i++) {
		pen_open(pen, PEN_ITEM);
		action_link_write(pen, view->plan, old->heirs.at[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

bool old_action_page_html(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of_old, old_action_write };

	return page_write(&page, view, out);
}
