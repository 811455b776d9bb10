/* What pages in a second language say, and that none of it is English. */
#include "language_cases.h"
#include "render/site_files.h"

static void dates_are_translated(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build_wordy(&built, heads[0], 0);
	built.language = STR("cy");
	page = render(&built, "html");
	assert_has(page, "<html lang=\"cy\">");
	assert_has(page, "Ebrill 2023 – Mawrth 2025");
	assert_has(page, "Yn dechrau Mai 2024");
	assert_has(page, "oddeutu 2024");
	assert_has(page, "I’w gadarnhau");
	assert_has(page, "2 Ionawr 2024");
	assert_has(page, "cynnydd o 5%");
	assert_lacks(page, "September");
	page = render(&built, "markdown");
	assert_has(page, "Dyddiad targed");
	assert_has(page, "Ebrill 2023 – Mawrth 2025");
	release(&built);
}

static void history_is_translated(void **state)
{
	struct past past;
	struct built *built = past_open(&past, heads[2]);
	const char *page;

	(void)state;
	built->language = STR("cy");
	page = render_part(built, OUTPUT_ACTION, "y3");
	assert_has(page, "<p>Pennwyd am y tro cyntaf: Mai 2022. Symudwyd ddwywaith, unwaith ar ôl "
			 "i’r dyddiad fynd heibio; 4 o flynyddoedd yn hwyrach i gyd.</p>");
	assert_has(page, "dyddiad targed: Mai 2022 → Mai 2024, 2 o flynyddoedd yn hwyrach, ar ôl "
			 "i’r dyddiad fynd heibio");
	assert_has(page, "data-label=\"Beth sydd wedi newid\">");
	page = render_part(built, OUTPUT_ACTION, "y9");
	assert_has(page, "mesur “Zzn”, targed: o leiaf 4 → yn yr ystod 5–6%");
	page = render(built, "html");
	assert_has(page, "Yn gyntaf: 2 Mai 2024; bellach: 1 Mai 2024; 1 diwrnod yn gynharach. "
			 "Symudwyd unwaith.");
	past_close(&past);
}

#define TWO                                                                 \
	"title: {en: Homes, cy: Tai}\nstatus: draft\nlanguages: [en, cy]\n" \
	"actions:\n  - id: a\n    activity: {en: Mend %s roofs, cy: Trwsio %s to}\n"
#define BEFORE                                                                  \
	"    due: 2024-01\n    status: in-progress\n    outcomes: [One here]\n" \
	"    measures: [{id: m, indicator: {en: Roofs, cy: Toeau}, target: at least 5}]\n"
#define AFTER                                                                           \
	"    due: 2024-02\n    outcomes: [Two there]\n"                                 \
	"    measures: [{id: m, indicator: {en: Roofs, cy: Toeau}, target: at most 4}," \
	" {id: n, indicator: {en: New, cy: Newydd}, by: 2025, kind: yes-no}]\n"         \
	"    revisions: [{date: 2024-01-01, reason: {en: Rain, cy: Glaw}}]\n"

static const char *words_with(struct arena *arena, const char *plan, const char *english,
			      const char *welsh, const char *rest)
{
	struct buf out = { 0 };
	const char *text;

	for (; *plan; plan++) {
		if (plan[0] != '%') {
			buf_add_byte(&out, *plan);
			continue;
		}
		buf_add_c(&out, english);
		english = welsh;
		plan++;
	}
	buf_add_c(&out, rest);
	text = arena_copy(arena, buf_str(&out)).at;
	buf_release(&out);
	return text;
}

/* changes.html of a plan in two languages. */
static const char *changes_in(struct built *built, const char *language)
{
	const struct output *output = find_output("html", OUTPUT_PLAN_PAGE);

	while (strcmp(output->file, "changes.html") != 0)
		output++;
	built->language = str_from(language);
	return render_output(built, output, 0);
}

static void changes_are_told_in_each_language(void **state)
{
	struct arena arena;
	struct built before, after;
	struct changes changes;
	struct site_changes told = { .plan = STR("exampleton/plan"), .view.changes = &changes };
	const char *page;

	(void)state;
	arena_init(&arena);
	build(&before, words_with(&arena, TWO, "four", "pedwar", BEFORE));
	build(&after, words_with(&arena, TWO, "five", "pum", AFTER));
	told.view.before.plans = compilation_side(&before.result);
	told.view.after.plans = compilation_side(&after.result);
	diff(&changes, &arena, &told.view.before.plans, &told.view.after.plans);
	after.changes = &told;
	page = changes_in(&after, "cy");
	assert_has(page,
		   "<p class=\"lead-in\">Symudwyd dyddiad yn hwyrach: 1; disodlwyd targed gan un "
		   "na ellir ei gymharu: 1; ychwanegwyd mesur: 1; newidiwyd statws: 1; newidiadau "
		   "eraill o sylwedd: 3.</p>");
	assert_has(page, "ar y gweill");
	assert_has(page, "heb ddechrau");
	assert_has(page, "Trwsio <del>");
	assert_has(page, "[dilëwyd: </span>pedwar");
	assert_has(page, "o leiaf 5");
	assert_has(page, "dim mwy na 4");
	assert_has(page, "Newydd (erbyn: ");
	assert_has(page, "math: ie neu nage)");
	assert_has(page, "<p>Y rheswm a roddwyd: Glaw</p>");
	assert_has(page, "<span lang=\"en\">One here</span>");
	assert_lacks(page, "roofs");
	page = changes_in(&after, "en");
	assert_has(page, "<ins><span class=\"spoken\">[added: </span>five");
	assert_has(page, "New (by: ");
	assert_has(page, "kind: yes no)");
	assert_has(page, "The reason given: Rain");
	assert_lacks(page, "Trwsio");
	release(&after);
	/* What changed in the other language alone is told as what it is. */
	build(&after, words_with(&arena, TWO, "four", "pum", BEFORE));
	told.view.after.plans = compilation_side(&after.result);
	diff(&changes, &arena, &told.view.before.plans, &told.view.after.plans);
	after.changes = &told;
	page = changes_in(&after, "en");
	assert_has(page, "Activity reworded (<span lang=\"cy\">Cymraeg</span>)");
	assert_has(page, "<span lang=\"cy\">pum</span>");
	release(&after);
	release(&before);
	arena_release(&arena);
}

/* Without words of ours a page is English, but for the texts of its language. */
static void languages_without_words_are_marked(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built, "title: {en: Homes, ur: Ghar}\nstatus: draft\nlanguages: [en, ur]\n"
		      "summary: {en: Ours, ur: Hamara}\nactions:\n"
		      "  - {id: a, activity: {en: Mend, ur: Marammat}, notes: [Two]}\n");
	built.language = STR("ur");
	page = render_part(&built, OUTPUT_ACTION, "a");
	assert_has(page, "<html lang=\"en\">");
	assert_has(page, "<h1 lang=\"ur\" dir=\"rtl\">Marammat</h1>");
	assert_has(page, "<dt>Target date</dt>");
	assert_has(page, "Two");
	assert_lacks(page, "lang=\"en\">Two");
	built.language = STR("en");
	page = render_part(&built, OUTPUT_ACTION, "a");
	assert_has(page, "<h1>Mend</h1>");
	assert_lacks(page, "dir=");
	assert_has(render(&built, "html"),
		   "English, <span lang=\"ur\" dir=\"rtl\">اردو</span></dd>");
	release(&built);
}

/* The title of the site and of columns, and links of every page, may be in each language. */
static void settings_speak_each_language(void **state)
{
	struct memory_file files[] = {
		file("planc.yaml", "title: {en: Our plans, cy: Ein cynlluniau}\n"
				   "columns: [{key: x-cost, title: {en: Cost, cy: Cost y cam}}]\n"
				   "footer: [{title: {en: Privacy, cy: Preifatrwydd}, url: "
				   "'https://example.org'}]\n"),
		file("exampleton/council.yaml", COUNCIL),
		file("exampleton/plan/plan.yaml",
		     "title: {en: Homes, cy: Tai}\nstatus: draft\nlanguages: [en, cy]\n"
		     "actions: [{id: a, activity: {en: Mend, cy: Trwsio}, x-cost: 5}]\n"),
	};
	struct built built;
	const char *page;

	(void)state;
	build_all(&built, files, ARRAY_LEN(files));
	built.language = STR("cy");
	page = render(&built, "html");
	assert_has(page, "Ein cynlluniau");
	assert_has(page, "Cost y cam");
	assert_has(page, "Preifatrwydd");
	assert_lacks(page, "Our plans");
	assert_has(render(&built, "markdown"), "Cost y cam");
	built.language = STR("en");
	page = render(&built, "html");
	assert_has(page, "Our plans");
	assert_lacks(page, "Cost y cam");
	release(&built);
}

/* Names of columns stay English, and the plan's own words are marked. */
static void tables_say_their_language(void **state)
{
	struct built built;
	const char *data;

	(void)state;
	build(&built, "title: {cy: Tai, en: Homes}\nstatus: draft\nlanguages: [cy, en]\n");
	data = render_file(&built, "csv", "csv-metadata.json");
	assert_has(data, "{\n      \"@language\": \"en\"\n    }");
	assert_has(data,
		   "\"dc:title\": {\n    \"@value\": \"Tai\",\n    \"@language\": \"cy\"\n  }");
	release(&built);
}

/* Once each language, beside that of the page, and no place for two. */
static void assert_one_each(struct built *built, const struct view *view, const char *page)
{
	static const char *const codes[] = { "en", "cy" };
	const char *base = "https://plans.example.org/";

	for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
		bool is_own = str_equal(view->language, str_from(codes[i]));
		const char *mark = arena_printf(&built->arena, " hreflang=\"%s\"", codes[i]).at;

		/* In the head, and for people. */
		if (count(page, mark) > (is_own ? 0 : 2))
			fail_msg("%.*s leads to %s twice", STR_ARG(view->path), codes[i]);
	}
	assert_int_equal(count(page, "rel=\"canonical\""), 1);
	assert_has(page,
		   arena_printf(&built->arena, "href=\"%s%.*s\"", base, STR_ARG(view->path)).at);
}

static void render_site(struct built *built, struct map *pages)
{
	struct site_options options = options_of(built);
	struct site_files files = { &built->result, &options, &built->directory, &built->arena };
	struct str why;

	options.formats = "html";
	assert_true(site_files_find(&files, &why));
	for (size_t i = 0; i < files.list.len; i++) {
		const struct site_file *file = &files.list.at[i];
		struct view view = site_file_view(&files, file, &built->arena);
		struct buf out = { 0 };
		char *page;

		assert_true(file->output->write(&view, &out));
		page = arena_new_array(&built->arena, char, out.len + 1);
		memcpy(page, out.at, out.len);
		buf_release(&out);
		assert_one_each(built, &view, page);
		map_add(pages, &built->arena, view.path, page);
	}
}

/* One plan is written in English first, one in Welsh: a reader of either meets each page once. */
static void mixed_languages_have_one_page_each(void **state)
{
	struct memory_file files[] = {
		file("planc.yaml", "base_url: https://plans.example.org/\n"),
		file("exampleton/council.yaml", COUNCIL),
		file("exampleton/homes/plan.yaml",
		     "title: {en: Homes, cy: Tai}\nstatus: draft\nlanguages: [en, cy]\n"
		     "actions: [{id: a, activity: {en: Mend, cy: Trwsio}, lead: head-of-housing}]\n"),
		file("exampleton/parks/plan.yaml",
		     "title: {en: Parks, cy: Parciau}\nstatus: draft\nlanguages: [cy, en]\n"
		     "actions: [{id: b, activity: {en: Plant, cy: Plannu}, lead: head-of-housing}]\n"),
	};
	struct built built;
	struct map pages = { 0 };
	const char *page;

	(void)state;
	build_all(&built, files, ARRAY_LEN(files));
	render_site(&built, &pages);
	assert_null(map_find(&pages, STR("en/index.html")));
	assert_null(map_find(&pages, STR("en/about.html")));
	assert_null(map_find(&pages, STR("en/exampleton/index.html")));
	assert_null(map_find(&pages, STR("en/exampleton/leads/head-of-housing.html")));
	page = map_find(&pages, STR("exampleton/leads/head-of-housing.html"));
	assert_has(page, "href=\"../../exampleton/homes/actions/a.html\"");
	assert_has(page, "href=\"../../en/exampleton/parks/actions/b.html\"");
	assert_has(page, "href=\"../../cy/exampleton/leads/head-of-housing.html\"");
	page = map_find(&pages, STR("cy/exampleton/leads/head-of-housing.html"));
	assert_has(page, "href=\"../../exampleton/homes/actions/a.html\"");
	assert_has(page, "href=\"../../../exampleton/parks/actions/b.html\"");
	assert_has(page, "href=\"../../../exampleton/leads/head-of-housing.html\"");
	page = map_find(&pages, STR("en/exampleton/parks/actions/b.html"));
	assert_has(page, "href=\"../../../../exampleton/index.html\"");
	assert_has(page, "href=\"../../../../exampleton/leads/head-of-housing.html\"");
	assert_has(page, "href=\"../../../../about.html\"");
	assert_has(page, "href=\"../index.html\"");
	page = map_find(&pages, STR("exampleton/parks/actions/b.html"));
	assert_has(page, "href=\"../../../cy/exampleton/index.html\"");
	assert_has(page, "href=\"../../../cy/index.html\"");
	release(&built);
}

static void scripts_run_from_either_side(void **state)
{
	static const char *const rtl[] = { "ar", "he", "ur", "fa-IR", "az-Arab", "ku-Arab-IQ" };
	static const char *const ltr[] = { "en", "cy", "pl", "ku", "ar-Latn", "arn", "he-Latn-IL" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rtl); i++)
		assert_true(language_is_rtl(str_from(rtl[i])));
	for (size_t i = 0; i < ARRAY_LEN(ltr); i++)
		assert_false(language_is_rtl(str_from(ltr[i])));
}

/* ---------------------------------------------------------------- no English is left */

/* What a tag says to readers: names and descriptions that no element holds. */
static void add_said(struct str tag, struct buf *out)
{
	static const char *const names[] = { " aria-label=\"", " title=\"", " data-label=\"",
					     " alt=\"", " content=\"" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		size_t at = str_find(tag, str_from(names[i]), 0);

		if (at >= tag.len)
			continue;
		at += strlen(names[i]);
		buf_add_byte(out, ' ');
		buf_add(out, str_slice(tag, at, str_find_byte(tag, '"', at)));
	}
	buf_add_byte(out, ' ');
}

/* What people read and hear of pages. Data within them is for programs. */
static struct str said_of(struct arena *arena, struct str pages)
{
	struct buf out = { 0 };
	struct str said;

	for (size_t at = 0; at < pages.len;) {
		size_t open = str_find_byte(pages, '<', at);
		size_t end = str_find_byte(pages, '>', open);
		struct str tag = str_slice(pages, open, end);

		buf_add(&out, str_slice(pages, at, open));
		add_said(tag, &out);
		if (str_starts(tag, STR("<script")))
			end = str_find(pages, STR("</script"), end);
		at = end < pages.len && pages.at[end] == '>' ? end + 1 : end;
	}
	said = arena_copy(arena, buf_str(&out));
	buf_release(&out);
	return said;
}

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The next word of three letters or more, and no figures, in a text that is cut to what follows. */
static bool next_word(struct str *rest, struct str *word)
{
	for (size_t at = 0; at < rest->len;) {
		bool has_figures = false;
		size_t end = at;

		for (; end < rest->len; end++) {
			has_figures = has_figures || isdigit((unsigned char)rest->at[end]);
			if (!is_letter(rest->at[end]) && !isdigit((unsigned char)rest->at[end]) &&
			    rest->at[end] != '-')
				break;
		}
		*word = str_slice(*rest, at, end);
		at = end + 1;
		if (word->len < 3 || has_figures)
			continue;
		*rest = str_slice(*rest, end, rest->len);
		return true;
	}
	return false;
}

static void add_words(struct map *map, struct arena *arena, struct str text)
{
	struct str word;

	while (next_word(&text, &word))
		map_add(map, arena, word, map);
}

/* Words that are the same in both languages, or names. */
static void add_known(struct map *map, struct arena *arena, const struct language *language)
{
	add_words(
		map, arena,
		STR("JSON CSV Markdown HTML Atom planc Planc iCalendar English WCAG HoH width device-width "
		    "initial-scale Zza Zzb Zzc Zzd Zze zzf Zzg Zzh Zzi Zzj Zzk housing "
		    "example gov www org https amp quot yaml mailto old "
		    "Person more number zzl zzm Zzn Zzp “Zzn” “Zzp” urn uuid → --- plan "
		    "BEGIN END VCALENDAR VEVENT VERSION PRODID NAME X-WR-CALNAME UID DTSTAMP DTSTART "
		    "RRULE FREQ WEEKLY MONTHLY YEARLY INTERVAL SUMMARY DESCRIPTION CATEGORIES STATUS "
		    "CANCELLED TRANSP TRANSPARENT UNTIL VALUE DATE BYMONTHDAY"));
	for (size_t i = 0; i < language->count; i++)
		add_words(map, arena, str_from(language->fixed[i].words));
	for (size_t i = 0; i < ARRAY_LEN(language->dates.months); i++)
		add_words(map, arena, str_from(language->dates.months[i]));
}

static void no_english_is_left(void **state)
{
	struct map english = { 0 };
	struct map known = { 0 };
	size_t left = 0;
	struct past past;
	struct built *built = past_open(&past, heads[0]);
	struct str word, rest;

	(void)state;
	add_known(&known, &built->arena, language_find(STR("cy")));
	add_words(&english, &built->arena, said_of(&built->arena, render_language(built, "en")));
	rest = said_of(&built->arena, render_language(built, "cy"));
	while (next_word(&rest, &word)) {
		if (!map_find(&english, word) || map_add(&known, &built->arena, word, &known))
			continue;
		print_error("“%.*s” is left in English\n", STR_ARG(word));
		left++;
	}
	assert_int_equal(left, 0);
	past_close(&past);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_translated),
		cmocka_unit_test(history_is_translated),
		cmocka_unit_test(changes_are_told_in_each_language),
		cmocka_unit_test(languages_without_words_are_marked),
		cmocka_unit_test(settings_speak_each_language),
		cmocka_unit_test(tables_say_their_language),
		cmocka_unit_test(mixed_languages_have_one_page_each),
		cmocka_unit_test(scripts_run_from_either_side),
		cmocka_unit_test(no_english_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
