#include "rules/changed.h"

static void on_change(struct rule_run *run, const struct change *change)
{
	struct finding *finding;
	struct str name, old;

	if (change->kind != CHANGE_REOPENED || change->reasons)
		return;
	name = changed_name(run, change);
	old = changed_words(run, &change->old);
	finding = changed_report(run, &rule_reopened_without_reason, change,
				 "%.*s was %.*s and is open again, and nothing says why",
				 STR_ARG(name), STR_ARG(old));
	changed_hint_reason(run, finding, change, "why it was opened again");
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"                      \
	"    due: 2024-09\n"

const struct rule rule_reopened_without_reason = {
	.kind = {
		.name = "reopened-without-reason",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "What was done or cancelled is open again, and no new `revisions` entry says why.",
		.advice =
			"Readers were told that this is over. If it is not, say what came to light: "
			"add an entry to the `revisions:` of the action, with the day and the reason. "
			"Work that begins anew is better told as a new action.",
		.before = PLAN "    status: done\n",
		.bad = PLAN "    status: in-progress\n",
		.good = PLAN "    status: in-progress\n"
			     "    revisions:\n"
			     "      - date: 2024-10-14\n"
			     "        reason: Half of the tenants had got no letter.\n",
	},
	.on_change = on_change,
};
