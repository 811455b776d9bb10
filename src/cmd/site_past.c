#include "cmd/site_past.h"
#include "cmd/past.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The plans as they stood in a commit. */
struct site_state {
	struct commit commit;
	struct compilation compiled;
};

static bool fail(enum exit_code *code, struct str why)
{
	fprintf(stderr, "planc: %.*s\n", STR_ARG(why));
	*code = EXIT_TROUBLE;
	return false;
}

/* The folder of the plans, from the top of the repository. */
static struct str folder_of(const struct site_past *past)
{
	struct str folder = past->origin.root.folder;

	return str_slice(folder, folder.len ? 1 : 0, folder.len);
}

static bool read_history(struct site_past *past, const struct common_options *values,
			 enum exit_code *code)
{
	struct chronicle_request request = {
		.repository = past->origin.repository,
		.commit = &past->origin.commit,
		.folder = folder_of(past),
		.name = past->origin.root.name,
		.settings = past->origin.root.settings,
	};
	struct str why;

	if (isatty(STDERR_FILENO) && !values->is_quiet)
		request.progress = past_show_progress;
	past->is_known = true;
	if (!chronicle_read(&past->chronicle, &request, &why))
		return fail(code, why);
	for (size_t i = 0; i < past->chronicle.failures.len; i++)
		fail(code, past->chronicle.failures.at[i]);
	return *code == EXIT_CLEAN;
}

static void compile_state(struct site_past *past, struct input *input, struct compilation *compiled)
{
	struct compile_options what = {
		.skip_rules = true,
		.settings = past->origin.root.settings,
		.cache = &past->chronicle.cache,
	};

	compile(compiled, input, &what);
}

/* Files that are in no commit yet are the last step. */
static void add_files(struct site_past *past, const struct compilation *now, int32_t as_of)
{
	const struct ledger_step step = { .day = as_of };
	struct diff_side before, after = compilation_side(now);

	compile_state(past, past->origin.input, &past->head);
	before = compilation_side(&past->head);
	ledger_add(&past->chronicle.ledger, &step, &before, &after);
}

/* ---------------------------------------------------------------- what changed */

/*
 * The commit that made a plan an adopted one, the last time; empty: not known. One that
 * came into the history as an adopted plan was adopted before (*is_adoption: false).
 */
static struct str find_adoption(const struct site_past *past, const struct plan *plan,
				bool *is_adoption)
{
	const struct ledger_thing *thing = ledger_find(&past->chronicle.ledger, plan->thing.id);
	struct str commit = { 0 };

	for (size_t i = 0; thing && i < thing->entries.len; i++) {
		const struct ledger_entry *entry = thing->entries.at[i];

		if (entry->about == LEDGER_STATUS && str_equal(entry->field, STR("status")) &&
		    str_equal(entry->new.text, STR("adopted"))) {
			commit = entry->step->commit;
			*is_adoption = !entry->is_coming;
		}
	}
	return commit;
}

/* NULL where the plans were elsewhere then. */
static const struct site_state *find_state(struct site_past *past, struct str name)
{
	struct site_state *state;
	struct input *input;
	struct str why;

	for (size_t i = 0; i < past->states.len; i++) {
		if (str_equal(past->states.at[i]->commit.name, name))
			return past->states.at[i];
	}
	state = arena_new(&past->arena, struct site_state);
	if (!revision_find(past->origin.repository, &past->arena, arena_copy(&past->arena, name).at,
			   &state->commit, &why))
		return NULL;
	input = input_open_revision(&past->arena, past->origin.repository, &state->commit,
				    folder_of(past), &why);
	if (!input)
		return NULL;
	input->name = past->origin.root.name;
	compile_state(past, input, &state->compiled);
	input_close(input);
	vec_add(&past->arena, &past->states, state);
	return state;
}

static struct plan *find_plan(const struct compilation *compiled, struct str address)
{
	for (size_t i = 0; i < compiled->plans.len; i++) {
		if (str_equal(compiled->plans.at[i]->thing.id, address))
			return compiled->plans.at[i];
	}
	return NULL;
}

/*
 * A plan as it stood in a state. Where its folder was renamed since, it is found under the
 * name that it had, and gets the address of now: so it is compared with itself.
 */
static struct plan *find_plan_then(struct site_past *past, const struct site_state *state,
				   const struct plan *now)
{
	const struct ledger_thing *thing = ledger_find(&past->chronicle.ledger, now->thing.id);
	const struct plan *found = NULL;
	struct plan *then = find_plan(&state->compiled, now->thing.id);

	for (size_t i = thing ? thing->former.len : 0; i-- > 0 && !then && !found;)
		found = find_plan(&state->compiled, thing->former.at[i].address);
	if (!found)
		return then;
	then = arena_new(&past->arena, struct plan);
	*then = *found;
	then->thing.id = now->thing.id;
	return then;
}

/* One plan, as the side of a comparison. */
static struct diff_side side_of_plan(struct site_past *past, const struct compilation *compiled,
				     struct plan *plan)
{
	struct plan **plans = arena_new(&past->arena, struct plan *);
	struct diff_side side = compilation_side(compiled);

	*plans = plan;
	side.plans = plans;
	side.plan_count = 1;
	return side;
}

static void compare(struct site_past *past, const struct site_state *state,
		    const struct compilation *now, struct plan *plan, bool is_adoption)
{
	struct plan *then = find_plan_then(past, state, plan);
	struct changes *changes = arena_new(&past->arena, struct changes);
	struct site_changes told = { .plan = plan->thing.id, .is_adoption = is_adoption };

	if (!then)
		return;
	told.view = (struct changes_view){
		.changes = changes,
		.before = { .name = state->commit.name,
			    .commit = state->commit.name,
			    .day = state->commit.day,
			    .plans = side_of_plan(past, &state->compiled, then) },
		.after = { .name = now->revision.len ? now->revision : STR("working tree"),
			   .commit = now->revision,
			   .day = past->origin.commit.day,
			   .plans = side_of_plan(past, now, plan) },
		.source = now->settings.source,
	};
	diff(changes, &past->arena, &told.view.before.plans, &told.view.after.plans);
	told.view.is_partial = changes->unread.len > 0;
	vec_add(&past->arena, &past->changes, told);
}

static void compare_all(struct site_past *past, const struct compilation *now)
{
	const struct origin *before = past->origin.before;

	for (size_t i = 0; i < now->plans.len; i++) {
		struct plan *plan = now->plans.at[i];
		bool is_adoption = false;
		struct str name = before ? before->commit.name
					 : find_adoption(past, plan, &is_adoption);
		const struct site_state *state = name.len ? find_state(past, name) : NULL;

		if (state && plan->thing.node && !plan->namesake)
			compare(past, state, now, plan, is_adoption);
	}
}

bool site_past_read(struct site_past *past, const struct common_options *values,
		    const struct compilation *now, int32_t as_of, enum exit_code *code)
{
	struct common_options from = *values;
	struct str why;

	*past = (struct site_past){ .is_known = false };
	arena_init(&past->arena);
	*code = EXIT_CLEAN;
	if (origin_is_standard_input(values))
		return true;
	from.revision = values->revision ? values->revision : "HEAD";
	from.is_staged = false;
	if (!origin_open(&past->origin, &past->arena, &from, &why))
		return !values->since || fail(code, why);
	if (!read_history(past, values, code))
		return false;
	if (!values->revision)
		add_files(past, now, as_of);
	compare_all(past, now);
	return true;
}

void site_past_release(struct site_past *past)
{
	for (size_t i = 0; i < past->states.len; i++)
		compilation_release(&past->states.at[i]->compiled);
	compilation_release(&past->head);
	if (past->is_known)
		chronicle_release(&past->chronicle);
	origin_close(&past->origin);
	arena_release(&past->arena);
}

void site_past_tell(const struct site_past *past, struct site_options *site)
{
	if (past->origin.before)
		site->since = past->origin.before->commit.name;
	site->chronicle = past->is_known ? &past->chronicle : NULL;
	site->changes = past->changes.at;
	site->change_count = past->changes.len;
}
