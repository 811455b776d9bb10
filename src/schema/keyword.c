#include "schema/keyword.h"
#include "schema/compiled.h"

#define MARK(name, vocabulary, holds) \
	{ { name, sizeof(name) - 1 }, 0, VOCABULARY_##vocabulary, HOLDS_##holds, NULL, NULL, NULL },
#define KEEP(name, family, vocabulary, holds) \
	{ { name, sizeof(name) - 1 },         \
	  0,                                  \
	  VOCABULARY_##vocabulary,            \
	  HOLDS_##holds,                      \
	  compile_##family,                   \
	  NULL,                               \
	  NULL },
#define RULE(name, family, types, vocabulary, holds)                                          \
	{ { name, sizeof(name) - 1 }, TYPES_##types,  VOCABULARY_##vocabulary, HOLDS_##holds, \
	  compile_##family,           check_##family, explain_##family },

const struct keyword keywords[] = {
#include "schema/keywords.def"
};

const size_t keyword_count = ARRAY_LEN(keywords);

void keywords_index(struct names *names, struct arena *arena)
{
	names_init(names, arena, keyword_count);
	for (size_t i = 0; i < keyword_count; i++)
		names_add(names, keywords[i].name, (uint32_t)i);
}
