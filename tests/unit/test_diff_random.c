/*
 * Plans made by chance, with one to five edits of known kinds, written with
 * other quotes, folds and orders of keys: what is reported is what was edited.
 * Seeds are fixed. Long because the plan, its writing and each edit stand here
 * side by side.
 */
#include "diff_cases.h"

#include <stdio.h>
#include <stdlib.h>

#define ROUNDS 10000
#define TEXT_BYTES 128
#define MOST 24

enum field_bit {
	BIT_ACTIVITY = 1,
	BIT_LEAD = 2,
	BIT_DUE = 4,
	BIT_STATUS = 8,
	BIT_OUTCOMES = 16,
	BIT_MEASURE = 32,
	BIT_MILESTONE = 64,
	BIT_DEPENDS = 128,
	BIT_ALL = 255
};

struct made_action {
	char id[16];
	int theme;
	char activity[TEXT_BYTES];
	int lead; /* a set of bits */
	int due;  /* months since 2023; -1: tbc */
	bool has_day;
	int status;
	char outcomes[4][TEXT_BYTES];
	int outcome_count;
	char indicator[TEXT_BYTES];
	int target; /* at least; 0: none */
	bool has_measure;
	char milestone[TEXT_BYTES];
	int milestone_due;
	int depends_on; /* an action's place; -1: nothing */
	char continues[48];
	bool is_gone;
	int touched; /* bits of what an edit was made of */
};

struct made_theme {
	char id[16];
	char title[TEXT_BYTES];
	bool is_touched;
};

struct made_plan {
	struct made_theme themes[3];
	struct made_action actions[MOST];
	int count;
};

struct round {
	uint64_t seed;
	struct made_plan plan;
	char expected[16][64];
	int expected_count;
	int names; /* used so far */
};

static int draw(struct round *round, int below)
{
	round->seed = round->seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((round->seed >> 33) % (uint64_t)below);
}

static void make_word(struct round *round, char *out, size_t size)
{
	static const char *const heads[] = { "b", "d", "f", "g", "k", "l",
					     "m", "p", "r", "t", "v", "w" };
	static const char *const vowels[] = { "a", "e", "i", "o", "u" };
	size_t len = 0;

	for (int i = 0; i < 3; i++)
		len += (size_t)snprintf(out + len, size - len, "%s%s", heads[draw(round, 12)],
					vowels[draw(round, 5)]);
}

static void make_text(struct round *round, char *out)
{
	int words = 5 + draw(round, 6);
	size_t len = 0;

	for (int i = 0; i < words; i++) {
		char word[16];

		make_word(round, word, sizeof(word));
		len += (size_t)snprintf(out + len, TEXT_BYTES - len, "%s%s", i ? " " : "", word);
	}
}

static void make_id(struct round *round, char *out, char first)
{
	snprintf(out, 16, "%c%d", first, round->names++);
}

static void make_action(struct round *round, struct made_action *action)
{
	*action = (struct made_action){ .theme = draw(round, 3), .depends_on = -1 };
	make_id(round, action->id, 'a');
	make_text(round, action->activity);
	action->lead = 1 + draw(round, 7);
	action->due = draw(round, 6) ? draw(round, 36) : -1;
	action->status = draw(round, 3);
	action->outcome_count = draw(round, 4);
	for (int i = 0; i < action->outcome_count; i++)
		make_text(round, action->outcomes[i]);
	action->has_measure = draw(round, 2);
	make_text(round, action->indicator);
	action->target = draw(round, 3) * 10;
	make_text(round, action->milestone);
	action->milestone_due = draw(round, 36);
	if (round->plan.count && draw(round, 3) == 0)
		action->depends_on = draw(round, round->plan.count);
}

static void make_plan(struct round *round)
{
	struct made_plan *plan = &round->plan;

	for (int i = 0; i < 3; i++) {
		make_id(round, plan->themes[i].id, 't');
		make_text(round, plan->themes[i].title);
	}
	for (int count = 4 + draw(round, 6); plan->count < count; plan->count++)
		make_action(round, &plan->actions[plan->count]);
}

/* A text in a style of chance; `indent` is that of its key. */
static void write_text(struct round *round, struct buf *out, const char *text, int indent)
{
	const char *space;

	switch (draw(round, 4)) {
	case 0: buf_printf(out, "\"%s\"\n", text); break;
	case 1: buf_printf(out, "'%s'\n", text); break;
	case 2:
		space = strchr(text, ' ');
		buf_printf(out, ">\n%*s%.*s\n%*s%s\n", indent + 2, "", (int)(space - text), text,
			   indent + 2, "", space + 1);
		break;
	default: buf_printf(out, "%s # a note\n", text);
	}
}

static void write_date(struct buf *out, int month, bool has_day)
{
	if (month < 0)
		buf_add_c(out, "tbc\n");
	else
		buf_printf(out, "%d-%02d%s\n", 2023 + month / 12, month % 12 + 1,
			   has_day ? "-28" : "");
}

static void write_lead(struct round *round, struct buf *out, int lead)
{
	bool is_backwards = draw(round, 2);
	int written = 0;

	buf_add_c(out, "      lead: [");
	for (int i = 0; i < 4; i++) {
		int who = is_backwards ? 3 - i : i;

		if (lead & 1 << who)
			buf_printf(out, "%sp%d", written++ ? ", " : "", who);
	}
	buf_add_c(out, "]\n");
}

static void write_key(struct round *round, struct buf *out, const struct made_action *action,
		      int key)
{
	static const char *const statuses[] = { "not-started", "in-progress", "done" };

	switch (key) {
	case 0:
		buf_add_c(out, "      activity: ");
		write_text(round, out, action->activity, 6);
		break;
	case 1: write_lead(round, out, action->lead); break;
	case 2:
		buf_add_c(out, "      due: ");
		write_date(out, action->due, action->has_day);
		break;
	case 3:
		if (action->status || draw(round, 2))
			buf_printf(out, "      status: %s\n", statuses[action->status]);
		break;
	case 4:
		buf_add_c(out, action->outcome_count ? "      outcomes:\n" : "");
		for (int i = 0; i < action->outcome_count; i++) {
			buf_add_c(out, "        - ");
			write_text(round, out, action->outcomes[i], 8);
		}
		break;
	case 5:
		if (!action->has_measure)
			break;
		buf_add_c(out, "      measures:\n        - indicator: ");
		write_text(round, out, action->indicator, 10);
		if (action->target)
			buf_printf(out, "          target: at least %d%%\n", action->target);
		break;
	case 6:
		buf_add_c(out, "      milestones:\n        - what: ");
		write_text(round, out, action->milestone, 10);
		buf_add_c(out, "          due: ");
		write_date(out, action->milestone_due, false);
		break;
	case 7:
		if (action->depends_on >= 0)
			buf_printf(out, "      depends_on: [%s]\n",
				   round->plan.actions[action->depends_on].id);
		break;
	default: buf_add_c(out, action->continues);
	}
}

static void write_plan(struct round *round, struct buf *out)
{
	const struct made_plan *plan = &round->plan;

	buf_add_c(out, "title: Plan\nstatus: draft\nthemes:\n");
	for (int i = 0; i < 3; i++) {
		buf_printf(out, "- id: %s\n  title: ", plan->themes[i].id);
		write_text(round, out, plan->themes[i].title, 2);
		buf_add_c(out, "  actions:\n");
		for (int j = 0; j < plan->count; j++) {
			const struct made_action *action = &plan->actions[j];
			int from = draw(round, 9);

			if (action->theme != i || action->is_gone)
				continue;
			buf_printf(out, "    - id: %s\n", action->id);
			for (int key = 0; key < 9; key++)
				write_key(round, out, action, (from + key) % 9);
		}
	}
}

static void expect_change(struct round *round, const char *kind, const char *id)
{
	snprintf(round->expected[round->expected_count++], 64, "%s #%s", kind, id);
}

/* Another word in the middle of a text. */
static void reword(struct round *round, char *text)
{
	char *space = strchr(text, ' ') + 1;
	char word[16];

	make_word(round, word, sizeof(word));
	for (size_t i = 0; i < 6; i++)
		space[i] = word[i];
	/* A letter that no text has: it is another word for sure. */
	space[0] = 'z';
}

static bool edit_activity(struct round *round, struct made_action *action)
{
	if (draw(round, 2)) {
		reword(round, action->activity);
		expect_change(round, "activity-reworded", action->id);
	} else {
		action->activity[0] = (char)(action->activity[0] - 32);
		expect_change(round, "text-editorial", action->id);
	}
	return true;
}

static bool edit_lead(struct round *round, struct made_action *action)
{
	if (draw(round, 2)) {
		action->lead |= 8;
		expect_change(round, "lead-added", action->id);
	} else {
		expect_change(round, "lead-changed", action->id);
		action->lead = 8;
	}
	return true;
}

static bool edit_due(struct round *round, struct made_action *action)
{
	if (action->due < 0) {
		action->due = draw(round, 36);
		expect_change(round, "date-set", action->id);
		return true;
	}
	switch (draw(round, 4)) {
	case 0:
		action->due += 1 + draw(round, 9);
		expect_change(round, "date-slipped", action->id);
		break;
	case 1:
		action->due = -1;
		expect_change(round, "date-removed", action->id);
		break;
	case 2:
		action->has_day = true;
		expect_change(round,
			      action->due == 1 || action->due == 25 ? "date-precision"
								    : "date-brought-forward",
			      action->id);
		break;
	default:
		if (!action->due)
			return false;
		action->due--;
		expect_change(round, "date-brought-forward", action->id);
	}
	return true;
}

static bool edit_status(struct round *round, struct made_action *action)
{
	expect_change(round, action->status == 2 ? "reopened" : "status-changed", action->id);
	action->status = (action->status + 1 + draw(round, 2)) % 3;
	return true;
}

static bool edit_outcomes(struct round *round, struct made_action *action)
{
	int which = draw(round, 3);

	if (which == 0 && action->outcome_count < 4) {
		make_text(round, action->outcomes[action->outcome_count++]);
		expect_change(round, "outcome-added", action->id);
	} else if (which == 1 && action->outcome_count) {
		reword(round, action->outcomes[draw(round, action->outcome_count)]);
		expect_change(round, "outcome-reworded", action->id);
	} else if (action->outcome_count) {
		memmove(action->outcomes[0], action->outcomes[1], sizeof(action->outcomes[0]) * 3);
		action->outcome_count--;
		expect_change(round, "outcome-removed", action->id);
	} else {
		return false;
	}
	return true;
}

static bool edit_measure(struct round *round, struct made_action *action)
{
	if (!action->has_measure) {
		action->has_measure = true;
		expect_change(round, "measure-added", action->id);
	} else if (!action->target) {
		action->target = 10;
		expect_change(round, "target-set", action->id);
	} else if (draw(round, 2)) {
		action->target++;
		expect_change(round, "target-strengthened", action->id);
	} else {
		action->target--;
		expect_change(round, "target-weakened", action->id);
	}
	return true;
}

static bool edit_milestone(struct round *round, struct made_action *action)
{
	if (draw(round, 2))
		action->milestone_due += 2;
	else
		reword(round, action->milestone);
	expect_change(round, "milestone-changed", action->id);
	return true;
}

static bool edit_depends(struct round *round, struct made_action *action)
{
	if (action->depends_on >= 0) {
		action->depends_on = -1;
		expect_change(round, "dependency-removed", action->id);
	} else {
		action->depends_on = draw(round, round->plan.count);
		expect_change(round, "dependency-added", action->id);
	}
	return true;
}

/* Its place among the actions of its theme may be another, which is not what is asked for here. */
static bool move(struct round *round, struct made_action *action)
{
	action->theme = (action->theme + 1) % 3;
	expect_change(round, "action-moved", action->id);
	return true;
}

static bool rename_it(struct round *round, struct made_action *action)
{
	if (draw(round, 2)) {
		snprintf(action->continues, sizeof(action->continues), "      replaces: [%s]\n",
			 action->id);
		make_text(round, action->activity);
		make_id(round, action->id, 'r');
		expect_change(round, "activity-reworded", action->id);
	} else {
		make_id(round, action->id, 'r');
	}
	expect_change(round, "action-renamed", action->id);
	return true;
}

static bool remove_it(struct round *round, struct made_action *action)
{
	action->is_gone = true;
	expect_change(round, "action-removed", action->id);
	return true;
}

static bool split(struct round *round, struct made_action *action)
{
	if (round->plan.count + 2 > MOST)
		return false;
	for (int i = 0; i < 2; i++) {
		struct made_action *part = &round->plan.actions[round->plan.count];

		make_action(round, part);
		snprintf(part->continues, sizeof(part->continues), "      split_from: %s\n",
			 action->id);
		part->touched = BIT_ALL;
		round->plan.count++;
	}
	action->is_gone = true;
	expect_change(round, "action-split", action->id);
	return true;
}

static bool add_one(struct round *round, struct made_action *action)
{
	struct made_action *new = &round->plan.actions[round->plan.count];

	(void)action;
	if (round->plan.count == MOST)
		return false;
	make_action(round, new);
	new->touched = BIT_ALL;
	round->plan.count++;
	expect_change(round, "action-added", new->id);
	return true;
}

static bool edit_theme(struct round *round, struct made_action *action)
{
	struct made_theme *theme = &round->plan.themes[action->theme];

	if (theme->is_touched)
		return false;
	theme->is_touched = true;
	if (draw(round, 2)) {
		reword(round, theme->title);
		expect_change(round, "theme-retitled", theme->id);
	} else {
		make_id(round, theme->id, 'u');
		expect_change(round, "theme-renamed", theme->id);
	}
	return true;
}

static const struct {
	bool (*make)(struct round *round, struct made_action *action);
	int touches;
} edits[] = {
	{ edit_activity, BIT_ACTIVITY },
	{ edit_lead, BIT_LEAD },
	{ edit_due, BIT_DUE },
	{ edit_status, BIT_STATUS },
	{ edit_outcomes, BIT_OUTCOMES },
	{ edit_measure, BIT_MEASURE },
	{ edit_milestone, BIT_MILESTONE },
	{ edit_depends, BIT_DEPENDS },
	{ move, BIT_ALL },
	{ rename_it, BIT_ALL },
	{ remove_it, BIT_ALL },
	{ split, BIT_ALL },
	{ add_one, 0 },
	{ edit_theme, 0 },
};

static void make_edits(struct round *round)
{
	int left = 1 + draw(round, 5);

	for (int i = 0; i < 100 && left; i++) {
		int edit = draw(round, (int)ARRAY_LEN(edits));
		struct made_action *action = &round->plan.actions[draw(round, round->plan.count)];

		if (action->is_gone || (action->touched & edits[edit].touches) ||
		    !edits[edit].make(round, action))
			continue;
		action->touched |= edits[edit].touches;
		left--;
	}
}

static int compare_lines(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Without fields and days, sorted. */
static void list_changes(const struct changes *changes, char lines[][64], int *count)
{
	*count = 0;
	for (size_t i = 0; i < changes->list.len && *count < 32; i++) {
		const struct change *change = &changes->list.at[i];
		size_t mark = str_find_byte(change->address, '#', 0);

		snprintf(lines[(*count)++], 64, "%s %.*s", change_types[change->kind].name,
			 STR_ARG(str_slice(change->address, mark, change->address.len)));
	}
	qsort(lines, (size_t)*count, sizeof(lines[0]), compare_lines);
}

static void play(uint64_t seed)
{
	struct round *round = calloc(1, sizeof(*round));
	struct buf texts[2] = { { 0 }, { 0 } };
	char lines[32][64];
	struct state before, after;
	struct changes changes;
	struct arena arena;
	int count;
	bool same;

	assert_non_null(round);
	round->seed = seed * 2654435761u + 12345;
	arena_init(&arena);
	make_plan(round);
	write_plan(round, &texts[0]);
	make_edits(round);
	write_plan(round, &texts[1]);
	before = state_new(&arena, texts[0].at, NULL);
	after = state_new(&arena, texts[1].at, NULL);
	compare_states(&changes, &arena, &before, &after);
	list_changes(&changes, lines, &count);
	qsort(round->expected, (size_t)round->expected_count, 64, compare_lines);
	same = count == round->expected_count;
	for (int i = 0; same && i < count; i++)
		same = strcmp(lines[i], round->expected[i]) == 0;
	for (int i = 0; !same && i < round->expected_count; i++)
		print_error("expected: %s\n", round->expected[i]);
	for (int i = 0; !same && i < count; i++)
		print_error("reported: %s\n", lines[i]);
	if (!same)
		fail_msg("round %d\n%s\n%s", (int)seed, texts[0].at, texts[1].at);
	expect_mirror(&arena, &before, &after, &changes);
	arena_release(&arena);
	buf_release(&texts[0]);
	buf_release(&texts[1]);
	free(round);
}

static void reports_what_was_edited(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < ROUNDS; seed++)
		play(seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(reports_what_was_edited) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
