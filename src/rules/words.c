/* Long because the lists of all rules stand here, and how they are read. */
#include "rules/words.h"
#include "base/attributes.h"

#include <string.h>

/* Leads that are nobody, as whole names, and the letters that these begin with. */
static const char nobody_initials[] = "npuv";
static const char *const nobody[] = {
	"n a",
	"na",
	"nil",
	"no lead",
	"no one",
	"nobody",
	"none",
	"noone",
	"not allocated",
	"not assigned",
	"not known",
	"not yet allocated",
	"not yet assigned",
	"not yet known",
	"pending",
	"unallocated",
	"unassigned",
	"unknown",
	"vacancy",
	"vacant",
	"vacant post",
	"vacant position",
	"vacant role",
};

/* "To be confirmed, announced, decided": a note wherever it stands. */
static const char *const pending[] = { "tba", "tbc", "tbd" };

/* A name that ends so says what is needed, not who it is. */
static const char *const needs[] = { "needed", "required", "wanted" };

static const char *const vacancies[] = { "vacancy", "vacant" };

/* "To be …": the last word of an editor's note. */
static const char *const still_to_be[] = { "added", "confirmed", "inserted" };

/* What editors ask each other for, and the small words between. */
static const char *const asked_for[] = {
	"address", "amount",  "amounts",   "appendix",  "baseline", "budget",      "chart",
	"contact", "content", "cost",      "costs",     "data",     "date",        "dates",
	"detail",  "details", "diagram",   "document",  "email",    "figure",      "figures",
	"file",    "graph",   "hyperlink", "image",     "info",     "information", "lead",
	"link",    "links",   "location",  "logo",      "map",      "month",       "name",
	"names",   "number",  "numbers",   "owner",     "page",     "percentage",  "photo",
	"picture", "post",    "quote",     "reference", "role",     "source",      "table",
	"target",  "targets", "text",      "time",      "title",    "url",         "value",
	"venue",   "wording", "words",     "year",
};
static const char *const between[] = {
	"a",      "above",    "an",    "and",   "are",  "as",   "available", "be",   "below",
	"by",     "correct",  "exact", "final", "for",  "from", "here",      "if",   "in",
	"is",     "job",      "known", "later", "new",  "of",   "on",        "once", "or",
	"please", "relevant", "still", "the",   "this", "to",   "when",      "with", "yet",
};

/* Nothing ends with these; nothing much with those, but for what stands below. */
static const char *const cut[] = { "and", "or", "the" };
static const char *const maybe_cut[] = { "in", "of", "to", "with" };

/* What prepositions may follow at the end: "proud of", "log in" (of verbs also -ing, -ed, -s). */
static const char *const before_of[] = {
	"afraid", "ahead",  "care",  "dispos",  "dispose", "dream",  "fond",
	"hear",   "heard",  "hold",  "made",    "proud",   "rid",    "short",
	"speak",  "spoken", "think", "thought", "tired",   "worthy",
};
static const char *const before_in[] = {
	"believ", "believe", "blend", "book",  "break", "bring", "brought", "build", "built",
	"buy",    "call",    "cash",  "check", "clock", "come",  "dial",    "draw",  "drawn",
	"drop",   "fill",    "fit",   "give",  "hand",  "join",  "kick",    "let",   "liv",
	"live",   "lock",    "log",   "mov",   "move",  "opt",   "part",    "phas",  "phase",
	"phon",   "phone",   "pitch", "plug",  "pull",  "settl", "settle",  "sign",  "sleep",
	"stand",  "stay",    "step",  "swip",  "swipe", "tak",   "take",    "taken", "tap",
	"tun",    "tune",    "turn",  "walk",  "weigh", "zoom",
};
static const char *const before_to[] = {
	"accustomed", "adher",   "adhere",  "attend", "belong", "contribut", "contribute",
	"entitled",   "forward", "go",      "listen", "look",   "object",    "refer",
	"repl",       "reply",   "respond", "speak",  "spoken", "stick",     "subscrib",
	"subscribe",  "talk",    "turn",    "up",
};
static const char *const before_with[] = {
	"begin",   "compl", "comply",  "cop",       "cope",  "deal",    "dealt",
	"engaged", "happy", "pleased", "satisfied", "start", "unhappy",
};
static const char *const referring[] = {
	"anyone", "anything", "he",       "how",     "i",         "it",        "nobody", "nothing",
	"people", "she",      "somebody", "someone", "something", "somewhere", "that",   "they",
	"we",     "what",     "where",    "which",   "who",       "whom",      "whose",  "you",
};

static const char *const titles[] = { "dr", "mr", "mrs", "ms", "prof", "st" };
static const char *const behind_share[] = { "age", "ile", "iles" };
static const char *const behind_number[] = { "billion", "million", "thousand", "trillion" };

/* How the names of posts are cut short or spelt in two ways, and what stands behind it. */
static const char *const cut_short[][2] = {
	{ "admin", "administration" }, { "asst", "assistant" }, { "cllr", "councillor" },
	{ "comms", "communications" }, { "dep", "deputy" },     { "dept", "department" },
	{ "dir", "director" },         { "exec", "executive" }, { "hr", "human resources" },
	{ "mgr", "manager" },          { "ops", "operations" }, { "snr", "senior" },
	{ "advisor", "adviser" },
};

/* Numbers in words. */
static const char *const numerals[] = {
	"eight", "eleven", "fifty", "five",   "forty", "four",   "half",   "nine", "seven",
	"six",   "sixty",  "ten",   "thirty", "three", "twelve", "twenty", "two",
};

/* Words of a name that tell no post from another. */
static const char *const little[] = { "and", "for", "of", "the" };

/* In capitals for their weight, not because they are short for something. */
static const char *const shouted[] = {
	"after", "all",  "always", "and",   "any",  "are",   "as",    "at",   "be",   "before",
	"both",  "but",  "by",     "can",   "do",   "done",  "draft", "each", "end",  "every",
	"final", "for",  "free",   "from",  "have", "if",    "in",    "is",   "key",  "less",
	"may",   "more", "must",   "never", "new",  "no",    "none",  "not",  "now",  "of",
	"off",   "on",   "one",    "only",  "or",   "other", "our",   "out",  "over", "own",
	"per",   "plus", "same",   "see",   "so",   "some",  "stop",  "that", "the",  "then",
	"they",  "this", "to",     "too",   "two",  "under", "up",    "very", "was",  "we",
	"when",  "who",  "why",    "will",  "with", "yes",   "yet",   "you",  "your",
};

/* What dictionaries give as words, and GOV.UK does not explain. */
static const char *const known[] = {
	"a&e",   "aids",   "am",      "b&b",  "bbc",  "bc",   "bst",  "cctv",   "cd",     "covid",
	"cv",    "diy",    "dna",     "dvd",  "dvla", "eu",   "faq",  "gb",     "gcse",   "gmt",
	"gp",    "gps",    "hiv",     "hmrc", "hr",   "id",   "iso",  "it",     "led",    "lgbt",
	"lgbtq", "lgbtqi", "lgbtqia", "mot",  "mp",   "nato", "nb",   "nhs",    "ni",     "ok",
	"pc",    "pdf",    "pin",     "pm",   "po",   "ps",   "q&a",  "raf",    "rnib",   "rnli",
	"rspca", "rsvp",   "sms",     "tb",   "tv",   "uk",   "un",   "unesco", "unicef", "url",
	"us",    "usa",    "usb",     "vat",  "vip",  "wc",   "wifi",
};

/* Words that are others without their hyphen; each begins a family ("re-signed"). */
static const char *const with_hyphen[] = {
	"co-op",    "re-act",   "re-ally",   "re-bound", "re-call",  "re-collect", "re-count",
	"re-cover", "re-creat", "re-dress",  "re-form",  "re-fund",  "re-fuse",    "re-join",
	"re-lay",   "re-leas",  "re-mark",   "re-pair",  "re-place", "re-port",    "re-present",
	"re-press", "re-prove", "re-search", "re-serv",  "re-side",  "re-sign",    "re-solv",
	"re-sort",  "re-store", "re-strain", "re-tire",  "re-treat", "re-turn",    "un-ioni",
};

static const char *const verb_endings[] = {
	"able", "ation", "ational", "ationally", "ations", "e", "ed", "er", "ers", "es", "ing",
};

/* Words that a sentence can change without saying anything else. */
static const char *const light[] = {
	"a",    "all",  "an",  "and",  "are",  "as",   "at",     "be",    "been",  "being",
	"by",   "each", "for", "from", "has",  "have", "having", "in",    "is",    "it",
	"its",  "of",   "on",  "or",   "our",  "that", "the",    "their", "there", "they",
	"this", "to",   "was", "we",   "were", "will", "with",
};

#define TOKENS 12

/* The words of a short text, without what stands between them. */
struct tokens {
	struct str at[TOKENS];
	size_t len;
	bool is_cut; /* there were more */
};

static bool is_alnum(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

/* The bytes of a dash, ellipsis or curly quotation mark (U+2000 to U+203F), or of a hard space. */
static size_t punctuation_size(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.at[at];
	unsigned char next = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;

	if (c < 0x80)
		return !is_alnum(c);
	if (c == 0xE2 && next == 0x80 && at + 2 < s.len)
		return 3;
	return c == 0xC2 && next == 0xA0 ? 2 : 0;
}

static struct tokens split(struct str s)
{
	struct tokens tokens;
	size_t at = 0;

	tokens.len = 0;
	tokens.is_cut = false;
	while (at < s.len) {
		size_t skip = punctuation_size(s, at);
		size_t begin = at;

		if (skip) {
			at += skip;
			continue;
		}
		if (tokens.len == TOKENS) {
			tokens.is_cut = true;
			break;
		}
		while (at < s.len &&
		       (is_alnum((unsigned char)s.at[at]) || !punctuation_size(s, at)))
			at++;
		tokens.at[tokens.len++] = (struct str){ s.at + begin, at - begin };
	}
	return tokens;
}

static bool is_one_of(struct str word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if ((word.at[0] | 0x20) == list[i][0] && str_equal_nocase(word, str_from(list[i])))
			return true;
	}
	return false;
}

#define IS_ONE_OF(word, list) is_one_of((word), (list), ARRAY_LEN(list))

/* Whether the tokens are the words of a phrase. */
static bool are_phrase(const struct tokens *tokens, struct str phrase)
{
	size_t at = 0;

	for (size_t i = 0; i < tokens->len; i++) {
		size_t end = str_find_byte(phrase, ' ', at);

		if (at >= phrase.len ||
		    !str_equal_nocase(tokens->at[i], str_slice(phrase, at, end)))
			return false;
		at = end + 1;
	}
	return at >= phrase.len;
}

static bool is_nobody(const struct tokens *tokens)
{
	char first;

	if (!tokens->len || tokens->len > 3)
		return !tokens->len;
	first = (char)(tokens->at[0].at[0] | 0x20);
	if (!memchr(nobody_initials, first, sizeof(nobody_initials) - 1))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(nobody); i++) {
		if (first == nobody[i][0] && are_phrase(tokens, str_from(nobody[i])))
			return true;
	}
	return false;
}

static bool is_to_be(const struct tokens *tokens, size_t i)
{
	return i + 1 < tokens->len && str_equal_nocase(tokens->at[i], STR("to")) &&
	       str_equal_nocase(tokens->at[i + 1], STR("be"));
}

/* xx, XXX: letters that stand for others. */
static bool is_blank_word(struct str word)
{
	for (size_t i = 0; i < word.len; i++) {
		if ((word.at[i] | 0x20) != 'x')
			return false;
	}
	return word.len > 1;
}

/* "Vacant – Head of Housing", but not "Vacant Homes Officer". */
static bool begins_vacant(const struct tokens *tokens, struct str name)
{
	size_t end;

	if (!tokens->len || !IS_ONE_OF(tokens->at[0], vacancies))
		return false;
	end = (size_t)(tokens->at[0].at + tokens->at[0].len - name.at);
	while (end < name.len && name.at[end] == ' ')
		end++;
	if (end == name.len)
		return true;
	if (name.at[end] == '-')
		return name.at[end - 1] == ' ';
	return punctuation_size(name, end) > 0;
}

/*
 * Whether a word that begins at `at` may be one of those above. Only its first
 * two letters are looked at, for this runs over every lead of every plan.
 */
static bool may_be_listed(struct str s, size_t at, bool is_first)
{
	char c = (char)(s.at[at] | 0x20);
	char next = at + 1 < s.len ? (char)(s.at[at + 1] | 0x20) : 0;

	if (is_first && memchr(nobody_initials, c, sizeof(nobody_initials) - 1))
		return true;
	switch (c) {
	case 't': return next == 'b' || next == 'o';
	case 'n':
	case 'r': return next == 'e';
	case 'v':
	case 'w': return next == 'a';
	case 'x': return next == 'x';
	}
	return false;
}

static bool may_name_nobody(struct str name)
{
	bool is_first = true;
	bool in_word = false;

	for (size_t at = 0; at < name.len; at++) {
		bool is_word = is_alnum((unsigned char)name.at[at]);

		if (is_word && !in_word) {
			if (may_be_listed(name, at, is_first))
				return true;
			is_first = false;
		}
		in_word = is_word;
	}
	return is_first;
}

bool words_name_nobody(struct str name)
{
	struct str trimmed = str_trim(name);
	struct tokens tokens;
	struct str last;

	if (!may_name_nobody(trimmed))
		return false;
	tokens = split(trimmed);
	if (tokens.is_cut)
		return false;
	last = tokens.len ? tokens.at[tokens.len - 1] : (struct str){ 0 };
	if (is_nobody(&tokens) || IS_ONE_OF(last, needs) || IS_ONE_OF(last, vacancies) ||
	    begins_vacant(&tokens, trimmed))
		return true;
	for (size_t i = 0; i < tokens.len; i++) {
		if (IS_ONE_OF(tokens.at[i], pending) || is_to_be(&tokens, i))
			return true;
	}
	return tokens.len == 1 && is_blank_word(last);
}

bool words_name_need(struct str name)
{
	struct tokens tokens = split(name);

	return !tokens.is_cut && tokens.len && IS_ONE_OF(tokens.at[tokens.len - 1], needs);
}

static bool has_letters(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->len; i++) {
		unsigned char first = (unsigned char)tokens->at[i].at[0];

		if (tokens->at[i].len > 1 && (first > '9' || first < '0'))
			return true;
	}
	return false;
}

/* [name of lead], […], but not [1], [x] or [sic]. */
static bool is_bracketed(struct str words)
{
	struct tokens tokens;

	if (words.len < 2 || words.at[0] != '[' || str_find_byte(words, ']', 0) != words.len - 1)
		return false;
	tokens = split(words);
	if (tokens.len == 1 && str_equal_nocase(tokens.at[0], STR("sic")))
		return false;
	return !tokens.len || has_letters(&tokens);
}

/* What a word is in an editor's note; "add" is one only with something to add. */
enum part { PART_OTHER, PART_SMALL, PART_ASKED, PART_ADD, PART_MARK, PARTS };

static enum part part_of(const struct tokens *tokens, size_t i)
{
	struct str word = tokens->at[i];

	if (IS_ONE_OF(word, pending) || is_blank_word(word) ||
	    str_equal_nocase(word, STR("insert")))
		return PART_MARK;
	if (str_equal_nocase(word, STR("add")))
		return PART_ADD;
	if (i >= 2 && is_to_be(tokens, i - 2) && IS_ONE_OF(word, still_to_be))
		return PART_MARK;
	if (IS_ONE_OF(word, asked_for))
		return PART_ASKED;
	return IS_ONE_OF(word, between) ? PART_SMALL : PART_OTHER;
}

/* "add link to the strategy", "TBC by March". */
static bool begins_as_note(const struct tokens *tokens)
{
	if (!tokens->len)
		return false;
	if (IS_ONE_OF(tokens->at[0], pending))
		return true;
	return tokens->len > 1 && str_equal_nocase(tokens->at[1], STR("link")) &&
	       (str_equal_nocase(tokens->at[0], STR("add")) ||
		str_equal_nocase(tokens->at[0], STR("insert")));
}

bool words_are_note(struct str words, bool is_aside)
{
	bool has[PARTS] = { false };
	struct tokens tokens;

	if (is_bracketed(words))
		return true;
	tokens = split(words);
	if (tokens.is_cut)
		return false;
	if (is_aside && begins_as_note(&tokens))
		return true;
	for (size_t i = 0; i < tokens.len && !has[PART_OTHER]; i++)
		has[part_of(&tokens, i)] = true;
	return !has[PART_OTHER] && (has[PART_MARK] || (has[PART_ADD] && has[PART_ASKED]));
}

bool words_ask_for(struct str word)
{
	return IS_ONE_OF(word, asked_for) || IS_ONE_OF(word, between);
}

enum words_cut words_cut(struct str last)
{
	if (!last.len)
		return WORDS_WHOLE;
	if (IS_ONE_OF(last, cut))
		return WORDS_CUT;
	return IS_ONE_OF(last, maybe_cut) ? WORDS_MAYBE_CUT : WORDS_WHOLE;
}

/* Of a verb: "log", "logs", "logged", "logging". */
static bool is_form_of(struct str word, struct str verb)
{
	static const char *const endings[] = { "d", "ed", "es", "ied", "ies", "ing", "s" };
	struct str ending;

	if (word.len < verb.len || !str_equal_nocase(str_slice(word, 0, verb.len), verb))
		return false;
	ending = str_slice(word, verb.len, word.len);
	if (ending.len > 2 && (ending.at[0] | 0x20) == (verb.at[verb.len - 1] | 0x20))
		ending = str_slice(ending, 1, ending.len);
	return !ending.len || IS_ONE_OF(ending, endings);
}

static bool is_form_of_one(struct str word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (is_form_of(word, str_from(list[i])))
			return true;
	}
	return false;
}

bool words_may_end(struct str before, struct str last)
{
	if (before.len < 2 || !last.len)
		return true;
	switch (last.at[0] | 0x20) {
	case 'i': return is_form_of_one(before, before_in, ARRAY_LEN(before_in));
	case 'o': return is_form_of_one(before, before_of, ARRAY_LEN(before_of));
	case 't': return is_form_of_one(before, before_to, ARRAY_LEN(before_to));
	case 'w': return is_form_of_one(before, before_with, ARRAY_LEN(before_with));
	}
	return false;
}

bool words_refer(struct str word)
{
	return word.len && IS_ONE_OF(word, referring);
}

bool words_are_title(struct str word)
{
	return word.len && IS_ONE_OF(word, titles);
}

bool words_join_share(struct str word)
{
	return word.len && IS_ONE_OF(word, behind_share);
}

bool words_join_number(struct str word)
{
	return word.len && IS_ONE_OF(word, behind_number);
}

struct str words_spell_out(struct str word)
{
	for (size_t i = 0; i < ARRAY_LEN(cut_short); i++) {
		if (str_equal_nocase(word, str_from(cut_short[i][0])))
			return str_from(cut_short[i][1]);
	}
	return word;
}

bool words_are_numeral(struct str word)
{
	return IS_ONE_OF(word, numerals);
}

bool words_are_little(struct str word)
{
	return word.len && IS_ONE_OF(word, little);
}

bool words_are_shouted(struct str capitals)
{
	return capitals.len && IS_ONE_OF(capitals, shouted);
}

bool words_are_known(struct str capitals)
{
	return capitals.len && (IS_ONE_OF(capitals, known) || IS_ONE_OF(capitals, pending) ||
				is_blank_word(capitals));
}

bool words_need_hyphen(struct str word)
{
	/* Their hyphen stands third. */
	for (size_t i = 0; word.len > 2 && word.at[2] == '-' && i < ARRAY_LEN(with_hyphen); i++) {
		if (str_starts(word, str_from(with_hyphen[i])))
			return true;
	}
	return false;
}

bool words_end_verb(struct str ending, bool is_y)
{
	if (!ending.len || (is_y && str_equal(ending, STR("es"))))
		return false;
	return IS_ONE_OF(ending, verb_endings);
}

bool words_weigh_little(struct str word)
{
	return IS_ONE_OF(word, light);
}
