/*
 * Two states of a small plan, and what changed between them: "kind #id field
 * +days" of each change, in their order, joined by commas. Each pair is compared
 * the other way round, too, and each state with itself.
 */
#ifndef UNIT_DIFF_CASES_H
#define UNIT_DIFF_CASES_H

#include "base/attributes.h"
#include "base/buf.h"
#include "diff/diff.h"
#include "model/build.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct state {
	struct plan *plan;
	struct council *council;
};

static inline const struct node *read_yaml(struct arena *arena, const char *path, const char *text)
{
	struct source *source = arena_new(arena, struct source);
	const struct node *root;

	source_init(source, arena, str_from(path), str_from(text));
	root = yaml_read(source, arena, NULL);
	if (!root)
		fail_msg("%s cannot be read:\n%s", path, text);
	return root;
}

static inline struct state state_new(struct arena *arena, const char *plan, const char *council)
{
	static const char none[] = "name: Council\n";
	struct plan_index index = { 0 };
	struct state state;
	const struct node *root = read_yaml(arena, "plan/plan.yaml", plan);

	state.council = council_build(
		arena, read_yaml(arena, "council.yaml", council ? council : none), STR("council"));
	state.plan = plan_build(arena, root, STR("council/plan"), NULL);
	state.plan->source = root->source;
	map_add(&index.plans, arena, state.plan->thing.id, state.plan);
	plan_resolve(state.plan, state.council, &index);
	return state;
}

static inline void compare_states(struct changes *changes, struct arena *arena,
				  const struct state *before, const struct state *after)
{
	struct diff_side a = { &before->plan, 1, &before->council, 1 };
	struct diff_side b = { &after->plan, 1, &after->council, 1 };

	diff(changes, arena, &a, &b);
}

/* "kind #id field +days" of each. */
static inline void add_changes(const struct changes *changes, struct buf *out)
{
	for (size_t i = 0; i < changes->list.len; i++) {
		const struct change *change = &changes->list.at[i];
		size_t mark = str_find_byte(change->address, '#', 0);

		buf_printf(out, "%s%s%s%.*s%s%.*s", i ? ", " : "", change_types[change->kind].name,
			   mark < change->address.len ? " " : "",
			   STR_ARG(str_slice(change->address, mark, change->address.len)),
			   change->field.len ? " " : "", STR_ARG(change->field));
		if (change->has_days)
			buf_printf(out, " %+d", (int)change->days);
	}
}

/* Reopened, seen the other way round, is a change of status. */
static inline enum change_kind status_of(enum change_kind kind)
{
	return kind == CHANGE_REOPENED ? CHANGE_STATUS_CHANGED : kind;
}

static inline void count_kinds(const struct changes *changes, bool is_mirrored, int *counts)
{
	for (size_t i = 0; i < changes->list.len; i++) {
		enum change_kind kind = changes->list.at[i].kind;

		counts[status_of(is_mirrored ? change_types[kind].mirror : kind)]++;
	}
}

static inline void expect_mirror(struct arena *arena, const struct state *before,
				 const struct state *after, const struct changes *changes)
{
	struct changes back;
	struct buf said = { 0 };
	int forth_counts[CHANGE_KINDS] = { 0 };
	int back_counts[CHANGE_KINDS] = { 0 };

	compare_states(&back, arena, after, before);
	count_kinds(changes, false, forth_counts);
	count_kinds(&back, true, back_counts);
	add_changes(changes, &said);
	buf_add_c(&said, "\nmirrored: ");
	add_changes(&back, &said);
	if (memcmp(forth_counts, back_counts, sizeof(forth_counts)) != 0)
		fail_msg("no mirror: %s", said.at);
	buf_release(&said);
}

static inline void expect_nothing(struct arena *arena, const struct state *before,
				  const struct state *after)
{
	struct changes changes;
	struct buf said = { 0 };

	compare_states(&changes, arena, before, after);
	add_changes(&changes, &said);
	if (said.len)
		fail_msg("changes where there are none: %s", said.at);
	buf_release(&said);
}

struct texts {
	const char *before;
	const char *after;
	const char *council_before; /* NULL: one without people */
	const char *council_after;  /* NULL: the same */
};

static inline void expect_of(const struct texts *texts, const char *expected)
{
	struct arena arena;
	struct state before, after;
	struct changes changes;
	struct buf said = { 0 };

	arena_init(&arena);
	before = state_new(&arena, texts->before, texts->council_before);
	after = state_new(&arena, texts->after,
			  texts->council_after ? texts->council_after : texts->council_before);
	compare_states(&changes, &arena, &before, &after);
	buf_add(&said, (struct str){ 0 });
	add_changes(&changes, &said);
	if (!str_equal(buf_str(&said), str_from(expected)))
		fail_msg("“%.*s” instead of “%s” from\n%s\nto\n%s", STR_ARG(buf_str(&said)),
			 expected, texts->before, texts->after);
	expect_mirror(&arena, &before, &after, &changes);
	expect_nothing(&arena, &before, &before);
	expect_nothing(&arena, &after, &after);
	buf_release(&said);
	arena_release(&arena);
}

static inline void expect(const char *before, const char *after, const char *expected)
{
	expect_of(&(struct texts){ before, after, NULL, NULL }, expected);
}

/* A plan with one action; `keys` are its lines behind the activity. */
#define PLAN "title: Plan\nstatus: draft\n"
#define ONE_HEAD PLAN "actions:\n  - id: survey\n    activity: Ask all staff how they are.\n"
#define TWO_TAIL "  - id: other\n    activity: Publish the strategy.\n"

/* The same of the lines of one action. */
static inline void expect_action(const char *before, const char *after, const char *expected)
{
	struct buf a = { 0 };
	struct buf b = { 0 };

	buf_printf(&a, "%s%s%s", ONE_HEAD, before, TWO_TAIL);
	buf_printf(&b, "%s%s%s", ONE_HEAD, after, TWO_TAIL);
	expect(a.at, b.at, expected);
	buf_release(&a);
	buf_release(&b);
}

#endif
