#include "render/changes.h"
#include "compile/compile.h"
#include "markdown/markdown.h"
#include "render/url_pattern.h"

#include <stdlib.h>

/* A value in a line of text, and the words that stand for an action. */
#define VALUE_BYTES 300
#define TITLE_BYTES 80

const struct changes_format *const changes_formats[] = {
	&changes_text, &changes_markdown, &changes_html, &changes_json, NULL,
};

const struct changes_format *changes_format_find(struct str name)
{
	for (size_t i = 0; changes_formats[i]; i++) {
		if (str_equal(str_from(changes_formats[i]->name), name))
			return changes_formats[i];
	}
	return NULL;
}

struct changes_part changes_all(const struct changes *changes)
{
	return (struct changes_part){ changes->list.at, changes->list.len };
}

struct str change_owner(const struct change *change)
{
	return change->plan.len ? change->plan : change->address;
}

struct changes_part changes_of(const struct changes *changes, struct str address)
{
	struct changes_part part = { 0 };

	for (size_t i = 0; i < changes->list.len; i++) {
		const struct change *change = &changes->list.at[i];

		if (!str_equal(change_owner(change), address))
			continue;
		part.at = part.len ? part.at : change;
		part.len++;
	}
	return part;
}

/* The last name of the field: of "milestones[x].status" it is "status". */
static struct str last_name(const struct change *change)
{
	struct str field = change->field;
	size_t begin = field.len;

	while (begin && field.at[begin - 1] != '.' && field.at[begin - 1] != ']')
		begin--;
	return str_slice(field, begin, field.len);
}

/* An action or a milestone whose status nobody gave is not started. */
static bool is_status(const struct change *change)
{
	return change->action && str_equal(last_name(change), STR("status")) &&
	       change->kind != CHANGE_RESOURCE_CHANGED;
}

bool change_lacks_reason(const struct change *change)
{
	switch (change->kind) {
	case CHANGE_DATE_SLIPPED:
	case CHANGE_DATE_REMOVED:
	case CHANGE_TARGET_WEAKENED:
	case CHANGE_TARGET_REMOVED: return !change->reason;
	default: return false;
	}
}

bool change_has_sides(const struct change *change)
{
	return change_types[change->kind].mirror == change->kind || is_status(change) ||
	       (change->old.kind != VALUE_NONE && change->new.kind != VALUE_NONE);
}

const struct revision *change_reason(const struct change *change)
{
	switch (change->kind) {
	case CHANGE_ACTUAL_ADDED:
	case CHANGE_ACTUAL_CHANGED:
	case CHANGE_ACTUAL_REMOVED:
	case CHANGE_UPDATE_ADDED:
	case CHANGE_UPDATE_REMOVED:
	case CHANGE_TEXT_EDITORIAL:
	case CHANGE_ORDER_CHANGED: return NULL;
	default: return change->reason;
	}
}

/* How many changes there are of a kind, and of those without the reason that they want. */
struct count {
	size_t all;
	size_t unexplained;
};

static void count_kinds(struct changes_part part, struct count *counts)
{
	for (size_t i = 0; i < part.len; i++) {
		const struct change *change = &part.at[i];

		counts[change->kind].all++;
		counts[change->kind].unexplained += change_lacks_reason(change);
	}
}

static void add_kind(enum change_kind kind, const struct count *count, struct buf *out)
{
	buf_printf(out, "%zu %s", count->all,
		   count->all == 1 ? change_types[kind].one : change_types[kind].many);
	if (count->unexplained && count->all == 1)
		buf_add_c(out, " with no reason");
	else if (count->unexplained && count->unexplained == count->all)
		buf_add_c(out, ", all with no reason");
	else if (count->unexplained)
		buf_printf(out, ", %zu of them with no reason", count->unexplained);
}

void changes_sum_up(struct changes_part part, struct buf *out)
{
	struct count counts[CHANGE_KINDS] = { 0 };
	size_t substantive = 0;
	size_t editorial = 0;
	const char *before = "";

	if (!part.len)
		buf_add_c(out, "nothing changed in meaning");
	count_kinds(part, counts);
	for (int kind = 0; kind < CHANGE_KINDS; kind++) {
		switch (change_types[kind].weight) {
		case WEIGHT_SUBSTANTIVE: substantive += counts[kind].all; continue;
		case WEIGHT_EDITORIAL: editorial += counts[kind].all; continue;
		case WEIGHT_MAJOR: break;
		}
		if (!counts[kind].all)
			continue;
		buf_add_c(out, before);
		add_kind((enum change_kind)kind, &counts[kind], out);
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

static void add_node(const struct node *node, struct buf *out);

/* What a thing is called comes first, by the first of these that it has. */
static const struct node *find_name(const struct node *map)
{
	static const struct str keys[] = {
		STR_INIT("text"), STR_INIT("title"),     STR_INIT("what"),  STR_INIT("name"),
		STR_INIT("term"), STR_INIT("indicator"), STR_INIT("label"), STR_INIT("value"),
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const struct node *found = node_find(map, keys[i]);

		if (found && !node_is_null(found))
			return found;
	}
	return NULL;
}

/* Keys that go without saying beside what happened on that day. */
static bool is_day(struct str key)
{
	return str_equal(key, STR("at")) || str_equal(key, STR("date"));
}

/* "Share of repairs in time (baseline: 82%, target: at least 90%)". */
static void add_map(const struct node *map, struct buf *out)
{
	const struct node *name = find_name(map);
	const char *before = name ? " (" : "";

	if (name)
		add_node(name, out);
	for (size_t i = 0; i < map->count && out->len <= VALUE_BYTES; i++) {
		if (map->pairs[i].value == name)
			continue;
		buf_add_c(out, before);
		if (!is_day(map->pairs[i].key->text)) {
			buf_add(out, map->pairs[i].key->text);
			buf_add_c(out, ": ");
		}
		add_node(map->pairs[i].value, out);
		before = ", ";
	}
	if (name && map->count > 1)
		buf_add_c(out, ")");
}

static void add_node(const struct node *node, struct buf *out)
{
	if (out->len > VALUE_BYTES)
		return;
	if (node->kind == NODE_SCALAR)
		buf_add(out, node_is_null(node) ? (struct str){ 0 } : str_trim(node->text));
	else if (node->kind == NODE_MAP)
		add_map(node, out);
	for (size_t i = 0; node->kind == NODE_LIST && i < node->count && out->len <= VALUE_BYTES;
	     i++) {
		buf_add_c(out, i ? ", " : "");
		add_node(node->items[i], out);
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

static void print_value(const struct change_value *value, struct buf *out)
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

static void print_side(const struct change *change, const struct change_value *value,
		       struct buf *out)
{
	if (value->kind == VALUE_NONE && is_status(change))
		buf_add_c(out, action_status_words[ACTION_NOT_STARTED]);
	else
		print_value(value, out);
}

void change_old_print(const struct change *change, struct buf *out)
{
	print_side(change, &change->old, out);
}

void change_new_print(const struct change *change, struct buf *out)
{
	print_side(change, &change->new, out);
}

/* Of what did not change so many words are shown on either side of the gap. */
#define WORDS_SHOWN 8
/* A gap that is no wider is none. */
#define GAP_WORDS 6

/* Where so many words end, from the beginning. */
static size_t skip_words(struct str text, size_t count)
{
	size_t at = 0;

	while (count-- && at < text.len)
		at = str_find_byte(text, ' ', at + 1);
	return at;
}

/* Where the last so many words begin. */
static size_t skip_words_back(struct str text, size_t count)
{
	size_t at = text.len;

	while (count-- && at) {
		at--;
		while (at && text.at[at] != ' ')
			at--;
	}
	return at ? at + 1 : 0;
}

struct str change_piece_words(const struct change *change, size_t index, struct arena *arena)
{
	const struct piece *piece = &change->pieces[index];
	bool is_first = index == 0;
	bool is_last = index + 1 == change->piece_count;
	struct str words = piece->words;
	size_t head = is_first ? 0 : skip_words(words, WORDS_SHOWN);
	size_t tail = is_last ? words.len : skip_words_back(words, WORDS_SHOWN);

	if (piece->kind != PIECE_SAME || tail <= head ||
	    skip_words(str_slice(words, head, tail), GAP_WORDS) >= tail - head)
		return words;
	return arena_printf(arena, "%.*s%s…%s%.*s", (int)head, words.at, head ? " " : "",
			    tail < words.len ? " " : "", (int)(words.len - tail), words.at + tail);
}

struct span change_place(const struct change *change)
{
	return change->after.source ? change->after : change->before;
}

struct str change_url(const struct changes_view *view, const struct change *change,
		      struct arena *arena)
{
	struct span span = change_place(change);
	const struct changes_side *side = change->after.source ? &view->after : &view->before;
	struct url_mark marks[] = {
		{ STR_INIT("{commit}"), side->commit },
		{ STR_INIT("{path}"), { 0 } },
		{ STR_INIT("{line}"), { 0 } },
		{ { 0 }, { 0 } },
	};
	struct buf url = { 0 };
	struct str result;

	if (!span.source || !view->source.len || !side->commit.len)
		return (struct str){ 0 };
	/* Every source of a compilation is that of a document. */
	marks[1].words = ((const struct document *)span.source)->path;
	marks[2].words = arena_printf(arena, "%u", source_place(span.source, span.begin).line);
	url_pattern_fill(view->source, marks, &url);
	result = arena_copy(arena, buf_str(&url));
	buf_release(&url);
	return result;
}

void change_days_print(const struct change *change, struct buf *out)
{
	long days = labs((long)change->days);

	if (change->has_days && days)
		buf_printf(out, "%ld day%s %s", days, days == 1 ? "" : "s",
			   change->days > 0 ? "later" : "earlier");
}

/* Whether the words of a kind leave open which field they speak of. */
static bool is_open(enum change_kind kind)
{
	switch (kind) {
	case CHANGE_TEXT_EDITORIAL:
	case CHANGE_FIELD_CHANGED:
	case CHANGE_ORDER_CHANGED:
	case CHANGE_TIMING_CHANGED:
	case CHANGE_MILESTONE_CHANGED:
	case CHANGE_RESOURCE_CHANGED:
	case CHANGE_PEOPLE_CHANGED:
	case CHANGE_COUNCIL_CHANGED:
	case CHANGE_SECTION_REWORDED:
	case CHANGE_THEME_REWORDED: return true;
	default: return false;
	}
}

struct str change_field_word(const struct change *change)
{
	return is_open(change->kind) ? last_name(change) : (struct str){ 0 };
}

/* A name on one line, cut at a whole word. */
static struct str cut_words(struct str words, struct arena *arena)
{
	struct str title = cut(words, TITLE_BYTES);

	if (title.len == words.len)
		return words;
	for (size_t end = title.len; end; end--) {
		if (title.at[end - 1] == ' ') {
			title.len = end;
			break;
		}
	}
	return arena_printf(arena, "%.*s…", STR_ARG(str_trim(title)));
}

struct str change_item_words(const struct change *change, struct arena *arena)
{
	bool is_figure = change->kind == CHANGE_ACTUAL_ADDED ||
			 change->kind == CHANGE_ACTUAL_CHANGED ||
			 change->kind == CHANGE_ACTUAL_REMOVED;
	bool is_itself = !is_figure && str_ends(change->field, STR("]"));

	return is_itself ? (struct str){ 0 } : cut_words(change->item, arena);
}

struct str change_action_title(const struct action *action, struct arena *arena)
{
	struct str words = action->title.words.len ? action->title.words
						   : markdown_words(action->activity.words, arena);

	return cut_words(words, arena);
}
