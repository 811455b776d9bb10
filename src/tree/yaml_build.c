#include "base/bug.h"
#include "tree/place.h"
#include "tree/yaml_check.h"
#include "tree/yaml_reader.h"

#include <string.h>
#include <yaml.h>

/* An anchor and a tag in front of something; NULL where there is none. */
struct properties {
	const unsigned char *anchor;
	const unsigned char *tag;
	struct span tag_place;
};

static struct span span_of(const struct reader *reader, uint32_t begin, uint32_t end)
{
	return (struct span){ reader->build.source, begin, end };
}

static struct str str_of(const unsigned char *c_string)
{
	return str_from((const char *)c_string);
}

/* libyaml passes over a byte order mark at the start of any line. */
static bool is_mark(struct str bytes, uint32_t at)
{
	return bytes.at[at] == '\xEF' && bytes.len - at >= 3 && bytes.at[at + 1] == '\xBB' &&
	       bytes.at[at + 2] == '\xBF' && at > 0 &&
	       (bytes.at[at - 1] == '\n' || bytes.at[at - 1] == '\r');
}

uint32_t yaml_skip_idle(struct str bytes, uint32_t at)
{
	while (at < bytes.len) {
		char c = bytes.at[at];

		if (c == '#') {
			while (at < bytes.len && bytes.at[at] != '\n' && bytes.at[at] != '\r')
				at++;
		} else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			at++;
		} else if (is_mark(bytes, at)) {
			at += 3;
		} else {
			break;
		}
	}
	return at;
}

#define EXCERPT 48

struct str yaml_excerpt(struct reader *reader, uint32_t begin, uint32_t end)
{
	struct str words = str_slice(reader->build.source->bytes, begin, end);
	size_t len = 0;

	while (len < words.len && words.at[len] != '\n' && words.at[len] != '\r')
		len++;
	if (len <= EXCERPT && len == words.len)
		return words;
	if (len > EXCERPT)
		len = EXCERPT;
	while (len > 0 && ((unsigned char)words.at[len] & 0xC0) == 0x80)
		len--;
	return arena_printf(reader->build.arena, "%.*s…", (int)len, words.at);
}

static bool is_of_name(char c)
{
	char letter = (char)(c | 0x20);

	return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/* Behind an anchor, which is of ASCII letters; or a tag, which ends at white space or a comma. */
static uint32_t skip_property(struct str bytes, uint32_t at)
{
	if (bytes.at[at] == '&') {
		for (at++; at < bytes.len && is_of_name(bytes.at[at]);)
			at++;
		return at;
	}
	if (at + 1 < bytes.len && bytes.at[at + 1] == '<')
		return (uint32_t)str_find_byte(bytes, '>', at) + 1;
	while (at < bytes.len && !strchr(" \t\n\r,", bytes.at[at]))
		at++;
	return at;
}

/* Where the anchor and the tag end that begin at `at`; notes the place of the tag. */
static uint32_t skip_properties(struct reader *reader, struct properties *properties, uint32_t at)
{
	struct str bytes = reader->build.source->bytes;
	int count = (properties->anchor != NULL) + (properties->tag != NULL);

	for (int i = 0; i < count; i++) {
		uint32_t begin = yaml_skip_idle(bytes, at);

		at = skip_property(bytes, begin);
		if (bytes.at[begin] == '!')
			properties->tag_place = span_of(reader, begin, at);
	}
	return at;
}

static bool stop_at_limit(struct reader *reader, struct span span)
{
	struct finding *finding;

	if (reader->written > YAML_MAX_NODES) {
		finding = report_add(
			reader->report, &kind_yaml_limit, span,
			"the file holds more than 100,000 values, the most that is read");
		finding_hint(reader->report, finding,
			     "divide it: each theme and section may be a file of its own");
		return false;
	}
	finding = report_add(
		reader->report, &kind_yaml_alias, span,
		"with all that words with * repeat, the file holds more than 100,000 values");
	finding_hint(reader->report, finding, "write out what it should say");
	return false;
}

static bool stop_at_depth(struct reader *reader, struct span span)
{
	report_add(reader->report, &kind_yaml_limit, span,
		   "lists and groups stand more than %d deep in one another, the most that is read",
		   YAML_MAX_DEPTH);
	return false;
}

/* Counts a node, and what it repeats, towards the bound. */
static bool count(struct reader *reader, uint32_t size, struct span span)
{
	reader->written++;
	reader->total += size;
	return reader->total <= YAML_MAX_NODES || stop_at_limit(reader, span);
}

/* Puts a whole node where it belongs: in what is open, or at the root. */
static void place_node(struct reader *reader, struct node *node, uint32_t size, uint32_t height)
{
	struct frame *frame;

	if (!reader->depth) {
		reader->root = node;
		return;
	}
	frame = &reader->frames[reader->depth - 1];
	frame->size += size;
	if (frame->height < height)
		frame->height = height;
	build_push(&reader->build, node);
}

/* The name stands for this node from here on. */
static struct anchor *name_node(struct reader *reader, const unsigned char *name, struct node *node)
{
	struct arena *arena = reader->build.arena;
	struct anchor *anchor = arena_new(arena, struct anchor);
	struct anchor *earlier;

	anchor->node = node;
	anchor->size = 1;
	earlier = map_add(&reader->anchors, arena, arena_copy(arena, str_of(name)), anchor);
	if (!earlier)
		return anchor;
	*earlier = *anchor;
	return earlier;
}

/*
 * Where a value that is not there would stand: right behind its colon, which
 * comes after the key and before `mark`; else behind the key.
 */
static uint32_t empty_place(struct reader *reader, uint32_t mark)
{
	const struct frame *frame = reader->depth ? &reader->frames[reader->depth - 1] : NULL;
	struct str bytes = reader->build.source->bytes;
	uint32_t at;

	if (!frame || frame->node->kind != NODE_MAP ||
	    (reader->build.pile.len - frame->first) % 2 == 0)
		return mark;
	at = yaml_skip_idle(bytes, reader->last_end);
	return at < mark && bytes.at[at] == ':' ? at + 1 : reader->last_end;
}

/* The value: a piece of the file where that holds it byte for byte, else a copy. */
static void set_text(struct reader *reader, struct node *node, struct str value)
{
	struct str bytes = reader->build.source->bytes;
	uint32_t quote = node->style == STYLE_SINGLE || node->style == STYLE_DOUBLE;
	const char *written = bytes.at + node->begin + quote;

	if (node->style <= STYLE_DOUBLE && node->end - node->begin - 2 * quote == value.len &&
	    (!value.len || memcmp(written, value.at, value.len) == 0)) {
		node->text = (struct str){ written, value.len };
		return;
	}
	if (!reader->has_odd_breaks || !yaml_has_replacement(value)) {
		node->text = arena_copy(reader->build.arena, value);
		return;
	}
	node->text = value;
	node->text = place_text(node, reader->build.arena);
}

/* libyaml's styles of scalars are ours, counted from 1. */
_Static_assert((int)YAML_PLAIN_SCALAR_STYLE == STYLE_PLAIN + 1, "styles");
_Static_assert((int)YAML_SINGLE_QUOTED_SCALAR_STYLE == STYLE_SINGLE + 1, "styles");
_Static_assert((int)YAML_DOUBLE_QUOTED_SCALAR_STYLE == STYLE_DOUBLE + 1, "styles");
_Static_assert((int)YAML_LITERAL_SCALAR_STYLE == STYLE_LITERAL + 1, "styles");
_Static_assert((int)YAML_FOLDED_SCALAR_STYLE == STYLE_FOLDED + 1, "styles");

static enum last last_of_style(enum node_style style)
{
	return style >= STYLE_LITERAL ? LAST_BLOCK : (enum last)(LAST_PLAIN + style);
}

/* Where a scalar begins and ends, from libyaml's marks. */
static void place_scalar(struct reader *reader, struct node *node, struct properties *properties,
			 struct str value)
{
	struct str bytes = reader->build.source->bytes;
	bool is_empty = !value.len && node->style == STYLE_PLAIN;

	if (properties->anchor || properties->tag) {
		node->begin = skip_properties(reader, properties, node->begin);
		if (is_empty)
			node->end = node->begin;
		else
			node->begin = yaml_skip_idle(bytes, node->begin);
	} else if (is_empty) {
		node->begin = node->end = empty_place(reader, node->begin);
	}
	if (node->style >= STYLE_LITERAL)
		node->end = place_block_end(bytes, node->begin, node->end, value);
}

static bool take_scalar(struct reader *reader, const yaml_event_t *event)
{
	struct properties properties = { event->data.scalar.anchor, event->data.scalar.tag, { 0 } };
	struct str value = { (const char *)event->data.scalar.value, event->data.scalar.length };
	uint32_t begin = cursor_move(&reader->cursor, event->start_mark.index);
	uint32_t end = cursor_move(&reader->cursor, event->end_mark.index);
	struct node *node = build_node(&reader->build, NODE_SCALAR, begin, end);

	node->style = (uint8_t)(event->data.scalar.style - 1);
	place_scalar(reader, node, &properties, value);
	set_text(reader, node, value);
	if (node->style == STYLE_PLAIN)
		node->type = (uint8_t)node_type_of_plain(node->text);
	if (properties.tag)
		yaml_apply_tag(reader, node, str_of(properties.tag), properties.tag_place);
	if (properties.anchor)
		name_node(reader, properties.anchor, node);
	if (node->begin < node->end || reader->depth || properties.tag || properties.anchor)
		reader->last = last_of_style((enum node_style)node->style);
	reader->last_begin = node->begin;
	reader->last_end = node->end;
	place_node(reader, node, 1, 0);
	return count(reader, 1, node_span(node));
}

/* A name that stands for nothing, or for what it is in: its own words in its place, marked bad. */
static bool take_bad_alias(struct reader *reader, struct span span, struct str name, bool is_open)
{
	struct node *node = build_node(&reader->build, NODE_SCALAR, span.begin, span.end);
	struct str words = yaml_excerpt(reader, span.begin, span.end);
	struct finding *finding;

	node->text = str_slice(reader->build.source->bytes, span.begin, span.end);
	node->bad = true;
	finding = report_add(
		reader->report, &kind_yaml_alias, span,
		is_open ? "“%.*s” repeats the part of the file that it stands in"
			: "“%.*s” is to repeat a part of the file, and none has that name",
		STR_ARG(words));
	if (is_open)
		finding_hint(reader->report, finding, "write out what it should say");
	else
		finding_hint(
			reader->report, finding,
			"if it is a text, put it in quotes: \"%.*s\"; else write &%.*s in front of "
			"the part that is meant",
			STR_ARG(words), (int)(name.len < EXCERPT ? name.len : EXCERPT), name.at);
	place_node(reader, node, 1, 0);
	return count(reader, 1, span);
}

static bool take_alias(struct reader *reader, const yaml_event_t *event)
{
	struct str name = str_of(event->data.alias.anchor);
	const struct anchor *anchor = map_find(&reader->anchors, name);
	uint32_t begin = cursor_move(&reader->cursor, event->start_mark.index);
	struct span span = span_of(reader, begin,
				   cursor_move(&reader->cursor, event->end_mark.index));

	reader->last = LAST_ALIAS;
	reader->last_begin = span.begin;
	reader->last_end = span.end;
	if (!anchor || anchor->is_open)
		return take_bad_alias(reader, span, name, anchor != NULL);
	if (reader->depth + anchor->height > YAML_MAX_DEPTH)
		return stop_at_depth(reader, span);
	place_node(reader, anchor->node, anchor->size, anchor->height);
	return count(reader, anchor->size, span);
}

static bool open_collection(struct reader *reader, struct node *node, struct properties properties)
{
	struct frame *frame;

	if (reader->depth == YAML_MAX_DEPTH)
		return stop_at_depth(reader, span_of(reader, node->begin, node->begin + 1));
	if (properties.anchor || properties.tag)
		node->begin = yaml_skip_idle(node->source->bytes,
					     skip_properties(reader, &properties, node->begin));
	if (properties.tag)
		yaml_apply_tag(reader, node, str_of(properties.tag), properties.tag_place);
	frame = &reader->frames[reader->depth++];
	*frame = (struct frame){ .node = node, .first = reader->build.pile.len, .size = 1 };
	if (properties.anchor) {
		frame->anchor = name_node(reader, properties.anchor, node);
		frame->anchor->is_open = true;
	}
	reader->last_end = node->begin;
	return count(reader, 1, span_of(reader, node->begin, node->begin + 1));
}

static bool take_start(struct reader *reader, const yaml_event_t *event)
{
	bool is_list = event->type == YAML_SEQUENCE_START_EVENT;
	uint32_t begin = cursor_move(&reader->cursor, event->start_mark.index);
	struct node *node = build_node(&reader->build, is_list ? NODE_LIST : NODE_MAP, begin,
				       begin);
	bool is_flow;

	if (is_list) {
		is_flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
		node->style = is_flow ? STYLE_FLOW : STYLE_BLOCK;
		return open_collection(reader, node,
				       (struct properties){ event->data.sequence_start.anchor,
							    event->data.sequence_start.tag,
							    { 0 } });
	}
	is_flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	node->style = is_flow ? STYLE_FLOW : STYLE_BLOCK;
	return open_collection(reader, node,
			       (struct properties){ event->data.mapping_start.anchor,
						    event->data.mapping_start.tag,
						    { 0 } });
}

static void take_end(struct reader *reader, const yaml_event_t *event)
{
	struct frame *frame = &reader->frames[--reader->depth];
	struct node *node = frame->node;

	/* Only a bracket has a width; else it ends with its last item. */
	if (node->style == STYLE_FLOW && event->start_mark.index < event->end_mark.index) {
		reader->last_end = cursor_move(&reader->cursor, event->end_mark.index);
		reader->last_begin = node->begin;
		reader->last = LAST_FLOW;
	}
	node->end = reader->last_end;
	build_close(&reader->build, node, frame->first);
	if (node->kind == NODE_MAP)
		yaml_check_keys(reader, node);
	if (frame->anchor && frame->anchor->node == node) {
		frame->anchor->is_open = false;
		frame->anchor->size = frame->size;
		frame->anchor->height = frame->height + 1;
	}
	place_node(reader, node, frame->size, frame->height + 1);
}

bool yaml_take_event(struct reader *reader, const struct yaml_event_s *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT: return take_scalar(reader, event);
	case YAML_ALIAS_EVENT: return take_alias(reader, event);
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT: return take_start(reader, event);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT: take_end(reader, event); return true;
	default: BUG("event %d of libyaml", (int)event->type);
	}
}
