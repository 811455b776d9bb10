#include "compile/waivers.h"
#include "model/date.h"
#include "tree/scalar.h"

#include <stdarg.h>

/* What the waivers of one plan are held against. */
struct waiving {
	struct report *report;
	const struct plan *plan;
	VEC(struct finding *) findings; /* those of the plan that were there before */
	int32_t as_of;
};

bool plan_has_waivers(const struct plan *plan)
{
	const struct theme *themes = plan->themes.at;
	bool has = plan->waive.len > 0;

	for (size_t i = 0; !has && i < plan->themes.len; i++)
		has = themes[i].waive.len > 0;
	for (size_t i = 0; !has && i < plan->all_actions.len; i++)
		has = plan->all_actions.at[i]->waive.len > 0;
	return has;
}

static bool stands_in(const struct finding *finding, const struct node *node)
{
	return !finding->is_of_plan && finding->span.source == node->source &&
	       finding->span.begin >= node->begin && finding->span.begin <= node->end;
}

static PRINTF_LIKE(4, 5) void complain(struct waiving *waiving, const struct finding_kind *kind,
				       const struct waiver *waiver, const char *format, ...)
{
	struct report *report = waiving->report;
	struct finding *finding;
	struct str words;
	va_list args;

	va_start(args, format);
	words = arena_vprintf(report->arena, format, args);
	va_end(args);
	finding = report_add(report, kind, node_span(waiver->rule.node), "%.*s", STR_ARG(words));
	if (kind == &kind_waiver_no_reason)
		finding_hint(report, finding, "say under `reason:` why this is accepted for now");
	else if (kind == &kind_waiver_expired)
		finding_hint(report, finding,
			     "mend what it held back, or set a later `until:` and say why");
	else
		finding_hint(report, finding, "take it out");
}

static bool kind_is_of_waivers(const struct finding_kind *kind)
{
	return kind == &kind_waiver_unused || kind == &kind_waiver_expired ||
	       kind == &kind_waiver_no_reason;
}

/* The kind of finding that a waiver names; NULL after a finding when it names none that can be waived. */
static const struct finding_kind *kind_of(struct waiving *waiving, const struct waiver *waiver)
{
	struct report *report = waiving->report;
	const char *nearest = NULL;
	const struct finding_kind *kind = catalogue_find(waiver->rule.words, &nearest);
	struct finding *finding;

	if (kind && !kind_is_reading(kind) && !kind_is_of_waivers(kind))
		return kind;
	finding = report_add(report, &kind_waiver_unused, node_span(waiver->rule.node),
			     kind ? "“%.*s” cannot be waived" : "there is no rule “%.*s”",
			     STR_ARG(waiver->rule.words));
	if (kind)
		finding_hint(report, finding, "take it out: %s",
			     kind_is_reading(kind) ? "a file that cannot be read is never clean"
						   : "mend the other waiver instead");
	else if (!nearest)
		finding_hint(report, finding, "`planc explain` lists them all");
	if (nearest && !kind) {
		finding_hint(report, finding, "did you mean `%s`?", nearest);
		scalar_mend(report, finding, waiver->rule.node, str_from(nearest));
	}
	return NULL;
}

static bool is_past(const struct waiver *waiver, int32_t as_of)
{
	return waiver->until.kind == DATE_GIVEN && waiver->until.latest < as_of;
}

/* Marks what one waiver holds back, of the findings in `within` (NULL: in all of the plan). */
static void apply(struct waiving *waiving, const struct waiver *waiver, const struct node *within)
{
	const struct finding_kind *kind;
	size_t count = 0;

	/* What it should say is missing or at fault, and was said. */
	if (!waiver->rule.node || waiver->rule.node->bad)
		return;
	kind = kind_of(waiving, waiver);
	if (!kind)
		return;
	if (!str_trim(waiver->reason.words).len) {
		if (!waiver->reason.node || !waiver->reason.node->bad)
			complain(waiving, &kind_waiver_no_reason, waiver,
				 "the waiver of “%s” gives no reason, so it does not count",
				 kind->name);
		return;
	}
	if (is_past(waiver, waiving->as_of)) {
		struct buf day = { 0 };

		date_print(&waiver->until, &day);
		complain(waiving, &kind_waiver_expired, waiver, "the waiver of “%s” ran until %.*s",
			 kind->name, STR_ARG(buf_str(&day)));
		buf_release(&day);
		return;
	}
	for (size_t i = 0; i < waiving->findings.len; i++) {
		struct finding *finding = waiving->findings.at[i];

		if (finding->kind != kind || finding->state != STATE_NEW ||
		    (within && !stands_in(finding, within)))
			continue;
		finding->state = STATE_WAIVED;
		finding->reason = arena_copy(waiving->report->arena,
					     str_trim(waiver->reason.words));
		count++;
	}
	/* What it is for may stand in a part that cannot be read, or in a change that went in. */
	if (!count && !waiving->plan->is_incomplete && !kind->before)
		complain(waiving, &kind_waiver_unused, waiver,
			 "the waiver of “%s” holds nothing back", kind->name);
}

static void apply_all(struct waiving *waiving, const struct list *waive, const struct node *within)
{
	const struct waiver *waivers = waive->at;

	for (size_t i = 0; i < waive->len; i++)
		apply(waiving, &waivers[i], within);
}

/* The nearest first: an action's own, its theme's, the plan's. */
static void apply_plan(struct waiving *waiving)
{
	const struct plan *plan = waiving->plan;
	const struct theme *themes = plan->themes.at;

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];

		apply_all(waiving, &action->waive, action->thing.node);
	}
	for (size_t i = 0; i < plan->themes.len; i++)
		apply_all(waiving, &themes[i].waive, themes[i].thing.node);
	apply_all(waiving, &plan->waive, NULL);
}

void waivers_apply(struct compilation *result, int32_t as_of)
{
	struct report *report = &result->report;
	size_t before = report->findings.len;

	for (size_t i = 0; i < result->waiving.len; i++) {
		struct waiving waiving = {
			.report = report,
			.plan = result->waiving.at[i],
			.as_of = as_of,
		};

		for (size_t j = 0; j < before; j++) {
			struct finding *finding = report->findings.at[j];
			const struct document *document = (const struct document *)
								  finding->span.source;

			if (document->plan == waiving.plan)
				vec_add(report->arena, &waiving.findings, finding);
		}
		apply_plan(&waiving);
	}
}

/* Ends with a waiver, to which reason and day can be added. */
#define EXAMPLE                                    \
	"title: Housing Plan\n"                    \
	"status: draft\n"                          \
	"actions:\n"                               \
	"  - id: staff-survey\n"                   \
	"    activity: Answer the staff survey.\n" \
	"    lead: all-managers\n"                 \
	"    waive:\n"                             \
	"      - rule: lead-collective\n"

const struct finding_kind kind_waiver_unused = {
	.name = "waiver-unused",
	.draft = SEVERITY_WARNING,
	.adopted = SEVERITY_WARNING,
	.summary = "A waiver holds no finding back.",
	.advice =
		"What it accepted has been mended, or it names a rule that never speaks here. Take it "
		"out: a waiver that stays behind would hide the same fault if it came back.",
	.bad = "title: Housing Plan\n"
	       "status: draft\n"
	       "waive:\n"
	       "  - rule: lead-collective\n"
	       "    reason: Every manager does this in their own team.\n",
	.good = "title: Housing Plan\n"
		"status: draft\n",
};

const struct finding_kind kind_waiver_expired = {
	.name = "waiver-expired",
	.draft = SEVERITY_WARNING,
	.adopted = SEVERITY_WARNING,
	.summary = "A waiver is past its day.",
	.advice =
		"The day behind `until:` is over, so what the waiver held back is told again. Mend it; "
		"or, where it must wait longer, set a later day and say why.",
	.bad = EXAMPLE "        reason: Every manager does this in their own team.\n"
		       "        until: 2020-06\n",
	.good = EXAMPLE "        reason: Every manager does this in their own team.\n",
};

const struct finding_kind kind_waiver_no_reason = {
	.name = "waiver-no-reason",
	.draft = SEVERITY_WARNING,
	.adopted = SEVERITY_WARNING,
	.summary = "A waiver gives no reason.",
	.advice =
		"A waiver is read by the next author and by whoever scrutinises the plan: they must "
		"be able to tell why a fault was accepted. Without a reason it holds nothing back.",
	.bad = EXAMPLE,
	.good = EXAMPLE "        reason: Every manager does this in their own team.\n",
};
