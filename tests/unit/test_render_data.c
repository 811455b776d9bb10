#include "render_fixture.h"
#include "markdown/markdown.h"

static void numbers_keep_their_digits(void **state)
{
	struct built built;
	const char *page;
	json_t *root;

	(void)state;
	build(&built,
	      "title: T\nstatus: draft\n"
	      "x-own: {a: 1.10, b: 0x1f, c: 0o17, d: +12, e: 007, f: .5, g: 12., h: 1_000, i: .inf,\n"
	      "        j: -0.0, k: 1e3, l: [null, true, ~, no, '1.10'], m: 123456789012345678901234567890,\n"
	      "        n: -.5e-3, o: 0xffffffffffffffffff}\n");
	page = render(&built, "json");
	assert_has(page, "\"a\": 1.10,");
	assert_has(page, "\"j\": -0.0,");
	assert_has(page, "\"k\": 1e3,");
	assert_has(page, "\"m\": 123456789012345678901234567890,");
	assert_has(page, "\"n\": -0.5e-3,");
	assert_has(page, "\"b\": 31,");
	assert_has(page, "\"c\": 15,");
	assert_has(page, "\"d\": 12,");
	assert_has(page, "\"e\": 7,");
	assert_has(page, "\"f\": 0.5,");
	assert_has(page, "\"g\": 12,");
	assert_has(page, "\"h\": \"1_000\",");
	assert_has(page, "\"i\": \".inf\",");
	assert_has(page, "\"o\": \"0xffffffffffffffffff\"");
	release(&built);
	build(&built, "title: T\nstatus: draft\nx-own: [null, true, ~, no, '1.10']\n");
	root = render_json(&built);
	assert_at(root, "plan.x-own", "[null,true,null,\"no\",\"1.10\"]");
	assert_at(root, "plan.themes", "[]");
	json_decref(root);
	release(&built);
}

#define EVIL \
	"<script>alert(1)</script><img src=x onerror=alert(1)>\\\"'>&amp;|`*_[x](javascript:alert(1))"

static void assert_harmless_html(const char *page)
{
	/* Our own is a file, or a block that is not run. */
	assert_int_equal(count(page, "<script"),
			 count(page, "<script src=\"") +
				 count(page, "<script type=\"application/ld+json\">"));
	assert_int_equal(count(page, "<script"), count(page, "</script>"));
	assert_lacks(page, "<img");
	assert_lacks(page, "href=\"javascript:");
	assert_lacks(page, "href=\"data:");
	assert_lacks(page, "href=\"//");
	assert_lacks(page, "\"'>");
}

static void hostile_text_is_text(void **state)
{
	struct memory_file files[] = {
		file("planc.yaml",
		     "title: \"" EVIL "\"\ncolumns: [{key: x-evil, title: \"" EVIL "\"}]\n"),
		file("exampleton/council.yaml",
		     "name: \"" EVIL "\"\nwebsite: javascript:alert(1)\nformerly: \"" EVIL "\"\n"
		     "people: {p: {name: \"" EVIL "\", kind: role, short: \"" EVIL
		     "\", email: 'a@b?cc=c@d'}}\n"
		     "abbreviations: {\"" EVIL "\": \"" EVIL "\"}\n"),
		file("exampleton/plan/plan.yaml",
		     "title: \"" EVIL "\"\nstatus: draft\nsubtitle: \"" EVIL "\"\nsummary: \"" EVIL
		     "\"\n"
		     "owner: p\n"
		     "links: [{title: \"" EVIL "\", url: javascript:alert(1)},\n"
		     "        {title: T, url: //evil.example}, {title: T, url: 'https://x/\\\"><script>'}]\n"
		     "workstreams: [{area: \"" EVIL "\", name: \"" EVIL "\", lead: p}]\n"
		     "sections: [{id: s, ref: \"" EVIL "\", title: \"" EVIL "\", body: \"" EVIL
		     "\",\n"
		     "            terms: [{term: \"" EVIL "\", text: \"" EVIL "\"}],\n"
		     "            figures: [{label: \"" EVIL "\", value: \"" EVIL
		     "\", unit: \"" EVIL "\"}],\n"
		     "            sums: [{total: \"" EVIL "\", of: [\"" EVIL "\"]}]}]\n"
		     "actions:\n"
		     "  - {id: a, activity: \"" EVIL "\", lead: p, timing_note: \"" EVIL
		     "\", x-evil: \"" EVIL "\",\n"
		     "     outcomes: [\"" EVIL "\"], measures: [\"" EVIL "\", {indicator: \"" EVIL
		     "\"}],\n"
		     "     partners: [\"" EVIL "\"], depends_on: [{text: \"" EVIL "\"}, b]}\n"
		     "  - {id: b, activity: \"\\0\\x01\\x7f\\e[31m\\u2028\\u202e\", title: \"a\\nb\\n\\n# c\"}\n"),
	};
	struct buf html = { 0 };
	struct built built;
	const char *page;
	json_t *root;

	(void)state;
	build_all(&built, files, ARRAY_LEN(files));
	assert_harmless_html(render(&built, "html"));
	assert_harmless_html(render_at(&built, "html", OUTPUT_COUNCIL, 0));
	assert_harmless_html(render_at(&built, "html", OUTPUT_SITE, 0));
	page = render(&built, "markdown");
	assert_lacks(page, "<script");
	assert_lacks(page, "<img");
	assert_lacks(page, "\n# c");
	markdown_to_html(str_from(page), 0, &html);
	assert_harmless_html(html.at);
	buf_release(&html);
	root = render_json(&built);
	assert_true(json_is_string(at_path(root, "plan.title")));
	assert_non_null(strstr(json_string_value(at_path(root, "plan.title")),
			       "<script>alert(1)</script>"));
	json_decref(root);
	release(&built);
}

/* The Markdown of a plan, read as Markdown again, still holds no tags and no links but safe ones. */
static void markdown_stays_itself(void **state)
{
	struct buf html = { 0 };
	struct built built;

	(void)state;
	build(&built,
	      "title: \"# T * _x_ [a](b)\"\nstatus: draft\n"
	      "actions: [{id: a, title: \"- not a list\", activity: \"1. a list\\n2. of two\",\n"
	      "           notes: [\"+ plus\", \"    code?\"], lead_note: \"1. not a list\"}]\n");
	markdown_to_html(str_from(render(&built, "markdown")), 0, &html);
	assert_has(html.at, "<h1># T * _x_ [a](b)</h1>");
	assert_has(html.at, "- not a list</h3>");
	assert_has(html.at, "<li>a list</li>");
	assert_has(html.at, "1. not a list");
	buf_release(&html);
	release(&built);
}

static void deep_plans_end(void **state)
{
	struct buf plan = { 0 };
	struct built built;

	(void)state;
	buf_add_c(&plan, "title: T\nstatus: draft\nx-deep: ");
	for (size_t i = 0; i < 55; i++)
		buf_add_byte(&plan, '[');
	for (size_t i = 0; i < 55; i++)
		buf_add_byte(&plan, ']');
	buf_add_c(&plan, "\nsections: ");
	for (size_t i = 0; i < 29; i++)
		buf_printf(&plan, "[{id: s%zu, title: S, sections: ", i);
	buf_add_c(&plan, "[]");
	for (size_t i = 0; i < 29; i++)
		buf_add_c(&plan, "}]");
	buf_add_byte(&plan, '\n');
	build(&built, plan.at);
	assert_has(render(&built, "html"), "id=\"s28\"");
	assert_has(render(&built, "markdown"), "###### <a id=\"s28\"></a>S");
	json_decref(render_json(&built));
	release(&built);
	buf_release(&plan);
}

/* What is at fault was found; pages are made of the rest. */
static void faults_do_not_stop_pages(void **state)
{
	static const char *const plans[] = {
		"title: T\n",
		"- a\n- b\n",
		"title: [1]\nstatus: 3\nthemes: 5\nactions: {a: b}\n",
		"title: T\nstatus: draft\nactions: [5, null, {id: A B, activity: [x]}, {due: {a: 1}}]\n",
		"title: T\nstatus: draft\nactions: [{id: a, lead: {x: y}, measures: 7, every: x, ongoing: 3}]\n",
		"title: T\nstatus: draft\nsections: [{title: 7, figures: [{value: {a: b}}], sums: [{}]}]\n",
		"status: draft\nthemes: [themes/none.yaml]\nparent: 5\nversion: {}\nperiod: [1]\n",
		"title: T\nstatus: draft\nactions: [{id: a, activity: A, measures: [{target: [1], by: {}}]}]\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(plans); i++) {
		struct built built;

		build(&built, plans[i]);
		assert_has(render(&built, "html"), "</html>");
		assert_has(render(&built, "markdown"), "# ");
		json_decref(render_json(&built));
		release(&built);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_keep_their_digits), cmocka_unit_test(hostile_text_is_text),
		cmocka_unit_test(markdown_stays_itself),     cmocka_unit_test(deep_plans_end),
		cmocka_unit_test(faults_do_not_stop_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
