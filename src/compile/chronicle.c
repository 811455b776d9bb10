#include "compile/chronicle.h"
#include "compile/chronicle_run.h"
#include "compile/compile.h"
#include "compile/discover.h"

/* The plans of a moment, as far as they were asked for. */
struct state {
	struct arena arena;
	struct input *input; /* NULL: there were none */
	struct compilation compiled;
	bool is_compiled;
};

/* ---------------------------------------------------------------- states */

static void add_failure(struct chronicle_walk *walk, const struct moment *moment, struct str why)
{
	struct arena *arena = &walk->chronicle->arena;

	vec_add(arena, &walk->chronicle->failures,
		arena_printf(arena, "%.*s: %.*s", STR_ARG(moment->ancestor.commit.name),
			     STR_ARG(why)));
}

/* `moment` may be NULL: a state without plans. */
static bool state_open(struct chronicle_walk *walk, struct state *state,
		       const struct moment *moment)
{
	const struct chronicle_request *request = walk->request;
	struct str why;

	arena_init(&state->arena);
	if (!moment || !moment->has_folder)
		return true;
	state->input = input_open_revision(&state->arena, request->repository,
					   &moment->ancestor.commit, moment->folder, &why);
	if (!state->input) {
		add_failure(walk, moment, why);
		return false;
	}
	state->input->name = request->name;
	if (moment->folder.len)
		state->input->shown = arena_printf(&state->arena, "%.*s/", STR_ARG(moment->folder));
	return true;
}

/* Compiles what differs from `other`, or what is below a path (empty: all). */
static void state_compile(struct chronicle_walk *walk, struct state *state, struct input *other,
			  struct str path)
{
	struct compile_options options = {
		.paths = &path,
		.path_count = path.len != 0,
		.settings = walk->request->settings,
		.settings_given = walk->settings,
		.settings_input = walk->settings_input,
		.skip_rules = true,
		.unlike = other,
		.cache = &walk->chronicle->cache,
	};

	if (!state->input)
		return;
	state->is_compiled = true;
	compile(&state->compiled, state->input, &options);
}

static void state_close(struct state *state)
{
	if (state->is_compiled)
		compilation_release(&state->compiled);
	input_close(state->input);
	arena_release(&state->arena);
}

/* ---------------------------------------------------------------- gaps */

static void add_gap(struct chronicle_walk *walk, const struct moment *moment, struct str plan,
		    struct str file)
{
	struct chronicle *chronicle = walk->chronicle;
	const struct commit *commit = &moment->ancestor.commit;
	struct chronicle_gap gap = { commit->name, commit->day, file, plan };

	for (size_t i = chronicle->gaps.len; i > 0; i--) {
		const struct chronicle_gap *other = &chronicle->gaps.at[i - 1];

		if (!str_equal(other->commit, gap.commit))
			break;
		if (str_equal(other->file, file))
			return;
	}
	gap.file = arena_copy(&chronicle->arena, file);
	gap.plan = arena_copy(&chronicle->arena, plan);
	vec_add(&chronicle->arena, &chronicle->gaps, gap);
}

static bool is_whole(const struct plan *plan)
{
	return plan->thing.node && !plan->thing.node->bad && !plan->is_incomplete;
}

/* The files that keep a plan from being read; where that is not known, its first. */
static void add_gaps(struct chronicle_walk *walk, const struct moment *moment,
		     const struct state *state, const struct plan *plan)
{
	const struct report *report = &state->compiled.report;
	bool is_told = false;

	for (size_t i = 0; i < report->findings.len; i++) {
		const struct finding *finding = report->findings.at[i];
		const struct document *document = (const struct document *)finding->span.source;

		if (!kind_is_reading(finding->kind) || document->plan != plan)
			continue;
		add_gap(walk, moment, plan->thing.id, document->source.path);
		is_told = true;
	}
	if (!is_told)
		add_gap(walk, moment, plan->thing.id, plan->source->path);
}

/* Whether all that was asked for could be read; what could not, and not for its text, is noted. */
static bool is_usable(struct chronicle_walk *walk, const struct moment *moment,
		      const struct state *state)
{
	const struct compilation *compiled = &state->compiled;

	if (!state->is_compiled || compiled->status == COMPILE_DONE)
		return true;
	for (size_t i = 0; i < compiled->failures.len; i++) {
		struct str failure = compiled->failures.at[i];

		add_failure(walk, moment, failure);
		add_gap(walk, moment, STR(""),
			str_slice(failure, 0, str_find(failure, STR(": "), 0)));
	}
	return false;
}

/* ---------------------------------------------------------------- steps */

static struct behind *find_behind(struct behind *list, struct str address)
{
	while (list && !str_equal(list->address, address))
		list = list->next;
	return list;
}

/* A moment and what it is compared with. */
struct comparison_step {
	struct chronicle_walk *walk;
	struct moment *moment;
	const struct moment *parent; /* that could be read; NULL: there is none */
	struct state before;
	struct state after;
	VEC(struct state *) earlier; /* of plans that could not be read in `before` */
	VEC(struct str) held;        /* plans of `before` that cannot be read in `after` */
	VEC(struct plan *) before_plans;
	VEC(struct plan *) after_plans;
};

/* The plan as it was when it could be read last; or NULL. */
static struct plan *read_behind(struct comparison_step *step, const struct behind *behind)
{
	struct arena *arena = &step->before.arena;
	struct state *state;

	if (!behind || !behind->last)
		return NULL;
	state = arena_new(arena, struct state);
	vec_add(arena, &step->earlier, state);
	if (!state_open(step->walk, state, behind->last))
		return NULL;
	state_compile(step->walk, state, NULL, behind->path);
	for (size_t i = 0; i < state->compiled.plans.len; i++) {
		if (str_equal(state->compiled.plans.at[i]->thing.id, behind->was))
			return state->compiled.plans.at[i];
	}
	return NULL;
}

static struct plan *find_plan(const struct state *state, struct str address)
{
	for (size_t i = 0; state->is_compiled && i < state->compiled.plans.len; i++) {
		if (str_equal(state->compiled.plans.at[i]->thing.id, address))
			return state->compiled.plans.at[i];
	}
	return NULL;
}

static bool is_held(const struct comparison_step *step, struct str address)
{
	for (size_t i = 0; i < step->held.len; i++) {
		if (str_equal(step->held.at[i], address))
			return true;
	}
	return false;
}

/*
 * A plan that came and cannot be read may be one that went, whose folder was renamed:
 * the one whose own folder is called so, or the only one.
 */
static const struct plan *find_former(const struct comparison_step *step, const struct plan *plan)
{
	const struct compilation *before = &step->before.compiled;
	struct str name = path_name(plan->path);
	const struct plan *only = NULL;
	size_t count = 0;

	for (size_t i = 0; step->before.is_compiled && i < before->plans.len; i++) {
		const struct plan *other = before->plans.at[i];

		if (find_plan(&step->after, other->thing.id) || is_held(step, other->thing.id))
			continue;
		if (str_equal(path_name(other->path), name))
			return other;
		only = other;
		count++;
	}
	return count == 1 ? only : NULL;
}

/* What is known of a plan that cannot be read now; its former self is neither gone nor compared. */
static void put_behind(struct comparison_step *step, const struct plan *plan)
{
	struct arena *arena = &step->walk->chronicle->arena;
	struct behind *list = step->parent ? step->parent->behind : NULL;
	const struct plan *before = find_plan(&step->before, plan->thing.id);
	const struct behind *known = find_behind(list, plan->thing.id);
	struct behind *behind = arena_new(arena, struct behind);

	if (!before && !known)
		before = find_former(step, plan);
	if (before) {
		vec_add(&step->before.arena, &step->held, before->thing.id);
		known = find_behind(list, before->thing.id);
		behind->was = arena_copy(arena, before->thing.id);
		behind->path = arena_copy(arena, before->path);
		behind->last = step->parent;
	}
	if (known)
		*behind = *known;
	behind->address = arena_copy(arena, plan->thing.id);
	behind->next = step->moment->behind;
	step->moment->behind = behind;
}

/* Those that were behind before and are as they were are so still. */
static void keep_behind(struct comparison_step *step)
{
	struct arena *arena = &step->walk->chronicle->arena;
	const struct behind *list = step->parent ? step->parent->behind : NULL;

	for (; list; list = list->next) {
		struct behind *kept;

		if (find_plan(&step->before, list->address) ||
		    find_plan(&step->after, list->address))
			continue;
		kept = arena_new(arena, struct behind);
		*kept = *list;
		kept->next = step->moment->behind;
		step->moment->behind = kept;
	}
}

/* The plans of both sides that can be compared. `is_first`: the gaps of the moment are noted. */
static void choose_plans(struct comparison_step *step, bool is_first)
{
	struct arena *arena = &step->before.arena;
	const struct moment *parent = step->parent;

	for (size_t i = 0; step->after.is_compiled && i < step->after.compiled.plans.len; i++) {
		struct plan *plan = step->after.compiled.plans.at[i];

		if (is_whole(plan)) {
			vec_add(arena, &step->after_plans, plan);
		} else if (is_first) {
			add_gaps(step->walk, step->moment, &step->after, plan);
			put_behind(step, plan);
		}
	}
	for (size_t i = 0; step->before.is_compiled && i < step->before.compiled.plans.len; i++) {
		struct plan *plan = step->before.compiled.plans.at[i];
		const struct plan *after = find_plan(&step->after, plan->thing.id);

		if ((after && !is_whole(after)) || is_held(step, plan->thing.id))
			continue;
		if (!is_whole(plan))
			plan = read_behind(step, find_behind(parent->behind, plan->thing.id));
		if (plan)
			vec_add(arena, &step->before_plans, plan);
	}
	if (is_first)
		keep_behind(step);
}

static struct ledger_sides sides_of(const struct comparison_step *step)
{
	const struct compilation *before = &step->before.compiled;
	const struct compilation *after = &step->after.compiled;

	return (struct ledger_sides){
		{ step->before_plans.at, step->before_plans.len, before->councils.at,
		  before->councils.len },
		{ step->after_plans.at, step->after_plans.len, after->councils.at,
		  after->councils.len },
	};
}

static bool step_open(struct comparison_step *step, bool is_first)
{
	struct chronicle_walk *walk = step->walk;

	if (!state_open(walk, &step->before, step->parent) ||
	    !state_open(walk, &step->after, step->moment))
		return false;
	state_compile(walk, &step->after, step->before.input, (struct str){ 0 });
	if (!is_usable(walk, step->moment, &step->after))
		return false;
	state_compile(walk, &step->before, step->after.input, (struct str){ 0 });
	if (!is_usable(walk, step->moment, &step->before))
		return false;
	choose_plans(step, is_first);
	return true;
}

static void step_close(struct comparison_step *step)
{
	for (size_t i = 0; i < step->earlier.len; i++)
		state_close(step->earlier.at[i]);
	state_close(&step->after);
	state_close(&step->before);
}

/* Compares a moment with each of its parents. */
static void take_step(struct chronicle_walk *walk, struct moment *moment)
{
	size_t count = moment->parent_count ? moment->parent_count : 1;
	const struct ancestor *ancestor = &moment->ancestor;
	struct ledger_step told = { ancestor->commit.name, ancestor->author, ancestor->commit.day,
				    moment->is_unknown };
	struct comparison_step *steps;
	struct ledger_sides *sides;
	struct arena own;
	bool ok = true;

	arena_init(&own);
	steps = arena_new_array(&own, struct comparison_step, count);
	sides = arena_new_array(&own, struct ledger_sides, count);
	for (size_t i = 0; i < count; i++) {
		steps[i].walk = walk;
		steps[i].moment = moment;
		steps[i].parent = moment->parent_count ? moment->parents[i]->read : NULL;
		ok = ok && step_open(&steps[i], i == 0);
		sides[i] = sides_of(&steps[i]);
	}
	if (ok) {
		ledger_add_merge(&walk->chronicle->ledger, &told, sides, count);
		moment->read = moment;
	} else {
		moment->read = steps[0].parent;
		moment->behind = NULL;
		moment->is_unknown = !moment->read;
	}
	for (size_t i = 0; i < count; i++)
		step_close(&steps[i]);
	arena_release(&own);
	tree_cache_trim(&walk->chronicle->cache);
}

static bool is_same(const struct moment *a, const struct moment *b)
{
	return a->has_folder == b->has_folder &&
	       (!a->has_folder || input_id_equal(&a->root, &b->root));
}

/* Whether a moment has the plans that all before it have: then there is nothing to be read. */
static bool is_nothing_new(const struct moment *moment)
{
	for (size_t i = 0; i < moment->parent_count; i++) {
		const struct moment *read = moment->parents[i]->read;

		if (!read || !is_same(read, moment))
			return false;
	}
	return moment->parent_count > 0;
}

static void read_moment(struct chronicle_walk *walk, struct moment *moment)
{
	const struct moment *first = moment->parent_count ? moment->parents[0] : NULL;

	moment->is_unknown = moment->ancestor.is_cut ||
			     (first && !first->read && first->is_unknown);
	if (is_nothing_new(moment))
		moment->read = first->read;
	else
		take_step(walk, moment);
}

static void read_moments(struct chronicle_walk *walk)
{
	const struct chronicle_request *request = walk->request;

	for (size_t i = walk->moments.len; i > 0; i--) {
		if (request->progress)
			request->progress(request->context, walk->moments.len - i,
					  walk->moments.len);
		read_moment(walk, walk->moments.at[i - 1]);
	}
}

/* Settles by the newest commit how all are read: nothing in it differs from itself. */
static bool read_all(struct chronicle_walk *walk, struct str *why)
{
	struct chronicle *chronicle = walk->chronicle;
	struct state newest = { 0 };
	bool ok = state_open(walk, &newest, walk->moments.at[0]);

	if (ok) {
		state_compile(walk, &newest, newest.input, (struct str){ 0 });
		ok = !newest.is_compiled || newest.compiled.status == COMPILE_DONE;
	}
	if (ok && newest.is_compiled) {
		walk->settings = &newest.compiled.settings;
		walk->settings_input = newest.input;
	}
	if (ok) {
		read_moments(walk);
	} else if (newest.is_compiled && newest.compiled.status == COMPILE_SETTINGS) {
		chronicle->has_bad_settings = true;
		*why = STR("the settings cannot be used as they are");
	} else {
		*why = chronicle->failures.len
			       ? chronicle->failures.at[0]
			       : arena_copy(&chronicle->arena, newest.compiled.failures.at[0]);
	}
	state_close(&newest);
	return ok;
}

bool chronicle_read(struct chronicle *chronicle, const struct chronicle_request *request,
		    struct str *why)
{
	struct chronicle_walk walk = {
		.chronicle = chronicle,
		.request = request,
		.settings = request->settings_given,
		.settings_input = request->settings_input,
	};

	*chronicle = (struct chronicle){ 0 };
	arena_init(&chronicle->arena);
	ledger_init(&chronicle->ledger);
	tree_cache_init(&chronicle->cache);
	if (!chronicle_list(&walk, why))
		return false;
	if (!walk.settings)
		return read_all(&walk, why);
	read_moments(&walk);
	return true;
}

void chronicle_release(struct chronicle *chronicle)
{
	tree_cache_release(&chronicle->cache);
	ledger_release(&chronicle->ledger);
	arena_release(&chronicle->arena);
}
