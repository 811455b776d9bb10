#include "rules/nearest.h"
#include "tree/scalar.h"

/* Names compared in one plan: bounds what a plan full of unknown names costs. */
#define GUESSES 50000

/* Letters of a word in which another letter is a slip, not another word. */
#define SLIP_WORD 4

static bool is_word_byte(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '#' ||
	       c >= 0x80;
}

size_t nearest_slug(struct str words, char slug[NEAREST_BYTES])
{
	bool gap = false;
	size_t len = 0;

	for (size_t i = 0; i < words.len; i++) {
		unsigned char c = (unsigned char)words.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c | 0x20);
		if (c == '\'')
			continue;
		if (!is_word_byte(c)) {
			gap = len > 0;
			continue;
		}
		if (len + 2 > NEAREST_BYTES)
			return 0;
		if (gap)
			slug[len++] = '-';
		gap = false;
		slug[len++] = (char)c;
	}
	return len;
}

/* One slip in a short name, up to three in a long one. */
static unsigned limit_for(size_t len)
{
	return len < 5 ? 1 : len < 9 ? 2 : 3;
}

void nearest_init(struct nearest *nearest, struct rule_run *run, struct str written)
{
	*nearest = (struct nearest){ .run = run, .written = str_trim(written) };
	nearest->slug_len = nearest_slug(nearest->written, nearest->slug);
	nearest->distance = limit_for(nearest->slug_len) + 1;
}

/* Of the word that holds the byte at `at`, or ends there: its length. Words are joined by hyphens. */
static size_t word_len(struct str text, size_t at)
{
	size_t begin = at;
	size_t end = at;

	while (begin > 0 && text.at[begin - 1] != '-')
		begin--;
	while (end < text.len && text.at[end] != '-')
		end++;
	return end - begin;
}

static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] >= '0' && text.at[i] <= '9')
			return true;
	}
	return false;
}

/*
 * Whether what was written is the other but for one slip inside a word of four
 * letters or more. `team-a` is no slip of `team-b`, nor `phase-2` of `phase-3`.
 */
static bool is_slip(struct str written, struct str meant)
{
	size_t least = written.len < meant.len ? written.len : meant.len;
	size_t first = 0;
	size_t last = 0;

	while (first < least && written.at[first] == meant.at[first])
		first++;
	while (last < least - first &&
	       written.at[written.len - last - 1] == meant.at[meant.len - last - 1])
		last++;
	return word_len(written, first) >= SLIP_WORD && word_len(meant, first) >= SLIP_WORD &&
	       !has_digit(str_slice(written, first, written.len - last)) &&
	       !has_digit(str_slice(meant, first, meant.len - last));
}

static void take(struct nearest *nearest, struct str id, unsigned distance, struct str words)
{
	struct str slug = { nearest->slug, nearest->slug_len };

	if (distance < nearest->distance) {
		nearest->distance = distance;
		nearest->best = id;
		nearest->is_sure = !distance || (distance == 1 && is_slip(slug, words));
	} else if (distance == nearest->distance && !str_equal(id, nearest->best)) {
		nearest->is_sure = false;
	}
}

static void compare(struct nearest *nearest, struct str id, struct str words)
{
	struct str slug = { nearest->slug, nearest->slug_len };
	unsigned distance;
	/* As far off as the best one matters too: then nobody knows which is meant. */
	unsigned limit = nearest->distance - !nearest->best.len;

	if (!id.len || words.len > slug.len + limit || slug.len > words.len + limit)
		return;
	distance = str_distance(slug, words, limit);
	if (distance <= limit)
		take(nearest, id, distance, words);
}

bool nearest_offer(struct nearest *nearest, struct str id, struct str name)
{
	char slug[NEAREST_BYTES];

	if (!nearest->slug_len || !nearest->distance || nearest->run->guesses >= GUESSES)
		return false;
	nearest->run->guesses++;
	compare(nearest, id, id);
	if (nearest->distance && name.len)
		compare(nearest, id, (struct str){ slug, nearest_slug(name, slug) });
	return nearest->distance > 0;
}

bool nearest_hint(const struct nearest *nearest, const struct node *scalar, struct finding *finding)
{
	if (!nearest->best.len)
		return false;
	if (nearest->is_sure && str_equal(str_trim(scalar->text), nearest->written))
		scalar_mend(nearest->run->report, finding, scalar, nearest->best);
	else if (nearest->is_sure)
		scalar_mend_part(nearest->run->report, finding, scalar, nearest->written,
				 nearest->best);
	if (nearest->distance)
		finding_hint(nearest->run->report, finding, "did you mean `%.*s`?",
			     STR_ARG(nearest->best));
	else
		finding_hint(nearest->run->report, finding, "write the id: `%.*s`",
			     STR_ARG(nearest->best));
	return true;
}
