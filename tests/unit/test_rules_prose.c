/*
 * The rules on words: what they find in texts, where, and what they leave
 * alone. Long because most of it is lists of texts.
 */
#define TESTED                                                                                   \
	"text-repeated", "text-cut-short", "text-unbalanced", "text-glued", "text-abbreviation", \
		"text-spelling-varies"

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
		"1:1's and SLB's",
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

static void finds_abbreviations(void **state)
{
	static const struct told told[] = {
		{ "The HRB meets. The HRB decides.", "text-abbreviation 4:7" },
		{ "All HRBPs and the KPI’s", "text-abbreviation 4:7, text-abbreviation 4:21" },
		{ "OD/EDI decide", "text-abbreviation 4:3, text-abbreviation 4:6" },
		{ "Try a bilingual chatbot (AI)", "text-abbreviation 4:28" },
		{ "A plan for the houses of the year in Bath (HRB)", "text-abbreviation 4:46" },
		{ "The H&S team", "text-abbreviation 4:7" },
		{ "The DfE says", "text-abbreviation 4:7" },
		{ "The EDI-led group", "text-abbreviation 4:7" },
		{ "The survey (HRB) of staff", "text-abbreviation 4:15" },
		{ "The HRB (page 4) meets", "text-abbreviation 4:7" },
		{ "Training Needs Analysis (TNA) and **HRB**", "text-abbreviation 4:39" },
		{ "Mae’r GPC yn cwrdd", "text-abbreviation 4:9" },
		{ "“HRB”", "text-abbreviation 4:4" },
		{ "A first line\nand the HRB", "text-abbreviation 5:11" },
		{ "OH", "text-abbreviation 4:3" },
		{ "[HRB paper](https://www.example.gov.uk/HRB)", "text-abbreviation 4:4" },
	};

	(void)state;
	expect_told(told, ARRAY_LEN(told));
	expect_words(WHOLE "    notes: [HRB papers]\n", "“HRB” is not explained in this plan",
		     "write it out where it first stands, as in `words in full (HRB)`, or add it "
		     "to `abbreviations:` in council.yaml");
	expect_with(WHOLE "    notes: [The BCP and HRB]\n", "name: BCP Council\n",
		    "text-abbreviation 9:25");
}

static void knows_explanations(void **state)
{
	static const char *const texts[] = {
		"The Housing Repairs Board (HRB) meets. HRB papers are public.",
		"HRB papers are public. The Housing Repairs Board (HRB) meets.",
		"The HRB (Housing Repairs Board) meets",
		"HRB: Housing Repairs Board",
		"- HRB – Housing Repairs Board\n- EDI – equality, diversity and inclusion",
		"Health and safety (H&S)",
		"Human Resources Business Partners (HRBPs)",
		"The assessed and supported year in employment (ASYE)",
		"The Department for Education (the DfE)",
		"Bwrdd Gwasanaethau Cyhoeddus (BGC) a’r BGC",
		"Staff (548 full time equivalents, FTE) in all",
		"A post (EDI: equality, diversity and inclusion)",
		"The equalities impact assessment process (EIA)",
		"Not in education, employment or training (NEET)",
		"Tuberculosis vaccine (TBV)",
		"The Department for Levelling Up, Housing and Communities (DLUHC)",
		"Houses in multiple occupation (HMOs)",
	};

	(void)state;
	expect_silence(texts, ARRAY_LEN(texts));
}

static void knows_abbreviations(void **state)
{
	static const char *const texts[] = {
		"The SLB, the SLB’s papers and all SLBs",
		"The HoH decides",
		"The UK, the EU, the NHS and the BBC",
		"IT, TV, PC, HR and PDF; NB: A&E, B&B, Q&A",
		"COLIN (intranet) is new",
		"The AA standard",
		"Part II, chapter IV, Henry VIII",
		"A4, M25, Q1, CO2, E07000071, B12",
		"COVID-19 and Covid",
		"ISO 9001",
		"SW1A 1AA, CO1 1XX, L20 7AE",
		"Staff MUST ask and do NOT tell",
		"THE NEW REALITIES PARTNERSHIP of staff",
		"FUTURE WORKFORCE PLAN",
		"FINANCE",
		"PRIORITIES",
		"We ask ALL staff, ONLY staff AND managers",
		"SharePoint, OneDrive, YouTube, McKinsey, eLearning, PhD, iPad",
		"https://www.example.gov.uk/HRB and HRB@example.gov.uk",
		"Run `HRB --all` now",
		"```\nHRB\n```",
		"HRB_ID and #HRB",
		"U.K. and U.S.A. and H.R.B.",
		"A and B, C or D; I",
		"X-ray and T-levels, A-Z",
		"5G, 3D, 4K, 10GB",
		"kWh, MWh, tCO2e",
		"LGBTQI+ forum",
		"ŴYN and ŷNN",
		"שלום HTML5",
		"👍 OK",
		"St. Helens a’r Wyddfa",
		"A\u00a0A",
		"Dr K Rowling",
	};

	(void)state;
	expect_silence(texts, ARRAY_LEN(texts));
	expect_with(WHOLE "    notes: [The H&S of HRBs]\n",
		    "name: Council\nabbreviations: {H&S: health and safety, HRB: Repairs}\n", "");
	expect("title: Plan\nsections:\n  - id: a\n    title: HRB work\n    terms:\n"
	       "      - {term: HRB, text: The board that looks at repairs.}\n",
	       "");
}

static void finds_spellings(void **state)
{
	static const struct told told[] = {
		{ "An organisation, an organization, an organisation",
		  "text-spelling-varies 4:23" },
		{ "Organise it; once organised it was not organizing itself",
		  "text-spelling-varies 4:42" },
		{ "It is on-going. All ongoing work is ongoing.", "text-spelling-varies 4:9" },
		{ "All on-going work is on-going, and this ongoing.", "text-spelling-varies 4:43" },
		{ "Staff co-ordinate.\nOthers coordinate.", "text-spelling-varies 5:10" },
		{ "Wellbeing comes first. Their well-being is ours.", "text-spelling-varies 4:32" },
		{ "We **analyse** what others analyze", "text-spelling-varies 4:30" },
		{ "“On-going” or “ongoing”", "text-spelling-varies 4:18" },
		{ "Mae cyd-weithio yn well na chydweithio", "" },
		{ "Mae cyd-weithio yn well: cydweithio", "text-spelling-varies 4:28" },
		{ "An anti-social act; antisocial acts.", "text-spelling-varies 4:23" },
		{ "E-learning for all, and elearning for most; e-learning",
		  "text-spelling-varies 4:27" },
	};

	(void)state;
	expect_told(told, ARRAY_LEN(told));
	expect_words(WHOLE "    notes: [Our on-going work, My ongoing plan, An ongoing one]\n",
		     "“on-going” here, but “ongoing” elsewhere in this plan",
		     "spell it one way throughout (now 1 with a hyphen, 2 without)");
	expect_words(WHOLE "    notes: [To maximise, To maximized]\n",
		     "“maximized” here, but “maximise” elsewhere in this plan",
		     "spell it one way throughout (now 1 with z, 1 without)");
}

static void leaves_spellings_alone(void **state)
{
	static const char *const texts[] = {
		"An organisation and its organisations",
		"An organization and its organizations",
		"Re-form the team, then reform it",
		"Re-sign the lease or resign",
		"The co-op and the coop",
		"Re-cover the chairs and recover the cost",
		"A re-creation for recreation",
		"The prize was to prise it open",
		"Its size and its sise",
		"Seize and seise",
		"Citizens and wizards on the horizon",
		"Realism, to realise, realistic",
		"The analysis, the analyses, to analyze",
		"Emphasis and to emphasize",
		"Crisis, basis, oasis",
		"An organism is no organization",
		"The World Health Organization and our organisation",
		"The Organization Act and our organisation",
		"See https://www.example.gov.uk/well-being for wellbeing",
		"See well-being.pdf for wellbeing",
		"Ask well-being@example.gov.uk about wellbeing",
		"Run `on-going` for ongoing work",
		"Wellbeing, wellbeing and WELLBEING",
		"Long-term plans for the long term",
		"A follow up of the follow-up",
		"Part-time and full-time",
		"1-2 years, 2023-24, A-Z",
		"well- equipped and wellequip",
		"x-y and xy",
		"a-i and ai, o-a and oa",
		"- on\n- going",
		"re--think and rethink",
		"-ongoing-",
		"Mid-Essex and Kemp-Salt",
		"Co-operative Group and cooperative",
		"Advise, advice, advisor, adviser",
		"Program, programme, colour, color",
		"Mae’r cyd-destun a’r cyd-weithio",
		"Ar-lein ac ar lein",
		"שלום-עולם שלוםעולם",
		"👍-👍",
		"Wi-Fi – and so on",
		"non\u00a0-\u00a0stop nonstop",
	};

	(void)state;
	expect_silence(texts, ARRAY_LEN(texts));
	expect("languages: [en, cy]\ntitle: {en: Plan, cy: Cynllun}\n"
	       "summary: {en: Our on-going work, cy: Mae ongoing yn air}\n",
	       "");
	expect("languages: [en, cy]\ntitle: {en: Plan, cy: Cynllun}\n"
	       "summary: {en: Our on-going work is ongoing, cy: Gwaith}\n",
	       "text-spelling-varies 3:36");
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
		cmocka_unit_test(finds_abbreviations),
		cmocka_unit_test(knows_explanations),
		cmocka_unit_test(knows_abbreviations),
		cmocka_unit_test(finds_spellings),
		cmocka_unit_test(leaves_spellings_alone),
		cmocka_unit_test(takes_long_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
