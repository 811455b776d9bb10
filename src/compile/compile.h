/*
 * The compiler: files of an input to councils, plans and findings. The passes
 * are total: read, tree, schema, model, resolve, rules; each goes on after what
 * is wrong in a plan, and what failed is passed over by the next.
 */
#ifndef COMPILE_COMPILE_H
#define COMPILE_COMPILE_H

#include "base/arena.h"
#include "base/vec.h"
#include "compile/baseline.h"
#include "compile/settings.h"
#include "compile/tree_cache.h"
#include "diff/diff.h"
#include "diff/change.h"
#include "input/input.h"
#include "model/build.h"
#include "model/plan.h"
#include "report/finding.h"

#include <stdbool.h>

struct compile_options {
	const struct str
		*paths; /* in the input; only what is below one of them is compiled. None: all */
	size_t path_count;
	struct str settings; /* path of the settings file in the input; empty: planc.yaml */
	int32_t as_of;       /* the day that says what is late: days since 1970-01-01 */
	bool tells_all;      /* what waivers and the baseline hold back is told as if new */
	bool is_strict;      /* a draft counts as adopted */
	bool is_alone;       /* a plan by itself, which has no council: nobody it names is known */
	bool only_findings; /* models are not wanted behind their findings: their memory is used again */
	bool skip_rules; /* no rules: build only wants the model */
	/*
	 * Another state of the plans, or NULL: folders that are there as well with the
	 * same bytes (input_id) are left out, as if they held nothing. What a link in
	 * one leads to is not looked at.
	 */
	struct input *unlike;
	struct tree_cache *cache; /* of files that were read before; or NULL */
	unsigned hands;           /* how many threads read and check plans (crew.h); 0: one */
	/* The plans as they were before the change that is looked at; NULL: they are not compared. */
	struct input *before;
	struct unchanged *unchanged; /* of the run that compares: what need not be read; or NULL */
	/*
	 * The history that led to them; asked for only if a rule wants it. NULL with *why when
	 * it cannot be read. The function may be NULL.
	 */
	const struct ledger *(*read_past)(void *context, struct str *why);
	void *past_context;
	/* Not to be read again: the settings, and what they were read from. NULL: they are read. */
	const struct settings *settings_given;
	struct input *settings_input;
};

/*
 * A file that was read, and the tree that came of it. Every source that a
 * finding names is the first member of one of these.
 */
struct document {
	struct source source;
	struct str path;         /* in the input */
	struct node *root;       /* NULL when it cannot be parsed, or is missing */
	struct council *council; /* whose file it is; NULL of planc.yaml */
	struct plan *plan;       /* NULL of a council.yaml */
};

enum compile_status {
	COMPILE_DONE,     /* whatever it found */
	COMPILE_SETTINGS, /* planc.yaml is at fault: exit code 2; findings say how */
	COMPILE_FAILED,   /* something could not be read: exit code 3; `failures` names it */
};

/* What is said of a plan when its model is gone. */
struct plan_summary {
	struct str address;
	size_t actions;
	size_t leads;          /* different people, posts, boards … that lead one of them */
	size_t grades[GRADES]; /* how many measures have each grade */
	bool is_incomplete;
};

struct compilation {
	struct arena arena;       /* holds what all plans have in common, and the findings */
	VEC(struct arena *) kept; /* of each plan that is kept: its files, trees and model */
	struct report report;
	struct settings settings;
	struct baseline_file baseline;
	/* Set by who opened the input: the folder that it reads, and as people see it. */
	struct str folder, shown;
	struct str revision; /* likewise: the id of the commit that it reads; else empty */
	bool has_same;       /* something was left out, as it is the same elsewhere */
	bool is_whole;       /* no paths were given: all there is was asked for */
	enum compile_status status;
	struct compilation *before;         /* the plans as they were; NULL: not compared */
	struct changes changes;             /* since then */
	struct unchanged *unchanged;        /* what was not looked at then; NULL: not compared */
	VEC(struct str) failures;           /* "plans/a/plan.yaml: permission denied" */
	VEC(struct council *) councils;     /* by path */
	VEC(struct plan *) plans;           /* by path; those asked for; none with only_findings */
	VEC(const struct plan *) waiving;   /* of those asked for, the ones with a waiver in them */
	VEC(struct plan_summary) summaries; /* of each plan asked for, by path */
};

/* Always opens `result`: release it. What could not be read does not stop the rest. */
enum compile_status compile(struct compilation *result, struct input *input,
			    const struct compile_options *options);
void compilation_release(struct compilation *result);

/* All of its councils and plans, as one side of a comparison. */
struct diff_side compilation_side(const struct compilation *result);

/* All kinds of finding, grouped as documents list them; ends with NULL. */
extern const struct finding_kind *const catalogue[];

/* Whether it says that something could not be read: then it is always an error, and never held back. */
bool kind_is_reading(const struct finding_kind *kind);

/* The kind of that name; or NULL, with the nearest name (NULL: none is near) in *nearest. */
const struct finding_kind *catalogue_find(struct str name, const char **nearest);

#endif
