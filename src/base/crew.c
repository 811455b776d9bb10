#include "base/crew.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

/* That of a main thread, whatever the system would give to others. */
#define STACK_SIZE ((size_t)8 * 1024 * 1024)

struct crew {
	const struct crew_work *work;
	atomic_size_t next;  /* piece to begin */
	atomic_size_t first; /* of those that returned false; else the number of pieces */
};

struct hand {
	pthread_t thread;
	struct crew *crew;
	unsigned number;
};

unsigned crew_processors(void)
{
	cpu_set_t set;
	long count;

	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		count = CPU_COUNT(&set);
	else /* a machine of more than such a set holds */
		count = sysconf(_SC_NPROCESSORS_ONLN);
	return count < 1 ? 1 : count > CREW_MAX ? CREW_MAX : (unsigned)count;
}

static void stop_at(struct crew *crew, size_t number)
{
	size_t first = atomic_load(&crew->first);

	while (number < first && !atomic_compare_exchange_weak(&crew->first, &first, number))
		;
}

/*
 * Only what stands behind a piece that failed is left out. As pieces are begun in
 * order, all before it were begun, and so the first to fail is always the same.
 */
static void *work_along(void *context)
{
	const struct hand *hand = context;
	struct crew *crew = hand->crew;
	const struct crew_work *work = crew->work;

	for (;;) {
		size_t number = atomic_fetch_add(&crew->next, 1);

		if (number >= atomic_load(&crew->first))
			return NULL;
		if (!work->piece(work->context, hand->number, number))
			stop_at(crew, number);
	}
}

size_t crew_run(const struct crew_work *work, unsigned hands)
{
	struct crew crew = { .work = work };
	struct hand list[CREW_MAX];
	pthread_attr_t attributes;
	unsigned count = 1;

	atomic_init(&crew.next, 0);
	atomic_init(&crew.first, work->count);
	list[0] = (struct hand){ .crew = &crew };
	if (hands > CREW_MAX)
		hands = CREW_MAX;
	if (hands > 1 && work->count > 1 && pthread_attr_init(&attributes) == 0) {
		pthread_attr_setstacksize(&attributes, STACK_SIZE);
		for (; count < hands && count < work->count; count++) {
			list[count] = (struct hand){ .crew = &crew, .number = count };
			if (pthread_create(&list[count].thread, &attributes, work_along,
					   &list[count]) != 0)
				break;
		}
		pthread_attr_destroy(&attributes);
	}
	work_along(&list[0]);
	for (unsigned i = 1; i < count; i++)
		pthread_join(list[i].thread, NULL);
	return atomic_load(&crew.first);
}
