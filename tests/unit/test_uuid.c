#include "base/sha1.h"
#include "base/uuid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void assert_digest(const struct sha1 *begun, const char *expected)
{
	struct sha1 sha1 = *begun;
	uint8_t digest[SHA1_BYTES];
	struct buf text = { 0 };

	sha1_end(&sha1, digest);
	for (size_t i = 0; i < SHA1_BYTES; i++)
		buf_printf(&text, "%02x", digest[i]);
	assert_string_equal(text.at, expected);
	buf_release(&text);
}

/* The examples that were published with the standard. */
static void digests(void **state)
{
	static const struct {
		const char *message, *digest;
	} cases[] = {
		{ "", "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
		{ "abc", "a9993e364706816aba3e25717850c26c9cd0d89d" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		  "84983e441c3bd26ebaae4aa1f95129e5e54670f1" },
		{ "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopq"
		  "klmnopqrlmnopqrsmnopqrstnopqrstu",
		  "a49b2446a02c645bf419f995b67091253a04a259" },
	};
	struct sha1 sha1;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		sha1_init(&sha1);
		sha1_add(&sha1, str_from(cases[i].message));
		assert_digest(&sha1, cases[i].digest);
	}
	sha1_init(&sha1);
	for (size_t i = 0; i < 100000; i++)
		sha1_add(&sha1, STR("aaaaaaaaaa"));
	assert_digest(&sha1, "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

static void assert_uuid(const struct uuid *space, const char *name, const char *expected)
{
	struct uuid uuid = uuid_of_name(space, str_from(name));
	struct buf text = { 0 };

	uuid_print(&uuid, &text);
	assert_string_equal(text.at, expected);
	buf_release(&text);
}

/* RFC 9562, appendix A.4, in the name space of DNS; and two of planc's, which must never change. */
static void names(void **state)
{
	static const struct uuid dns = { { 0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80,
					   0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 } };

	(void)state;
	assert_uuid(&dns, "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2");
	assert_uuid(&uuid_planc, "exampleton/plan#a", "6f6750e1-fa72-5444-95ac-39a4b3ab1edc");
	assert_uuid(&uuid_planc, "", "dcd14b81-d47b-5e4f-9df3-74be12a4d2b5");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digests),
		cmocka_unit_test(names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
