/* The rules on words: what they find in texts, where, and what they leave alone. */
#define TESTED "text-repeated", "text-cut-short", "text-unbalanced", "text-glued"

#include "rule_cases.h"

#include "base/buf.h"

/* A plan with a text as its summary: line 4 holds its first line, from column 3 on. */
static struct str plan_of(struct buf *plan, struct str text)
{
	buf_add(plan, STR("title: Plan\nstatus: draft\nsummary: |-\n  "));
	for (size_t i = 0; i < text.len; i++) {
		buf_add_byte(plan, text.at[i]);
		if (text.at[i] == '\n')
			buf_add(plan, STR("  "));
	}
	buf_add(plan, STR("\n"));
	buf_add_byte(plan, '\0');
	return buf_str(plan);
}

static void expect_text(const char *text, const char *expected)
{
	struct buf plan = { 0 };

	expect(plan_of(&plan, str_from(text)).at, expected);
	buf_release(&plan);
}

struct told {
	const char *text;
	const char *said;
};

static void expect_told(const struct told *told, size_t count)
{
	for (size_t i = 0; i < count; i++)
		expect_text(told[i].text, told[i].said);
}

static void expect_silence(const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		expect_text(texts[i], "");
}

static void finds_repeats(void **state)
{
	static const struct told told[] = {
		{ "With a turnover of 15%. With a turnover of 15%, we assume less.",
		  "text-repeated 4:27" },
		{ "Ask staff.\nAsk staff. Then answer.", "text-repeated 5:3" },
		{ "Staff are heard. Staff are heard. Staff are heard.",
		  "text-repeated 4:20, text-repeated 4:37" },
		{ "We will *ask* all tenants. We will ask all tenants and staff.",
		  "text-repeated 4:30" },
		{ "A plan.\n\n- We will ask all staff. We will ask all tenants.",
		  "text-repeated 6:28" },
		{ "Is it done? Is it done?", "text-repeated 4:15" },
		{ "“We act on this now.” “We act on this now.”", "text-repeated 4:25" },
		{ "Byddwn yn gofyn i staff. Byddwn yn gofyn i bawb.", "text-repeated 4:28" },
		{ "Mae’r tŷ’n oer. Mae’r tŷ’n oer.", "text-repeated 4:19" },
	};

	(void)state;
	expect_told(told, ARRAY_LEN(told));
	expect(WHOLE "    outcomes:\n      - Staff are heard. Staff are heard.\n",
	       "text-repeated 10:26");
	expect(HEAD
	       "  - id: a\n    activity: >-\n      We ask\n      staff. We ask\n      staff.\n",
	       "text-repeated 7:14");
}

static void leaves_what_is_no_repeat(void **state)
{
	static const char *const texts[] = {
		"We ask staff. We ask tenants.",
		"We will ask staff. They will ask us.",
		"- The number of staff trained.\n- The number of staff surveyed.",
		"1. Review the housing strategy with tenants.\n2. Review the housing strategy with staff.",
		"The number of staff who leave.\n\nThe number of staff who stay.",
		"Yes. Yes.",
		"Never. Never!",
		"No. 5 is let. No. 6 is not.",
		"i.e. the first e.g. the second e.g. the third",
		"e.g. Kotter, e.g. Kotter",
		"Ask, ask and ask again. Then answer.",
		"Step by step. By step we mean stage.",
		"£1.2m. £1.3m.",
		"1.2 1.2 1.2 1.2 1.2",
		"... ... ...",
		"…",
		". . . . . .",
		"??? !!! ???",
		"Ask staff\nAsk staff",
		"First we listen. Second we answer. First we listen.",
		"Dr. Dr. Dr.",
		"A. B. C. D.",
		"What is done? What is not?",
		"Every day. Every week. Every month.",
		"In 2023 we asked. In 2024 we asked again.",
		"We will. We will not.",
		"Gofyn i staff. Gofyn i bawb.",
		"O dŷ i dŷ. O bentref i dref.",
		"a a a a a a a a",
		"👍. 👍.",
		"שלום. עולם.",
		"“Yes.” “Yes.”",
		"The plan is new (see section 4. The plan is old).",
		"Run `make all now`. Run `make test now`.",
		"# Ask all our staff\n\nAsk all our staff what they think.",
		"| a | b |\n|---|---|\n| a | b |",
		"---",
		"Wi-Fi. Wi-Fi",
		"St. Helens Council and St. Helens Council",
		"To be or not to be. To be is to do.",
		"Ask staff; ask staff; ask staff.",
	};

	(void)state;
	expect_silence(texts, ARRAY_LEN(texts));
}

static void finds_what_is_cut_short(void **state)
{
	static const struct told told[] = {
		{ "Objectives are embedded into planning and", "text-cut-short 4:41" },
		{ "Staff, managers or", "text-cut-short 4:19" },
		{ "Improve the", "text-cut-short 4:11" },
		{ "An increase in", "text-cut-short 4:15" },
		{ "The number of", "text-cut-short 4:14" },
		{ "Plans are linked to", "text-cut-short 4:20" },
		{ "Work closely with", "text-cut-short 4:16" },
		{ "Director of Place,", "text-cut-short 4:20" },
		{ "Ask staff about the **strategy and**", "text-cut-short 4:34" },
		{ "Ask staff and\u00a0", "text-cut-short 4:13" },
		{ "We ask:\n\n- all staff\n- all tenants and\n- Leaseholders\n- Others",
		  "text-cut-short 7:17" },
		{ "We ask:\n\n- all staff of\n- all tenants", "text-cut-short 6:15" },
		{ "We ask staff and\n\nThey answer.", "text-cut-short 4:16" },
	};

	(void)state;
	expect_told(told, ARRAY_LEN(told));
	expect(WHOLE
	       "    outcomes:\n      - Staff are valued and\n      - Targets to meet\n      - More\n",
	       "text-cut-short 10:26");
	expect(WHOLE "    lead_note: Head of Housing,\n", "text-cut-short 9:31");
	expect(WHOLE "    steps:\n      - |\n        Ask staff about\n        pay and\n",
	       "text-cut-short 12:13");
	expect(HEAD
	       "  - id: a\n    measures: [Tenants say that they are content with, Staff too]\n",
	       "");
	expect(HEAD "  - id: a\n    measures: [An increase in the, Staff too]\n",
	       "text-cut-short 5:31");
}

static void leaves_what_is_whole(void **state)
{
	static const char *const texts[] = {
		"Ask staff.",
		"Ask staff and.",
		"Homes people want to live in",
		"Make it easy to log in",
		"Log in",
		"Opt in",
		"Sign in, check in, drop in",
		"Member buy-in",
		"A place to be proud of",
		"A city its residents are proud of",
		"Somewhere to turn to",
		"Who to talk to",
		"The services they are entitled to",
		"Staff are listened to",
		"Complaints are replied to",
		"Complaints are dealt with",
		"The partners we work with",
		"Homes that tenants are happy with",
		"What we believe in",
		"Staff have all moved in",
		"Safety is built in",
		"Pay and reward, pensions and/or",
		"In",
		"The",
		"And",
		"Band",
		"Brand, land and sand",
		"Aloof",
		"We will work with partners to\n\n- reduce waste\n- reuse more",
		"We will:\n\n- reduce waste,\n- reuse more, and\n- recycle",
		"We will:\n\n- reduce waste;\n- reuse more; or\n- recycle",
		"We will:\n\n- Plan,\n- Do,\n- Review",
		"We will:\n\n- reduce waste and\n- recycle",
		"- Work with partners to\n  - reduce waste\n  - reuse more",
		"Head office, Portland OR",
		"Who is in, who is out and so on …",
		"A question of to and fro: to?",
		"Staff “and”",
		"See (and)",
		"Run `make and`",
		"https://www.example.gov.uk/and",
		"Trwsio’r to",
		"Tai a chartrefi i bawb o",
		"שלום and عالم",
		"Ask staff 👍",
		"",
	};

	(void)state;
	expect_silence(texts, ARRAY_LEN(texts));
	expect(HEAD "  - id: a\n    activity: Work with tenants to\n    steps: [Ask, Answer]\n",
	       "");
	expect(HEAD "  - id: a\n    steps: [\"Plan,\", \"do,\", review]\n", "");
	expect(HEAD "  - id: a\n    steps: [clean water; and, clean air]\n", "");
	expect("title: {en: Plan, cy: Trwsio to}\nlanguages: [en, cy]\nstatus: draft\n", "");
	expect("title: Plan\nsections:\n  - id: a\n    title: Working with\n    figures:\n"
	       "      - {label: We have a workforce of, value: 100, unit: staff}\n",
	       "");
}

static void finds_what_is_unbalanced(void **state)
{
	static const struct told told[] = {
		{ "Training Needs Analysis (TNA by service area", "text-unbalanced 4:27" },
		{ "Ask staff) and tenants", "text-unbalanced 4:12" },
		{ "See [the strategy", "text-unbalanced 4:7" },
		{ "The “Fit for the Future plan", "text-unbalanced 4:7" },
		{ "The Fit for the Future” plan", "text-unbalanced 4:25" },
		{ "The \"Fit for the Future plan", "text-unbalanced 4:7" },
		{ "Staff (including\n\n- managers\n- apprentices", "text-unbalanced 4:9" },
		{ "a) staff (all", "text-unbalanced 4:12" },
		{ "Ask ((staff) again", "text-unbalanced 4:7" },
		{ "“One.\n\nTwo.\n\n“Three.”", "text-unbalanced 4:3" },
		{ "See `(` and (that", "text-unbalanced 4:15" },
		{ "Gofyn i staff (pob un", "text-unbalanced 4:17" },
		{ "**(Staff** and tenants", "text-unbalanced 4:5" },
		{ "(see https://www.example.gov.uk/a", "text-unbalanced 4:3" },
	};

	(void)state;
	expect_told(told, ARRAY_LEN(told));
	expect_words(WHOLE "    notes: [Ask (staff]\n", "this bracket is never closed",
		     "write its other half where it belongs, or take it out");
	expect_words(WHOLE "    notes: [Ask staff”]\n",
		     "this quotation mark closes what was never opened", NULL);
	expect(WHOLE "    notes:\n      - \"Ask \\u201Cstaff\"\n", "text-unbalanced 10:14");
}

static void leaves_what_is_balanced(void **state)
{
	static const char *const texts[] = {
		"Ask (all) [our] “staff” \"now\"",
		"a) staff b) tenants",
		"1) staff 2) tenants",
		"(a) staff; (b) tenants",
		"i) staff, ii) tenants, iv) others",
		"The options (see a) and b) below) are open",
		"Thank you :)",
		"Thank you :-) and sorry :(",
		"Sorry ;-(",
		"(thanks :))",
		"A door 6\" wide",
		"A door 6\" by 4\"",
		"A door 6” wide",
		"Staff’s, tenants’ and ‘others",
		"’Tis the ’90s",
		"The 'big picture",
		"Dwayne's hour and managers' courses",
		"“One.\n\n“Two.\n\n“Three.”",
		"\"One.\n\n\"Two.\n\n\"Three.\"",
		"“One “and” two”",
		"”Fit for the Future” plan",
		"“Fit for the Future\" plan",
		"Staff (including\n\n- managers\n- apprentices)",
		"Run `make (all` now",
		"    f(x\n    g)",
		"```\n(\n```",
		"See [the strategy](<https://www.example.gov.uk/a_(b>)",
		"See https://www.example.gov.uk/a(b for more",
		"(see https://www.example.gov.uk/a)",
		"(see www.example.gov.uk/a_(b))",
		"Values in [0, 1) or (0, 1]",
		"- [ ] to do\n- [x] done",
		"(Welsh: “Tai”)",
		"Cartrefi (“tai”) i bawb",
		"(שלום) “عالم”",
		"👍 (👍)",
		"Staff (all (of them))",
		"5' 10\" tall",
		"service(s), (re)develop, (s)he",
		"\u00a0(\u00a0)\u00a0",
		"He said \"yes\" and \"no\"",
		"<a href=\"x\">",
		"\\(Staff\\) <(all)>",
		"((((((((((((((((((((((((((((((((((((((((((((((((((((((",
	};

	(void)state;
	expect_silence(texts, ARRAY_LEN(texts));
}

static void finds_what_is_glued(void **state)
{
	static const struct told told[] = {
		{ "A 10%increase in referrals", "text-glued 4:5" },
		{ "The event.The plan", "text-glued 4:7" },
		{ "Why?Because we ask", "text-glued 4:3" },
		{ "Ask staff,managers and tenants", "text-glued 4:7" },
		{ "Run 20workshops", "text-glued 4:7" },
		{ "By March 2024.The plan", "text-glued 4:12" },
		{ "Around 15%.With this", "text-glued 4:10" },
		{ "The board (SLB).They meet", "text-glued 4:13" },
		{ "The **event.The** plan", "text-glued 4:9" },
		{ "A first line\nand 10%increase", "text-glued 5:7" },
		{ "Gofynnir i staff.Bydd hyn", "text-glued 4:14" },
	};

	(void)state;
	expect_told(told, ARRAY_LEN(told));
	expect_words(WHOLE "    notes: [A 10%increase]\n", "a space is missing in “10%increase”",
		     "write “10% increase”");
}

static void leaves_what_has_its_spaces(void **state)
{
	static const char *const texts[] = {
		"A 10% increase. The event. The plan",
		"https://www.example.gov.uk/Event.The,plan?a=10%increase",
		"www.example.gov.uk/Event.The",
		"Write to First.Last@example.gov.uk",
		"See council.yaml, plan.docx and README.md",
		"e.g. this, i.e. that, e.g.this",
		"The U.K. and the U.S.A.",
		"Version 1.2 and v1.2beta",
		"At 9.30am or 2pm",
		"The 1st, 2nd, 3rd and 21st",
		"12kg, 5km, 20mph, 10k, £1.2m, 15mins, 1hr, 10yrs",
		"£5million and £2billion",
		"CO2, co2e, 12tCO2e",
		"NHS.uk and GOV.UK",
		"Node.js, ASP.NET",
		"COVID-19 and Covid-19",
		"2023/24 and 2023-24",
		"Q1, A4, M25, P2P",
		"1,000 and 1,000,000",
		"The 50%ile and the %age",
		"St.Helens and Dr.Khan",
		"1.The first 2.The second",
		"a.m. and p.m.",
		"Ph.D and B.Sc.",
		"1:1's and PDR's",
		"(re)develop, completion(s)reported",
		"Connect2learning and Time2Change",
		"3M, 4Children",
		"E07000071abcdef",
		"4-bedroom, 24-hour",
		"0x1fabcde",
		"Run `event.The` now",
		"```\nevent.The 10%increase\n```",
		"Yn 2023. Wedyn",
		"Tai,\u00a0cartrefi",
		"“Yes.”\u00a0The end",
		"1950s and 1960s",
		"5G, 4K, 3D",
		"Booking.com and Monday.com",
		"and/or, staff/tenants",
		"...and so on",
		"Ask… Then answer",
		"x,y and a;b",
		"שלום.עולם",
		"👍.👍",
		"[event.The](https://example.gov.uk)?",
	};

	(void)state;
	expect_silence(texts, ARRAY_LEN(texts) - 1);
}

/* Every rule on a text of four million letters, or of whatever it may take for a mark. */
static void takes_long_texts(void **state)
{
	static const char *const pieces[] = {
		"a",     "a ",      "a.",  "a. ",  "ab.Ab", "(", ") ",    "\"",  "1a ",
		"and\n", "- and\n", "AB ", "a-b ", "1%a",   "“", "aize ", "to ",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
		struct fixture fixture;
		struct buf text = { 0 };
		struct buf plan = { 0 };

		while (text.len < (i ? 100000 : 4000000))
			buf_add(&text, str_from(pieces[i]));
		begin(&fixture, plan_of(&plan, buf_str(&text)).at, COUNCIL);
		check(&fixture);
		assert_true(fixture.report.findings.len < 200);
		end(&fixture);
		buf_release(&text);
		buf_release(&plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_repeats),
		cmocka_unit_test(leaves_what_is_no_repeat),
		cmocka_unit_test(finds_what_is_cut_short),
		cmocka_unit_test(leaves_what_is_whole),
		cmocka_unit_test(finds_what_is_unbalanced),
		cmocka_unit_test(leaves_what_is_balanced),
		cmocka_unit_test(finds_what_is_glued),
		cmocka_unit_test(leaves_what_has_its_spaces),
		cmocka_unit_test(takes_long_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
