#include "rules/changed.h"
#include "rules/wording.h"

/* The texts that changed, by the place where they stand now. */
struct stale {
	struct rule_run *run;
	struct arena arena;
	struct map changed; /* place → struct changed_text */
};

struct text_place {
	const struct source *source;
	uint64_t begin;
};

struct changed_text {
	struct text_place place;
	const struct change *change;
};

static struct str key_of(const struct text_place *place)
{
	return (struct str){ (const char *)place, sizeof(*place) };
}

static const struct change *find_change(const struct stale *stale, const struct node *node)
{
	const struct text_place place = { node->source, node->begin };
	const struct changed_text *text = map_find(&stale->changed, key_of(&place));

	return text ? text->change : NULL;
}

static void gather(struct stale *stale)
{
	struct rule_run *run = stale->run;

	for (size_t i = 0; i < run->change_count; i++) {
		const struct change *change = &run->changes[i];
		struct changed_text *text;

		if (change->new.kind != VALUE_TEXT || !change->after.source ||
		    change->kind == CHANGE_TEXT_EDITORIAL)
			continue;
		text = arena_new(&stale->arena, struct changed_text);
		text->place = (struct text_place){ change->after.source, change->after.begin };
		text->change = change;
		map_add(&stale->changed, &stale->arena, key_of(&text->place), text);
	}
}

static bool has_words(const struct node *node)
{
	return node->kind == NODE_SCALAR && !node->bad && str_trim(node->text).len;
}

static void tell(struct stale *stale, const struct pair *old, const struct pair *changed)
{
	struct rule_run *run = stale->run;
	struct str words = wording_quote(run, changed->value->text);
	struct finding *finding = report_add(
		run->report, &rule_translation_stale.kind, node_span(old->value),
		"this is as it was in `%.*s`, but in `%.*s` it is “%.*s” now",
		STR_ARG(old->key->text), STR_ARG(changed->key->text), STR_ARG(words));

	finding_hint(run->report, finding, "write the same in `%.*s`", STR_ARG(old->key->text));
	finding_relate(run->report, finding, node_span(changed->value), "this changed");
	changed_note(run, &rule_translation_stale, find_change(stale, changed->value));
}

/* Of a text in several languages: those that stayed when another one changed. */
static void on_value(void *context, const struct thing *owner, const struct field *field,
		     const void *value)
{
	struct stale *stale = context;
	const struct node *node = ((const struct text *)value)->node;
	const struct pair *changed = NULL;

	(void)owner;
	(void)field;
	if (node->kind != NODE_MAP || node->bad)
		return;
	for (size_t i = 0; !changed && i < node->count; i++) {
		const struct change *change = find_change(stale, node->pairs[i].value);

		/* What was translated only now is no reason to look at the rest. */
		if (change && change->old.kind == VALUE_TEXT)
			changed = &node->pairs[i];
	}
	for (size_t i = 0; changed && i < node->count; i++) {
		if (has_words(node->pairs[i].value) && !find_change(stale, node->pairs[i].value))
			tell(stale, &node->pairs[i], changed);
	}
}

static void on_changes(struct rule_run *run)
{
	struct stale stale = { .run = run };
	struct walk walk = {
		.types = FIELD_BIT(FIELD_TEXT) | FIELD_BIT(FIELD_PLAIN) | FIELD_BIT(FIELD_TEXTS),
		.value = on_value,
		.context = &stale,
	};

	if (run->plan->languages.len < 2)
		return;
	arena_init(&stale.arena);
	gather(&stale);
	if (stale.changed.count)
		thing_walk(&run->plan->thing, &walk);
	arena_release(&stale.arena);
}

#define PLAN                                           \
	"title: {en: Housing Plan, cy: Cynllun Tai}\n" \
	"status: draft\n"                              \
	"languages: [en, cy]\n"                        \
	"actions:\n"                                   \
	"  - id: tenant-survey\n"                      \
	"    due: 2024-09\n"                           \
	"    activity:\n"

const struct rule rule_translation_stale = {
	.kind = {
		.name = "translation-stale",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "A text changed in one language, and stayed as it was in another.",
		.advice =
			"Readers of the other language are told what no longer holds. Whoever changes "
			"a text sees to it that all its languages say the same, in the same change. "
			"Where only letters, commas or spelling differ nothing is asked.",
		.before = PLAN "      en: Ask tenants about their repairs.\n"
			       "      cy: Gofyn i denantiaid am eu hatgyweiriadau.\n",
		.bad = PLAN "      en: Ask tenants and leaseholders about their repairs.\n"
			    "      cy: Gofyn i denantiaid am eu hatgyweiriadau.\n",
		.good = PLAN "      en: Ask tenants and leaseholders about their repairs.\n"
			     "      cy: Gofyn i denantiaid a lesddeiliaid am eu hatgyweiriadau.\n",
	},
	.on_changes = on_changes,
	.is_of_adoption = true,
};
