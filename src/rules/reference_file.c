#include "rules/path_meant.h"
#include "rules/rule.h"
#include "rules/wording.h"
#include "tree/scalar.h"

static struct finding *add(struct rule_run *run, const struct plan_file *file, const char *start,
			   const char *end)
{
	struct str path = wording_quote(run, file->named_by->text);

	return report_add(run->report, &rule_reference_file.kind, node_span(file->named_by),
			  "%s“%.*s”%s", start, STR_ARG(path), end);
}

static void add_missing(struct rule_run *run, const struct plan *plan, const struct plan_file *file)
{
	struct finding *finding = add(run, file, "there is no file ", "");
	struct str meant = path_meant(plan, file);

	if (meant.len || file->nearest.len)
		scalar_mend(run->report, finding, file->named_by,
			    meant.len ? meant : file->nearest);
	if (meant.len)
		finding_hint(run->report, finding, "did you mean `%.*s`?", STR_ARG(meant));
	else if (!file->nearest.len)
		finding_hint(run->report, finding,
			     "the path starts from the folder of plan.yaml, such as "
			     "`themes/engagement.yaml`");
	else if (str_equal_nocase(file->nearest, file->named_by->text))
		finding_hint(run->report, finding, "write `%.*s`: capital and small letters differ",
			     STR_ARG(file->nearest));
	else
		finding_hint(run->report, finding, "did you mean `%.*s`?", STR_ARG(file->nearest));
}

static void add_twice(struct rule_run *run, const struct plan *plan, const struct plan_file *file)
{
	struct finding *finding = add(run, file, "", " is named twice");

	finding_hint(run->report, finding, "delete one of the two lines");
	for (const struct plan_file *other = plan->files.at; other < file; other++) {
		if (other->named_by && str_equal(other->named_by->text, file->named_by->text)) {
			finding_relate(run->report, finding, node_span(other->named_by),
				       "first named here");
			return;
		}
	}
}

static void check_file(struct rule_run *run, const struct plan *plan, const struct plan_file *file)
{
	struct finding *finding;
	struct str meant;

	switch (file->state) {
	case PLAN_FILE_MISSING: add_missing(run, plan, file); break;
	case PLAN_FILE_FOLDER:
		finding = add(run, file, "", " is a folder, not a file");
		finding_hint(run->report, finding,
			     "name the files in it, each on a line of its own");
		break;
	case PLAN_FILE_OUTSIDE:
		finding = add(run, file, "", " lies outside the plan's folder");
		finding_hint(run->report, finding, "move the file into the folder of plan.yaml");
		break;
	case PLAN_FILE_NOT_YAML:
		finding = add(run, file, "", " is not a YAML file");
		meant = path_meant(plan, file);
		if (meant.len)
			scalar_mend(run->report, finding, file->named_by, meant);
		if (meant.len)
			finding_hint(run->report, finding, "did you mean `%.*s`?", STR_ARG(meant));
		else
			finding_hint(run->report, finding, "name a file that ends in `.yaml`");
		break;
	case PLAN_FILE_ITSELF:
		finding = add(run, file, "", " is the plan itself, no part of it");
		finding_hint(run->report, finding, "name the file of a theme or a section");
		break;
	case PLAN_FILE_TWICE: add_twice(run, plan, file); break;
	case PLAN_FILE_READ:
	case PLAN_FILE_UNLISTED: break;
	}
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	for (size_t i = 0; i < plan->files.len; i++) {
		const struct plan_file *file = &plan->files.at[i];

		if (file->named_by && !file->named_by->bad)
			check_file(run, plan, file);
	}
}

const struct rule rule_reference_file = {
	.kind = {
		.name = "reference-file",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "A section's or theme's path names no YAML file in the plan's folder.",
		.advice =
			"A section or theme may stand in a file of its own. Its path starts from "
			"the folder of plan.yaml, stays inside that folder, and ends in .yaml. "
			"Capital and small letters differ: a name that works on one computer may "
			"not be found on another. What stands in a file that is not found is "
			"missing from the plan.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"themes:\n"
			"  - themes/repairs.docx\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"themes:\n"
			"  - id: repairs\n"
			"    title: Repairs\n",
	},
	.on_plan = on_plan,
};
