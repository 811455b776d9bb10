#include "render/actions_html.h"
#include "markdown/markdown.h"
#include "render/action.h"
#include "render/action_page.h"
#include "render/address.h"
#include "render/filter.h"
#include "render/measures.h"
#include "render/pen_html.h"
#include "render/people.h"
#include "render/timing.h"

/* What a table of actions shows, the same for all themes of a plan. */
struct table {
	struct pen *pen;
	struct html *html;
	const struct theme *theme;
	const struct action_columns *columns;
};

static const struct {
	const char *label;
	const char *class; /* for its width */
} columns[] = {
	{ "Activity", "column-activity" }, { "Outcomes", "column-outcomes" },
	{ "Target date", "column-date" },  { "Lead", "column-lead" },
	{ "Measures", "column-measures" },
};

static size_t count_columns(const struct table *table)
{
	return ARRAY_LEN(columns) - !table->columns->has_outcomes + table->columns->own_count;
}

static void head_write(const struct table *table)
{
	struct html *html = table->html;

	html_open(html, "thead");
	html_open(html, "tr");
	for (size_t i = 0; i < ARRAY_LEN(columns); i++) {
		if (i == 1 && !table->columns->has_outcomes)
			continue;
		html_open(html, "th");
		html_attr_c(html, "class", columns[i].class);
		html_attr_c(html, "scope", "col");
		html_text(html, own_words(table->pen->view, columns[i].label));
		html_close(html, "th");
	}
	for (size_t i = 0; i < table->columns->own_count; i++) {
		html_open(html, "th");
		html_attr_c(html, "scope", "col");
		html_text(html, column_title(table->pen, table->columns->own[i]));
		html_close(html, "th");
	}
	html_close(html, "tr");
	html_close(html, "thead");
}

static void cell_open(const struct table *table, struct str label)
{
	html_open(table->html, "td");
	html_attr(table->html, "data-label", label);
}

/* The number in print and the title; the number alone runs on into the activity. */
static void title_write(const struct table *table, const struct action *action)
{
	struct pen *pen = table->pen;
	bool has_title = text_is_given(&action->title);

	if (has_title)
		pen_open(pen, PEN_PARAGRAPH);
	if (text_is_given(&action->ref)) {
		html_open(table->html, "span");
		html_attr_c(table->html, "class", "ref");
		pen_say(pen, &action->ref);
		html_close(table->html, "span");
		pen_c(pen, " ");
	}
	if (has_title) {
		pen_open(pen, PEN_STRONG);
		pen_say(pen, &action->title);
		pen_close(pen, PEN_STRONG);
		pen_close(pen, PEN_PARAGRAPH);
	}
}

/* Read out by itself, a link says which action it is of. */
static void page_link_write(struct pen *pen, const struct action *action)
{
	struct str url = address_of_action(pen->view, pen->view->plan, action);
	struct html *html = html_of(pen);

	if (!url.len || pen_is_full(pen))
		return;
	html_open(html, "p");
	html_attr_c(html, "class", "aside");
	html_open(html, "a");
	html_attr(html, "href", url);
	html_attr(html, "aria-label",
		  arena_printf(pen->view->arena, "%s: %.*s",
			       own_words(pen->view, "On its own page").at,
			       STR_ARG(action_short_name(pen, action))));
	html_text(html, own_words(pen->view, "On its own page"));
	html_close(html, "a");
	html_close(html, "p");
}

static void activity_write(const struct table *table, const struct action *action)
{
	html_open(table->html, "th");
	html_attr_c(table->html, "scope", "row");
	action_old_anchors_write(table->pen, action);
	title_write(table, action);
	pen_tell(table->pen, &action->activity);
	pen_tell_list(table->pen, &action->steps);
	page_link_write(table->pen, action);
	html_close(table->html, "th");
}

static void aside_open(struct pen *pen, const char *label)
{
	html_open(html_of(pen), "p");
	html_classed(html_of(pen), "span", "label", own_words(pen->view, label));
	pen_c(pen, " ");
}

static void timing_cell_write(const struct table *table, const struct action *action)
{
	struct pen *pen = table->pen;

	cell_open(table, own_words(table->pen->view, "Target date"));
	timing_write(pen, action);
	milestones_write(pen, &action->milestones);
	if (has_dependencies(action)) {
		aside_open(pen, "Waits for:");
		html_close(table->html, "p");
		dependencies_write(pen, action);
	}
	html_close(table->html, "td");
}

static void lead_cell_write(const struct table *table, const struct action *action)
{
	struct pen *pen = table->pen;

	cell_open(table, own_words(table->pen->view, "Lead"));
	lead_write(pen, action);
	if (list_has_ref(&action->support)) {
		aside_open(pen, "Support:");
		people_write(pen, &action->support);
		html_close(table->html, "p");
	}
	if (has_partners(action)) {
		aside_open(pen, "Partners:");
		partners_write(pen, action);
		html_close(table->html, "p");
	}
	html_close(table->html, "td");
}

static void measures_cell_write(const struct table *table, const struct action *action)
{
	cell_open(table, own_words(table->pen->view, "Measures"));
	if (has_measures(&action->measures))
		measures_write_all(table->pen, &action->measures);
	else if (table->theme && has_measures(&table->theme->measures))
		pen_none(table->pen, "Those of the theme");
	else
		pen_none(table->pen, "Not given");
	html_close(table->html, "td");
}

static void own_cells_write(const struct table *table, const struct action *action)
{
	for (size_t i = 0; i < table->columns->own_count; i++) {
		const struct node *node = action_own(action, table->columns->own[i]);

		cell_open(table, column_title(table->pen, table->columns->own[i]));
		if (node)
			own_value_write(table->pen, node);
		else
			pen_none(table->pen, "Not given");
		html_close(table->html, "td");
	}
}

/* A row for what has no column; taken back when there is nothing of the kind. */
static void details_row_write(const struct table *table, const struct action *action)
{
	struct buf *out = table->html->out;
	struct buf count = { 0 };
	size_t start = out->len;
	size_t empty;
	bool is_empty;

	buf_printf(&count, "%zu", count_columns(table));
	html_open(table->html, "tr");
	html_attr_c(table->html, "class", "details");
	html_open(table->html, "td");
	html_attr(table->html, "colspan", buf_str(&count));
	pen_open(table->pen, PEN_FACTS);
	empty = out->len;
	action_details_write(table->pen, action);
	is_empty = out->len == empty;
	pen_close(table->pen, PEN_FACTS);
	html_close(table->html, "td");
	html_close(table->html, "tr");
	if (is_empty)
		out->len = start;
	buf_release(&count);
}

static void action_write(const struct table *table, const struct action *action)
{
	struct str id = pen_claim(table->pen, &action->thing);

	html_open(table->html, "tbody");
	filter_action_write(table->pen, action);
	html_open(table->html, "tr");
	if (id.len)
		html_attr(table->html, "id", id);
	activity_write(table, action);
	if (table->columns->has_outcomes) {
		cell_open(table, own_words(table->pen->view, "Outcomes"));
		if (list_has_text(&action->outcomes))
			pen_tell_list(table->pen, &action->outcomes);
		else
			pen_none(table->pen, "Not given");
		html_close(table->html, "td");
	}
	timing_cell_write(table, action);
	lead_cell_write(table, action);
	measures_cell_write(table, action);
	own_cells_write(table, action);
	html_close(table->html, "tr");
	details_row_write(table, action);
	html_close(table->html, "tbody");
}

void actions_html(struct pen *pen, const struct list *list, const struct theme *theme)
{
	const struct action *actions = list->at;
	struct table table = { .pen = pen, .html = html_of(pen), .theme = theme };

	table.columns = action_columns_get(pen);
	html_open(table.html, "table");
	html_attr_c(table.html, "class", "actions");
	if (theme)
		html_attr(table.html, "data-theme", theme->thing.id);
	html_open(table.html, "caption");
	pen_c(pen, "Actions");
	if (theme) {
		pen_c(pen, ": ");
		pen_say(pen, &theme->title);
	}
	html_close(table.html, "caption");
	head_write(&table);
	for (size_t i = 0; i < list->len; i++)
		action_write(&table, &actions[i]);
	html_close(table.html, "table");
}
