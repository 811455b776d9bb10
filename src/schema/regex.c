#include "schema/regex.h"
#include "base/bug.h"
#include "base/buf.h"
#include "schema/ecma.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Steps that a match may take, and more for each byte of the text. */
#define MATCH_STEPS 20000
#define MATCH_STEPS_PER_BYTE 50
/* What the interpreter may use, in KiB, when the machine code runs out of its stack. */
#define MATCH_HEAP 65536

/* The grammar of ids, the one pattern that is met often: it never goes back far. */
#define ID_PATTERN STR("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")

static const uint32_t options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_DOLLAR_ENDONLY |
				PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C;

static struct str error_words(struct arena *arena, int error)
{
	PCRE2_UCHAR8 words[120];

	if (error == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH)
		return STR(
			"it looks back over no fixed number of characters, which is not done here");
	if (pcre2_get_error_message_8(error, words, sizeof(words)) < 0)
		return STR("PCRE2 refuses it");
	return arena_copy(arena, str_from((const char *)words));
}

/*
 * NULL when it cannot be used: then with PCRE2's *error, or with *why when it
 * is no pattern in the first place.
 */
static pcre2_code_8 *code_new(struct pattern *pattern, struct ecma_facts *facts, const char **why,
			      int *error)
{
	uint32_t reports = str_equal(pattern->source, ID_PATTERN) ? 0 : PCRE2_AUTO_CALLOUT;
	pcre2_code_8 *code = NULL;
	struct buf translation;
	PCRE2_SIZE at;

	buf_init(&translation);
	buf_add(&translation, STR(""));
	if (!ecma_translate(pattern->source, &translation, facts, why))
		goto done;
	pattern->refers = facts->refers;
	pattern->reach = facts->longest_count;
	code = pcre2_compile_8((PCRE2_SPTR8)translation.at, translation.len,
			       options | reports | (facts->refers ? 0 : PCRE2_NO_AUTO_CAPTURE),
			       error, &at, NULL);
done:
	buf_release(&translation);
	return code;
}

static bool find_literal(struct pattern *pattern, struct arena *arena)
{
	struct buf text;
	bool whole;
	bool found;

	buf_init(&text);
	found = ecma_literal(pattern->source, &text, &whole);
	if (found) {
		pattern->kind = whole ? PATTERN_WHOLE : PATTERN_START;
		pattern->literal = arena_copy(arena, buf_str(&text));
	}
	buf_release(&text);
	return found;
}

bool pattern_compile(struct pattern *pattern, struct arena *arena, struct str source,
		     struct str *why)
{
	const char *refusal = NULL;
	struct ecma_facts facts;
	pcre2_code_8 *code;
	int error;

	*pattern = (struct pattern){ .kind = PATTERN_CODE, .source = source };
	if (find_literal(pattern, arena))
		return true;
	code = code_new(pattern, &facts, &refusal, &error);
	if (!code) {
		*why = refusal ? str_from(refusal) : error_words(arena, error);
		return false;
	}
	/* Where there is no machine code (an exotic processor), the interpreter does it. */
	pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE);
	pattern->code = code;
	return true;
}

void pattern_release(struct pattern *pattern)
{
	pcre2_code_free_8(pattern->code);
	pattern->code = NULL;
}

bool pattern_is_valid(struct str source)
{
	struct pattern pattern = { .source = source };
	const char *refusal = NULL;
	struct ecma_facts facts;
	int error = 0;
	pcre2_code_8 *code = code_new(&pattern, &facts, &refusal, &error);

	pcre2_code_free_8(code);
	return (code || error == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH) && !facts.is_lax;
}

/* PCRE2 is about to try an item of the pattern. */
static int count_step(pcre2_callout_block_8 *block, void *data)
{
	struct matcher *matcher = data;
	size_t at = block->current_position;
	size_t moved = at > matcher->last ? at - matcher->last : matcher->last - at;
	uint64_t cost = 1 + moved + matcher->reach;

	if (cost > matcher->steps)
		return PCRE2_ERROR_CALLOUT;
	matcher->steps -= cost;
	matcher->last = at;
	return 0;
}

static void matcher_open(struct matcher *matcher)
{
	if (matcher->data)
		return;
	matcher->data = pcre2_match_data_create_8(1, NULL);
	matcher->context = pcre2_match_context_create_8(NULL);
	if (!matcher->data || !matcher->context)
		bug_no_memory();
	pcre2_set_heap_limit_8(matcher->context, MATCH_HEAP);
	pcre2_set_callout_8(matcher->context, count_step, matcher);
}

void matcher_release(struct matcher *matcher)
{
	pcre2_match_data_free_8(matcher->data);
	pcre2_match_context_free_8(matcher->context);
	*matcher = (struct matcher){ 0 };
}

/* Steps for one match: what its text allows, as far as the budget goes. */
static uint64_t allowance(const struct matcher *matcher, struct str text)
{
	uint64_t steps = MATCH_STEPS + (uint64_t)text.len * MATCH_STEPS_PER_BYTE;

	return matcher->budget && *matcher->budget < steps ? *matcher->budget : steps;
}

static int run(const struct pattern *pattern, struct str text, struct matcher *matcher,
	       uint32_t how)
{
	uint64_t steps = allowance(matcher, text);
	PCRE2_SPTR8 subject = (PCRE2_SPTR8)(text.len ? text.at : "");
	int result;

	matcher->steps = steps;
	matcher->last = 0;
	matcher->reach = pattern->refers ? text.len : pattern->reach;
	result = pcre2_match_8(pattern->code, subject, text.len, 0, PCRE2_NO_UTF_CHECK | how,
			       matcher->data, matcher->context);
	if (matcher->budget)
		*matcher->budget -= steps - matcher->steps;
	return result;
}

static bool match_code(const struct pattern *pattern, struct str text, struct matcher *matcher)
{
	int result;

	matcher_open(matcher);
	result = run(pattern, text, matcher, 0);
	if (result == PCRE2_ERROR_JIT_STACKLIMIT)
		result = run(pattern, text, matcher, PCRE2_NO_JIT);
	if (result < 0 && result != PCRE2_ERROR_NOMATCH)
		matcher->gave_up = true;
	return result >= 0;
}

bool pattern_match(const struct pattern *pattern, struct str text, struct matcher *matcher)
{
	switch (pattern->kind) {
	case PATTERN_START: return str_starts(text, pattern->literal);
	case PATTERN_WHOLE: return str_equal(text, pattern->literal);
	case PATTERN_CODE: break;
	}
	return match_code(pattern, text, matcher);
}
