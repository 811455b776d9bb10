#include "diff/spot.h"
#include "diff/pieces.h"
#include "diff/text.h"
#include "diff/value.h"
#include "markdown/markdown.h"

#define SLUG_BYTES 40

static struct str path_of(const struct spot *spot, struct str field)
{
	if (!spot->path.len || !field.len)
		return spot->path.len ? spot->path : field;
	return arena_printf(spot->run->arena, "%.*s.%.*s", STR_ARG(spot->path), STR_ARG(field));
}

static struct span span_of(const struct node *node)
{
	return node ? node_span(node) : (struct span){ 0 };
}

struct change *spot_add(const struct spot *spot, enum change_kind kind, struct str field)
{
	struct changes *changes = spot->run->changes;
	struct change change = {
		.kind = kind,
		.plan = spot->plan,
		.address = spot->address,
		.field = path_of(spot, field),
		.thing = spot->thing,
		.before = span_of(spot->before),
		.after = span_of(spot->after),
		.theme = spot->theme,
		.action = spot->action,
		.section = spot->section,
	};

	vec_add(spot->run->arena, &changes->list, change);
	changes->counts[kind]++;
	return &changes->list.at[changes->list.len - 1];
}

struct change *spot_add_nodes(const struct spot *spot, enum change_kind kind, struct str field,
			      const struct node *old, const struct node *new)
{
	struct change *change = spot_add(spot, kind, field);

	if (old) {
		change->old = (struct change_value){ .kind = VALUE_NODE, .node = old };
		change->before = node_span(old);
	}
	if (new) {
		change->new = (struct change_value){ .kind = VALUE_NODE, .node = new };
		change->after = node_span(new);
	}
	return change;
}

static void set_text(struct change_value *value, struct str text)
{
	*value = (struct change_value){ .kind = text.len ? VALUE_TEXT : VALUE_NONE, .text = text };
}

void change_set_old(struct change *change, struct str text)
{
	set_text(&change->old, text);
}

void change_set_new(struct change *change, struct str text)
{
	set_text(&change->new, text);
}

static struct str plain(struct str text, bool is_markdown, struct arena *arena)
{
	return is_markdown ? markdown_words(text, arena) : text;
}

/* Whether any word differs: marks alone give no pieces. */
static bool tells(const struct piece *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (pieces[i].kind != PIECE_SAME)
			return true;
	}
	return false;
}

void spot_compare_text(const struct spot *spot, enum change_kind kind, struct str field,
		       const struct text_sides *texts)
{
	struct str before = text_without_end(texts->before);
	struct str after = text_without_end(texts->after);
	enum text_difference difference;
	struct change *change;
	struct arena own;

	arena_init(&own);
	difference = text_compare(before, after, texts->is_markdown, &own);
	if (difference != TEXT_SAME) {
		change = spot_add_nodes(spot,
					difference == TEXT_EDITORIAL ? CHANGE_TEXT_EDITORIAL : kind,
					field, texts->before_node, texts->after_node);
		change_set_old(change, before);
		change_set_new(change, after);
		change->text = texts->text;
		change->language = texts->language;
	}
	if (difference != TEXT_SAME && before.len && after.len) {
		struct arena *arena = spot->run->arena;

		change->pieces = pieces_new(arena, plain(before, texts->is_markdown, arena),
					    plain(after, texts->is_markdown, arena),
					    &spot->run->word_steps, &change->piece_count);
		if (!tells(change->pieces, change->piece_count))
			change->piece_count = 0;
	}
	arena_release(&own);
}

/* The first words of a folded text, joined by hyphens. */
static struct str slug(struct arena *arena, struct str folded)
{
	char *out = arena_alloc_text(arena, SLUG_BYTES);
	size_t len = 0;
	size_t end = 0; /* of the last whole word */

	for (size_t i = 0; i < folded.len && len < SLUG_BYTES; i++) {
		char c = folded.at[i];
		bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');

		if (is_kept)
			out[len++] = c;
		else if (len && out[len - 1] != '-')
			out[len++] = '-';
		if (c == ' ')
			end = len;
		if (i + 1 == folded.len)
			end = len;
	}
	len = end ? end : len;
	while (len && out[len - 1] == '-')
		len--;
	return (struct str){ out, len };
}

struct str spot_path(const struct spot *spot, struct str field, struct str id, struct str words)
{
	struct arena *arena = spot->run->arena;
	struct str name = id.len ? id : slug(arena, text_fold(words, arena));
	struct str path = path_of(spot, field);

	if (!name.len)
		return path;
	return arena_printf(arena, "%.*s[%.*s]", STR_ARG(path), STR_ARG(name));
}

const struct thing *spot_find(const struct thing *thing, struct str path, struct arena *arena)
{
	struct diff_run run = { .arena = arena };
	struct spot spot = { .run = &run };
	struct str name = str_slice(path, 0, str_find_byte(path, '[', 0));
	const struct field *field = thing_type_find(thing->type, name, 0);
	size_t close = str_find_byte(path, ']', name.len);
	const struct list *list;

	if (!field || field->type != FIELD_THINGS || close == path.len)
		return NULL;
	path.len = close + 1;
	list = (const void *)((const char *)thing + field->offset);
	for (size_t i = 0; i < list->len; i++) {
		const struct thing *item = (const void *)((const char *)list->at +
							  i * field->of->size);

		if (str_equal(spot_path(&spot, name, item->id, thing_title(item)), path))
			return item;
	}
	return NULL;
}

struct spot spot_inside(const struct spot *spot, struct str name, const struct thing *before,
			const struct thing *after)
{
	struct spot inside = *spot;
	const struct thing *first = before ? before : after;
	struct str id = after && after->id.len ? after->id : before ? before->id : first->id;

	inside.path = spot_path(spot, name, id, thing_title(first));
	if (!inside.thing || !thing_title(inside.thing).len)
		inside.thing = after ? after : before;
	inside.before = before ? before->node : NULL;
	inside.after = after ? after->node : NULL;
	return inside;
}
