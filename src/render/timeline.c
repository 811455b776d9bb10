#include "render/timeline.h"
#include "render/action_page.h"
#include "render/plan_body.h"
#include "render/progress.h"
#include "render/stretch.h"
#include "render/timing.h"
#include "render/words.h"
#include "rules/deadline.h"

#include <stdlib.h>

/* Heights, in hundredths of an em. */
#define LANE 80
#define LANES_MOST 100
#define ROW 160
#define AXIS 150

/* So few actions that their list stands open. */
#define FEW 8
/* More dates of milestones than this are told on the page of their action. */
#define FEW_MILESTONES 6

struct timeline {
	struct pen *pen;
	struct html *html;
	const struct plan *plan;
	struct time_scale scale;
	struct str axis; /* the scale in words */
	bool knows_late; /* the plan is at work, and tells how far its actions have come */
	VEC(struct stretch) stretches;
};

/* What is there of the actions of a theme. */
struct part {
	size_t all;
	size_t due;     /* with a day to be done by */
	size_t going;   /* without an end, or again and again */
	size_t undated; /* neither */
	size_t late;
	int32_t from, to; /* of those that are due */
};

bool plan_has_dates(const struct plan *plan)
{
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];
		const struct milestone *milestones = action->milestones.at;

		if (action->due.kind == DATE_GIVEN || action->until.kind == DATE_GIVEN ||
		    action->start.kind == DATE_GIVEN || action->review.kind == DATE_GIVEN)
			return true;
		for (size_t j = 0; j < action->milestones.len; j++) {
			if (milestones[j].due.kind == DATE_GIVEN)
				return true;
		}
	}
	return false;
}

static bool is_late(const struct timeline *line, const struct action *action)
{
	return line->knows_late && action_late_by(action, line->scale.today);
}

static void part_add(struct part *part, const struct timeline *line, const struct stretch *stretch)
{
	part->all++;
	part->late += is_late(line, stretch->action);
	if (stretch->due != NO_DAY) {
		if (!part->due || stretch->due < part->from)
			part->from = stretch->due;
		if (!part->due || stretch->due > part->to)
			part->to = stretch->due;
		part->due++;
	} else if (stretch->goes_on || stretch->has_bar) {
		part->going++;
	} else {
		part->undated++;
	}
}

static void add_count(const struct view *view, struct buf *out, size_t count, const char *words)
{
	if (!count)
		return;
	buf_add_c(out, out->len ? ", " : "");
	own_count_print(view, count, words, words, out);
}

/* "12 actions: 9 due (April to September 2024), 2 ongoing or repeated, 1 without a date". */
static struct str part_words(const struct part *part, const struct view *view)
{
	struct buf counts = { 0 };
	struct buf all = { 0 };
	struct str words;

	add_count(view, &counts, part->due, "{count} due");
	if (part->due)
		buf_printf(&counts, " (%s)", months_words(view, part->from, part->to).at);
	add_count(view, &counts, part->going, "{count} ongoing or repeated");
	add_count(view, &counts, part->undated, "{count} without a date");
	add_count(view, &counts, part->late, "{count} overdue");
	own_count_print(view, part->all, "{count} action", "{count} actions", &all);
	words = arena_printf(view->arena, "%s: %.*s", all.at, STR_ARG(buf_str(&counts)));
	buf_release(&all);
	buf_release(&counts);
	return words;
}

static int by_time(const void *a, const void *b)
{
	const struct stretch *one = *(const struct stretch *const *)a;
	const struct stretch *other = *(const struct stretch *const *)b;

	if (one->begin != other->begin)
		return one->begin < other->begin ? -1 : 1;
	if (one->end != other->end)
		return one->end < other->end ? -1 : 1;
	return (one->order > other->order) - (one->order < other->order);
}

/* In which line of a picture each stretch stands: the first where it meets no other. */
struct lanes {
	const struct stretch **stretches;
	unsigned *of; /* of each stretch */
	size_t count; /* stretches */
	unsigned used;
};

static void lanes_fill(struct lanes *lanes, const struct time_scale *scale)
{
	int32_t ends[LANES_MOST] = { 0 };

	qsort(lanes->stretches, lanes->count, sizeof(*lanes->stretches), by_time);
	for (size_t i = 0; i < lanes->count; i++) {
		int32_t from, to;
		unsigned lane = 0;

		stretch_place(lanes->stretches[i], scale, &from, &to);
		while (lane < lanes->used && ends[lane] > from)
			lane++;
		lanes->of[i] = lane;
		if (lane == LANES_MOST)
			continue;
		if (lane == lanes->used)
			lanes->used++;
		ends[lane] = to;
	}
}

static void axis_open(const struct timeline *line, struct str title, int32_t height)
{
	svg_open(line->html, "chart", height + AXIS, title, line->axis);
	time_scale_grid(&line->scale, line->html, height + AXIS);
}

static void axis_close(const struct timeline *line, int32_t height)
{
	time_scale_axis(&line->scale, line->pen, height + 110);
	svg_close(line->html);
}

/* All stretches of a part of the plan in one picture. */
static void lanes_write(const struct timeline *line, const struct stretch *stretches, size_t count,
			struct str title)
{
	struct arena *arena = line->pen->view->arena;
	struct lanes lanes = { .stretches = arena_alloc_array(arena, sizeof(*lanes.stretches),
							      count),
			       .of = arena_new_array(arena, unsigned, count) };
	int32_t height;

	for (size_t i = 0; i < count; i++) {
		if (stretch_is_given(&stretches[i]))
			lanes.stretches[lanes.count++] = &stretches[i];
	}
	if (!lanes.count)
		return;
	lanes_fill(&lanes, &line->scale);
	height = (int32_t)lanes.used * LANE + 20;
	axis_open(line, title, height);
	for (size_t i = 0; i < lanes.count; i++) {
		if (lanes.of[i] < LANES_MOST)
			stretch_draw(lanes.stretches[i], &line->scale, line->html,
				     (int32_t)lanes.of[i] * LANE + 60);
	}
	axis_close(line, height);
}

/* Where the days of an action lie, as its picture shows it. */
static const char *place_words(const struct timeline *line, const struct stretch *stretch)
{
	const struct time_scale *scale = &line->scale;

	if (stretch->due == NO_DAY)
		return "Without a date to be done by";
	if (scale->begin != NO_DAY && stretch->due < scale->begin)
		return "Due before the plan’s period";
	if (scale->begin != NO_DAY && stretch->due > scale->end)
		return "Due after the plan’s period";
	return scale->begin != NO_DAY ? "Due in the plan’s period" : "Due";
}

static struct str place_told(const struct timeline *line, const struct stretch *stretch)
{
	const struct view *view = line->pen->view;
	bool is_past = stretch->due != NO_DAY && line->scale.today != NO_DAY &&
		       stretch->due < line->scale.today;

	return arena_printf(view->arena, "%s%s", own_words(view, place_words(line, stretch)).at,
			    is_past ? own_words(view, ", in the past").at : "");
}

static void milestones_tell(struct pen *pen, const struct list *list)
{
	const struct milestone *milestones = list->at;
	size_t told = 0;

	for (size_t i = 0; i < list->len; i++) {
		if (!date_is_given(&milestones[i].due))
			continue;
		if (told == FEW_MILESTONES) {
			pen_c(pen, " …");
			return;
		}
		pen_c(pen, told++ ? ", " : "; milestones: ");
		pen_date(pen, &milestones[i].due);
	}
}

static void row_words(const struct timeline *line, const struct action *action)
{
	struct pen *pen = line->pen;

	html_open(line->html, "p");
	timing_write_line(pen, action);
	milestones_tell(pen, &action->milestones);
	if (word_is_given(&action->status)) {
		pen_c(pen, "; ");
		pen_word(pen, action_status_words[action->status.index], false);
	}
	if (is_late(line, action)) {
		pen_c(pen, "; ");
		html_element(line->html, "strong", own_words(pen->view, "overdue"));
	}
	html_close(line->html, "p");
}

static void row_write(const struct timeline *line, const struct stretch *stretch)
{
	struct html *html = line->html;

	html_open(html, "tr");
	html_open(html, "th");
	html_attr_c(html, "scope", "row");
	action_link_write(line->pen, line->plan, stretch->action);
	html_close(html, "th");
	html_open(html, "td");
	if (stretch_is_given(stretch)) {
		svg_open(html, "chart", ROW, place_told(line, stretch), (struct str){ 0 });
		time_scale_grid(&line->scale, html, ROW);
		stretch_draw(stretch, &line->scale, html, ROW / 2);
		svg_close(html);
	}
	row_words(line, stretch->action);
	html_close(html, "td");
	html_close(html, "tr");
}

static void head_cell(const struct timeline *line, const char *words)
{
	struct html *html = line->html;

	html_open(html, "th");
	html_attr_c(html, "scope", "col");
	html_text(html, own_words(line->pen->view, words));
	html_close(html, "th");
}

static void list_write(const struct timeline *line, const struct stretch *stretches, size_t count,
		       struct str title)
{
	struct html *html = line->html;

	html_open(html, "details");
	if (line->stretches.len <= FEW)
		html_flag(html, "open");
	html_open(html, "summary");
	html_text(html, own_words(line->pen->view, "Action by action: "));
	html_text(html, title);
	html_close(html, "summary");
	html_open(html, "table");
	html_attr_c(html, "class", "timeline");
	html_open(html, "thead");
	html_open(html, "tr");
	head_cell(line, "Action");
	head_cell(line, "When");
	html_close(html, "tr");
	html_close(html, "thead");
	html_open(html, "tbody");
	for (size_t i = 0; i < count && !pen_is_full(line->pen); i++)
		row_write(line, &stretches[i]);
	html_close(html, "tbody");
	html_close(html, "table");
	html_close(html, "details");
}

/* The actions of a theme, or of a plan that has none. */
static void part_write(const struct timeline *line, const struct stretch *stretches, size_t count,
		       const struct theme *theme)
{
	struct pen *pen = line->pen;
	struct part part = { 0 };
	struct heading heading = { .title = plan_title(pen, line->plan) };

	if (theme)
		heading.title = str_trim(pen_words(pen, &theme->title, &heading.language));
	if (theme && !heading.title.len)
		heading.title = theme->thing.id;
	for (size_t i = 0; i < count; i++)
		part_add(&part, line, &stretches[i]);
	if (theme)
		pen_section_open(pen, heading);
	pen_open(pen, PEN_NOTE);
	pen_plain(pen, part_words(&part, pen->view));
	pen_close(pen, PEN_NOTE);
	lanes_write(line, stretches, count,
		    arena_printf(pen->view->arena, "%s%.*s", own_words(pen->view, "Timeline: ").at,
				 STR_ARG(heading.title)));
	list_write(line, stretches, count, heading.title);
	if (theme)
		pen_section_close(pen);
}

static void key_item(struct pen *pen, enum svg_mark mark, const char *words)
{
	pen_open(pen, PEN_ITEM);
	svg_key_mark(html_of(pen), mark);
	pen_c(pen, words);
	pen_close(pen, PEN_ITEM);
}

/* What the marks mean that are there. */
static void key_write(const struct timeline *line)
{
	static const char *const words[SVG_MARKS] = {
		[SVG_DIAMOND] = "due",
		[SVG_DIAMOND_OPEN] = "due at about this time",
		[SVG_TRIANGLE] = "milestone",
		[SVG_RING] = "comes round",
		[SVG_SQUARE] = "review",
		[SVG_GOES_ON] = "goes on, or lies further on",
		[SVG_COMES_FROM] = "began, or lies, earlier",
	};
	bool used[SVG_MARKS] = { false };
	bool is_often = false;

	for (size_t i = 0; i < line->stretches.len; i++) {
		stretch_note_marks(&line->stretches.at[i], &line->scale, used);
		is_often |= stretch_is_hatched(&line->stretches.at[i], &line->scale);
	}
	html_open(line->html, "ul");
	html_attr_c(line->html, "class", "keys");
	for (size_t i = 0; i < SVG_MARKS; i++) {
		if (used[i])
			key_item(line->pen, (enum svg_mark)i, words[i]);
	}
	if (is_often) {
		pen_open(line->pen, PEN_ITEM);
		svg_key_pattern(line->html, "often", SVG_HATCHED);
		pen_c(line->pen, "again and again");
		pen_close(line->pen, PEN_ITEM);
	}
	html_close(line->html, "ul");
}

static void begin(struct timeline *line, struct day_list *list)
{
	int32_t today = view_today(line->pen->view);

	time_scale_init(&line->scale, line->plan,
			(struct time_days){ list->days.at, list->days.len }, today);
	line->knows_late = today != NO_DAY && plan_tells_late(line->plan);
	line->axis = months_words(line->pen->view, line->scale.first, line->scale.last);
	svg_shapes(line->pen);
}

static void timeline_init(struct timeline *line, struct pen *pen, const struct plan *plan)
{
	struct day_list days = { 0 };

	*line = (struct timeline){ .pen = pen, .html = html_of(pen), .plan = plan };
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		struct stretch stretch;

		stretch_init(&stretch, plan, plan->all_actions.at[i], pen->view->arena);
		stretch.order = i;
		stretch_add_days(&stretch, &days, pen->view->arena);
		vec_add(pen->view->arena, &line->stretches, stretch);
	}
	begin(line, &days);
}

void timeline_write(struct pen *pen)
{
	const struct plan *plan = pen->view->plan;
	struct timeline line;

	timeline_init(&line, pen, plan);
	pen_section_open(pen, (struct heading){ .title = own_words(pen->view, "Timeline") });
	pen_open(pen, PEN_NOTE);
	time_scale_tell(&line.scale, pen);
	pen_close(pen, PEN_NOTE);
	key_write(&line);
	for (size_t i = 0; i < line.stretches.len && !pen_is_full(pen);) {
		const struct theme *theme = line.stretches.at[i].action->theme;
		size_t first = i;

		while (i < line.stretches.len && line.stretches.at[i].action->theme == theme)
			i++;
		part_write(&line, &line.stretches.at[first], i - first, theme);
	}
	pen_section_close(pen);
}

void timeline_write_action(struct pen *pen, const struct action *action)
{
	struct day_list days = { 0 };
	struct timeline line = { .pen = pen, .html = html_of(pen), .plan = pen->view->plan };
	struct stretch stretch;

	stretch_init(&stretch, line.plan, action, pen->view->arena);
	if (!stretch_is_given(&stretch) || pen_is_full(pen))
		return;
	stretch_add_days(&stretch, &days, pen->view->arena);
	begin(&line, &days);
	axis_open(&line, place_told(&line, &stretch), ROW);
	stretch_draw(&stretch, &line.scale, line.html, ROW / 2);
	axis_close(&line, ROW);
}
