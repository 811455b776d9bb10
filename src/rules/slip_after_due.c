#include "rules/changed.h"
#include "rules/wording.h"

/* A date as it was; false where it cannot be read. */
static bool read_old(struct rule_run *run, const struct change *change, struct date *date)
{
	struct str fix, why;

	return change->old.kind == VALUE_TEXT &&
	       date_parse(change->old.text, run->arena, date, &fix, &why) == DATE_OK &&
	       date->kind == DATE_GIVEN && !date->open_end;
}

static void on_change(struct rule_run *run, const struct change *change)
{
	struct finding *finding;
	struct date old = { 0 };
	struct str name, due;
	long late;

	if (!changed_is_slip(change) || !read_old(run, change, &old) || old.latest >= run->as_of)
		return;
	name = changed_name(run, change);
	due = wording_date(run, &old);
	late = (long)run->as_of - old.latest;
	finding = changed_report(
		run, &rule_slip_after_due, change,
		"%.*s was due %.*s: its date moved %s %ld day%s after it had passed", STR_ARG(name),
		STR_ARG(due), change->kind == CHANGE_DATE_SLIPPED ? "later" : "away", late,
		late == 1 ? "" : "s");
	finding_hint(run->report, finding,
		     "say under `revisions:` why it was not moved before it "
		     "passed");
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"

const struct rule rule_slip_after_due = {
	.kind = {
		.name = "slip-after-due",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "A date moved later, or away, when it had already passed.",
		.advice =
			"Whoever counted on the date has waited in vain by then, and it reads as if "
			"nobody had looked at the plan in between. Move a date when it is known that "
			"it cannot be kept, and say why under `revisions:`. What has passed is told "
			"by the day of the check, or by `--as-of`.",
		.before = PLAN "    due: 2024-09\n",
		.bad = PLAN "    due: 2025-03\n"
			    "    revisions:\n"
			    "      - date: 2025-01-10\n"
			    "        reason: The survey waits for the new list of tenants.\n",
		.good = PLAN "    due: 2024-09\n"
			     "    status: done\n",
	},
	.on_change = on_change,
};
