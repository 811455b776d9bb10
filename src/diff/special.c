/* The fields that have a kind of change, or a meaning, of their own. */
#include "diff/compare.h"

#include <string.h>

#define KINDS(kind) .changed = CHANGE_##kind, .added = CHANGE_##kind, .removed = CHANGE_##kind
#define LIST(noun, verb)                                                   \
	.changed = CHANGE_##noun##_##verb, .added = CHANGE_##noun##_ADDED, \
	.removed = CHANGE_##noun##_REMOVED

static const struct special rows[] = {
	{ &type_council, "people", KINDS(PEOPLE_CHANGED) },
	{ &type_plan, "status", KINDS(PLAN_STATUS_CHANGED) },
	{ &type_plan, "period", KINDS(PLAN_PERIOD_CHANGED) },
	{ &type_plan, "version", KINDS(PLAN_VERSION_CHANGED) },
	{ &type_plan, "sections", .compare = compare_elsewhere },
	{ &type_plan, "themes", .compare = compare_elsewhere },
	{ &type_plan, "actions", .compare = compare_elsewhere },
	{ &type_plan, "measures", LIST(MEASURE, REWORDED) },
	{ &type_plan, "resources", LIST(RESOURCE, CHANGED) },
	{ &type_section, "title", KINDS(SECTION_RETITLED) },
	{ &type_section, "body", KINDS(SECTION_REWORDED) },
	{ &type_section, "caption", KINDS(SECTION_REWORDED) },
	{ &type_section, "closing", KINDS(SECTION_REWORDED) },
	{ &type_section, "sections", .compare = compare_elsewhere },
	{ &type_theme, "title", KINDS(THEME_RETITLED) },
	{ &type_theme, "summary", KINDS(THEME_REWORDED) },
	{ &type_theme, "key_elements", KINDS(THEME_REWORDED) },
	{ &type_theme, "actions", .compare = compare_elsewhere },
	{ &type_theme, "measures", LIST(MEASURE, REWORDED) },
	{ &type_action, "activity", KINDS(ACTIVITY_REWORDED) },
	{ &type_action, "steps", LIST(STEP, REWORDED) },
	{ &type_action, "outcomes", LIST(OUTCOME, REWORDED) },
	{ &type_action, "lead", compare_lead, KINDS(LEAD_CHANGED) },
	{ &type_action, "accountable", KINDS(ACCOUNTABLE_CHANGED) },
	{ &type_action, "partners", compare_partners, KINDS(FIELD_CHANGED) },
	{ &type_action, "due", compare_due, KINDS(TIMING_CHANGED) },
	{ &type_action, "start", KINDS(TIMING_CHANGED) },
	{ &type_action, "until", KINDS(TIMING_CHANGED) },
	{ &type_action, "ongoing", KINDS(TIMING_CHANGED) },
	{ &type_action, "every", KINDS(TIMING_CHANGED) },
	{ &type_action, "review", KINDS(TIMING_CHANGED) },
	{ &type_action, "milestones", LIST(MILESTONE, CHANGED) },
	{ &type_action, "depends_on", compare_depends_on, KINDS(FIELD_CHANGED) },
	{ &type_action, "measures", LIST(MEASURE, REWORDED) },
	{ &type_action, "status", compare_status, KINDS(STATUS_CHANGED) },
	{ &type_action, "rag", KINDS(RAG_CHANGED) },
	{ &type_action, "updates", .changed = CHANGE_FIELD_CHANGED, .added = CHANGE_UPDATE_ADDED,
	  .removed = CHANGE_UPDATE_REMOVED, .is_set = true },
	{ &type_action, "revisions", compare_revisions, KINDS(FIELD_CHANGED) },
	{ &type_action, "replaces", compare_old_ids, KINDS(FIELD_CHANGED) },
	{ &type_action, "split_from", compare_old_ids, KINDS(FIELD_CHANGED) },
	{ &type_action, "resources", LIST(RESOURCE, CHANGED) },
	{ &type_measure, "text", KINDS(MEASURE_REWORDED) },
	{ &type_measure, "indicator", KINDS(MEASURE_REWORDED) },
	{ &type_measure, "unit", compare_unit, KINDS(FIELD_CHANGED) },
	{ &type_measure, "baseline", compare_baseline, KINDS(BASELINE_CHANGED) },
	{ &type_measure, "target", compare_target, KINDS(TARGET_NOT_COMPARABLE) },
	{ &type_measure, "by", KINDS(DEADLINE_CHANGED) },
	{ &type_measure, "actuals", compare_actuals, LIST(ACTUAL, CHANGED) },
};

const struct special *special_find(const struct thing_type *type, const struct field *field)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].type == type && str_equal(field->name, str_from(rows[i].field)))
			return &rows[i];
	}
	return NULL;
}

void compare_elsewhere(const struct spot *spot, const struct comparison *comparison)
{
	(void)spot;
	(void)comparison;
}
