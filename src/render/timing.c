#include "render/timing.h"
#include "render/address.h"
#include "render/progress.h"

/* A line of phrases with commas between them; the first one begins with a capital. */
struct line {
	struct pen *pen;
	bool is_begun;
};

static void phrase(struct line *line, const char *words)
{
	if (line->is_begun)
		pen_c(line->pen, ", ");
	if (*words)
		pen_word(line->pen, words, !line->is_begun);
}

static void phrase_date(struct line *line, const char *words, const struct date *date)
{
	if (!date_is_given(date))
		return;
	/* A date without an end says "from" itself. */
	if (date->open_end)
		words = "";
	phrase(line, words);
	if (*words)
		pen_c(line->pen, " ");
	if (*words || line->is_begun)
		pen_date(line->pen, date);
	else
		pen_date_first(line->pen, date);
	line->is_begun = true;
}

static void phrase_every(struct line *line, const struct word *every)
{
	if (!word_is_given(every))
		return;
	phrase(line, "every");
	pen_c(line->pen, " ");
	pen_word(line->pen, every_words[every->index], false);
	line->is_begun = true;
}

void timing_write_line(struct pen *pen, const struct action *action)
{
	struct line line = { pen, false };

	if (action->ongoing.is_set) {
		phrase(&line, "ongoing");
		line.is_begun = true;
	}
	phrase_every(&line, &action->every);
	phrase_date(&line, "from", &action->start);
	phrase_date(&line, "until", &action->until);
	phrase_date(&line, line.is_begun ? "due" : "", &action->due);
	phrase_date(&line, "review", &action->review);
	if (line.is_begun)
		return;
	if (action->milestones.len)
		pen_none(pen, "See the milestones");
	else
		pen_none(pen, "Not given");
}

void timing_write(struct pen *pen, const struct action *action)
{
	pen_open(pen, PEN_PARAGRAPH);
	timing_write_line(pen, action);
	overdue_write(pen, pen->view->plan, action);
	pen_close(pen, PEN_PARAGRAPH);
	if (text_is_given(&action->timing_note)) {
		pen_open(pen, PEN_NOTE);
		pen_say(pen, &action->timing_note);
		pen_close(pen, PEN_NOTE);
	}
}

int32_t action_last_day(const struct action *action)
{
	if (action->due.kind == DATE_GIVEN)
		return action->due.latest;
	return action->until.kind == DATE_GIVEN ? action->until.latest : INT32_MAX;
}

static void milestone_write(struct pen *pen, const struct milestone *milestone)
{
	struct line line = { pen, true };
	bool is_inline = pen_tell(pen, &milestone->what);

	if (!is_inline)
		pen_open(pen, PEN_PARAGRAPH);
	else if (text_is_given(&milestone->what))
		pen_c(pen, " – ");
	if (date_is_given(&milestone->due))
		pen_date(pen, &milestone->due);
	else
		pen_none(pen, "no date given");
	phrase_date(&line, "from", &milestone->start);
	/* The day on which it was done says that it is. */
	if (word_is_given(&milestone->status) && !date_is_given(&milestone->done)) {
		pen_c(pen, ", ");
		pen_word(pen, action_status_words[milestone->status.index], false);
	}
	phrase_date(&line, "done", &milestone->done);
	if (!is_inline)
		pen_close(pen, PEN_PARAGRAPH);
}

void milestones_write(struct pen *pen, const struct list *list)
{
	const struct milestone *milestones = list->at;

	if (!list->len)
		return;
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		pen_open(pen, PEN_ITEM);
		milestone_write(pen, &milestones[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

struct str action_name(struct pen *pen, const struct action *action)
{
	struct str language;

	if (text_is_given(&action->title))
		return str_trim(pen_words(pen, &action->title, &language));
	return pen_markdown_words(pen, &action->activity);
}

static struct str name_of(struct pen *pen, const struct thing *thing)
{
	const struct plan *plan = (const void *)thing;
	struct str language;

	if (thing->type == &type_action)
		return action_name(pen, (const void *)thing);
	return pen_words(pen, &plan->title, &language);
}

/* "../../sefton/year-1-delivery-plan/index.html#staff-survey", from the page of another plan. */
static bool add_address(const struct pen *pen, struct str id, struct buf *url)
{
	size_t mark = str_find_byte(id, '#', 0);
	struct str plan = str_slice(id, 0, mark);

	if (plan.len && str_find_byte(plan, '/', 0) < plan.len) {
		if (!view_has_plan(pen->view, plan))
			return false;
		buf_add(url,
			address_of_folder(pen->view, map_find(&pen->view->directory->plans, plan)));
		buf_add_c(url, pen->type->plan_file);
		buf_add(url, str_slice(id, mark, id.len));
		return true;
	}
	buf_add_byte(url, '#');
	buf_add(url, id);
	return is_id(id);
}

/* From a page that is not the plan's, to the action's own. */
static bool add_page(const struct pen *pen, const struct ref *ref, struct buf *url)
{
	const struct view *view = pen->view;
	size_t mark = str_find_byte(ref->id, '#', 0);
	struct str address = str_slice(ref->id, 0, mark);
	const struct plan *plan = view->plan;

	if (str_find_byte(address, '/', 0) < address.len)
		plan = map_find(&view->directory->plans, address);
	if (!plan)
		return false;
	if (ref->to->type == &type_action)
		buf_add(url, address_of_action(view, plan, (const void *)ref->to));
	else
		buf_add(url, address_of_plan(view, plan));
	return url->len;
}

static bool add_way(const struct pen *pen, const struct ref *ref, struct buf *url)
{
	return pen->view->scope == OUTPUT_PLAN ? add_address(pen, ref->id, url)
					       : add_page(pen, ref, url);
}

void ref_link_write(struct pen *pen, const struct ref *ref)
{
	struct buf url = { 0 };
	struct str words;

	if (pen_is_full(pen))
		return;
	words = ref->to ? name_of(pen, ref->to) : ref->id;
	if (!words.len)
		words = ref->id;
	if (ref->to && add_way(pen, ref, &url))
		pen_link(pen, buf_str(&url), words);
	else
		pen_plain(pen, words);
	buf_release(&url);
}

bool has_dependencies(const struct action *action)
{
	const struct dependency *dependencies = action->depends_on.at;

	for (size_t i = 0; i < action->depends_on.len; i++) {
		if (dependencies[i].on.id.len || text_is_given(&dependencies[i].text))
			return true;
	}
	return false;
}

void dependencies_write(struct pen *pen, const struct action *action)
{
	const struct dependency *dependencies = action->depends_on.at;

	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < action->depends_on.len; i++) {
		pen_open(pen, PEN_ITEM);
		if (dependencies[i].on.id.len)
			ref_link_write(pen, &dependencies[i].on);
		else
			pen_tell(pen, &dependencies[i].text);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}
