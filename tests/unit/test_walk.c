/* Going through a plan: everything that is given, once, in the order of the tables. */
#include "base/buf.h"
#include "model/build.h"
#include "model/walk.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void take_value(void *context, const struct thing *owner, const struct field *field,
		       const void *value)
{
	const struct text *text = value;
	const struct ref *ref = value;

	buf_printf(context, "%.*s.%.*s", STR_ARG(owner->type->name), STR_ARG(field->name));
	if (field->type <= FIELD_TEXTS)
		buf_printf(context, "=%.*s", STR_ARG(text->words));
	if (field->type == FIELD_REF || field->type == FIELD_REFS)
		buf_printf(context, "=%.*s", STR_ARG(ref->id));
	buf_add_byte(context, ' ');
}

static void take_thing(void *context, const struct thing *thing)
{
	buf_printf(context, "(%.*s) ", STR_ARG(thing->type->name));
}

static void expect(const char *plan_text, unsigned types, bool enters, const char *expected)
{
	struct arena arena;
	struct source source;
	struct buf seen = { 0 };
	struct walk walk = { .types = types, .value = take_value, .context = &seen };
	struct node *root;
	struct plan *plan;

	arena_init(&arena);
	source_init(&source, &arena, STR("plan.yaml"), str_from(plan_text));
	root = yaml_read(&source, &arena, NULL);
	assert_non_null(root);
	plan = plan_build(&arena, root, STR("council/plan"), NULL);
	walk.enter = enters ? take_thing : NULL;
	thing_walk(&plan->thing, &walk);
	if (!str_equal(buf_str(&seen), str_from(expected)))
		fail_msg("“%.*s” instead of “%s”", STR_ARG(buf_str(&seen)), expected);
	buf_release(&seen);
	arena_release(&arena);
}

static const char plan[] =
	"actions:\n"
	"  - id: a\n"
	"    lead: [x, y]\n"
	"    activity: Ask.\n"
	"    steps: [One, Two, null]\n"
	"    due: 2024\n"
	"    measures: [Prose, {indicator: Share, target: all, breakdown: [Age]}]\n"
	"title: Plan\n"
	"parent: other/plan\n"
	"sections:\n"
	"  - {title: S, sections: [{title: T, figures: [{label: F, value: 1}]}]}\n";

static void gives_each_value_once(void **state)
{
	(void)state;
	expect(plan, FIELD_BIT(FIELD_TEXT) | FIELD_BIT(FIELD_PLAIN) | FIELD_BIT(FIELD_TEXTS), false,
	       "plan.title=Plan section.title=S section.title=T figure.label=F action.activity=Ask. "
	       "action.steps=One action.steps=Two action.steps= measure.text=Prose "
	       "measure.indicator=Share measure.breakdown=Age ");
	expect(plan, FIELD_BIT(FIELD_REF) | FIELD_BIT(FIELD_REFS), false,
	       "parent.plan=other/plan action.lead=x action.lead=y ");
	expect(plan, FIELD_BIT(FIELD_DATE) | FIELD_BIT(FIELD_TARGET) | FIELD_BIT(FIELD_VALUE),
	       false, "figure.value action.due measure.target ");
	expect(plan, FIELD_BIT(FIELD_THINGS), false,
	       "plan.sections section.sections section.figures plan.actions action.measures ");
	expect("{}\n", ~0u, false, "");
}

static void enters_each_thing_once(void **state)
{
	(void)state;
	expect(plan, 0, true,
	       "(plan) (parent) (section) (section) (figure) (action) (measure) (measure) ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_each_value_once),
		cmocka_unit_test(enters_each_thing_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
