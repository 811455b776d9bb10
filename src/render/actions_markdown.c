#include "render/actions_markdown.h"
#include "markdown/markdown.h"
#include "render/action.h"
#include "render/measures.h"
#include "render/people.h"
#include "render/timing.h"

/* A longer activity is no heading: it stands as a text under a number. */
#define HEADING_BYTES 100

static struct str anchor_of(const struct pen *pen, const struct action *action)
{
	bool is_first = map_find(&pen->view->plan->by_id, action->thing.id) == &action->thing;

	return is_first && is_id(action->thing.id) ? action->thing.id : (struct str){ 0 };
}

static void summary_write(struct pen *pen, const struct list *list)
{
	static const char *const columns[] = { "Action", "Target date", "Lead", NULL };
	const struct action *actions = list->at;

	pen->type->table_open(pen, columns);
	for (size_t i = 0; i < list->len && !pen_is_full(pen); i++) {
		struct str id = anchor_of(pen, &actions[i]);
		struct buf url = { 0 };

		if (id.len) {
			buf_add_byte(&url, '#');
			buf_add(&url, id);
		}
		pen->type->row(pen);
		pen->type->cell(pen);
		pen_link(pen, buf_str(&url), action_name(pen, &actions[i]));
		pen->type->cell(pen);
		timing_write_line(pen, &actions[i]);
		pen->type->cell(pen);
		lead_write_line(pen, &actions[i]);
		buf_release(&url);
	}
	pen->type->table_close(pen);
}

/* Whether the whole activity can be the heading: short, and without marks or lines of its own. */
static bool is_heading(struct str activity)
{
	return activity.len && activity.len <= HEADING_BYTES &&
	       str_find_byte(activity, '\n', 0) == activity.len && !markdown_has_marks(activity);
}

static void heading_write(struct pen *pen, const struct action *action, size_t number)
{
	struct heading heading = { .id = pen_claim(pen, &action->thing) };
	struct str language;
	struct str activity = str_trim(pen_words(pen, &action->activity, &language));
	bool has_title = text_is_given(&action->title);

	heading.ref = pen_words(pen, &action->ref, &language);
	if (has_title)
		heading.title = str_trim(pen_words(pen, &action->title, &language));
	else if (is_heading(activity))
		heading.title = activity;
	else
		heading.title = arena_printf(pen->view->arena, "%s %zu",
					     own_words(pen->view, "Action").at, number);
	pen_section_open(pen, heading);
	if (has_title || !is_heading(activity))
		pen_tell_blocks(pen, &action->activity);
}

static void list_fact_write(struct pen *pen, const char *label, const struct list *list,
			    void (*write)(struct pen *pen, const struct list *list))
{
	pen_fact_open(pen, label);
	write(pen, list);
	pen_fact_close(pen);
}

static void people_facts_write(struct pen *pen, const struct action *action)
{
	pen_fact_open(pen, "Lead");
	lead_write(pen, action);
	pen_fact_close(pen);
	if (list_has_ref(&action->support))
		list_fact_write(pen, "Support", &action->support, people_write);
	if (has_partners(action)) {
		pen_fact_open(pen, "Partners");
		partners_write(pen, action);
		pen_fact_close(pen);
	}
}

static void timing_facts_write(struct pen *pen, const struct action *action)
{
	pen_fact_open(pen, "Target date");
	timing_write(pen, action);
	pen_fact_close(pen);
	if (action->milestones.len)
		list_fact_write(pen, "Milestones", &action->milestones, milestones_write);
	if (has_dependencies(action)) {
		pen_fact_open(pen, "Waits for");
		dependencies_write(pen, action);
		pen_fact_close(pen);
	}
}

static void own_facts_write(struct pen *pen, const struct action *action)
{
	const struct action_columns *columns = action_columns_get(pen);

	for (size_t i = 0; i < columns->own_count; i++) {
		const struct node *node = action_own(action, columns->own[i]);

		if (!node)
			continue;
		pen_fact_open_words(pen, column_title(pen, columns->own[i]));
		own_value_write(pen, node);
		pen_fact_close(pen);
	}
}

static void action_write(struct pen *pen, const struct action *action, size_t number)
{
	heading_write(pen, action, number);
	action_old_anchors_write(pen, action);
	pen_tell_list(pen, &action->steps);
	pen_open(pen, PEN_FACTS);
	if (list_has_text(&action->outcomes))
		list_fact_write(pen, "Outcomes", &action->outcomes, pen_tell_list);
	timing_facts_write(pen, action);
	people_facts_write(pen, action);
	if (has_measures(&action->measures))
		list_fact_write(pen, "Measures", &action->measures, measures_write);
	if (has_targets(&action->measures))
		list_fact_write(pen, "Targets", &action->measures, targets_write);
	own_facts_write(pen, action);
	action_details_write(pen, action);
	pen_close(pen, PEN_FACTS);
	pen_section_close(pen);
}

void actions_markdown(struct pen *pen, const struct list *list, const struct theme *theme)
{
	const struct action *actions = list->at;

	(void)theme;
	summary_write(pen, list);
	for (size_t i = 0; i < list->len && !pen_is_full(pen); i++)
		action_write(pen, &actions[i], i + 1);
}
