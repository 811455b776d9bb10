/* multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum */
#include "schema/check.h"
#include "schema/compile.h"
#include "schema/words.h"

enum { BOUND_UPPER = 1, BOUND_OPEN = 2 };

static bool compile_number(struct compiler *compiler, struct rule *rule)
{
	struct decimal *number = arena_new(compiler->arena, struct decimal);

	if (!compiler_expect(compiler, rule, TYPES_NUMBER, "a number"))
		return false;
	if (!decimal_read(rule->value->text, number))
		return compiler_fail(compiler, rule->value, "this number cannot be read");
	rule->number = number;
	return true;
}

bool compile_multiple(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	const struct decimal *number;

	(void)schema;
	if (!compile_number(compiler, rule))
		return false;
	number = rule->number;
	if (number->kind != DECIMAL_FINITE || number->negative || !number->count)
		return compiler_fail(compiler, rule->value, "`multipleOf` must be above 0");
	if (number->count > DECIMAL_DIVISOR_DIGITS)
		return compiler_fail(compiler, rule->value,
				     "`multipleOf` may have %d digits at most",
				     DECIMAL_DIVISOR_DIGITS);
	return true;
}

bool check_multiple(struct check *check, const struct rule *rule, struct node *node,
		    struct marks *marks)
{
	struct decimal number;

	(void)marks;
	return check_charge(check, node->text.len) && decimal_read(node->text, &number) &&
	       decimal_is_multiple(&number, rule->number);
}

void explain_multiple(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	words_multiple(explain, spot, rule);
}

bool compile_bound(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	(void)schema;
	if (str_ends(rule->keyword->name, STR("aximum")))
		rule->mode |= BOUND_UPPER;
	if (str_starts(rule->keyword->name, STR("exclusive")))
		rule->mode |= BOUND_OPEN;
	return compile_number(compiler, rule);
}

bool check_bound(struct check *check, const struct rule *rule, struct node *node,
		 struct marks *marks)
{
	struct decimal number;
	int order;

	(void)marks;
	if (!check_charge(check, node->text.len / 8) || !decimal_read(node->text, &number) ||
	    rule->number->kind == DECIMAL_NONE)
		return false;
	order = decimal_compare(&number, rule->number);
	if (rule->mode & BOUND_UPPER)
		order = -order;
	return rule->mode & BOUND_OPEN ? order > 0 : order >= 0;
}

void explain_bound(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	words_bound(explain, spot, rule, rule->mode & BOUND_UPPER, rule->mode & BOUND_OPEN);
}
