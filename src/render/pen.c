#include "render/pen.h"
#include "base/ascii.h"
#include "base/civil.h"
#include "compile/discover.h"
#include "markdown/markdown.h"

void pen_init(struct pen *pen, const struct pen_type *type, const struct view *view,
	      struct buf *out)
{
	*pen = (struct pen){ .type = type, .view = view, .out = out };
}

void pen_release(struct pen *pen)
{
	buf_release(&pen->scratch);
}

bool pen_is_full(struct pen *pen)
{
	if (pen->out->len > RENDER_MAX_BYTES)
		pen->is_full = true;
	return pen->is_full;
}

void pen_open(struct pen *pen, enum pen_mark mark)
{
	pen->type->open(pen, mark);
}

void pen_close(struct pen *pen, enum pen_mark mark)
{
	pen->type->close(pen, mark);
}

void pen_fact_open(struct pen *pen, const char *label)
{
	pen->type->fact_open(pen, own_words(pen->view, label));
}

void pen_fact_open_words(struct pen *pen, struct str label)
{
	pen->type->fact_open(pen, pen_is_full(pen) ? (struct str){ 0 } : label);
}

void pen_fact_close(struct pen *pen)
{
	pen->type->fact_close(pen);
}

static void write_heading(struct pen *pen, struct heading *heading)
{
	heading->level = pen->level < 6 ? pen->level : 6;
	if (pen_is_full(pen))
		heading->title = (struct str){ 0 };
	pen->type->heading(pen, heading);
}

void pen_title(struct pen *pen, struct heading heading)
{
	pen->level = 1;
	write_heading(pen, &heading);
}

void pen_section_open(struct pen *pen, struct heading heading)
{
	pen->level++;
	pen->type->section_open(pen, heading.id);
	write_heading(pen, &heading);
	if (heading.id.len)
		vec_add(pen->view->arena, &pen->outline, heading);
}

void pen_section_close(struct pen *pen)
{
	pen->type->section_close(pen);
	pen->level--;
}

void pen_heading(struct pen *pen, const char *title)
{
	struct heading heading = { .title = own_words(pen->view, title) };

	pen->level++;
	write_heading(pen, &heading);
	pen->level--;
}

void pen_c(struct pen *pen, const char *words)
{
	pen->type->own(pen, own_words(pen->view, words).at);
}

void pen_plain(struct pen *pen, struct str words)
{
	if (!pen_is_full(pen))
		pen->type->text(pen, words, (struct str){ 0 });
}

/* What a scalar says, even one that was found at fault: the author's own words. */
static struct str raw_words(const struct node *node)
{
	if (!node || node->kind != NODE_SCALAR || node_is_null(node))
		return (struct str){ 0 };
	return node->text;
}

static bool has_letters(struct str words)
{
	for (size_t i = 0; i < words.len; i++) {
		if ((ascii_is_alnum(words.at[i]) && !ascii_is_digit(words.at[i])) ||
		    (unsigned char)words.at[i] >= 0x80)
			return true;
	}
	return false;
}

/* What stands in council.yaml or planc.yaml, which name no languages: it may be in any. */
static bool is_of_no_plan(const struct text *text)
{
	struct str name = text->node ? path_name(node_span(text->node).source->path)
				     : (struct str){ 0 };

	return str_equal(name, STR("council.yaml")) || str_equal(name, STR("planc.yaml"));
}

struct str mark_of_language(const struct view *view, struct str language)
{
	return str_equal(language, own_language(view)) ? (struct str){ 0 } : language;
}

/* Of words that are not given by language: they are in the plan's first. */
static struct str language_of(const struct view *view, const struct text *text, struct str words)
{
	struct str mark = { 0 };

	if (view->plan)
		mark = mark_of_language(view, plan_language(view->plan));
	if (!mark.len || !has_letters(words) || is_of_no_plan(text))
		return (struct str){ 0 };
	return mark;
}

struct str view_words(const struct view *view, const struct text *text, struct str *language)
{
	const struct node *node = text->node;
	const struct node *here;

	if (!node || node->kind != NODE_MAP || node->bad || !node->count) {
		struct str words = text->words.len ? text->words : raw_words(node);

		*language = language_of(view, text, words);
		return words;
	}
	here = node_find(node, view->language);
	if (raw_words(here).len) {
		*language = mark_of_language(view, view->language);
		return here->text;
	}
	*language = mark_of_language(view, node->pairs[0].key->text);
	return raw_words(node->pairs[0].value);
}

struct str pen_words(const struct pen *pen, const struct text *text, struct str *language)
{
	return view_words(pen->view, text, language);
}

struct str pen_markdown_words(struct pen *pen, const struct text *text)
{
	struct str language;

	if (pen_is_full(pen))
		return (struct str){ 0 };
	return markdown_words(pen_words(pen, text, &language), pen->view->arena);
}

void pen_say(struct pen *pen, const struct text *text)
{
	struct str language;
	struct str words = pen_words(pen, text, &language);

	if (words.len && !pen_is_full(pen))
		pen->type->text(pen, words, language);
}

bool pen_tell(struct pen *pen, const struct text *text)
{
	struct str language;
	struct str words = pen_words(pen, text, &language);

	return !words.len || pen_is_full(pen) || pen->type->markdown(pen, words, language);
}

void pen_tell_blocks(struct pen *pen, const struct text *text)
{
	if (!text_is_given(text))
		return;
	pen->wants_blocks = true;
	pen_tell(pen, text);
	pen->wants_blocks = false;
}

void pen_value(struct pen *pen, const struct value *value)
{
	struct text text = { value->node, value->text };

	pen_say(pen, &text);
}

static void add_iso(struct buf *out, const struct date *date)
{
	struct civil day = civil_from_days(date->earliest);

	if (date->approximate)
		return;
	if (date->precision == PRECISION_DAY)
		buf_printf(out, "%04d-%02d-%02d", day.year, day.month, day.day);
	else if (date->precision == PRECISION_MONTH)
		buf_printf(out, "%04d-%02d", day.year, day.month);
	else if (date->precision == PRECISION_YEAR)
		buf_printf(out, "%04d", day.year);
}

static void add_date(const struct view *view, struct buf *out, const struct date *date)
{
	switch (date->kind) {
	case DATE_GIVEN: date_print_in(date, own_date_words(view), out); break;
	case DATE_TBC: buf_add(out, own_words(view, "to be confirmed")); break;
	case DATE_UNKNOWN: buf_add(out, own_words(view, "not known")); break;
	case DATE_BAD: buf_add(out, raw_words(date->node)); break;
	case DATE_NONE: break;
	}
}

static void write_date(struct pen *pen, const struct date *date, bool is_first)
{
	struct buf words = { 0 };
	struct buf iso = { 0 };

	if (pen_is_full(pen))
		return;
	add_date(pen->view, &words, date);
	if (is_first && words.len && words.at[0] >= 'a' && words.at[0] <= 'z' &&
	    date->kind != DATE_BAD)
		words.at[0] = (char)(words.at[0] - 'a' + 'A');
	if (date->kind == DATE_GIVEN)
		add_iso(&iso, date);
	if (words.len && iso.len)
		pen->type->day(pen, buf_str(&words), buf_str(&iso));
	else if (words.len)
		pen->type->text(pen, buf_str(&words), (struct str){ 0 });
	buf_release(&words);
	buf_release(&iso);
}

void pen_date(struct pen *pen, const struct date *date)
{
	write_date(pen, date, false);
}

void pen_date_first(struct pen *pen, const struct date *date)
{
	write_date(pen, date, true);
}

void pen_link(struct pen *pen, struct str url, struct str words)
{
	if (pen_is_full(pen))
		return;
	if (url.len && markdown_is_safe_url(url))
		pen->type->link(pen, url, words.len ? words : url);
	else
		pen->type->text(pen, words.len ? words : url, (struct str){ 0 });
}

void pen_none(struct pen *pen, const char *words)
{
	pen_open(pen, PEN_MUTED);
	pen_c(pen, words);
	pen_close(pen, PEN_MUTED);
}

void pen_tell_list(struct pen *pen, const struct list *texts)
{
	const struct text *text = texts->at;

	if (!list_has_text(texts))
		return;
	pen_open(pen, PEN_LIST);
	for (size_t i = 0; i < texts->len; i++) {
		if (!text_is_given(&text[i]))
			continue;
		pen_open(pen, PEN_ITEM);
		pen_tell(pen, &text[i]);
		pen_close(pen, PEN_ITEM);
	}
	pen_close(pen, PEN_LIST);
}

void pen_word(struct pen *pen, const char *word, bool is_first)
{
	struct buf english = { 0 };
	struct buf words = { 0 };

	buf_add_c(&english, word);
	for (size_t i = 0; i < english.len; i++) {
		if (english.at[i] == '-')
			english.at[i] = ' ';
	}
	buf_add(&words, own_words(pen->view, english.at));
	if (is_first && words.len && words.at[0] >= 'a' && words.at[0] <= 'z')
		words.at[0] = (char)(words.at[0] - 'a' + 'A');
	pen->type->own(pen, words.at);
	buf_release(&english);
	buf_release(&words);
}

static struct str claim(struct pen *pen, struct str id)
{
	/* Only that it is there matters; the map wants something to hold. */
	if (!is_id(id) || map_add(&pen->anchors, pen->view->arena, id, pen))
		return (struct str){ 0 };
	return id;
}

struct str pen_claim(struct pen *pen, const struct thing *thing)
{
	if (map_find(&pen->view->plan->by_id, thing->id) != thing)
		return (struct str){ 0 };
	return claim(pen, thing->id);
}

struct str pen_claim_old(struct pen *pen, struct str id)
{
	if (map_find(&pen->view->plan->by_id, id))
		return (struct str){ 0 };
	return claim(pen, id);
}

bool text_is_given(const struct text *text)
{
	return text->words.len || raw_words(text->node).len ||
	       (text->node && text->node->kind == NODE_MAP && text->node->count &&
		!text->node->bad);
}

bool value_is_given(const struct value *value)
{
	struct text text = { value->node, value->text };

	return text_is_given(&text);
}

bool date_is_given(const struct date *date)
{
	return date->kind != DATE_NONE && (date->kind != DATE_BAD || raw_words(date->node).len);
}

bool word_is_given(const struct word *word)
{
	return word->node && !word->node->bad && !node_is_null(word->node);
}

bool list_has_text(const struct list *texts)
{
	const struct text *text = texts->at;

	for (size_t i = 0; i < texts->len; i++) {
		if (text_is_given(&text[i]))
			return true;
	}
	return false;
}
