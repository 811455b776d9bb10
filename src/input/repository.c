#include "base/bug.h"
#include "base/civil.h"
#include "input/git_handles.h"

#include <stdlib.h>
#include <string.h>

/* Trees of councils' repositories are looked at again and again. */
#define CACHED_TREE_BYTES ((size_t)4 * 1024 * 1024)

/* ---------------------------------------------------------------- opening */

/* What a repository may have that does not change how it is read here. */
static const char *const extensions[] = { "noop-v1", "objectformat", "partialclone",
					  "preciousobjects", "worktreeconfig" };

/* libgit2 for one that runs nothing, and asks nobody for settings. */
static void library_open(void)
{
	static const int levels[] = { GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_GLOBAL,
				      GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_PROGRAMDATA };

	if (git_libgit2_init() < 0)
		bug_no_memory();
	git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
	git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, ARRAY_LEN(extensions));
	git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, CACHED_TREE_BYTES);
	for (size_t i = 0; i < ARRAY_LEN(levels); i++)
		git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
}

static struct str last_message(void)
{
	const git_error *error = git_error_last();

	return str_from(error && error->message ? error->message : "");
}

static bool is_denied(void)
{
	struct str message = last_message();

	return str_find(message, STR("Permission denied"), 0) < message.len;
}

/* Why there is no repository to read. */
static struct str opening_reason(struct arena *arena, const char *path, int error)
{
	static const struct str extension = STR_INIT("unsupported extension name extensions.");
	struct str message = last_message();

	if (is_denied())
		return STR("the git repository cannot be opened: permission denied");
	if (error == GIT_ENOTFOUND)
		return strcmp(path, ".") == 0
			       ? STR("this folder is in no git repository")
			       : arena_printf(arena, "%s: it is in no git repository", path);
	if (str_starts(message, extension))
		return arena_printf(arena,
				    "the git repository is of a kind that planc cannot read yet: "
				    "it uses “%.*s”",
				    STR_ARG(str_slice(message, extension.len, message.len)));
	if (str_starts(message, STR("unsupported repository version")))
		return STR("the git repository is of a newer kind than planc can read");
	return STR("the git repository cannot be read: git's own files in it are damaged");
}

/* What its settings say. A search by pattern would leak in libgit2. */
static bool read_settings(struct repository *repository, struct arena *arena, struct str *format)
{
	git_config_iterator *iterator = NULL;
	git_config_entry *entry;
	git_config *config = NULL;
	bool ok = git_repository_config(&config, repository->git) == 0 &&
		  git_config_iterator_new(&iterator, config) == 0;

	*format = STR("sha1");
	while (ok && git_config_next(&entry, iterator) == 0) {
		struct str name = str_from(entry->name);

		if (str_equal(name, STR("extensions.objectformat")) && entry->value)
			*format = arena_copy(arena, str_from(entry->value));
		repository->is_partial |= str_equal(name, STR("extensions.partialclone")) ||
					  (str_starts(name, STR("remote.")) &&
					   str_ends(name, STR(".promisor")));
	}
	git_config_iterator_free(iterator);
	git_config_free(config);
	return ok;
}

/* libgit2 gives folders with '/' at their end. */
static struct str folder_copy(struct arena *arena, const char *path)
{
	struct str folder = str_from(path);

	if (folder.len > 1 && folder.at[folder.len - 1] == '/')
		folder.len--;
	return arena_copy(arena, folder);
}

static bool open_found(struct repository *repository, struct arena *arena,
		       const struct repository_request *request, struct str *why)
{
	const char *work_tree = git_repository_workdir(repository->git);
	struct str format;

	if (!read_settings(repository, arena, &format)) {
		*why = opening_reason(arena, request->path, GIT_ERROR);
		return false;
	}
	if (!str_equal_nocase(format, STR("sha1"))) {
		*why = arena_printf(arena,
				    "the git repository names its objects by %.*s, which planc "
				    "cannot read yet",
				    STR_ARG(format));
		return false;
	}
	if (git_repository_odb(&repository->objects, repository->git) != 0 ||
	    (request->objects &&
	     git_odb_add_disk_alternate(repository->objects, request->objects) != 0)) {
		*why = opening_reason(arena, request->path, GIT_ERROR);
		return false;
	}
	repository->here = request->here;
	repository->index = request->index;
	repository->is_bare = !work_tree;
	repository->is_shallow = git_repository_is_shallow(repository->git) == 1;
	repository->inner = folder_copy(arena, git_repository_path(repository->git));
	repository->top = work_tree ? folder_copy(arena, work_tree) : repository->inner;
	return true;
}

struct repository *repository_open(struct arena *arena, const struct repository_request *request,
				   struct str *why)
{
	struct repository *repository = arena_new(arena, struct repository);
	int error;

	library_open();
	error = git_repository_open_ext(&repository->git, request->path, 0, NULL);
	if (error)
		*why = opening_reason(arena, request->path, error);
	else if (open_found(repository, arena, request, why))
		return repository;
	repository_close(repository);
	return NULL;
}

void repository_close(struct repository *repository)
{
	if (!repository)
		return;
	git_odb_free(repository->objects);
	git_repository_free(repository->git);
	git_libgit2_shutdown();
}

struct str repository_reason(const struct repository *repository, int error)
{
	if (is_denied())
		return STR("permission denied");
	if (error != GIT_ENOTFOUND)
		return STR("what git holds of it is damaged");
	if (repository->is_partial)
		return STR("this clone of the repository is a partial one, and has not fetched it");
	return STR("git does not hold it: the repository is damaged");
}

/* ---------------------------------------------------------------- places */

static bool is_at_or_below(struct str path, struct str folder)
{
	return str_starts(path, folder) && (path.len == folder.len || path.at[folder.len] == '/' ||
					    str_equal(folder, STR("/")));
}

/* The rest of an absolute path behind the top. */
static bool find_below_top(const struct repository *repository, struct str path, struct str *place)
{
	if (!is_at_or_below(path, repository->top))
		return false;
	*place = str_slice(path, repository->top.len, path.len);
	if (str_starts(*place, STR("/")))
		*place = str_slice(*place, 1, place->len);
	return true;
}

/* Where the current folder is; in git's own folders it is at the top. */
static bool find_here(const struct repository *repository, struct str *place)
{
	struct str here = repository->here;

	*place = STR("");
	return is_at_or_below(here, repository->inner) || find_below_top(repository, here, place);
}

/* The place of an absolute path, or of what its links on the disk lead to. */
static bool find_absolute(const struct repository *repository, struct arena *arena, struct str path,
			  struct str *place)
{
	struct str clean;
	char *real;
	bool ok = false;

	if (input_join(arena, STR(""), str_slice(path, 1, path.len), &clean) &&
	    find_below_top(repository, arena_printf(arena, "/%.*s", STR_ARG(clean)), place))
		return true;
	real = realpath(arena_copy(arena, path).at, NULL);
	if (real)
		ok = find_below_top(repository, arena_copy(arena, str_from(real)), place);
	free(real);
	return ok;
}

bool repository_place(const struct repository *repository, struct arena *arena, struct str path,
		      struct str *place, struct str *why)
{
	bool is_relative = !str_starts(path, STR("/"));
	struct str base, full;
	bool ok = false;

	if (!path.len) {
		*why = STR("no such file or folder");
		return false;
	}
	if (is_relative && find_here(repository, &base)) {
		full = arena_printf(arena, "%.*s%s%.*s", STR_ARG(base), base.len ? "/" : "",
				    STR_ARG(path));
		ok = input_join(arena, STR(""), full, place);
	}
	if (is_relative)
		path = arena_printf(arena, "%.*s/%.*s", STR_ARG(repository->here), STR_ARG(path));
	ok = ok || find_absolute(repository, arena, path, place);
	if (!ok)
		*why = STR("it is not in the git repository");
	else
		*place = arena_copy(arena, *place);
	return ok;
}

bool repository_is_bare(const struct repository *repository)
{
	return repository->is_bare;
}

bool repository_is_shallow(const struct repository *repository)
{
	return repository->is_shallow;
}

struct str repository_name(const struct repository *repository, struct arena *arena)
{
	struct str top = repository->top;
	size_t begin = top.len;

	if (repository->is_bare && str_ends(top, STR(".git")))
		top.len -= STR(".git").len;
	while (begin > top.len)
		begin--;
	while (begin && top.at[begin - 1] != '/')
		begin--;
	return arena_copy(arena, str_slice(top, begin, top.len));
}

/* ---------------------------------------------------------------- revisions */

static bool is_of_head(const char *word)
{
	return word[0] == '@' || strncmp(word, "HEAD", 4) == 0;
}

/* Why a word is no revision. */
static struct str word_reason(const struct repository *repository, struct arena *arena,
			      const char *word, int error)
{
	switch (error) {
	case GIT_ENOTFOUND: break;
	case GIT_EAMBIGUOUS:
		return arena_printf(arena, "“%s” is how several ids begin; write more of it", word);
	case GIT_EINVALIDSPEC:
		if (strstr(word, ".."))
			return arena_printf(arena, "“%s” is two revisions, where one is wanted",
					    word);
		return arena_printf(arena, "“%s” is not how a revision is written", word);
	default:
		return arena_printf(arena, "the revision “%s” cannot be read: %s", word,
				    repository_reason(repository, error).at);
	}
	if (is_of_head(word) && git_repository_head_unborn(repository->git) == 1)
		return arena_printf(arena, "there is no revision “%s”: nothing was committed yet",
				    word);
	return arena_printf(arena, "there is no revision “%s”%s", word,
			    repository->is_shallow ? " in this clone, which is a shallow one" : "");
}

/* The day of a moment, within the years that have four digits. */
static int32_t day_of(int64_t seconds)
{
	const int64_t first = civil_to_days((struct civil){ 1, 1, 1 });
	const int64_t last = civil_to_days((struct civil){ 9999, 12, 31 });
	int64_t day = seconds / 86400 - (seconds % 86400 < 0);

	return (int32_t)(day < first ? first : day > last ? last : day);
}

struct commit commit_of(const git_commit *commit, struct arena *arena)
{
	struct commit said = { .day = day_of(git_commit_time(commit)) };
	char name[GIT_OID_HEXSZ + 1];

	git_oid_tostr(name, sizeof(name), git_commit_id(commit));
	memcpy(said.id.bytes, git_commit_id(commit)->id, sizeof(said.id.bytes));
	said.name = arena_copy(arena, str_from(name));
	return said;
}

/* libgit2 knows @ alone, and no way on from it: @~2, @^. */
static const char *whole_word(const char *word, struct arena *arena)
{
	if (word[0] != '@' || (word[1] != '~' && word[1] != '^'))
		return word;
	return arena_printf(arena, "HEAD%s", word + 1).at;
}

bool revision_find(struct repository *repository, struct arena *arena, const char *word,
		   struct commit *commit, struct str *why)
{
	git_object *object = NULL;
	git_object *peeled = NULL;
	bool ok = false;
	int error = git_revparse_single(&object, repository->git, whole_word(word, arena));

	if (error) {
		*why = word_reason(repository, arena, word, error);
		goto done;
	}
	if (git_object_peel(&peeled, object, GIT_OBJECT_COMMIT) != 0) {
		*why = arena_printf(arena, "“%s” is no commit", word);
		goto done;
	}
	*commit = commit_of((const git_commit *)peeled, arena);
	ok = true;
done:
	git_object_free(peeled);
	git_object_free(object);
	return ok;
}
