#include "cmd/past.h"
#include "render/ledger.h"

#include <stdio.h>
#include <unistd.h>

void past_show_progress(void *context, size_t done, size_t all)
{
	size_t every = all / 100 + 1;

	(void)context;
	if (done % every == 0)
		fprintf(stderr, "\rplanc: reading history: %zu of %zu commits", done, all);
	if (done + 1 == all)
		fputs("\r\x1b[K", stderr);
}

static void tell_beginning(const struct chronicle *chronicle)
{
	struct buf out = { 0 };

	ledger_beginning_print(chronicle, NULL, &out);
	if (out.len)
		fprintf(stderr, "planc: %s\n", out.at);
	buf_release(&out);
}

const struct ledger *past_read(void *context, struct str *why)
{
	struct past *past = context;
	struct chronicle_request request = {
		.repository = past->before->repository,
		.commit = &past->before->commit,
		.folder = past->before->root.folder,
		.name = past->before->root.name,
		.settings = past->before->root.settings,
		.settings_given = past->settings,
		.settings_input = past->settings_input,
		.progress = isatty(STDERR_FILENO) ? past_show_progress : NULL,
	};

	past->is_read = true;
	if (!chronicle_read(&past->chronicle, &request, why))
		return NULL;
	if (past->chronicle.failures.len) {
		*why = past->chronicle.failures.at[0];
		return NULL;
	}
	tell_beginning(&past->chronicle);
	return &past->chronicle.ledger;
}

void past_release(struct past *past)
{
	if (past->is_read)
		chronicle_release(&past->chronicle);
}
