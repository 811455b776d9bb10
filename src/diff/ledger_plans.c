/* Plans of two states: which is which, also when a folder was renamed. */
#include "diff/ledger_run.h"

/* Of two plans under different addresses, so many of a thousand actions must have one id. */
#define ALIKE_PLANS 500
/* Of more plans that came and went at once, only those are looked at whose own folder has one name. */
#define MOST_PAIRS 10000

struct matching {
	struct ledger_run *run;
	VEC(struct plan *) came;
	VEC(struct plan *) went;
};

static struct str folder_of(struct str address)
{
	size_t slash = str_find_byte(address, '/', 0);

	return slash < address.len ? str_slice(address, slash + 1, address.len) : address;
}

static void match_addresses(struct matching *matching, const struct diff_side *before,
			    const struct diff_side *after)
{
	struct ledger_run *run = matching->run;
	struct map old = { 0 };
	struct map seen = { 0 };

	for (size_t i = 0; i < before->plan_count; i++)
		map_add(&old, run->arena, before->plans[i]->thing.id, before->plans[i]);
	for (size_t i = 0; i < after->plan_count; i++) {
		struct plan *plan = after->plans[i];
		struct plan *other = map_find(&old, plan->thing.id);
		struct plan_match match = { other, plan, plan->thing.id };

		if (map_add(&seen, run->arena, plan->thing.id, plan))
			continue;
		if (other)
			vec_add(run->arena, &run->plans, match);
		else
			vec_add(run->arena, &matching->came, plan);
	}
	for (size_t i = 0; i < before->plan_count; i++) {
		struct plan *plan = before->plans[i];

		if (!map_add(&seen, run->arena, plan->thing.id, plan))
			vec_add(run->arena, &matching->went, plan);
	}
}

static unsigned share(const struct plan *before, const struct plan *after)
{
	size_t most = before->all_actions.len > after->all_actions.len ? before->all_actions.len
								       : after->all_actions.len;
	size_t count = 0;

	if (!most)
		return str_equal(before->title.words, after->title.words) ? 1000 : 0;
	for (size_t i = 0; i < after->all_actions.len; i++) {
		const struct action *action = after->all_actions.at[i];
		const struct thing *other = map_find(&before->by_id, action->thing.id);

		count += other && other->type == &type_action;
	}
	return (unsigned)(count * 1000 / most);
}

/* A plan of before under the address that it has now, so that it is compared with itself. */
static struct plan *renamed(struct ledger_run *run, const struct plan *before,
			    const struct plan *after)
{
	struct plan *copy = arena_new(run->arena, struct plan);

	*copy = *before;
	copy->thing.id = after->thing.id;
	return copy;
}

/* Takes out of `went` the plan that this one was; of several the one that is most alike. */
static struct plan *take_former(struct matching *matching, const struct plan *after,
				bool only_folder)
{
	size_t best = matching->went.len;
	unsigned most = ALIKE_PLANS - 1;
	struct plan *found;

	for (size_t i = 0; i < matching->went.len; i++) {
		const struct plan *plan = matching->went.at[i];
		bool is_folder = plan &&
				 str_equal(folder_of(plan->thing.id), folder_of(after->thing.id));
		unsigned score;

		if (!plan || (only_folder && !is_folder))
			continue;
		score = share(plan, after);
		if (score > most) {
			most = score;
			best = i;
		}
	}
	if (best == matching->went.len)
		return NULL;
	found = matching->went.at[best];
	matching->went.at[best] = NULL;
	return found;
}

/* Those whose own folder kept its name first: then it was the council's that was renamed. */
static void match_renamed(struct matching *matching)
{
	struct ledger_run *run = matching->run;
	bool is_many = matching->came.len * matching->went.len > MOST_PAIRS;

	for (int round = 0; round < (is_many ? 1 : 2); round++) {
		for (size_t i = 0; i < matching->came.len; i++) {
			struct plan *after = matching->came.at[i];
			struct plan *before = after ? take_former(matching, after, !round) : NULL;

			if (!before)
				continue;
			vec_add(run->arena, &run->plans,
				((struct plan_match){ renamed(run, before, after), after,
						      before->thing.id }));
			matching->came.at[i] = NULL;
		}
	}
}

void ledger_match_plans(struct ledger_run *run, const struct diff_side *before,
			const struct diff_side *after)
{
	struct matching matching = { .run = run };

	match_addresses(&matching, before, after);
	match_renamed(&matching);
	for (size_t i = 0; i < matching.came.len; i++) {
		struct plan *plan = matching.came.at[i];

		if (plan)
			vec_add(run->arena, &run->plans,
				((struct plan_match){ NULL, plan, plan->thing.id }));
	}
	for (size_t i = 0; i < matching.went.len; i++) {
		struct plan *plan = matching.went.at[i];

		if (plan)
			vec_add(run->arena, &run->plans,
				((struct plan_match){ plan, NULL, plan->thing.id }));
	}
}
