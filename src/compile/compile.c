#include "compile/compile.h"
#include "compile/finish.h"
#include "compile/run.h"
#include "compile/since.h"
#include "compile/unchanged.h"
#include "compile/usage.h"
#include "rules/rule.h"
#include "schema/schema.h"

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

static void compile_council(struct run *run, struct found_council *found)
{
	struct compilation *result = run->result;
	struct council *council = run_council(run, found);

	run_check_name(&result->report, found->id, (struct span){ .source = council->source });
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

		if (!found->is_asked && found->council)
			found->council->is_use_unknown = true;
	}
	compile_plans(run);
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
		find_all(&run);
		compile_all(&run);
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
