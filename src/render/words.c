#include "render/words.h"
#include "base/attributes.h"

#include <stdlib.h>
#include <string.h>

const struct language *const page_languages[] = {
#define LANGUAGE(code) &language_##code,
#include "render/languages.def"
#undef LANGUAGE
	NULL,
};

/* "cy" of "cy-GB". */
static struct str main_part(struct str code)
{
	return str_slice(code, 0, str_find_byte(code, '-', 0));
}

const struct language *language_find(struct str code)
{
	for (size_t i = 0; page_languages[i]; i++) {
		if (str_equal(main_part(code), str_from(page_languages[i]->code)))
			return page_languages[i];
	}
	return NULL;
}

struct str language_own_name(struct str code)
{
	/* Those of these islands, and those most spoken here that have no words of ours. */
	static const struct {
		const char *code;
		const char *name;
	} others[] = {
		{ "ar", "العربية" },    { "bn", "বাংলা" },     { "en", "English" },
		{ "es", "Español" },    { "fa", "فارسی" },     { "fr", "Français" },
		{ "ga", "Gaeilge" },    { "gd", "Gàidhlig" },  { "gu", "ગુજરાતી" },
		{ "it", "Italiano" },   { "lt", "Lietuvių" },  { "pa", "ਪੰਜਾਬੀ" },
		{ "pl", "Polski" },     { "pt", "Português" }, { "ro", "Română" },
		{ "so", "Soomaali" },   { "ta", "தமிழ்" },      { "tr", "Türkçe" },
		{ "uk", "Українська" }, { "ur", "اردو" },      { "zh", "中文" },
	};
	const struct language *language = language_find(code);

	if (language)
		return str_from(language->own_name);
	for (size_t i = 0; i < ARRAY_LEN(others); i++) {
		if (str_equal(code, str_from(others[i].code)))
			return str_from(others[i].name);
	}
	return code;
}

bool language_is_spoken(struct str code)
{
	return str_equal(main_part(code), STR("en")) || language_find(code);
}

static int compare(const void *a, const void *b)
{
	return strcmp(((const struct fixed_words *)a)->english,
		      ((const struct fixed_words *)b)->english);
}

static const struct language *language_of(const struct view *view)
{
	return view ? language_find(view->language) : NULL;
}

struct str own_language(const struct view *view)
{
	return language_is_spoken(view->language) ? view->language : STR("en");
}

bool language_is_rtl(struct str code)
{
	/* Languages whose usual script runs so (CLDR), and such scripts (ISO 15924). */
	static const struct str languages[] = {
		STR_INIT("ar"), STR_INIT("ckb"), STR_INIT("dv"), STR_INIT("fa"), STR_INIT("he"),
		STR_INIT("ps"), STR_INIT("sd"),  STR_INIT("ug"), STR_INIT("ur"), STR_INIT("yi"),
	};
	static const struct str scripts[] = {
		STR_INIT("Arab"),
		STR_INIT("Hebr"),
		STR_INIT("Thaa"),
		STR_INIT("Syrc"),
	};
	size_t end = str_find_byte(code, '-', 0);
	struct str script = str_slice(code, end + (end < code.len), code.len);

	script = str_slice(script, 0, str_find_byte(script, '-', 0));
	for (size_t i = 0; i < ARRAY_LEN(scripts); i++) {
		if (str_equal_nocase(script, scripts[i]))
			return true;
	}
	/* "ku-Latn": a script that is named is the script. */
	for (size_t i = 0; script.len != 4 && i < ARRAY_LEN(languages); i++) {
		if (str_equal(main_part(code), languages[i]))
			return true;
	}
	return false;
}

static const char *find(const struct language *language, const char *english)
{
	const struct fixed_words wanted = { .english = english };
	const struct fixed_words *found = bsearch(&wanted, language->fixed, language->count,
						  sizeof(wanted), compare);

	return found ? found->words : NULL;
}

struct str own_words(const struct view *view, const char *english)
{
	const struct language *language = language_of(view);
	const char *found;

	if (!language)
		return str_from(english);
	found = find(language, english);
	if (!found && view->unknown)
		vec_add(view->arena, &view->unknown->list,
			arena_copy(view->arena, str_from(english)));
	return str_from(found ? found : english);
}

struct str own_counted(const struct view *view, size_t count, const char *one, const char *many)
{
	const struct language *language = language_of(view);

	if (count == 1 || (language && !find(language, many)))
		return own_words(view, one);
	return own_words(view, many);
}

static void blank_print(const struct blank *blank, struct buf *out)
{
	if (blank->number)
		buf_printf(out, "%zu", *blank->number);
	else
		buf_add(out, blank->words);
}

void own_fill(const struct view *view, const char *sentence, const struct blank *blanks,
	      struct buf *out)
{
	struct str rest = own_words(view, sentence);

	while (rest.len) {
		const struct blank *blank = blanks;

		while (blank->mark && !str_starts(rest, str_from(blank->mark)))
			blank++;
		if (blank->mark)
			blank_print(blank, out);
		else
			buf_add_byte(out, rest.at[0]);
		rest = str_slice(rest, blank->mark ? strlen(blank->mark) : 1, rest.len);
	}
}

void own_count_print(const struct view *view, size_t count, const char *one, const char *many,
		     struct buf *out)
{
	own_fill(view, count == 1 ? one : many,
		 (struct blank[]){ { "{count}", .number = &count }, { NULL } }, out);
}

void own_name_print(const struct view *view, struct str name, struct buf *out)
{
	struct buf english = { 0 };

	for (size_t i = 0; i < name.len; i++)
		buf_add_byte(&english, name.at[i] == '-' || name.at[i] == '_' ? ' ' : name.at[i]);
	if (english.len)
		buf_add(out, own_words(view, english.at));
	buf_release(&english);
}

const struct date_words *own_date_words(const struct view *view)
{
	const struct language *language = language_of(view);

	return language ? &language->dates : &date_words_english;
}
