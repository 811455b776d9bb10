#include "base/arena.h"
#include "base/crew.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#define MOST 5000

/* Each piece writes its own row and no other. */
struct ledger {
	unsigned char done[MOST];
	unsigned char hand[MOST];
	bool fails[MOST];
	useconds_t pause[MOST];
};

static bool note(void *context, unsigned hand, size_t number)
{
	struct ledger *ledger = context;

	if (ledger->pause[number])
		usleep(ledger->pause[number]);
	ledger->done[number]++;
	ledger->hand[number] = (unsigned char)hand;
	return !ledger->fails[number];
}

static size_t run(struct ledger *ledger, unsigned hands, size_t count)
{
	const struct crew_work work = { note, ledger, count };

	return crew_run(&work, hands);
}

static size_t count_done(const struct ledger *ledger)
{
	size_t count = 0;

	for (size_t i = 0; i < MOST; i++)
		count += ledger->done[i];
	return count;
}

static void each_piece_once(void **state)
{
	static const unsigned hands[] = { 1, 2, 3, 8, CREW_MAX, CREW_MAX + 1 };
	static const size_t counts[] = { 0, 1, 2, 7, MOST };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(hands); i++) {
		for (size_t j = 0; j < ARRAY_LEN(counts); j++) {
			struct ledger *ledger = calloc(1, sizeof(*ledger));

			assert_int_equal(run(ledger, hands[i], counts[j]), counts[j]);
			for (size_t k = 0; k < MOST; k++) {
				assert_int_equal(ledger->done[k], k < counts[j]);
				assert_true(ledger->hand[k] < hands[i]);
			}
			free(ledger);
		}
	}
}

/* No hands asked for is one. */
static void alone_in_order(void **state)
{
	for (unsigned hands = 0; hands < 2; hands++) {
		struct ledger *ledger = calloc(1, sizeof(*ledger));

		(void)state;
		ledger->fails[3] = true;
		ledger->fails[7] = true;
		assert_int_equal(run(ledger, hands, 10), 3);
		assert_int_equal(count_done(ledger), 4);
		free(ledger);
	}
}

/* Piece 20 has failed long before piece 10 does. */
static void first_to_fail_by_order(void **state)
{
	for (unsigned hands = 1; hands <= 32; hands *= 2) {
		struct ledger *ledger = calloc(1, sizeof(*ledger));

		(void)state;
		ledger->pause[10] = 20000;
		ledger->fails[10] = true;
		ledger->fails[20] = true;
		ledger->fails[30] = true;
		assert_int_equal(run(ledger, hands, MOST), 10);
		for (size_t i = 0; i <= 10; i++)
			assert_int_equal(ledger->done[i], 1);
		free(ledger);
	}
}

/* As many pieces as hands, none of which ends before all have begun: 10 seconds are for ever. */
struct meeting {
	atomic_uint come;
	unsigned wanted;
};

static bool meet(void *context, unsigned hand, size_t number)
{
	struct meeting *meeting = context;

	(void)hand;
	(void)number;
	atomic_fetch_add(&meeting->come, 1);
	for (unsigned i = 0; atomic_load(&meeting->come) < meeting->wanted; i++) {
		if (i == 10000)
			return false;
		usleep(1000);
	}
	return true;
}

static void hands_work_side_by_side(void **state)
{
	struct meeting meeting = { .wanted = 4 };
	const struct crew_work work = { meet, &meeting, 4 };

	(void)state;
	assert_int_equal(crew_run(&work, 4), 4);
}

/* There is no room for the stack of a thread. */
static void without_threads(void **state)
{
	struct ledger *ledger = calloc(1, sizeof(*ledger));
	struct rlimit before, little;
	size_t pages = 0;
	FILE *file = fopen("/proc/self/statm", "r");
	char line[100] = "";

	(void)state;
	assert_non_null(file);
	assert_non_null(fgets(line, sizeof(line), file));
	fclose(file);
	pages = strtoul(line, NULL, 10);
	assert_int_equal(getrlimit(RLIMIT_AS, &before), 0);
	little = before;
	little.rlim_cur = (pages + 1024) * (rlim_t)sysconf(_SC_PAGESIZE);
	assert_int_equal(setrlimit(RLIMIT_AS, &little), 0);
	assert_int_equal(run(ledger, 8, 100), 100);
	assert_int_equal(setrlimit(RLIMIT_AS, &before), 0);
	assert_int_equal(count_done(ledger), 100);
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(ledger->hand[i], 0);
	free(ledger);
}

static void processors_of_this_process(void **state)
{
	cpu_set_t before, one;
	size_t first = 0;

	(void)state;
	assert_true(crew_processors() >= 1 && crew_processors() <= CREW_MAX);
	if (sched_getaffinity(0, sizeof(before), &before) != 0)
		return;
	while (!CPU_ISSET(first, &before))
		first++;
	CPU_ZERO(&one);
	CPU_SET(first, &one);
	assert_int_equal(sched_setaffinity(0, sizeof(one), &one), 0);
	assert_int_equal(crew_processors(), 1);
	assert_int_equal(sched_setaffinity(0, sizeof(before), &before), 0);
	assert_true(crew_processors() == (unsigned)CPU_COUNT(&before) ||
		    CPU_COUNT(&before) > CREW_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			without_threads), /* first: stacks of threads that ended are kept */
		cmocka_unit_test(each_piece_once),
		cmocka_unit_test(alone_in_order),
		cmocka_unit_test(first_to_fail_by_order),
		cmocka_unit_test(hands_work_side_by_side),
		cmocka_unit_test(processors_of_this_process),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
