#include "rules/rule.h"
#include "rules/target_guess.h"
#include "rules/wording.h"
#include "rules/placeholder.h"
#include "tree/scalar.h"

/* The forms on one line. */
static struct str forms_of(struct rule_run *run)
{
	struct str forms = target_forms();
	struct str line = { 0 };

	for (size_t at = 0; at < forms.len;) {
		size_t end = str_find_byte(forms, '\n', at);
		struct str form = str_slice(forms, at, end);

		line = arena_printf(run->arena, "%.*s%s%.*s", STR_ARG(line), line.len ? "; " : "",
				    STR_ARG(form));
		at = end + 1;
	}
	return line;
}

/* What was meant; false when that cannot be told. */
static bool hint_guess(struct rule_run *run, const struct node *node, struct finding *finding)
{
	struct target_guess guess = target_guess(node->text, run->arena);
	struct str phrase = guess.phrase;

	if (!phrase.len)
		return false;
	if (!guess.other.len && !guess.by.len)
		scalar_mend(run->report, finding, node, phrase);
	if (guess.other.len)
		phrase = arena_printf(run->arena, "%.*s` or `target: %.*s", STR_ARG(guess.phrase),
				      STR_ARG(guess.other));
	if (guess.by.len)
		finding_hint(run->report, finding,
			     "write `target: %.*s`, and the date on a line of its own: `by: %.*s`",
			     STR_ARG(phrase), STR_ARG(guess.by));
	else
		finding_hint(run->report, finding, "write `target: %.*s`", STR_ARG(phrase));
	return true;
}

static void check_bad(struct rule_run *run, const struct target *target)
{
	struct str words = wording_quote(run, target->node->text);
	struct target ignored = { 0 };
	struct finding *finding;
	struct str why, forms;

	if (target_parse(target->node->text, run->arena, &ignored, &why))
		return;
	finding = report_add(run->report, &rule_measure_target_format.kind, node_span(target->node),
			     "“%.*s” is not a target that can be read", STR_ARG(words));
	if (wording_hint_curly(run, STR("target"), target->node, finding) ||
	    hint_guess(run, target->node, finding))
		return;
	if (placeholder_is_nobody(target->node->text)) {
		finding_hint(run->report, finding, "leave `target:` out until it is settled");
		return;
	}
	forms = forms_of(run);
	if (why.len && str_find(why, STR("does not begin with"), 0) == why.len)
		finding_hint(run->report, finding, "%.*s", STR_ARG(why));
	else
		finding_hint(run->report, finding, "write it like one of these: %.*s",
			     STR_ARG(forms));
}

static bool is_percent(struct str unit)
{
	return str_equal(unit, STR("%")) || str_equal_nocase(unit, STR("percent")) ||
	       str_equal_nocase(unit, STR("per cent"));
}

static struct str singular(struct str unit)
{
	return unit.len > 2 && str_ends(unit, STR("s")) ? str_slice(unit, 0, unit.len - 1) : unit;
}

/* "working days" is a kind of "days". */
static bool ends_with_word(struct str unit, struct str word)
{
	size_t rest = unit.len - word.len;

	return unit.len > word.len && unit.at[rest - 1] == ' ' &&
	       str_equal_nocase(str_slice(unit, rest, unit.len), word);
}

static bool are_alike(struct str a, struct str b)
{
	if (is_percent(a) || is_percent(b))
		return is_percent(a) && is_percent(b);
	if (str_starts(a, STR("£")) && str_starts(b, STR("£")))
		return true;
	a = singular(a);
	b = singular(b);
	return str_equal_nocase(a, b) || ends_with_word(a, b) || ends_with_word(b, a);
}

/* A change by per cent goes with any unit, one by percentage points with a share. */
static bool is_change_of(const struct target *target, struct str unit)
{
	if (target->kind != TARGET_INCREASE_BY && target->kind != TARGET_REDUCE_BY)
		return false;
	return is_percent(target->unit) ||
	       (is_percent(unit) && str_starts(target->unit, STR("percentage point")));
}

static void check_unit(struct rule_run *run, const struct target *target, const struct text *unit)
{
	struct str key = str_trim(unit->words);
	struct finding *finding;
	struct str words, said;

	if (!unit->node || unit->node->bad || !key.len || !target->unit.len)
		return;
	if (is_change_of(target, key) || are_alike(target->unit, key))
		return;
	words = wording_quote(run, key);
	said = wording_quote(run, target->unit);
	finding = report_add(run->report, &rule_measure_target_format.kind, node_span(target->node),
			     "the target says “%.*s” and the unit “%.*s”", STR_ARG(said),
			     STR_ARG(words));
	finding_hint(run->report, finding,
		     "let both say the same, or leave `unit:` out: the target says it already");
	finding_relate(run->report, finding, node_span(unit->node), "the unit");
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	const struct target *target = value;
	const struct measure *measure = (const struct measure *)owner;

	(void)field;
	if (target->node->bad)
		return;
	if (target->kind == TARGET_BAD)
		check_bad(run, target);
	else if (owner->type == &type_measure)
		check_unit(run, target, &measure->unit);
}

const struct rule rule_measure_target_format = {
	.kind = {
		.name = "measure-target-format",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "A target cannot be read, or says another unit than `unit:` does.",
		.advice =
			"A target says which way and how much: at least 95%, at most 12 days, "
			"increase by 10%. A number alone does not say whether more or less is "
			"better. The unit may stand in the target or in `unit:`; where it stands "
			"in both, they must say the same. Percent and percentage points are "
			"different things: from 40% to 50% is an increase by 10 percentage "
			"points, and by 25%. What cannot be put so is described in `text:`, "
			"without a target.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: 40%\n",
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
	.visits = FIELD_BIT(FIELD_TARGET),
	.on_value = on_value,
};
