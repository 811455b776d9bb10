#include "model/date_guess.h"
#include "rules/rule.h"
#include "rules/wording.h"
#include "tree/scalar.h"

#define FORMS                                                                                \
	"a day `2024-09-30`, a month `2024-09`, a year `2024`, a financial year `2024-25`, " \
	"a quarter of it `2024-25 Q2`, or a stretch of time `2024-09/2024-11`"

/* `tbc` and `unknown` may stand behind `due` alone. */
static bool may_wait(const struct field *field)
{
	return str_equal(field->name, STR("due"));
}

static struct finding *add(struct rule_run *run, const struct date *date, const char *fault)
{
	struct str words = wording_quote(run, date->node->text);

	return report_add(run->report, &rule_date_format.kind, node_span(date->node), "“%.*s” %s",
			  STR_ARG(words), fault);
}

static void hint_fix(struct rule_run *run, struct finding *finding, const struct node *node,
		     struct str fix, struct str why)
{
	if (fix.len)
		scalar_mend_plain(run->report, finding, node, fix);
	if (fix.len && why.len)
		finding_hint(run->report, finding, "write `%.*s`; %.*s", STR_ARG(fix),
			     STR_ARG(why));
	else if (fix.len)
		finding_hint(run->report, finding, "write `%.*s`", STR_ARG(fix));
	else if (why.len)
		finding_hint(run->report, finding, "%.*s", STR_ARG(why));
	else
		finding_hint(run->report, finding, "write " FORMS);
}

/* Whether key and value stand on one line with nothing else between: no comment, no anchor. */
static bool is_one_line(const struct pair *pair)
{
	struct str between = str_slice(pair->key->source->bytes, pair->key->end,
				       pair->value->begin);

	return pair->value->style != STYLE_LITERAL && pair->value->style != STYLE_FOLDED &&
	       str_equal(str_trim(between), STR(":")) &&
	       str_find_byte(between, '\n', 0) == between.len &&
	       str_find_byte(between, '\r', 0) == between.len;
}

/* Whether the action says that already, or with a slip in the key. */
static bool has_like(const struct node *map, struct str name)
{
	for (uint32_t i = 0; i < map->count; i++) {
		if (str_distance(map->pairs[i].key->text, name, 2) <= 2)
			return true;
	}
	return false;
}

/* `due: on-going` becomes `ongoing: true`, where nothing can be lost or said twice by it. */
static void mend_line(struct rule_run *run, struct finding *finding, const struct thing *owner,
		      const struct date *date)
{
	const struct pair *pair = node_find_pair(owner->node, STR("due"));
	struct str line = date_guess_line(date->node->text);
	struct span span = finding->span;

	if (owner->type != &type_action || !line.len || !pair || pair->value != date->node ||
	    !is_one_line(pair) ||
	    has_like(owner->node, str_slice(line, 0, str_find_byte(line, ':', 0))))
		return;
	span.begin = pair->key->begin;
	finding_edit(run->report, finding, span, line);
}

static void check_bad(struct rule_run *run, const struct thing *owner, const struct field *field,
		      const struct date *date)
{
	struct date ignored = { 0 };
	struct str fix, why;
	struct finding *finding;

	if (!str_trim(date->node->text).len) {
		finding = report_add(run->report, &rule_date_format.kind, node_span(date->node),
				     "there is no date behind `%.*s:`", STR_ARG(field->name));
		finding_hint(run->report, finding,
			     "write a date such as `2024-09`, or leave `%.*s:` out",
			     STR_ARG(field->name));
		return;
	}
	if (date_parse(date->node->text, run->arena, &ignored, &fix, &why) != DATE_FORMAT)
		return;
	if (!may_wait(field) && (str_equal(fix, STR("tbc")) || str_equal(fix, STR("unknown"))))
		fix = (struct str){ 0 };
	finding = add(run, date, "is not a date");
	/* “every year” is no date of a review, nor is `every:` when to review it. */
	if (str_equal(field->name, STR("review")) && str_find(why, STR("`every:"), 0) < why.len)
		why = STR("write the date of the next review, such as `2026-06`");
	if (wording_hint_curly(run, field->name, date->node, finding))
		return;
	hint_fix(run, finding, date->node, fix, why);
	if (!fix.len)
		mend_line(run, finding, owner, date);
}

static void check_period(struct rule_run *run, const struct date *period)
{
	struct finding *finding;

	if (period->precision == PRECISION_INTERVAL || period->precision == PRECISION_YEAR ||
	    period->precision == PRECISION_FINANCIAL_YEAR)
		return;
	finding = add(run, period, "is too short to be the period of a plan");
	finding_hint(
		run->report, finding,
		"write its first and last month, such as `2024-04/2025-03`, or a financial year, "
		"such as `2024-25`");
}

/* An empty due of an action is for date-missing to say. */
static bool is_empty_due(const struct thing *owner, const struct field *field,
			 const struct date *date)
{
	return owner->type == &type_action && may_wait(field) && !str_trim(date->node->text).len;
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	const struct date *date = value;

	switch (date->kind) {
	case DATE_NONE: break;
	case DATE_GIVEN:
		if (owner->type == &type_plan && str_equal(field->name, STR("period")))
			check_period(run, date);
		break;
	case DATE_TBC:
	case DATE_UNKNOWN:
		if (!date->node->bad && !may_wait(field))
			hint_fix(run, add(run, date, "is not a date"), date->node,
				 (struct str){ 0 }, (struct str){ 0 });
		break;
	case DATE_BAD:
		if (!date->node->bad && !is_empty_due(owner, field, date))
			check_bad(run, owner, field, date);
		break;
	}
}

const struct rule rule_date_format = {
	.kind = {
		.name = "date-format",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "A date is not written in one of the forms that can be read.",
		.advice =
			"Dates are written so that nobody can take them for another: the year first, "
			"then the month, then the day. Write " FORMS ". Put ~ behind a date that is "
			"approximate. A quarter needs its financial year, since “Q2 2023” may "
			"begin in April or in July. What is no date, such as “ongoing” or "
			"“quarterly”, has keys of its own.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: Sept 2024\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.visits = FIELD_BIT(FIELD_DATE),
	.on_value = on_value,
};
