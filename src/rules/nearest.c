#include "rules/nearest.h"
#include "tree/scalar.h"

/* Names compared in one plan: bounds what a plan full of unknown names costs. */
#define GUESSES 50000

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

static void take(struct nearest *nearest, struct str id, unsigned distance)
{
	if (distance < nearest->distance) {
		nearest->distance = distance;
		nearest->best = id;
	}
}

static void compare(struct nearest *nearest, struct str id, struct str words)
{
	struct str slug = { nearest->slug, nearest->slug_len };
	unsigned limit = nearest->distance - 1;

	if (!id.len || words.len > slug.len + limit || slug.len > words.len + limit)
		return;
	take(nearest, id, str_distance(slug, words, limit));
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
	scalar_mend_part(nearest->run->report, finding, scalar, nearest->written, nearest->best);
	if (nearest->distance)
		finding_hint(nearest->run->report, finding, "did you mean `%.*s`?",
			     STR_ARG(nearest->best));
	else
		finding_hint(nearest->run->report, finding, "write the id: `%.*s`",
			     STR_ARG(nearest->best));
	return true;
}
