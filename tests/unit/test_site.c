#include "base/file.h"
#include "compile/compile.h"
#include "render/folder.h"
#include "render/site.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of the disk, and a compiled repository to build a site of. */
struct box {
	struct arena arena;
	char top[64];
	struct compilation result;
	struct str why;
};

static const char *path_of(struct box *box, const char *name)
{
	return arena_printf(&box->arena, "%s/%s", box->top, name).at;
}

static int open_box(void **state)
{
	const struct memory_file files[] = {
		{ STR("exampleton/council.yaml"), STR("name: Exampleton Council\n") },
		{ STR("exampleton/plan/plan.yaml"),
		  STR("title: Plan\nstatus: draft\nactions: [{id: a, activity: A}]\n") },
		{ STR("exampleton/other/plan.yaml"), STR("title: Other\nstatus: draft\n") },
	};
	struct compile_options options = { .skip_rules = true };
	struct box *box = calloc(1, sizeof(*box));
	struct input *input;

	arena_init(&box->arena);
	strncpy(box->top, "/tmp/planc-test-XXXXXX", sizeof(box->top) - 1);
	assert_non_null(mkdtemp(box->top));
	input = input_open_memory(&box->arena, files, 3);
	compile(&box->result, input, &options);
	input_close(input);
	*state = box;
	return 0;
}

static int close_box(void **state)
{
	struct box *box = *state;
	struct str why;

	assert_true(file_remove_tree(box->top, &why));
	compilation_release(&box->result);
	arena_release(&box->arena);
	free(box);
	return 0;
}

/* With several hands; what a single one does is tested by the golden cases. */
static bool build_formats(struct box *box, const char *name, const char *formats)
{
	struct site_options options = {
		.folder = path_of(box, name),
		.formats = formats,
		.as_of = STR("2024-01-31"),
		.revision = STR("abc123"),
		.hands = 3,
	};

	return site_build(&box->result, &options, &box->why);
}

static bool build(struct box *box, const char *name)
{
	return build_formats(box, name, NULL);
}

static bool is_there(struct box *box, const char *name)
{
	return access(path_of(box, name), F_OK) == 0;
}

static struct str read_file(struct box *box, const char *name)
{
	struct str bytes;

	if (!file_read_path(path_of(box, name), 1 << 20, &box->arena, &bytes, &box->why))
		fail_msg("%s: %.*s", name, STR_ARG(box->why));
	return bytes;
}

static void write_file(struct box *box, const char *name, const char *text)
{
	assert_true(file_write(path_of(box, name), str_from(text), &box->why));
}

/* How many entries a folder has, . and .. not among them. */
static size_t count_entries(struct box *box, const char *name)
{
	DIR *entries = opendir(path_of(box, name));
	size_t count = 0;

	assert_non_null(entries);
	while (readdir(entries))
		count++;
	closedir(entries);
	return count - 2;
}

static void assert_why(const struct box *box, const char *part)
{
	if (str_find(box->why, str_from(part), 0) == box->why.len)
		fail_msg("“%.*s” does not say “%s”", STR_ARG(box->why), part);
}

static void writes_a_site(void **state)
{
	static const char *const files[] = {
		"site/index.html",
		"site/exampleton/index.html",
		"site/exampleton/plan/index.html",
		"site/exampleton/plan/actions/a.html",
		"site/exampleton/plan/plan.md",
		"site/exampleton/plan/plan.json",
		"site/exampleton/plan/actions.csv",
		"site/exampleton/plan/measures.csv",
		"site/exampleton/plan/milestones.csv",
		"site/exampleton/plan/people.csv",
		"site/exampleton/plan/csv-metadata.json",
		"site/exampleton/plan/dates.ics",
		"site/exampleton/other/index.html",
		"site/assets/planc.css",
		"site/.planc",
	};
	struct box *box = *state;
	struct stat status;
	mode_t mask = umask(022);

	assert_true(build(box, "site"));
	umask(mask);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		if (!is_there(box, files[i]))
			fail_msg("there is no %s", files[i]);
	}
	assert_true(str_equal(read_file(box, "site/.planc"),
			      STR("planc: 0.1.0\nas-of: 2024-01-31\nrevision: abc123\n"
				  "formats: html,markdown,json,csv,ics,atom\n")));
	assert_int_equal(count_entries(box, "."), 1);
	assert_int_equal(stat(path_of(box, "site"), &status), 0);
	assert_int_equal(status.st_mode & 0777, 0755);
	assert_int_equal(stat(path_of(box, "site/index.html"), &status), 0);
	assert_int_equal(status.st_mode & 0777, 0644);
}

static void only_the_formats_asked_for(void **state)
{
	struct box *box = *state;

	assert_true(build_formats(box, "site", "json"));
	assert_true(is_there(box, "site/exampleton/plan/plan.json"));
	assert_false(is_there(box, "site/exampleton/plan/index.html"));
	assert_false(is_there(box, "site/exampleton/plan/plan.md"));
	assert_false(is_there(box, "site/index.html"));
	assert_false(is_there(box, "site/assets"));
	assert_true(build_formats(box, "site", "html"));
	assert_false(is_there(box, "site/exampleton/plan/plan.json"));
	assert_int_equal(str_find(read_file(box, "site/exampleton/plan/index.html"),
				  STR("plan.json"), 0),
			 read_file(box, "site/exampleton/plan/index.html").len);
}

static void replaces_its_own(void **state)
{
	struct box *box = *state;
	struct str before;

	assert_true(build(box, "site"));
	before = read_file(box, "site/exampleton/plan/index.html");
	write_file(box, "site/left-over.html", "old");
	assert_int_equal(chmod(path_of(box, "site"), 0750), 0);
	assert_true(build(box, "site/"));
	assert_false(is_there(box, "site/left-over.html"));
	assert_true(str_equal(before, read_file(box, "site/exampleton/plan/index.html")));
	assert_int_equal(count_entries(box, "."), 1);
}

static void leaves_others_alone(void **state)
{
	struct box *box = *state;

	assert_int_equal(mkdir(path_of(box, "mine"), 0755), 0);
	write_file(box, "mine/letter.txt", "dear");
	assert_false(build(box, "mine"));
	assert_why(box, "was not written by planc");
	assert_int_equal(count_entries(box, "mine"), 1);
	write_file(box, "file", "x");
	assert_false(build(box, "file"));
	assert_why(box, "is a file");
	assert_false(build(box, "file/site"));
	/* A folder of that name is no mark. */
	assert_int_equal(mkdir(path_of(box, "mine/.planc"), 0755), 0);
	assert_false(build(box, "mine"));
	assert_int_equal(count_entries(box, "."), 2);
}

static void takes_an_empty_folder(void **state)
{
	struct box *box = *state;

	assert_int_equal(mkdir(path_of(box, "empty"), 0755), 0);
	assert_true(build(box, "empty"));
	assert_true(is_there(box, "empty/index.html"));
}

static void odd_names(void **state)
{
	static const char *const names[] = { "a b/c d/", "e///", "f/.", "./g/./", "h/i/../j" };
	static const char *const pages[] = { "a b/c d/index.html", "e/index.html", "f/index.html",
					     "g/index.html", "h/j/index.html" };
	struct box *box = *state;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!build(box, names[i]))
			fail_msg("%s: %.*s", names[i], STR_ARG(box->why));
		assert_true(is_there(box, pages[i]));
		assert_true(build(box, names[i]));
	}
	assert_int_equal(count_entries(box, "a b"), 1);
	assert_false(build(box, "new/.."));
	assert_false(is_there(box, "new"));
}

static void links_stay(void **state)
{
	struct box *box = *state;
	struct stat status;

	assert_int_equal(mkdir(path_of(box, "real"), 0755), 0);
	assert_int_equal(symlink("real", path_of(box, "link")), 0);
	assert_true(build(box, "link"));
	assert_true(build(box, "link/"));
	assert_true(is_there(box, "real/index.html"));
	assert_int_equal(lstat(path_of(box, "link"), &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_int_equal(symlink("nowhere", path_of(box, "dangling")), 0);
	assert_false(build(box, "dangling"));
	assert_why(box, "leads nowhere");
	assert_int_equal(count_entries(box, "."), 3);
}

static void not_the_current_folder(void **state)
{
	struct box *box = *state;
	struct site_options options = { .folder = "." };
	char before[PATH_MAX];

	assert_non_null(getcwd(before, sizeof(before)));
	assert_true(build(box, "site"));
	assert_int_equal(chdir(path_of(box, "site/exampleton")), 0);
	assert_false(build(box, "site"));
	assert_why(box, "current folder");
	assert_false(site_build(&box->result, &options, &box->why));
	options.folder = "";
	assert_false(site_build(&box->result, &options, &box->why));
	assert_int_equal(chdir(before), 0);
}

/* As when the disk is full: files may grow to so many bytes only. */
static bool build_in_little_room(struct box *box, const char *name, rlim_t bytes)
{
	struct rlimit before, little;
	bool ok;

	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	little = before;
	little.rlim_cur = bytes;
	setrlimit(RLIMIT_FSIZE, &little);
	ok = build(box, name);
	setrlimit(RLIMIT_FSIZE, &before);
	signal(SIGXFSZ, SIG_DFL);
	return ok;
}

static void all_or_nothing(void **state)
{
	struct box *box = *state;
	struct str before;

	for (rlim_t bytes = 0; bytes < 1200; bytes += 150) {
		assert_false(build_in_little_room(box, "far/away/site", bytes));
		assert_int_equal(count_entries(box, "."), 0);
	}
	assert_why(box, "of “/tmp/planc-test-");
	assert_true(build(box, "site"));
	before = read_file(box, "site/index.html");
	assert_false(build_in_little_room(box, "site", 500));
	assert_true(str_equal(before, read_file(box, "site/index.html")));
	assert_int_equal(count_entries(box, "."), 1);
	/* A folder that was there before is not removed with those that were made. */
	assert_int_equal(mkdir(path_of(box, "far"), 0755), 0);
	assert_false(build_in_little_room(box, "far/away/site", 0));
	assert_int_equal(count_entries(box, "far"), 0);
	assert_int_equal(count_entries(box, "."), 2);
}

/* Each file of more than so many bytes fails: told of is the first by the list, not by the clock. */
static void same_trouble_with_any_hands(void **state)
{
	struct box *box = *state;
	struct rlimit before, little;

	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	little = before;
	for (little.rlim_cur = 0; little.rlim_cur < 6000; little.rlim_cur += 500) {
		struct str why[9];

		setrlimit(RLIMIT_FSIZE, &little);
		for (unsigned hands = 0; hands < ARRAY_LEN(why); hands++) {
			struct site_options options = { .folder = path_of(box, "site"),
							.hands = hands };

			assert_false(site_build(&box->result, &options, &why[hands]));
			if (!str_equal(why[hands], why[0]))
				fail_msg("%u hands: %.*s, and not %.*s", hands, STR_ARG(why[hands]),
					 STR_ARG(why[0]));
		}
		setrlimit(RLIMIT_FSIZE, &before);
	}
	signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(count_entries(box, "."), 0);
}

/* What progress was told of, and the last of it. */
static bool told[101];
static size_t told_last;

static void note_progress(size_t hundredths)
{
	assert_true(hundredths <= 100);
	assert_true(!told[hundredths]);
	assert_true(hundredths >= told_last);
	told[hundredths] = true;
	told_last = hundredths;
}

static void tells_how_far_it_is(void **state)
{
	struct box *box = *state;

	for (unsigned hands = 1; hands <= 4; hands++) {
		struct site_options options = { .folder = path_of(box, "site"),
						.hands = hands,
						.progress = note_progress };

		memset(told, 0, sizeof(told));
		told_last = 0;
		assert_true(site_build(&box->result, &options, &box->why));
		assert_int_equal(told_last, 100);
		assert_true(hands > 1 || told[0]);
	}
}

static void same_bytes_again(void **state)
{
	static const char *const files[] = { "index.html",
					     "exampleton/index.html",
					     ".planc",
					     "exampleton/plan/index.html",
					     "exampleton/plan/actions/a.html",
					     "exampleton/plan/plan.md",
					     "exampleton/plan/plan.json",
					     "assets/planc.css" };
	struct box *box = *state;

	assert_true(build(box, "one"));
	assert_true(build(box, "two"));
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		const char *one = arena_printf(&box->arena, "one/%s", files[i]).at;
		const char *two = arena_printf(&box->arena, "two/%s", files[i]).at;

		assert_true(str_equal(read_file(box, one), read_file(box, two)));
	}
}

static void addresses_must_be_names(void **state)
{
	static const char *const paths[] = { "exampleton/Bad Name/plan.yaml",
					     "exampleton/leads/plan.yaml", "assets/plan/plan.yaml",
					     "lonely/plan.yaml" };
	struct box *box = *state;

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		const struct memory_file files[] = {
			{ STR("exampleton/council.yaml"), STR("name: E\n") },
			{ STR("assets/council.yaml"), STR("name: A\n") },
			{ str_from(paths[i]), STR("title: T\nstatus: draft\n") },
		};
		struct compile_options options = { .skip_rules = true };
		struct input *input = input_open_memory(&box->arena, files, 3);

		compilation_release(&box->result);
		compile(&box->result, input, &options);
		input_close(input);
		assert_false(build(box, "site"));
		assert_int_equal(count_entries(box, "."), 0);
	}
}

static void nothing_leaves_the_folder(void **state)
{
	struct box *box = *state;
	struct folder folder;

	assert_true(folder_open(&folder, path_of(box, "site"), &box->arena, &box->why));
	assert_true(folder_add(&folder, STR("a/b.html"), STR("x"), &box->arena, &box->why));
	assert_false(folder_add(&folder, STR("a/b.html"), STR("y"), &box->arena, &box->why));
	assert_int_equal(symlink("/tmp", arena_printf(&box->arena, "%s/link", folder.staging).at),
			 0);
	assert_false(folder_add(&folder, STR("link"), STR("y"), &box->arena, &box->why));
	folder_discard(&folder);
	folder_discard(&folder);
	assert_int_equal(count_entries(box, "."), 0);
}

#define BOXED(test) cmocka_unit_test_setup_teardown(test, open_box, close_box)

int main(void)
{
	const struct CMUnitTest tests[] = {
		BOXED(writes_a_site),
		BOXED(only_the_formats_asked_for),
		BOXED(replaces_its_own),
		BOXED(leaves_others_alone),
		BOXED(takes_an_empty_folder),
		BOXED(odd_names),
		BOXED(links_stay),
		BOXED(not_the_current_folder),
		BOXED(all_or_nothing),
		BOXED(same_trouble_with_any_hands),
		BOXED(tells_how_far_it_is),
		BOXED(same_bytes_again),
		BOXED(addresses_must_be_names),
		BOXED(nothing_leaves_the_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
