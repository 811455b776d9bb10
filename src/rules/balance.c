#include "rules/balance.h"
#include "base/ascii.h"

#include <string.h>

/* Pairs that are open at once; nobody writes more. */
#define DEPTH 32

/* A text on its way through. */
struct state {
	struct str text; /* of the run */
	struct half open[DEPTH];
	size_t depth;
	struct half closers[BALANCE_HALVES]; /* that close nothing */
	size_t closers_len;
	bool is_deep;
	bool has_label;  /* within brackets: which ) is whose is not certain */
	bool has_inches; /* the same of " */
};

static bool is_gap(struct str s, size_t at)
{
	return at >= s.len || (unsigned char)s.at[at] <= ' ';
}

static bool is_alnum(char c)
{
	return ascii_is_digit(c) || (unsigned char)((c | 0x20) - 'a') < 26;
}

static bool has_at(struct str s, size_t at, struct str part)
{
	return str_starts(str_slice(s, at, s.len), part);
}

/* The pair that the character at `at` belongs to, and its bytes; PAIRS: none. */
static enum pairing pair_at(struct str s, size_t at, size_t *size)
{
	*size = 1;
	switch (s.at[at]) {
	case '(':
	case ')': return PAIR_ROUND;
	case '[':
	case ']': return PAIR_SQUARE;
	case '"': return PAIR_QUOTE;
	case '\xE2':
		if (!has_at(s, at, STR("“")) && !has_at(s, at, STR("”")))
			return PAIRS;
		*size = 3;
		return PAIR_QUOTE;
	default: return PAIRS;
	}
}

bool balance_is_suspected(struct str text)
{
	size_t open[PAIRS] = { 0 };
	size_t straight = 0;
	size_t size;

	for (size_t at = 0; at < text.len; at += size) {
		enum pairing pair = pair_at(text, at, &size);
		char last = text.at[at + size - 1];

		if (pair == PAIRS)
			continue;
		if (last == '"')
			straight++;
		else if (last == '(' || last == '[' || last == '\x9C')
			open[pair]++;
		else if (!open[pair]--)
			return true;
	}
	return open[PAIR_ROUND] || open[PAIR_SQUARE] || open[PAIR_QUOTE] || straight % 2;
}

static bool is_open(const struct state *state, enum pairing pair)
{
	for (size_t i = 0; i < state->depth; i++) {
		if (state->open[i].pair == pair)
			return true;
	}
	return false;
}

static void open_half(struct state *state, struct half half)
{
	half.opens = true;
	if (state->depth == DEPTH)
		state->is_deep = true;
	else
		state->open[state->depth++] = half;
}

/* Closes the last one of its pair that is open; those within it stay open. */
static void close_half(struct state *state, struct half half)
{
	for (size_t i = state->depth; i > 0; i--) {
		if (state->open[i - 1].pair != half.pair)
			continue;
		memmove(&state->open[i - 1], &state->open[i],
			(state->depth - i) * sizeof(state->open[0]));
		state->depth--;
		return;
	}
	if (state->closers_len < BALANCE_HALVES)
		state->closers[state->closers_len++] = half;
}

/* "a)", "12)", "iv)": what stands before a bracket, from a gap on, is a label. */
static bool is_label(struct str s, size_t at)
{
	size_t begin = at;
	size_t letters = 0;
	size_t numerals = 0;

	for (; begin && at - begin < 5 && is_alnum(s.at[begin - 1]); begin--) {
		letters += !ascii_is_digit(s.at[begin - 1]);
		numerals += strchr("ivxIVX", s.at[begin - 1]) != NULL;
	}
	if (begin == at || at - begin > 4 || (begin && s.at[begin - 1] == '('))
		return false;
	if (begin && (is_alnum(s.at[begin - 1]) || (s.at[begin - 1] & 0x80)))
		return false;
	return letters == numerals || letters == 1;
}

/* ":)", ";-(" with no word behind it. */
static bool is_smile(struct str s, size_t at)
{
	size_t eyes = at;

	if (eyes && s.at[eyes - 1] == '-')
		eyes--;
	return eyes && (s.at[eyes - 1] == ':' || s.at[eyes - 1] == ';') &&
	       (at + 1 >= s.len || !is_alnum(s.at[at + 1]));
}

/* [0, 1) and (0, 1] are what mathematicians write; something is open. */
static bool is_interval(const struct state *state, struct half half)
{
	const struct half *last = &state->open[state->depth - 1];

	if (last->run != half.run || last->pair == half.pair || last->pair == PAIR_QUOTE)
		return false;
	for (size_t i = last->end; i < half.begin; i++) {
		if (!ascii_is_digit(state->text.at[i]) && !strchr(" ,.;-%", state->text.at[i]))
			return false;
	}
	return true;
}

static void take_bracket(struct state *state, struct half half)
{
	char c = state->text.at[half.begin];
	bool is_within = is_open(state, half.pair);

	if (c == '(' || c == '[') {
		if (!is_smile(state->text, half.begin))
			open_half(state, half);
		return;
	}
	if (state->depth && is_interval(state, half)) {
		state->depth--;
		return;
	}
	if (half.pair == PAIR_ROUND &&
	    (is_label(state->text, half.begin) || is_smile(state->text, half.begin))) {
		if (!is_within)
			return;
		state->has_label = true;
	}
	close_half(state, half);
}

/* A quotation that goes on in the next paragraph opens again there, and closes once. */
static bool opens_again(struct state *state, struct half half)
{
	for (size_t i = state->depth; !half.begin && i > 0; i--) {
		struct half *open = &state->open[i - 1];

		if (open->pair == PAIR_QUOTE && open->run + 1 == half.run) {
			open->run = half.run;
			return true;
		}
	}
	return false;
}

/* Where its form does not say whether it opens, what stands around it does. */
static bool opens(const struct state *state, struct half half)
{
	struct str s = state->text;

	if (has_at(s, half.begin, STR("“")))
		return true;
	if (is_open(state, PAIR_QUOTE))
		return false;
	return s.at[half.begin] == '"' ||
	       ((!half.begin || is_gap(s, half.begin - 1) || s.at[half.begin - 1] == '(') &&
		!is_gap(s, half.end));
}

static void take_quote(struct state *state, struct half half)
{
	bool is_opening = opens(state, half);

	if (half.begin && ascii_is_digit(state->text.at[half.begin - 1]) &&
	    !has_at(state->text, half.begin, STR("“"))) {
		state->has_inches = true;
		if (!is_open(state, PAIR_QUOTE))
			return;
	}
	if (is_opening && has_at(state->text, half.begin, STR("“")) && opens_again(state, half))
		return;
	if (!is_opening && !half.begin && state->text.at[0] == '"' && opens_again(state, half))
		return;
	if (is_opening)
		open_half(state, half);
	else
		close_half(state, half);
}

/* Where the web address that begins at `at` ends, or `at`. A bracket around it is none of its own. */
static size_t skip_address(struct str s, size_t at)
{
	size_t end = at;
	size_t open = 0;
	struct str scheme = str_slice(s, at, at + 10 < s.len ? at + 10 : s.len);

	if (at && is_alnum(s.at[at - 1]))
		return at;
	if (!str_starts(scheme, STR("www.")) && str_find(scheme, STR("://"), 0) == scheme.len)
		return at;
	if (!is_alnum(s.at[at]))
		return at;
	for (; !is_gap(s, end) && s.at[end] != '"' && s.at[end] != '<'; end++) {
		open += s.at[end] == '(';
		if (s.at[end] == ')' && !open--)
			break;
	}
	return end;
}

static void take_run(struct state *state, const struct run *run, size_t number)
{
	struct str text = run->text;
	size_t size;

	state->text = text;
	for (size_t at = 0; at < text.len; at += size) {
		enum pairing pair = pair_at(text, at, &size);
		struct half half = { pair, false, number, at, at + size };
		size_t end = pair == PAIRS ? skip_address(text, at) : at;

		if (end > at)
			size = end - at;
		else if (pair == PAIR_QUOTE)
			take_quote(state, half);
		else if (pair != PAIRS)
			take_bracket(state, half);
	}
}

static void tell(struct balance *balance, const struct state *state, struct half half)
{
	if (half.pair == PAIR_QUOTE && state->has_inches)
		return;
	if (half.pair == PAIR_ROUND && !half.opens && state->has_label)
		return;
	if (balance->len < BALANCE_HALVES)
		balance->halves[balance->len++] = half;
}

void balance_check(const struct runs *runs, struct balance *balance)
{
	struct state state = { 0 };

	balance->len = 0;
	for (size_t i = 0; i < runs->len; i++)
		take_run(&state, &runs->at[i], i);
	if (state.is_deep)
		return;
	for (size_t i = 0; i < state.depth; i++)
		tell(balance, &state, state.open[i]);
	for (size_t i = 0; i < state.closers_len; i++)
		tell(balance, &state, state.closers[i]);
}
