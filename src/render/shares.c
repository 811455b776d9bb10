#include "render/shares.h"
#include "base/bug.h"

void shares_of(const size_t *counts, size_t count, unsigned *percents)
{
	size_t rests[SHARES_MOST];
	size_t all = 0;
	unsigned given = 0;

	if (count > SHARES_MOST)
		BUG("%zu shares", count);
	for (size_t i = 0; i < count; i++)
		all += counts[i];
	for (size_t i = 0; i < count; i++) {
		percents[i] = all ? (unsigned)(counts[i] * 100 / all) : 0;
		rests[i] = all ? counts[i] * 100 % all : 0;
		given += percents[i];
	}
	for (; all && given < 100; given++) {
		size_t most = 0;

		for (size_t i = 1; i < count; i++) {
			if (rests[i] > rests[most])
				most = i;
		}
		percents[most]++;
		rests[most] = 0;
	}
}
