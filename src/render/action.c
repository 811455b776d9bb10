#include "render/action.h"
#include "render/lists.h"
#include "render/people.h"

/* Mappings and lists inside an own value, down to which it is printed. */
#define OWN_DEPTH 8

static void status_write(struct pen *pen, const struct action *action)
{
	if (!word_is_given(&action->status) && !date_is_given(&action->done))
		return;
	pen_fact_open(pen, "Status");
	if (word_is_given(&action->status))
		pen_word(pen, action_status_words[action->status.index], true);
	if (date_is_given(&action->done)) {
		pen_c(pen, word_is_given(&action->status) ? ", " : "Done ");
		pen_date(pen, &action->done);
	}
	pen_fact_close(pen);
}

static void rag_write(struct pen *pen, const struct action *action)
{
	if (!word_is_given(&action->rag))
		return;
	pen_fact_open(pen, "Confidence");
	pen_word(pen, rag_words[action->rag.index], true);
	pen_fact_close(pen);
}

static void update_write(struct pen *pen, const struct update *update)
{
	bool is_inline;

	if (date_is_given(&update->date)) {
		pen_date(pen, &update->date);
		pen_c(pen, ": ");
	}
	is_inline = pen_tell(pen, &update->text);
	if (!text_is_given(&update->author))
		return;
	if (!is_inline)
		pen_open(pen, PEN_PARAGRAPH);
	pen_c(pen, is_inline ? " (" : "(");
	somebody_write(pen, &update->author);
	pen_c(pen, ")");
	if (!is_inline)
		pen_close(pen, PEN_PARAGRAPH);
}

static void updates_write(struct pen *pen, const struct list *list)
{
	const struct update *updates = list->at;

	if (!list->len)
		return;
	pen_fact_open(pen, "Progress");
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		pen_open(pen, PEN_ITEM);
		update_write(pen, &updates[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
	pen_fact_close(pen);
}

static void revision_write(struct pen *pen, const struct revision *revision)
{
	static const char *const cause_words[] = {
		[CAUSE_FUNDING] = "funding",
		[CAUSE_CAPACITY] = "capacity",
		[CAUSE_DEPENDENCY] = "a dependency",
		[CAUSE_STATUTORY] = "a duty in law",
		[CAUSE_SCOPE] = "scope",
		[CAUSE_OTHER] = "other",
	};
	bool has_cause = word_is_given(&revision->cause);
	bool has_approval = text_is_given(&revision->approved_by);
	bool is_inline;

	if (date_is_given(&revision->date)) {
		pen_date(pen, &revision->date);
		pen_c(pen, ": ");
	}
	is_inline = pen_tell(pen, &revision->reason);
	if (!has_cause && !has_approval)
		return;
	if (!is_inline)
		pen_open(pen, PEN_PARAGRAPH);
	pen_c(pen, is_inline ? " (" : "(");
	if (has_cause) {
		pen_c(pen, "cause: ");
		pen_c(pen, cause_words[revision->cause.index]);
	}
	if (has_approval) {
		pen_c(pen, has_cause ? "; approved by " : "approved by ");
		somebody_write(pen, &revision->approved_by);
	}
	pen_c(pen, ")");
	if (!is_inline)
		pen_close(pen, PEN_PARAGRAPH);
}

static void revisions_write(struct pen *pen, const struct list *list)
{
	const struct revision *revisions = list->at;

	if (!list->len)
		return;
	pen_fact_open(pen, "Revisions");
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < list->len; i++) {
		pen_open(pen, PEN_ITEM);
		revision_write(pen, &revisions[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
	pen_fact_close(pen);
}

static void old_ids_write(struct pen *pen, const char *label, const struct list *list)
{
	const struct ref *refs = list->at;
	bool is_first = true;

	if (!list_has_ref(list))
		return;
	pen_fact_open(pen, label);
	for (size_t i = 0; i < list->len; i++) {
		if (!ref_is_given(&refs[i]))
			continue;
		if (!is_first)
			pen_c(pen, ", ");
		pen_plain(pen, refs[i].id);
		is_first = false;
	}
	pen_fact_close(pen);
}

/* A fact that is one of the lists that others have too. */
static void list_fact_write(struct pen *pen, const char *label, const struct list *list,
			    void (*write)(struct pen *pen, const struct list *list))
{
	if (!list->len)
		return;
	pen_fact_open(pen, label);
	write(pen, list);
	pen_fact_close(pen);
}

void action_details_write(struct pen *pen, const struct action *action)
{
	status_write(pen, action);
	rag_write(pen, action);
	updates_write(pen, &action->updates);
	revisions_write(pen, &action->revisions);
	old_ids_write(pen, "Replaces", &action->replaces);
	old_ids_write(pen, "Split from", &action->split_from);
	if (list_has_ref(&action->supports))
		list_fact_write(pen, "Supports", &action->supports, priorities_write_line);
	list_fact_write(pen, "Resources", &action->resources, resources_write);
	list_fact_write(pen, "Links", &action->links, links_write);
	if (list_has_text(&action->notes))
		list_fact_write(pen, "Notes", &action->notes, pen_tell_list);
	list_fact_write(pen, "Accepted exceptions", &action->waive, waivers_write);
}

static void anchors_write(struct pen *pen, const struct list *list)
{
	const struct ref *refs = list->at;

	for (size_t i = 0; i < list->len; i++) {
		struct str id = pen_claim_old(pen, refs[i].id);

		if (id.len)
			pen->type->anchor(pen, id);
	}
}

void action_old_anchors_write(struct pen *pen, const struct action *action)
{
	anchors_write(pen, &action->replaces);
	anchors_write(pen, &action->split_from);
}

static void own_write(struct pen *pen, const struct node *node, unsigned depth)
{
	if (pen_is_full(pen))
		return;
	if (node->kind == NODE_SCALAR) {
		if (!node_is_null(node))
			pen_plain(pen, str_trim(node->text));
		return;
	}
	if (depth == OWN_DEPTH) {
		pen_c(pen, "…");
		return;
	}
	for (size_t i = 0; i < node->count; i++) {
		if (i)
			pen_c(pen, node->kind == NODE_LIST ? ", " : "; ");
		if (node->kind == NODE_LIST) {
			own_write(pen, node->items[i], depth + 1);
		} else {
			pen_plain(pen, node->pairs[i].key->text);
			pen_c(pen, ": ");
			own_write(pen, node->pairs[i].value, depth + 1);
		}
	}
}

void own_value_write(struct pen *pen, const struct node *node)
{
	own_write(pen, node, 0);
}

const struct node *action_own(const struct action *action, const struct column *column)
{
	const struct node *node = node_find(action->thing.node, column->key);

	return node && !node_is_null(node) ? node : NULL;
}

/* The actions that a page shows in tables: those of its theme, or all of the plan. */
struct shown_actions {
	const struct plan *plan;
	const struct action *actions; /* of a theme; else NULL */
	size_t len;
};

static const struct action *shown_at(const struct shown_actions *shown, size_t i)
{
	return shown->actions ? &shown->actions[i] : shown->plan->all_actions.at[i];
}

struct str column_title(const struct pen *pen, const struct column *column)
{
	struct str language;

	return pen_words(pen, &column->title, &language);
}

static bool has_own(const struct shown_actions *shown, const struct column *column)
{
	for (size_t i = 0; i < shown->len; i++) {
		if (action_own(shown_at(shown, i), column))
			return true;
	}
	return false;
}

static bool has_outcomes(const struct shown_actions *shown)
{
	for (size_t i = 0; i < shown->len; i++) {
		if (list_has_text(&shown_at(shown, i)->outcomes))
			return true;
	}
	return false;
}

static struct shown_actions shown_on(const struct view *view)
{
	struct shown_actions shown = { .plan = view->plan, .len = view->plan->all_actions.len };

	if (view->theme) {
		shown.actions = view->theme->actions.at;
		shown.len = view->theme->actions.len;
	}
	return shown;
}

const struct action_columns *action_columns_get(struct pen *pen)
{
	const struct settings *settings = &pen->view->compilation->settings;
	struct shown_actions shown = shown_on(pen->view);
	struct action_columns *columns;

	if (pen->columns)
		return pen->columns;
	columns = arena_new(pen->view->arena, struct action_columns);
	columns->has_outcomes = has_outcomes(&shown);
	for (size_t i = 0; i < settings->columns.len && i < OWN_COLUMNS; i++) {
		if (has_own(&shown, &settings->columns.at[i]))
			columns->own[columns->own_count++] = &settings->columns.at[i];
	}
	pen->columns = columns;
	return columns;
}
