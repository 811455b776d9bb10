#include "render/lead_page.h"
#include "render/action_page.h"
#include "render/address.h"
#include "render/page.h"
#include "render/people.h"
#include "render/plan_body.h"
#include "render/progress.h"
#include "render/timing.h"

#include <stdlib.h>

/* An action that the person has to do with, and when its turn comes. */
struct lead_row {
	const struct tie *tie;
	int32_t day;
};

static const struct action *action_of(const struct tie *tie)
{
	return (const void *)tie->from;
}

static int compare(const void *left, const void *right)
{
	const struct lead_row *a = left;
	const struct lead_row *b = right;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->tie->order > b->tie->order) - (a->tie->order < b->tie->order);
}

/* By date; what has none comes last, in the order of the plans. */
static const struct lead_row *sort_ties(struct pen *pen, const struct tie *ties, size_t count)
{
	struct lead_row *rows = arena_new_array(pen->view->arena, struct lead_row, count);

	for (size_t i = 0; i < count; i++)
		rows[i] = (struct lead_row){ &ties[i], action_last_day(action_of(&ties[i])) };
	qsort(rows, count, sizeof(*rows), compare);
	return rows;
}

static void action_cell_write(struct pen *pen, const struct tie *tie)
{
	const struct action *action = action_of(tie);

	action_link_write(pen, tie->plan, action);
	if (tie->kind == TIE_LEADS && action->accountable.to == tie->to)
		pen_c(pen, " (accountable)");
}

static void status_cell_write(struct pen *pen, const struct action *action)
{
	if (word_is_given(&action->status))
		pen_word(pen, action_status_words[action->status.index], true);
	else if (date_is_given(&action->done))
		pen_c(pen, "Done");
	else
		pen_none(pen, "Not given");
}

static void row_write(struct pen *pen, const struct tie *tie)
{
	pen->type->row(pen);
	pen->type->cell(pen);
	timing_write_line(pen, action_of(tie));
	overdue_write(pen, tie->plan, action_of(tie));
	pen->type->cell(pen);
	action_cell_write(pen, tie);
	pen->type->cell(pen);
	pen_link(pen, address_of_plan(pen->view, tie->plan), plan_title(pen, tie->plan));
	pen->type->cell(pen);
	status_cell_write(pen, action_of(tie));
}

static bool actions_write(struct pen *pen, enum tie_kind kind, const char *title)
{
	static const char *const columns[] = { "Target date", "Action", "Plan", "Status", NULL };
	const struct lead_row *rows;
	size_t count;
	const struct tie *ties = directory_ties(pen->view->directory, &pen->view->person->thing,
						kind, &count);

	if (!count)
		return false;
	rows = sort_ties(pen, ties, count);
	pen_section_open(pen, (struct heading){ .title = own_words(pen->view, title) });
	pen->type->table_open(pen, columns);
	for (size_t i = 0; i < count && !pen_is_full(pen); i++)
		row_write(pen, rows[i].tie);
	pen->type->table_close(pen);
	pen_section_close(pen);
	return true;
}

/* One of the ties that are no actions: a plan, a workstream, a post. */
static void item_write(struct pen *pen, const struct tie *tie)
{
	const struct workstream *workstream = (const void *)tie->from;

	if (tie->kind == TIE_HOLDS) {
		person_link_write(pen, (const void *)tie->from);
		return;
	}
	if (tie->kind == TIE_STREAM) {
		pen_say(pen, &workstream->name);
		pen_c(pen, ", in ");
	}
	pen_link(pen, address_of_plan(pen->view, tie->plan), plan_title(pen, tie->plan));
}

static bool list_write(struct pen *pen, enum tie_kind kind, const char *title)
{
	size_t count;
	const struct tie *ties = directory_ties(pen->view->directory, &pen->view->person->thing,
						kind, &count);

	if (!count)
		return false;
	pen_section_open(pen, (struct heading){ .title = own_words(pen->view, title) });
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < count && !pen_is_full(pen); i++) {
		pen_open(pen, PEN_ITEM);
		item_write(pen, &ties[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
	pen_section_close(pen);
	return true;
}

static struct str person_name(const struct pen *pen, const struct person *person)
{
	struct str language;
	struct str name = str_trim(pen_words(pen, &person->name, &language));

	return name.len ? name : person->thing.id;
}

/* Only what the council says of them in its own file. */
static void facts_write(struct pen *pen, const struct person *person)
{
	struct str language;

	pen_open(pen, PEN_FACTS);
	pen_fact_open(pen, "Council");
	pen_link(pen, address_of_council_page(pen->view, pen->view->council),
		 council_name(pen, pen->view->council));
	pen_fact_close(pen);
	if (word_is_given(&person->kind)) {
		pen_fact_open(pen, "Kind");
		pen_word(pen, person_kind_title(person), true);
		pen_fact_close(pen);
	}
	text_fact_write(pen, "Short form", &person->short_name);
	text_fact_write(pen, "Role", &person->role);
	if (text_is_given(&person->held_by)) {
		pen_fact_open(pen, "Held by");
		somebody_write(pen, &person->held_by);
		pen_fact_close(pen);
	}
	if (text_is_given(&person->email)) {
		pen_fact_open(pen, "Email");
		email_write(pen, pen_words(pen, &person->email, &language));
		pen_fact_close(pen);
	}
	pen_close(pen, PEN_FACTS);
}

static void ties_write(struct pen *pen)
{
	bool has_any = actions_write(pen, TIE_LEADS, "Leads these actions");

	has_any |= actions_write(pen, TIE_SUPPORTS, "Supports these actions");
	has_any |= actions_write(pen, TIE_PARTNERS, "Is a partner in");
	has_any |= list_write(pen, TIE_STREAM, "Leads these workstreams");
	has_any |= list_write(pen, TIE_OWNS, "Owns these plans");
	has_any |= list_write(pen, TIE_HOLDS, "Holds these posts");
	if (has_any)
		return;
	pen_open(pen, PEN_NOTE);
	pen_c(pen, "Leads nothing in the plans that are here.");
	pen_close(pen, PEN_NOTE);
}

static struct str name_of(struct pen *pen)
{
	return person_name(pen, pen->view->person);
}

static void lead_page_write(struct pen *pen)
{
	const struct person *person = pen->view->person;
	struct heading heading = { .level = 1, .title = name_of(pen) };

	pen_words(pen, &person->name, &heading.language);
	pen_title(pen, heading);
	facts_write(pen, person);
	ties_write(pen);
}

bool lead_page_html(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of, lead_page_write };

	return page_write(&page, view, out);
}
