/* Markdown that is made at random, but so that what it means is known. */
#include "base/attributes.h"
#include "markdown/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A generator of numbers that gives the same on every machine. */
struct dice {
	uint32_t seed;
};

static uint32_t throw(struct dice * dice, uint32_t sides)
{
	dice->seed = dice->seed * 1664525u + 1013904223u;
	return (dice->seed >> 8) % sides;
}

/*
 * Markdown of known meaning. A word that is seen has a byte 1 before it while
 * the text is made; the same words stand without it where they are not seen, to
 * lead astray.
 */
struct maker {
	struct dice dice;
	struct buf text;
	unsigned words;  /* seen so far */
	bool is_heading; /* what is being made has no hard breaks */
};

static void add_hidden(struct maker *maker)
{
	buf_printf(&maker->text, "w%uq", maker->words + throw(&maker->dice, 4));
}

static void add_seen(struct maker *maker)
{
	buf_printf(&maker->text, "\1w%uq", maker->words++);
}

static void add_inlines(struct maker *maker, unsigned depth, bool in_link);

static void add_link(struct maker *maker, unsigned depth)
{
	static const char *const ends[] = { "](", "](<", "][dw]" };
	uint32_t kind = throw(&maker->dice, 6);

	if (kind > 3) {
		buf_add_c(&maker->text, kind == 4 ? "[\1dw][]" : "[\1dw]");
		return;
	}
	kind = kind % 3;
	buf_add_byte(&maker->text, '[');
	add_inlines(maker, depth + 1, true);
	buf_add_c(&maker->text, ends[kind]);
	if (kind == 2)
		return;
	add_hidden(maker);
	buf_add_c(&maker->text, kind == 1 ? " >" : "(a)");
	if (throw(&maker->dice, 2)) {
		buf_add_c(&maker->text, throw(&maker->dice, 3) ? " \"" : "\n\"");
		add_hidden(maker);
		buf_add_c(&maker->text, " \\\" \"");
	}
	buf_add_byte(&maker->text, ')');
}

static void add_wrapped(struct maker *maker, const char *before, bool is_seen, const char *after)
{
	buf_add_c(&maker->text, before);
	if (is_seen)
		add_seen(maker);
	else
		add_hidden(maker);
	buf_add_c(&maker->text, after);
}

static void add_inline(struct maker *maker, unsigned depth, bool in_link)
{
	uint32_t kind = throw(&maker->dice, depth > 3 ? 10 : 16);
	const char *mark = kind == 14 ? "*" : throw(&maker->dice, 2) ? "**" : "_";

	switch (kind) {
	case 0: buf_add_c(&maker->text, throw(&maker->dice, 2) ? "&amp;" : "\\*"); break;
	case 1: buf_add_c(&maker->text, throw(&maker->dice, 2) ? "&ngE;" : "&#x21;"); break;
	case 2: add_wrapped(maker, "`", true, "`"); break;
	case 3: add_wrapped(maker, "`` ` ", true, " ``"); break;
	case 4: add_wrapped(maker, "`a\n   ", true, "`"); break;
	case 5: add_wrapped(maker, "<b title=\"", true, "\">"); break;
	case 6: add_wrapped(maker, "&amp; <!-- ", false, " -->"); break;
	case 10:
	case 11:
		if (in_link)
			add_seen(maker);
		else
			add_link(maker, depth);
		break;
	case 12:
		buf_add_c(&maker->text, "![");
		add_inlines(maker, depth + 1, in_link);
		add_wrapped(maker, "](", false, ")");
		break;
	case 13: add_wrapped(maker, in_link ? "" : "<https://", true, in_link ? "" : ">"); break;
	case 14:
	case 15:
		buf_add_c(&maker->text, mark);
		add_inlines(maker, depth + 1, in_link);
		buf_add_c(&maker->text, mark);
		break;
	default: add_seen(maker); break;
	}
}

static void add_inlines(struct maker *maker, unsigned depth, bool in_link)
{
	static const char *const gaps[] = { " ", " ", " ", "\n", " \n", "\n  ", "  \n", "\\\n" };

	add_seen(maker);
	for (uint32_t count = throw(&maker->dice, 5); count; count--) {
		buf_add_c(&maker->text, gaps[throw(&maker->dice, maker->is_heading ? 6 : 8)]);
		add_inline(maker, depth, in_link);
	}
	buf_add_byte(&maker->text, ' ');
	add_seen(maker);
}

/* Puts `prefix` behind each line end from `begin` on; a lazy paragraph leaves some out. */
static void add_prefix(struct maker *maker, size_t begin, const char *prefix, bool is_lazy)
{
	struct buf old = maker->text;

	buf_init(&maker->text);
	for (size_t i = 0; i < old.len; i++) {
		buf_add_byte(&maker->text, old.at[i]);
		if (i >= begin && old.at[i] == '\n' && !(is_lazy && throw(&maker->dice, 3) == 0))
			buf_add_c(&maker->text, prefix);
	}
	buf_release(&old);
}

static void add_paragraph(struct maker *maker, const char *prefix, uint32_t kind)
{
	size_t begin = maker->text.len;

	if (kind == 1)
		buf_add_c(&maker->text, "## ");
	if (kind == 2) {
		add_wrapped(maker, "[a b]: ", false, "\n  'w1q");
		add_wrapped(maker, "\n", false, "'\n");
		add_wrapped(maker, "[c]:\n<", false, ">\n");
	}
	maker->is_heading = kind == 1 || kind == 3;
	add_inlines(maker, 0, false);
	for (size_t i = begin; kind == 1 && i < maker->text.len; i++) {
		if (maker->text.at[i] == '\n')
			maker->text.at[i] = ' ';
	}
	if (kind == 1 && throw(&maker->dice, 2))
		buf_add_c(&maker->text, " ##");
	if (kind == 3)
		buf_add_c(&maker->text, "\n===");
	add_prefix(maker, begin, prefix, kind == 0);
}

static void add_blocks(struct maker *maker, unsigned depth, const char *prefix);

static void add_list(struct maker *maker, unsigned depth, const char *prefix)
{
	static const char *const markers[] = { "- ", "* ", "-   ", "1. ", "12) ", "-\t" };
	/* The tab comes last: where it is four columns wide. */
	const char *marker = markers[throw(&maker->dice, strlen(prefix) % 4 ? 5 : 6)];
	size_t width = strcmp(marker, "-\t") == 0 ? 4 : strlen(marker);
	char inner[200];

	snprintf(inner, sizeof(inner), "%s%*s", prefix, (int)width, "");
	for (uint32_t count = 1 + throw(&maker->dice, 3); count; count--) {
		buf_add_c(&maker->text, marker);
		add_blocks(maker, depth + 1, inner);
		if (count > 1)
			buf_printf(&maker->text, "\n%s", prefix);
	}
}

static void add_code(struct maker *maker, const char *prefix, const char *open, const char *close)
{
	size_t begin = maker->text.len;

	buf_add_c(&maker->text, open);
	if (*open == '`')
		add_hidden(maker);
	for (uint32_t count = 1 + throw(&maker->dice, 3); count; count--)
		add_wrapped(maker, throw(&maker->dice, 3) ? "\n " : "\n\n", true, " *x* &amp;");
	buf_add_c(&maker->text, close);
	add_prefix(maker, begin, prefix, false);
}

static void add_block(struct maker *maker, unsigned depth, const char *prefix)
{
	uint32_t kind = throw(&maker->dice, depth > 4 ? 6 : 9);
	char inner[200];

	switch (kind) {
	case 4: add_code(maker, prefix, "``` ", "\n```"); break;
	case 5: add_code(maker, prefix, "<pre>", "\n</pre>"); break;
	case 6: add_list(maker, depth, prefix); break;
	case 7: add_code(maker, prefix, "~~~", "\n~~~"); break;
	case 8:
		snprintf(inner, sizeof(inner), "%s> ", prefix);
		buf_add_c(&maker->text, "> ");
		add_blocks(maker, depth + 1, inner);
		break;
	default: add_paragraph(maker, prefix, kind); break;
	}
}

static void add_blocks(struct maker *maker, unsigned depth, const char *prefix)
{
	for (uint32_t count = 1 + throw(&maker->dice, 3); count; count--) {
		add_block(maker, depth, prefix);
		if (count > 1)
			buf_printf(&maker->text, "\n%s\n%s", prefix, prefix);
	}
}

static void add_document(struct maker *maker)
{
	maker->words = 0;
	add_blocks(maker, 0, "");
	buf_add_c(&maker->text, "\n\n[dw]: w3q\n");
}

#define SEEN_MOST 4000

/* Takes the bytes 1 out and gives where they were. */
static size_t find_seen(struct buf *text, size_t *places)
{
	size_t len = 0;
	size_t count = 0;

	for (size_t i = 0; i < text->len; i++) {
		if (text->at[i] != '\1')
			text->at[len++] = text->at[i];
		else if (count < SEEN_MOST)
			places[count++] = len;
	}
	text->len = len;
	text->at[len] = '\0';
	return count;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Whether a word of the maker begins at i. */
static size_t word_span(struct str text, size_t i)
{
	size_t end = i;

	if (i && is_word_byte(text.at[i - 1]))
		return 0;
	while (end < text.len && is_word_byte(text.at[end]))
		end++;
	if (end - i == 2 && text.at[i] == 'd')
		return 2;
	return end > i + 2 && text.at[i] == 'w' && text.at[end - 1] == 'q' ? end - i : 0;
}

/* All words of the runs, in order, stand where they were put. */
static bool check_places(struct str text, const size_t *places, size_t count)
{
	struct arena arena;
	struct runs runs;
	size_t next = 0;
	bool good = true;

	arena_init(&arena);
	runs = markdown_runs(text, &arena);
	for (size_t i = 0; i < runs.len; i++) {
		const struct run *run = &runs.at[i];

		for (size_t j = 0; good && j < run->text.len; j++) {
			size_t len = word_span(run->text, j);

			for (size_t k = 0; k < len; k++)
				good = good && next < count &&
				       run_offset(run, j + k) == places[next] + k;
			good = good && (!len || run_end(run, j + len) == places[next] + len);
			next += len > 0;
		}
	}
	arena_release(&arena);
	return good && next == count;
}

static void test_places(void **state)
{
	struct maker maker = { .dice = { 11 } };
	size_t *places = calloc(SEEN_MOST, sizeof(*places));

	(void)state;
	for (int i = 0; i < 1500; i++) {
		size_t count;

		buf_init(&maker.text);
		add_document(&maker);
		count = find_seen(&maker.text, places);
		if (count < SEEN_MOST && !check_places(buf_str(&maker.text), places, count))
			fail_msg("text %d: words are out of place in\n%s", i, maker.text.at);
		buf_release(&maker.text);
	}
	free(places);
}

/* What is left when every run of white space is one space. */
static struct str squeeze(struct str text, struct arena *arena)
{
	char *out = arena_alloc_text(arena, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		bool is_white = text.at[i] == ' ' || (text.at[i] >= '\t' && text.at[i] <= '\r');

		if (!is_white)
			out[len++] = text.at[i];
		else if (len && out[len - 1] != ' ')
			out[len++] = ' ';
	}
	while (len && out[len - 1] == ' ')
		len--;
	return (struct str){ out, len };
}

/* A text of known meaning that is written anew makes the very same page. */
static void test_rewriting(void **state)
{
	struct maker maker = { .dice = { 23 } };
	size_t *places = calloc(SEEN_MOST, sizeof(*places));

	(void)state;
	for (int i = 0; i < 1000; i++) {
		struct buf html = { 0 }, again = { 0 }, markdown = { 0 };
		struct arena arena;

		arena_init(&arena);
		buf_init(&maker.text);
		add_document(&maker);
		find_seen(&maker.text, places);
		markdown_to_html(buf_str(&maker.text), 0, &html);
		markdown_to_markdown(buf_str(&maker.text), 0, 0, &markdown);
		markdown_to_html(buf_str(&markdown), 0, &again);
		if (!str_equal(squeeze(buf_str(&html), &arena), squeeze(buf_str(&again), &arena)))
			fail_msg("text %d has become\n%s\nof\n%s", i, markdown.at, maker.text.at);
		buf_release(&html);
		buf_release(&again);
		buf_release(&markdown);
		buf_release(&maker.text);
		arena_release(&arena);
	}
	free(places);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_rewriting),
	};

	return cmocka_run_group_tests_name("markdown places", tests, NULL, NULL);
}
