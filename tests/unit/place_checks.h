/*
 * What must hold of the places in every tree, and of its texts. Used by the
 * tests of places.
 */
#ifndef UNIT_PLACE_CHECKS_H
#define UNIT_PLACE_CHECKS_H

#include "tree/place.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static void show_and_fail(const struct node *node, const char *what)
{
	struct place place = source_place(node->source, node->begin);

	fprintf(stderr, "%s: line %u, column %u of\n%.*s\n", what, place.line, place.column,
		STR_ARG(node->source->bytes));
	fail();
}

static void require(bool holds, const struct node *node, const char *what)
{
	if (!holds)
		show_and_fail(node, what);
}

/* Each run of letters of the value that the file holds as such reads the same there. */
static void check_words(const struct node *scalar, const uint32_t *map)
{
	struct str text = scalar->text;
	const char *bytes = scalar->source->bytes.at;

	for (size_t i = 0; i < text.len; i++) {
		/* A letter may be written as an escape: then the file has a backslash. */
		if (is_letter(text.at[i]) && bytes[map[i]] != '\\')
			require(bytes[map[i]] == text.at[i], scalar, "a letter reads otherwise");
		if ((unsigned char)text.at[i] >= 0x80 && bytes[map[i]] != '\\')
			require(bytes[map[i]] == text.at[i], scalar, "a byte reads otherwise");
	}
}

static void check_spans(const struct node *scalar, const uint32_t *map)
{
	size_t len = scalar->text.len;

	for (size_t begin = 0; begin < len; begin += 1 + len / 7) {
		size_t end = begin + (len - begin + 1) / 2;
		struct span span = node_span_of_text(scalar, begin, end);

		require(span.begin == map[begin], scalar, "a span begins elsewhere");
		/* Only within what one escape stands for may it end behind the next byte. */
		require(span.end <= map[end] || map[end] == map[end - 1], scalar,
			"a span ends too late");
		require(span.end >= span.begin, scalar, "a span ends before it begins");
		if (end > begin)
			require(span.end >= map[end - 1], scalar, "a span ends too early");
	}
	require(node_span_of_text(scalar, len, len).begin == map[len], scalar,
		"the end is elsewhere");
}

static void check_scalar(const struct node *scalar, struct arena *arena)
{
	struct str again = place_text(scalar, arena);
	const uint32_t *map = node_map_text(scalar, arena);
	size_t len = scalar->text.len;

	require(str_equal(again, scalar->text), scalar, "the second look makes another text");
	for (size_t i = 0; i < len; i++)
		require(map[i] <= map[i + 1], scalar, "the map goes back");
	require(map[0] >= scalar->begin && map[len] <= scalar->end, scalar,
		"the map leaves the scalar");
	check_words(scalar, map);
	check_spans(scalar, map);
}

/* Where a scalar begins and ends: at its quotes, at its first and last character. */
static void check_ends(const struct node *scalar)
{
	struct str bytes = scalar->source->bytes;
	char first = scalar->begin < scalar->end ? bytes.at[scalar->begin] : '\0';
	char last = scalar->begin < scalar->end ? bytes.at[scalar->end - 1] : '\0';

	switch ((enum node_style)scalar->style) {
	case STYLE_PLAIN:
		require(!strchr(" \t\r\n", first) || !first, scalar, "plain begins with a blank");
		require(!strchr(" \t\r\n", last) || !last, scalar, "plain ends with a blank");
		require(first || !scalar->text.len, scalar, "plain has no bytes");
		break;
	case STYLE_SINGLE:
		require(first == '\'' && last == '\'', scalar, "no single quotes");
		break;
	case STYLE_DOUBLE: require(first == '"' && last == '"', scalar, "no double quotes"); break;
	case STYLE_LITERAL: require(first == '|', scalar, "no |"); break;
	case STYLE_FOLDED: require(first == '>', scalar, "no >"); break;
	case STYLE_FLOW:
	case STYLE_BLOCK: fail();
	}
}

/* Items stand inside what they belong to, one behind the other. Returns the node's end. */
static void check_node(const struct node *node, struct arena *arena)
{
	uint32_t last = node->begin;
	uint32_t count = node->kind == NODE_MAP ? node->count * 2 : node->count;

	require(node->begin <= node->end && node->end <= node->source->bytes.len, node, "no span");
	if (node->kind == NODE_SCALAR) {
		check_ends(node);
		check_scalar(node, arena);
		return;
	}
	if (node->style == STYLE_BLOCK)
		require(node->begin < node->end, node, "a block of nothing");
	for (uint32_t i = 0; i < count; i++) {
		const struct node *item = node->kind == NODE_LIST ? node->items[i]
					  : i % 2                 ? node->pairs[i / 2].value
								  : node->pairs[i / 2].key;

		/* An alias stands for a node elsewhere. */
		if (item->begin < last &&
		    str_find(item->source->bytes, STR(" *"), 0) < item->source->bytes.len)
			continue;
		require(item->begin >= last, item, "an item begins before the last one ends");
		require(item->end <= node->end, item, "an item ends behind its list");
		check_node(item, arena);
		last = item->end;
	}
}

static struct node *read_text(struct str bytes, struct arena *arena, struct report *report)
{
	struct source *source = arena_new(arena, struct source);

	source_init(source, arena, STR("plan.yaml"), bytes);
	report_init(report, arena);
	return yaml_read(source, arena, report);
}

#endif
