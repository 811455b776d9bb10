#include "markdown/markdown.h"
#include "rules/note.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* Notes reported of one text; a text that is full of them need not be told so a million times. */
#define NOTES 20

/* A text under a closer look. What is made for that is gone afterwards. */
struct look {
	struct rule_run *run;
	const struct node *node; /* the scalar */
	struct arena arena;
	const uint32_t *places; /* of its bytes in the file; NULL until one is needed */
	unsigned notes;
};

static void add_note(struct look *look, const struct run *run, struct note note)
{
	struct str words = wording_quote(look->run, str_slice(run->text, note.begin, note.end));
	struct span span = { look->node->source, 0, 0 };
	struct finding *finding;

	if (!look->places)
		look->places = node_map_text(look->node, &look->arena);
	span.begin = look->places[run_offset(run, note.begin)];
	span.end = look->places[run_end(run, note.end)];
	look->notes++;
	finding = report_add(look->run->report, &rule_text_placeholder.kind, span,
			     "“%.*s” looks like a note that was left in", STR_ARG(words));
	finding_hint(look->run->report, finding,
		     "write what was meant to stand here, or take the note out");
}

static void check_run(struct look *look, const struct run *run)
{
	size_t from = 0;
	struct note note;

	while (look->notes < NOTES && note_next(run->text, &from, &note))
		add_note(look, run, note);
}

static void look_closely(struct rule_run *run, const struct node *node, bool is_markdown)
{
	struct look look = { .run = run, .node = node };
	struct run whole = { .text = node->text };
	struct runs runs = { &whole, 1 };

	arena_init(&look.arena);
	if (is_markdown)
		runs = markdown_runs(node->text, &look.arena);
	for (size_t i = 0; i < runs.len; i++)
		check_run(&look, &runs.at[i]);
	arena_release(&look.arena);
}

/* "?", "…", "..": nothing but marks. Texts hardly ever begin with one. */
static bool is_marks_only(struct str text)
{
	if (text.at[0] != '?' && text.at[0] != '.' && !str_starts(text, STR("…")))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (str_starts(str_slice(text, i, text.len), STR("…")))
			i += 2;
		else if (text.at[i] != '?' && text.at[i] != '.' && text.at[i] != ' ' &&
			 text.at[i] != '\n')
			return false;
	}
	return true;
}

static bool is_blank(struct str text)
{
	return !text.len || (text.at[0] <= ' ' && !str_trim(text).len);
}

static void check_words(struct rule_run *run, const struct node *node, bool is_markdown)
{
	struct str words = node->text;
	struct finding *finding;

	if (is_marks_only(words)) {
		words = wording_quote(run, words);
		finding = report_add(run->report, &rule_text_placeholder.kind, node_span(node),
				     "“%.*s” stands for a text that is not there yet",
				     STR_ARG(words));
		finding_hint(run->report, finding, "write the text, or take the line out");
	} else if (note_is_suspected(words)) {
		look_closely(run, node, is_markdown);
	}
}

static void add_empty(struct rule_run *run, const struct thing *owner, const struct field *field,
		      const struct node *node)
{
	struct finding *finding;

	if (field->type == FIELD_TEXTS)
		finding = report_add(run->report, &rule_text_placeholder.kind, node_span(node),
				     "an item of `%.*s:` is empty", STR_ARG(field->name));
	else if (owner->node == node)
		finding = report_add(run->report, &rule_text_placeholder.kind, node_span(node),
				     "an item of `%.*ss:` is empty", STR_ARG(owner->type->name));
	else
		finding = report_add(run->report, &rule_text_placeholder.kind, node_span(node),
				     "`%.*s:` is empty", STR_ARG(field->name));
	finding_hint(run->report, finding, "write the text, or take the line out");
}

/* A text in several languages: each of them. What one language lacks is not said here. */
static void check_languages(struct rule_run *run, const struct node *node, bool is_markdown)
{
	for (size_t i = 0; i < node->count; i++) {
		const struct node *words = node->pairs[i].value;

		if (!words->bad && words->kind == NODE_SCALAR && !is_blank(words->text))
			check_words(run, words, is_markdown);
	}
}

/*
 * "TBC" beside a date or a lead that is not there either is printed with it,
 * and the rules on dates and leads speak of it.
 */
static bool is_said_already(const struct thing *owner, const struct field *field)
{
	const struct action *action = (const struct action *)owner;

	if (owner->type != &type_action || field->type != FIELD_PLAIN)
		return false;
	if (str_equal(field->name, STR("timing_note")))
		return action->due.kind != DATE_GIVEN;
	return str_equal(field->name, STR("lead_note")) && !action->lead.len;
}

/* The name of a rule is no text (`date-tbc`), and of a waiver that lacks its words others speak. */
static bool is_for_waivers(const struct thing *owner, const struct field *field,
			   const struct node *node)
{
	if (!str_equal(owner->type->name, STR("waiver")))
		return false;
	return str_equal(field->name, STR("rule")) ||
	       (node->kind == NODE_SCALAR && is_blank(node->text));
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	const struct text *text = value;
	const struct node *node = text->node;
	bool is_markdown = field->type != FIELD_PLAIN;

	/* Most texts are in one language and clean: then their node need not be fetched. */
	if (run->plan->languages.len < 2 && text->words.len && text->words.at[0] > '?' &&
	    !note_is_suspected(text->words))
		return;
	if (node->bad || node->kind == NODE_LIST || is_for_waivers(owner, field, node))
		return;
	if (node->kind == NODE_MAP)
		check_languages(run, node, is_markdown);
	else if (node_is_null(node) || is_blank(node->text))
		add_empty(run, owner, field, node);
	else if (!is_said_already(owner, field))
		check_words(run, node, is_markdown);
}

const struct rule rule_text_placeholder = {
	.kind = {
		.name = "text-placeholder",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "A note was left in (“add link”, “TBC”, “[name]”), or a text is empty.",
		.advice =
			"While a plan is written people leave notes in it for themselves and "
			"each other. Readers of the published plan should not meet them. Looked "
			"at are items, sentences and what follows a dash, where they are nothing "
			"but such a note, and items and texts that are empty; the same words "
			"within a sentence are left alone. Write what was meant to stand there, "
			"or take the note out.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"    notes:\n"
			"      - Repairs Policy – add link\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"    notes:\n"
			"      - \"[Repairs Policy](https://www.example.gov.uk/repairs)\"\n",
	},
	.visits = FIELD_BIT(FIELD_TEXT) | FIELD_BIT(FIELD_PLAIN) | FIELD_BIT(FIELD_TEXTS),
	.on_value = on_value,
};
