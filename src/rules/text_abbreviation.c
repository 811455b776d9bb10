#include "base/map.h"
#include "rules/address.h"
#include "rules/prose.h"
#include "rules/short_form.h"

/* Short forms told of in one plan. */
#define FORMS 100

/* A short form that nothing explains so far. */
struct form {
	struct str letters;
	struct span first; /* its source is NULL while it is not found in real words */
	bool is_explained;
};

struct search {
	struct rule_run *run;
	struct map council; /* the forms that council.yaml explains; to anything */
	struct map by_letters;
	VEC(struct form *) forms;
};

static void add_known(struct search *search, struct str words)
{
	struct str form = short_form_of(str_trim(words));

	map_add(&search->council, search->run->arena, form.len ? form : words, search);
}

/* "BCP Council" explains itself. */
static void add_forms_of_name(struct search *search, struct str name)
{
	size_t from = 0;
	struct str form;

	while (short_form_next(name, &from, &form))
		map_add(&search->council, search->run->arena, form, search);
}

static void read_council(struct search *search)
{
	const struct council *council = search->run->council;
	const struct abbreviation *abbreviations = council->abbreviations.at;
	const struct person *people = council->people.at;

	for (size_t i = 0; i < council->abbreviations.len; i++)
		add_known(search, abbreviations[i].thing.id);
	for (size_t i = 0; i < council->people.len; i++)
		add_known(search, people[i].short_name.words);
	add_forms_of_name(search, council->name.words);
}

/* The first look, at the bytes: most short forms of most plans are explained by council.yaml. */
static void gather(struct search *search, struct str text)
{
	size_t from = 0;
	struct str letters;

	while (short_form_next(text, &from, &letters)) {
		struct form *form;

		if (!search->council.count)
			read_council(search);
		if (map_find(&search->council, letters) || map_find(&search->by_letters, letters))
			continue;
		form = arena_new(search->run->arena, struct form);
		form->letters = letters;
		map_add(&search->by_letters, search->run->arena, letters, form);
		vec_add(search->run->arena, &search->forms, form);
	}
}

static void gather_reading(struct reading *reading)
{
	gather(reading->context, reading->node->text);
}

/* A term that is nothing but the short form: its text explains it. */
static bool is_term(const struct reading *reading, struct str words)
{
	return str_equal(reading->passage.owner->type->name, STR("term")) &&
	       str_equal(reading->passage.field->name, STR("term")) &&
	       short_form_of(str_trim(words)).len;
}

static void look_closely(struct reading *reading, const struct run *run, struct str letters)
{
	struct search *search = reading->context;
	struct form *form = map_find(&search->by_letters, letters);
	size_t begin = (size_t)(letters.at - run->text.at);

	if (!form || form->is_explained || address_is_around(run->text, begin))
		return;
	if (is_term(reading, run->text) || short_form_is_explained(run->text, letters))
		form->is_explained = true;
	else if (!form->first.source && !short_form_is_shouted(run->text, letters))
		form->first = reading_span(reading, run, begin, begin + letters.len);
}

static void check(struct reading *reading)
{
	struct runs runs = reading_runs(reading);

	for (size_t i = 0; i < runs.len; i++) {
		size_t from = 0;
		struct str letters;

		while (short_form_next(runs.at[i].text, &from, &letters))
			look_closely(reading, &runs.at[i], letters);
	}
}

static void add_form(struct report *report, const struct form *form)
{
	struct finding *finding = report_add(report, &rule_text_abbreviation.kind, form->first,
					     "“%.*s” is not explained in this plan",
					     STR_ARG(form->letters));

	finding_hint(report, finding,
		     "write it out where it first stands, as in `words in full (%.*s)`, or add it "
		     "to `abbreviations:` in council.yaml",
		     STR_ARG(form->letters));
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	struct search search = { .run = run };
	const struct prose *prose = run->prose;
	size_t told = 0;

	if (!prose || !(prose->look & LOOK_CAPITAL))
		return;
	for (size_t i = 0; i < prose->passages.len; i++) {
		const struct passage *passage = &prose->passages.at[i];

		if (!(passage->look & LOOK_CAPITAL))
			continue;
		if (plan->languages.len > 1)
			prose_read(run, passage, gather_reading, &search);
		else
			gather(&search, passage->text->words);
	}
	for (size_t i = 0; search.forms.len && i < prose->passages.len; i++) {
		if (prose->passages.at[i].look & LOOK_CAPITAL)
			prose_read(run, &prose->passages.at[i], check, &search);
	}
	for (size_t i = 0; i < search.forms.len && told < FORMS; i++) {
		const struct form *form = search.forms.at[i];

		if (form->is_explained || !form->first.source)
			continue;
		add_form(run->report, form);
		told++;
	}
}

const struct rule rule_text_abbreviation = {
	.kind = {
		.name = "text-abbreviation",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "A short form in capitals is explained nowhere.",
		.advice =
			"Residents, and those who join the council, do not know its short forms. Each "
			"is told of once a plan, where it stands first. It is explained in council.yaml, "
			"under `abbreviations:` or as the `short:` of a board or a post, or in the plan: "
			"“Senior Leadership Board (SLB)”. What dictionaries know (UK, NHS, IT) needs no "
			"explanation.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: The HRB looks at repairs each month.\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: The Housing Repairs Board (HRB) looks at repairs each month.\n",
	},
	.visits = PROSE_FIELDS,
	.on_value = prose_keep,
	.on_plan = on_plan,
};
