#include "rules/path_meant.h"
#include "rules/rule.h"

/* A path that is misspelt is one fault: the file it means is not also unlisted. */
static bool is_meant(const struct plan *plan, struct str path)
{
	for (size_t i = 0; i < plan->files.len; i++) {
		const struct plan_file *wrong = &plan->files.at[i];

		if ((wrong->state == PLAN_FILE_MISSING && str_equal(wrong->nearest, path)) ||
		    str_equal(path_meant(plan, wrong), path))
			return true;
	}
	return false;
}

/* A list that is at fault may name it. */
static bool is_list_bad(const struct plan *plan)
{
	return !plan->thing.node || plan->thing.node->bad ||
	       (plan->themes.node && plan->themes.node->bad) ||
	       (plan->sections.node && plan->sections.node->bad);
}

static void add_unlisted(struct rule_run *run, const struct plan *plan,
			 const struct plan_file *file)
{
	struct span whole = { file->source, 0, 0 };
	struct str path = path_in_plan(plan, file->source);
	const char *list = "`themes:` or `sections:`";
	struct finding *finding;

	if (is_meant(plan, path))
		return;
	if (str_starts(path, STR("themes/")))
		list = "`themes:`";
	else if (str_starts(path, STR("sections/")))
		list = "`sections:`";
	finding = report_add(run->report, &rule_file_unlisted.kind, whole,
			     "nothing in plan.yaml names this file, so it is no part of the plan");
	finding_hint(run->report, finding, "add `- %.*s` under %s in plan.yaml, or delete the file",
		     STR_ARG(path), list);
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	if (is_list_bad(plan))
		return;
	for (size_t i = 0; i < plan->files.len; i++) {
		if (plan->files.at[i].state == PLAN_FILE_UNLISTED)
			add_unlisted(run, plan, &plan->files.at[i]);
	}
}

/* No example: it takes two files to show it. */
const struct rule rule_file_unlisted = {
	.kind = {
		.name = "file-unlisted",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "A YAML file in a plan's folder is named by nothing.",
		.advice =
			"Only what plan.yaml names is a part of the plan. A file that lies in "
			"its folder but stands neither under `themes:` nor under `sections:` is not "
			"checked and not published, which is easily missed after a theme was "
			"split or renamed. Add its path to the list where it belongs, or delete "
			"the file.",
	},
	.on_plan = on_plan,
};
