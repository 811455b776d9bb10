/* The tables of fields: one row a key, in the order in which pages and data show them. */
#include "model/plan.h"

#define FIELDS(table) .fields = (table), .field_count = sizeof(table) / sizeof((table)[0])
#define ROW(thing, key, kind) STR_INIT(#key), FIELD_##kind, offsetof(struct thing, key)

const char *const person_kind_words[] = {
	[PERSON_PERSON] = "person", [PERSON_ROLE] = "role",   [PERSON_TEAM] = "team",
	[PERSON_BOARD] = "board",   [PERSON_GROUP] = "group", NULL,
};
const char *const plan_kind_words[] = {
	[PLAN_STRATEGY] = "strategy",
	[PLAN_DELIVERY] = "delivery",
	[PLAN_REPORT] = "report",
	NULL,
};
const char *const plan_status_words[] = {
	[PLAN_DRAFT] = "draft",
	[PLAN_CONSULTATION] = "consultation",
	[PLAN_ADOPTED] = "adopted",
	[PLAN_CLOSED] = "closed",
	NULL,
};
const char *const action_status_words[] = {
	[ACTION_NOT_STARTED] = "not-started",
	[ACTION_IN_PROGRESS] = "in-progress",
	[ACTION_DONE] = "done",
	[ACTION_PAUSED] = "paused",
	[ACTION_CANCELLED] = "cancelled",
	NULL,
};
const char *const rag_words[] = {
	[RAG_RED] = "red",
	[RAG_AMBER] = "amber",
	[RAG_GREEN] = "green",
	NULL,
};
const char *const every_words[] = {
	[EVERY_WEEK] = "week",           [EVERY_MONTH] = "month", [EVERY_QUARTER] = "quarter",
	[EVERY_HALF_YEAR] = "half-year", [EVERY_YEAR] = "year",   NULL,
};
static const char *const direction_words[] = {
	[DIRECTION_UP] = "up",
	[DIRECTION_DOWN] = "down",
	NULL,
};
static const char *const measure_kind_words[] = {
	[MEASURE_NUMBER] = "number",
	[MEASURE_YES_NO] = "yes-no",
	[MEASURE_QUALITATIVE] = "qualitative",
	NULL,
};
static const char *const resource_status_words[] = {
	[RESOURCE_REQUIRED] = "required",
	[RESOURCE_SECURED] = "secured",
	NULL,
};
static const char *const revision_cause_words[] = {
	[CAUSE_FUNDING] = "funding",
	[CAUSE_CAPACITY] = "capacity",
	[CAUSE_DEPENDENCY] = "dependency",
	[CAUSE_STATUTORY] = "statutory",
	[CAUSE_SCOPE] = "scope",
	[CAUSE_OTHER] = "other",
	NULL,
};
static const char *const shows_words[] = {
	[SHOWS_PRIORITIES] = "priorities",   [SHOWS_THEMES] = "themes",
	[SHOWS_MEASURES] = "measures",       [SHOWS_RESOURCES] = "resources",
	[SHOWS_WORKSTREAMS] = "workstreams", NULL,
};

static const struct field person_fields[] = {
	{ ROW(person, name, PLAIN) },
	{ ROW(person, kind, WORD), .words = person_kind_words },
	{ STR_INIT("short"), FIELD_PLAIN, offsetof(struct person, short_name) },
	{ ROW(person, role, PLAIN) },
	{ ROW(person, held_by, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(person, email, PLAIN), .flags = FIELD_ONE_LANGUAGE },
};
const struct thing_type type_person = { STR_INIT("person"), sizeof(struct person),
					FIELDS(person_fields) };

static const struct field abbreviation_fields[] = {
	{ ROW(abbreviation, words, PLAIN), .flags = FIELD_SHORTHAND },
};
static const struct thing_type type_abbreviation = {
	STR_INIT("abbreviation"),
	sizeof(struct abbreviation),
	FIELDS(abbreviation_fields),
	&abbreviation_fields[0],
};

static const struct field council_fields[] = {
	{ ROW(council, name, PLAIN) },
	{ ROW(council, code, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(council, website, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(council, formerly, PLAIN) },
	{ ROW(council, people, MAP), .of = &type_person },
	{ ROW(council, abbreviations, MAP), .of = &type_abbreviation },
	{ ROW(council, licence, PLAIN) },
};
const struct thing_type type_council = { STR_INIT("council"), sizeof(struct council),
					 FIELDS(council_fields) };

static const struct field waiver_fields[] = {
	{ ROW(waiver, rule, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(waiver, reason, PLAIN) },
	{ ROW(waiver, until, DATE) },
};
static const struct thing_type type_waiver = { STR_INIT("waiver"), sizeof(struct waiver),
					       FIELDS(waiver_fields) };

static const struct field link_fields[] = {
	{ ROW(link, title, PLAIN) },
	{ ROW(link, url, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(link, plan, REF), .refers = REF_PLAN },
};
static const struct thing_type type_link = { STR_INIT("link"), sizeof(struct link),
					     FIELDS(link_fields) };

static const struct field resource_fields[] = {
	{ ROW(resource, text, TEXT) },
	{ ROW(resource, amount, VALUE) },
	{ ROW(resource, source, PLAIN) },
	{ ROW(resource, status, WORD), .words = resource_status_words },
};
static const struct thing_type type_resource = {
	STR_INIT("resource"),
	sizeof(struct resource),
	FIELDS(resource_fields),
	&resource_fields[0],
};

static const struct field update_fields[] = {
	{ ROW(update, date, DATE) },
	{ ROW(update, text, TEXT) },
	{ ROW(update, author, PLAIN) },
};
static const struct thing_type type_update = { STR_INIT("update"), sizeof(struct update),
					       FIELDS(update_fields) };

static const struct field revision_fields[] = {
	{ ROW(revision, date, DATE) },
	{ ROW(revision, reason, TEXT) },
	{ ROW(revision, cause, WORD), .words = revision_cause_words },
	{ ROW(revision, approved_by, PLAIN) },
};
const struct thing_type type_revision = { STR_INIT("revision"), sizeof(struct revision),
					  FIELDS(revision_fields) };

static const struct field milestone_fields[] = {
	{ ROW(milestone, what, TEXT) },
	{ ROW(milestone, due, DATE) },
	{ ROW(milestone, start, DATE) },
	{ ROW(milestone, status, WORD), .words = action_status_words },
	{ ROW(milestone, done, DATE) },
};
const struct thing_type type_milestone = { STR_INIT("milestone"), sizeof(struct milestone),
					   FIELDS(milestone_fields) };

static const struct field dependency_fields[] = {
	{ ROW(dependency, on, REF), .refers = REF_ACTION, .flags = FIELD_SHORTHAND },
	{ ROW(dependency, text, TEXT) },
};
static const struct thing_type type_dependency = {
	STR_INIT("dependency"),
	sizeof(struct dependency),
	FIELDS(dependency_fields),
	&dependency_fields[0],
};

static const struct field partner_fields[] = {
	{ ROW(partner, who, REF), .refers = REF_PERSON, .flags = FIELD_SHORTHAND },
};
static const struct thing_type type_partner = {
	STR_INIT("partner"),
	sizeof(struct partner),
	FIELDS(partner_fields),
	&partner_fields[0],
};

static const struct field baseline_fields[] = {
	{ ROW(baseline, value, VALUE) },
	{ ROW(baseline, at, DATE) },
};
static const struct thing_type type_baseline = {
	STR_INIT("baseline"),
	sizeof(struct baseline),
	FIELDS(baseline_fields),
	&baseline_fields[0],
};

static const struct field actual_fields[] = {
	{ ROW(actual, at, DATE) },
	{ ROW(actual, value, VALUE) },
};
static const struct thing_type type_actual = { STR_INIT("actual"), sizeof(struct actual),
					       FIELDS(actual_fields) };

static const struct field measure_fields[] = {
	{ ROW(measure, ref, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(measure, text, TEXT) },
	{ ROW(measure, indicator, TEXT) },
	{ ROW(measure, unit, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(measure, direction, WORD), .words = direction_words },
	{ ROW(measure, baseline, THING), .of = &type_baseline },
	{ ROW(measure, target, TARGET) },
	{ ROW(measure, by, DATE) },
	{ ROW(measure, every, WORD), .words = every_words },
	{ ROW(measure, source, PLAIN) },
	{ ROW(measure, kind, WORD), .words = measure_kind_words },
	{ ROW(measure, evidence, TEXT) },
	{ ROW(measure, breakdown, TEXTS) },
	{ ROW(measure, actuals, THINGS), .of = &type_actual },
};
const struct thing_type type_measure = {
	STR_INIT("measure"),
	sizeof(struct measure),
	FIELDS(measure_fields),
	&measure_fields[1],
};

static const struct field action_fields[] = {
	{ ROW(action, ref, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(action, title, PLAIN) },
	{ ROW(action, activity, TEXT) },
	{ ROW(action, steps, TEXTS) },
	{ ROW(action, outcomes, TEXTS) },
	{ ROW(action, lead, REFS), .refers = REF_PERSON },
	{ ROW(action, accountable, REF), .refers = REF_PERSON },
	{ ROW(action, support, REFS), .refers = REF_PERSON },
	{ ROW(action, partners, THINGS), .of = &type_partner },
	{ ROW(action, lead_note, PLAIN) },
	{ ROW(action, due, DATE) },
	{ ROW(action, start, DATE) },
	{ ROW(action, until, DATE) },
	{ ROW(action, ongoing, FLAG) },
	{ ROW(action, every, WORD), .words = every_words },
	{ ROW(action, review, DATE) },
	{ ROW(action, timing_note, PLAIN) },
	{ ROW(action, milestones, THINGS), .of = &type_milestone },
	{ ROW(action, depends_on, THINGS), .of = &type_dependency },
	{ ROW(action, measures, THINGS), .of = &type_measure },
	{ ROW(action, status, WORD), .words = action_status_words },
	{ ROW(action, done, DATE) },
	{ ROW(action, rag, WORD), .words = rag_words },
	{ ROW(action, updates, THINGS), .of = &type_update },
	{ ROW(action, revisions, THINGS), .of = &type_revision },
	{ ROW(action, replaces, REFS), .refers = REF_OLD_ID },
	{ ROW(action, split_from, REFS), .refers = REF_OLD_ID },
	{ ROW(action, supports, REFS), .refers = REF_PRIORITY },
	{ ROW(action, resources, THINGS), .of = &type_resource },
	{ ROW(action, links, THINGS), .of = &type_link },
	{ ROW(action, notes, TEXTS) },
	{ ROW(action, waive, THINGS), .of = &type_waiver },
};
const struct thing_type type_action = { STR_INIT("action"), sizeof(struct action),
					FIELDS(action_fields) };

static const struct field theme_fields[] = {
	{ ROW(theme, ref, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(theme, title, PLAIN) },
	{ ROW(theme, summary, TEXT) },
	{ ROW(theme, key_elements, TEXTS) },
	{ ROW(theme, supports, REFS), .refers = REF_PRIORITY },
	{ ROW(theme, measures, THINGS), .of = &type_measure },
	{ ROW(theme, actions, THINGS), .of = &type_action, .flags = FIELD_INSIDE },
	{ ROW(theme, waive, THINGS), .of = &type_waiver },
};
const struct thing_type type_theme = { STR_INIT("theme"), sizeof(struct theme),
				       FIELDS(theme_fields) };

static const struct field priority_fields[] = {
	{ ROW(priority, title, PLAIN) },
};
const struct thing_type type_priority = { STR_INIT("priority"), sizeof(struct priority),
					  FIELDS(priority_fields) };

static const struct field workstream_fields[] = {
	{ ROW(workstream, area, PLAIN) },
	{ ROW(workstream, name, PLAIN) },
	{ ROW(workstream, lead, REFS), .refers = REF_PERSON },
};
static const struct thing_type type_workstream = {
	STR_INIT("workstream"),
	sizeof(struct workstream),
	FIELDS(workstream_fields),
};

static const struct field term_fields[] = {
	{ ROW(term, term, PLAIN) },
	{ ROW(term, text, TEXT) },
};
static const struct thing_type type_term = { STR_INIT("term"), sizeof(struct term),
					     FIELDS(term_fields) };

static const struct field figure_value_fields[] = {
	{ ROW(figure_value, value, VALUE) },
	{ ROW(figure_value, unit, PLAIN), .flags = FIELD_ONE_LANGUAGE },
};
static const struct thing_type type_figure_value = {
	STR_INIT("figure-value"),
	sizeof(struct figure_value),
	FIELDS(figure_value_fields),
};

static const struct field figure_fields[] = {
	{ ROW(figure, label, PLAIN) },
	{ ROW(figure, value, VALUE) },
	{ ROW(figure, unit, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(figure, values, THINGS), .of = &type_figure_value },
	{ ROW(figure, as_at, DATE) },
	{ ROW(figure, note, TEXT) },
	{ ROW(figure, group, PLAIN) },
};
static const struct thing_type type_figure = { STR_INIT("figure"), sizeof(struct figure),
					       FIELDS(figure_fields) };

static const struct field sum_fields[] = {
	{ ROW(sum, total, VALUE) },
	{ ROW(sum, of, VALUES) },
	{ ROW(sum, unit, PLAIN), .flags = FIELD_ONE_LANGUAGE },
};
static const struct thing_type type_sum = { STR_INIT("sum"), sizeof(struct sum),
					    FIELDS(sum_fields) };

static const struct field section_fields[] = {
	{ ROW(section, ref, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(section, title, PLAIN) },
	{ ROW(section, body, TEXT) },
	{ ROW(section, terms, THINGS), .of = &type_term },
	{ ROW(section, figures, THINGS), .of = &type_figure },
	{ ROW(section, sums, THINGS), .of = &type_sum },
	{ ROW(section, caption, TEXT) },
	{ ROW(section, shows, WORD), .words = shows_words },
	{ ROW(section, closing, TEXT) },
	{ ROW(section, sections, THINGS), .of = &type_section },
};
const struct thing_type type_section = { STR_INIT("section"), sizeof(struct section),
					 FIELDS(section_fields) };

static const struct field parent_fields[] = {
	{ ROW(parent, plan, REF), .refers = REF_PLAN, .flags = FIELD_SHORTHAND },
	{ ROW(parent, text, TEXT) },
	{ ROW(parent, url, PLAIN), .flags = FIELD_ONE_LANGUAGE },
};
static const struct thing_type type_parent = {
	STR_INIT("parent"),
	sizeof(struct parent),
	FIELDS(parent_fields),
	&parent_fields[0],
};

static const struct field plan_fields[] = {
	{ ROW(plan, ref, PLAIN), .flags = FIELD_ONE_LANGUAGE },
	{ ROW(plan, title, PLAIN) },
	{ ROW(plan, subtitle, PLAIN) },
	{ ROW(plan, kind, WORD), .words = plan_kind_words },
	{ ROW(plan, status, WORD), .words = plan_status_words },
	{ ROW(plan, period, DATE) },
	{ ROW(plan, owner, REF), .refers = REF_PERSON },
	{ ROW(plan, version, VALUE) },
	{ ROW(plan, approved, DATE) },
	{ ROW(plan, review, DATE) },
	{ ROW(plan, parent, THING), .of = &type_parent },
	{ ROW(plan, languages, VALUES) },
	{ ROW(plan, summary, TEXT) },
	{ ROW(plan, priorities, THINGS), .of = &type_priority },
	{ ROW(plan, sections, THINGS), .of = &type_section },
	{ ROW(plan, themes, THINGS), .of = &type_theme, .flags = FIELD_INSIDE },
	{ ROW(plan, actions, THINGS), .of = &type_action },
	{ ROW(plan, measures, THINGS), .of = &type_measure },
	{ ROW(plan, resources, THINGS), .of = &type_resource },
	{ ROW(plan, workstreams, THINGS), .of = &type_workstream },
	{ ROW(plan, links, THINGS), .of = &type_link },
	{ ROW(plan, waive, THINGS), .of = &type_waiver },
};
const struct thing_type type_plan = { STR_INIT("plan"), sizeof(struct plan), FIELDS(plan_fields) };

const struct thing_type *const thing_types[] = {
	&type_council,  &type_person,   &type_abbreviation, &type_plan,       &type_priority,
	&type_parent,   &type_section,  &type_term,         &type_figure,     &type_figure_value,
	&type_sum,      &type_theme,    &type_action,       &type_milestone,  &type_dependency,
	&type_partner,  &type_measure,  &type_baseline,     &type_actual,     &type_update,
	&type_revision, &type_resource, &type_link,         &type_workstream, &type_waiver,
	NULL,
};
