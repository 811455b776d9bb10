#include "render/site_files.h"
#include "render/address.h"
#include "render/site.h"
#include "render/tree.h"

/* An output in a tree, whose files are being listed. */
struct listing {
	struct site_files *files;
	struct site_file file; /* the next one, as far as it is known */
};

bool site_name_is_part(struct str name)
{
	static const struct str taken[] = { STR_INIT("actions"), STR_INIT("assets"),
					    STR_INIT("leads"), STR_INIT("themes") };

	for (size_t i = 0; i < ARRAY_LEN(taken); i++) {
		if (str_equal(name, taken[i]))
			return false;
	}
	return is_id(name);
}

static void add(struct listing *listing, const void *part)
{
	listing->file.part = part;
	vec_add(listing->files->arena, &listing->files->list, listing->file);
}

static void add_leads(struct listing *listing)
{
	const struct council *council = listing->file.council;
	const struct person *people = council->people.at;

	for (size_t i = 0; i < council->people.len; i++) {
		if (person_has_page(council, &people[i]))
			add(listing, &people[i]);
	}
}

static void add_themes(struct listing *listing)
{
	const struct plan *plan = listing->file.plan;
	const struct theme *themes = plan->themes.at;

	for (size_t i = 0; i < plan->themes.len; i++) {
		if (part_has_page(plan, &themes[i].thing))
			add(listing, &themes[i]);
	}
}

static void add_actions(struct listing *listing)
{
	const struct plan *plan = listing->file.plan;

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		if (part_has_page(plan, &plan->all_actions.at[i]->thing))
			add(listing, plan->all_actions.at[i]);
	}
}

static void add_old_actions(struct listing *listing)
{
	struct old_ids ids;

	old_ids_find(&ids, listing->file.plan, listing->files->arena);
	for (size_t i = 0; i < ids.list.len; i++)
		add(listing, ids.list.at[i]);
}

static void add_of_plan(struct listing *listing)
{
	switch (listing->file.output->scope) {
	case OUTPUT_THEME: add_themes(listing); break;
	case OUTPUT_ACTION: add_actions(listing); break;
	case OUTPUT_OLD_ACTION: add_old_actions(listing); break;
	default: add(listing, NULL);
	}
}

static bool add_of_council(struct listing *listing, struct str *why)
{
	const struct council *council = listing->file.council;

	if (!site_name_is_part(council->thing.id)) {
		*why = arena_printf(listing->files->arena,
				    "the council in “%.*s” can have no page: its folder is "
				    "named in small letters, digits and hyphens",
				    STR_ARG(council->path));
		return false;
	}
	if (listing->file.output->scope == OUTPUT_LEAD)
		add_leads(listing);
	else
		add(listing, NULL);
	return true;
}

static bool list_councils(struct listing *listing, struct str *why)
{
	const struct site_files *files = listing->files;
	const struct compilation *compilation = files->compilation;
	struct site_file *file = &listing->file;

	for (size_t i = 0; i < compilation->councils.len; i++) {
		const struct view view = { .compilation = compilation,
					   .directory = files->directory };

		file->council = compilation->councils.at[i];
		if (directory_has_council(files->directory, file->council) &&
		    tree_has_council(&view, file->tree, file->council) &&
		    !add_of_council(listing, why))
			return false;
	}
	return true;
}

static void list_plans(struct listing *listing)
{
	const struct site_files *files = listing->files;
	const struct compilation *compilation = files->compilation;
	struct site_file *file = &listing->file;

	for (size_t i = 0; i < compilation->plans.len; i++) {
		struct view view;

		file->plan = compilation->plans.at[i];
		file->council = file->plan->council;
		file->part = NULL;
		if (!directory_has_plan(files->directory, file->plan) ||
		    !tree_has_plan(file->tree, file->plan))
			continue;
		view = site_file_view(files, file, NULL);
		if (output_exists(file->output, &view))
			add_of_plan(listing);
	}
}

static bool list_output(struct site_files *files, const struct output *output, struct str tree,
			struct str *why)
{
	struct listing listing = { files, { .output = output, .tree = tree } };

	switch (output->scope) {
	case OUTPUT_SITE:
	case OUTPUT_SITE_PAGE:
		if (tree_has_site(files->directory, tree))
			add(&listing, NULL);
		return true;
	case OUTPUT_COUNCIL:
	case OUTPUT_LEAD: return list_councils(&listing, why);
	case OUTPUT_PLAN:
	case OUTPUT_PLAN_PAGE:
	case OUTPUT_THEME:
	case OUTPUT_ACTION:
	case OUTPUT_OLD_ACTION: break;
	}
	list_plans(&listing);
	return true;
}

bool site_files_find(struct site_files *files, struct str *why)
{
	bool ok = true;

	for (size_t i = 0; renderers[i]; i++) {
		const struct output *output = renderers[i]->outputs;
		size_t trees = renderers[i]->has_trees ? files->directory->trees.len : 0;

		for (; site_has_format(files->options, renderers[i]) && ok && output->write;
		     output++) {
			ok = list_output(files, output, (struct str){ 0 }, why);
			for (size_t j = 0; ok && j < trees; j++)
				ok = list_output(files, output, files->directory->trees.at[j], why);
		}
	}
	return ok;
}

/* The folder that a file stands in, without that of its tree. */
static struct str folder_of(const struct site_file *file)
{
	if (file->plan)
		return file->plan->thing.id;
	return file->council ? file->council->thing.id : (struct str){ 0 };
}

/* As "sefton/index.html", or "sefton/year-1-delivery-plan/actions/staff-survey.html". */
static struct str path_of(const struct view *view, const struct site_file *file, struct str part)
{
	struct str folder = folder_of(file);

	return arena_printf(view->arena, "%.*s%s%.*s%s%s%s%.*s%s", STR_ARG(file->tree),
			    file->tree.len ? "/" : "", STR_ARG(folder), folder.len ? "/" : "",
			    file->output->file, part.len ? "/" : "", STR_ARG(part),
			    part.len ? ".html" : "");
}

static struct str language_of(const struct site_files *files, const struct site_file *file)
{
	if (file->tree.len)
		return file->tree;
	return file->plan ? plan_language(file->plan) : files->directory->language;
}

/* Sets what the page is of; its id, which its name is made of, or an empty one. */
static struct str set_part(struct view *view, const void *part)
{
	if (!part)
		return (struct str){ 0 };
	switch (view->scope) {
	case OUTPUT_LEAD: view->person = part; return view->person->thing.id;
	case OUTPUT_THEME: view->theme = part; return view->theme->thing.id;
	case OUTPUT_ACTION: view->action = part; return view->action->thing.id;
	case OUTPUT_OLD_ACTION: view->old_id = part; return view->old_id->id;
	default: return (struct str){ 0 };
	}
}

struct view site_file_view(const struct site_files *files, const struct site_file *file,
			   struct arena *arena)
{
	struct view view = {
		.compilation = files->compilation,
		.options = files->options,
		.directory = files->directory,
		.scope = file->output->scope,
		.council = file->council,
		.plan = file->plan,
		.tree = file->tree,
		.language = language_of(files, file),
		.arena = arena,
	};
	struct str part = set_part(&view, file->part);

	if (arena)
		view.path = path_of(&view, file, part);
	return view;
}
