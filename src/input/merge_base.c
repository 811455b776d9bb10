/*
 * The newest common ancestor. Both ends are walked at once, newest first; what
 * both have reached is common, and all behind it is stale, until nothing else is
 * left to be walked. libgit2 would stop at the end of a shallow clone.
 */
#include "input/history.h"
#include "input/newest.h"
#include "input/shallow.h"

#define BY_FIRST 1U  /* reached from the first of the pair */
#define BY_SECOND 2U /* from the second */
#define COMMON (BY_FIRST | BY_SECOND)
#define STALE 4U /* behind something that is common */

struct visited {
	struct input_id id;
	git_time_t time;
	struct commit commit;
	const struct input_id *parents;
	size_t parent_count;
	unsigned marks;
	bool is_queued;
};

struct base_walk {
	struct repository *repository;
	struct arena *arena;
	struct map cuts;
	struct map visited; /* id → struct visited */
	struct newest queue;
	VEC(struct visited *) common; /* in the order of being found */
	size_t fresh;                 /* in the queue, and not stale */
	bool is_cut;
};

static struct visited *take_newest(struct base_walk *walk)
{
	struct visited *newest = newest_take(&walk->queue);

	newest->is_queued = false;
	walk->fresh -= !(newest->marks & STALE);
	return newest;
}

/* What there is of a commit, read once. NULL with *why. */
static struct visited *visit(struct base_walk *walk, const struct input_id *id, struct str *why)
{
	struct visited *visited = map_find(&walk->visited, id_key(id));
	git_commit *commit = NULL;
	struct str reason;
	bool is_cut;
	git_oid oid;
	int error;

	if (visited)
		return visited;
	git_oid_fromraw(&oid, id->bytes);
	error = git_commit_lookup(&commit, walk->repository->git, &oid);
	if (error) {
		reason = repository_reason(walk->repository, error);
		*why = arena_printf(walk->arena, "the commit %s: %.*s", git_oid_tostr_s(&oid),
				    STR_ARG(reason));
		return NULL;
	}
	visited = arena_new(walk->arena, struct visited);
	visited->id = *id;
	visited->time = git_commit_time(commit);
	visited->commit = commit_of(commit, walk->arena);
	visited->parents = shallow_parents(commit, walk->arena, &walk->cuts, &visited->parent_count,
					   &is_cut);
	walk->is_cut |= is_cut;
	git_commit_free(commit);
	map_add(&walk->visited, walk->arena, id_key(&visited->id), visited);
	return visited;
}

/* Marks a commit, which is walked once more when that is news. */
static bool mark(struct base_walk *walk, const struct input_id *id, unsigned marks, struct str *why)
{
	struct visited *visited = visit(walk, id, why);
	bool was_fresh;

	if (!visited || (visited->marks & marks) == marks)
		return visited != NULL;
	was_fresh = visited->is_queued && !(visited->marks & STALE);
	visited->marks |= marks;
	walk->fresh += !(visited->marks & STALE);
	walk->fresh -= was_fresh;
	if (!visited->is_queued) {
		visited->is_queued = true;
		newest_add(&walk->queue, walk->arena, visited->time, visited);
	}
	return true;
}

static bool walk_all(struct base_walk *walk, struct str *why)
{
	while (walk->fresh) {
		struct visited *visited = take_newest(walk);
		unsigned marks = visited->marks;

		if (marks == COMMON) {
			vec_add(walk->arena, &walk->common, visited);
			marks |= STALE;
		}
		for (size_t i = 0; i < visited->parent_count; i++) {
			if (!mark(walk, &visited->parents[i], marks, why))
				return false;
		}
	}
	return true;
}

bool history_find_base(struct repository *repository, struct arena *arena,
		       const struct commit *const pair[2], struct commit *base, struct str *why)
{
	struct base_walk walk = { .repository = repository, .arena = arena };

	if (!shallow_read(repository, arena, &walk.cuts, why) ||
	    !mark(&walk, &pair[0]->id, BY_FIRST, why) ||
	    !mark(&walk, &pair[1]->id, BY_SECOND, why) || !walk_all(&walk, why))
		return false;
	for (size_t i = 0; i < walk.common.len; i++) {
		/* What is older than another common one was marked since. */
		if (walk.common.at[i]->marks & STALE)
			continue;
		*base = walk.common.at[i]->commit;
		return true;
	}
	*why = walk.is_cut ? STR("the two have no commit in common in this clone, which is a "
				 "shallow one")
			   : STR("the two have no commit in common");
	return false;
}
