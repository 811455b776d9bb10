/* That pages say all that is theirs in each language there is. */
#include "language_cases.h"

static void languages_are_sorted(void **state)
{
	(void)state;
	for (size_t i = 0; page_languages[i]; i++) {
		const struct language *language = page_languages[i];

		assert_ptr_equal(language_find(str_from(language->code)), language);
		for (size_t j = 0; j + 1 < language->count; j++) {
			if (strcmp(language->fixed[j].english, language->fixed[j + 1].english) >= 0)
				fail_msg("%s: “%s” is not in its place", language->name,
					 language->fixed[j + 1].english);
		}
	}
	assert_null(language_find(STR("en")));
	assert_null(language_find(STR("c")));
	assert_null(language_find(STR("cym")));
	assert_ptr_equal(language_find(STR("cy-GB")), language_find(STR("cy")));
	assert_true(language_is_spoken(STR("en-GB")));
	assert_false(language_is_spoken(STR("pl")));
}

static bool has_letters(struct str words)
{
	for (size_t i = 0; i < words.len; i++) {
		if (isalpha((unsigned char)words.at[i]))
			return true;
	}
	return false;
}

/* What is the same in every language: names of formats. */
static bool is_name(struct str words)
{
	return str_equal(words, STR("JSON")) || str_equal(words, STR("Markdown")) ||
	       str_equal(words, STR("HTML"));
}

/* Names each word that a language lacks, once. */
static size_t tell_missing(const struct language *language)
{
	struct map told = { 0 };
	struct arena arena;
	size_t missing = 0;

	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
		struct past past;
		struct built *built = past_open(&past, heads[i]);

		past.told.is_adoption = i % 2;
		render_language(built, language->code);
		say_all(built);
		for (size_t j = 0; j < built->unknown.list.len; j++) {
			struct str words = arena_copy(&arena, built->unknown.list.at[j]);

			if (!has_letters(words) || is_name(words) ||
			    map_add(&told, &arena, words, &told))
				continue;
			print_error("%s has no words for “%.*s”\n", language->name, STR_ARG(words));
			missing++;
		}
		past_close(&past);
	}
	arena_release(&arena);
	return missing;
}

static void every_word_is_translated(void **state)
{
	size_t missing = 0;

	(void)state;
	for (size_t i = 0; page_languages[i]; i++)
		missing += tell_missing(page_languages[i]);
	assert_int_equal(missing, 0);
}

static void expect_filled(const char *sentence, const struct blank *blanks, const char *expected)
{
	struct buf out = { 0 };

	own_fill(NULL, sentence, blanks, &out);
	assert_true(str_equal(buf_str(&out), str_from(expected)));
	buf_release(&out);
}

static void sentences_are_filled_once(void **state)
{
	static const size_t three = 3;
	static const struct blank blanks[] = {
		{ "{date}", STR_INIT("{count}") },
		{ "{count}", .number = &three },
		{ "{none}" },
		{ NULL },
	};

	(void)state;
	/* What the author wrote is no mark, and a mark may come twice, or not at all. */
	expect_filled("{count}: {date}, {date}", blanks, "3: {count}, {count}");
	expect_filled("{other} {date", blanks, "{other} {date");
	expect_filled("[{none}]", blanks, "[]");
	expect_filled("", blanks, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(languages_are_sorted),
		cmocka_unit_test(sentences_are_filled_once),
		cmocka_unit_test(every_word_is_translated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
