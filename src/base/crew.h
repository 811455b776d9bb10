/*
 * A crew: threads that do the pieces of one work side by side, and are gone when
 * it is done. No other file knows of threads.
 *
 * A work is safe when its pieces share only what nobody changes while it lasts,
 * and write only what is theirs: each has a place of its own for its result, and
 * each hand an arena and a buffer of its own. Then there is nothing to lock, and
 * the result is the same however many hands there are.
 */
#ifndef BASE_CREW_H
#define BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>

/* The most hands that a crew has. */
#define CREW_MAX 256

/* How many processors this process may use: 1 to CREW_MAX. */
unsigned crew_processors(void);

struct crew_work {
	/*
	 * Does one piece; false stops the work. `hand`, below the number of hands, is the
	 * thread's that does it; hand 0 is the thread that called crew_run.
	 */
	bool (*piece)(void *context, unsigned hand, size_t number);
	void *context;
	size_t count; /* pieces are numbered from 0 */
};

/*
 * Does all pieces, begun in the order of their numbers, with up to so many hands: fewer
 * where there are fewer pieces, or the system gives no more threads; with one there
 * are none. Returns behind the last of them: the number of the first piece, by their
 * order and not by the clock, that returned false, with all before it done; or `count`.
 */
size_t crew_run(const struct crew_work *work, unsigned hands);

#endif
