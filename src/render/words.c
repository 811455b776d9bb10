#include "render/words.h"

#include <stdlib.h>
#include <string.h>

const struct language *const page_languages[] = {
#define LANGUAGE(code) &language_##code,
#include "render/languages.def"
#undef LANGUAGE
	NULL,
};

const struct language *language_find(struct str code)
{
	for (size_t i = 0; page_languages[i]; i++) {
		if (str_equal(code, str_from(page_languages[i]->code)))
			return page_languages[i];
	}
	return NULL;
}

static int compare(const void *a, const void *b)
{
	return strcmp(((const struct fixed_words *)a)->english,
		      ((const struct fixed_words *)b)->english);
}

struct str own_words(const struct view *view, const char *english)
{
	const struct language *language = language_find(view->language);
	const struct fixed_words wanted = { .english = english };
	const struct fixed_words *found;

	if (!language)
		return str_from(english);
	found = bsearch(&wanted, language->fixed, language->count, sizeof(wanted), compare);
	if (!found && view->unknown)
		vec_add(view->arena, &view->unknown->list,
			arena_copy(view->arena, str_from(english)));
	return str_from(found ? found->words : english);
}

const struct date_words *own_date_words(const struct view *view)
{
	const struct language *language = language_find(view->language);

	return language ? &language->dates : &date_words_english;
}
