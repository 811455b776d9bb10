/* A git repository in a folder of its own, made from a stream of fast-import. */
#ifndef UNIT_GIT_BOX_H
#define UNIT_GIT_BOX_H

#include "base/attributes.h"
#include "base/buf.h"
#include "base/file.h"
#include "input/repository.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct git_box {
	struct arena arena;
	char top[64];
	struct repository *repository;
};

static inline struct git_box *git_box_new(const char *const *stream, size_t count)
{
	struct git_box *box = calloc(1, sizeof(*box));
	struct repository_request request = { 0 };
	struct buf text = { 0 };
	struct str why;

	arena_init(&box->arena);
	strncpy(box->top, "/tmp/planc-test-XXXXXX", sizeof(box->top) - 1);
	assert_non_null(mkdtemp(box->top));
	for (size_t i = 0; i < count; i++)
		buf_add_c(&text, stream[i]);
	assert_true(file_write(arena_printf(&box->arena, "%s/stream", box->top).at, buf_str(&text),
			       &why));
	buf_release(&text);
	assert_int_equal(system(arena_printf(&box->arena,
					     "cd '%s' && git init -q -b main . && "
					     "git fast-import --quiet <stream",
					     box->top)
					.at),
			 0);
	request.path = box->top;
	request.here = str_from(box->top);
	box->repository = repository_open(&box->arena, &request, &why);
	assert_non_null(box->repository);
	return box;
}

/* The teardown of a test whose state is a box. */
static inline int git_box_close(void **state)
{
	struct git_box *box = *state;
	struct str why;

	repository_close(box->repository);
	assert_true(file_remove_tree(box->top, &why));
	arena_release(&box->arena);
	free(box);
	return 0;
}

#endif
