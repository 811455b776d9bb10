#include "render/site.h"
#include "base/version.h"
#include "render/assets.h"
#include "render/folder.h"

struct site {
	struct compilation *compilation;
	const struct site_options *options;
	struct folder folder;
	struct map written; /* address → plan: those that get a page */
	struct str *why;
};

/* The names in a list with commas, one a call; false when there are no more. */
static bool next_name(struct str *list, struct str *name)
{
	size_t comma = str_find_byte(*list, ',', 0);

	if (!list->at)
		return false;
	*name = str_trim(str_slice(*list, 0, comma));
	*list = comma < list->len ? str_slice(*list, comma + 1, list->len) : (struct str){ 0 };
	return true;
}

bool site_formats_exist(struct str formats)
{
	struct str name;

	if (!formats.len)
		return false;
	while (next_name(&formats, &name)) {
		if (!renderer_find(name))
			return false;
	}
	return true;
}

bool site_has_format(const struct site_options *options, const struct renderer *renderer)
{
	struct str list = options->formats ? str_from(options->formats) : (struct str){ 0 };
	struct str name;

	while (next_name(&list, &name)) {
		if (str_equal(name, str_from(renderer->name)))
			return true;
	}
	return !options->formats;
}

/* Whether a name may be a part of the addresses that a site promises to keep. */
static bool is_part(struct str name)
{
	return is_id(name) && !str_equal(name, STR("assets"));
}

static bool check_address(struct site *site, const struct plan *plan)
{
	struct str address = plan->thing.id;
	size_t slash = str_find_byte(address, '/', 0);

	if (slash < address.len && is_part(str_slice(address, 0, slash)) &&
	    is_part(str_slice(address, slash + 1, address.len)))
		return true;
	if (!slash)
		*site->why = arena_printf(
			&site->compilation->arena,
			"the plan in “%.*s” has no council: put a council.yaml in "
			"the folder above it",
			STR_ARG(plan->path));
	else
		*site->why = arena_printf(
			&site->compilation->arena,
			"the plan in “%.*s” can have no page: folders of plans and "
			"councils are named in small letters, digits and hyphens",
			STR_ARG(plan->path));
	return false;
}

/* Of two plans with one address the first is written; one that could not be read at all is not. */
static bool find_written(struct site *site)
{
	struct compilation *compilation = site->compilation;

	for (size_t i = 0; i < compilation->plans.len; i++) {
		struct plan *plan = compilation->plans.at[i];

		if (!plan->thing.node)
			continue;
		if (!check_address(site, plan))
			return false;
		map_add(&site->written, &compilation->arena, plan->thing.id, plan);
	}
	return true;
}

static bool output_write(struct site *site, const struct output *output, struct view *view,
			 struct str folder)
{
	struct arena arena;
	struct buf path = { 0 };
	struct buf out = { 0 };
	bool ok;

	arena_init(&arena);
	view->arena = &arena;
	buf_add(&path, folder);
	if (folder.len)
		buf_add_byte(&path, '/');
	buf_add_c(&path, output->file);
	ok = output->write(view, &out);
	if (!ok)
		*site->why = arena_printf(&site->compilation->arena,
					  "“%s” would be larger than %zu MiB", path.at,
					  RENDER_MAX_BYTES >> 20);
	ok = ok && folder_add(&site->folder, buf_str(&path), buf_str(&out), site->why);
	buf_release(&out);
	buf_release(&path);
	arena_release(&arena);
	return ok;
}

static bool site_write(struct site *site, const struct output *output, struct view *view)
{
	view->language = STR("en");
	return output_write(site, output, view, (struct str){ 0 });
}

static bool councils_write(struct site *site, const struct output *output, struct view *view)
{
	struct compilation *compilation = site->compilation;
	struct map seen = { 0 };

	view->language = STR("en");
	for (size_t i = 0; i < compilation->councils.len; i++) {
		struct council *council = compilation->councils.at[i];

		if (map_add(&seen, &compilation->arena, council->thing.id, council))
			continue;
		if (!is_part(council->thing.id)) {
			*site->why = arena_printf(
				&compilation->arena,
				"the council in “%.*s” can have no page: its folder is "
				"named in small letters, digits and hyphens",
				STR_ARG(council->path));
			return false;
		}
		view->council = council;
		if (!output_write(site, output, view, council->thing.id))
			return false;
	}
	return true;
}

static bool plans_write(struct site *site, const struct output *output, struct view *view)
{
	struct compilation *compilation = site->compilation;

	for (size_t i = 0; i < compilation->plans.len; i++) {
		const struct plan *plan = compilation->plans.at[i];

		if (map_find(&site->written, plan->thing.id) != plan)
			continue;
		view->plan = plan;
		view->council = plan->council;
		view->language = plan_language(plan);
		if (!output_write(site, output, view, plan->thing.id))
			return false;
	}
	return true;
}

static bool renderer_run(struct site *site, const struct renderer *renderer)
{
	bool ok = true;

	for (const struct output *output = renderer->outputs; ok && output->write; output++) {
		struct view view = { .compilation = site->compilation,
				     .options = site->options,
				     .written = &site->written };

		switch (output->scope) {
		case OUTPUT_SITE: ok = site_write(site, output, &view); break;
		case OUTPUT_COUNCIL: ok = councils_write(site, output, &view); break;
		case OUTPUT_PLAN: ok = plans_write(site, output, &view); break;
		}
	}
	return ok;
}

static bool assets_write(struct site *site)
{
	struct buf path = { 0 };
	bool ok = true;

	for (const struct asset *asset = assets; ok && asset->name; asset++) {
		path.len = 0;
		buf_printf(&path, "assets/%s", asset->name);
		ok = folder_add(&site->folder, buf_str(&path),
				(struct str){ asset->text, asset->size }, site->why);
	}
	buf_release(&path);
	return ok;
}

/* The mark of a site, and what it was built with. */
static bool mark_write(struct site *site)
{
	const struct site_options *options = site->options;
	struct buf mark = { 0 };
	bool ok;

	buf_add_c(&mark, "planc: " PLANC_VERSION "\n");
	if (options->as_of.len)
		buf_printf(&mark, "as-of: %.*s\n", STR_ARG(options->as_of));
	if (options->revision.len)
		buf_printf(&mark, "revision: %.*s\n", STR_ARG(options->revision));
	buf_add_c(&mark, "formats:");
	for (size_t i = 0; renderers[i]; i++) {
		if (site_has_format(options, renderers[i]))
			buf_printf(&mark, " %s", renderers[i]->name);
	}
	buf_add_byte(&mark, '\n');
	ok = folder_add(&site->folder, STR(FOLDER_MARK), buf_str(&mark), site->why);
	buf_release(&mark);
	return ok;
}

static bool all_write(struct site *site)
{
	bool has_assets = false;

	if (!mark_write(site))
		return false;
	for (size_t i = 0; renderers[i]; i++) {
		if (!site_has_format(site->options, renderers[i]))
			continue;
		has_assets |= renderers[i]->has_assets;
		if (!renderer_run(site, renderers[i]))
			return false;
	}
	return !has_assets || assets_write(site);
}

bool site_build(struct compilation *compilation, const struct site_options *options,
		struct str *why)
{
	struct site site = { .compilation = compilation, .options = options, .why = why };

	if (!find_written(&site) ||
	    !folder_open(&site.folder, options->folder, &compilation->arena, why))
		return false;
	if (all_write(&site) && folder_commit(&site.folder, why))
		return true;
	folder_discard(&site.folder);
	return false;
}
