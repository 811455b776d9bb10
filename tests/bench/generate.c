/*
 * Makes plans to measure with: 1,000 of 25 to 58 actions, about 37 kB each,
 * always the same ones.
 *
 * usage: generate DIR
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNCILS 50
#define PLANS 20
#define LINE 100
#define LEN(array) (sizeof(array) / sizeof((array)[0]))

static const char *const posts[][2] = {
	{ "head-of-housing", "Head of Housing" },
	{ "head-of-finance", "Head of Finance" },
	{ "head-of-human-resources", "Head of Human Resources" },
	{ "director-of-place", "Director of Place" },
	{ "director-of-adult-services", "Director of Adult Services" },
	{ "director-of-public-health", "Director of Public Health" },
	{ "chief-digital-officer", "Chief Digital Officer" },
	{ "monitoring-officer", "Monitoring Officer" },
	{ "learning-manager", "Learning and Development Manager" },
	{ "recruitment-manager", "Recruitment Manager" },
	{ "climate-officer", "Climate Officer" },
	{ "procurement-manager", "Procurement Manager" },
};

static const char *const themes[][2] = {
	{ "leadership", "Leadership and management" },
	{ "engagement", "Engagement" },
	{ "wellbeing", "Health and wellbeing" },
	{ "recruitment", "Recruitment and retention" },
	{ "digital", "Digital services" },
	{ "place", "Homes and places" },
	{ "climate", "Climate and nature" },
	{ "inclusion", "Inclusion" },
};

static const char *const verbs[] = {
	"Review", "Design",   "Pilot",   "Publish", "Introduce",
	"Extend", "Simplify", "Replace", "Agree",   "Evaluate",
};

static const char *const objects[][2] = {
	{ "apprenticeship-scheme", "the apprenticeship scheme" },
	{ "induction-programme", "the induction programme for new starters" },
	{ "agency-framework", "the framework for agency workers" },
	{ "repairs-service", "the repairs service for council homes" },
	{ "energy-advice", "energy advice for tenants" },
	{ "street-tree-programme", "the programme of street trees" },
	{ "contact-centre", "the contact centre’s opening hours" },
	{ "pay-policy", "the pay policy and its grades" },
	{ "mentoring-network", "a network of mentors across services" },
	{ "skills-audit", "the yearly audit of skills" },
	{ "flexible-working-guide", "the guide to flexible working" },
	{ "supplier-register", "the register of suppliers" },
};

static const char *const purposes[] = {
	"so that residents know what they can expect and when it will be done",
	"with the services that use it most, starting where turnover has been highest",
	"and bring together what several teams have kept apart until now",
	"to support managers in planning for the posts that are hardest to fill",
	"in step with the medium-term financial strategy and the savings it sets out",
	"and share what was learned with neighbouring councils and the NHS trust",
	"so that fewer people wait longer than they should for a first answer",
	"with a clear record of who decides, who is asked and who is told",
};

static const char *const outcomes[] = {
	"Staff feel valued, and say so when they are asked.",
	"Residents get the right answer the first time they call.",
	"Services keep the people whom they have trained.",
	"Managers plan a year ahead, not a month.",
	"Homes are warmer and cost less to heat.",
	"Suppliers know what is expected of them and are paid on time.",
	"The council is an employer that young people choose.",
	"Decisions are taken where the work is done.",
};

static const char *const indicators[][3] = {
	{ "Response rate to the staff survey", "%", "at least" },
	{ "Turnover in the first year", "%", "at most" },
	{ "Calls answered within five minutes", "%", "at least" },
	{ "Sickness absence for each employee", "days", "at most" },
	{ "Posts that are vacant for more than three months", "posts", "fewer than" },
	{ "Apprentices who complete their course", "%", "above" },
	{ "Homes brought up to energy band C", "homes", "at least" },
	{ "Invoices paid within thirty days", "%", "at least" },
};

static const char *const counted[] = {
	"managers have taken part in the programme",
	"applications are received for the posts advertised",
	"answers to the staff survey support the new arrangements",
	"reports to the Cabinet are published with their evidence",
};

/* Everything is drawn from this, so that all runs are alike. */
static uint32_t draw(uint64_t *seed, size_t below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*seed >> 33) % (uint32_t)below;
}

__attribute__((__format__(__printf__, 1, 2))) static FILE *open_file(const char *format, ...)
{
	char path[500];
	va_list args;
	FILE *file;

	va_start(args, format);
	vsnprintf(path, sizeof(path), format, args);
	va_end(args);
	file = fopen(path, "w");
	if (!file) {
		perror(path);
		exit(3);
	}
	return file;
}

/* A text as authors fold it: below its key, in lines of 100. */
static void put_folded(FILE *file, int indent, const char *text)
{
	int column = LINE;

	fputs(">-", file);
	while (*text) {
		int len = (int)strcspn(text, " ");

		if (column + 1 + len > LINE)
			column = fprintf(file, "\n%*s%.*s", indent, "", len, text) - 1;
		else
			column += fprintf(file, " %.*s", len, text);
		text += len;
		text += *text == ' ';
	}
	fputc('\n', file);
}

/* One with a baseline and a target, as few plans have them. */
static void put_measure(FILE *file, uint64_t *seed, unsigned month)
{
	const char *const *row = indicators[draw(seed, LEN(indicators))];
	unsigned baseline = 20 + draw(seed, 30);
	bool falls = row[2][0] == 'f' || strcmp(row[2], "at most") == 0;

	fprintf(file,
		"      - indicator: %s, area %u\n"
		"        unit: \"%s\"\n"
		"        direction: %s\n"
		"        baseline: {value: %u, at: 2023-03}\n"
		"        target: %s %u\n"
		"        by: 2024-%02u\n"
		"        source: Quarterly performance report\n",
		row[0], draw(seed, 900000), row[1], falls ? "down" : "up", baseline, row[2],
		falls ? baseline - 5 - draw(seed, 10) : baseline + 5 + draw(seed, 30), month);
}

static void put_measures(FILE *file, uint64_t *seed, unsigned month)
{
	char text[400];

	fputs("    measures:\n", file);
	if (draw(seed, 3) == 0)
		put_measure(file, seed, month);
	for (uint32_t i = 1 + draw(seed, 3), first = draw(seed, LEN(counted)); i > 0; i--) {
		snprintf(text, sizeof(text), "At least %u %s, %s.", draw(seed, 900000),
			 counted[(first + i) % LEN(counted)], purposes[draw(seed, LEN(purposes))]);
		fputs("      - ", file);
		put_folded(file, 8, text);
	}
}

/* In turn, so that nobody leads a large part of a plan. */
static void put_lead(FILE *file, uint64_t *seed, unsigned number)
{
	size_t lead = number % LEN(posts);

	if (draw(seed, 5)) {
		fprintf(file, "    lead: %s\n", posts[lead][0]);
		return;
	}
	fprintf(file, "    lead: [%s, %s]\n    accountable: %s\n", posts[lead][0],
		posts[(lead + 1) % LEN(posts)][0], posts[lead][0]);
}

static void put_action(FILE *file, uint64_t *seed, unsigned number)
{
	const char *verb = verbs[draw(seed, LEN(verbs))];
	const char *const *object = objects[draw(seed, LEN(objects))];
	uint32_t purpose = draw(seed, LEN(purposes));
	uint32_t outcome = draw(seed, LEN(outcomes));
	unsigned month = 1 + number * 7 % 12;
	char text[600];

	snprintf(text, sizeof(text), "%s %s, %s, %s.", verb, object[1], purposes[purpose],
		 purposes[(purpose + 3) % LEN(purposes)]);
	fprintf(file, "\n  - id: %s-%u\n    activity: ", object[0], number);
	put_folded(file, 6, text);
	fputs("    outcomes:\n", file);
	for (uint32_t i = 0; i <= draw(seed, 3); i++)
		fprintf(file, "      - %s\n", outcomes[(outcome + i) % LEN(outcomes)]);
	put_lead(file, seed, number);
	if (!draw(seed, 3))
		fprintf(file, "    start: 2023-%02u\n", 4 + draw(seed, 9));
	fprintf(file, "    due: 2024-%02u\n", month);
	put_measures(file, seed, month);
	if (!draw(seed, 4)) {
		fputs("    notes:\n      - ", file);
		snprintf(text, sizeof(text), "The **first phase** of this work goes on, %s.",
			 purposes[draw(seed, LEN(purposes))]);
		put_folded(file, 8, text);
	}
}

static void put_plan(const char *folder, unsigned number, uint64_t *seed)
{
	unsigned actions = 25 + draw(seed, 34);
	unsigned done = 0;
	char inside[320];
	FILE *file;

	snprintf(inside, sizeof(inside), "%s/themes", folder);
	mkdir(folder, 0777);
	mkdir(inside, 0777);
	file = open_file("%s/plan.yaml", folder);
	fprintf(file,
		"title: Delivery plan %u\nkind: delivery\nstatus: adopted\nperiod: 2023-04/2025-03\n"
		"owner: head-of-finance\nversion: 1.%u\napproved: 2023-03-14\nreview: 2024-10\n"
		"summary: ",
		number, number);
	put_folded(
		file, 2,
		"This plan sets out the work of the coming years, who leads it, by when it is to be "
		"done and how the council will know that it has made a difference.");
	fputs("themes:\n", file);
	for (size_t i = 0; i < LEN(themes); i++)
		fprintf(file, "  - themes/%s.yaml\n", themes[i][0]);
	fclose(file);
	for (unsigned i = 0; i < LEN(themes); i++) {
		unsigned until = actions * (i + 1) / (unsigned)LEN(themes);

		file = open_file("%s/themes/%s.yaml", folder, themes[i][0]);
		fprintf(file, "id: %s\ntitle: %s\n\nactions:", themes[i][0], themes[i][1]);
		while (done < until)
			put_action(file, seed, ++done);
		fclose(file);
	}
}

static void put_council(const char *folder, unsigned number)
{
	FILE *file = open_file("%s/council.yaml", folder);

	fprintf(file, "name: Council %u\nabbreviations:\n  NHS: National Health Service\npeople:\n",
		number);
	for (size_t i = 0; i < LEN(posts); i++)
		fprintf(file, "  %s:\n    name: %s\n    kind: role\n", posts[i][0], posts[i][1]);
	fclose(file);
}

int main(int argc, char **argv)
{
	uint64_t seed = 20230401;
	char folder[300];

	if (argc != 2 || mkdir(argv[1], 0777) != 0 || chdir(argv[1]) != 0) {
		fputs("usage: generate DIR, which must not be there yet\n", stderr);
		return 2;
	}
	for (unsigned i = 1; i <= COUNCILS; i++) {
		snprintf(folder, sizeof(folder), "council-%u", i);
		mkdir(folder, 0777);
		put_council(folder, i);
		for (unsigned j = 1; j <= PLANS; j++) {
			snprintf(folder, sizeof(folder), "council-%u/plan-%u", i, j);
			put_plan(folder, j, &seed);
		}
	}
	return 0;
}
