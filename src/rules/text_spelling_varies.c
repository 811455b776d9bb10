#include "base/ascii.h"
#include "base/map.h"
#include "rules/address.h"
#include "rules/prose.h"
#include "rules/spelling.h"
#include "rules/wording.h"

#include <string.h>

/* Words told of in one plan, and its languages that are looked at. */
#define WORDS 50
#define LANGUAGES 8

/* One of the ways in which a plan spells a word. */
struct way {
	size_t count;
	struct str word; /* as it stands first */
	struct span place;
};

/* A word that has a hyphen, or a z, somewhere in the plan. */
struct varied {
	bool varies;        /* and somewhere none */
	bool is_verb;       /* it is about the z */
	size_t first;       /* the way that stands first in the plan */
	struct way ways[2]; /* without, with */
};

struct search {
	struct rule_run *run;
	struct str language; /* as a reading has it */
	struct map by_key;
	struct sieve sieve;
	VEC(struct varied *) words;
};

/* The two keys of a word; none, or one, or both. */
struct keys {
	struct key at[2]; /* of the hyphen, of the verb */
};

static void get_keys(struct str word, struct keys *keys)
{
	spelling_hyphen_key(word, &keys->at[0]);
	spelling_verb_key(word, &keys->at[1]);
}

static struct str key_str(const struct key *key)
{
	return (struct str){ key->text, key->len };
}

/* First the words with a hyphen or a z: there are few. */
static void gather(struct search *search, struct str text)
{
	struct arena *arena = search->run->arena;
	size_t from = 0;
	struct str word;
	struct keys keys;

	while (spelling_next_marked(text, &from, &word)) {
		get_keys(word, &keys);
		for (size_t i = 0; i < 2; i++) {
			const struct key *key = &keys.at[i];
			struct varied *varied;

			if (!key->len || !key->is_marked || map_find(&search->by_key, key_str(key)))
				continue;
			varied = arena_new(arena, struct varied);
			varied->is_verb = i == 1;
			map_add(&search->by_key, arena, arena_copy(arena, key_str(key)), varied);
			vec_add(arena, &search->words, varied);
			sieve_add(&search->sieve, key);
		}
	}
}

/* Then those of them that stand without it in some text. */
static void compare(struct search *search, struct str text)
{
	size_t from = 0;
	struct str word;
	struct keys keys;

	while (sieve_next_word(&search->sieve, text, &from, &word)) {
		get_keys(word, &keys);
		for (size_t i = 0; i < 2; i++) {
			struct varied *varied = NULL;

			if (keys.at[i].len && !keys.at[i].is_marked)
				varied = map_find(&search->by_key, key_str(&keys.at[i]));
			if (varied)
				varied->varies = true;
		}
	}
}

/* A capital beside another word with a capital: a name or a heading, spelt as it is. */
static bool is_name(struct str text, struct str word)
{
	size_t begin = (size_t)(word.at - text.at);
	size_t end = begin + word.len;
	size_t before = begin ? begin - 1 : 0;

	if (!ascii_is_capital(word.at[0]))
		return false;
	if (end + 1 < text.len && text.at[end] == ' ' && ascii_is_capital(text.at[end + 1]))
		return true;
	if (!begin || text.at[before] != ' ')
		return false;
	while (before && begin - before < SPELLING_BYTES && text.at[before - 1] != ' ')
		before--;
	return ascii_is_capital(text.at[before]);
}

static void count_word(struct reading *reading, const struct run *run, struct str word)
{
	struct search *search = reading->context;
	size_t begin = (size_t)(word.at - run->text.at);
	struct keys keys;

	get_keys(word, &keys);
	for (size_t i = 0; i < 2; i++) {
		const struct key *key = &keys.at[i];
		struct varied *varied = key->len ? map_find(&search->by_key, key_str(key)) : NULL;
		struct way *way;

		if (!varied || !varied->varies || is_name(run->text, word) ||
		    address_is_around(run->text, begin))
			continue;
		way = &varied->ways[key->is_marked];
		if (!way->count++) {
			if (!varied->ways[!key->is_marked].count)
				varied->first = key->is_marked;
			way->word = arena_copy(search->run->arena, word);
			way->place = reading_span(reading, run, begin, begin + word.len);
		}
	}
}

static bool has_suspects(const struct search *search, struct str text)
{
	size_t from = 0;
	struct str word;

	return sieve_next_word(&search->sieve, text, &from, &word);
}

/* At last all of their places, in the words as readers see them. */
static void count(struct reading *reading)
{
	const struct search *search = reading->context;
	struct runs runs;

	if (!str_equal(reading->language, search->language) ||
	    (!(reading->passage.look & (LOOK_HYPHEN | LOOK_Z)) &&
	     !has_suspects(search, reading->node->text)))
		return;
	runs = reading_runs(reading);
	for (size_t i = 0; i < runs.len; i++) {
		size_t from = 0;
		struct str word;

		while (spelling_next_word(runs.at[i].text, &from, &word))
			count_word(reading, &runs.at[i], word);
	}
}

static void add_varied(struct report *report, const struct varied *varied)
{
	const struct way *ways = varied->ways;
	size_t rare = ways[1].count < ways[0].count;
	struct finding *finding;

	if (ways[0].count == ways[1].count)
		rare = !varied->first;
	finding = report_add(report, &rule_text_spelling_varies.kind, ways[rare].place,
			     "“%.*s” here, but “%.*s” elsewhere in this plan",
			     STR_ARG(ways[rare].word), STR_ARG(ways[!rare].word));
	finding_hint(report, finding,
		     "spell it one way throughout (now %zu with%s %s, %zu without)", ways[1].count,
		     varied->is_verb ? "" : " a", varied->is_verb ? "z" : "hyphen", ways[0].count);
	finding_relate(report, finding, ways[!rare].place, "“%.*s” stands here",
		       STR_ARG(ways[!rare].word));
}

static void gather_reading(struct reading *reading)
{
	struct search *search = reading->context;

	if (str_equal(reading->language, search->language))
		gather(search, reading->node->text);
}

static void compare_reading(struct reading *reading)
{
	struct search *search = reading->context;

	if (str_equal(reading->language, search->language))
		compare(search, reading->node->text);
}

/* Of most plans, which are in one language, no text is fetched for this. */
static void search_language(struct search *search)
{
	const struct prose *prose = search->run->prose;
	bool is_plain = search->run->plan->languages.len < 2;

	for (size_t i = 0; i < prose->passages.len; i++) {
		const struct passage *passage = &prose->passages.at[i];

		if (!(passage->look & (LOOK_HYPHEN | LOOK_Z)))
			continue;
		if (is_plain)
			gather(search, passage->text->words);
		else
			prose_read(search->run, passage, gather_reading, search);
	}
	for (size_t i = 0; search->words.len && i < prose->passages.len; i++) {
		if (is_plain)
			compare(search, prose->passages.at[i].text->words);
		else
			prose_read(search->run, &prose->passages.at[i], compare_reading, search);
	}
}

static void tell(struct search *search)
{
	const struct prose *prose = search->run->prose;
	size_t told = 0;
	bool varies = false;

	for (size_t i = 0; i < search->words.len; i++)
		varies |= search->words.at[i]->varies;
	for (size_t i = 0; varies && i < prose->passages.len; i++)
		prose_read(search->run, &prose->passages.at[i], count, search);
	for (size_t i = 0; varies && i < search->words.len && told < WORDS; i++) {
		const struct varied *varied = search->words.at[i];

		if (!varied->ways[0].count || !varied->ways[1].count)
			continue;
		add_varied(search->run->report, varied);
		told++;
	}
}

/* What is spelt two ways in two languages is nothing. */
static void on_plan(struct rule_run *run, const struct plan *plan)
{
	const struct value *languages = plan->languages.at;
	size_t len = plan->languages.len;

	if (!run->prose || !(run->prose->look & (LOOK_HYPHEN | LOOK_Z)))
		return;
	for (size_t i = 0; i < LANGUAGES && (i < len || !i); i++) {
		struct search search = { .run = run };

		if (len)
			search.language = languages[i].text;
		search_language(&search);
		tell(&search);
	}
}

const struct rule rule_text_spelling_varies = {
	.kind = {
		.name = "text-spelling-varies",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "A word is spelt in two ways: organisation and organization, on-going and ongoing.",
		.advice =
			"A plan reads as if nobody had read it through, and a search finds only half of "
			"what is there. Told of once a word, where the rarer way stands first; names "
			"(two words or more with capitals), addresses and code are left alone. Spell it "
			"one way throughout.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: >-\n"
			"  Repairs are an ongoing duty. The organisation knows that on-going repairs\n"
			"  cost more, and so does every ongoing survey.\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: >-\n"
			"  Repairs are an ongoing duty. The organisation knows that ongoing repairs\n"
			"  cost more, and so does every ongoing survey.\n",
	},
	.visits = PROSE_FIELDS,
	.on_value = prose_keep,
	.on_plan = on_plan,
};
