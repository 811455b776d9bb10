/* Every field of every table: when it changes, that is one change. */
#include "diff_cases.h"

/* Where things of a type stand: the @ is replaced by their keys. */
struct host {
	const char *type;
	const char *text;
	const char *base; /* what tells the thing in its list; not given when this key is tested */
	const char *base_key;
	bool is_council;
};

#define IN_ACTION(rest) "title: P\nactions: [{id: a, activity: Act, " rest "}]\n"
#define IN_SECTION(rest) "title: P\nsections: [{id: s, title: Sec, " rest "}]\n"

static const struct host hosts[] = {
	{ "council", "@\n", "name: C", "name", true },
	{ "person", "people: {p: {@}}\n", "name: N", "name", true },
	{ "abbreviation", "abbreviations: {p: @}\n", NULL, NULL, true },
	{ "plan", "@\n", "title: P", "title", false },
	{ "priority", "title: P\npriorities: [{@}]\n", "id: p", "id", false },
	{ "parent", "title: P\nparent: {@}\n", "x-a: 1", "x-a", false },
	{ "section", "title: P\nsections: [{@}]\n", "id: s", "id", false },
	{ "term", IN_SECTION("terms: [{@}]"), "term: Long term", "term", false },
	{ "figure", IN_SECTION("figures: [{@}]"), "id: f", "id", false },
	{ "figure-value", IN_SECTION("figures: [{id: f, values: [{@}]}]"), "x-a: 1", "x-a", false },
	{ "sum", IN_SECTION("sums: [{@}]"), "x-a: 1", "x-a", false },
	{ "theme", "title: P\nthemes: [{@}]\n", "id: t", "id", false },
	{ "action", "title: P\nactions: [{@}]\n", "id: a", "id", false },
	{ "milestone", IN_ACTION("milestones: [{@}]"), "id: m", "id", false },
	{ "partner", IN_ACTION("partners: [@]"), NULL, NULL, false },
	{ "measure", IN_ACTION("measures: [{@}]"), "id: m", "id", false },
	{ "baseline", IN_ACTION("measures: [{id: m, baseline: {@}}]"), "x-a: 1", "x-a", false },
	{ "actual", IN_ACTION("measures: [{id: m, actuals: [{@}]}]"), "x-a: 1", "x-a", false },
	{ "update", IN_ACTION("updates: [{@}]"), "text: We asked", "text", false },
	{ "revision", IN_ACTION("revisions: [{@}]"), "reason: No money", "reason", false },
	{ "resource", IN_ACTION("resources: [{@}]"), "text: A post", "text", false },
	{ "link", IN_ACTION("links: [{@}]"), "title: A link", "title", false },
	{ "workstream", "title: P\nworkstreams: [{@}]\n", "area: Homes", "area", false },
	{ "waiver", IN_ACTION("waive: [{@}]"), "reason: It is so", "reason", false },
};

/* Two values of a field; an empty one: the key is not given. */
static void add_value(const struct field *field, bool is_second, struct buf *out)
{
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_PLAIN: buf_add_c(out, is_second ? "Old oak tree" : "Old oak door"); break;
	case FIELD_TEXTS: buf_add_c(out, is_second ? "[Old oak tree]" : "[Old oak door]"); break;
	case FIELD_WORD: buf_add_c(out, field->words[is_second]); break;
	case FIELD_FLAG: buf_add_c(out, is_second ? "true" : "false"); break;
	case FIELD_DATE: buf_add_c(out, is_second ? "2023-01" : "2024-01"); break;
	case FIELD_TARGET: buf_add_c(out, is_second ? "at least 5" : "at least 6"); break;
	case FIELD_VALUE: buf_add_c(out, is_second ? "5" : "6"); break;
	case FIELD_VALUES: buf_add_c(out, is_second ? "[en, cy]" : "[en, fr]"); break;
	case FIELD_REF: buf_add_c(out, is_second ? "one" : "two"); break;
	case FIELD_REFS: buf_add_c(out, is_second ? "[one]" : "[two]"); break;
	case FIELD_THING: buf_add_c(out, is_second ? "5" : ""); break;
	case FIELD_MAP: buf_add_c(out, is_second ? "{one: Words}" : ""); break;
	case FIELD_THINGS:
		if (is_second)
			buf_add_c(out, field->of->scalar ? "[One]" : "[{id: one, text: Words}]");
		break;
	}
}

static void add_text(const struct host *host, const struct field *field, bool is_second,
		     struct buf *out)
{
	size_t at = str_find_byte(str_from(host->text), '@', 0);
	bool is_block = at == 0;
	bool has_base = host->base && !str_equal(field->name, str_from(host->base_key));
	struct buf value = { 0 };

	buf_init(&value);
	add_value(field, is_second, &value);
	buf_add(out, str_slice(str_from(host->text), 0, at));
	if (has_base)
		buf_printf(out, "%s", host->base);
	if (value.len && (field->flags & FIELD_SHORTHAND) && !host->base)
		buf_add(out, buf_str(&value));
	else if (value.len)
		buf_printf(out, "%s%.*s: %.*s",
			   !has_base  ? ""
			   : is_block ? "\n"
				      : ", ",
			   STR_ARG(field->name), STR_ARG(buf_str(&value)));
	buf_add_c(out, host->text + at + 1);
	buf_release(&value);
}

static void expect_one(const struct host *host, const struct field *field)
{
	struct buf texts[2] = { { 0 }, { 0 } };
	struct buf said = { 0 };
	struct arena arena;
	struct state before, after;
	struct changes changes;

	arena_init(&arena);
	add_text(host, field, false, &texts[0]);
	add_text(host, field, true, &texts[1]);
	before = state_new(&arena, host->is_council ? "title: P\n" : texts[0].at,
			   host->is_council ? texts[0].at : NULL);
	after = state_new(&arena, host->is_council ? "title: P\n" : texts[1].at,
			  host->is_council ? texts[1].at : NULL);
	compare_states(&changes, &arena, &before, &after);
	add_changes(&changes, &said);
	if (changes.list.len != 1)
		fail_msg("%s.%.*s: %zu changes: %s\n%s\n%s", host->type, STR_ARG(field->name),
			 changes.list.len, said.at ? said.at : "", texts[0].at, texts[1].at);
	expect_mirror(&arena, &before, &after, &changes);
	arena_release(&arena);
	buf_release(&said);
	buf_release(&texts[0]);
	buf_release(&texts[1]);
}

static const struct host *find_host(const struct thing_type *type)
{
	for (size_t i = 0; i < ARRAY_LEN(hosts); i++) {
		if (str_equal(type->name, str_from(hosts[i].type)))
			return &hosts[i];
	}
	return NULL;
}

static void every_field_is_compared(void **state)
{
	(void)state;
	for (size_t i = 0; thing_types[i]; i++) {
		const struct thing_type *type = thing_types[i];
		const struct host *host = find_host(type);

		/* What an action waits for is another thing when it has another name. */
		if (str_equal(type->name, STR("dependency")))
			continue;
		if (!host)
			fail_msg("%.*s: where does it stand?", STR_ARG(type->name));
		for (size_t j = 0; j < type->field_count; j++) {
			const struct field *field = &type->fields[j];

			/* A reason that came is no change of its own. */
			if (str_equal(field->name, STR("revisions")) ||
			    ((field->flags & FIELD_SHORTHAND) && host->base))
				continue;
			expect_one(host, field);
		}
	}
}

static void kinds_mirror_each_other(void **state)
{
	(void)state;
	for (int kind = 0; kind < CHANGE_KINDS; kind++) {
		enum change_kind mirror = change_types[kind].mirror;

		assert_int_equal(change_types[kind].weight, change_types[mirror].weight);
		if (kind != CHANGE_REOPENED)
			assert_int_equal(change_types[mirror].mirror, kind);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_is_compared),
		cmocka_unit_test(kinds_mirror_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
