#include "render/site.h"
#include "base/crew.h"
#include "base/version.h"
#include "render/assets.h"
#include "render/folder.h"
#include "render/mark.h"
#include "render/site_files.h"
#include "render/style.h"

/* A buffer that has grown beyond this is not kept for the next file. */
#define HAND_KEEPS ((size_t)1024 * 1024)

/* What a thread that makes files has for itself. */
struct hand {
	struct arena arena; /* of the file that it makes now */
	struct buf out;
	size_t at;      /* the number of that file */
	struct str why; /* it could not be made or written */
};

struct site {
	struct compilation *compilation;
	const struct site_options *options;
	struct folder folder;
	struct comparison *comparison; /* NULL: the folder is written */
	struct directory directory;
	struct site_files files;
	struct hand *hands;
	unsigned hand_count;
	size_t told; /* to options->progress */
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

static bool check_address(struct site *site, const struct plan *plan)
{
	struct str address = plan->thing.id;
	size_t slash = str_find_byte(address, '/', 0);

	if (slash < address.len && site_name_is_part(str_slice(address, 0, slash)) &&
	    site_name_is_part(str_slice(address, slash + 1, address.len)))
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

/* Writes a file, or looks at what stands in its place; several hands may do so at once. */
static bool put(const struct site *site, struct hand *hand, struct str path, struct str bytes,
		enum compared *found)
{
	if (!site->comparison)
		return folder_add(&site->folder, path, bytes, &hand->arena, &hand->why);
	*found = comparison_look(site->comparison, path, bytes, &hand->arena, &hand->why);
	return *found != COMPARED_NOT;
}

/* The same while there is but one hand. */
static bool put_alone(struct site *site, struct str path, struct str bytes)
{
	struct hand *hand = &site->hands[0];
	enum compared found = COMPARED_SAME;

	if (!put(site, hand, path, bytes, &found)) {
		*site->why = arena_copy(&site->compilation->arena, hand->why);
		return false;
	}
	if (site->comparison)
		comparison_add(site->comparison, path, found);
	return true;
}

/* Files are begun in their order, so that the number of the one at hand says how many there were. */
static void tell_progress(struct site *site, size_t done)
{
	size_t hundredths = site->files.list.len ? done * 100 / site->files.list.len : 100;

	if (!site->options->progress || site->told > hundredths)
		return;
	site->options->progress(hundredths);
	site->told = hundredths + 1;
}

/* One piece of the work: a page, a document or a file of data. */
static bool file_write(void *context, unsigned number, size_t i)
{
	struct site *site = context;
	struct hand *hand = &site->hands[number];
	struct site_file *file = &site->files.list.at[i];
	struct view view;

	if (!number)
		tell_progress(site, i);
	hand->at = i;
	hand->out.len = 0;
	if (hand->out.size > HAND_KEEPS)
		buf_release(&hand->out);
	arena_reset(&hand->arena);
	view = site_file_view(&site->files, file, &hand->arena);
	if (file->output->write(&view, &hand->out))
		return put(site, hand, view.path, buf_str(&hand->out), &file->found);
	hand->why = arena_printf(&hand->arena, "“%.*s” would be larger than %zu MiB",
				 STR_ARG(view.path), RENDER_MAX_BYTES >> 20);
	return false;
}

static void note_compared(struct site *site)
{
	struct arena *arena = &site->hands[0].arena;

	for (size_t i = 0; site->comparison && i < site->files.list.len; i++) {
		const struct site_file *file = &site->files.list.at[i];

		arena_reset(arena);
		comparison_add(site->comparison, site_file_view(&site->files, file, arena).path,
			       file->found);
	}
}

static bool files_write(struct site *site)
{
	const struct crew_work work = { file_write, site, site->files.list.len };
	size_t first = crew_run(&work, site->hand_count);

	for (unsigned i = 0; first < work.count && i < site->hand_count; i++) {
		const struct hand *hand = &site->hands[i];

		/* A hand does no more behind the file at which it failed. */
		if (hand->why.len && hand->at == first)
			*site->why = arena_copy(&site->compilation->arena, hand->why);
	}
	if (first < work.count)
		return false;
	note_compared(site);
	tell_progress(site, work.count);
	return true;
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
	ok = put_alone(site, path, buf_str(&bytes));
	buf_release(&bytes);
	return ok;
}

static bool has_assets(const struct site *site)
{
	for (size_t i = 0; renderers[i]; i++) {
		if (renderers[i]->has_assets && site_has_format(site->options, renderers[i]))
			return true;
	}
	return false;
}

static bool assets_write(struct site *site)
{
	const struct logo *logo = &site->compilation->settings.logo;
	bool ok = true;

	for (const struct asset *asset = assets; ok && asset->name; asset++)
		ok = asset_write(site, asset);
	if (ok && logo->bytes.len)
		ok = put_alone(site, style_logo_path(logo, &site->compilation->arena), logo->bytes);
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
	ok = put_alone(site, STR(MARK_NAME), buf_str(&out));
	buf_release(&formats);
	buf_release(&out);
	return ok;
}

static bool all_write(struct site *site)
{
	unsigned count = site->options->hands ? site->options->hands : 1;
	bool ok;

	site->hand_count = count < CREW_MAX ? count : CREW_MAX;
	site->hands = arena_new_array(&site->compilation->arena, struct hand, site->hand_count);
	ok = own_mark_write(site) && files_write(site) && (!has_assets(site) || assets_write(site));
	for (unsigned i = 0; i < site->hand_count; i++) {
		buf_release(&site->hands[i].out);
		arena_release(&site->hands[i].arena);
	}
	return ok;
}

/*
 * What several hands read must be complete before: a source makes its index of lines
 * when it is first asked for a place, as the pages of changes do.
 */
static void index_sources(const struct site_options *options)
{
	for (size_t i = 0; i < options->change_count; i++) {
		const struct changes *changes = options->changes[i].view.changes;

		for (size_t j = 0; j < changes->list.len; j++) {
			struct span span = change_place(&changes->list.at[j]);

			if (span.source)
				source_place(span.source, span.begin);
		}
	}
}

static bool begin(struct site *site)
{
	struct arena *arena = &site->compilation->arena;

	if (!check_addresses(site))
		return false;
	directory_init(&site->directory, site->compilation, arena);
	index_sources(site->options);
	site->files = (struct site_files){ site->compilation, site->options, &site->directory,
					   arena };
	return check_trees(site) && site_files_find(&site->files, site->why);
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
