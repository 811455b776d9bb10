#include "base/arena.h"
#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif
#ifndef HAS_SANITIZER
#define HAS_SANITIZER 0
#endif

static void test_memory_is_zeroed_and_aligned(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t size = 1; size < 300; size++) {
		unsigned char *at;

		arena_alloc_text(&arena, size % 7 + 1); /* puts the next one out of line */
		at = arena_alloc(&arena, size);
		assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(at[i], 0);
		memset(at, 0xFF, size);
	}
	arena_release(&arena);
	assert_null(arena.blocks);
}

static void test_pieces_keep_what_they_hold(void **state)
{
	/* Small, large, larger than a block, small again. */
	static const size_t sizes[] = {
		10, 20000, 200000, 64 * 1024, 16 * 1024, 16 * 1024 + 1, 3, 0
	};
	unsigned char *pieces[ARRAY_LEN(sizes) * 20];
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
		pieces[i] = arena_alloc(&arena, sizes[i % ARRAY_LEN(sizes)]);
		memset(pieces[i], (int)i, sizes[i % ARRAY_LEN(sizes)]);
	}
	for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
		for (size_t j = 0; j < sizes[i % ARRAY_LEN(sizes)]; j++)
			assert_int_equal(pieces[i][j], (unsigned char)i);
	}
	arena_release(&arena);
}

static void test_texts_end_with_a_nul(void **state)
{
	struct arena arena;
	struct str s;

	(void)state;
	arena_init(&arena);
	s = arena_copy(&arena, STR("plan"));
	assert_int_equal(s.len, 4);
	assert_string_equal(s.at, "plan");
	s = arena_copy(&arena, (struct str){ 0 });
	assert_int_equal(s.len, 0);
	assert_string_equal(s.at, "");
	s = arena_printf(&arena, "%s has %d actions", "engagement", 12);
	assert_string_equal(s.at, "engagement has 12 actions");
	assert_int_equal(s.len, strlen(s.at));
	arena_release(&arena);
}

/* Runs what must kill the process in one of its own; true when it died with this exit code (-1: a signal). */
static bool dies(void (*action)(void), int exit_code)
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (child == 0) {
		close(STDERR_FILENO);
		action();
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (exit_code == -1)
		return WIFSIGNALED(status) || (WIFEXITED(status) && WEXITSTATUS(status) != 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == exit_code;
}

static void ask_for_too_much(void)
{
	struct arena arena;

	arena_init(&arena);
	arena_alloc_array(&arena, 16, SIZE_MAX / 8);
}

static void test_a_product_that_overflows_ends_the_program(void **state)
{
	(void)state;
	assert_true(dies(ask_for_too_much, 3));
}

static void write_behind_an_object(void)
{
	struct arena arena;
	volatile char *at;

	arena_init(&arena);
	at = arena_alloc(&arena, 24);
	arena_alloc(&arena, 24);
	at[24] = 1;
}

static void write_behind_a_text(void)
{
	struct arena arena;
	volatile char *at;

	arena_init(&arena);
	at = arena_alloc_text(&arena, 5);
	arena_alloc_text(&arena, 5);
	at[5] = 1;
}

static void write_after_release(void)
{
	struct arena arena;
	volatile char *at;

	arena_init(&arena);
	at = arena_alloc(&arena, 24);
	arena_release(&arena);
	at[0] = 1;
}

static void test_overflows_are_caught(void **state)
{
	(void)state;
	if (!HAS_SANITIZER)
		skip();
	assert_true(dies(write_behind_an_object, -1));
	assert_true(dies(write_behind_a_text, -1));
	assert_true(dies(write_after_release, -1));
}

static void test_a_vector_grows(void **state)
{
	VEC(int) numbers = { 0 };
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int i = 0; i < 1000; i++)
		vec_add(&arena, &numbers, i);
	assert_int_equal(numbers.len, 1000);
	assert_true(numbers.size >= 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(numbers.at[i], i);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_memory_is_zeroed_and_aligned),
		cmocka_unit_test(test_pieces_keep_what_they_hold),
		cmocka_unit_test(test_texts_end_with_a_nul),
		cmocka_unit_test(test_a_product_that_overflows_ends_the_program),
		cmocka_unit_test(test_overflows_are_caught),
		cmocka_unit_test(test_a_vector_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
