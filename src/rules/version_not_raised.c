#include "rules/changed.h"

static const struct change *first_major(const struct rule_run *run, size_t *count)
{
	const struct change *first = NULL;

	*count = 0;
	for (size_t i = 0; i < run->change_count; i++) {
		if (change_types[run->changes[i].kind].weight != WEIGHT_MAJOR)
			continue;
		first = first ? first : &run->changes[i];
		++*count;
	}
	return first;
}

static void on_changes(struct rule_run *run)
{
	const struct value *version = &run->plan->version;
	const struct change *first;
	struct finding *finding;
	struct str now = str_trim(version->text);
	size_t count;

	/* A plan that does not count its versions has none to raise. */
	if (!now.len || !version->node || version->node->bad ||
	    !str_equal(now, str_trim(run->before->version.text)))
		return;
	first = first_major(run, &count);
	if (!first)
		return;
	finding = report_add(run->report, &rule_version_not_raised.kind, node_span(version->node),
			     "the plan is still version %.*s, with %zu major change%s",
			     STR_ARG(now), count, count == 1 ? "" : "s");
	finding_hint(run->report, finding,
		     "raise `version:`, so that readers can tell which state they have");
	finding_relate(run->report, finding, first->after.source ? first->after : first->before,
		       "%s%s", count == 1 ? "" : "the first: ", change_types[first->kind].one);
}

#define PLAN "title: Housing Plan\n"
#define ACTION                                             \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    due: 2024-09\n"

const struct rule rule_version_not_raised = {
	.kind = {
		.name = "version-not-raised",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "A plan has a major change, and the `version` that it had before.",
		.advice =
			"Whoever quotes the plan, or has it on paper, tells by its version which state "
			"that is. Raise it with every change of a date, a target, a lead, a status or of "
			"the list of actions; docs/changes.md lists what is major. A plan without "
			"`version:` is not asked for one.",
		.before = PLAN "version: 1.0\n" ACTION "    lead: head-of-housing\n",
		.bad = PLAN "version: 1.0\n" ACTION "    lead: director-of-place\n",
		.good = PLAN "version: 1.1\n" ACTION "    lead: director-of-place\n",
	},
	.on_changes = on_changes,
};
