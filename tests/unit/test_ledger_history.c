/* The ledger of a history: where it begins, plans and merges in it, and what rules ask of it. */
#include "ledger_cases.h"

static void knows_nothing_before_a_cut(void **state)
{
	static const char *const plans[] = { ONE("    due: 2023\n"), ONE("    due: 2024\n") };
	struct row row = { plans, 2, true };
	struct ledger ledger;
	struct arena arena;
	const struct ledger_thing *survey;

	(void)state;
	arena_init(&arena);
	ledger_init(&ledger);
	feed(&ledger, &arena, &row);
	survey = ledger_find(&ledger, STR("council/plan#survey"));
	assert_int_equal(ledger.entries.len, 1);
	assert_null(survey->came);
	assert_true(str_equal(survey->first_due.text, STR("2023")));
	ledger_release(&ledger);
	arena_release(&arena);
}

/* ---------------------------------------------------------------- what rules ask */

static void counts_slips(void **state)
{
	static const char *const plans[] = {
		ONE("    due: 2023\n"), ONE("    due: 2024\n"), ONE("    due: 2023\n"),
		ONE("    due: tbc\n"),  ONE("    due: 2025\n"), ONE("    due: 2026/..\n"),
	};
	struct row row = { plans, ARRAY_LEN(plans), false };
	struct ledger ledger;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	ledger_init(&ledger);
	feed(&ledger, &arena, &row);
	assert_int_equal(ledger_count_slips(ledger_find(&ledger, STR("council/plan#survey"))), 3);
	ledger_release(&ledger);
	arena_release(&arena);
}

/* Whether the ledger of a row knows another action that had the id of the plan's first one. */
static void expect_other(const struct row *row, const char *plan, const char *title)
{
	const struct ledger_thing *other;
	const struct action *action;
	struct ledger ledger;
	struct arena arena;
	struct str address;

	arena_init(&arena);
	ledger_init(&ledger);
	feed(&ledger, &arena, row);
	action = state_new(&arena, plan, NULL).plan->all_actions.at[0];
	address = arena_printf(&arena, "council/plan#%.*s", STR_ARG(action->thing.id));
	other = ledger_find_other(&ledger, address, action);
	if (title) {
		assert_non_null(other);
		assert_true(str_equal(other->title, str_from(title)));
	} else {
		assert_null(other);
	}
	ledger_release(&ledger);
	arena_release(&arena);
}

static void knows_reused_ids(void **state)
{
	static const char *const gone[] = { HEAD ACTION("a", ASK, ""), HEAD "" };
	static const char *const moved[] = {
		HEAD ACTION("a", ASK, ""),
		HEAD ACTION("b", ASK, "    replaces: a\n"),
	};
	static const char *const stays[] = { HEAD ACTION("a", ASK, ""),
					     HEAD ACTION("a", SELL, "") };
	static const char *const twice[] = { HEAD ACTION("a", ASK, ""), HEAD "",
					     HEAD ACTION("a", SELL, "") };

	(void)state;
	expect_other(&(struct row){ gone, 2, false }, HEAD ACTION("a", SELL, ""), ASK);
	/* The same again, and the same in other words. */
	expect_other(&(struct row){ gone, 2, false }, HEAD ACTION("a", ASK, ""), NULL);
	expect_other(&(struct row){ gone, 2, false },
		     HEAD ACTION("a", "Ask all staff how well they are.", ""), NULL);
	expect_other(&(struct row){ moved, 2, false }, HEAD ACTION("a", SELL, ""), ASK);
	expect_other(&(struct row){ moved, 2, false }, HEAD ACTION("b", SELL, ""), NULL);
	expect_other(&(struct row){ stays, 2, false }, HEAD ACTION("a", ASK, ""), NULL);
	expect_other(&(struct row){ twice, 3, false }, HEAD ACTION("a", SELL, ""), ASK);
	expect_other(&(struct row){ twice, 3, false }, HEAD ACTION("c", SELL, ""), NULL);
}

static void tells_things_apart(void **state)
{
	(void)state;
	EXPECT("1 #a due 2023>-, 2 #a due ->2024, 3 #a due 2024>2025 +365 later",
	       HEAD ACTION("a", ASK, "    due: 2023\n"), HEAD "",
	       HEAD ACTION("a", SELL, "    due: 2024\n"),
	       HEAD ACTION("a", SELL, "    due: 2025\n"));
}

/* ---------------------------------------------------------------- plans */

/* Two states of councils with plans: "council/plan" and its text, in turn. */
struct folders {
	const char *names[4]; /* "council", "plan" of each; NULL behind the last */
	const char *text;
};

static struct diff_side side_of(struct arena *arena, const struct folders *folders)
{
	struct plan **plans = arena_new_array(arena, struct plan *, 2);
	struct council **councils = arena_new_array(arena, struct council *, 2);
	struct diff_side side = { plans, 0, councils, 0 };

	for (size_t i = 0; i < 4 && folders->names[i]; i += 2) {
		struct state state = state_new(arena, folders->text, NULL);

		state.plan->thing.id = arena_printf(arena, "%s/%s", folders->names[i],
						    folders->names[i + 1]);
		state.council->thing.id = str_from(folders->names[i]);
		plans[side.plan_count++] = state.plan;
		councils[side.council_count++] = state.council;
	}
	return side;
}

static void expect_folders(const struct folders *before, const struct folders *after,
			   const char *expected)
{
	struct ledger_step step = { .day = FIRST_DAY };
	struct diff_side none = { 0 };
	struct diff_side a, b;
	struct buf said = { 0 };
	struct ledger ledger;
	struct arena arena;

	arena_init(&arena);
	ledger_init(&ledger);
	a = side_of(&arena, before);
	b = side_of(&arena, after);
	ledger_add(&ledger, &step, &none, &a);
	step.day += STEP_DAYS;
	ledger_add(&ledger, &step, &a, &b);
	buf_add(&said, (struct str){ 0 });
	for (size_t i = 0; i < ledger.entries.len; i++) {
		struct buf entry = { 0 };

		if (ledger.entries.at[i]->step->day > FIRST_DAY) {
			add_entry(ledger.entries.at[i], &entry);
			buf_printf(&said, "%.*s: %s\n",
				   STR_ARG(ledger.entries.at[i]->thing->address), entry.at);
		}
		buf_release(&entry);
	}
	if (!str_equal(buf_str(&said), str_from(expected)))
		fail_msg("“%.*s” instead of “%s”", STR_ARG(buf_str(&said)), expected);
	buf_release(&said);
	ledger_release(&ledger);
	arena_release(&arena);
}

#define TWO(year)                                                         \
	"title: Plan\nactions:\n" ACTION("a", ASK, "    due: " year "\n") \
		ACTION("b", SELL, "    due: 2030\n")

static void follows_folders(void **state)
{
	const struct folders old = { { "anytown", "old" }, TWO("2023") };
	const struct folders new = { { "anytown", "new" }, TWO("2024") };
	const struct folders other = { { "newtown", "old" }, TWO("2024") };
	const struct folders third = { { "anytown", "third" }, "title: Third\nactions:\n" };

	(void)state;
	expect_folders(&old, &new, "anytown/new#a: 1 #a due 2023>2024 +366 later\n");
	expect_folders(&old, &other, "newtown/old#a: 1 #a due 2023>2024 +366 later\n");
	expect_folders(&old, &third,
		       "anytown/old#a: 1 #a due 2023>-\nanytown/old#b: 1 #b due 2030>-\n");
}

/* ---------------------------------------------------------------- merges */

static void tells_of_merges_what_is_new(void **state)
{
	static const char *const texts[] = {
		HEAD ACTION("a", ASK, "    due: 2023\n    lead: x\n"),
		HEAD ACTION("a", ASK, "    due: 2024\n    lead: y\n"),
	};
	struct ledger_step step = { .day = FIRST_DAY };
	struct ledger_sides sides[2] = { 0 };
	struct buf said = { 0 };
	struct ledger ledger;
	struct arena arena;
	struct state one, two, merged;

	(void)state;
	arena_init(&arena);
	ledger_init(&ledger);
	one = state_new(&arena, texts[0], NULL);
	two = state_new(&arena, texts[1], NULL);
	merged = state_new(&arena, HEAD ACTION("a", ASK, "    due: 2026\n    lead: y\n"), NULL);
	sides[0].after = (struct diff_side){ &one.plan, 1, &one.council, 1 };
	ledger_add(&ledger, &step, &sides[0].before, &sides[0].after);
	sides[1].before = sides[0].after;
	sides[1].after = (struct diff_side){ &two.plan, 1, &two.council, 1 };
	step.day += STEP_DAYS;
	ledger_add(&ledger, &step, &sides[1].before, &sides[1].after);
	sides[0].before = sides[0].after;
	sides[1].before = sides[1].after;
	sides[0].after = sides[1].after = (struct diff_side){ &merged.plan, 1, &merged.council, 1 };
	step.day += STEP_DAYS;
	ledger_add_merge(&ledger, &step, sides, 2);
	for (size_t i = 0; i < ledger.entries.len; i++) {
		if (ledger.entries.at[i]->step->day > FIRST_DAY)
			add_entry(ledger.entries.at[i], &said);
	}
	assert_string_equal(said.at, "1 #a lead x>y, 1 #a due 2023>2024 +366 later, "
				     "2 #a due 2023>2026 +1096 later");
	buf_release(&said);
	ledger_release(&ledger);
	arena_release(&arena);
}

/* ---------------------------------------------------------------- a property */

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* A date of a random form, or none. */
static const char *random_date(struct arena *arena, uint32_t *seed)
{
	unsigned year = 2022 + next(seed) % 5;
	unsigned month = 1 + next(seed) % 12;

	switch (next(seed) % 6) {
	case 0: return arena_printf(arena, "%u", year).at;
	case 1: return arena_printf(arena, "%u-%02u", year, month).at;
	case 2: return arena_printf(arena, "%u-%02u-%02u", year, month, 1 + next(seed) % 28).at;
	case 3:
		return arena_printf(arena, "%u-%02u Q%u", year, (year + 1) % 100,
				    1 + next(seed) % 4)
			.at;
	case 4: return next(seed) % 3 ? arena_printf(arena, "%u-%02u~", year, month).at : "tbc";
	default: return arena_printf(arena, "%u-%02u/%u-%02u", year, month, year + 1, month).at;
	}
}

/* Of A to B and B to C the days are those of A to C, however often it moves, and whatever it is called. */
static void adds_up(struct arena *arena, uint32_t seed)
{
	const char *plans[12];
	struct row row = { plans, ARRAY_LEN(plans), false };
	const struct ledger_thing *thing;
	struct ledger ledger;
	int32_t sum = 0;
	bool is_broken = false;

	for (size_t i = 0; i < row.count; i++)
		plans[i] = arena_printf(arena, "%s  - id: name-%u\n    activity: %s\n    due: %s\n",
					HEAD, next(&seed) % 3, ASK, random_date(arena, &seed))
				   .at;
	ledger_init(&ledger);
	feed(&ledger, arena, &row);
	thing = ledger.entries.at[ledger.entries.len - 1]->thing;
	for (size_t i = 0; i < thing->entries.len; i++) {
		const struct ledger_entry *entry = thing->entries.at[i];

		sum += entry->days;
		/* What was set or taken away has no days. */
		is_broken |= i && !entry->has_days;
	}
	for (size_t i = 1; i < ledger.things.len; i++)
		assert_ptr_equal(ledger_heir(ledger.things.at[i]), thing);
	if (!is_broken && thing->first_due.date.kind == DATE_GIVEN)
		assert_int_equal(sum, thing->last_due - thing->first_due.date.latest);
	ledger_release(&ledger);
}

static void days_add_up(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 300; seed++) {
		struct arena arena;

		arena_init(&arena);
		adds_up(&arena, seed);
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_nothing_before_a_cut),
		cmocka_unit_test(counts_slips),
		cmocka_unit_test(knows_reused_ids),
		cmocka_unit_test(tells_things_apart),
		cmocka_unit_test(follows_folders),
		cmocka_unit_test(tells_of_merges_what_is_new),
		cmocka_unit_test(days_add_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
