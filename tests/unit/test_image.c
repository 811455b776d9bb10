#include "base/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x2c\0\0\0\x78\x08\2\0\0\0"
#define GIF "GIF89a\x2c\1\x78\0\0\0\0"
/* A comment that holds what looks like a frame, a filler, then the frame. */
#define JPEG "\xff\xd8\xff\xfe\0\x0b\xff\xc0\0\x09\1\1\1\1\1\xff\xff\xc2\0\x11\x08\0\x78\1\x2c\3"

static void assert_size(struct str bytes, enum image_kind kind)
{
	struct image image;

	assert_true(image_read(bytes, &image));
	assert_int_equal(image.kind, kind);
	assert_int_equal(image.width, 300);
	assert_int_equal(image.height, 120);
}

static void test_kinds(void **state)
{
	(void)state;
	assert_size(STR(PNG), IMAGE_PNG);
	assert_size(STR(GIF), IMAGE_GIF);
	assert_size(STR(JPEG), IMAGE_JPEG);
	assert_string_equal(image_extension(IMAGE_JPEG), "jpg");
}

static bool reads(struct str bytes)
{
	struct image image;

	return image_read(bytes, &image);
}

/* Each in memory of its own size, so that a look behind the end is found. */
static void assert_cut(struct str whole, size_t least)
{
	for (size_t len = 0; len < whole.len; len++) {
		char *bytes = malloc(len + 1);

		assert_non_null(bytes);
		memcpy(bytes, whole.at, len);
		bytes = realloc(bytes, len ? len : 1);
		assert_int_equal(reads((struct str){ bytes, len }), len >= least);
		free(bytes);
	}
}

static void test_cut_short(void **state)
{
	(void)state;
	assert_cut(STR(PNG), 24);
	assert_cut(STR(GIF), 10);
	assert_cut(STR(JPEG), sizeof(JPEG) - 2);
}

static void test_others(void **state)
{
	(void)state;
	assert_false(reads(STR("<svg xmlns='http://www.w3.org/2000/svg'/>")));
	assert_false(reads(STR("<!doctype html><script>alert(1)</script>")));
	assert_false(reads(STR("GIF89a\0\0\x78\0\0\0\0")));
	assert_false(reads(STR("\xff\xd8\xff\xe0\0\0\0\0\0\0\0\0\0\0\0\0")));
	assert_false(reads(STR("\x89PNG\r\n\x1a\n\0\0\0\rIDAT\0\0\1\x2c\0\0\0\x78")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_cut_short),
		cmocka_unit_test(test_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
