#include "rules/prose.h"

/* Findings of one rule in one text. */
#define FINDINGS 20

static unsigned look_at_languages(const struct node *node)
{
	unsigned look = 0;

	for (size_t i = 0; i < node->count; i++) {
		if (node->pairs[i].value->kind == NODE_SCALAR)
			look |= look_at(node->pairs[i].value->text);
	}
	return look;
}

static struct prose *get_prose(struct rule_run *run)
{
	if (!run->prose)
		run->prose = arena_new(run->arena, struct prose);
	return run->prose;
}

unsigned prose_look(struct rule_run *run, const struct thing *owner, const struct field *field,
		    const struct text *text)
{
	struct prose *prose = get_prose(run);

	if (prose->last.text == text)
		return prose->last.look;
	prose->last = (struct passage){ owner, field, text, look_at(text->words) };
	/* Most texts are in one language: then their node need not be fetched. */
	if (run->plan->languages.len > 1 && text->node->kind == NODE_MAP)
		prose->last.look |= look_at_languages(text->node);
	return prose->last.look;
}

void prose_keep(struct rule_run *run, const struct thing *owner, const struct field *field,
		const void *text)
{
	struct prose *prose;

	prose_look(run, owner, field, text);
	prose = run->prose;
	if (prose->last_kept == text)
		return;
	prose->last_kept = text;
	prose->look |= prose->last.look;
	vec_add(run->arena, &prose->passages, prose->last);
}

/* An address or a name of ours, which is no prose. */
static bool is_address(const struct passage *passage)
{
	static const struct str names[] = { STR_INIT("url"), STR_INIT("ref"), STR_INIT("rule"),
					    STR_INIT("email") };

	for (size_t i = 0; passage->field->type == FIELD_PLAIN && i < ARRAY_LEN(names); i++) {
		if (str_equal(passage->field->name, names[i]))
			return true;
	}
	return false;
}

static void read_node(struct reading *reading, const struct node *node, struct str language,
		      void (*check)(struct reading *reading))
{
	if (node->bad || node->kind != NODE_SCALAR || node_is_null(node) || !node->text.len)
		return;
	reading->node = node;
	reading->language = language;
	check(reading);
	if (reading->is_open)
		arena_release(&reading->arena);
	reading->is_open = false;
	reading->places = NULL;
	reading->findings = 0;
}

void prose_read(struct rule_run *run, const struct passage *passage,
		void (*check)(struct reading *reading), void *context)
{
	struct reading reading = { .run = run, .passage = *passage, .context = context };
	const struct node *node = passage->text->node;
	const struct value *languages = run->plan->languages.at;
	struct str first = { 0 };

	if (node->bad || is_address(passage))
		return;
	if (run->plan->languages.len)
		first = languages[0].text;
	if (node->kind != NODE_MAP)
		read_node(&reading, node, first, check);
	for (size_t i = 0; node->kind == NODE_MAP && i < node->count; i++)
		read_node(&reading, node->pairs[i].value, node->pairs[i].key->text, check);
}

static void begin_reading(struct reading *reading)
{
	if (!reading->is_open)
		arena_init(&reading->arena);
	reading->is_open = true;
}

struct runs reading_runs_with_code(struct reading *reading)
{
	struct runs runs = { .len = 1 };

	begin_reading(reading);
	if (reading->passage.field->type != FIELD_PLAIN)
		return markdown_runs(reading->node->text, &reading->arena);
	runs.at = arena_new(&reading->arena, struct run);
	runs.at->text = reading->node->text;
	return runs;
}

/* An x for each byte of a run that stands in code; *at is the first code that may be in it. */
static void hide_code(struct reading *reading, struct run *run, const struct runs *runs, size_t *at)
{
	char *text = arena_alloc_text(&reading->arena, run->text.len);

	for (size_t i = 0; i < run->text.len; i++) {
		uint32_t offset = run_offset(run, i);

		while (*at < runs->code_len && runs->code[*at].end <= offset)
			++*at;
		text[i] = run->text.at[i];
		if (*at < runs->code_len && runs->code[*at].begin <= offset)
			text[i] = 'x';
	}
	run->text.at = text;
}

struct runs reading_runs(struct reading *reading)
{
	struct runs runs = reading_runs_with_code(reading);
	size_t at = 0;

	for (size_t i = 0; runs.code_len && i < runs.len; i++)
		hide_code(reading, &runs.at[i], &runs, &at);
	return runs;
}

struct span reading_span(struct reading *reading, const struct run *run, size_t begin, size_t end)
{
	struct span span = { reading->node->source, 0, 0 };

	begin_reading(reading);
	if (!reading->places)
		reading->places = node_map_text(reading->node, &reading->arena);
	span.begin = reading->places[run_offset(run, begin)];
	span.end = reading->places[run_end(run, end)];
	return span;
}

bool reading_is_full(struct reading *reading)
{
	return reading->findings++ >= FINDINGS;
}

bool reading_is_english(const struct reading *reading)
{
	return !reading->language.len || str_starts(reading->language, STR("en"));
}
