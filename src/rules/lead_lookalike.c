#include "rules/rule.h"
#include "rules/wording.h"
#include "rules/placeholder.h"
#include "rules/words.h"

#include <stdlib.h>

/* Words and bytes of a name; what is longer is no name. */
#define WORDS 16
#define NAME_BYTES 200
/* Each name is held against so many before and behind it, in the order of their words. */
#define WINDOW 100
/* A letter may be another one in words of this length on, and two may have changed places. */
#define LONG_WORD 8
#define WORD_OF_SWAP 6

/* A name in the forms in which names are compared: small letters and figures only. */
struct name {
	const struct person *person;
	struct str squeezed; /* the words run together: "linemanager" */
	struct str sorted;   /* the words by the alphabet: "line manager" */
	struct str brief;    /* of `short`, run together */
};

/* The words of a name on the way to that. */
struct phrase {
	struct arena *arena;
	const struct map *abbreviations; /* short form → struct abbreviation */
	struct str words[WORDS];
	size_t len;
	bool is_cut;
};

/* Bytes that stand between words; 0 where a letter or figure does. */
static size_t gap_size(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.at[at];
	unsigned char next = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;

	if (c < 0x80)
		return !((c | 0x20) >= 'a' && (c | 0x20) <= 'z') && !(c >= '0' && c <= '9');
	if (c == 0xE2 && next == 0x80 && at + 2 < s.len)
		return 3;
	return c == 0xC2 && next == 0xA0 ? 2 : 0;
}

/* "children's" is a word, and "childrens" the same. */
static bool is_apostrophe(struct str s, size_t at)
{
	return s.at[at] == '\'' || str_starts(str_slice(s, at, s.len), STR("’"));
}

static void add_word(struct phrase *phrase, struct str word)
{
	if (!word.len || words_are_little(word))
		return;
	if (phrase->len == WORDS)
		phrase->is_cut = true;
	else
		phrase->words[phrase->len++] = word;
}

/* Splits a text into words in small letters. */
static void add_words(struct phrase *phrase, struct str text)
{
	char *word = arena_alloc_text(phrase->arena, text.len);
	size_t len = 0;

	for (size_t at = 0, size; at < text.len; at += size ? size : 1) {
		size = gap_size(text, at);
		if (!size) {
			char c = text.at[at];

			word[len++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
		} else if (!is_apostrophe(text, at)) {
			add_word(phrase, (struct str){ word, len });
			word += len;
			len = 0;
		}
	}
	add_word(phrase, (struct str){ word, len });
}

static bool is_edge(char c)
{
	return c == '(' || c == ')' || c == ',' || c == ';' || c == ':' || c == '.';
}

/* What stands between two spaces: a short form in its words, by council.yaml or the common ones. */
static void add_chunk(struct phrase *phrase, struct str chunk)
{
	const struct abbreviation *abbreviation;

	while (chunk.len && is_edge(chunk.at[0]))
		chunk = str_slice(chunk, 1, chunk.len);
	while (chunk.len && is_edge(chunk.at[chunk.len - 1]))
		chunk.len--;
	abbreviation = map_find(phrase->abbreviations, chunk);
	if (abbreviation && abbreviation->words.words.len)
		add_words(phrase, abbreviation->words.words);
	else
		add_words(phrase, words_spell_out(chunk));
}

static void split(struct phrase *phrase, struct str text)
{
	phrase->len = 0;
	phrase->is_cut = text.len > NAME_BYTES;
	for (size_t at = 0, end; at < text.len && !phrase->is_cut; at = end + 1) {
		end = str_find_byte(text, ' ', at);
		add_chunk(phrase, str_slice(text, at, end));
	}
}

static struct str join(const struct phrase *phrase, const char *between)
{
	struct str joined = { 0 };

	for (size_t i = 0; i < phrase->len; i++)
		joined = arena_printf(phrase->arena, "%.*s%s%.*s", STR_ARG(joined),
				      i ? between : "", STR_ARG(phrase->words[i]));
	return joined;
}

static int compare_words(const void *left, const void *right)
{
	const struct str *a = left;
	const struct str *b = right;

	return str_compare(*a, *b);
}

/* False of a name that is at fault, or names nobody. */
static bool prepare(struct name *name, const struct person *person, struct phrase *phrase)
{
	if (person->thing.node->bad || placeholder_is_nobody(person->name.words))
		return false;
	name->person = person;
	split(phrase, person->short_name.words);
	name->brief = join(phrase, "");
	split(phrase, person->name.words);
	name->squeezed = join(phrase, "");
	qsort(phrase->words, phrase->len, sizeof(phrase->words[0]), compare_words);
	name->sorted = join(phrase, " ");
	return phrase->len && !phrase->is_cut;
}

/* The word of `s` around a place. */
static struct str word_at(struct str s, size_t at)
{
	size_t begin = at;

	while (begin && s.at[begin - 1] != ' ')
		begin--;
	return str_slice(s, begin, str_find_byte(s, ' ', at));
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Whether the bytes begin to end of a text are letters inside a long word: not its first, nor its last. */
static bool are_inside(struct str s, size_t begin, size_t end, size_t least)
{
	struct str word = word_at(s, begin);
	size_t first = (size_t)(word.at - s.at);

	for (size_t i = begin; i < end; i++) {
		if (!is_letter(s.at[i]))
			return false;
	}
	return word.len >= least && begin > first && end < first + word.len;
}

/*
 * Whether one letter inside a long word is another, is missing, or has changed
 * places with the next. First and last letters are left alone, for they tell
 * managers from a manager, and an employer from an employee. `a` is not longer.
 */
static bool is_slip(struct str a, struct str b)
{
	size_t at = 0;
	size_t least = LONG_WORD;
	size_t in_a, in_b;

	if (b.len - a.len > 1)
		return false;
	while (at < a.len && a.at[at] == b.at[at])
		at++;
	in_a = at + (a.len == b.len);
	in_b = at + 1;
	if (a.len == b.len && in_b < b.len && a.at[at] == b.at[in_b] && a.at[in_b] == b.at[at]) {
		least = WORD_OF_SWAP;
		in_a = ++in_b;
	}
	return at < a.len && str_equal(str_slice(a, in_a, a.len), str_slice(b, in_b, b.len)) &&
	       are_inside(a, at, in_a, least) && are_inside(b, at, in_b, least);
}

/* The order of a person's names tells people apart, unless a comma says that it was turned. */
static bool has_order(const struct person *person)
{
	struct str name = person->name.words;

	return person->kind.index == PERSON_PERSON && str_find_byte(name, ',', 0) == name.len;
}

static bool are_alike(const struct name *a, const struct name *b)
{
	if (str_equal(a->squeezed, b->squeezed) || str_equal(a->brief, b->squeezed) ||
	    str_equal(a->squeezed, b->brief))
		return true;
	if (str_equal(a->sorted, b->sorted))
		return !has_order(a->person) || !has_order(b->person);
	return a->sorted.len <= b->sorted.len ? is_slip(a->sorted, b->sorted)
					      : is_slip(b->sorted, a->sorted);
}

static void add(struct rule_run *run, const struct person *second, const struct person *first)
{
	struct span span = node_span(second->name.node);
	struct str name = wording_quote(run, second->name.words);
	struct str other = wording_quote(run, first->name.words);
	struct str id = wording_quote(run, first->thing.id);
	struct finding *finding;

	if (str_equal(name, other))
		finding = report_add(run->report, &rule_lead_lookalike.kind, span,
				     "two entries are called “%.*s”", STR_ARG(name));
	else
		finding = report_add(run->report, &rule_lead_lookalike.kind, span,
				     "“%.*s” and “%.*s” look like one, spelt two ways",
				     STR_ARG(name), STR_ARG(other));
	finding_hint(
		run->report, finding,
		"if they are one, use `%.*s` in all plans and take this entry out; if they are "
		"two, let their names say how they differ",
		STR_ARG(id));
	finding_relate(run->report, finding, node_span(first->name.node), "the other one");
}

static int compare_names(const void *left, const void *right)
{
	const struct name *a = left;
	const struct name *b = right;
	int order = str_compare(a->sorted, b->sorted);

	return order ? order : (a->person > b->person) - (a->person < b->person);
}

/* The first of the file that a name looks like, if it stands before it. */
static const struct person *find_like(const struct name *names, size_t len, size_t i)
{
	size_t end = i + WINDOW < len ? i + WINDOW : len;
	const struct person *first = NULL;

	for (size_t j = i > WINDOW ? i - WINDOW : 0; j < end; j++) {
		const struct person *person = names[j].person;

		if (person < names[i].person && (!first || person < first) &&
		    are_alike(&names[i], &names[j]))
			first = person;
	}
	return first;
}

/* In memory of its own, for that of the council lasts as long as the run. */
static void check(struct rule_run *run, const struct council *council, struct arena *arena)
{
	const struct person *people = council->people.at;
	struct abbreviation *abbreviations = council->abbreviations.at;
	struct map by_form = { 0 };
	struct phrase phrase = { .arena = arena, .abbreviations = &by_form };
	struct name *names = arena_new_array(arena, struct name, council->people.len);
	size_t len = 0;

	for (size_t i = 0; i < council->abbreviations.len; i++)
		map_add(&by_form, arena, abbreviations[i].thing.id, &abbreviations[i]);
	for (size_t i = 0; i < council->people.len; i++)
		len += prepare(&names[len], &people[i], &phrase);
	qsort(names, len, sizeof(*names), compare_names);
	for (size_t i = 0; i < len; i++) {
		const struct person *first = find_like(names, len, i);

		if (first)
			add(run, names[i].person, first);
	}
}

static void on_council(struct rule_run *run, const struct council *council)
{
	struct arena arena;

	if (council->people.len < 2)
		return;
	arena_init(&arena);
	check(run, council, &arena);
	arena_release(&arena);
}

const struct rule rule_lead_lookalike = {
	.kind = {
		.name = "lead-lookalike",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "Two entries of council.yaml are one person or post spelt two ways.",
		.advice =
			"Where one post has two entries, half of its actions stand under each, "
			"and nobody sees all that it leads. Names are held against each other "
			"without capitals, marks and little words, in any order of their words, "
			"with short forms (Dir., and those under `abbreviations:`) written out; "
			"one letter may differ inside a long word. Keep one entry, and use its id "
			"in all plans. Two people who share a name need more words to tell them "
			"apart.",
		.bad =
			"name: Anytown Council\n"
			"people:\n"
			"  director-of-place: {name: Director of Place, kind: role}\n"
			"  place-director: {name: Dir. of Place, kind: role}\n",
		.good =
			"name: Anytown Council\n"
			"people:\n"
			"  director-of-place: {name: Director of Place, kind: role}\n"
			"  head-of-place: {name: Head of Place, kind: role}\n",
	},
	.on_council = on_council,
};
