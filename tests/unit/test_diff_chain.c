/* What changed from A to B and from B to C accounts for what changed from A to C. */
#include "diff_cases.h"

/* What a comparison says of the target and of the date: a step, and days. */
struct told {
	int step; /* 1 strengthened, -1 weakened, 0 nothing */
	int32_t days;
};

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static struct state random_state(struct arena *arena, uint32_t *seed, bool is_up)
{
	unsigned goal = next(seed) % 8;

	return state_new(arena,
			 arena_printf(arena,
				      ONE_HEAD "    due: 20%02u-%02u\n    measures: [{indicator: "
					       "Share, target: %s %u%%}]\n",
				      30 + next(seed) % 4, 1 + next(seed) % 12,
				      is_up ? "at least" : "at most", goal * 10)
				 .at,
			 NULL);
}

static struct told tell(struct arena *arena, const struct state *before, const struct state *after)
{
	struct told told = { 0 };
	struct changes changes;

	compare_states(&changes, arena, before, after);
	for (size_t i = 0; i < changes.list.len; i++) {
		const struct change *change = &changes.list.at[i];

		switch (change->kind) {
		case CHANGE_TARGET_STRENGTHENED: told.step = 1; break;
		case CHANGE_TARGET_WEAKENED: told.step = -1; break;
		case CHANGE_DATE_SLIPPED:
		case CHANGE_DATE_BROUGHT_FORWARD: told.days = change->days; break;
		default: fail_msg("%s", change_types[change->kind].name);
		}
	}
	return told;
}

/* The goal of a target, in per cent: what the steps are about. */
static int goal_of(const struct state *state)
{
	const struct measure *measure = state->plan->all_actions.at[0]->measures.at;
	struct str text = measure->target.node->text;
	int goal = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] >= '0' && text.at[i] <= '9')
			goal = goal * 10 + text.at[i] - '0';
	}
	return goal;
}

static int sign(int number)
{
	return (number > 0) - (number < 0);
}

static void play(uint32_t seed)
{
	struct state states[3];
	struct told first, second, whole;
	struct arena arena;
	bool is_up;
	int way;

	arena_init(&arena);
	is_up = next(&seed) % 2;
	way = is_up ? 1 : -1;
	for (size_t i = 0; i < 3; i++)
		states[i] = random_state(&arena, &seed, is_up);
	first = tell(&arena, &states[0], &states[1]);
	second = tell(&arena, &states[1], &states[2]);
	whole = tell(&arena, &states[0], &states[2]);
	assert_int_equal(whole.days, first.days + second.days);
	assert_int_equal(first.step, way * sign(goal_of(&states[1]) - goal_of(&states[0])));
	assert_int_equal(second.step, way * sign(goal_of(&states[2]) - goal_of(&states[1])));
	assert_int_equal(whole.step, way * sign(goal_of(&states[2]) - goal_of(&states[0])));
	if (first.step == second.step || !second.step)
		assert_int_equal(whole.step, first.step);
	arena_release(&arena);
}

static void steps_account_for_the_whole(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 1000; seed++)
		play(seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_account_for_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
