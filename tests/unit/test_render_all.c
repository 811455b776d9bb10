#include "render_fixture.h"
#include "markdown/markdown.h"
#include "model/walk.h"

/* A plan that gives every field, and what each renderer makes of it. */

static const char everything_council[] =
	"name: Exampleton Council\n"
	"code: E00000001\n"
	"website: https://www.example.gov.uk\n"
	"formerly: Oldton District\n"
	"licence: Open Licence\n"
	"people:\n"
	"  head: {name: Head of Housing, kind: role, short: HoH, role: leads on homes,\n"
	"         held_by: Interim postholder, email: housing@example.gov.uk}\n"
	"  team: {name: Housing Team, kind: team}\n"
	"abbreviations: {HoH: Head of Housing}\n";

static const char everything[] =
	"title: Plantitle word\n"
	"ref: 7.10\n"
	"subtitle: Plansubtitle\n"
	"kind: strategy\n"
	"status: draft\n"
	"period: 2023-04/2025-03\n"
	"owner: head\n"
	"version: 1.10\n"
	"approved: 2023-04-03\n"
	"review: 2024-05\n"
	"parent: {text: Parentwords, url: 'https://example.gov.uk/parent'}\n"
	"languages: [en]\n"
	"summary: Plansummary\n"
	"priorities: [{id: homes, title: Prioritytitle}]\n"
	"sections:\n"
	"  - id: intro\n"
	"    ref: S1\n"
	"    title: Sectiontitle\n"
	"    body: Sectionbody\n"
	"    terms: [{term: Termname, text: Termtext}]\n"
	"    figures:\n"
	"      - {id: a, label: Figlabel, value: 12, unit: figunit, as_at: 2021-02, note: Fignote, group: Figgroup}\n"
	"      - {label: Figpair, values: [{value: 241, unit: headcounts}]}\n"
	"    sums: [{total: 12, of: [a], unit: figunit}]\n"
	"    caption: Sectioncaption\n"
	"    shows: measures\n"
	"    closing: Sectionclosing\n"
	"    sections: [{id: sub, title: Subtitleword}]\n"
	"themes:\n"
	"  - id: theme\n"
	"    ref: T9\n"
	"    title: Themetitle\n"
	"    summary: Themesummary\n"
	"    key_elements: [Keyelement]\n"
	"    supports: [homes]\n"
	"    measures: [Thememeasure]\n"
	"    waive: [{rule: some-rule, reason: Themewaiver, until: 2024-07}]\n"
	"    actions:\n"
	"      - id: first\n"
	"        ref: A.1\n"
	"        title: Actiontitle\n"
	"        activity: Actionactivity\n"
	"        steps: [Actionstep]\n"
	"        outcomes: [Actionoutcome]\n"
	"        lead: [head, team]\n"
	"        accountable: head\n"
	"        support: [team]\n"
	"        partners: [Partnername]\n"
	"        lead_note: Leadnote\n"
	"        due: 2023-09-30\n"
	"        start: 2023-05\n"
	"        until: 2024-12\n"
	"        ongoing: true\n"
	"        every: half-year\n"
	"        review: 2024-02\n"
	"        timing_note: Timingnote\n"
	"        milestones: [{what: Milestonewhat, due: 2023-06, start: 2023-04-20, status: done, done: 2023-06-11}]\n"
	"        depends_on: [second, {text: Dependencytext}]\n"
	"        measures:\n"
	"          - {text: Measuretext, indicator: Indicatorwords, unit: days, direction: down,\n"
	"             baseline: {value: 41, at: 2022-03}, target: at most 12, by: 2024-08, every: week,\n"
	"             source: Sourcewords, kind: qualitative, evidence: Evidencewords,\n"
	"             breakdown: [Breakdownword], actuals: [{at: 2023-10-31, value: 33}], ref: M77}\n"
	"        status: done\n"
	"        done: 2024-01-09\n"
	"        rag: amber\n"
	"        updates: [{date: 2023-07-01, text: Updatetext, author: Updateauthor}]\n"
	"        revisions: [{date: 2023-08-02, reason: Revisionreason, cause: scope, approved_by: Approvername}]\n"
	"        replaces: [replaced-id]\n"
	"        split_from: [older-id]\n"
	"        supports: [homes]\n"
	"        resources: [{text: Resourcetext, amount: '£40,000', source: Resourcesource, status: required}]\n"
	"        links: [{title: Linktitle, url: 'https://example.gov.uk/link'}, {title: Planlink, plan: exampleton/plan}]\n"
	"        notes: [Actionnote]\n"
	"        waive: [{rule: other-rule, reason: Actionwaiver}]\n"
	"      - {id: second, activity: Secondactivity}\n"
	"actions: [{id: loose, activity: Looseactivity, due: tbc}]\n"
	"measures: [{indicator: Planmeasure, target: at least 95%}]\n"
	"resources: [{text: Planresource}]\n"
	"workstreams: [{area: Areaword, name: Workstreamname, lead: team}]\n"
	"links: [{title: Planlinktitle}]\n"
	"waive: [{rule: third-rule, reason: Planwaiver}]\n";

static void build_everything(struct built *built)
{
	struct memory_file files[] = {
		file("exampleton/council.yaml", everything_council),
		file("exampleton/plan/plan.yaml", everything),
		file("exampleton/report/plan.yaml",
		     "title: R\nstatus: draft\nparent: exampleton/plan\n"),
	};

	build_all(built, files, ARRAY_LEN(files));
	for (size_t i = 0; i < built->result.report.findings.len; i++) {
		const struct finding *finding = built->result.report.findings.at[i];

		if (finding->severity == SEVERITY_ERROR)
			fail_msg("%.*s", STR_ARG(finding->message));
	}
}

struct look {
	struct arena *arena;
	const char *format;
	const char *words; /* of the page */
	const char *page;
	size_t values;
};

static void look_for(struct look *look, const struct field *field, struct str value)
{
	const char *words = words_of(look->arena, markdown_words(value, look->arena), false);

	look->values++;
	if (!strstr(look->words, words))
		fail_msg("%s: %.*s “%s” is missing", look->format, STR_ARG(field->name), words);
}

static void look_at(void *context, const struct thing *owner, const struct field *field,
		    const void *value)
{
	struct look *look = context;
	const struct text *text = value;
	const struct value *number = value;
	const struct date *date = value;
	const struct target *target = value;
	struct buf printed = { 0 };

	(void)owner;
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_PLAIN:
	case FIELD_TEXTS:
		if (str_equal(field->name, STR("url")))
			assert_has(look->page, arena_copy(look->arena, text->words).at);
		else
			look_for(look, field, text->words);
		break;
	case FIELD_VALUE: look_for(look, field, number->text); break;
	case FIELD_TARGET: look_for(look, field, target->node->text); break;
	case FIELD_DATE:
		date_print(date, &printed);
		look_for(look, field, buf_str(&printed));
		break;
	default: break;
	}
	buf_release(&printed);
}

static void look_through(struct built *built, const char *format)
{
	const char *page = render(built, format);
	bool is_html = strcmp(format, "html") == 0;
	struct look look = {
		.arena = &built->arena,
		.format = format,
		.page = page,
		.words = words_of(&built->arena, str_from(page), is_html),
	};
	struct walk walk = {
		.types = FIELD_BIT(FIELD_TEXT) | FIELD_BIT(FIELD_PLAIN) | FIELD_BIT(FIELD_TEXTS) |
			 FIELD_BIT(FIELD_VALUE) | FIELD_BIT(FIELD_DATE) | FIELD_BIT(FIELD_TARGET),
		.value = look_at,
		.context = &look,
	};

	thing_walk(&built->result.plans.at[0]->thing, &walk);
	assert_true(look.values > 80);
}

static void all_texts_reach_the_page(void **state)
{
	static const char *const words[] = {
		" draft ",
		" strategy ",
		" ongoing every half year from may 2023 ",
		" accountable ",
		" english ",
		" hoh ",
		" housing team ",
		" less is better ",
		" judged in words ",
		" every week ",
		" scope ",
		" required ",
		" amber ",
		" done 9 january 2024 ",
		" replaced id ",
		" older id ",
		" to be confirmed ",
		" prioritytitle ",
		" adds up ",
		" housing example gov uk ",
		" interim postholder ",
		" leads on homes ",
		" open licence ",
		" exampleton council ",
	};
	struct built built;

	(void)state;
	build_everything(&built);
	look_through(&built, "html");
	look_through(&built, "markdown");
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		const char *html = render(&built, "html");
		const char *markdown = render(&built, "markdown");

		assert_has(words_of(&built.arena, str_from(html), true), words[i]);
		assert_has(words_of(&built.arena, str_from(markdown), false), words[i]);
	}
	release(&built);
}

/* Every field of every table is given in the plan above, so that a new one is not forgotten. */
static void mark_fields(void *context, const struct thing *thing)
{
	bool *seen = context;
	size_t at = 0;

	for (size_t i = 0; thing_types[i]; i++) {
		for (size_t j = 0; j < thing_types[i]->field_count; j++, at++) {
			const struct field *field = &thing_types[i]->fields[j];
			const void *const *node = (const void *)((const char *)thing +
								 field->offset);

			if (thing->type == thing_types[i] && *node)
				seen[at] = true;
		}
	}
}

static void the_plan_gives_every_field(void **state)
{
	struct walk walk = { .enter = mark_fields };
	bool seen[256] = { false };
	struct built built;
	size_t at = 0;

	(void)state;
	build_everything(&built);
	walk.context = seen;
	thing_walk(&built.result.plans.at[0]->thing, &walk);
	thing_walk(&built.result.plans.at[1]->thing, &walk);
	thing_walk(&built.result.councils.at[0]->thing, &walk);
	for (size_t i = 0; thing_types[i]; i++) {
		for (size_t j = 0; j < thing_types[i]->field_count; j++, at++) {
			if (!seen[at])
				fail_msg("%.*s.%.*s is not tried", STR_ARG(thing_types[i]->name),
					 STR_ARG(thing_types[i]->fields[j].name));
		}
	}
	release(&built);
}

static void council_page(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build_everything(&built);
	page = render_at(&built, "html", OUTPUT_COUNCIL, 0);
	assert_has(page, "<h1>Exampleton Council</h1>");
	assert_has(page, "<dd>E00000001</dd>");
	assert_has(page, "<a href=\"https://www.example.gov.uk\">");
	assert_has(page, "Oldton District");
	assert_has(page, "Open Licence");
	assert_has(page, "<dt>HoH</dt>");
	assert_has(page, "<a href=\"../exampleton/plan/index.html\">Plantitle word</a>");
	page = render_at(&built, "html", OUTPUT_SITE, 0);
	assert_has(page, "<a href=\"exampleton/index.html\">Exampleton Council</a>");
	assert_has(page, "<a href=\"exampleton/plan/index.html\">Plantitle word</a>");
	release(&built);
}

static void frame_of_a_page(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build_everything(&built);
	page = render(&built, "html");
	assert_ptr_equal(strstr(page, "<!DOCTYPE html>\n<html lang=\"en\">"), page);
	assert_has(page, "<title>Plantitle word – Exampleton Council</title>");
	assert_has(page, "<link rel=\"stylesheet\" href=\"../../assets/planc.css\">");
	assert_has(page, "<meta name=\"viewport\"");
	assert_has(page, "href=\"#_main\"");
	assert_has(page, "<main id=\"_main\">");
	assert_int_equal(count(page, "<h1>"), 1);
	assert_int_equal(count(page, "<main"), 1);
	assert_has(page, "As at <time datetime=\"2024-01-31\">31 January 2024</time>");
	assert_has(page, "<a href=\"plan.json\">JSON</a>");
	release(&built);
}

static void table_of_actions(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build_everything(&built);
	page = render(&built, "html");
	assert_has(page, "<a href=\"#theme\">T9 Themetitle</a>");
	assert_has(page, "<section id=\"theme\">");
	assert_has(page, "<tr id=\"first\">");
	assert_has(page, "<caption>Actions: Themetitle</caption>");
	assert_has(page, "scope=\"col\">Measures</th>");
	assert_has(page, "<th scope=\"row\">Secondactivity\n<p");
	assert_has(page, "<time datetime=\"2023-09-30\">30 September 2023</time>");
	assert_has(page, "<time datetime=\"2023-05\">May 2023</time>");
	assert_has(page, "<abbr title=\"Head of Housing\">HoH</abbr>");
	assert_has(page, "<a href=\"#second\">Secondactivity</a>");
	assert_has(page, "<span id=\"replaced-id\"></span>");
	assert_has(page, "<section id=\"_actions\">");
	release(&built);
}

static void data_of_a_plan(void **state)
{
	static const char action[] = "plan.themes.0.actions.0.";
	static const struct {
		const char *path;
		const char *value;
	} cases[] = {
		{ "id", "\"first\"" },
		{ "lead.0",
		  "{\"id\":\"head\",\"name\":\"Head of Housing\",\"kind\":\"role\","
		  "\"short\":\"HoH\",\"role\":\"leads on homes\","
		  "\"held_by\":\"Interim postholder\",\"email\":\"housing@example.gov.uk\"}" },
		{ "due", "{\"text\":\"2023-09-30\",\"earliest\":\"2023-09-30\","
			 "\"latest\":\"2023-09-30\",\"precision\":\"day\"}" },
		{ "ongoing", "true" },
		{ "partners.0", "{\"text\":\"Partnername\"}" },
		{ "depends_on.0", "{\"id\":\"second\",\"activity\":\"Secondactivity\"}" },
		{ "depends_on.1", "{\"text\":\"Dependencytext\"}" },
		{ "measures.0.target",
		  "{\"text\":\"at most 12\",\"kind\":\"at-most\",\"value\":12}" },
		{ "measures.0.baseline.value", "41" },
		{ "supports.0", "{\"id\":\"homes\",\"title\":\"Prioritytitle\"}" },
		{ "replaces.0", "{\"id\":\"replaced-id\"}" },
		{ "links.1.plan",
		  "{\"id\":\"exampleton/plan\",\"ref\":\"7.10\",\"title\":\"Plantitle word\","
		  "\"kind\":\"strategy\"}" },
	};
	struct built built;
	json_t *root;

	(void)state;
	build_everything(&built);
	root = render_json(&built);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf path = { 0 };

		buf_printf(&path, "%s%s", action, cases[i].path);
		assert_at(root, path.at, cases[i].value);
		buf_release(&path);
	}
	assert_at(root, "planc", "\"0.1.0\"");
	assert_at(root, "council.id", "\"exampleton\"");
	assert_at(root, "council.abbreviations", "{\"HoH\":\"Head of Housing\"}");
	assert_at(root, "council.people.team", "{\"name\":\"Housing Team\",\"kind\":\"team\"}");
	assert_at(root, "plan.actions.0.due", "{\"text\":\"tbc\"}");
	assert_at(root, "plan.resources.0", "{\"text\":\"Planresource\"}");
	assert_at(root, "plan.parent",
		  "{\"text\":\"Parentwords\",\"url\":\"https://example.gov.uk/parent\"}");
	assert_has(render(&built, "json"), "\"version\": 1.10,");
	json_decref(root);
	release(&built);
}

static void same_model_same_bytes(void **state)
{
	static const char *const formats[] = { "html", "markdown", "json" };
	struct built one, two;

	(void)state;
	build_everything(&one);
	build_everything(&two);
	for (size_t i = 0; i < ARRAY_LEN(formats); i++)
		assert_string_equal(render(&one, formats[i]), render(&two, formats[i]));
	release(&one);
	release(&two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_texts_reach_the_page),
		cmocka_unit_test(the_plan_gives_every_field),
		cmocka_unit_test(council_page),
		cmocka_unit_test(frame_of_a_page),
		cmocka_unit_test(table_of_actions),
		cmocka_unit_test(data_of_a_plan),
		cmocka_unit_test(same_model_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
