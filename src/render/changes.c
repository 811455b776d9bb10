#include "render/changes.h"
#include "base/utf8.h"
#include "markdown/markdown.h"

#include <stdlib.h>

/* A value in a line of text, and the words that stand for an action. */
#define VALUE_BYTES 300
#define TITLE_BYTES 80

const struct changes_format *const changes_formats[] = {
	&changes_text,
	&changes_markdown,
	&changes_json,
	NULL,
};

const struct changes_format *changes_format_find(struct str name)
{
	for (size_t i = 0; changes_formats[i]; i++) {
		if (str_equal(str_from(changes_formats[i]->name), name))
			return changes_formats[i];
	}
	return NULL;
}

/* Whether a change asks for a reason. */
static bool wants_reason(enum change_kind kind)
{
	return kind == CHANGE_DATE_SLIPPED || kind == CHANGE_DATE_REMOVED ||
	       kind == CHANGE_TARGET_WEAKENED || kind == CHANGE_TARGET_REMOVED;
}

static size_t count_unexplained(const struct changes *changes, enum change_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; wants_reason(kind) && i < changes->list.len; i++)
		count += changes->list.at[i].kind == kind && !changes->list.at[i].reason;
	return count;
}

static void add_kind(const struct changes *changes, enum change_kind kind, struct buf *out)
{
	size_t count = changes->counts[kind];
	size_t unexplained = count_unexplained(changes, kind);

	buf_printf(out, "%zu %s", count,
		   count == 1 ? change_types[kind].one : change_types[kind].many);
	if (unexplained && count == 1)
		buf_add_c(out, " with no reason");
	else if (unexplained && unexplained == count)
		buf_add_c(out, ", all with no reason");
	else if (unexplained)
		buf_printf(out, ", %zu of them with no reason", unexplained);
}

static size_t count_weight(const struct changes *changes, enum change_weight weight)
{
	size_t count = 0;

	for (int kind = 0; kind < CHANGE_KINDS; kind++)
		count += change_types[kind].weight == weight ? changes->counts[kind] : 0;
	return count;
}

void changes_sum_up(const struct changes *changes, struct buf *out)
{
	size_t substantive = count_weight(changes, WEIGHT_SUBSTANTIVE);
	size_t editorial = count_weight(changes, WEIGHT_EDITORIAL);
	const char *before = "";

	if (!changes->list.len)
		buf_add_c(out, "nothing changed in meaning");
	for (int kind = 0; kind < CHANGE_KINDS; kind++) {
		if (!changes->counts[kind] || change_types[kind].weight != WEIGHT_MAJOR)
			continue;
		buf_add_c(out, before);
		add_kind(changes, (enum change_kind)kind, out);
		before = "; ";
	}
	if (substantive || editorial)
		buf_add_c(out, before);
	if (substantive)
		buf_printf(out, "%zu substantive%s", substantive, editorial ? " and " : "");
	if (editorial)
		buf_printf(out, "%zu editorial", editorial);
	if (substantive || editorial)
		buf_add_c(out, substantive + editorial == 1 ? " change" : " changes");
}

static void add_node(const struct node *node, struct buf *out)
{
	if (out->len > VALUE_BYTES)
		return;
	if (node->kind == NODE_SCALAR) {
		buf_add(out, node_is_null(node) ? (struct str){ 0 } : node->text);
		return;
	}
	for (size_t i = 0; i < node->count && out->len <= VALUE_BYTES; i++) {
		buf_add_c(out, i ? ", " : "");
		if (node->kind == NODE_LIST) {
			add_node(node->items[i], out);
			continue;
		}
		buf_add(out, node->pairs[i].key->text);
		buf_add_c(out, ": ");
		add_node(node->pairs[i].value, out);
	}
}

/* The beginning of a text, at a whole character. */
static struct str cut(struct str text, size_t most)
{
	if (text.len <= most)
		return text;
	while (most && ((unsigned char)text.at[most] & 0xC0) == 0x80)
		most--;
	return str_slice(text, 0, most);
}

void change_value_print(const struct change_value *value, struct buf *out)
{
	struct buf whole = { 0 };
	struct str text;

	switch (value->kind) {
	case VALUE_NONE: break;
	case VALUE_TEXT: buf_add(&whole, str_trim(value->text)); break;
	case VALUE_NODE: add_node(value->node, &whole); break;
	case VALUE_IDS:
		for (size_t i = 0; i < value->id_count && whole.len <= VALUE_BYTES; i++) {
			buf_add_c(&whole, i ? ", " : "");
			buf_add(&whole, value->ids[i]);
		}
		break;
	}
	text = cut(buf_str(&whole), VALUE_BYTES);
	buf_add(out, text);
	buf_add_c(out, text.len < whole.len ? "…" : "");
	buf_release(&whole);
}

void change_days_print(const struct change *change, struct buf *out)
{
	long days = labs((long)change->days);

	if (change->has_days && days)
		buf_printf(out, "%ld day%s %s", days, days == 1 ? "" : "s",
			   change->days > 0 ? "later" : "earlier");
}

struct str change_action_title(const struct action *action, struct arena *arena)
{
	struct str words = action->title.words.len ? action->title.words
						   : markdown_words(action->activity.words, arena);
	struct str title = cut(words, TITLE_BYTES);

	if (title.len == words.len)
		return words;
	while (title.len && title.at[title.len - 1] != ' ')
		title.len--;
	return arena_printf(arena, "%.*s…", STR_ARG(str_trim(title)));
}
