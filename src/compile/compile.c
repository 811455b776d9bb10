#include "compile/compile.h"
#include "compile/discover.h"
#include "compile/finish.h"
#include "compile/load.h"
#include "compile/since.h"
#include "compile/unchanged.h"
#include "compile/usage.h"
#include "compile/waivers.h"
#include "rules/rule.h"
#include "schema/schema.h"

#include <stdlib.h>
#include <string.h>

/* What the passes hand on to each other. */
struct run {
	struct compilation *result;
	const struct compile_options *options;
	struct loader loader;
	struct discovery discovery;
	struct map found;          /* address → struct found_plan */
	VEC(struct str) addresses; /* the same, as a list */
	struct plan_index index;   /* of the plans that are kept */
	const bool *draft_rules;   /* which rules speak on a draft, */
	const bool *adopted_rules; /* and on an adopted plan */
	const int *numbers;        /* that they go by */
	struct arena *work;        /* of the plan that is read now */
};

/* A path of the command line asks for what is below it, and for the plan that it is a part of. */
static bool is_asked(const struct compile_options *options, struct str path)
{
	for (size_t i = 0; i < options->path_count; i++) {
		if (path_is_below(path, options->paths[i]) ||
		    path_is_below(options->paths[i], path))
			return true;
	}
	return !options->path_count;
}

static struct council *council_of(struct run *run, struct found_council *found)
{
	if (!found)
		return council_build(&run->result->arena, NULL, (struct str){ 0 });
	if (!found->council)
		found->council = load_council(&run->loader, found);
	return found->council;
}

static struct str address_of(struct run *run, const struct found_plan *found)
{
	struct str council = found->council ? found->council->id : (struct str){ 0 };

	return arena_printf(&run->result->arena, "%.*s/%.*s", STR_ARG(council), STR_ARG(found->id));
}

static struct str settings_path(const struct compile_options *options)
{
	return options->settings.len ? options->settings : STR("planc.yaml");
}

/*
 * Other settings may exclude other folders: then what has the same bytes need not be
 * there in both. Those that were given hold for both.
 */
static bool has_same_settings(struct input *input, const struct compile_options *options)
{
	struct input_id here = { 0 }, there = { 0 };

	if (!options->unlike || options->settings_given)
		return options->unlike;
	return input_id(input, settings_path(options), &here) ==
		       input_id(options->unlike, settings_path(options), &there) &&
	       input_id_equal(&here, &there);
}

static void find_all(struct run *run)
{
	struct discovery *discovery = &run->discovery;
	struct arena *arena = &run->result->arena;

	discovery->arena = arena;
	discovery->input = run->loader.input;
	discovery->settings = &run->result->settings;
	if (has_same_settings(run->loader.input, run->options))
		discovery->unlike = run->options->unlike;
	discover(discovery);
	run->result->has_same = discovery->has_same;
	for (size_t i = 0; i < discovery->failures.len; i++) {
		run->result->status = COMPILE_FAILED;
		vec_add(arena, &run->result->failures, discovery->failures.at[i]);
	}
	for (size_t i = 0; i < discovery->plans.len; i++) {
		struct found_plan *found = discovery->plans.at[i];
		struct str address = address_of(run, found);
		struct found_plan *first = map_add(&run->found, arena, address, found);

		vec_add(arena, &run->addresses, address);
		found->is_asked = is_asked(run->options, found->path);
		if (first)
			first->has_namesake = true;
	}
	if (run->options->unchanged)
		unchanged_leave_out(run->options->unchanged, discovery);
}

/* Names that the addresses of pages need for themselves; languages have two letters. */
static bool is_taken(struct str name)
{
	return name.len == 2 || str_equal(name, STR("leads")) || str_equal(name, STR("actions")) ||
	       str_equal(name, STR("themes")) || str_equal(name, STR("assets"));
}

static void check_name(struct run *run, struct str name, struct span where)
{
	struct report *report = &run->result->report;
	struct finding *finding;

	if (is_id(name) && !is_taken(name))
		return;
	finding = report_add(
		report, &kind_schema_format, where,
		is_id(name) ? "a folder of plans cannot be called “%.*s”: the pages need that name"
			    : "the folder's name “%.*s” cannot stand in an address",
		STR_ARG(name));
	finding_hint(
		report, finding,
		"rename the folder: lower-case words of three letters or more, joined by hyphens");
}

/* A plan's address is made of the names of two folders. */
static void check_folders(struct run *run, const struct found_plan *found, const struct plan *plan)
{
	struct report *report = &run->result->report;
	struct span where = { .source = plan->source };
	struct finding *finding;

	check_name(run, found->id, where);
	if (found->council || run->options->is_alone)
		return;
	finding = report_add(report, &rule_reference_file.kind, where,
			     "no folder above this plan has a council.yaml");
	finding_hint(report, finding,
		     "put the plan's folder into its council's, beside a council.yaml");
}

/* Reads a plan into the arena of work, which is its own from now on. */
static void read_plan(struct run *run, struct found_plan *found)
{
	struct compilation *result = run->result;
	struct council *council = council_of(run, found->council);

	run->loader.report = found->is_asked ? &result->report : NULL;
	run->loader.arena = run->work;
	found->arena = run->work;
	found->plan = load_plan(&run->loader, found);
	found->plan->council = council;
	if (found->is_asked)
		check_folders(run, found, found->plan);
}

/* Keeps the plan that was read last: the next one gets an arena of its own. */
static void keep(struct run *run, struct found_plan *found)
{
	struct compilation *result = run->result;
	struct arena *arena = &result->arena;

	if (found->arena != run->work)
		return;
	found->plan->namesake = map_add(&run->index.plans, arena, found->plan->thing.id,
					found->plan);
	vec_add(arena, &result->kept, run->work);
	run->work = arena_new(arena, struct arena);
}

/*
 * A plan that a ref leads to is read and kept. One that was read and let go
 * before is read a second time, which only costs time.
 */
static void read_referred(struct run *run, const struct ref *ref)
{
	struct str address = str_slice(ref->id, 0, str_find_byte(ref->id, '#', 0));
	struct found_plan *found;

	if (ref->kind != REF_PLAN && (ref->kind != REF_ACTION || address.len == ref->id.len))
		return;
	found = map_find(&run->found, address);
	if (!found || found->plan)
		return;
	read_plan(run, found);
	keep(run, found);
}

/* Resolves what a plan refers to. Plans that it names need arenas beside its own. */
static void resolve(struct run *run, struct found_plan *found)
{
	struct plan *plan = found->plan;
	bool refers = false;

	for (size_t i = 0; i < plan->refs.len; i++) {
		const struct ref *ref = plan->refs.at[i];

		refers |= ref->kind == REF_PLAN ||
			  (ref->kind == REF_ACTION && str_find_byte(ref->id, '#', 0) < ref->id.len);
	}
	if (refers)
		keep(run, found);
	for (size_t i = 0; refers && i < plan->refs.len; i++)
		read_referred(run, plan->refs.at[i]);
	plan_resolve(plan, plan->council, &run->index);
}

/* How many people, posts and boards lead something in a plan. */
static size_t count_leads(const struct plan *plan, struct arena *arena)
{
	struct map seen = { 0 };

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct list *lead = &plan->all_actions.at[i]->lead;
		const struct ref *refs = lead->at;

		for (size_t j = 0; j < lead->len; j++) {
			if (refs[j].to)
				map_add(&seen, arena, refs[j].id, plan->all_actions.at[i]);
		}
	}
	return seen.count;
}

static void summarise(struct run *run, const struct found_plan *found)
{
	struct arena *arena = &run->result->arena;
	struct plan_summary summary = {
		.address = arena_copy(arena, found->plan->thing.id),
		.actions = found->plan->all_actions.len,
		.leads = count_leads(found->plan, found->arena),
		.is_incomplete = found->plan->is_incomplete,
	};

	memcpy(summary.grades, found->plan->grades, sizeof(summary.grades));
	vec_add(arena, &run->result->summaries, summary);
}

/* The plan that is at work is let go when nobody will ask for it: no finding, no ref, no caller. */
static void let_go(struct run *run, struct found_plan *found, size_t findings_before)
{
	if (found->arena != run->work)
		return;
	if (!run->options->only_findings || found->has_namesake ||
	    run->result->report.findings.len > findings_before) {
		keep(run, found);
		return;
	}
	arena_reset(run->work);
	found->plan = NULL;
}

/* The rules, and whom the plan names. What was found in it begins at `findings` of the report. */
static void check_plan(struct run *run, struct found_plan *found, size_t findings)
{
	struct compilation *result = run->result;
	struct rule_run rule_run = {
		.report = &result->report,
		.arena = found->arena,
		.as_of = run->options->as_of,
		.numbers = run->numbers,
		.council = found->plan->council,
		.plan = found->plan,
		.index = &run->index,
		.addresses = run->addresses.at,
		.address_count = run->addresses.len,
	};
	bool is_adopted = run->options->is_strict || plan_is_adopted(found->plan);

	/* Of a plan.yaml that cannot be read there is nothing more to say. */
	if (found->plan->thing.node)
		rules_check_plan(&rule_run, is_adopted ? run->adopted_rules : run->draft_rules);
	if (found->council)
		usage_add(found->council, &result->arena, &rule_run, findings);
	if (plan_has_waivers(found->plan)) {
		vec_add(&result->arena, &result->waiving, found->plan);
		keep(run, found);
	}
}

/* All passes over one plan. */
static void compile_plan(struct run *run, struct found_plan *found)
{
	struct compilation *result = run->result;
	/* Of one that another plan led to, what is wrong was found before. */
	size_t findings = found->plan ? 0 : result->report.findings.len;

	if (!found->plan)
		read_plan(run, found);
	if (found->has_namesake || map_find(&run->found, found->plan->thing.id) != found)
		keep(run, found);
	resolve(run, found);
	if (!run->options->skip_rules)
		check_plan(run, found, findings);
	summarise(run, found);
	if (!run->options->only_findings)
		vec_add(&result->arena, &result->plans, found->plan);
	let_go(run, found, findings);
}

static void compile_council(struct run *run, struct found_council *found)
{
	struct compilation *result = run->result;
	struct council *council = council_of(run, found);

	check_name(run, found->id, (struct span){ .source = council->source });
	vec_add(&result->arena, &result->councils, council);
}

/* Behind its plans: a rule asks whom they name. */
static void check_council(struct run *run, const struct found_council *found)
{
	struct compilation *result = run->result;
	struct rule_run rule_run = {
		.report = &result->report,
		.arena = &result->arena,
		.council = found->council,
		.people_used = result->status == COMPILE_DONE ? usage_of(found) : NULL,
	};

	rules_check_council(&rule_run, run->adopted_rules);
}

static void compile_all(struct run *run)
{
	const struct discovery *discovery = &run->discovery;

	for (size_t i = 0; i < discovery->councils.len; i++) {
		if (is_asked(run->options, discovery->councils.at[i]->path))
			compile_council(run, discovery->councils.at[i]);
	}
	for (size_t i = 0; i < discovery->plans.len; i++) {
		struct found_plan *found = discovery->plans.at[i];

		if (found->is_asked)
			compile_plan(run, found);
		else if (found->council)
			found->council->is_use_unknown = true;
	}
	for (size_t i = 0; i < discovery->councils.len && !run->options->skip_rules; i++) {
		if (is_asked(run->options, discovery->councils.at[i]->path))
			check_council(run, discovery->councils.at[i]);
	}
}

enum compile_status compile(struct compilation *result, struct input *input,
			    const struct compile_options *options)
{
	struct compile_options own = *options;
	struct run run = { .result = result, .options = &own };

	/* What changed is told from models. */
	own.only_findings &= !own.before;
	*result = (struct compilation){
		.status = COMPILE_DONE,
		.is_whole = !options->path_count || !options->paths[0].len,
	};
	arena_init(&result->arena);
	report_init(&result->report, &result->arena);
	loader_init(&run.loader, result, input, options->cache);
	if (options->settings_given)
		load_given_settings(&run.loader, options->settings_given, options->settings_input);
	else
		load_settings(&run.loader, settings_path(options));
	if (result->status == COMPILE_DONE && !options->skip_rules && !options->settings_given)
		load_baseline(&run.loader);
	if (result->status == COMPILE_DONE) {
		run.draft_rules = settings_enabled(&result->settings, &result->arena, false);
		run.adopted_rules = settings_enabled(&result->settings, &result->arena, true);
		run.numbers = settings_numbers(&result->settings, &result->arena);
		run.work = arena_new(&result->arena, struct arena);
		find_all(&run);
		compile_all(&run);
		arena_release(run.work);
	}
	if (result->status != COMPILE_SETTINGS && options->before)
		since_compile(result, input, options);
	loader_release(&run.loader);
	finish_report(result, options);
	return result->status;
}

void compilation_release(struct compilation *result)
{
	for (size_t i = 0; i < result->kept.len; i++)
		arena_release(result->kept.at[i]);
	if (result->before)
		compilation_release(result->before);
	arena_release(&result->arena);
}

struct diff_side compilation_side(const struct compilation *result)
{
	return (struct diff_side){
		result->plans.at,
		result->plans.len,
		result->councils.at,
		result->councils.len,
	};
}
