#include "rules/balance.h"
#include "rules/prose.h"

static void add_half(struct reading *reading, const struct run *run, struct half half)
{
	struct report *report = reading->run->report;
	struct span span = reading_span(reading, run, half.begin, half.end);
	const char *what = half.pair == PAIR_QUOTE ? "quotation mark" : "bracket";
	struct finding *finding;

	if (half.opens)
		finding = report_add(report, &rule_text_unbalanced.kind, span,
				     "this %s is never closed", what);
	else
		finding = report_add(report, &rule_text_unbalanced.kind, span,
				     "this %s closes what was never opened", what);
	finding_hint(report, finding, "write its other half where it belongs, or take it out");
}

static void check(struct reading *reading)
{
	struct balance balance;
	struct runs runs;

	if (!balance_is_suspected(reading->node->text))
		return;
	runs = reading_runs(reading);
	balance_check(&runs, &balance);
	for (size_t i = 0; i < balance.len; i++)
		add_half(reading, &runs.at[balance.halves[i].run], balance.halves[i]);
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	if (prose_look(run, owner, field, value) & LOOK_PAIR)
		prose_read(run, &run->prose->last, check, NULL);
}

const struct rule rule_text_unbalanced = {
	.kind = {
		.name = "text-unbalanced",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "A bracket or a quotation mark lacks its other half.",
		.advice =
			"Readers cannot tell where the aside or the quotation ends, and a part of it "
			"may be lost. Looked at are ( ), [ ], “ ” and straight double quotes; "
			"apostrophes, single quotes, labels like a) and inches are left alone. Write "
			"the other half where it belongs.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: >-\n"
			"  We ask tenants (those in council homes what they think of repairs.\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: >-\n"
			"  We ask tenants (those in council homes) what they think of repairs.\n",
	},
	.visits = PROSE_FIELDS,
	.on_value = on_value,
};
