#include "render/site.h"
#include "base/version.h"
#include "render/address.h"
#include "render/assets.h"
#include "render/folder.h"
#include "render/mark.h"
#include "render/style.h"
#include "render/tree.h"

struct site {
	struct compilation *compilation;
	const struct site_options *options;
	struct folder folder;
	struct comparison *comparison; /* NULL: the folder is written */
	size_t done, all;              /* steps, as options->progress hears of them */
	struct directory directory;
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
	static const struct str taken[] = { STR_INIT("actions"), STR_INIT("assets"),
					    STR_INIT("leads"), STR_INIT("themes") };

	for (size_t i = 0; i < ARRAY_LEN(taken); i++) {
		if (str_equal(name, taken[i]))
			return false;
	}
	return is_id(name);
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

/* The folders of councils and of languages stand side by side. */
static bool check_trees(struct site *site)
{
	const struct directory *directory = &site->directory;

	for (size_t i = 0; i < directory->trees.len; i++) {
		const struct council *council = map_find(&directory->councils,
							 directory->trees.at[i]);

		if (!council)
			continue;
		*site->why = arena_printf(
			&site->compilation->arena,
			"the council in “%.*s” is called as a language of a plan is, whose pages "
			"need that folder: rename one of them",
			STR_ARG(council->path));
		return false;
	}
	return true;
}

static bool check_addresses(struct site *site)
{
	struct compilation *compilation = site->compilation;

	for (size_t i = 0; i < compilation->plans.len; i++) {
		const struct plan *plan = compilation->plans.at[i];

		if (plan->thing.node && !check_address(site, plan))
			return false;
	}
	return true;
}

static bool add(struct site *site, struct str path, struct str bytes)
{
	if (site->comparison)
		return comparison_add(site->comparison, path, bytes, site->why);
	return folder_add(&site->folder, path, bytes, site->why);
}

/* A council, a plan or a page of the site has what one output makes of it. */
static void step(struct site *site)
{
	if (site->options->progress)
		site->options->progress(site->done, site->all);
	site->done++;
}

static bool output_write(struct site *site, const struct output *output, struct view *view,
			 struct str path)
{
	struct arena arena;
	struct buf out = { 0 };
	bool ok;

	arena_init(&arena);
	if (view->tree.len)
		path = arena_printf(&arena, "%.*s/%.*s", STR_ARG(view->tree), STR_ARG(path));
	view->arena = &arena;
	view->path = path;
	ok = output->write(view, &out);
	if (!ok)
		*site->why = arena_printf(&site->compilation->arena,
					  "“%.*s” would be larger than %zu MiB", STR_ARG(path),
					  RENDER_MAX_BYTES >> 20);
	ok = ok && add(site, path, buf_str(&out));
	buf_release(&out);
	arena_release(&arena);
	return ok;
}

static bool file_write_in(struct site *site, const struct output *output, struct view *view,
			  struct str folder)
{
	struct buf path = { 0 };
	bool ok;

	buf_add(&path, folder);
	if (folder.len)
		buf_add_byte(&path, '/');
	buf_add_c(&path, output->file);
	ok = output_write(site, output, view, buf_str(&path));
	buf_release(&path);
	return ok;
}

/* One of the files of a folder, as "sefton/year-1-delivery-plan/actions/staff-survey.html". */
static bool part_write(struct site *site, const struct output *output, struct view *view,
		       struct str id)
{
	const struct thing *above = view->plan ? &view->plan->thing : &view->council->thing;
	struct buf path = { 0 };
	bool ok;

	buf_printf(&path, "%.*s/%s/%.*s.html", STR_ARG(above->id), output->file, STR_ARG(id));
	ok = output_write(site, output, view, buf_str(&path));
	buf_release(&path);
	return ok;
}

static bool leads_write(struct site *site, const struct output *output, struct view *view)
{
	const struct person *people = view->council->people.at;
	bool ok = true;

	for (size_t i = 0; ok && i < view->council->people.len; i++) {
		view->person = &people[i];
		if (person_has_page(view->council, view->person))
			ok = part_write(site, output, view, view->person->thing.id);
	}
	return ok;
}

static bool themes_write(struct site *site, const struct output *output, struct view *view)
{
	const struct theme *themes = view->plan->themes.at;
	bool ok = true;

	for (size_t i = 0; ok && i < view->plan->themes.len; i++) {
		view->theme = &themes[i];
		if (part_has_page(view->plan, &view->theme->thing))
			ok = part_write(site, output, view, view->theme->thing.id);
	}
	return ok;
}

static bool actions_write(struct site *site, const struct output *output, struct view *view)
{
	bool ok = true;

	for (size_t i = 0; ok && i < view->plan->all_actions.len; i++) {
		view->action = view->plan->all_actions.at[i];
		if (part_has_page(view->plan, &view->action->thing))
			ok = part_write(site, output, view, view->action->thing.id);
	}
	return ok;
}

static bool old_actions_write(struct site *site, const struct output *output, struct view *view)
{
	struct arena arena;
	struct old_ids ids;
	bool ok = true;

	arena_init(&arena);
	old_ids_find(&ids, view->plan, &arena);
	for (size_t i = 0; ok && i < ids.list.len; i++) {
		view->old_id = ids.list.at[i];
		ok = part_write(site, output, view, view->old_id->id);
	}
	arena_release(&arena);
	return ok;
}

static bool council_write(struct site *site, const struct output *output, struct view *view)
{
	const struct council *council = view->council;

	if (is_part(council->thing.id))
		return output->scope == OUTPUT_LEAD
			       ? leads_write(site, output, view)
			       : file_write_in(site, output, view, council->thing.id);
	*site->why = arena_printf(&site->compilation->arena,
				  "the council in “%.*s” can have no page: its folder is "
				  "named in small letters, digits and hyphens",
				  STR_ARG(council->path));
	return false;
}

static bool councils_write(struct site *site, const struct output *output, struct view *view)
{
	const struct compilation *compilation = site->compilation;

	for (size_t i = 0; i < compilation->councils.len; i++) {
		view->council = compilation->councils.at[i];
		step(site);
		if (directory_has_council(&site->directory, view->council) &&
		    tree_has_council(view, view->tree, view->council) &&
		    !council_write(site, output, view))
			return false;
	}
	return true;
}

static bool plan_write(struct site *site, const struct output *output, struct view *view)
{
	switch (output->scope) {
	case OUTPUT_THEME: return themes_write(site, output, view);
	case OUTPUT_ACTION: return actions_write(site, output, view);
	case OUTPUT_OLD_ACTION: return old_actions_write(site, output, view);
	default: return file_write_in(site, output, view, view->plan->thing.id);
	}
}

static bool plans_write(struct site *site, const struct output *output, struct view *view)
{
	const struct compilation *compilation = site->compilation;

	for (size_t i = 0; i < compilation->plans.len; i++) {
		const struct plan *plan = compilation->plans.at[i];

		step(site);
		if (!directory_has_plan(&site->directory, plan) || !tree_has_plan(view->tree, plan))
			continue;
		view->plan = plan;
		view->council = plan->council;
		view->language = view->tree.len ? view->tree : plan_language(plan);
		if (!output_exists(output, view))
			continue;
		if (!plan_write(site, output, view))
			return false;
	}
	return true;
}

static bool output_run(struct site *site, const struct output *output, struct str tree)
{
	struct view view = { .compilation = site->compilation,
			     .options = site->options,
			     .directory = &site->directory,
			     .scope = output->scope,
			     .tree = tree,
			     .language = tree.len ? tree : site->directory.language };

	switch (output->scope) {
	case OUTPUT_SITE:
	case OUTPUT_SITE_PAGE: return file_write_in(site, output, &view, (struct str){ 0 });
	case OUTPUT_COUNCIL:
	case OUTPUT_LEAD: return councils_write(site, output, &view);
	case OUTPUT_PLAN:
	case OUTPUT_PLAN_PAGE:
	case OUTPUT_THEME:
	case OUTPUT_ACTION:
	case OUTPUT_OLD_ACTION: break;
	}
	return plans_write(site, output, &view);
}

static bool renderer_run(struct site *site, const struct renderer *renderer)
{
	size_t trees = renderer->has_trees ? site->directory.trees.len : 0;
	bool ok = true;

	for (const struct output *output = renderer->outputs; ok && output->write; output++) {
		ok = output_run(site, output, (struct str){ 0 });
		for (size_t i = 0; ok && i < trees; i++)
			ok = output_run(site, output, site->directory.trees.at[i]);
	}
	return ok;
}

static bool asset_write(struct site *site, const struct asset *asset)
{
	const struct settings *settings = &site->compilation->settings;
	struct str path = arena_printf(&site->compilation->arena, "assets/%s", asset->name);
	struct buf bytes = { 0 };
	bool ok;

	buf_add(&bytes, (struct str){ asset->text, asset->size });
	if (str_ends(path, STR(".css")))
		style_own_write(settings, &bytes);
	ok = add(site, path, buf_str(&bytes));
	buf_release(&bytes);
	return ok;
}

static bool assets_write(struct site *site)
{
	const struct logo *logo = &site->compilation->settings.logo;
	bool ok = true;

	for (const struct asset *asset = assets; ok && asset->name; asset++)
		ok = asset_write(site, asset);
	if (ok && logo->bytes.len)
		ok = add(site, style_logo_path(logo, &site->compilation->arena), logo->bytes);
	return ok;
}

static bool own_mark_write(struct site *site)
{
	struct mark mark = {
		.version = STR(PLANC_VERSION),
		.as_of = site->options->as_of,
		.revision = site->options->revision,
		.since = site->options->since,
	};
	struct buf formats = { 0 };
	struct buf out = { 0 };
	bool ok;

	for (size_t i = 0; renderers[i]; i++) {
		if (site_has_format(site->options, renderers[i]))
			buf_printf(&formats, "%s%s", formats.len ? "," : "", renderers[i]->name);
	}
	mark.formats = buf_str(&formats);
	mark_write(&mark, &out);
	ok = add(site, STR(MARK_NAME), buf_str(&out));
	buf_release(&formats);
	buf_release(&out);
	return ok;
}

static bool all_write(struct site *site)
{
	bool has_assets = false;

	if (!own_mark_write(site))
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

/* How often step() will be called. */
static size_t count_steps(const struct site *site)
{
	const struct compilation *compilation = site->compilation;
	size_t count = 0;

	for (size_t i = 0; renderers[i]; i++) {
		size_t trees = renderers[i]->has_trees ? site->directory.trees.len : 0;

		for (const struct output *output = renderers[i]->outputs;
		     site_has_format(site->options, renderers[i]) && output->write; output++) {
			if (output->scope == OUTPUT_COUNCIL || output->scope == OUTPUT_LEAD)
				count += (1 + trees) * compilation->councils.len;
			else if (output->scope != OUTPUT_SITE && output->scope != OUTPUT_SITE_PAGE)
				count += (1 + trees) * compilation->plans.len;
		}
	}
	return count;
}

static bool begin(struct site *site)
{
	if (!check_addresses(site))
		return false;
	directory_init(&site->directory, site->compilation, &site->compilation->arena);
	site->all = count_steps(site);
	return check_trees(site);
}

bool site_build(struct compilation *compilation, const struct site_options *options,
		struct str *why)
{
	struct site site = { .compilation = compilation, .options = options, .why = why };

	if (!begin(&site))
		return false;
	if (!folder_open(&site.folder, options->folder, &compilation->arena, why))
		return false;
	if (all_write(&site) && folder_commit(&site.folder, why))
		return true;
	folder_discard(&site.folder);
	return false;
}

bool site_compare(struct compilation *compilation, const struct site_options *options,
		  struct comparison *comparison, struct str *why)
{
	struct site site = {
		.compilation = compilation,
		.options = options,
		.comparison = comparison,
		.why = why,
	};

	comparison_init(comparison, options->folder, &compilation->arena);
	return begin(&site) && all_write(&site) && comparison_finish(comparison, why);
}
