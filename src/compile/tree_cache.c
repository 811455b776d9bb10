#include "compile/tree_cache.h"
#include "base/buf.h"
#include "base/sha1.h"
#include "tree/yaml.h"

#define MOST_BYTES ((size_t)256 * 1024 * 1024)

struct cached_tree {
	struct input_id id;
	struct arena arena;
	struct source source;
	struct node *root; /* NULL: it was let go */
	size_t asked;      /* when, by the clock of the cache */
};

void tree_cache_init(struct tree_cache *cache)
{
	*cache = (struct tree_cache){ 0 };
	arena_init(&cache->arena);
}

void tree_cache_release(struct tree_cache *cache)
{
	for (size_t i = 0; i < cache->list.len; i++)
		arena_release(&cache->list.at[i]->arena);
	file_schemas_close(&cache->schemas);
	arena_release(&cache->arena);
}

struct input_id tree_cache_id(struct str bytes)
{
	struct input_id id;
	struct sha1 sha1;
	struct buf head = { 0 };

	buf_printf(&head, "blob %zu", bytes.len);
	buf_add_byte(&head, '\0');
	sha1_init(&sha1);
	sha1_add(&sha1, buf_str(&head));
	sha1_add(&sha1, bytes);
	sha1_end(&sha1, id.bytes);
	buf_release(&head);
	return id;
}

/* About what a tree takes of what it has touched: its text, and nodes that are larger than that. */
static size_t size_of(const struct cached_tree *tree)
{
	return 4096 + 4 * tree->source.bytes.len;
}

static struct str key_of(const struct input_id *id)
{
	return (struct str){ (const char *)id->bytes, sizeof(id->bytes) };
}

struct node *tree_cache_find(struct tree_cache *cache, const struct input_id *id,
			     struct arena *arena, struct source *source)
{
	struct cached_tree *kept = map_find(&cache->by_id, key_of(id));

	if (!kept || !kept->root)
		return NULL;
	kept->asked = ++cache->clock;
	source->bytes = kept->source.bytes;
	source->is_ascii = kept->source.is_ascii;
	return node_copy(kept->root, arena, source);
}

/* Whether the tree was parsed without a fault. */
static bool parse(struct cached_tree *tree, struct str bytes)
{
	struct report report;

	report_init(&report, &tree->arena);
	source_init(&tree->source, &tree->arena, STR(""), arena_copy(&tree->arena, bytes));
	tree->root = yaml_read(&tree->source, &tree->arena, &report);
	return tree->root && !report.findings.len;
}

void tree_cache_add(struct tree_cache *cache, const struct input_id *id, struct str bytes)
{
	struct cached_tree *tree = map_find(&cache->by_id, key_of(id));

	if (!tree) {
		tree = arena_new(&cache->arena, struct cached_tree);
		tree->id = *id;
		map_add(&cache->by_id, &cache->arena, key_of(&tree->id), tree);
	}
	if (tree->root)
		return;
	arena_init(&tree->arena);
	cache->parsed++;
	if (!parse(tree, bytes)) {
		tree->root = NULL;
		arena_release(&tree->arena);
		return;
	}
	tree->asked = ++cache->clock;
	cache->bytes += size_of(tree);
	vec_add(&cache->arena, &cache->list, tree);
}

void tree_cache_trim(struct tree_cache *cache)
{
	while (cache->bytes > MOST_BYTES) {
		size_t oldest = 0;
		struct cached_tree *tree;

		for (size_t i = 1; i < cache->list.len; i++) {
			if (cache->list.at[i]->asked < cache->list.at[oldest]->asked)
				oldest = i;
		}
		tree = cache->list.at[oldest];
		cache->list.at[oldest] = cache->list.at[--cache->list.len];
		cache->bytes -= size_of(tree);
		tree->root = NULL;
		arena_release(&tree->arena);
	}
}
