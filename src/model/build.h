/* From trees to the typed model, and from ids to what they name. */
#ifndef MODEL_BUILD_H
#define MODEL_BUILD_H

#include "base/arena.h"
#include "model/plan.h"

/* The root of the file that a path in `themes:` or `sections:` names, or NULL. */
struct model_files {
	const struct node *(*find)(void *context, const struct node *path);
	void *context;
};

/*
 * Builds a council from the tree of its council.yaml (NULL or bad: one that is
 * empty but for its id). `id` is the folder's name.
 */
struct council *council_build(struct arena *arena, const struct node *root, struct str id);

/*
 * Builds a plan in the same way; `address` is "council/plan". Makes all_actions
 * and by_id, and grades its measures.
 */
struct plan *plan_build(struct arena *arena, const struct node *root, struct str address,
			const struct model_files *files);

/* The plans of a run by their address. */
struct plan_index {
	struct map plans; /* address → struct plan */
};

/*
 * The action that an id of *plan names: one of its own, or as
 * `council/plan#action` one of another plan, which *plan is then set to. NULL when
 * there is none.
 */
const struct action *plan_find_action(const struct plan **plan, struct str id,
				      const struct plan_index *index);

/*
 * Sets what each ref of a plan names: people of its council, priorities and
 * actions of its own, plans and actions of others. What does not exist stays NULL.
 */
void plan_resolve(struct plan *plan, const struct council *council, const struct plan_index *index);

#endif
