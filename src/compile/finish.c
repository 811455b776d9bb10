#include "compile/finish.h"
#include "base/buf.h"
#include "compile/since.h"
#include "compile/waivers.h"

#include <inttypes.h>

/* The version that fingerprints begin with; another way to make them needs another one. */
#define FINGERPRINT "p1"

static const struct document *document_of(const struct finding *finding)
{
	return (const struct document *)finding->span.source;
}

static bool holds(const struct node *node, uint32_t offset)
{
	return node->begin <= offset && offset <= node->end;
}

/*
 * The pair that the offset stands in: the last one that begins at or before it.
 * What an alias repeats stands elsewhere in the file, and is not looked for.
 */
static const struct pair *pair_at(const struct node *map, uint32_t offset)
{
	size_t low = 0;
	size_t high = map->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (map->pairs[middle].key->begin <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return NULL;
	return holds(map->pairs[low - 1].key, offset) || holds(map->pairs[low - 1].value, offset)
		       ? &map->pairs[low - 1]
		       : NULL;
}

static const struct node *item_at(const struct node *list, uint32_t offset)
{
	size_t low = 0;
	size_t high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list->items[middle]->begin <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low && holds(list->items[low - 1], offset) ? list->items[low - 1] : NULL;
}

static bool has_address(struct str key)
{
	return str_equal(key, STR("themes")) || str_equal(key, STR("sections")) ||
	       str_equal(key, STR("actions"));
}

static struct str id_of(const struct node *node)
{
	const struct node *id = node_find(node, STR("id"));

	return id && id->kind == NODE_SCALAR && !id->bad ? id->text : (struct str){ 0 };
}

/* Where a place is in the terms of what the file holds. */
struct location {
	struct str fragment;     /* the id of the innermost theme, section or action, or empty */
	struct buf path;         /* of keys from there on, with ids instead of positions */
	const struct node *leaf; /* the scalar that the place is in, key or value; NULL: none */
};

static void locate(const struct document *document, uint32_t offset, struct location *location)
{
	const struct node *node = document->root;
	bool is_part = document->plan && node != NULL &&
		       &document->source != document->plan->source;
	struct buf *path = &location->path;
	struct str key = { 0 };

	*location = (struct location){ .fragment = is_part ? id_of(node) : (struct str){ 0 } };

	while (node) {
		if (node->kind == NODE_MAP) {
			const struct pair *pair = pair_at(node, offset);

			key = pair ? pair->key->text : (struct str){ 0 };
			buf_add_byte(path, '.');
			buf_add(path, key);
			node = pair && holds(pair->key, offset) ? pair->key
			       : pair                           ? pair->value
								: NULL;
		} else if (node->kind == NODE_LIST) {
			node = item_at(node, offset);
			if (!node || node->kind != NODE_MAP || !id_of(node).len)
				continue;
			if (has_address(key)) {
				/* Where it stands in the plan may change, and in which file. */
				location->fragment = id_of(node);
				path->len = 0;
			} else {
				buf_add_byte(path, '#');
				buf_add(path, id_of(node));
			}
		} else {
			location->leaf = node;
			break;
		}
	}
}

/*
 * The value a finding speaks of, without its quotes and with its white space made
 * one, so that to quote or to refold it changes nothing.
 */
static void add_value(struct buf *out, const struct finding *finding, const struct node *leaf)
{
	struct span span = finding->span;
	bool is_whole = leaf && leaf->begin == span.begin && leaf->end == span.end;
	struct str bytes = is_whole ? str_trim(leaf->text)
				    : str_slice(span.source->bytes, span.begin, span.end);
	bool gap = false;

	for (size_t i = 0; i < bytes.len; i++) {
		char c = bytes.at[i];

		if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
			gap = true;
			continue;
		}
		if (gap)
			buf_add_byte(out, ' ');
		gap = false;
		buf_add_byte(out, c);
	}
}

/* 128 bits of a text: two FNV-1a hashes, the second of the text behind the first one's digits. */
static struct str fingerprint_of(struct arena *arena, struct buf *text)
{
	uint64_t first = str_hash(buf_str(text));

	buf_printf(text, "%016" PRIx64, first);
	return arena_printf(arena, FINGERPRINT ":%016" PRIx64 "%016" PRIx64, first,
			    str_hash(buf_str(text)));
}

static void place_finding(struct compilation *result, struct finding *finding, bool is_strict)
{
	const struct document *document = document_of(finding);
	struct arena *arena = &result->arena;
	struct buf text = { 0 };
	struct location location;
	struct str fragment;

	locate(document, finding->span.begin, &location);
	fragment = finding->gone.len ? finding->gone : location.fragment;
	if (document->council)
		finding->address = document->council->thing.id;
	if (document->plan) {
		finding->plan = document->plan->thing.id;
		finding->address = fragment.len && !finding->is_of_plan
					   ? arena_printf(arena, "%.*s#%.*s",
							  STR_ARG(finding->plan), STR_ARG(fragment))
					   : finding->plan;
	}
	finding->severity = settings_level(&result->settings, finding->kind,
					   is_strict || finding->is_of_adopted || !document->plan ||
						   plan_is_adopted(document->plan));
	buf_printf(&text, "%s\n%.*s\n", finding->kind->name, STR_ARG(finding->address));
	buf_add(&text, buf_str(&location.path));
	buf_add_byte(&text, '\n');
	add_value(&text, finding, location.leaf);
	finding->fingerprint = fingerprint_of(arena, &text);
	buf_release(&location.path);
	buf_release(&text);
}

/* Findings alike in all that a fingerprint knows get a number among equals, in the order of their places. */
static void number_equals(struct compilation *result)
{
	struct arena *arena = &result->arena;
	struct map seen = { 0 };

	for (size_t i = 0; i < result->report.findings.len; i++) {
		struct finding *finding = result->report.findings.at[i];
		size_t *count = map_find(&seen, finding->fingerprint);
		struct buf text = { 0 };

		if (!count) {
			count = arena_new(arena, size_t);
			map_add(&seen, arena, finding->fingerprint, count);
		}
		if ((*count)++) {
			buf_printf(&text, "%.*s %zu", STR_ARG(finding->fingerprint), *count);
			finding->fingerprint = fingerprint_of(arena, &text);
		}
		buf_release(&text);
	}
}

/* Sorts, and places what is new. */
static void place(struct compilation *result, bool is_strict)
{
	report_sort(&result->report);
	for (size_t i = 0; i < result->report.findings.len; i++)
		if (!result->report.findings.at[i]->fingerprint.len)
			place_finding(result, result->report.findings.at[i], is_strict);
	report_drop_off(&result->report);
}

static void tell_all(struct report *report)
{
	for (size_t i = 0; i < report->findings.len; i++)
		report->findings.at[i]->state = STATE_NEW;
}

void finish_report(struct compilation *result, const struct compile_options *options)
{
	place(result, options->is_strict);
	waivers_apply(result, options->as_of);
	place(result, options->is_strict);
	number_equals(result);
	baseline_file_apply(result);
	if (options->tells_all)
		tell_all(&result->report);
	if (result->before)
		since_mark_known(result);
}

void finish_renamed(struct compilation *result, const struct compile_options *options)
{
	for (size_t i = 0; i < result->report.findings.len; i++) {
		struct finding *finding = result->report.findings.at[i];
		const struct plan *plan = document_of(finding)->plan;

		if (plan && !str_equal(plan->thing.id, finding->plan))
			finding->fingerprint = (struct str){ 0 };
	}
	place(result, options->is_strict);
	number_equals(result);
}
