#include "model/sums.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* The parts as they stand in the plan: “647 + 232”. */
static struct str parts_of(struct rule_run *run, const struct sum_check *check)
{
	struct buf words = { 0 };
	struct str copy;

	for (size_t i = 0; i < check->parts.len; i++) {
		if (i)
			buf_add_c(&words, " + ");
		buf_add(&words, str_trim(check->parts.at[i].value.text));
	}
	copy = wording_quote(run, buf_str(&words));
	buf_release(&words);
	return copy;
}

static void add_wrong(struct rule_run *run, const struct sum *sum, const struct sum_check *check)
{
	struct str parts = parts_of(run, check);
	struct str total = wording_quote(run, check->total.value.text);
	struct buf actual = { 0 };
	struct finding *finding;

	number_print(check->sum, &actual);
	finding = report_add(run->report, &rule_figures_sum.kind, node_span(sum->total.node),
			     "%.*s is %s, not %.*s", STR_ARG(parts), actual.at, STR_ARG(total));
	finding_hint(run->report, finding,
		     "put right the total or a part, or name the figures that it is made of");
	if (check->total.figure && check->total.value.node)
		finding_relate(run->report, finding, node_span(check->total.value.node),
			       "the total stands here");
	buf_release(&actual);
}

static void add_unknown(struct rule_run *run, const struct value *value, const char *why)
{
	struct str words = wording_quote(run, value->text);
	struct finding *finding = report_add(run->report, &rule_figures_sum.kind,
					     node_span(value->node),
					     "“%.*s” %s, so the sum cannot be checked",
					     STR_ARG(words), why);

	finding_hint(run->report, finding,
		     "write the id or the label of a figure of this section, or a group of them");
}

/* What keeps a sum from being checked: the first part, or the total, that is no number. */
static void explain_unknown(struct rule_run *run, const struct sum_check *check)
{
	for (size_t i = 0; i <= check->parts.len; i++) {
		const struct sum_term *term = i < check->parts.len ? &check->parts.at[i]
								   : &check->total;

		if (term->is_number)
			continue;
		if (!term->value.node || term->value.node->bad)
			return;
		add_unknown(run, &term->value, term->figure ? "is no number" : "names no figure");
		return;
	}
}

static void check_section(struct rule_run *run, const struct section *section)
{
	const struct sum *sums = section->sums.at;
	const struct section *inner = section->sections.at;
	size_t work = SUM_WORK;

	for (size_t i = 0; i < section->sums.len; i++) {
		struct sum_check check;

		if (!sums[i].total.node || sums[i].total.node->bad || !sums[i].of.len)
			continue;
		sum_check(section, &sums[i], &work, run->arena, &check);
		if (check.result == SUM_WRONG)
			add_wrong(run, &sums[i], &check);
		else if (check.result == SUM_UNKNOWN)
			explain_unknown(run, &check);
	}
	for (size_t i = 0; i < section->sections.len; i++)
		check_section(run, &inner[i]);
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	const struct section *sections = plan->sections.at;

	for (size_t i = 0; i < plan->sections.len; i++)
		check_section(run, &sections[i]);
}

const struct rule rule_figures_sum = {
	.kind = {
		.name = "figures-sum",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "Declared parts do not add up to their total.",
		.advice =
			"Where a section declares a sum, readers will add it up. The total, or the "
			"number of the figure it names, must be exactly what the parts come to; "
			"decimals count to the last digit.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"sections:\n"
			"  - id: our-staff\n"
			"    title: Our staff\n"
			"    figures:\n"
			"      - {id: full-time, label: Full time, value: 120}\n"
			"      - {id: part-time, label: Part time, value: 30}\n"
			"      - {id: staff, label: Staff, value: 160}\n"
			"    sums:\n"
			"      - {total: staff, of: [full-time, part-time]}\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"sections:\n"
			"  - id: our-staff\n"
			"    title: Our staff\n"
			"    figures:\n"
			"      - {id: full-time, label: Full time, value: 120}\n"
			"      - {id: part-time, label: Part time, value: 30}\n"
			"      - {id: staff, label: Staff, value: 150}\n"
			"    sums:\n"
			"      - {total: staff, of: [full-time, part-time]}\n",
	},
	.on_plan = on_plan,
};
