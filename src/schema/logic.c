/* allOf, anyOf, oneOf, not, if with then and else */
#include "schema/check.h"
#include "schema/compile.h"
#include "schema/words.h"

bool compile_all(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	return compiler_children(compiler, schema, rule->value, &rule->schemas);
}

bool check_all(struct check *check, const struct rule *rule, struct node *node, struct marks *marks)
{
	if (!check_charge(check, rule->schemas.count))
		return false;
	for (size_t i = 0; i < rule->schemas.count; i++) {
		if (!check_node(check, rule->schemas.at[i], node, marks))
			return false;
	}
	return true;
}

void explain_all(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	for (size_t i = 0; i < rule->schemas.count; i++)
		explain_node(explain, rule->schemas.at[i], spot);
}

bool compile_any(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	return compiler_children(compiler, schema, rule->value, &rule->schemas);
}

/* Where marks are asked for, each branch that passes adds its own. */
bool check_any(struct check *check, const struct rule *rule, struct node *node, struct marks *marks)
{
	bool passes = false;

	if (!check_charge(check, rule->schemas.count))
		return false;
	for (size_t i = 0; i < rule->schemas.count && (marks || !passes); i++)
		passes |= check_branch(check, rule->schemas.at[i], node, marks);
	return passes;
}

void explain_any(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	explain_choice(explain, &rule->schemas, spot);
}

bool compile_one(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	return compiler_children(compiler, schema, rule->value, &rule->schemas);
}

bool check_one(struct check *check, const struct rule *rule, struct node *node, struct marks *marks)
{
	unsigned passed = 0;

	if (!check_charge(check, rule->schemas.count))
		return false;
	for (size_t i = 0; i < rule->schemas.count && passed < 2; i++)
		passed += check_branch(check, rule->schemas.at[i], node, marks);
	return passed == 1;
}

void explain_one(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	const struct schema *passed[2];
	unsigned count = 0;

	for (size_t i = 0; i < rule->schemas.count && count < 2; i++) {
		if (check_node(&explain->check, rule->schemas.at[i], spot->node, NULL))
			passed[count++] = rule->schemas.at[i];
	}
	if (!count)
		explain_choice(explain, &rule->schemas, spot);
	else if (count == 2 && explain->found == spot->found_before)
		words_too_many_match(explain, spot, passed[0], passed[1]);
}

bool compile_not(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	rule->schema = compiler_child(compiler, schema, rule->value, true);
	return rule->schema != NULL;
}

bool check_not(struct check *check, const struct rule *rule, struct node *node, struct marks *marks)
{
	(void)marks;
	return !check_node(check, rule->schema, node, NULL);
}

/* What was found wrong with the value before may be all there is. */
void explain_not(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	if (explain->found == spot->found_before)
		words_not(explain, spot, rule->schema);
}

static bool compile_branch(struct compiler *compiler, struct schema *schema, struct str keyword,
			   const struct schema **branch)
{
	struct node *value = compiler_sibling(schema, keyword);

	if (!value)
		return true;
	*branch = compiler_child(compiler, schema, value, true);
	return *branch != NULL;
}

bool compile_condition(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	struct condition *condition;

	/* Without `if`, `then` and `else` mean nothing. */
	if (!str_equal(rule->keyword->name, STR("if"))) {
		rule->keyword = NULL;
		return true;
	}
	condition = arena_new(compiler->arena, struct condition);
	rule->condition = condition;
	condition->test = compiler_child(compiler, schema, rule->value, true);
	return condition->test && compile_branch(compiler, schema, STR("then"), &condition->met) &&
	       compile_branch(compiler, schema, STR("else"), &condition->unmet);
}

bool check_condition(struct check *check, const struct rule *rule, struct node *node,
		     struct marks *marks)
{
	const struct condition *condition = rule->condition;
	const struct schema *branch = check_branch(check, condition->test, node, marks)
					      ? condition->met
					      : condition->unmet;

	return !branch || check_node(check, branch, node, marks);
}

void explain_condition(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	const struct condition *condition = rule->condition;
	bool met = check_node(&explain->check, condition->test, spot->node, NULL);
	const struct schema *branch = met ? condition->met : condition->unmet;

	if (branch)
		explain_node(explain, branch, spot);
}
