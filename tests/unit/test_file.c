#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct box {
	struct arena arena;
	char top[64];
};

static const char *path_of(struct box *box, const char *name)
{
	return arena_printf(&box->arena, "%s/%s", box->top, name).at;
}

static int open_box(void **state)
{
	struct box *box = calloc(1, sizeof(*box));

	arena_init(&box->arena);
	snprintf(box->top, sizeof(box->top), "/tmp/planc-test-XXXXXX");
	assert_non_null(mkdtemp(box->top));
	*state = box;
	return 0;
}

static int close_box(void **state)
{
	struct box *box = *state;
	struct str why;

	assert_true(file_remove_tree(box->top, &why));
	assert_int_equal(access(box->top, F_OK), -1);
	arena_release(&box->arena);
	free(box);
	return 0;
}

static void assert_holds(struct box *box, const char *name, const char *text)
{
	struct str bytes, why;

	assert_true(file_read_path(path_of(box, name), 1000, &box->arena, &bytes, &why));
	assert_int_equal(bytes.len, strlen(text));
	assert_string_equal(bytes.at, text);
}

static void test_writes_and_reads(void **state)
{
	struct box *box = *state;
	struct str why;

	assert_true(file_write(path_of(box, "a"), STR("first"), &why));
	assert_holds(box, "a", "first");
	assert_true(file_write(path_of(box, "a"), STR(""), &why));
	assert_holds(box, "a", "");
}

static void test_appends(void **state)
{
	struct box *box = *state;
	struct str why;
	size_t size = 9;

	assert_true(file_size(path_of(box, "a"), &size, &why));
	assert_int_equal(size, 0);
	assert_true(file_append(path_of(box, "a"), STR("first\n"), &why));
	assert_true(file_append(path_of(box, "a"), STR("second\n"), &why));
	assert_holds(box, "a", "first\nsecond\n");
	assert_true(file_size(path_of(box, "a"), &size, &why));
	assert_int_equal(size, 13);
	assert_false(file_append(path_of(box, "none/a"), STR("x"), &why));
	assert_true(str_equal(why, STR("no such file or folder")));
	assert_false(file_append("/dev/full", STR("x"), &why));
	assert_true(str_equal(why, STR("the disk is full")));
	assert_false(file_size(path_of(box, "a/b"), &size, &why));
	assert_true(str_equal(why, STR("a part of the path is not a folder")));
}

static void test_keeps_the_mode(void **state)
{
	struct box *box = *state;
	struct stat status;
	struct str why;

	assert_true(file_write(path_of(box, "a"), STR("x"), &why));
	assert_int_equal(chmod(path_of(box, "a"), 0640), 0);
	assert_true(file_write(path_of(box, "a"), STR("y"), &why));
	assert_int_equal(stat(path_of(box, "a"), &status), 0);
	assert_int_equal(status.st_mode & 07777, 0640);
}

static void test_reads_one_byte_beyond_the_limit(void **state)
{
	struct box *box = *state;
	struct str bytes, why;

	assert_true(file_write(path_of(box, "a"), STR("123456"), &why));
	assert_true(file_read_path(path_of(box, "a"), 6, &box->arena, &bytes, &why));
	assert_int_equal(bytes.len, 6);
	assert_true(file_read_path(path_of(box, "a"), 5, &box->arena, &bytes, &why));
	assert_int_equal(bytes.len, 6);
	assert_true(file_read_path(path_of(box, "a"), 2, &box->arena, &bytes, &why));
	assert_int_equal(bytes.len, 3);
}

static void test_reads_what_has_no_size(void **state)
{
	struct box *box = *state;
	struct str bytes, why;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "piped", 5), 5);
	close(ends[1]);
	assert_true(file_read(ends[0], 100, &box->arena, &bytes, &why));
	close(ends[0]);
	assert_string_equal(bytes.at, "piped");
}

static void test_failures_say_why(void **state)
{
	struct box *box = *state;
	struct str bytes, why;

	assert_false(file_read_path(path_of(box, "none"), 9, &box->arena, &bytes, &why));
	assert_true(str_equal(why, STR("no such file or folder")));
	assert_false(file_read_path(box->top, 9, &box->arena, &bytes, &why));
	assert_true(str_equal(why, STR("it is a folder")));
	assert_false(file_write(path_of(box, "none/a"), STR("x"), &why));
	assert_true(str_equal(why, STR("no such file or folder")));
	assert_true(str_equal(file_reason(ENOSPC), STR("the disk is full")));
	assert_true(file_reason(E2BIG).len > 0);
}

static void test_a_failed_write_leaves_the_old_file(void **state)
{
	struct box *box = *state;
	uid_t before = geteuid();
	struct str why;
	bool ok;

	assert_true(file_write(path_of(box, "a"), STR("old"), &why));
	assert_int_equal(chmod(box->top, 0555), 0);
	/* Root may write anywhere. */
	if (before == 0)
		assert_int_equal(seteuid(65534), 0);
	ok = file_write(path_of(box, "a"), STR("new"), &why);
	assert_int_equal(seteuid(before), 0);
	assert_int_equal(chmod(box->top, 0755), 0);
	assert_false(ok);
	assert_true(str_equal(why, STR("permission denied")));
	assert_holds(box, "a", "old");
}

static void test_makes_folders(void **state)
{
	struct box *box = *state;
	struct str why;

	assert_true(file_make_folders(path_of(box, "a/b/c"), &why));
	assert_true(file_make_folders(path_of(box, "a/b/c/"), &why));
	assert_true(file_write(path_of(box, "a/b/c/file"), STR("x"), &why));
	assert_false(file_make_folders(path_of(box, "a/b/c/file/d"), &why));
	assert_true(str_equal(why, STR("a part of the path is not a folder")));
}

static void test_removes_links_and_not_their_targets(void **state)
{
	struct box *box = *state;
	struct str why;

	assert_true(file_make_folders(path_of(box, "keep"), &why));
	assert_true(file_write(path_of(box, "keep/a"), STR("kept"), &why));
	assert_true(file_make_folders(path_of(box, "go/on"), &why));
	assert_int_equal(symlink("../keep", path_of(box, "go/link")), 0);
	assert_true(file_remove_tree(path_of(box, "go"), &why));
	assert_int_equal(access(path_of(box, "go"), F_OK), -1);
	assert_holds(box, "keep/a", "kept");
	assert_true(file_remove_tree(path_of(box, "go"), &why));
}

#define IN_A_BOX(test) cmocka_unit_test_setup_teardown(test, open_box, close_box)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_BOX(test_writes_and_reads),
		IN_A_BOX(test_appends),
		IN_A_BOX(test_keeps_the_mode),
		IN_A_BOX(test_reads_one_byte_beyond_the_limit),
		IN_A_BOX(test_reads_what_has_no_size),
		IN_A_BOX(test_failures_say_why),
		IN_A_BOX(test_a_failed_write_leaves_the_old_file),
		IN_A_BOX(test_makes_folders),
		IN_A_BOX(test_removes_links_and_not_their_targets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
