#include "compile/schema_files.h"
#include "base/buf.h"
#include "schema/uri.h"
#include "tree/language.h"
#include "tree/yaml.h"

static struct node *load(void *context, struct str uri);
static void tell_missing(struct schema_files *files, struct str uri, struct span where);

void schema_files_init(struct schema_files *files, struct compilation *result)
{
	*files = (struct schema_files){ .result = result };
	schema_set_init(&files->set, &result->arena);
	files->set.load = load;
	files->set.load_context = files;
}

void schema_files_release(struct schema_files *files)
{
	schema_set_release(&files->set);
	for (size_t i = 0; i < files->folders.len; i++) {
		if (files->folders.at[i]->input != files->lent)
			input_close(files->folders.at[i]->input);
	}
}

void schema_files_map(struct schema_files *files, struct str prefix, struct str path)
{
	struct arena *arena = &files->result->arena;
	struct schema_folder *folder = arena_new(arena, struct schema_folder);

	folder->prefix = str_equal(prefix, STR(".")) ? STR("") : prefix;
	folder->path = arena_copy(arena, path.len ? path : STR("."));
	vec_add(arena, &files->folders, folder);
}

static bool has_document(const struct schema_files *files, const struct source *source)
{
	for (size_t i = 0; i < files->documents.len; i++) {
		if (&files->documents.at[i]->source == source)
			return true;
	}
	return false;
}

void schema_files_lend(struct schema_files *files, struct input *input)
{
	struct str shown = input->shown;

	if (shown.len && shown.at[shown.len - 1] == '/')
		shown.len--;
	files->lent = input;
	schema_files_map(files, STR("."), shown);
	files->folders.at[files->folders.len - 1]->input = input;
}

static struct document *read_document(struct schema_files *files, struct str shown,
				      struct str bytes)
{
	struct compilation *result = files->result;
	struct document *document = arena_new(&result->arena, struct document);

	source_init(&document->source, &result->arena, shown, bytes);
	document->root = language_read(&document->source, &result->arena, &result->report);
	vec_add(&result->arena, &files->documents, document);
	return document;
}

/* ---------------------------------------------------------------- which file */

/* A path as a reference: what means something in a URI is written %3A. */
static struct str uri_of_path(struct arena *arena, struct str path)
{
	struct buf out = { 0 };
	struct str uri;

	for (size_t i = 0; i < path.len; i++) {
		char c = path.at[i];
		char small = (char)(c | 0x20);

		if ((small >= 'a' && small <= 'z') || (c >= '-' && c <= '9') || c == '_' ||
		    c == '~')
			buf_add_byte(&out, c);
		else
			buf_printf(&out, "%%%02X", (unsigned)(unsigned char)c);
	}
	uri = uri_resolve(arena, STR(""), buf_str(&out));
	buf_release(&out);
	return uri;
}

/* The URI up to its last '/': what a name beside it begins with. */
static struct str uri_folder(struct arena *arena, struct str uri)
{
	uri = uri_resolve(arena, uri, STR("x"));
	return str_slice(uri, 0, uri.len - 1);
}

/* What follows the prefix; empty when the URI is not below it. */
static struct str rest_of(struct str uri, struct str prefix)
{
	struct str rest = str_slice(uri, prefix.len < uri.len ? prefix.len : uri.len, uri.len);

	if (!str_starts(uri, prefix) || !rest.len)
		return (struct str){ 0 };
	if (!prefix.len)
		return uri_split(uri).scheme.at || rest.at[0] == '/' ? (struct str){ 0 } : rest;
	if (prefix.at[prefix.len - 1] == '/' || prefix.at[prefix.len - 1] == ':')
		return rest;
	return rest.at[0] == '/' ? str_slice(rest, 1, rest.len) : (struct str){ 0 };
}

/* The folder of the longest prefix, and the URI's path in it; NULL when there is none. */
static struct schema_folder *find_folder(struct schema_files *files, struct str uri,
					 struct str *path)
{
	struct arena *arena = &files->result->arena;
	struct schema_folder *found = NULL;
	struct str best = { 0 };

	for (size_t i = 0; i < files->folders.len; i++) {
		struct schema_folder *folder = files->folders.at[i];
		struct str rest = rest_of(uri, folder->prefix);

		if (!rest.len || (found && folder->prefix.len <= found->prefix.len))
			continue;
		found = folder;
		best = rest;
	}
	if (!found || !input_join(arena, STR(""), uri_decode(arena, best), path))
		return NULL;
	return found;
}

static enum input_status read_below(struct schema_files *files, struct schema_folder *folder,
				    struct str path, struct str *bytes)
{
	struct arena *arena = &files->result->arena;

	if (!folder->input)
		folder->input = input_open_folder(arena, folder->path.at, &files->why);
	if (!folder->input)
		return INPUT_FAILED;
	folder->input->limit = YAML_MAX_BYTES;
	return input_read(folder->input, path, arena, bytes, &files->why);
}

/* The schemas of planc's own files, which stand beside any other. */
static struct node *load_own(struct schema_files *files, struct str name)
{
	struct str bytes = schema_embedded(name);

	if (!bytes.len || !str_ends(name, STR(".schema.json")))
		return NULL;
	return read_document(files, name, bytes)->root;
}

static struct str last_part(struct str path)
{
	size_t begin = path.len;

	while (begin && path.at[begin - 1] != '/')
		begin--;
	return str_slice(path, begin, path.len);
}

static struct node *load(void *context, struct str uri)
{
	struct schema_files *files = context;
	struct arena *arena = &files->result->arena;
	struct schema_folder *folder;
	struct str path, bytes;
	struct node *own;

	files->shown = (struct str){ 0 };
	/* A council's schema names ours as its editor finds them, wherever that is. */
	own = files->lent ? load_own(files, last_part(uri)) : NULL;
	if (own)
		return own;
	folder = find_folder(files, uri, &path);
	if (!folder)
		return NULL;
	files->shown = str_equal(folder->path, STR("."))
			       ? path
			       : arena_printf(arena, "%.*s/%.*s", STR_ARG(folder->path),
					      STR_ARG(path));
	files->status = read_below(files, folder, path, &bytes);
	if (files->status == INPUT_FILE)
		return read_document(files, files->shown, bytes)->root;
	return files->status == INPUT_MISSING ? load_own(files, path) : NULL;
}

/* ---------------------------------------------------------------- the first one */

/* The folder that a path names something in: "schemas" of "schemas/plan.json"; "" is here. */
static struct str folder_of(struct str path)
{
	size_t end = path.len;

	while (end && path.at[end - 1] != '/')
		end--;
	return end == 1 ? STR("/") : str_slice(path, 0, end ? end - 1 : 0);
}

struct str schema_files_add(struct schema_files *files, struct str shown, struct str bytes)
{
	struct arena *arena = &files->result->arena;
	struct document *document = read_document(files, shown, bytes);
	struct str uri = uri_of_path(arena, shown);
	const struct node *id = node_find(document->root, STR("$id"));
	struct str folder = folder_of(shown);

	if (!document->root)
		return (struct str){ 0 };
	schema_files_map(files, uri_folder(arena, uri), folder);
	if (id && node_is_text(id)) {
		struct str own = uri_document(uri_resolve(arena, uri, id->text));

		if (!uri_split(own).scheme.at || str_find_byte(own, '/', 0) < own.len)
			schema_files_map(files, uri_folder(arena, own), folder);
	}
	schema_set_add(&files->set, uri, document->root);
	return uri;
}

const struct schema *schema_files_read(struct schema_files *files, const struct node *path)
{
	struct arena *arena = &files->result->arena;
	struct str uri = uri_of_path(arena, path->text);
	struct node *root = load(files, uri);

	if (!root) {
		if (!files->result->report.findings.len)
			tell_missing(files, uri, node_span(path));
		return NULL;
	}
	schema_set_add(&files->set, uri, root);
	return schema_files_compile(files, uri);
}

/* ---------------------------------------------------------------- what is missing */

/* No folder has it: a path that leads out, or an address of the network. */
static void tell_unmapped(struct schema_files *files, struct str uri, struct span where)
{
	struct arena *arena = &files->result->arena;
	struct report *report = &files->result->report;
	struct str prefix = uri_folder(arena, uri);
	struct str name = str_slice(uri, prefix.len < uri.len ? prefix.len : uri.len, uri.len);
	struct finding *finding;

	if (!uri_split(uri).scheme.at) {
		finding = report_add(report, &kind_schema_broken, where,
				     "“%.*s” is outside the folder of the schema, and is not read",
				     STR_ARG(uri));
		prefix = prefix.len ? prefix : STR(".");
		if (files->lent)
			finding_hint(report, finding,
				     "keep schemas below the folder of planc.yaml");
		else
			finding_hint(report, finding, "say that it may be: `--map %.*s=%.*s`",
				     STR_ARG(prefix), STR_ARG(prefix));
		return;
	}
	finding = report_add(
		report, &kind_schema_broken, where,
		"there is no file for “%.*s” here, and nothing is read from the network",
		STR_ARG(uri));
	if (files->lent)
		finding_hint(report, finding,
			     "save it as %.*s beside the schema, and write that name behind `$ref`",
			     STR_ARG(name));
	else
		finding_hint(report, finding,
			     "save it as %.*s in a folder, and say which one: `--map %.*s=FOLDER`",
			     STR_ARG(name), STR_ARG(prefix));
}

static void tell_missing(struct schema_files *files, struct str uri, struct span where)
{
	struct compilation *result = files->result;
	struct report *report = &result->report;
	struct str path = { 0 };

	load(files, uri);
	if (!files->shown.len) {
		tell_unmapped(files, uri, where);
		return;
	}
	path = files->shown;
	switch (files->status) {
	case INPUT_FOLDER:
		report_add(report, &kind_schema_broken, where,
			   "“%.*s” is a folder, not the file of a schema", STR_ARG(path));
		break;
	case INPUT_OUTSIDE:
		report_add(report, &kind_schema_broken, where,
			   "“%.*s” is a link that leads out of its folder, and is not read",
			   STR_ARG(path));
		break;
	case INPUT_FAILED:
		report_add(report, &kind_schema_broken, where, "“%.*s” cannot be read: %.*s",
			   STR_ARG(path), STR_ARG(files->why));
		vec_add(&result->arena, &result->failures,
			arena_printf(&result->arena, "%.*s: %.*s", STR_ARG(path),
				     STR_ARG(files->why)));
		break;
	case INPUT_MISSING:
	case INPUT_FILE:
		finding_hint(report,
			     report_add(report, &kind_schema_broken, where,
					"there is no file “%.*s”", STR_ARG(path)),
			     "put it there, or mend the name");
		break;
	}
}

/* ---------------------------------------------------------------- compiling */

/* A place in the schema's files; what is built in has no fault of its own. */
static struct span place_of(const struct schema_files *files, struct span where)
{
	if (where.source && has_document(files, where.source))
		return where;
	return (struct span){ .source = &files->documents.at[0]->source };
}

static void tell_trouble(struct schema_files *files, const struct schema_trouble *trouble)
{
	struct span where = place_of(files, trouble->where);

	if (trouble->missing.len)
		tell_missing(files, trouble->missing, where);
	else
		report_add(&files->result->report, &kind_schema_broken, where, "%.*s",
			   STR_ARG(trouble->message));
}

/* Whether what came into the set are schemas as their meta-schemas say. */
static bool check_set(struct schema_files *files)
{
	struct report *report = &files->result->report;
	struct schema_trouble trouble;

	if (!schema_set_check(&files->set, report, &trouble) && !report->findings.len)
		tell_trouble(files, &trouble);
	return !report->findings.len;
}

const struct schema *schema_files_compile(struct schema_files *files, struct str uri)
{
	struct schema_trouble trouble;
	const struct schema *schema;

	if (!check_set(files))
		return NULL;
	schema = schema_compile(&files->set, uri, &trouble);
	if (check_set(files) && !schema)
		tell_trouble(files, &trouble);
	return schema;
}
