/* What changed as a page tells it: sections by plan, theme and action, each with a table. */
#include "compile/discover.h"
#include "markdown/markdown.h"
#include "render/changes.h"
#include "render/words.h"

struct body {
	struct pen *pen;
	const struct changes_view *view;
	const struct change *last; /* whose sections are open; or NULL */
};

static const struct plan *find_plan(const struct diff_side *side, struct str address)
{
	for (size_t i = 0; i < side->plan_count; i++) {
		if (str_equal(side->plans[i]->thing.id, address))
			return side->plans[i];
	}
	return NULL;
}

static const struct council *find_council(const struct diff_side *side, struct str id)
{
	for (size_t i = 0; i < side->council_count; i++) {
		if (str_equal(side->councils[i]->thing.id, id))
			return side->councils[i];
	}
	return NULL;
}

/* What a plan or council is called, now or as it was. */
static struct str owner_title(const struct changes_view *view, const struct change *change)
{
	const struct diff_side *sides[] = { &view->after.plans, &view->before.plans };
	struct str address = change_owner(change);

	for (size_t i = 0; i < 2; i++) {
		const struct plan *plan = find_plan(sides[i], address);
		const struct council *council = plan ? NULL : find_council(sides[i], address);
		struct str title = plan      ? plan->title.words
				   : council ? council->name.words
					     : (struct str){ 0 };

		if (str_trim(title).len)
			return str_trim(title);
	}
	return address;
}

/* ---------------------------------------------------------------- values */

/* Somebody of council.yaml by name. */
static void write_person(const struct body *body, const struct diff_side *side,
			 const struct change *change, struct str id)
{
	const struct plan *plan = find_plan(side, change->plan);
	const struct person *person = plan && plan->council
					      ? map_find(&plan->council->people_by_id, id)
					      : NULL;

	if (person && text_is_given(&person->name))
		pen_say(body->pen, &person->name);
	else
		pen_plain(body->pen, id);
}

static void write_people(const struct body *body, const struct diff_side *side,
			 const struct change *change, const struct node *node)
{
	if (node->kind == NODE_SCALAR)
		write_person(body, side, change, str_trim(node->text));
	for (size_t i = 0; node->kind == NODE_LIST && i < node->count; i++) {
		pen_c(body->pen, i ? ", " : "");
		if (node->items[i]->kind == NODE_SCALAR)
			write_person(body, side, change, str_trim(node->items[i]->text));
	}
}

static bool names_people(const struct change *change)
{
	return change->kind == CHANGE_LEAD_ADDED || change->kind == CHANGE_LEAD_CHANGED ||
	       change->kind == CHANGE_LEAD_REMOVED || change->kind == CHANGE_ACCOUNTABLE_CHANGED;
}

static void write_value(const struct body *body, const struct change *change, bool is_old)
{
	const struct changes_side *side = is_old ? &body->view->before : &body->view->after;
	const struct change_value *value = is_old ? &change->old : &change->new;
	struct buf words = { 0 };

	(is_old ? change_old_print : change_new_print)(change, &words);
	if (!words.len)
		pen_none(body->pen, "nothing");
	else if (names_people(change) && value->kind == VALUE_NODE)
		write_people(body, &side->plans, change, value->node);
	else
		change_value_write(change, is_old, body->pen);
	buf_release(&words);
}

/* The language of a text, where it is not that of the page. */
static struct str language_of(const struct pen *pen, const struct change *change)
{
	struct text text = { .words = change->pieces[0].words };
	struct str language = change->language;

	if (!language.len)
		pen_words(pen, &text, &language);
	return mark_of_language(pen->view, language);
}

/* One side of a text, in which what the other side has not is marked. */
static void write_pieces(const struct body *body, const struct change *change, bool is_old)
{
	enum piece_kind other = is_old ? PIECE_ADDED : PIECE_REMOVED;
	enum pen_mark mark = is_old ? PEN_REMOVED : PEN_ADDED;
	struct str language = language_of(body->pen, change);
	bool is_first = true;

	for (size_t i = 0; i < change->piece_count; i++) {
		const struct piece *piece = &change->pieces[i];

		if (piece->kind == other)
			continue;
		pen_c(body->pen, is_first ? "" : " ");
		is_first = false;
		if (piece->kind != PIECE_SAME)
			pen_open(body->pen, mark);
		body->pen->type->text(
			body->pen, change_piece_words(change, i, body->pen->view->arena), language);
		if (piece->kind != PIECE_SAME)
			pen_close(body->pen, mark);
	}
}

static void write_side(const struct body *body, const struct change *change, bool is_old)
{
	if (change->piece_count)
		write_pieces(body, change, is_old);
	else
		write_value(body, change, is_old);
}

/* ---------------------------------------------------------------- rows */

/* A text of the author as a name: without marks, on one line, and not long. */
static void write_name(struct pen *pen, const struct text *text)
{
	struct arena *arena = pen->view->arena;
	struct str language;
	struct str words = markdown_words(pen_words(pen, text, &language), arena);

	pen->type->text(pen, change_name_cut(words, arena), language);
}

/* "summary"; of one in another language "summary (Cymraeg)". */
static void write_field(struct pen *pen, const struct change *change)
{
	struct str field = change_field_word(change);
	struct buf words = { 0 };

	if (!field.len)
		return;
	buf_add_c(&words, ": ");
	if (str_starts(field, STR("x-")))
		buf_add(&words, field);
	else
		own_name_print(pen->view, field, &words);
	pen_plain(pen, buf_str(&words));
	buf_release(&words);
}

/* Which language a text is in that changed in another one than the page's. */
static void write_language(struct pen *pen, const struct change *change)
{
	struct str language = change->language;

	if (!language.len || str_equal(language, pen->view->language))
		return;
	pen_plain(pen, STR(" ("));
	pen->type->text(pen, language_own_name(language), language);
	pen_plain(pen, STR(")"));
}

static void write_label(const struct body *body, const struct change *change)
{
	const struct text *item = change_item(change);
	struct pen *pen = body->pen;

	pen_word(pen, change_types[change->kind].one, true);
	write_field(pen, change);
	write_language(pen, change);
	if (item) {
		pen_open(pen, PEN_NOTE);
		write_name(pen, item);
		pen_close(pen, PEN_NOTE);
	}
}

/* A link to the line, by the name of its file. */
static void write_place(const struct body *body, const struct change *change)
{
	struct arena *arena = body->pen->view->arena;
	struct str url = change_url(body->view, change, arena);
	struct span span = change_place(change);
	struct buf words = { 0 };
	size_t line;

	if (!url.len)
		return;
	line = source_place(span.source, span.begin).line;
	own_fill(body->pen->view, "{file}, line {line}",
		 (struct blank[]){
			 { "{file}", path_name(span.source->path) },
			 { "{line}", .number = &line },
			 { NULL },
		 },
		 &words);
	pen_open(body->pen, PEN_ASIDE);
	pen_link(body->pen, url, buf_str(&words));
	pen_close(body->pen, PEN_ASIDE);
	buf_release(&words);
}

static void write_row(const struct body *body, const struct change *change)
{
	struct pen *pen = body->pen;
	struct buf days = { 0 };

	pen->type->row(pen);
	pen->type->cell(pen);
	write_label(body, change);
	write_place(body, change);
	pen->type->cell(pen);
	write_side(body, change, true);
	pen->type->cell(pen);
	write_side(body, change, false);
	change_days_print(change, pen->view, &days);
	if (days.len) {
		pen_c(pen, ", ");
		pen_plain(pen, buf_str(&days));
	}
	if (change_lacks_reason(change)) {
		pen_open(pen, PEN_NOTE);
		pen_c(pen, "No reason is given.");
		pen_close(pen, PEN_NOTE);
	}
	buf_release(&days);
}

static bool is_beside(const struct change *a, const struct change *b)
{
	return a->section == b->section && a->theme == b->theme && a->action == b->action;
}

static void write_reason(struct pen *pen, const struct text *reason)
{
	struct str language;
	struct str words = markdown_words(pen_words(pen, reason, &language), pen->view->arena);

	pen->type->text(pen, words, language);
}

/* Which of several goes with which change nobody can know: all are told, each with its day. */
static void write_reasons(struct pen *pen, const struct reasons *reasons)
{
	bool is_one = reasons->count == 1;

	pen_open(pen, PEN_PARAGRAPH);
	pen_c(pen, is_one ? "The reason given: " : "Reasons given:");
	if (is_one)
		write_reason(pen, &reasons->at[0]->reason);
	pen_close(pen, PEN_PARAGRAPH);
	if (is_one)
		return;
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < reasons->count && !pen_is_full(pen); i++) {
		const struct revision *revision = reasons->at[i];

		pen_open(pen, PEN_ITEM);
		if (revision->date.kind == DATE_GIVEN) {
			pen_date(pen, &revision->date);
			pen_c(pen, ": ");
		}
		write_reason(pen, &revision->reason);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

/* The changes of one thing, and the reasons that came with them. */
static void write_table(const struct body *body, struct changes_part part)
{
	static const char *const columns[] = { "What changed", "Before", "Now", NULL };
	const struct reasons *reasons = NULL;
	struct pen *pen = body->pen;

	pen->type->table_open(pen, columns);
	for (size_t i = 0; i < part.len && !pen_is_full(pen); i++)
		write_row(body, &part.at[i]);
	pen->type->table_close(pen);
	for (size_t i = 0; i < part.len && !reasons; i++)
		reasons = change_reasons(&part.at[i]);
	if (reasons)
		write_reasons(pen, reasons);
}

/* ---------------------------------------------------------------- sections */

static void open_section(const struct body *body, const struct text *title, struct str id)
{
	struct heading heading = { 0 };

	heading.title = str_trim(pen_words(body->pen, title, &heading.language));
	if (!heading.title.len)
		heading.title = id;
	pen_section_open(body->pen, heading);
}

static void open_action(struct pen *pen, const struct action *action)
{
	struct arena *arena = pen->view->arena;
	struct heading heading = { 0 };

	heading.title = pen_words(pen, change_action_text(action), &heading.language);
	if (!action->title.words.len)
		heading.title = markdown_words(heading.title, arena);
	heading.title = change_name_cut(heading.title, arena);
	pen_section_open(pen, heading);
}

static bool has_group(const struct change *change)
{
	return change && (change->section || change->theme);
}

/* Closes what does not go on, and opens what begins with a change; NULL: nothing more comes. */
static void go_to(struct body *body, const struct change *change)
{
	const struct change *last = body->last;
	struct pen *pen = body->pen;
	bool stays = last && change && last->section == change->section &&
		     last->theme == change->theme;

	if (last && last->action)
		pen_section_close(pen);
	if (has_group(last) && !stays)
		pen_section_close(pen);
	if (has_group(change) && !stays) {
		const struct thing *thing = change->section ? &change->section->thing
							    : &change->theme->thing;

		open_section(body,
			     change->section ? &change->section->title : &change->theme->title,
			     thing->id);
	}
	if (change && change->action)
		open_action(pen, change->action);
	body->last = change;
}

static void write_sum(struct pen *pen, struct changes_part part, enum pen_mark mark)
{
	struct buf words = { 0 };

	changes_sum_up(part, pen->view, &words);
	buf_add_c(&words, ".");
	if (words.at[0] >= 'a' && words.at[0] <= 'z')
		words.at[0] = (char)(words.at[0] - 'a' + 'A');
	pen_open(pen, mark);
	pen_plain(pen, buf_str(&words));
	pen_close(pen, mark);
	buf_release(&words);
}

static void write_groups(struct pen *pen, const struct changes_view *view, struct changes_part part)
{
	struct body body = { .pen = pen, .view = view };

	for (size_t i = 0; i < part.len && !pen_is_full(pen);) {
		struct changes_part group = { &part.at[i], 0 };

		while (i < part.len && is_beside(group.at, &part.at[i])) {
			group.len++;
			i++;
		}
		go_to(&body, group.at);
		write_table(&body, group);
	}
	go_to(&body, NULL);
}

/* "anytown/homes-plan, anytown/parks and others". */
static void print_unread(const struct view *view, const struct changes *changes, struct buf *out)
{
	for (size_t i = 0; i < changes->unread.len && i < 10; i++) {
		if (i)
			buf_add(out, own_words(view, ", "));
		buf_add(out, changes->unread.at[i]);
	}
	if (changes->unread.len > 10)
		buf_add(out, own_words(view, " and others"));
}

static void write_unread(struct pen *pen, const struct changes_view *view)
{
	struct buf plans = { 0 };
	struct buf words = { 0 };

	if (!view->is_partial)
		return;
	print_unread(pen->view, view->changes, &plans);
	own_fill(pen->view,
		 plans.len ? "More may have changed in {plans} than is told here."
			   : "More may have changed than is told here.",
		 (struct blank[]){ { "{plans}", buf_str(&plans) }, { NULL } }, &words);
	pen->type->banner(pen, own_words(pen->view, "Some files could not be read."),
			  buf_str(&words));
	buf_release(&plans);
	buf_release(&words);
}

/* Whether the language of the page has the same change of the same text. */
static bool is_told_in_own(const struct pen *pen, struct changes_part part, size_t i)
{
	const struct change *change = &part.at[i];

	if (!change->text || str_equal(change->language, pen->view->language))
		return false;
	/* Those of one text stand together. */
	while (i && part.at[i - 1].text == change->text)
		i--;
	for (; i < part.len && part.at[i].text == change->text; i++) {
		if (str_equal(part.at[i].language, pen->view->language))
			return true;
	}
	return false;
}

/* A text that changed in several languages changed once for who reads one of them. */
static struct changes_part part_for(const struct pen *pen, struct changes_part part)
{
	struct change *kept = arena_new_array(pen->view->arena, struct change, part.len);
	size_t len = 0;

	for (size_t i = 0; i < part.len; i++) {
		if (!is_told_in_own(pen, part, i))
			kept[len++] = part.at[i];
	}
	return (struct changes_part){ kept, len };
}

void changes_plan_write(struct pen *pen, const struct changes_view *view, struct str address)
{
	struct changes_part part = part_for(pen, changes_of(view->changes, address));

	write_sum(pen, part, PEN_LEAD_IN);
	write_unread(pen, view);
	write_groups(pen, view, part);
}

void changes_body_write(struct pen *pen, const struct changes_view *view)
{
	struct changes_part all = changes_all(view->changes);

	if (all.len || !view->is_partial)
		write_sum(pen, all, PEN_LEAD_IN);
	write_unread(pen, view);
	for (size_t i = 0; i < all.len && !pen_is_full(pen);) {
		struct changes_part part = { &all.at[i], 0 };

		while (i < all.len && str_equal(change_owner(part.at), change_owner(&all.at[i]))) {
			part.len++;
			i++;
		}
		pen_section_open(pen, (struct heading){ .title = owner_title(view, part.at) });
		if (part.len < all.len)
			write_sum(pen, part, PEN_PARAGRAPH);
		write_groups(pen, view, part);
		pen_section_close(pen);
	}
}
