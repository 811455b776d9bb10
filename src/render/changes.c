#include "render/changes.h"
#include "base/utf8.h"
#include "compile/compile.h"
#include "diff/value.h"
#include "markdown/markdown.h"
#include "render/span.h"
#include "render/url_pattern.h"

/* The words that stand for an action. */
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

struct str change_field_name(const struct change *change)
{
	struct str field = change->field;
	struct str language = change->language;
	size_t begin;

	/* "summary.cy" is a field of its own to data, and the summary to people. */
	if (language.len && field.len > language.len + 1 && str_ends(field, language) &&
	    field.at[field.len - language.len - 1] == '.')
		field.len -= language.len + 1;
	begin = field.len;
	while (begin && field.at[begin - 1] != '.' && field.at[begin - 1] != ']')
		begin--;
	return str_slice(field, begin, field.len);
}

bool change_is_status(const struct change *change)
{
	return change->action && str_equal(change_field_name(change), STR("status")) &&
	       change->kind != CHANGE_RESOURCE_CHANGED;
}

bool change_lacks_reason(const struct change *change)
{
	switch (change->kind) {
	case CHANGE_DATE_SLIPPED:
	case CHANGE_DATE_REMOVED:
	case CHANGE_TARGET_WEAKENED:
	case CHANGE_TARGET_REMOVED: return !change->reasons;
	default: return false;
	}
}

bool change_has_sides(const struct change *change)
{
	return change_types[change->kind].mirror == change->kind || change_is_status(change) ||
	       (change->old.kind != VALUE_NONE && change->new.kind != VALUE_NONE);
}

const struct reasons *change_reasons(const struct change *change)
{
	switch (change->kind) {
	case CHANGE_ACTUAL_ADDED:
	case CHANGE_ACTUAL_CHANGED:
	case CHANGE_ACTUAL_REMOVED:
	case CHANGE_UPDATE_ADDED:
	case CHANGE_UPDATE_REMOVED:
	case CHANGE_TEXT_EDITORIAL:
	case CHANGE_ORDER_CHANGED: return NULL;
	default: return change->reasons;
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

static void add_kind(enum change_kind kind, const struct count *count, const struct view *view,
		     struct buf *out)
{
	struct buf what = { 0 };
	struct str changes = own_counted(view, count->all, change_types[kind].one,
					 change_types[kind].many);

	own_fill(view, "{count} {changes}",
		 (struct blank[]){
			 { "{count}", .number = &count->all }, { "{changes}", changes }, { NULL } },
		 &what);
	if (!count->unexplained)
		buf_add(out, buf_str(&what));
	else
		own_fill(view,
			 count->all == 1 ? "{what} with no reason"
			 : count->unexplained == count->all
				 ? "{what}, all with no reason"
				 : "{what}, {count} of them with no reason",
			 (struct blank[]){ { "{what}", buf_str(&what) },
					   { "{count}", .number = &count->unexplained },
					   { NULL } },
			 out);
	buf_release(&what);
}

static void add_lesser(size_t substantive, size_t editorial, const struct view *view,
		       struct buf *out)
{
	const char *sentence =
		substantive && editorial
			? "{substantive} substantive and {editorial} editorial changes"
		: substantive == 1 ? "{substantive} substantive change"
		: substantive      ? "{substantive} substantive changes"
		: editorial == 1   ? "{editorial} editorial change"
				   : "{editorial} editorial changes";

	own_fill(view, sentence,
		 (struct blank[]){ { "{substantive}", .number = &substantive },
				   { "{editorial}", .number = &editorial },
				   { NULL } },
		 out);
}

void changes_sum_up(struct changes_part part, const struct view *view, struct buf *out)
{
	struct count counts[CHANGE_KINDS] = { 0 };
	size_t substantive = 0;
	size_t editorial = 0;
	const char *before = "";

	if (!part.len)
		buf_add(out, own_words(view, "nothing changed in meaning"));
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
		add_kind((enum change_kind)kind, &counts[kind], view, out);
		before = "; ";
	}
	if (substantive || editorial) {
		buf_add_c(out, before);
		add_lesser(substantive, editorial, view, out);
	}
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

void change_days_print(const struct change *change, const struct view *view, struct buf *out)
{
	if (change->has_days)
		span_days_print(change->days, view, out);
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
	return is_open(change->kind) ? change_field_name(change) : (struct str){ 0 };
}

struct str change_name_cut(struct str words, struct arena *arena)
{
	struct str title = utf8_cut(words, TITLE_BYTES);

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

const struct text *change_item(const struct change *change)
{
	bool is_figure = change->kind == CHANGE_ACTUAL_ADDED ||
			 change->kind == CHANGE_ACTUAL_CHANGED ||
			 change->kind == CHANGE_ACTUAL_REMOVED;
	bool is_itself = !is_figure && str_ends(change->field, STR("]"));

	return is_itself || !change->thing ? NULL : thing_title_text(change->thing);
}

struct str change_item_words(const struct change *change, struct arena *arena)
{
	const struct text *item = change_item(change);

	return item ? change_name_cut(markdown_words(item->words, arena), arena)
		    : (struct str){ 0 };
}

const struct text *change_action_text(const struct action *action)
{
	return action->title.words.len ? &action->title : &action->activity;
}

struct str change_action_title(const struct action *action, struct arena *arena)
{
	struct str words = action->title.words.len ? action->title.words
						   : markdown_words(action->activity.words, arena);

	return change_name_cut(words, arena);
}
