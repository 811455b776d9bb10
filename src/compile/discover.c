#include "compile/discover.h"

#define MAX_DEPTH 64

/* Where the walk stands: the council and the plan whose folders it is in. */
struct standing {
	struct found_council *council;
	struct found_plan *plan;
	unsigned depth;
};

bool path_is_below(struct str path, struct str folder)
{
	return !folder.len || str_equal(path, folder) ||
	       (str_starts(path, folder) && path.at[folder.len] == '/');
}

struct str path_name(struct str path)
{
	size_t begin = path.len;

	while (begin && path.at[begin - 1] != '/')
		begin--;
	return str_slice(path, begin, path.len);
}

bool path_is_yaml(struct str path)
{
	return str_ends(path, STR(".yaml")) || str_ends(path, STR(".yml"));
}

static const struct entry *find_entry(const struct entries *entries, struct str name)
{
	for (size_t i = 0; i < entries->list.len; i++) {
		if (str_equal(entries->list.at[i].name, name))
			return &entries->list.at[i];
	}
	return NULL;
}

static void note_failure(struct discovery *discovery, struct str path, struct str why)
{
	path = input_show(discovery->input, discovery->arena, path);
	if (!path.len)
		path = STR(".");
	vec_add(discovery->arena, &discovery->failures,
		arena_printf(discovery->arena, "%.*s: %.*s", STR_ARG(path), STR_ARG(why)));
}

static struct str join(struct arena *arena, struct str folder, struct str name)
{
	if (!folder.len)
		return name;
	return arena_printf(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
}

static struct str folder_name(const struct discovery *discovery, struct str path)
{
	return path.len ? path_name(path) : discovery->input->name;
}

static void enter_council(struct discovery *discovery, struct str path, struct standing *standing)
{
	struct found_council *council = arena_new(discovery->arena, struct found_council);

	council->path = path;
	council->id = folder_name(discovery, path);
	standing->council = council;
	standing->plan = NULL;
	vec_add(discovery->arena, &discovery->councils, council);
}

static void enter_plan(struct discovery *discovery, struct str path, struct found_council *council,
		       struct standing *standing)
{
	struct found_plan *plan = arena_new(discovery->arena, struct found_plan);

	plan->path = path;
	plan->id = folder_name(discovery, path);
	plan->council = council;
	standing->plan = plan;
	vec_add(discovery->arena, &discovery->plans, plan);
}

static void visit(struct discovery *discovery, struct str path, struct standing standing);

static void visit_entry(struct discovery *discovery, struct str folder, const struct entry *entry,
			struct standing standing)
{
	struct str path = join(discovery->arena, folder, entry->name);

	if (str_equal(entry->name, STR(".git")) || settings_excludes(discovery->settings, path))
		return;
	if (entry->type == ENTRY_FOLDER)
		visit(discovery, path, standing);
	else if (entry->type == ENTRY_FILE && standing.plan && path_is_yaml(path) &&
		 !str_equal(entry->name, STR("plan.yaml")) && entry->name.at[0] != '.')
		vec_add(discovery->arena, &standing.plan->files, path);
}

/* Whether a folder holds the file; what is of its name and cannot be read as one is told. */
static bool has_file(struct discovery *discovery, struct str folder, const struct entries *entries,
		     struct str name)
{
	const struct entry *entry = find_entry(entries, name);

	if (entry && entry->type != ENTRY_FILE)
		note_failure(
			discovery, join(discovery->arena, folder, name),
			entry->type == ENTRY_FOLDER
				? STR("it is a folder")
				: STR("it is a symbolic link that leads nowhere, or out of the "
				      "folder of the plans"));
	return entry && entry->type == ENTRY_FILE;
}

static bool is_same(const struct discovery *discovery, struct str path)
{
	struct input_id here, there;

	return discovery->unlike && input_id(discovery->input, path, &here) &&
	       input_id(discovery->unlike, path, &there) && input_id_equal(&here, &there);
}

static void visit(struct discovery *discovery, struct str path, struct standing standing)
{
	struct found_council *above = standing.council;
	struct entries entries = { 0 };
	struct str why = STR("folders stand more than 64 deep in one another");

	if (is_same(discovery, path)) {
		discovery->has_same = true;
		return;
	}
	if (standing.depth++ > MAX_DEPTH ||
	    input_list(discovery->input, path, discovery->arena, &entries, &why) != INPUT_FOLDER) {
		note_failure(discovery, path, why);
		return;
	}
	if (find_entry(&entries, STR(".planc")))
		return;
	if (has_file(discovery, path, &entries, STR("council.yaml")))
		enter_council(discovery, path, &standing);
	if (has_file(discovery, path, &entries, STR("plan.yaml")))
		enter_plan(discovery, path, above, &standing);
	for (size_t i = 0; i < entries.list.len; i++)
		visit_entry(discovery, path, &entries.list.at[i], standing);
}

void discover(struct discovery *discovery)
{
	visit(discovery, STR(""), (struct standing){ 0 });
}
