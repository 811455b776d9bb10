/* What the fields of the ledger hold. */
#include "diff/ledger_run.h"
#include "diff/value.h"

#include <stdlib.h>

void ledger_keep(struct ledger *ledger, struct str *kept, struct str text)
{
	if (!str_equal(*kept, text))
		*kept = arena_copy(&ledger->arena, text);
}

static int compare_ids(const void *a, const void *b)
{
	const struct str *x = a;
	const struct str *y = b;

	return str_compare(*x, *y);
}

/* One id, or a list of them. */
static void read_ids(struct arena *arena, struct ledger_value *value, const struct node *node)
{
	size_t count = node->kind == NODE_LIST ? node->count : 1;
	struct str *ids = arena_new_array(arena, struct str, count);

	for (size_t i = 0; i < count; i++) {
		struct str id = node_words(node->kind == NODE_LIST ? node->items[i] : node);

		if (id.len)
			ids[value->id_count++] = arena_copy(arena, id);
	}
	qsort(ids, value->id_count, sizeof(*ids), compare_ids);
	value->ids = ids;
}

void ledger_read(struct arena *arena, struct ledger_value *value, enum ledger_about about,
		 const struct node *node)
{
	struct str words = node_words(node);
	struct str fix, why;
	struct arena own;

	*value = (struct ledger_value){ 0 };
	if (about == LEDGER_LEAD) {
		if (node_is_given(node))
			read_ids(arena, value, node);
		return;
	}
	if (!words.len)
		return;
	value->text = arena_copy(arena, words);
	if (about != LEDGER_DATE)
		return;
	arena_init(&own);
	date_parse(words, &own, &value->date, &fix, &why);
	arena_release(&own);
}
