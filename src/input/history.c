#include "input/history.h"
#include "input/shallow.h"

bool history_open(struct history *history, struct arena *arena, struct repository *repository,
		  const struct commit *from, struct str *why)
{
	*history = (struct history){
		.repository = repository,
		.next = from->id,
		.has_next = true,
	};
	return shallow_read(repository, arena, &history->cuts, why);
}

bool ancestor_read(const struct history *history, struct arena *arena, const struct input_id *id,
		   struct ancestor *ancestor, struct str *why)
{
	const git_signature *author;
	git_commit *commit = NULL;
	struct str reason;
	git_oid oid;
	int error;

	git_oid_fromraw(&oid, id->bytes);
	error = git_commit_lookup(&commit, history->repository->git, &oid);
	if (error) {
		reason = repository_reason(history->repository, error);
		*why = arena_printf(arena, "the commit %s: %.*s", git_oid_tostr_s(&oid),
				    STR_ARG(reason));
		return false;
	}
	author = git_commit_author(commit);
	*ancestor = (struct ancestor){
		.commit = commit_of(commit, arena),
		.time = git_commit_time(commit),
		.author = arena_copy(arena, str_from(author && author->name ? author->name : "")),
	};
	ancestor->parents = shallow_parents(commit, arena, &history->cuts, &ancestor->parent_count,
					    &ancestor->is_cut);
	git_commit_free(commit);
	return true;
}

enum history_step history_next(struct history *history, struct arena *arena,
			       struct ancestor *ancestor, struct str *why)
{
	if (history->is_full) {
		if (!history->all.len)
			return HISTORY_END;
		*ancestor = *history->all.at[--history->all.len];
		return HISTORY_COMMIT;
	}
	if (!history->has_next)
		return HISTORY_END;
	history->has_next = false;
	if (!ancestor_read(history, arena, &history->next, ancestor, why))
		return HISTORY_FAILED;
	if (ancestor->parent_count) {
		history->next = ancestor->parents[0];
		history->has_next = true;
	}
	return HISTORY_COMMIT;
}
