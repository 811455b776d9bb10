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

/* How many findings of a kind an example gives. */
static size_t count(const char *example, const struct finding_kind *kind)
{
	struct compile_options options = { .as_of = civil_to_days((struct civil){ 2025, 1, 15 }) };
	struct compilation result;
	struct arena arena;
	struct input *input;
	size_t found = 0;

	arena_init(&arena);
	input = open_example(&arena, example);
	if (kind->before)
		options.before = open_example(&arena, kind->before);
	compile(&result, input, &options);
	for (size_t i = 0; i < result.report.findings.len; i++) {
		const struct finding *finding = result.report.findings.at[i];

		found += finding->kind == kind && !finding_is_suppressed(finding);
	}
	compilation_release(&result);
	input_close(options.before);
	input_close(input);
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
