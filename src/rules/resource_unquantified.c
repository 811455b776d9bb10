#include "rules/rule.h"
#include "base/ascii.h"
#include "rules/placeholder.h"
#include "rules/words.h"
#include "rules/wording.h"

static bool is_digit_at(struct str s, size_t at)
{
	return at < s.len && ascii_is_digit(s.at[at]);
}

static bool is_letter_at(struct str s, size_t at)
{
	return at < s.len && ascii_is_letter(s.at[at]);
}

/* Within a number: "1,000", "0.5". */
static bool is_point_at(struct str s, size_t at)
{
	return at < s.len && (s.at[at] == ',' || s.at[at] == '.') && is_digit_at(s, at + 1);
}

static bool follows_currency(struct str s, size_t at)
{
	struct str before = str_trim(str_slice(s, 0, at));

	return str_ends(before, STR("£")) || str_ends(before, STR("€")) ||
	       str_ends(before, STR("$"));
}

/* "2024", "1998". */
static bool is_year(struct str number)
{
	return number.len == 4 && (str_starts(number, STR("19")) || str_starts(number, STR("20")));
}

/* Whether a text gives an amount in figures: "£5,000", "0.5 FTE", "20 days"; a year is none. */
static bool has_figures(struct str text)
{
	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = at;
		if (!is_digit_at(text, at) || (at && is_letter_at(text, at - 1)))
			continue;
		while (is_digit_at(text, end) || is_point_at(text, end))
			end++;
		if (follows_currency(text, at))
			return true;
		if (is_year(str_slice(text, at, end)) || end == text.len)
			continue;
		/* Of something: "3 days", "0.5FTE", "12-month". */
		if (is_letter_at(text, end + (text.at[end] == ' ' || text.at[end] == '-')))
			return true;
	}
	return false;
}

/* "Two officers", "half a post": in words. */
static bool has_numeral(struct str text)
{
	for (size_t at = 0, end; at < text.len; at = end + 1) {
		for (end = at; is_letter_at(text, end);)
			end++;
		if (end > at && words_are_numeral(str_slice(text, at, end)) && end < text.len &&
		    (text.at[end] == ' ' || text.at[end] == '-'))
			return true;
	}
	return false;
}

static bool says_amount(struct str text)
{
	return has_figures(text) || has_numeral(text);
}

static void check(struct rule_run *run, const struct resource *resource)
{
	const struct text *text = &resource->text;
	struct finding *finding;
	struct str words;

	/* What is empty or only a note is a fault of its own (text-placeholder, schema). */
	if (resource->amount.node || !text->node || text->node->bad || !str_trim(text->words).len)
		return;
	if (says_amount(text->words) || placeholder_is_note(text->words, false))
		return;
	words = wording_quote(run, text->words);
	finding = report_add(run->report, &rule_resource_unquantified.kind, node_span(text->node),
			     "“%.*s” has no amount", STR_ARG(words));
	finding_hint(
		run->report, finding,
		"add `amount:` with the money, posts or days that it takes, such as `£20,000`");
}

static void check_all(struct rule_run *run, const struct list *list)
{
	const struct resource *resources = list->at;

	for (size_t i = 0; i < list->len; i++)
		check(run, &resources[i]);
}

static void on_action(struct rule_run *run, const struct action *action)
{
	check_all(run, &action->resources);
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	check_all(run, &plan->resources);
}

const struct rule rule_resource_unquantified = {
	.kind = {
		.name = "resource-unquantified",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "A resource has no amount.",
		.advice =
			"“Extra capacity” can be asked for by every action and granted to none. "
			"Say how much: money, posts, days. Then the needs of the plan can be "
			"added up and held against the budget. An estimate is better than "
			"nothing; write with `status:` whether it is secured or still required. A "
			"text that gives a number itself (“two days”, “£5,000”) is left alone.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"    resources:\n"
			"      - text: Extra capacity for the survey\n"
			"        status: required\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"    resources:\n"
			"      - text: An officer for the survey\n"
			"        amount: £12,000\n"
			"        status: required\n",
	},
	.on_action = on_action,
	.on_plan = on_plan,
};
