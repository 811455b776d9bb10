#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void test_finds_what_was_added(void **state)
{
	int values[3];
	struct map map = { 0 };
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_null(map_find(&map, STR("a")));
	assert_null(map_add(&map, &arena, STR("a"), &values[0]));
	assert_null(map_add(&map, &arena, STR(""), &values[1]));
	assert_ptr_equal(map_find(&map, STR("a")), &values[0]);
	assert_ptr_equal(map_find(&map, (struct str){ 0 }), &values[1]);
	assert_null(map_find(&map, STR("b")));
	assert_int_equal(map.count, 2);
	arena_release(&arena);
}

static void test_keeps_the_first(void **state)
{
	int values[2];
	struct map map = { 0 };
	struct arena arena;

	(void)state;
	arena_init(&arena);
	map_add(&map, &arena, STR("a"), &values[0]);
	assert_ptr_equal(map_add(&map, &arena, STR("a"), &values[1]), &values[0]);
	assert_ptr_equal(map_find(&map, STR("a")), &values[0]);
	assert_int_equal(map.count, 1);
	arena_release(&arena);
}

static void test_holds_many(void **state)
{
	enum { MANY = 20000 };
	static int values[MANY];
	struct map map = { 0 };
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int i = 0; i < MANY; i++)
		assert_null(map_add(&map, &arena, arena_printf(&arena, "id-%d", i), &values[i]));
	assert_int_equal(map.count, MANY);
	for (int i = 0; i < MANY; i++)
		assert_ptr_equal(map_find(&map, arena_printf(&arena, "id-%d", i)), &values[i]);
	assert_null(map_find(&map, STR("id-20000")));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_finds_what_was_added),
		cmocka_unit_test(test_keeps_the_first),
		cmocka_unit_test(test_holds_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
