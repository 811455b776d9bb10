#include "model/measure_words.h"
#include "base/ascii.h"
#include "base/attributes.h"

#define PER_LETTER 14

struct entry {
	struct str word;
	enum measure_word kind;
};

/* clang-format off */
#define W(word) STR_INIT(word)
static const struct entry by_letter[26][PER_LETTER] = {
	['a' - 'a'] = {
		{ W("a"), WORD_SMALL }, { W("above"), WORD_BOUND }, { W("act"), WORD_LABEL },
		{ W("against"), WORD_REFERENCE }, { W("all"), WORD_ALL }, { W("an"), WORD_SMALL },
		{ W("and"), WORD_SMALL }, { W("annex"), WORD_LABEL }, { W("are"), WORD_BE },
		{ W("article"), WORD_LABEL }, { W("at"), WORD_SMALL }, { W("average"), WORD_TOTAL },
	},
	['b' - 'a'] = {
		{ W("band"), WORD_LABEL }, { W("baseline"), WORD_REFERENCE }, { W("be"), WORD_BE },
		{ W("become"), WORD_BE }, { W("becomes"), WORD_BE }, { W("below"), WORD_BOUND },
		{ W("better"), WORD_MORE }, { W("both"), WORD_DEFINITE }, { W("by"), WORD_BY },
	},
	['c' - 'a'] = {
		{ W("calendar"), WORD_TIME }, { W("category"), WORD_LABEL },
		{ W("chapter"), WORD_LABEL }, { W("class"), WORD_LABEL },
		{ W("compared"), WORD_REFERENCE }, { W("current"), WORD_REFERENCE },
		{ W("currently"), WORD_REFERENCE },
	},
	['d' - 'a'] = {
		{ W("day"), WORD_TIME }, { W("days"), WORD_TIME }, { W("decrease"), WORD_CHANGE },
		{ W("decreased"), WORD_CHANGE }, { W("decreases"), WORD_CHANGE },
		{ W("decreasing"), WORD_CHANGE }, { W("double"), WORD_TIMES },
		{ W("doubled"), WORD_TIMES }, { W("doubling"), WORD_TIMES },
	},
	['e' - 'a'] = {
		{ W("each"), WORD_ALL }, { W("eight"), WORD_NUMERAL },
		{ W("eleven"), WORD_NUMERAL }, { W("every"), WORD_ALL },
		{ W("exactly"), WORD_BOUND },
	},
	['f' - 'a'] = {
		{ W("feel"), WORD_BE }, { W("feels"), WORD_BE }, { W("fewer"), WORD_CHANGE },
		{ W("figure"), WORD_LABEL }, { W("five"), WORD_NUMERAL }, { W("for"), WORD_SMALL },
		{ W("four"), WORD_NUMERAL }, { W("from"), WORD_FROM },
	},
	['g' - 'a'] = {
		{ W("goal"), WORD_LABEL }, { W("grade"), WORD_LABEL }, { W("greater"), WORD_SIDE },
		{ W("group"), WORD_LABEL }, { W("grows"), WORD_CHANGE },
	},
	['h' - 'a'] = {
		{ W("half"), WORD_NUMERAL }, { W("halve"), WORD_TIMES },
		{ W("halved"), WORD_TIMES }, { W("halving"), WORD_TIMES },
		{ W("higher"), WORD_SIDE }, { W("hour"), WORD_TIME }, { W("hours"), WORD_TIME },
		{ W("hrs"), WORD_TIME },
	},
	['i' - 'a'] = {
		{ W("improve"), WORD_IMPROVE }, { W("improved"), WORD_CHANGE },
		{ W("improvement"), WORD_CHANGE }, { W("improves"), WORD_CHANGE },
		{ W("in"), WORD_SMALL }, { W("increase"), WORD_CHANGE },
		{ W("increased"), WORD_CHANGE }, { W("increases"), WORD_CHANGE },
		{ W("increasing"), WORD_CHANGE }, { W("is"), WORD_BE }, { W("its"), WORD_DEFINITE },
	},
	['k' - 'a'] = { { W("key"), WORD_LABEL }, { W("kpi"), WORD_LABEL } },
	['l' - 'a'] = {
		{ W("last"), WORD_REFERENCE }, { W("less"), WORD_MORE }, { W("level"), WORD_LABEL },
		{ W("levels"), WORD_LABEL }, { W("lower"), WORD_SIDE },
	},
	['m' - 'a'] = {
		{ W("maximum"), WORD_LIMIT }, { W("minimum"), WORD_LIMIT },
		{ W("mins"), WORD_TIME }, { W("minute"), WORD_TIME }, { W("minutes"), WORD_TIME },
		{ W("month"), WORD_TIME }, { W("months"), WORD_TIME }, { W("more"), WORD_MORE },
	},
	['n' - 'a'] = {
		{ W("nil"), WORD_NUMERAL }, { W("nine"), WORD_NUMERAL }, { W("no"), WORD_NO },
		{ W("number"), WORD_COUNTED }, { W("numbers"), WORD_COUNTED },
	},
	['o' - 'a'] = {
		{ W("of"), WORD_SMALL }, { W("on"), WORD_ON }, { W("one"), WORD_NUMERAL },
		{ W("option"), WORD_LABEL }, { W("or"), WORD_SMALL }, { W("other"), WORD_DEFINITE },
		{ W("our"), WORD_DEFINITE },
	},
	['p' - 'a'] = {
		{ W("page"), WORD_LABEL }, { W("part"), WORD_LABEL },
		{ W("percentage"), WORD_COUNTED }, { W("phase"), WORD_LABEL },
		{ W("previous"), WORD_REFERENCE }, { W("priority"), WORD_LABEL },
		{ W("proportion"), WORD_COUNTED },
	},
	['q' - 'a'] = { { W("quarter"), WORD_TIME }, { W("quarters"), WORD_TIME } },
	['r' - 'a'] = {
		{ W("rate"), WORD_COUNTED }, { W("reduce"), WORD_CHANGE },
		{ W("reduced"), WORD_CHANGE }, { W("reduces"), WORD_CHANGE },
		{ W("reducing"), WORD_CHANGE }, { W("reduction"), WORD_CHANGE },
		{ W("reductions"), WORD_CHANGE }, { W("rises"), WORD_CHANGE },
		{ W("room"), WORD_LABEL },
	},
	['s' - 'a'] = {
		{ W("schedule"), WORD_LABEL }, { W("seconds"), WORD_TIME },
		{ W("section"), WORD_LABEL }, { W("seven"), WORD_NUMERAL },
		{ W("share"), WORD_COUNTED }, { W("since"), WORD_REFERENCE },
		{ W("six"), WORD_NUMERAL }, { W("stage"), WORD_LABEL },
		{ W("station"), WORD_LABEL }, { W("stations"), WORD_LABEL },
		{ W("step"), WORD_LABEL },
	},
	['t' - 'a'] = {
		{ W("table"), WORD_LABEL }, { W("ten"), WORD_NUMERAL }, { W("than"), WORD_THAN },
		{ W("the"), WORD_DEFINITE },
		{ W("their"), WORD_DEFINITE }, { W("these"), WORD_DEFINITE },
		{ W("those"), WORD_DEFINITE }, { W("three"), WORD_NUMERAL },
		{ W("tier"), WORD_LABEL }, { W("to"), WORD_TO }, { W("total"), WORD_TOTAL },
		{ W("twelve"), WORD_NUMERAL }, { W("two"), WORD_NUMERAL },
		{ W("type"), WORD_LABEL },
	},
	['u' - 'a'] = { { W("until"), WORD_SMALL } },
	['v' - 'a'] = { { W("version"), WORD_LABEL } },
	['w' - 'a'] = {
		{ W("ward"), WORD_LABEL }, { W("wards"), WORD_LABEL }, { W("was"), WORD_BE },
		{ W("week"), WORD_TIME }, { W("weeks"), WORD_TIME }, { W("were"), WORD_BE },
		{ W("with"), WORD_SMALL }, { W("working"), WORD_TIME },
	},
	['y' - 'a'] = {
		{ W("year"), WORD_TIME }, { W("years"), WORD_TIME }, { W("years'"), WORD_TIME },
	},
	['z' - 'a'] = { { W("zero"), WORD_NUMERAL }, { W("zone"), WORD_LABEL } },
};
#undef W
/* clang-format on */

enum measure_word measure_word_of(struct str word)
{
	const struct entry *entries;
	char last;

	if (!word.len || !ascii_is_letter(word.at[0]))
		return WORD_OTHER;
	/* Most words are none of these: their length and last letter tell. */
	last = (char)(word.at[word.len - 1] | 0x20);
	entries = by_letter[(word.at[0] | 0x20) - 'a'];
	for (size_t i = 0; i < PER_LETTER && entries[i].word.len; i++) {
		if (entries[i].word.len == word.len &&
		    (entries[i].word.at[word.len - 1] | 0x20) == last &&
		    str_equal_nocase(entries[i].word, word))
			return entries[i].kind;
	}
	return WORD_OTHER;
}
