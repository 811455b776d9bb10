/* The examples that each kind of finding is explained with: the bad one gives it, the good one does not. */
#include "base/attributes.h"
#include "base/civil.h"
#include "compile/compile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNCIL                                                        \
	"name: Anytown Council\n"                                      \
	"people:\n"                                                    \
	"  head-of-housing: {name: Head of Housing, kind: role}\n"     \
	"  director-of-place: {name: Director of Place, kind: role}\n" \
	"  all-managers: {name: All managers, kind: group}\n"          \
	"  senior-leadership-board: {name: Senior Leadership Board, kind: board}\n"

/* Of an example that is a council.yaml. */
#define PLAN "title: Housing Plan\nstatus: draft\nowner: head-of-housing\n"

/* An example as the plan of a council, or as its council.yaml. */
static struct input *open_example(struct arena *arena, const char *example)
{
	bool is_council = str_starts(str_from(example), STR("name:"));
	struct memory_file *files = arena_new_array(arena, struct memory_file, 2);

	files[0].path = STR("anytown/council.yaml");
	files[0].bytes = is_council ? str_from(example) : STR(COUNCIL);
	files[1].path = STR("anytown/housing-plan/plan.yaml");
	files[1].bytes = is_council ? STR(PLAN) : str_from(example);
	return input_open_memory(arena, files, 2);
}

/* The states that an example was in, one after the other: the last one is that before the change. */
struct past {
	struct arena arena;
	struct ledger ledger;
	const char *states[8];
	size_t count;
};

static void past_open(struct past *past, const char *before)
{
	struct str text = str_from(before ? before : "");

	arena_init(&past->arena);
	ledger_init(&past->ledger);
	past->count = 0;
	for (size_t at = 0; at < text.len;) {
		size_t end = str_find(text, STR("---\n"), at);

		past->states[past->count++] = arena_copy(&past->arena, str_slice(text, at, end)).at;
		at = end + 4;
	}
}

static void past_close(struct past *past)
{
	ledger_release(&past->ledger);
	arena_release(&past->arena);
}

static struct diff_side side_of(const struct compilation *state)
{
	return (struct diff_side){ state->plans.at, state->plans.len, state->councils.at,
				   state->councils.len };
}

static const struct ledger *past_read(void *context, struct str *why)
{
	const struct compile_options options = { .skip_rules = true };
	struct compilation states[8];
	struct past *past = context;

	(void)why;
	for (size_t i = 0; i < past->count; i++) {
		struct ledger_step step = { .day = civil_to_days((struct civil){ 2024, 1, 1 }) +
						   (int32_t)i * 91 };
		struct input *input = open_example(&past->arena, past->states[i]);
		struct diff_side before = { 0 };
		struct diff_side after;

		compile(&states[i], input, &options);
		input_close(input);
		if (i)
			before = side_of(&states[i - 1]);
		after = side_of(&states[i]);
		ledger_add(&past->ledger, &step, &before, &after);
	}
	for (size_t i = 0; i < past->count; i++)
		compilation_release(&states[i]);
	return &past->ledger;
}

/* How many findings of a kind an example gives. */
static size_t count(const char *example, const struct finding_kind *kind)
{
	struct compile_options options = { .as_of = civil_to_days((struct civil){ 2025, 1, 15 }) };
	struct compilation result;
	struct arena arena;
	struct input *input;
	struct past past;
	size_t found = 0;

	arena_init(&arena);
	past_open(&past, kind->before);
	options.read_past = past_read;
	options.past_context = &past;
	input = open_example(&arena, example);
	if (past.count)
		options.before = open_example(&arena, past.states[past.count - 1]);
	compile(&result, input, &options);
	for (size_t i = 0; i < result.report.findings.len; i++) {
		const struct finding *finding = result.report.findings.at[i];

		found += finding->kind == kind && !finding_is_suppressed(finding);
	}
	compilation_release(&result);
	input_close(options.before);
	input_close(input);
	past_close(&past);
	arena_release(&arena);
	return found;
}

static void examples_hold(void **state)
{
	(void)state;
	for (size_t i = 0; catalogue[i]; i++) {
		const struct finding_kind *kind = catalogue[i];

		assert_non_null(kind->summary);
		assert_non_null(kind->advice);
		if (kind->bad && !count(kind->bad, kind))
			fail_msg("%s is silent on its bad example", kind->name);
		if (kind->good && count(kind->good, kind))
			fail_msg("%s fires on its good example", kind->name);
	}
}

static void names_are_found(void **state)
{
	const char *nearest;

	(void)state;
	for (size_t i = 0; catalogue[i]; i++) {
		if (catalogue_find(str_from(catalogue[i]->name), &nearest) != catalogue[i])
			fail_msg("%s is not found", catalogue[i]->name);
	}
	assert_null(catalogue_find(STR("lead-misssing"), &nearest));
	assert_string_equal(nearest, "lead-missing");
	assert_null(catalogue_find(STR("quite another word"), &nearest));
	assert_null(nearest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_hold),
		cmocka_unit_test(names_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
