#include "rules/words.h"
#include "base/attributes.h"
#include "rules/placeholder.h"

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

bool words_has(const char *const *list, size_t count, struct str word)
{
	for (size_t i = 0; i < count; i++) {
		if ((word.at[0] | 0x20) == list[i][0] && str_equal_nocase(word, str_from(list[i])))
			return true;
	}
	return false;
}

enum words_cut words_cut(struct str last)
{
	if (!last.len)
		return WORDS_WHOLE;
	if (WORDS_HAVE(cut, last))
		return WORDS_CUT;
	return WORDS_HAVE(maybe_cut, last) ? WORDS_MAYBE_CUT : WORDS_WHOLE;
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
	return !ending.len || WORDS_HAVE(endings, ending);
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
	return word.len && WORDS_HAVE(referring, word);
}

bool words_are_title(struct str word)
{
	return word.len && WORDS_HAVE(titles, word);
}

bool words_join_share(struct str word)
{
	return word.len && WORDS_HAVE(behind_share, word);
}

bool words_join_number(struct str word)
{
	return word.len && WORDS_HAVE(behind_number, word);
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
	return WORDS_HAVE(numerals, word);
}

bool words_are_little(struct str word)
{
	return word.len && WORDS_HAVE(little, word);
}

bool words_are_shouted(struct str capitals)
{
	return capitals.len && WORDS_HAVE(shouted, capitals);
}

bool words_are_known(struct str capitals)
{
	return capitals.len && (WORDS_HAVE(known, capitals) || placeholder_is_mark(capitals));
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
	return WORDS_HAVE(verb_endings, ending);
}

bool words_weigh_little(struct str word)
{
	return WORDS_HAVE(light, word);
}
