#include "diff/likeness.h"

#include <stdlib.h>
#include <string.h>

/* Up to so many pairs are all looked at. */
#define MOST_PAIRS 40000
/* Beyond, an item is compared with a few that have words in common which few others have. */
#define MOST_WITH_WORD 16
#define MOST_COMPARED 8
/* Of a long text, its first words stand for it. */
#define MOST_WORDS 400

/* The words of an item by their hashes, in rising order. */
struct bag {
	uint64_t *words;
	size_t len;
};

struct bags {
	struct bag title;
	struct bag all;
};

static bool is_small_word(struct str word)
{
	static const struct str small[] = {
		STR_INIT("a"),    STR_INIT("an"), STR_INIT("the"),  STR_INIT("and"),
		STR_INIT("or"),   STR_INIT("of"), STR_INIT("to"),   STR_INIT("in"),
		STR_INIT("on"),   STR_INIT("by"), STR_INIT("at"),   STR_INIT("for"),
		STR_INIT("with"), STR_INIT("as"), STR_INIT("from"), STR_INIT("our"),
		STR_INIT("we"),   STR_INIT("is"), STR_INIT("be"),   STR_INIT("will"),
	};

	for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++) {
		if (str_equal(word, small[i]))
			return true;
	}
	return false;
}

static int compare_words(const void *a, const void *b)
{
	const uint64_t *x = a;
	const uint64_t *y = b;

	return (*x > *y) - (*x < *y);
}

static void fill(struct bag *bag, struct str folded, bool with_small, struct arena *arena)
{
	size_t count = 1;

	for (size_t i = 0; i < folded.len && count < MOST_WORDS; i++)
		count += folded.at[i] == ' ';
	bag->words = arena_new_array(arena, uint64_t, count);
	for (size_t at = 0; at < folded.len && bag->len < count;) {
		size_t end = str_find_byte(folded, ' ', at);
		struct str word = str_slice(folded, at, end);

		if (word.len && (with_small || !is_small_word(word)))
			bag->words[bag->len++] = str_hash(word);
		at = end + 1;
	}
	if (bag->len)
		qsort(bag->words, bag->len, sizeof(*bag->words), compare_words);
}

static struct bag bag_of(struct str folded, struct arena *arena)
{
	struct bag bag = { 0 };

	fill(&bag, folded, false, arena);
	if (!bag.len && folded.len)
		fill(&bag, folded, true, arena);
	return bag;
}

static struct bags *bags_of(const struct item *items, const size_t *left, size_t count,
			    struct arena *arena)
{
	struct bags *bags = arena_new_array(arena, struct bags, count);

	for (size_t i = 0; i < count; i++) {
		const struct item *item = &items[left[i]];

		bags[i].title = bag_of(item->title, arena);
		bags[i].all = item->words.at == item->title.at ? bags[i].title
							       : bag_of(item->words, arena);
	}
	return bags;
}

/* Twice the words in common of all words, in thousandths (Dice, 1945). */
static unsigned dice(const struct bag *a, const struct bag *b)
{
	size_t i = 0;
	size_t j = 0;
	size_t common = 0;

	if (!a->len || !b->len)
		return 0;
	while (i < a->len && j < b->len) {
		if (a->words[i] == b->words[j]) {
			common++;
			i++;
			j++;
		} else if (a->words[i] < b->words[j]) {
			i++;
		} else {
			j++;
		}
	}
	return (unsigned)(2000 * common / (a->len + b->len));
}

/* 0: not alike. The titles count most; where they differ much, all the rest must agree. */
static unsigned score(const struct bags *a, const struct bags *b, unsigned alike)
{
	unsigned title = dice(&a->title, &b->title);
	unsigned all = dice(&a->all, &b->all);
	bool has_titles = a->title.len && b->title.len;

	if (title >= alike || (all >= alike + 150 && (title >= alike / 2 || !has_titles)) ||
	    (!has_titles && all >= alike))
		return 1 + 2 * title + all;
	return 0;
}

static void compare_pair(struct likeness *likeness, const struct bags *before,
			 const struct bags *after, size_t i, size_t j)
{
	/* The order of the lists settles what is alike. */
	struct alike_pair pair = { likeness->before_left[i], likeness->after_left[j],
				   score(&before[i], &after[j], likeness->alike) };

	if (pair.score)
		likeness->pairs.at[likeness->pairs.len++] = pair;
}

struct posting {
	uint64_t word;
	size_t index;
};

static int compare_postings(const void *a, const void *b)
{
	const struct posting *x = a;
	const struct posting *y = b;

	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

struct index {
	struct posting *postings;
	size_t len;
	uint32_t *hits; /* of each item: how many words it has in common with the one at hand */
	size_t *hit;    /* the items with a hit */
	size_t hit_len;
};

static void index_init(struct index *index, const struct bags *bags, size_t count,
		       struct arena *arena)
{
	size_t total = 0;

	for (size_t i = 0; i < count; i++)
		total += bags[i].all.len;
	*index = (struct index){
		.postings = arena_new_array(arena, struct posting, total),
		.hits = arena_new_array(arena, uint32_t, count),
		.hit = arena_new_array(arena, size_t, count),
	};
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < bags[i].all.len; j++) {
			if (!j || bags[i].all.words[j] != bags[i].all.words[j - 1])
				index->postings[index->len++] = (struct posting){
					bags[i].all.words[j], i
				};
		}
	}
	if (index->len)
		qsort(index->postings, index->len, sizeof(*index->postings), compare_postings);
}

static size_t first_posting(const struct index *index, uint64_t word)
{
	size_t low = 0;
	size_t high = index->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (index->postings[middle].word < word)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void count_hits(struct index *index, const struct bag *bag)
{
	index->hit_len = 0;
	for (size_t i = 0; i < bag->len; i++) {
		size_t begin = first_posting(index, bag->words[i]);
		size_t end = begin;

		while (end < index->len && end - begin <= MOST_WITH_WORD &&
		       index->postings[end].word == bag->words[i])
			end++;
		for (size_t j = begin; j < end && end - begin <= MOST_WITH_WORD; j++) {
			size_t item = index->postings[j].index;

			if (!index->hits[item]++)
				index->hit[index->hit_len++] = item;
		}
	}
}

/* Compares one item of before with those that have most words in common with it. */
static void compare_likely(struct likeness *likeness, const struct bags *before,
			   const struct bags *after, struct index *index, size_t i)
{
	count_hits(index, &before[i].all);
	for (size_t n = 0; n < MOST_COMPARED; n++) {
		size_t best = 0;

		for (size_t j = 1; j < index->hit_len; j++) {
			if (index->hits[index->hit[j]] > index->hits[index->hit[best]])
				best = j;
		}
		if (!index->hit_len || !index->hits[index->hit[best]])
			break;
		compare_pair(likeness, before, after, i, index->hit[best]);
		index->hits[index->hit[best]] = 0;
	}
	for (size_t j = 0; j < index->hit_len; j++)
		index->hits[index->hit[j]] = 0;
}

static int compare_pairs(const void *a, const void *b)
{
	const struct alike_pair *x = a;
	const struct alike_pair *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	/* Of those equally alike, the first; the same whichever side is called before. */
	if (x->before + x->after != y->before + y->after)
		return x->before + x->after < y->before + y->after ? -1 : 1;
	return (x->before > y->before) - (x->before < y->before);
}

void likeness_find(struct likeness *likeness, struct arena *arena)
{
	struct bags *before = bags_of(likeness->before, likeness->before_left,
				      likeness->before_count, arena);
	struct bags *after = bags_of(likeness->after, likeness->after_left, likeness->after_count,
				     arena);
	bool is_few = likeness->before_count <= MOST_PAIRS / likeness->after_count;
	size_t each = is_few ? likeness->after_count : MOST_COMPARED;
	struct index index = { 0 };

	likeness->pairs.at = arena_new_array(arena, struct alike_pair,
					     likeness->before_count * each);
	if (!is_few)
		index_init(&index, after, likeness->after_count, arena);
	for (size_t i = 0; i < likeness->before_count; i++) {
		for (size_t j = 0; is_few && j < likeness->after_count; j++)
			compare_pair(likeness, before, after, i, j);
		if (!is_few)
			compare_likely(likeness, before, after, &index, i);
	}
	if (likeness->pairs.len)
		qsort(likeness->pairs.at, likeness->pairs.len, sizeof(*likeness->pairs.at),
		      compare_pairs);
}
