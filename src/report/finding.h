/*
 * Findings: what is wrong with a plan, where, and what to write instead. The
 * passes add them to a report as they go; the report sorts and counts them and
 * hands them to one of the formats.
 */
#ifndef REPORT_FINDING_H
#define REPORT_FINDING_H

#include "base/arena.h"
#include "base/attributes.h"
#include "base/str.h"
#include "base/vec.h"
#include "report/source.h"

enum severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* "off", "note", "warning", "error". */
struct str severity_name(enum severity severity);
/* False when `name` is none of the four. */
bool severity_find(struct str name, enum severity *severity);

/* A kind of finding: one const object a rule name. Names never change once released. */
struct finding_kind {
	const char *name;      /* "lead-missing" */
	enum severity draft;   /* its level on a draft */
	enum severity adopted; /* and on an adopted plan */
	const char *summary;   /* one sentence: when it fires */
	const char *advice;    /* a paragraph: why it matters and what to do */
	const char *bad;  /* an example that fires: a piece of YAML; NULL when none can be shown */
	const char *good; /* the same, mended */
	/*
	 * Of a rule on changes: what both examples were before. Of a rule that looks further
	 * back there are several states, the oldest first, with a line "---" between them.
	 * NULL: it is found in a state by itself.
	 */
	const char *before;
};

struct related {
	struct span span;
	struct str message; /* "first defined here" */
};

/* What would mend a finding: these bytes of a file become that text. */
struct edit {
	struct span span; /* empty: the text is put in before this byte */
	struct str text;
};

/* Where a finding is in the terms of JSON Schema's own output (core, 12.3): JSON Pointers. */
struct schema_location {
	struct str keyword;  /* keywordLocation: the way that was taken, through each $ref */
	struct str absolute; /* absoluteKeywordLocation: a URI, absolute as far as its $id is */
	struct str instance; /* instanceLocation */
};

/* What a finding is beside what was known before. */
enum finding_state {
	STATE_NEW,
	STATE_KNOWN,     /* it stood there before the change that is looked at */
	STATE_WAIVED,    /* a `waive:` of the plan, a theme or an action holds it back */
	STATE_BASELINED, /* the baseline does */
};

/* "new", "known", "waived", "baselined". */
struct str finding_state_name(enum finding_state state);

struct finding {
	const struct finding_kind *kind;
	struct span span;
	struct str message; /* one sentence without its full stop, in the author's words */
	struct str hint;    /* what to write instead; empty where none can be given */
	VEC(struct related) related;
	VEC(struct edit)
	edits; /* all of them together mend it; none where the right text is not known */
	bool is_of_adopted; /* held to what an adopted plan must do, as it was one before it changed */
	bool is_of_plan; /* about the plan as a whole: its address is the plan's, wherever it stands */
	struct str
		gone; /* the id of an action that is no longer there, and that it is about; or empty */
	const struct schema_location *location; /* of what a schema finds; else NULL */
	/* Filled in when the run is over, from the place and the settings: */
	enum severity severity;
	struct str plan;    /* "sefton/year-1-delivery-plan"; empty for none */
	struct str address; /* "sefton/year-1-delivery-plan#staff-survey" */
	struct str fingerprint;
	enum finding_state state;
	struct str reason; /* why it is held back, in the author's words; empty: none is given */
};

/* Whether it is held back: kept in data, not told to people, and no reason to fail. */
bool finding_is_suppressed(const struct finding *finding);

/* Whether it makes a run fail that fails from `level` on (SEVERITY_OFF: never). */
bool finding_fails(const struct finding *finding, enum severity level);

struct report {
	struct arena *arena; /* of the run: outlives every file */
	VEC(struct finding *) findings;
};

void report_init(struct report *report, struct arena *arena);

/* Adds a finding; the words are copied. It stays valid, and may be given a hint and related places. */
PRINTF_LIKE(4, 5)
struct finding *report_add(struct report *report, const struct finding_kind *kind, struct span span,
			   const char *format, ...);

PRINTF_LIKE(3, 4)
void finding_hint(struct report *report, struct finding *finding, const char *format, ...);

PRINTF_LIKE(4, 5)
void finding_relate(struct report *report, struct finding *finding, struct span span,
		    const char *format, ...);

/* Adds an edit that mends the finding; the text is copied. */
void finding_edit(struct report *report, struct finding *finding, struct span span,
		  struct str text);

/* By file (as bytes), place, name, message. What is said twice of one place, as of an alias, is said once. */
void report_sort(struct report *report);

/* Drops the findings whose severity is off. */
void report_drop_off(struct report *report);

/* Of each severity without what is held back, which is counted by itself. */
struct counts {
	size_t error, warning, note;
	size_t suppressed;
};

struct counts report_count(const struct report *report);

#endif
