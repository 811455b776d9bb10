/* The ledger of a history: what it keeps of a row of states, and under which names. */
#include "ledger_cases.h"

static void keeps_dates(void **state)
{
	(void)state;
	EXPECT("1 #survey due 2023-09>2023-12 +92 later", ONE("    due: 2023-09\n"),
	       ONE("    due: 2023-12\n"));
	/* FIRST_DAY is 8 January 2022, and the next state of 7 February. */
	EXPECT("1 #survey due 2022-01>2022-06 +150 later!", ONE("    due: 2022-01\n"),
	       ONE("    due: 2022-06\n"));
	EXPECT("1 #survey due 2022-02-07>2022-03 +52 later", ONE("    due: 2022-02-07\n"),
	       ONE("    due: 2022-03\n"));
	EXPECT("1 #survey due 2022-01>2021-12 -31 earlier!", ONE("    due: 2022-01\n"),
	       ONE("    due: 2021-12\n"));
	EXPECT("1 #survey start 2023-09>2023-10 +31 later, 1 #survey until ->2024-01",
	       ONE("    start: 2023-09\n"), ONE("    start: 2023-10\n    until: 2024-01\n"));
	EXPECT("1 #survey done 2022-01-01>2022-01-03 +2", ONE("    done: 2022-01-01\n"),
	       ONE("    done: 2022-01-03\n"));
	EXPECT("", ONE("    due: 2023-09\n"), ONE("    due: \"2023-09\"\n"));
}

static void keeps_what_is_no_move(void **state)
{
	(void)state;
	EXPECT("1 #survey due 2023-09>2023-09-30 +0", ONE("    due: 2023-09\n"),
	       ONE("    due: 2023-09-30\n"));
	EXPECT("1 #survey due ->2023-09", ONE(""), ONE("    due: 2023-09\n"));
	EXPECT("1 #survey due tbc>2023-09", ONE("    due: tbc\n"), ONE("    due: 2023-09\n"));
	EXPECT("1 #survey due tbc>unknown", ONE("    due: tbc\n"), ONE("    due: unknown\n"));
	EXPECT("1 #survey due 2023-09>tbc away, 2 #survey due tbc>2023-12",
	       ONE("    due: 2023-09\n"), ONE("    due: tbc\n"), ONE("    due: 2023-12\n"));
	EXPECT("1 #survey due 2022-01>- away!", ONE("    due: 2022-01\n"), ONE(""));
	EXPECT("1 #survey due 2023-09>2023-09/.. later, 2 #survey due 2023-09/..>2024 earlier",
	       ONE("    due: 2023-09\n"), ONE("    due: 2023-09/..\n"), ONE("    due: 2024\n"));
}

static void passes_over_what_cannot_be_read(void **state)
{
	(void)state;
	EXPECT("1 #survey due 2023-09>Sept 2023, 2 #survey due Sept 2023>2023-12 +92 later",
	       ONE("    due: 2023-09\n"), ONE("    due: Sept 2023\n"), ONE("    due: 2023-12\n"));
	EXPECT("1 #survey due 2023-09>Sept 2023, 2 #survey due Sept 2023>2023-09 +0",
	       ONE("    due: 2023-09\n"), ONE("    due: Sept 2023\n"), ONE("    due: 2023-09\n"));
	EXPECT("1 #survey due 2023-09>Soon, 2 #survey due Soon>tbc away", ONE("    due: 2023-09\n"),
	       ONE("    due: Soon\n"), ONE("    due: tbc\n"));
	EXPECT("1 #survey due 2023-09>-, 2 #survey due ->2023-12 +92 later",
	       ONE("    due: 2023-09\n"), ONE("    due: [2023-12]\n"), ONE("    due: 2023-12\n"));
	EXPECT("1 #survey due Soon>2023-09", ONE("    due: Soon\n"), ONE("    due: 2023-09\n"));
}

static void keeps_leads_and_statuses(void **state)
{
	(void)state;
	EXPECT("1 #survey lead a>b, 2 #survey lead b>a+b, 4 #survey lead a+b>-",
	       ONE("    lead: a\n"), ONE("    lead: b\n"), ONE("    lead: [b, a]\n"),
	       ONE("    lead: [a, b]\n"), ONE("    lead:\n"));
	EXPECT("1 #survey accountable a>b", ONE("    accountable: a\n"),
	       ONE("    accountable: b\n"));
	EXPECT("1 #survey status not-started>done, 2 #survey status done>not-started", ONE(""),
	       ONE("    status: done\n"), ONE(""));
	EXPECT("1  status draft>adopted, 1  owner ->a, 1  review ->2024",
	       "title: Plan\nstatus: draft\n",
	       "title: Plan\nstatus: adopted\nowner: a\nreview: 2024\n");
}

#define MEASURE(keys) "    measures:\n      - indicator: Answers of staff\n" keys

static void keeps_targets(void **state)
{
	(void)state;
	EXPECT("1 #survey measures[answers-of-staff].target at least 80%>at least 70%, "
	       "1 #survey measures[answers-of-staff].by 2023>2024 +366 later",
	       ONE(MEASURE("        target: at least 80%\n        by: 2023\n")),
	       ONE(MEASURE("        target: at least 70%\n        by: 2024\n")));
	EXPECT("1 #survey measures[answers-of-staff].target ->at least 70%", ONE(""),
	       ONE(MEASURE("        target: at least 70%\n")));
	EXPECT("1 #survey measures[answers-of-staff].target at least 70%>-",
	       ONE(MEASURE("        target: at least 70%\n")), ONE(""));
	EXPECT("1 #survey measures[answers-of-staff].unit %>days",
	       ONE(MEASURE("        target: at least 70\n        unit: \"%\"\n")),
	       ONE(MEASURE("        target: at least 70\n        unit: days\n")));
	EXPECT("", ONE("    measures: [Staff answer.]\n"),
	       ONE("    measures: [Most staff answer.]\n"));
}

/* What was told under its old name is told under the new one. */
static void follows_items(void **state)
{
	(void)state;
	EXPECT("1 #survey measures[answers-of-all-staff].target at least 80%>at least 70%, "
	       "3 #survey measures[answers-of-all-staff].target at least 70%>at least 60%",
	       ONE(MEASURE("        target: at least 80%\n")),
	       ONE(MEASURE("        target: at least 70%\n")),
	       ONE("    measures:\n      - indicator: Answers of all staff\n"
		   "        target: at least 70%\n"),
	       ONE("    measures:\n      - indicator: Answers of all staff\n"
		   "        target: at least 60%\n"));
	EXPECT("1 #survey milestones[asked].due 2023>2024 +366 later, "
	       "2 #survey milestones[asked].due 2024>2025 +365 later, "
	       "2 #survey milestones[asked].status ->done",
	       ONE("    milestones:\n      - {what: All are asked, due: 2023}\n"),
	       ONE("    milestones:\n      - {what: All are asked, due: 2024}\n"),
	       ONE("    milestones:\n"
		   "      - {id: asked, what: All are asked, due: 2025, status: done}\n"));
	EXPECT("1 #survey milestones[x].due ->2023, 2 #survey milestones[x].due 2023>-", ONE(""),
	       ONE("    milestones:\n      - {id: x, what: Ask, due: 2023}\n"), ONE(""));
}

static void tells_reasons(void **state)
{
	(void)state;
	EXPECT("1 #survey due 2023>2024 +366 later (Ill.), 2 #survey due 2024>2025 +365 later",
	       ONE("    due: 2023\n"),
	       ONE("    due: 2024\n    revisions: [{date: 2023, reason: Ill.}]\n"),
	       ONE("    due: 2025\n    revisions: [{date: 2023, reason: Ill.}]\n"));
}

static void tells_what_came_and_went(void **state)
{
	(void)state;
	EXPECT("1 #sale due ->2024, 1 #sale lead ->a, 2 #sale due 2024>-, 2 #sale lead a>-",
	       HEAD ACTION("survey", ASK, ""),
	       HEAD ACTION("survey", ASK, "") ACTION("sale", SELL, "    due: 2024\n    lead: a\n"),
	       HEAD ACTION("survey", ASK, ""));
	EXPECT("1  status draft>-, 1 #survey due 2024>-, 3  status ->draft, 3 #survey due ->2024",
	       ONE("    due: 2024\n"), NULL, NULL, ONE("    due: 2024\n"));
}

static void follows_names(void **state)
{
	(void)state;
	EXPECT("1 #sale due 2023>2024 +366 later, 2 #sale due 2024>2025 +365 later, "
	       "3 #sale due 2025>2026 +365 later",
	       HEAD ACTION("survey", ASK, "    due: 2023\n"),
	       HEAD ACTION("survey", ASK, "    due: 2024\n"),
	       HEAD ACTION("asking", ASK, "    due: 2025\n"),
	       HEAD ACTION("sale", SELL, "    due: 2026\n    replaces: asking\n"));
	/* Its old name, on another: each goes on as what it is. */
	EXPECT("2 #a due ->2025, 3 #b due 2023>2024 +366 later, 3 #a due 2025>2026 +365 later",
	       HEAD ACTION("a", ASK, "    due: 2023\n"),
	       HEAD ACTION("b", ASK, "    due: 2023\n    replaces: a\n"),
	       HEAD ACTION("b", ASK, "    due: 2023\n    replaces: a\n")
		       ACTION("a", SELL, "    due: 2025\n"),
	       HEAD ACTION("b", ASK, "    due: 2024\n    replaces: a\n")
		       ACTION("a", SELL, "    due: 2026\n"));
	/* To another theme, and with the theme's name. */
	EXPECT("1 #second measures[m].target ->at least 5, "
	       "1 #survey due 2023>2024 +366 later, 2 #second measures[m].target at least 5>at least 4",
	       "title: Plan\nstatus: draft\nthemes:\n"
	       "  - id: one\n    title: One\n    actions:\n      - id: survey\n"
	       "        activity: " ASK "\n        due: 2023\n"
	       "  - id: two\n    title: Second things\n    actions: []\n",
	       "title: Plan\nstatus: draft\nthemes:\n"
	       "  - id: one\n    title: One\n    actions: []\n"
	       "  - id: two\n    title: Second things\n    measures: [{id: m, target: at least 5}]\n"
	       "    actions:\n      - id: survey\n"
	       "        activity: " ASK "\n        due: 2024\n",
	       "title: Plan\nstatus: draft\nthemes:\n"
	       "  - id: second\n    title: Second things\n    measures: [{id: m, target: at least 4}]\n"
	       "    actions:\n      - id: survey\n"
	       "        activity: " ASK "\n        due: 2024\n");
}

static void follows_splits_and_merges(void **state)
{
	(void)state;
	EXPECT("1 #lofts due 2023>2024 +366 later, 2 #lofts due 2024>2025 +365 later, "
	       "2 #walls due 2024>2027 +1095 later",
	       HEAD ACTION("homes", "Insulate homes.", "    due: 2023\n"),
	       HEAD ACTION("homes", "Insulate homes.", "    due: 2024\n"),
	       HEAD ACTION("lofts", "Lofts first.", "    due: 2025\n    split_from: homes\n")
		       ACTION("walls", "Then the walls.",
			      "    due: 2027\n    split_from: homes\n"));
	EXPECT("1 #homes due 2023>2024 +366 later, 1 #homes due 2023>2025 +731 later, "
	       "2 #homes due 2024>2026 +730 later",
	       HEAD ACTION("lofts", "Lofts first.", "    due: 2023\n")
		       ACTION("walls", "Then the walls.", "    due: 2023\n"),
	       HEAD ACTION("lofts", "Lofts first.", "    due: 2024\n")
		       ACTION("walls", "Then the walls.", "    due: 2025\n"),
	       HEAD ACTION("homes", "Insulate homes.",
			   "    due: 2026\n    replaces: [lofts, walls]\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_dates),
		cmocka_unit_test(keeps_what_is_no_move),
		cmocka_unit_test(passes_over_what_cannot_be_read),
		cmocka_unit_test(keeps_leads_and_statuses),
		cmocka_unit_test(keeps_targets),
		cmocka_unit_test(follows_items),
		cmocka_unit_test(tells_reasons),
		cmocka_unit_test(tells_what_came_and_went),
		cmocka_unit_test(follows_names),
		cmocka_unit_test(follows_splits_and_merges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
