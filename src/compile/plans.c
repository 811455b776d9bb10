#include "base/crew.h"
#include "compile/run.h"
#include "compile/usage.h"
#include "compile/waivers.h"
#include "rules/rule.h"
#include "schema/schema.h"

#include <string.h>

/*
 * How many plans a hand has in a wave: enough that none waits long for the others, and
 * few, as their models are all there at once.
 */
#define WAVE_OF_HAND 8

/*
 * The passes over one plan. It lives in the arena of its plan, and what is done side by
 * side writes there alone; of the run it only reads what changes between the waves.
 */
struct pass {
	struct run *run;
	struct found_plan *found;
	struct arena *arena;
	struct council *council;
	struct loader loader;
	struct report report; /* what is wrong with this plan */
	struct rule_run rules;
	bool waits; /* for its turn: other plans matter to it */
};

struct council *run_council(struct run *run, struct found_council *found)
{
	if (!found)
		return council_build(&run->result->arena, NULL, (struct str){ 0 });
	if (!found->council)
		found->council = load_council(&run->loader, found);
	return found->council;
}

/* Names that the addresses of pages need for themselves; languages have two letters. */
static bool is_taken(struct str name)
{
	return name.len == 2 || str_equal(name, STR("leads")) || str_equal(name, STR("actions")) ||
	       str_equal(name, STR("themes")) || str_equal(name, STR("assets"));
}

void run_check_name(struct report *report, struct str name, struct span where)
{
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
static void check_folders(struct pass *pass)
{
	const struct found_plan *found = pass->found;
	struct span where = { .source = found->plan->source };
	struct finding *finding;

	run_check_name(&pass->report, found->id, where);
	if (found->council || pass->run->options->is_alone)
		return;
	finding = report_add(&pass->report, &rule_reference_file.kind, where,
			     "no folder above this plan has a council.yaml");
	finding_hint(&pass->report, finding,
		     "put the plan's folder into its council's, beside a council.yaml");
}

/* ---------------------------------------------------------------- side by side */

static bool names_other_plan(const struct ref *ref)
{
	return ref->kind == REF_PLAN ||
	       (ref->kind == REF_ACTION && str_find_byte(ref->id, '#', 0) < ref->id.len);
}

/* Whether other plans matter to what is said of it. */
static bool must_wait(const struct run *run, const struct found_plan *found)
{
	const struct plan *plan = found->plan;
	bool waits = found->has_namesake || map_find(&run->found, plan->thing.id) != found;

	for (size_t i = 0; !waits && i < plan->refs.len; i++)
		waits = names_other_plan(plan->refs.at[i]);
	return waits;
}

static void read_plan(struct pass *pass)
{
	struct found_plan *found = pass->found;

	found->plan = load_plan(&pass->loader, found);
	found->plan->council = pass->council;
	if (found->is_asked)
		check_folders(pass);
	pass->waits = must_wait(pass->run, found);
}

/* What its refs lead to, and the rules. */
static void check_plan(struct pass *pass)
{
	const struct run *run = pass->run;
	struct plan *plan = pass->found->plan;
	bool is_adopted = run->options->is_strict || plan_is_adopted(plan);

	plan_resolve(plan, pass->council, &run->index);
	pass->rules = (struct rule_run){
		.report = &pass->report,
		.arena = pass->arena,
		.as_of = run->options->as_of,
		.numbers = run->numbers,
		.council = pass->council,
		.plan = plan,
		.index = &run->index,
		.addresses = run->addresses.at,
		.address_count = run->addresses.len,
	};
	/* Of a plan.yaml that cannot be read there is nothing more to say. */
	if (plan->thing.node && !run->options->skip_rules)
		rules_check_plan(&pass->rules, is_adopted ? run->adopted_rules : run->draft_rules);
}

/* All that can be done of a plan whatever is done of the others. */
static bool begin_plan(void *context, unsigned hand, size_t number)
{
	struct found_plan **wave = context;
	struct pass *pass = wave[number]->pass;

	(void)hand;
	if (!pass->found->plan)
		read_plan(pass);
	if (!pass->waits)
		check_plan(pass);
	return true;
}

/* ---------------------------------------------------------------- one by one */

/* Makes a plan ready to be read. One that another plan led to was read before. */
static void prepare(struct run *run, struct found_plan *found)
{
	struct arena *arena;

	if (found->pass)
		return;
	arena = run->spare.len ? run->spare.at[--run->spare.len]
			       : arena_new(&run->result->arena, struct arena);
	found->pass = arena_new(arena, struct pass);
	*found->pass = (struct pass){
		.run = run,
		.found = found,
		.arena = arena,
		.council = run_council(run, found->council),
		.loader = run->loader,
	};
	report_init(&found->pass->report, arena);
	found->pass->loader.arena = arena;
	found->pass->loader.report = found->is_asked ? &found->pass->report : NULL;
	found->pass->loader.is_apart = true;
}

/* Keeps a plan, and its place under its address, where it is the first of it. */
static void keep(struct run *run, struct found_plan *found)
{
	struct arena *arena = &run->result->arena;

	if (found->is_kept)
		return;
	found->is_kept = true;
	found->plan->namesake = map_add(&run->index.plans, arena, found->plan->thing.id,
					found->plan);
	vec_add(arena, &run->result->kept, found->pass->arena);
}

/*
 * A plan that a ref leads to is read and kept. One that was read and let go
 * before is read a second time, which only costs time.
 */
static void read_referred(struct run *run, const struct ref *ref)
{
	struct str address = str_slice(ref->id, 0, str_find_byte(ref->id, '#', 0));
	struct found_plan *found = names_other_plan(ref) ? map_find(&run->found, address) : NULL;

	if (!found)
		return;
	prepare(run, found);
	if (!found->plan)
		read_plan(found->pass);
	if (!found->is_asked)
		loader_tell_failures(&found->pass->loader);
	keep(run, found);
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

static void summarise(struct run *run, const struct pass *pass)
{
	const struct plan *plan = pass->found->plan;
	struct arena *arena = &run->result->arena;
	struct plan_summary summary = {
		.address = arena_copy(arena, plan->thing.id),
		.actions = plan->all_actions.len,
		.leads = count_leads(plan, pass->arena),
		.is_incomplete = plan->is_incomplete,
	};

	memcpy(summary.grades, plan->grades, sizeof(summary.grades));
	vec_add(arena, &run->result->summaries, summary);
}

/* A plan that waited: those that it names are there now. */
static void check_waiting(struct run *run, struct pass *pass)
{
	const struct plan *plan = pass->found->plan;

	keep(run, pass->found);
	for (size_t i = 0; i < plan->refs.len; i++)
		read_referred(run, plan->refs.at[i]);
	check_plan(pass);
}

/* The plan is let go when nobody will ask for it: no finding, no ref, no caller. */
static void let_go(struct run *run, struct pass *pass)
{
	struct found_plan *found = pass->found;
	struct arena *arena = pass->arena;

	if (!run->options->only_findings || pass->report.findings.len)
		keep(run, found);
	if (found->is_kept)
		return;
	arena_reset(arena);
	found->plan = NULL;
	found->pass = NULL;
	vec_add(&run->result->arena, &run->spare, arena);
}

/* Hands what was found of a plan to the result. */
static void end_plan(struct run *run, struct pass *pass)
{
	struct compilation *result = run->result;
	struct found_plan *found = pass->found;
	struct arena *arena = &result->arena;

	if (pass->waits)
		check_waiting(run, pass);
	loader_tell_failures(&pass->loader);
	for (size_t i = 0; i < pass->report.findings.len; i++)
		vec_add(arena, &result->report.findings, pass->report.findings.at[i]);
	if (found->council && !run->options->skip_rules)
		usage_add(found->council, arena, &pass->rules);
	if (plan_has_waivers(found->plan) && !run->options->skip_rules) {
		vec_add(arena, &result->waiving, found->plan);
		keep(run, found);
	}
	summarise(run, pass);
	if (!run->options->only_findings)
		vec_add(arena, &result->plans, found->plan);
	let_go(run, pass);
}

/*
 * Plans go in waves. Each is read, and where it stands alone checked, side by side with
 * the others; then each has its turn, in their order, which is all that the result and
 * the plans that wait for others can tell. So both are the same with any number of hands.
 */
void compile_plans(struct run *run)
{
	const struct discovery *discovery = &run->discovery;
	unsigned hands = loader_is_shareable(&run->loader) ? run->options->hands : 1;
	size_t most = hands > 1 ? (size_t)hands * WAVE_OF_HAND : 1;
	struct found_plan **wave = arena_new_array(&run->result->arena, struct found_plan *, most);
	struct crew_work work = { begin_plan, wave, 0 };

	for (size_t i = 0; i < discovery->plans.len; i++) {
		if (discovery->plans.at[i]->is_asked)
			wave[work.count++] = discovery->plans.at[i];
		if (work.count < most && i + 1 < discovery->plans.len)
			continue;
		for (size_t j = 0; j < work.count; j++)
			prepare(run, wave[j]);
		crew_run(&work, hands);
		for (size_t j = 0; j < work.count; j++)
			end_plan(run, wave[j]->pass);
		work.count = 0;
	}
	for (size_t i = 0; i < run->spare.len; i++)
		arena_release(run->spare.at[i]);
}
