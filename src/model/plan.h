/*
 * The typed model of councils and plans (product.md, section 2). A member is
 * named as its key is; what the key holds is said there. All of it lives in
 * the arena of its model and points into the trees it was built from.
 */
#ifndef MODEL_PLAN_H
#define MODEL_PLAN_H

#include "base/map.h"
#include "base/vec.h"
#include "model/date.h"
#include "model/grade.h"
#include "model/target.h"
#include "model/thing.h"

enum person_kind { PERSON_PERSON, PERSON_ROLE, PERSON_TEAM, PERSON_BOARD, PERSON_GROUP };
enum plan_kind { PLAN_STRATEGY, PLAN_DELIVERY, PLAN_REPORT };
enum plan_status { PLAN_DRAFT, PLAN_CONSULTATION, PLAN_ADOPTED, PLAN_CLOSED };
enum action_status {
	ACTION_NOT_STARTED,
	ACTION_IN_PROGRESS,
	ACTION_DONE,
	ACTION_PAUSED,
	ACTION_CANCELLED
};
enum rag { RAG_RED, RAG_AMBER, RAG_GREEN };
enum every { EVERY_WEEK, EVERY_MONTH, EVERY_QUARTER, EVERY_HALF_YEAR, EVERY_YEAR };
enum direction { DIRECTION_UP, DIRECTION_DOWN };
enum measure_kind { MEASURE_NUMBER, MEASURE_YES_NO, MEASURE_QUALITATIVE };
enum resource_status { RESOURCE_REQUIRED, RESOURCE_SECURED };
enum revision_cause {
	CAUSE_FUNDING,
	CAUSE_CAPACITY,
	CAUSE_DEPENDENCY,
	CAUSE_STATUTORY,
	CAUSE_SCOPE,
	CAUSE_OTHER
};
enum section_shows {
	SHOWS_PRIORITIES,
	SHOWS_THEMES,
	SHOWS_MEASURES,
	SHOWS_RESOURCES,
	SHOWS_WORKSTREAMS
};

struct person {
	struct thing thing;
	struct text name;
	struct word kind;       /* enum person_kind */
	struct text short_name; /* `short` */
	struct text role;
	struct text held_by;
	struct text email;
};

struct abbreviation {
	struct thing thing; /* id: the short form */
	struct text words;
};

struct council {
	struct thing thing; /* id: the folder's name */
	struct text name;
	struct text code;
	struct text website;
	struct text formerly;
	struct list people;        /* struct person */
	struct list abbreviations; /* struct abbreviation */
	struct text licence;
	struct map people_by_id;
	struct str path;       /* of its folder in the input */
	struct source *source; /* of council.yaml; NULL when there is none */
};

struct waiver {
	struct thing thing;
	struct text rule;
	struct text reason;
	struct date until;
};

struct link {
	struct thing thing;
	struct text title;
	struct text url;
	struct ref plan;
};

struct resource {
	struct thing thing;
	struct text text;
	struct value amount;
	struct text source;
	struct word status; /* enum resource_status */
};

struct update {
	struct thing thing;
	struct date date;
	struct text text;
	struct text author;
};

struct revision {
	struct thing thing;
	struct date date;
	struct text reason;
	struct word cause; /* enum revision_cause */
	struct text approved_by;
};

struct milestone {
	struct thing thing;
	struct text what;
	struct date due;
	struct date start;
	struct word status; /* enum action_status */
	struct date done;
};

/* What an action waits for: another one, or something outside, by its name. */
struct dependency {
	struct thing thing;
	struct ref on;
	struct text text;
};

/* A partner: somebody of council.yaml, or a name. */
struct partner {
	struct thing thing;
	struct ref who; /* `to` is NULL when it is a name only */
};

struct baseline {
	struct thing thing;
	struct value value; /* `unknown` is a value of that text */
	struct date at;
};

struct actual {
	struct thing thing;
	struct date at;
	struct value value;
};

struct measure {
	struct thing thing;
	struct text text;
	struct text indicator;
	struct text unit;
	struct word direction; /* enum direction */
	struct baseline *baseline;
	struct target target;
	struct date by;
	struct word every; /* enum every */
	struct text source;
	struct word kind; /* enum measure_kind */
	struct text evidence;
	struct list breakdown; /* struct text */
	struct list actuals;   /* struct actual */
	struct text ref;
	enum grade grade;    /* how well it is stated */
	bool lacks_baseline; /* its sentence promises a change, and nothing that it starts from */
};

struct action {
	struct thing thing;
	struct text ref;
	struct text title;
	struct text activity;
	struct list steps;    /* struct text */
	struct list outcomes; /* struct text */
	struct list lead;     /* struct ref to struct person */
	struct ref accountable;
	struct list support;  /* struct ref to struct person */
	struct list partners; /* struct partner */
	struct text lead_note;
	struct date due;
	struct date start;
	struct date until;
	struct flag ongoing;
	struct word every; /* enum every */
	struct date review;
	struct text timing_note;
	struct list milestones; /* struct milestone */
	struct date done;
	struct list depends_on;    /* struct dependency */
	struct list measures;      /* struct measure */
	struct word status;        /* enum action_status */
	struct word rag;           /* enum rag; node NULL: none */
	struct list updates;       /* struct update */
	struct list revisions;     /* struct revision */
	struct list replaces;      /* struct ref to an id that is gone */
	struct list split_from;    /* the same */
	struct list supports;      /* struct ref to struct priority */
	struct list resources;     /* struct resource */
	struct list links;         /* struct link */
	struct list notes;         /* struct text */
	struct list waive;         /* struct waiver */
	const struct theme *theme; /* NULL where the plan has no themes */
};

struct theme {
	struct thing thing;
	struct text ref;
	struct text title;
	struct text summary;
	struct list key_elements; /* struct text */
	struct list supports;     /* struct ref to struct priority */
	struct list measures;     /* struct measure */
	struct list actions;      /* struct action */
	struct list waive;        /* struct waiver */
};

struct priority {
	struct thing thing;
	struct text title;
};

struct workstream {
	struct thing thing;
	struct text area;
	struct text name;
	struct list lead; /* struct ref to struct person */
};

struct term {
	struct thing thing;
	struct text term;
	struct text text;
};

struct figure_value {
	struct thing thing;
	struct value value;
	struct text unit;
};

struct figure {
	struct thing thing;
	struct text label;
	struct value value;
	struct text unit;
	struct list values; /* struct figure_value */
	struct date as_at;
	struct text note;
	struct text group;
};

struct sum {
	struct thing thing;
	struct value total; /* a number, or an id or label of a figure */
	struct list of;     /* struct value: ids, labels, or one group */
	struct text unit;
};

struct section {
	struct thing thing;
	struct text ref;
	struct text title;
	struct text body;
	struct list terms;   /* struct term */
	struct list figures; /* struct figure */
	struct list sums;    /* struct sum */
	struct text caption;
	struct word shows; /* enum section_shows; node NULL: nothing */
	struct text closing;
	struct list sections; /* struct section */
};

/* The plan that this one comes from: one of ours, or one that is named only. */
struct parent {
	struct thing thing;
	struct ref plan;
	struct text text;
	struct text url;
};

/* A YAML file of a plan's folder, and how it came in. */
enum plan_file_state {
	PLAN_FILE_READ,     /* named, and its bytes were read (its text may still be at fault) */
	PLAN_FILE_MISSING,  /* named, but there is none */
	PLAN_FILE_FOLDER,   /* named, but it is a folder */
	PLAN_FILE_OUTSIDE,  /* the path leaves the plan's folder, by .. or by a symbolic link */
	PLAN_FILE_NOT_YAML, /* its name does not end in .yaml or .yml */
	PLAN_FILE_ITSELF,   /* plan.yaml names itself */
	PLAN_FILE_TWICE,    /* named a second time */
	PLAN_FILE_UNLISTED, /* named by nothing */
};

struct plan_file {
	enum plan_file_state state;
	const struct node *named_by; /* the path in plan.yaml; NULL of an unlisted one */
	struct str
		nearest; /* MISSING: a name that differs in case only, or is nearly the same; or empty */
	struct source *source; /* READ: the file; UNLISTED: its path, with no bytes; else NULL */
};

struct plan {
	struct thing thing; /* id: "council/plan", its address */
	struct text ref;
	struct text title;
	struct text subtitle;
	struct word kind;   /* enum plan_kind; node NULL: not said */
	struct word status; /* enum plan_status */
	struct date period;
	struct ref owner;
	struct value version;
	struct date approved;
	struct date review;
	struct parent *parent;
	struct list languages; /* struct value */
	struct text summary;
	struct list priorities;  /* struct priority */
	struct list sections;    /* struct section */
	struct list themes;      /* struct theme */
	struct list actions;     /* struct action, where there are no themes */
	struct list measures;    /* struct measure */
	struct list resources;   /* struct resource */
	struct list workstreams; /* struct workstream */
	struct list links;       /* struct link */
	struct list waive;       /* struct waiver */

	const struct council *council;
	struct str path;             /* of its folder in the input */
	struct source *source;       /* of plan.yaml */
	VEC(struct plan_file) files; /* but plan.yaml */
	bool is_incomplete; /* a part of it cannot be read: what it names may stand there */
	const struct plan *namesake; /* an earlier plan of the same address, or NULL */
	VEC(struct action *)
	all_actions;            /* those of the themes, then its own, in the file's order */
	VEC(struct ref *) refs; /* every ref of the plan */
	struct map by_id; /* id → struct thing of a theme, section or action; the first of each */
	size_t grades[GRADES]; /* how many of its measures, its themes' and actions' have each */
};

extern const struct thing_type type_council, type_person, type_plan, type_section, type_theme,
	type_revision, type_action, type_measure, type_milestone, type_priority;

/* All of them, for the tests and documents that go through the tables; ends with NULL. */
extern const struct thing_type *const thing_types[];

/* Whether a plan counts as adopted for the levels of findings: adopted or closed. */
static inline bool plan_is_adopted(const struct plan *plan)
{
	return plan->status.index == PLAN_ADOPTED || plan->status.index == PLAN_CLOSED;
}

/* The word list of a WORD field of these enums, for printing: "in-progress". */
extern const char *const person_kind_words[],
	*const plan_kind_words[], *const plan_status_words[], *const action_status_words[],
								      *const rag_words[],
									      *const every_words[];

#endif
