/* maxLength, minLength, pattern, format */
#include "base/utf8.h"
#include "schema/check.h"
#include "schema/compile.h"
#include "schema/words.h"

bool compile_length(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	(void)schema;
	rule->mode = str_starts(rule->keyword->name, STR("max"));
	return compiler_limit(compiler, rule->keyword->name, rule->value, &rule->limit);
}

/* Code points; counted only where the number of bytes does not settle it. */
bool check_length(struct check *check, const struct rule *rule, struct node *node,
		  struct marks *marks)
{
	size_t bytes = node->text.len;

	(void)marks;
	if (rule->mode ? bytes <= rule->limit : bytes < rule->limit)
		return rule->mode;
	if (!check_charge(check, bytes / 16))
		return false;
	return rule->mode ? utf8_count(node->text) <= rule->limit
			  : utf8_count(node->text) >= rule->limit;
}

void explain_length(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	words_size(explain, spot, rule, utf8_count(spot->node->text));
}

bool compile_pattern(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	(void)schema;
	if (!compiler_expect(compiler, rule, TYPES_TEXT, "a text"))
		return false;
	rule->pattern = compiler_pattern(compiler, rule->value, rule->value->text);
	return rule->pattern != NULL;
}

bool check_pattern(struct check *check, const struct rule *rule, struct node *node,
		   struct marks *marks)
{
	(void)marks;
	return check_charge(check, 8 + node->text.len / 4) &&
	       pattern_match(rule->pattern, node->text, &check->matcher);
}

void explain_pattern(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	struct matcher *matcher = &explain->check.matcher;

	matcher->gave_up = false;
	pattern_match(rule->pattern, spot->node->text, matcher);
	if (matcher->gave_up)
		words_too_involved(explain, spot);
	else
		words_format(explain, spot, rule);
}

bool compile_format(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	bool asserted = compiler->set->assert_formats ||
			schema->resource->vocabularies & VOCABULARY_FORMAT_ASSERTION;

	if (!compiler_expect(compiler, rule, TYPES_TEXT, "a text"))
		return false;
	rule->format = asserted ? format_find(rule->value->text) : NULL;
	if (!rule->format)
		rule->keyword = NULL;
	return true;
}

bool check_format(struct check *check, const struct rule *rule, struct node *node,
		  struct marks *marks)
{
	(void)marks;
	return check_charge(check, 8 + node->text.len / 4) && rule->format->is_valid(node->text);
}

void explain_format(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	words_format(explain, spot, rule);
}
