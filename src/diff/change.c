#include "diff/change.h"

const struct change_type change_types[CHANGE_KINDS] = {
#define CHANGE(symbol, name, weight, mirror, one, many) \
	[CHANGE_##symbol] = { name, WEIGHT_##weight, CHANGE_##mirror, one, many },
#include "diff/changes.def"
#undef CHANGE
};

const char *change_weight_name(enum change_weight weight)
{
	static const char *const names[] = {
		[WEIGHT_MAJOR] = "major",
		[WEIGHT_SUBSTANTIVE] = "substantive",
		[WEIGHT_EDITORIAL] = "editorial",
	};

	return names[weight];
}

struct str change_newest_reason(const struct change *change)
{
	const struct reasons *reasons = change->reasons;

	return reasons ? str_trim(reasons->at[reasons->count - 1]->reason.words)
		       : (struct str){ 0 };
}
