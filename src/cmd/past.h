/* The history that led to the plans before a change, read when a rule asks for it. */
#ifndef CMD_PAST_H
#define CMD_PAST_H

#include "cmd/origin.h"
#include "compile/chronicle.h"

struct past {
	const struct origin *before; /* where the history ends */
	/* Of the plans as they are: by these the history is read. */
	const struct settings *settings;
	struct input *settings_input;
	struct chronicle chronicle;
	bool is_read;
};

/*
 * For compile_options.read_past; the context is a struct past. Of a shallow clone it is
 * said on stderr where history begins.
 */
const struct ledger *past_read(void *context, struct str *why);
void past_release(struct past *past);

/* For chronicle_request.progress: says on stderr, which is a terminal, how far it is. */
void past_show_progress(void *context, size_t done, size_t all);

#endif
