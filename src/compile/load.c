#include "compile/load.h"
#include "compile/colours.h"
#include "compile/logo.h"
#include "input/root.h"
#include "tree/yaml.h"

void loader_init(struct loader *loader, struct compilation *result, struct input *input,
		 struct tree_cache *cache)
{
	*loader = (struct loader){
		.cache = cache,
		.result = result,
		.arena = &result->arena,
		.input = input,
		.report = &result->report,
	};
	input->limit = YAML_MAX_BYTES;
	loader->schemas = cache ? &cache->schemas : &loader->alone;
	file_schemas_open(loader->schemas);
}

void loader_release(struct loader *loader)
{
	file_schemas_close(&loader->alone);
	if (loader->has_own)
		own_schemas_release(&loader->own);
}

static struct str shown_path(struct loader *loader, struct str path)
{
	return input_show(loader->input, loader->arena, path);
}

void loader_note_failure(struct loader *loader, struct str path, struct str why)
{
	struct str shown = shown_path(loader, path);

	vec_add(loader->arena, &loader->failures,
		arena_printf(loader->arena, "%.*s: %.*s", STR_ARG(shown), STR_ARG(why)));
	if (!loader->is_apart)
		loader_tell_failures(loader);
}

void loader_tell_failures(struct loader *loader)
{
	struct compilation *result = loader->result;

	for (size_t i = 0; i < loader->failures.len; i++) {
		result->status = COMPILE_FAILED;
		vec_add(&result->arena, &result->failures,
			arena_copy(&result->arena, loader->failures.at[i]));
	}
	loader->failures.at = NULL;
	loader->failures.len = loader->failures.size = 0;
}

bool loader_is_shareable(const struct loader *loader)
{
	return loader->input->type->is_shareable && !loader->cache;
}

/* Against our schema, and then the council's own. */
static void check_shape(struct loader *loader, enum file_kind kind, struct node *root)
{
	static const enum part parts[FILE_KINDS] = {
		[FILE_COUNCIL] = PART_COUNCIL, [FILE_PLAN] = PART_PLAN,
		[FILE_THEME] = PART_THEME,     [FILE_SECTION] = PART_SECTION,
		[FILE_SETTINGS] = PART_NONE,   [FILE_BASELINE] = PART_NONE,
	};

	schema_check(loader->schemas->kinds[kind], root, loader->report);
	if (loader->has_own)
		own_schemas_check(&loader->own, parts[kind], root, loader->report);
}

/* Reads a file into its document, and parses it. */
static enum input_status read_document(struct loader *loader, struct str path,
				       struct document *document)
{
	struct arena *arena = loader->arena;
	struct source *source = &document->source;
	struct tree_cache *cache = loader->cache;
	struct str bytes = { 0 };
	struct input_id id;
	struct str why;
	enum input_status status;
	bool has_id = cache && input_id(loader->input, path, &id);

	source_init(source, arena, shown_path(loader, path), bytes);
	if (has_id)
		document->root = tree_cache_find(cache, &id, arena, source);
	if (document->root)
		return INPUT_FILE;
	status = input_read(loader->input, path, arena, &bytes, &why);
	if (status == INPUT_FAILED)
		loader_note_failure(loader, path, why);
	if (status != INPUT_FILE)
		return status;
	if (cache) {
		if (!has_id)
			id = tree_cache_id(bytes);
		tree_cache_add(cache, &id, bytes);
		document->root = tree_cache_find(cache, &id, arena, source);
	}
	if (!document->root) {
		source_init(source, arena, source->path, bytes);
		document->root = yaml_read(source, arena, loader->report);
	}
	return status;
}

/* A document of the file, read or not; the status tells. */
static struct document *load_document(struct loader *loader, struct str path, enum file_kind kind,
				      enum input_status *status)
{
	struct document *document = arena_new(loader->arena, struct document);

	document->path = path;
	*status = read_document(loader, path, document);
	if (document->root)
		check_shape(loader, kind, document->root);
	return document;
}

/*
 * A file beside the plans that says how to check them: its tree, or NULL where
 * there is none. With a fault in it nothing can be checked.
 */
static const struct node *load_beside(struct loader *loader, struct str path, enum file_kind kind)
{
	enum input_status status;
	struct document *document = load_document(loader, path, kind, &status);

	if (status == INPUT_FOLDER)
		loader_note_failure(loader, path, STR("it is a folder"));
	if (status == INPUT_OUTSIDE)
		loader_note_failure(loader, path, STR("it leads out of the folder of the plans"));
	if (loader->result->report.findings.len)
		loader->result->status = COMPILE_SETTINGS;
	return document->root;
}

static void open_own_schemas(struct loader *loader, struct input *input)
{
	loader->has_own = loader->result->settings.schemas &&
			  loader->result->status == COMPILE_DONE;
	if (loader->has_own)
		own_schemas_open(&loader->own, loader->result, input);
	if (loader->result->report.findings.len)
		loader->result->status = COMPILE_SETTINGS;
}

void load_settings(struct loader *loader, struct str path)
{
	struct settings *settings = &loader->result->settings;
	const struct node *root = load_beside(loader, path, FILE_SETTINGS);

	settings_build(settings, &loader->result->arena, root);
	settings_check_rules(settings, &loader->result->report);
	colours_check(settings, &loader->result->report);
	load_logo(loader, node_find(root, STR("logo")));
	open_own_schemas(loader, loader->input);
}

void load_given_settings(struct loader *loader, const struct settings *settings,
			 struct input *input)
{
	loader->result->settings = *settings;
	open_own_schemas(loader, input);
}

void load_baseline(struct loader *loader)
{
	const struct node *root = load_beside(loader, STR(BASELINE_NAME), FILE_BASELINE);

	if (loader->result->status == COMPILE_DONE)
		baseline_file_build(&loader->result->baseline, &loader->result->arena, root);
}

static struct str path_in(struct loader *loader, struct str folder, const char *name)
{
	if (!folder.len)
		return str_from(name);
	return arena_printf(loader->arena, "%.*s/%s", STR_ARG(folder), name);
}

struct council *load_council(struct loader *loader, const struct found_council *found)
{
	struct arena *arena = loader->arena;
	enum input_status status;
	struct document *document;
	struct council *council;

	loader->arena = &loader->result->arena;
	document = load_document(loader, path_in(loader, found->path, "council.yaml"), FILE_COUNCIL,
				 &status);
	loader->arena = arena;
	council = council_build(&loader->result->arena, document->root, found->id);
	council->path = found->path;
	council->source = &document->source;
	document->council = council;
	return council;
}

/* A path of plan.yaml and the file that it names. */
struct named {
	const struct node *path;
	const struct document *document;
};

/* What happens while the files of one plan are read. */
struct plan_files {
	struct loader *loader;
	const struct found_plan *found;
	VEC(struct plan_file) files;
	VEC(struct document *) documents;
	struct map by_path; /* path in the input → struct document */
	struct map by_name; /* the path as plan.yaml writes it → struct named */
	bool is_incomplete;
};

/* Of the plan's YAML files, the one whose path is nearest to what was written. */
static struct str nearest_file(const struct plan_files *files, struct str path)
{
	const struct found_plan *found = files->found;
	struct str nearest = { 0 };
	unsigned best = 4;

	for (size_t i = 0; i < found->files.len; i++) {
		struct str file = found->files.at[i];
		struct str name = found->path.len ? str_slice(file, found->path.len + 1, file.len)
						  : file;
		unsigned distance = str_equal_nocase(name, path) ? 0 : str_distance(name, path, 3);

		if (distance < best) {
			best = distance;
			nearest = name;
		}
	}
	return nearest;
}

static enum plan_file_state state_of(enum input_status status)
{
	switch (status) {
	case INPUT_MISSING: return PLAN_FILE_MISSING;
	case INPUT_FOLDER: return PLAN_FILE_FOLDER;
	case INPUT_OUTSIDE: return PLAN_FILE_OUTSIDE;
	case INPUT_FILE:
	case INPUT_FAILED: break;
	}
	return PLAN_FILE_READ;
}

/* Reads the file that a path of plan.yaml names; NULL when there is none to read. */
static struct document *open_named(struct plan_files *files, const struct node *node,
				   enum file_kind kind, struct plan_file *file)
{
	struct arena *arena = files->loader->arena;
	enum input_status status;
	struct document *document;
	struct str path;

	if (!str_trim(node->text).len) {
		file->state = PLAN_FILE_MISSING;
		return NULL;
	}
	if (!input_join(arena, files->found->path, node->text, &path) ||
	    !input_is_inside(files->loader->input, files->found->path, path)) {
		file->state = PLAN_FILE_OUTSIDE;
		return NULL;
	}
	if (!path_is_yaml(path)) {
		file->state = PLAN_FILE_NOT_YAML;
		return NULL;
	}
	if (str_equal(path, path_in(files->loader, files->found->path, "plan.yaml"))) {
		file->state = PLAN_FILE_ITSELF;
		return NULL;
	}
	if (map_find(&files->by_path, path)) {
		file->state = PLAN_FILE_TWICE;
		return NULL;
	}
	document = load_document(files->loader, path, kind, &status);
	if (status == INPUT_FILE || status == INPUT_FAILED)
		map_add(&files->by_path, arena, path, document);
	file->state = state_of(status);
	if (file->state == PLAN_FILE_MISSING)
		file->nearest = nearest_file(files, node->text);
	return file->state == PLAN_FILE_READ ? document : NULL;
}

static void add_name(struct plan_files *files, const struct node *path,
		     const struct document *document)
{
	struct arena *arena = files->loader->arena;
	struct named *named = arena_new(arena, struct named);

	*named = (struct named){ path, document };
	map_add(&files->by_name, arena, path->text, named);
}

static void load_named(struct plan_files *files, const struct node *root, struct str key,
		       enum file_kind kind)
{
	struct arena *arena = files->loader->arena;
	const struct node *list = node_find(root, key);

	if (!list || list->bad || list->kind != NODE_LIST)
		return;
	for (size_t i = 0; i < list->count; i++) {
		const struct node *node = list->items[i];
		struct plan_file file = { .named_by = node };
		struct document *document;

		if (node->bad || !node_is_text(node))
			continue;
		document = open_named(files, node, kind, &file);
		if (document) {
			file.source = &document->source;
			vec_add(arena, &files->documents, document);
			add_name(files, node, document);
		}
		if (!document || !document->root || document->root->bad)
			files->is_incomplete = true;
		vec_add(arena, &files->files, file);
	}
}

static const struct node *find_root(void *context, const struct node *path)
{
	const struct plan_files *files = context;
	const struct named *named = map_find(&files->by_name, path->text);

	/* Named a second time, it is not there a second time. */
	return named && named->path == path ? named->document->root : NULL;
}

/* A file that nothing names is only said to be there: its bytes are not read. */
static void add_unlisted(struct plan_files *files)
{
	struct loader *loader = files->loader;
	struct arena *arena = loader->arena;

	for (size_t i = 0; i < files->found->files.len; i++) {
		struct str path = files->found->files.at[i];
		struct plan_file file = { .state = PLAN_FILE_UNLISTED };
		struct document *document;

		if (map_find(&files->by_path, path))
			continue;
		document = arena_new(arena, struct document);
		source_init(&document->source, arena, shown_path(loader, path), (struct str){ 0 });
		file.source = &document->source;
		vec_add(arena, &files->documents, document);
		vec_add(arena, &files->files, file);
	}
}

struct plan *load_plan(struct loader *loader, const struct found_plan *found)
{
	struct arena *arena = loader->arena;
	struct plan_files files = { .loader = loader, .found = found };
	struct model_files roots = { find_root, &files };
	enum input_status status;
	struct document *document = load_document(loader, path_in(loader, found->path, "plan.yaml"),
						  FILE_PLAN, &status);
	struct str council = found->council ? found->council->id : (struct str){ 0 };
	struct plan *plan;

	load_named(&files, document->root, STR("sections"), FILE_SECTION);
	load_named(&files, document->root, STR("themes"), FILE_THEME);
	if (document->root)
		add_unlisted(&files);
	plan = plan_build(arena, document->root,
			  arena_printf(arena, "%.*s%s%.*s", STR_ARG(council),
				       council.len ? "/" : "", STR_ARG(found->id)),
			  &roots);
	plan->path = found->path;
	plan->source = &document->source;
	plan->files.at = files.files.at;
	plan->files.len = files.files.len;
	plan->is_incomplete = files.is_incomplete || !document->root || document->root->bad;
	document->plan = plan;
	for (size_t i = 0; i < files.documents.len; i++)
		files.documents.at[i]->plan = plan;
	return plan;
}
