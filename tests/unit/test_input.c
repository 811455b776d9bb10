#include "input/input.h"
#include "input/links.h"
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

#define LIMIT 1000

struct box {
	struct arena arena;
	char top[64]; /* holds in/ (the root of the input) and out/ */
	struct input *input;
};

static const char *path_of(struct box *box, const char *name)
{
	return arena_printf(&box->arena, "%s/%s", box->top, name).at;
}

static void write_file(struct box *box, const char *name, const char *text)
{
	struct str why;

	assert_true(file_write(path_of(box, name), str_from(text), &why));
}

static void make_folder(struct box *box, const char *name)
{
	assert_int_equal(mkdir(path_of(box, name), 0755), 0);
}

static void make_link(struct box *box, const char *name, const char *target)
{
	assert_int_equal(symlink(target, path_of(box, name)), 0);
}

static int open_box(void **state)
{
	struct box *box = calloc(1, sizeof(*box));
	struct str why;

	arena_init(&box->arena);
	strncpy(box->top, "/tmp/planc-test-XXXXXX", sizeof(box->top) - 1);
	assert_non_null(mkdtemp(box->top));
	make_folder(box, "in");
	make_folder(box, "in/themes");
	make_folder(box, "out");
	write_file(box, "out/secret.yaml", "secret: true\n");
	write_file(box, "in/plan.yaml", "title: A plan\n");
	write_file(box, "in/themes/one.yaml", "id: one\n");
	box->input = input_open_folder(&box->arena, path_of(box, "in"), &why);
	assert_non_null(box->input);
	box->input->limit = LIMIT;
	*state = box;
	return 0;
}

static int close_box(void **state)
{
	struct box *box = *state;
	struct str why;

	input_close(box->input);
	assert_true(file_remove_tree(box->top, &why));
	arena_release(&box->arena);
	free(box);
	return 0;
}

static enum input_status status_of(struct box *box, const char *path)
{
	struct str bytes, why;

	return input_read(box->input, str_from(path), &box->arena, &bytes, &why);
}

static void assert_text(struct box *box, const char *path, const char *text)
{
	struct str bytes, why;

	assert_int_equal(input_read(box->input, str_from(path), &box->arena, &bytes, &why),
			 INPUT_FILE);
	assert_int_equal(bytes.len, strlen(text));
	assert_memory_equal(bytes.at, text, bytes.len);
}

static const char *mark_of(enum entry_type type)
{
	switch (type) {
	case ENTRY_FILE: break;
	case ENTRY_FOLDER: return "/ ";
	case ENTRY_LINK: return "@ ";
	}
	return " ";
}

/* What a folder lists, as "name/ name link@ …". */
static const char *list_of(struct box *box, const char *path)
{
	struct entries entries;
	struct buf names = { 0 };
	struct str why, copy;

	assert_int_equal(input_list(box->input, str_from(path), &box->arena, &entries, &why),
			 INPUT_FOLDER);
	for (size_t i = 0; i < entries.list.len; i++) {
		buf_add(&names, entries.list.at[i].name);
		buf_add_c(&names, mark_of(entries.list.at[i].type));
	}
	copy = arena_copy(&box->arena, buf_str(&names));
	buf_release(&names);
	return copy.at;
}

static void test_reads(void **state)
{
	struct box *box = *state;

	assert_text(box, "plan.yaml", "title: A plan\n");
	assert_text(box, "themes/one.yaml", "id: one\n");
	assert_int_equal(box->input->opened, 2);
	assert_int_equal(status_of(box, "none.yaml"), INPUT_MISSING);
	assert_int_equal(status_of(box, "plan.yaml/inside"), INPUT_MISSING);
	assert_int_equal(status_of(box, "themes"), INPUT_FOLDER);
	assert_int_equal(status_of(box, ""), INPUT_FOLDER);
	assert_int_equal(box->input->opened, 2);
}

static void test_reads_an_empty_file(void **state)
{
	struct box *box = *state;

	write_file(box, "in/empty.yaml", "");
	assert_text(box, "empty.yaml", "");
}

static void test_reads_one_byte_beyond_the_limit(void **state)
{
	struct box *box = *state;
	char text[LIMIT + 100];
	struct str bytes, why;

	memset(text, 'a', sizeof(text));
	text[LIMIT] = '\0';
	write_file(box, "in/full.yaml", text);
	assert_text(box, "full.yaml", text);
	text[LIMIT] = 'a';
	text[sizeof(text) - 1] = '\0';
	write_file(box, "in/more.yaml", text);
	assert_int_equal(input_read(box->input, STR("more.yaml"), &box->arena, &bytes, &why),
			 INPUT_FILE);
	assert_int_equal(bytes.len, LIMIT + 1);
}

static void test_names_no_disk_can_hold(void **state)
{
	struct box *box = *state;
	char long_name[6000];
	struct str bytes, why;
	struct entries entries;

	memset(long_name, 'a', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	assert_int_equal(status_of(box, long_name), INPUT_MISSING);
	assert_int_equal(input_read(box->input, STR("plan.yaml\0x"), &box->arena, &bytes, &why),
			 INPUT_MISSING);
	assert_int_equal(input_list(box->input, STR("themes\0x"), &box->arena, &entries, &why),
			 INPUT_MISSING);
}

static void make_links(struct box *box)
{
	make_link(box, "in/inside.yaml", "themes/one.yaml");
	make_link(box, "in/themes/up.yaml", "../plan.yaml");
	make_link(box, "in/twice.yaml", "inside.yaml");
	make_link(box, "in/folder", "themes");
	make_link(box, "in/outside.yaml", "../out/secret.yaml");
	make_link(box, "in/outside", "../out");
	make_link(box, "in/absolute.yaml", path_of(box, "in/plan.yaml"));
	make_link(box, "in/gone.yaml", "nothing.yaml");
	make_link(box, "in/circle.yaml", "circle.yaml");
	make_link(box, "in/here", ".");
}

static void test_follows_links_that_stay_inside(void **state)
{
	struct box *box = *state;

	make_links(box);
	assert_text(box, "inside.yaml", "id: one\n");
	assert_text(box, "themes/up.yaml", "title: A plan\n");
	assert_text(box, "twice.yaml", "id: one\n");
	assert_text(box, "folder/one.yaml", "id: one\n");
	assert_text(box, "here/here/plan.yaml", "title: A plan\n");
}

static void test_refuses_links_that_lead_out(void **state)
{
	struct box *box = *state;

	make_links(box);
	assert_int_equal(status_of(box, "outside.yaml"), INPUT_OUTSIDE);
	assert_int_equal(status_of(box, "outside/secret.yaml"), INPUT_OUTSIDE);
	assert_int_equal(status_of(box, "absolute.yaml"), INPUT_OUTSIDE);
	assert_int_equal(status_of(box, "../out/secret.yaml"), INPUT_OUTSIDE);
	assert_int_equal(status_of(box, "/etc/passwd"), INPUT_OUTSIDE);
	assert_int_equal(status_of(box, "gone.yaml"), INPUT_MISSING);
	assert_int_equal(status_of(box, "circle.yaml"), INPUT_MISSING);
}

/* What the kernel does with openat2, by hand. */
static void test_follows_links_by_hand(void **state)
{
	static const struct {
		const char *path;
		int error;
		const char *real;
	} cases[] = {
		{ "plan.yaml", 0, "plan.yaml" },
		{ "inside.yaml", 0, "themes/one.yaml" },
		{ "themes/up.yaml", 0, "plan.yaml" },
		{ "twice.yaml", 0, "themes/one.yaml" },
		{ "folder/one.yaml", 0, "themes/one.yaml" },
		{ "here/here/folder//up.yaml", 0, "plan.yaml" },
		{ "themes/../.hidden/./x", ENOENT, NULL },
		{ "", 0, "." },
		{ "themes/..", 0, "." },
		{ "outside.yaml", EXDEV, NULL },
		{ "outside/secret.yaml", EXDEV, NULL },
		{ "absolute.yaml", EXDEV, NULL },
		{ "..", EXDEV, NULL },
		{ "/etc/passwd", EXDEV, NULL },
		{ "gone.yaml", ENOENT, NULL },
		{ "circle.yaml", ELOOP, NULL },
		{ "plan.yaml/inside", ENOTDIR, NULL },
	};
	struct box *box = *state;
	int root = open(path_of(box, "in"), O_RDONLY | O_DIRECTORY);
	struct folder_links links = links_of_folder(root);

	make_links(box);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str real;
		int error = links_follow(&links.links, str_from(cases[i].path), &box->arena, &real);

		assert_int_equal(error, cases[i].error);
		if (!error)
			assert_string_equal(real.at, cases[i].real);
	}
	close(root);
}

static void test_is_inside(void **state)
{
	struct box *box = *state;

	make_links(box);
	assert_true(input_is_inside(box->input, STR("themes"), STR("themes/one.yaml")));
	assert_true(input_is_inside(box->input, STR("folder"), STR("folder/one.yaml")));
	assert_true(input_is_inside(box->input, STR("themes"), STR("inside.yaml")));
	assert_true(input_is_inside(box->input, STR(""), STR("themes/up.yaml")));
	assert_true(input_is_inside(box->input, STR("themes"), STR("themes/none.yaml")));
	assert_false(input_is_inside(box->input, STR("themes"), STR("themes/up.yaml")));
	assert_false(input_is_inside(box->input, STR(""), STR("outside.yaml")));
}

static void test_lists(void **state)
{
	struct box *box = *state;

	make_links(box);
	write_file(box, "in/.hidden", "");
	write_file(box, "in/Z.yaml", "");
	make_folder(box, "in/.git");
	assert_string_equal(
		list_of(box, ""),
		".git/ .hidden Z.yaml absolute.yaml@ circle.yaml@ folder@ gone.yaml@ "
		"here@ inside.yaml outside@ outside.yaml@ plan.yaml themes/ twice.yaml ");
	assert_string_equal(list_of(box, "themes"), "one.yaml up.yaml ");
	assert_string_equal(list_of(box, ".git"), "");
}

static void test_lists_only_folders(void **state)
{
	struct box *box = *state;
	struct entries entries;
	struct str why;

	make_links(box);
	assert_int_equal(input_list(box->input, STR("none"), &box->arena, &entries, &why),
			 INPUT_MISSING);
	assert_int_equal(input_list(box->input, STR("plan.yaml"), &box->arena, &entries, &why),
			 INPUT_FILE);
	assert_int_equal(input_list(box->input, STR("plan.yaml/x"), &box->arena, &entries, &why),
			 INPUT_MISSING);
	assert_int_equal(input_list(box->input, STR("outside"), &box->arena, &entries, &why),
			 INPUT_OUTSIDE);
}

static void test_does_not_wait_for_a_pipe(void **state)
{
	struct box *box = *state;
	struct str bytes, why;

	assert_int_equal(mkfifo(path_of(box, "in/pipe.yaml"), 0644), 0);
	alarm(10);
	assert_int_equal(input_read(box->input, STR("pipe.yaml"), &box->arena, &bytes, &why),
			 INPUT_FAILED);
	alarm(0);
	assert_true(str_equal(why, STR("it is no ordinary file")));
}

static void test_says_when_it_may_not_read(void **state)
{
	struct box *box = *state;
	uid_t before = geteuid();
	struct str bytes, why, list_why;
	enum input_status read_status, list_status;
	struct entries entries;

	write_file(box, "in/closed.yaml", "a: b\n");
	make_folder(box, "in/closed");
	assert_int_equal(chmod(path_of(box, "in/closed.yaml"), 0), 0);
	assert_int_equal(chmod(path_of(box, "in/closed"), 0), 0);
	assert_int_equal(chmod(box->top, 0755), 0);
	/* Root may read anything. */
	if (before == 0)
		assert_int_equal(seteuid(65534), 0);
	read_status = input_read(box->input, STR("closed.yaml"), &box->arena, &bytes, &why);
	list_status = input_list(box->input, STR("closed"), &box->arena, &entries, &list_why);
	assert_int_equal(seteuid(before), 0);
	assert_int_equal(chmod(path_of(box, "in/closed"), 0755), 0);
	assert_int_equal(read_status, INPUT_FAILED);
	assert_true(str_equal(why, STR("permission denied")));
	assert_int_equal(list_status, INPUT_FAILED);
	assert_true(str_equal(list_why, STR("permission denied")));
}

static void test_a_root_that_is_none(void **state)
{
	struct box *box = *state;
	struct str why;

	assert_null(input_open_folder(&box->arena, path_of(box, "none"), &why));
	assert_true(str_equal(why, STR("no such file or folder")));
	assert_null(input_open_folder(&box->arena, path_of(box, "in/plan.yaml"), &why));
	input_close(NULL);
}

static void test_memory(void **state)
{
	static const struct memory_file files[] = {
		{ STR_INIT("b/plan.yaml"), STR_INIT("title: A plan\n") },
		{ STR_INIT("b/themes/one.yaml"), STR_INIT("id: one\n") },
		{ STR_INIT("b/themes/two.yaml"), STR_INIT("") },
		{ STR_INIT("b-c"), STR_INIT("12345") },
		{ STR_INIT("a.yaml"), STR_INIT("a") },
	};
	struct box box = { 0 };
	struct entries entries;
	struct str bytes, why;

	(void)state;
	arena_init(&box.arena);
	box.input = input_open_memory(&box.arena, files, ARRAY_LEN(files));
	box.input->limit = LIMIT;
	assert_text(&box, "b/themes/one.yaml", "id: one\n");
	assert_text(&box, "b/themes/two.yaml", "");
	assert_string_equal(list_of(&box, ""), "a.yaml b/ b-c ");
	assert_string_equal(list_of(&box, "b"), "plan.yaml themes/ ");
	assert_int_equal(status_of(&box, "b/themes"), INPUT_FOLDER);
	assert_int_equal(status_of(&box, "b/theme"), INPUT_MISSING);
	box.input->limit = 3;
	assert_int_equal(input_read(box.input, STR("b-c"), &box.arena, &bytes, &why), INPUT_FILE);
	assert_int_equal(bytes.len, 4);
	assert_int_equal(input_list(box.input, STR("a.yaml"), &box.arena, &entries, &why),
			 INPUT_FILE);
	assert_int_equal(input_list(box.input, STR("c"), &box.arena, &entries, &why),
			 INPUT_MISSING);
	assert_true(input_is_inside(box.input, STR("b"), STR("b/plan.yaml")));
	assert_false(input_is_inside(box.input, STR("b"), STR("b-c")));
	input_close(box.input);
	arena_release(&box.arena);
}

static void test_memory_without_files(void **state)
{
	struct box box = { 0 };

	(void)state;
	arena_init(&box.arena);
	box.input = input_open_memory(&box.arena, NULL, 0);
	assert_string_equal(list_of(&box, ""), "");
	assert_int_equal(status_of(&box, "a"), INPUT_MISSING);
	input_close(box.input);
	arena_release(&box.arena);
}

static void test_join(void **state)
{
	static const struct {
		const char *base, *path, *joined;
	} cases[] = {
		{ "", "a.yaml", "a.yaml" },
		{ "a/b", "themes/c.yaml", "a/b/themes/c.yaml" },
		{ "a/b", "./themes//c.yaml", "a/b/themes/c.yaml" },
		{ "a/b", "themes/../c.yaml", "a/b/c.yaml" },
		{ "", "themes/../c.yaml", "c.yaml" },
		{ "a", "b/c/../../d/", "a/d" },
		{ "a", "...", "a/..." },
		{ "a", "..b/.c", "a/..b/.c" },
		{ "a", "", "a" },
		{ "a", "b/..", "a" },
		{ "", "b/..", "" },
		{ "a/b", "..", NULL },
		{ "a/b", "../b/c.yaml", NULL },
		{ "a/b", "c/../../b/c.yaml", NULL },
		{ "", "../c.yaml", NULL },
		{ "a", "/etc/passwd", NULL },
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str joined;
		bool ok = input_join(&arena, str_from(cases[i].base), str_from(cases[i].path),
				     &joined);

		assert_int_equal(ok, cases[i].joined != NULL);
		if (ok)
			assert_string_equal(joined.at, cases[i].joined);
	}
	arena_release(&arena);
}

#define IN_A_BOX(test) cmocka_unit_test_setup_teardown(test, open_box, close_box)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_BOX(test_reads),
		IN_A_BOX(test_reads_an_empty_file),
		IN_A_BOX(test_reads_one_byte_beyond_the_limit),
		IN_A_BOX(test_names_no_disk_can_hold),
		IN_A_BOX(test_follows_links_that_stay_inside),
		IN_A_BOX(test_refuses_links_that_lead_out),
		IN_A_BOX(test_follows_links_by_hand),
		IN_A_BOX(test_is_inside),
		IN_A_BOX(test_lists),
		IN_A_BOX(test_lists_only_folders),
		IN_A_BOX(test_does_not_wait_for_a_pipe),
		IN_A_BOX(test_says_when_it_may_not_read),
		IN_A_BOX(test_a_root_that_is_none),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_memory_without_files),
		cmocka_unit_test(test_join),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
