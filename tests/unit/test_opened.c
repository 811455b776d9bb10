/* That a check reads each file once: what a compiler of many plans must keep to. */
#include "base/attributes.h"
#include "base/map.h"
#include "compile/compile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* An input that counts how often each path of another one is read. */
struct counting {
	struct input input;
	struct input *inner;
	struct arena arena;
	struct map counts; /* path → size_t */
};

static enum input_status counting_read(struct input *input, struct str path, struct arena *arena,
				       struct str *bytes, struct str *why)
{
	struct counting *counting = (struct counting *)input;
	size_t *count = map_find(&counting->counts, path);

	if (!count) {
		count = arena_new(&counting->arena, size_t);
		map_add(&counting->counts, &counting->arena, arena_copy(&counting->arena, path),
			count);
	}
	if (++*count > 1)
		fail_msg("%.*s is read a second time", STR_ARG(path));
	counting->inner->limit = input->limit;
	return counting->inner->type->read(counting->inner, path, arena, bytes, why);
}

static enum input_status counting_list(struct input *input, struct str path, struct arena *arena,
				       struct entries *entries, struct str *why)
{
	struct counting *counting = (struct counting *)input;

	return input_list(counting->inner, path, arena, entries, why);
}

static enum input_status counting_real(struct input *input, struct str path, struct arena *arena,
				       struct str *real)
{
	struct counting *counting = (struct counting *)input;

	return counting->inner->type->real(counting->inner, path, arena, real);
}

static const struct input_type counting_type = {
	.read = counting_read,
	.list = counting_list,
	.real = counting_real,
};

static bool is_yaml(struct str name)
{
	return str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml"));
}

/* The YAML files below a folder of the input. */
static size_t count_files(struct input *input, struct str folder, struct arena *arena)
{
	struct entries entries = { 0 };
	size_t count = 0;
	struct str why, path;

	assert_int_equal(input_list(input, folder, arena, &entries, &why), INPUT_FOLDER);
	for (size_t i = 0; i < entries.list.len; i++) {
		const struct entry *entry = &entries.list.at[i];

		assert_true(input_join(arena, folder, entry->name, &path));
		if (entry->type == ENTRY_FOLDER)
			count += count_files(input, path, arena);
		else
			count += is_yaml(entry->name);
	}
	return count;
}

/* Compiles all there is as `planc check` does. */
static void expect_each_once(struct input *inner)
{
	struct compile_options options = { .only_findings = true };
	struct counting counting = { .input = { .type = &counting_type }, .inner = inner };
	struct compilation result;

	arena_init(&counting.arena);
	assert_int_equal(compile(&result, &counting.input, &options), COMPILE_DONE);
	assert_true(result.summaries.len >= 2);
	assert_int_equal(counting.input.opened, count_files(inner, STR(""), &counting.arena));
	compilation_release(&result);
	arena_release(&counting.arena);
}

static void test_the_plans_of_this_repository(void **state)
{
	struct arena arena;
	struct input *input;
	struct str why;

	(void)state;
	arena_init(&arena);
	input = input_open_folder(&arena, "plans", &why);
	assert_non_null(input);
	expect_each_once(input);
	input_close(input);
	arena_release(&arena);
}

static void test_a_file_of_each_kind(void **state)
{
	static const struct memory_file files[] = {
		{ STR_INIT("planc.yaml"), STR_INIT("title: Plans\n") },
		{ STR_INIT(".planc-baseline.yaml"), STR_INIT("version: p1\nfindings: []\n") },
		{ STR_INIT("anytown/council.yaml"), STR_INIT("name: Anytown Council\n") },
		{ STR_INIT("anytown/homes/plan.yaml"),
		  STR_INIT("title: Homes\nstatus: draft\nsections: [one.yaml]\n"
			   "themes: [two.yaml, two.yaml, three.yaml]\n") },
		{ STR_INIT("anytown/homes/one.yaml"), STR_INIT("id: one\ntitle: One\n") },
		{ STR_INIT("anytown/homes/two.yaml"), STR_INIT("id: two\ntitle: Two\n") },
		{ STR_INIT("anytown/homes/three.yaml"), STR_INIT("a: [\n") },
		{ STR_INIT("anytown/parks/plan.yaml"),
		  STR_INIT("title: Parks\nstatus: draft\nparent: anytown/roads\n") },
		{ STR_INIT("anytown/roads/plan.yaml"), STR_INIT("title: Roads\nstatus: draft\n") },
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	expect_each_once(input_open_memory(&arena, files, ARRAY_LEN(files)));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_plans_of_this_repository),
		cmocka_unit_test(test_a_file_of_each_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
