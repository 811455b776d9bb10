/*
 * Plans that show all words that pages have, in states with all kinds of changes between
 * them. What is the authors' is a letter, or begins with Zz.
 */
#ifndef UNIT_LANGUAGE_CASES_H
#define UNIT_LANGUAGE_CASES_H

#include "model/plan.h"
#include "render_fixture.h"
#include "render/words.h"

/* A plan of each kind and status, whose actions show each word of each field. */
static const char *const heads[] = {
	"status: draft\nkind: strategy\n",
	"status: consultation\nkind: report\n",
	"status: adopted\nkind: delivery\n",
	"status: closed\n",
};

#define REST                                                                                     \
	"period: 2023-04/2025-03\nversion: 2\nowner: housing-team\napproved: 2023-04\n"          \
	"review: 2024-05\nparent: {text: T}\nlanguages: [en, cy]\nlinks: [{title: L}]\n"         \
	"waive: [{rule: r, reason: R, until: 2024-05}]\npriorities: [{id: p, title: P}]\n"       \
	"resources: [{text: R}]\nworkstreams: [{area: A, name: N, lead: housing-team},"          \
	" {area: A, name: M}]\nmeasures: [M]\n"                                                  \
	"sections: [{id: s, title: S, figures: [{id: a, label: A, value: 1}, {id: b, label: B,"  \
	" value: x}], sums: [{total: 1, of: [a]}, {total: 2, of: [a]}, {total: 2, of: [b]}]}]\n" \
	"themes:\n"                                                                              \
	"  - {id: t, title: T, supports: [p], key_elements: [K], measures: [M], waive:"          \
	" [{rule: r, reason: R}], actions: [{id: a, activity: A},"                               \
	" {id: b, activity: B, lead: head-of-housing, support: housing-team, partners: [P],"     \
	" depends_on: [a], outcomes: [O], lead_note: N, replaces: old},"                         \
	" {id: c, activity: C, lead: [head-of-housing, housing-team], split_from: old,"          \
	" accountable: housing-team, measures: [M]}]}\n"                                         \
	"  - {id: u, title: U}\nactions:\n"

static const char *const actions[] = {
	"status: not-started, rag: red, every: week",
	"status: in-progress, rag: amber, every: month",
	"status: paused, rag: green, every: quarter, review: 2025",
	"status: cancelled, every: half-year, ongoing: true, milestones: [{what: M, due: 2024}]",
	"status: done, done: 2024-01-02, every: year, start: 2023-05, until: 2024~",
	"due: unknown, depends_on: [{text: T}], measures: [more zzl, number of zzm]",
	"due: tbc, milestones: [{what: M, due: tbc, start: 2024, done: 2025, status: paused}]",
	"due: 2024-05/.., notes: [N], supports: [p], links: [{title: L}], resources: [{text: R,"
	" source: S, status: secured}, {text: R, status: required}], waive: [{rule: r, reason: R}]",
	"milestones: [{what: M, due: 2024-05}], updates: [{date: 2024, text: T, author: A}]",
	"revisions: [{date: 2024, reason: R, cause: funding, approved_by: B}, {date: 2024, reason:"
	" R, cause: capacity}, {date: 2024, reason: R, cause: dependency}, {date: 2024, reason: R,"
	" cause: statutory}, {date: 2024, reason: R, cause: other}, {date: 2024, reason: R,"
	" cause: scope}, {date: 2024, reason: R, approved_by: B}]",
	"measures: [{indicator: I, target: all, kind: number, by: 2024, every: year, direction: up,"
	" source: S, unit: '%', baseline: {value: 4, at: 2023}, actuals: [{at: 2024, value: 5}]},"
	" {indicator: I, kind: yes-no, target: done}, {indicator: J, kind: qualitative, unit: d,"
	" evidence: E}, {indicator: K, target: Increase by 5%, direction: down}]",
	"measures: [{indicator: I, target: at least 5}, {indicator: I, target: at most 5},"
	" {indicator: I, target: below 5}, {indicator: I, target: above 5}, {indicator: I, target:"
	" more than 5}, {indicator: I, target: fewer than 5}, {indicator: I, target: exactly 5},"
	" {indicator: I, target: between 4 and 5}, {indicator: I, target: reduce by 5%}]",
	"due: 2023-05, measures: [{indicator: I, target: at least 5, baseline: 3}, {text: ' ', "
	"target: at least 5, baseline: 3, actuals: [{at: 2023, value: 4}, {at: 2024, value: 5}]},"
	" {indicator: I, target: below 5, actuals: [{at: 2023, value: 6}]}]",
	"due: 2030-05~, start: 2022",
	"due: 2024-12, start: 2023-06",
	"due: 2021, every: month",
};

/* Dates and more of some actions that moved, on the days of `past`. */
#define STATES 4
static const char *const moved[][STATES] = {
	{ "due: 2024-05", "due: 2024-06", "due: 2024-06", "due: 2024-06" },
	{ "due: 2023-05", "due: 2023-05", "due: 2024-05", "due: 2024-05, start: unknown" },
	{ "due: 2022-05", "due: 2022-06", "due: 2024-06-15", "due: 2024-06-15" },
	{ "due: 2022-05", "due: 2024-05", "due: 2026-05", "due: 2026-05" },
	{ "due: 2024-05", "due: 2024-07", "due: 2024-05", "due: 2024-05" },
	{ "due: 2024-05", "due: tbc", "due: tbc", "due: tbc" },
	{ "due: 2024-05-02", "due: 2024-05-01", "due: 2024-05-01", "due: 2024-05-01" },
	{ "due: 2024-05", "due: 2024-06", "due: 2024-08", "due: 2024-12" },
	{ "status: done, lead: head-of-housing", "status: in-progress", "status: paused",
	  "lead: [housing-team, board, group], accountable: board" },
	{ "measures: [{id: m, indicator: Zzn, target: at least 5, by: 2024}]",
	  "measures: [{id: m, indicator: Zzn, target: at least 4, by: 2024}]",
	  "measures: [{id: m, indicator: Zzn, target: between 5 and 6%, by: 2025}]",
	  "measures: [{id: m, indicator: Zzn, target: increase by 5 percentage points}]" },
	{ "milestones: [{id: m, what: Zzp, due: 2024}]",
	  "milestones: [{id: m, what: Zzp, due: 2025, status: in-progress}]",
	  "milestones: [{id: m, what: Zzp, due: 2025, status: cancelled}], until: 2025, review: 2025",
	  "milestones: [{id: m, what: Zzp, due: 2025, status: done, done: 2025}]" },
};
static const char *const reasons[] = {
	"revisions: [{date: 2024, reason: R}], ",
	"revisions: [{date: 2024, reason: R}, {date: 2025, reason: S}], ",
};

static inline void build_wordy(struct built *built, const char *head, size_t state)
{
	struct buf plan = { 0 };
	struct memory_file files[] = {
		file("exampleton/council.yaml",
		     "name: Zza\nformerly: Zzb\ncode: E00000001\nlicence: L\n"
		     "website: https://www.example.gov.uk\nabbreviations: {HoH: Zzc}\npeople:\n"
		     "  head-of-housing: {name: Zzd, kind: role, short: HoH, role: Zze,\n"
		     "    held_by: zzf, email: housing@example.gov.uk}\n"
		     "  someone: {name: Zzg, kind: person}\n"
		     "  board: {name: Zzh, kind: board}\n  group: {name: Zzi, kind: group}\n"
		     "  housing-team: {name: Zzj, kind: team}\n"),
		file("exampleton/plan/plan.yaml", ""),
	};

	buf_printf(&plan, "title: Zzk\n%s%s", head, REST);
	for (size_t i = 0; i < ARRAY_LEN(actions); i++)
		buf_printf(&plan, "  - {id: x%zu, activity: A, %s}\n", i, actions[i]);
	for (size_t i = 0; i < ARRAY_LEN(moved); i++)
		buf_printf(&plan, "  - {id: y%zu, activity: A, %s%s}\n", i,
			   i && state ? reasons[i % 2] : "", moved[i][state]);
	files[1].bytes = buf_str(&plan);
	build_all(built, files, ARRAY_LEN(files));
	for (size_t i = 0; i < built->result.report.findings.len; i++) {
		const struct finding *finding = built->result.report.findings.at[i];

		if (finding->severity == SEVERITY_ERROR)
			fail_msg("%s: %.*s", finding->kind->name, STR_ARG(finding->message));
	}
	buf_release(&plan);
}

/* The plan as it stood on some days, the last of which is built, and what its history says of it. */
struct past {
	struct built states[STATES];
	struct chronicle chronicle;
	struct changes changes;
	struct site_changes told;
};

/* What changed from the first state to the last, and each other kind of change there is, twice. */
static inline void past_compare(struct past *past)
{
	struct built *now = &past->states[STATES - 1];
	struct changes_view *view = &past->told.view;
	const struct plan *plan = now->result.plans.at[0];

	view->changes = &past->changes;
	view->before = (struct changes_side){ .day = 18993,
					      .plans = compilation_side(&past->states[0].result) };
	view->after = (struct changes_side){ .commit = STR("0123456789"),
					     .plans = compilation_side(&now->result) };
	view->source = STR("https://example.org/{path}#{line}");
	view->is_partial = true;
	diff(&past->changes, &now->arena, &view->before.plans, &view->after.plans);
	for (int i = 0; i < CHANGE_KINDS * 2; i++) {
		struct change change = {
			.kind = (enum change_kind)(i / 2),
			.plan = plan->thing.id,
			.address = plan->thing.id,
			.field = STR("status"),
			.action = plan->all_actions.at[0],
			.has_days = true,
			.days = i % 2 ? -1 : 2,
		};

		vec_add(&now->arena, &past->changes.list, change);
	}
	for (int i = 0; i < 11; i++)
		vec_add(&now->arena, &past->changes.unread, STR("1"));
	past->told.plan = plan->thing.id;
	now->changes = &past->told;
}

static inline struct built *past_open(struct past *past, const char *head)
{
	static const int32_t days[STATES] = { 18993, 19372, 19737, 19742 };

	*past = (struct past){ .chronicle.is_truncated = true,
			       .chronicle.truncated_at = { .name = STR_INIT("0123456789abc"),
							   .day = 18993 } };
	ledger_init(&past->chronicle.ledger);
	for (size_t i = 0; i < STATES; i++) {
		const struct ledger_step step = { .day = days[i], .is_known = !i };
		struct diff_side before = { 0 };
		struct diff_side after;

		build_wordy(&past->states[i], head, i);
		after = compilation_side(&past->states[i].result);
		if (i)
			before = compilation_side(&past->states[i - 1].result);
		ledger_add(&past->chronicle.ledger, &step, &before, &after);
	}
	past->states[STATES - 1].chronicle = &past->chronicle;
	past_compare(past);
	return &past->states[STATES - 1];
}

static inline void past_close(struct past *past)
{
	for (size_t i = 0; i < STATES; i++)
		release(&past->states[i]);
	ledger_release(&past->chronicle.ledger);
}

/* All files of a plan that people read, of its council, and of the site. */
static inline void render_whole(struct built *built, struct buf *out)
{
	for (size_t i = 0; renderers[i]; i++) {
		const struct output *output = renderers[i]->outputs;

		for (; renderers[i]->has_trees && output->write; output++) {
			if (output->scope != OUTPUT_LEAD && output->scope != OUTPUT_THEME &&
			    output->scope != OUTPUT_ACTION && output->scope != OUTPUT_OLD_ACTION)
				buf_add_c(out, render_output(built, output, 0));
		}
	}
}

static inline void render_parts(struct built *built, struct buf *out)
{
	static const char *const people[] = { "head-of-housing", "someone", "board", "group",
					      "housing-team" };
	const struct plan *plan = built->result.plans.at[0];
	const struct theme *themes = plan->themes.at;

	for (size_t i = 0; i < ARRAY_LEN(people); i++)
		buf_add_c(out, render_part(built, OUTPUT_LEAD, people[i]));
	for (size_t i = 0; i < plan->all_actions.len; i++)
		buf_add_c(out,
			  render_part(
				  built, OUTPUT_ACTION,
				  arena_copy(&built->arena, plan->all_actions.at[i]->thing.id).at));
	for (size_t i = 0; i < plan->themes.len; i++)
		buf_add_c(out, render_part(built, OUTPUT_THEME,
					   arena_copy(&built->arena, themes[i].thing.id).at));
	buf_add_c(out, render_part(built, OUTPUT_OLD_ACTION, "old"));
}

/* All that people read in a language, one page behind the other. */
static inline struct str render_language(struct built *built, const char *code)
{
	struct buf out = { 0 };
	struct str pages;

	built->language = str_from(code);
	render_whole(built, &out);
	render_parts(built, &out);
	pages = arena_copy(&built->arena, buf_str(&out));
	buf_release(&out);
	return pages;
}

/* Each sentence that sums up changes, each key of a file, and each word of its lists. */
static inline void say_all(struct built *built)
{
	const struct changes *changes = built->changes->view.changes;
	struct view view = { .language = built->language,
			     .unknown = &built->unknown,
			     .arena = &built->arena };
	struct buf out = { 0 };

	for (size_t i = 0; i + 1 < changes->list.len; i++) {
		changes_sum_up((struct changes_part){ &changes->list.at[i], 1 }, &view, &out);
		changes_sum_up((struct changes_part){ &changes->list.at[i], 2 }, &view, &out);
	}
	changes_sum_up((struct changes_part){ 0 }, &view, &out);
	for (size_t i = 0; thing_types[i]; i++) {
		for (size_t j = 0; j < thing_types[i]->field_count; j++) {
			const struct field *field = &thing_types[i]->fields[j];

			own_name_print(&view, field->name, &out);
			for (size_t k = 0; field->words && field->words[k]; k++)
				own_name_print(&view, str_from(field->words[k]), &out);
		}
	}
	buf_release(&out);
}

#endif
