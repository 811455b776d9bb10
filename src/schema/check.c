#include "schema/check.h"
#include "schema/explain.h"

void check_init(struct check *check)
{
	check->scope = NULL;
	check->depth = 0;
	check->steps = CHECK_STEPS;
	check->stop = STOP_NOT;
	check->matcher = (struct matcher){ .budget = &check->steps };
	stack_init(&check->stack);
}

void check_release(struct check *check)
{
	matcher_release(&check->matcher);
	stack_release(&check->stack);
}

static size_t mark_words(const struct node *node)
{
	return ((size_t)node->count + 63) / 64;
}

struct marks marks_new(struct check *check, const struct node *node)
{
	return (struct marks){ stack_push(&check->stack, mark_words(node)) };
}

void marks_merge(struct check *check, const struct marks *to, const struct marks *from,
		 const struct node *node)
{
	for (size_t i = 0; i < mark_words(node); i++)
		check->stack.words[to->offset + i] |= check->stack.words[from->offset + i];
}

static bool check_each(struct check *check, const struct schema *schema, struct node *node,
		       struct marks *marks)
{
	unsigned type = node_types(node);

	for (uint32_t i = 0; i < schema->rule_count; i++) {
		const struct rule *rule = &schema->rules[i];

		if (rule->keyword->types & type && !rule->keyword->check(check, rule, node, marks))
			return false;
	}
	return true;
}

/* unevaluated… asks for what its own schema evaluated, not what was before it. */
static bool check_marked(struct check *check, const struct schema *schema, struct node *node,
			 struct marks *marks)
{
	size_t used = check->stack.used;
	struct marks own = marks_new(check, node);
	bool passes = check_each(check, schema, node, &own);

	if (passes && marks)
		marks_merge(check, marks, &own, node);
	stack_pop(&check->stack, used);
	return passes;
}

static bool check_all_rules(struct check *check, const struct schema *schema, struct node *node,
			    struct marks *marks)
{
	if (schema->has_unevaluated && node->kind != NODE_SCALAR)
		return check_marked(check, schema, node, marks);
	return check_each(check, schema, node, marks);
}

static bool check_in_scope(struct check *check, const struct schema *schema, struct node *node,
			   struct marks *marks)
{
	struct scope scope = { schema->resource, check->scope };
	bool passes;

	check->scope = &scope;
	passes = check_all_rules(check, schema, node, marks);
	check->scope = scope.outer;
	return passes;
}

bool check_rules(struct check *check, const struct schema *schema, struct node *node,
		 struct marks *marks)
{
	bool passes;

	if (check->stop || !(schema->types & node_types(node)))
		return false;
	if (check->depth == CHECK_DEPTH)
		check->stop = STOP_DEPTH;
	else
		check_charge(check, (uint64_t)node->count + 1);
	if (check->stop)
		return false;
	check->depth++;
	passes = check_enters(check, schema) ? check_in_scope(check, schema, node, marks)
					     : check_all_rules(check, schema, node, marks);
	check->depth--;
	return passes && !check->stop;
}

bool check_branch(struct check *check, const struct schema *schema, struct node *node,
		  struct marks *marks)
{
	size_t used = check->stack.used;
	struct marks own;
	bool passes;

	if (!marks || node->kind == NODE_SCALAR)
		return check_node(check, schema, node, NULL);
	own = marks_new(check, node);
	passes = check_node(check, schema, node, &own);
	if (passes)
		marks_merge(check, marks, &own, node);
	stack_pop(&check->stack, used);
	return passes;
}

bool schema_check(const struct schema *schema, struct node *tree, struct report *report)
{
	struct check check;
	bool passes;

	check_init(&check);
	passes = check_node(&check, schema, tree, NULL);
	if (check.stop || check.matcher.gave_up)
		passes = false;
	check_release(&check);
	return passes || (report && explain_tree(schema, tree, report));
}
