#include "edit/edits.h"

#include <stdlib.h>

/* An edit that a finding offers. */
struct offer {
	struct edit edit;
	size_t finding; /* its number in the report */
};

static int compare(const void *left, const void *right)
{
	const struct offer *a = left;
	const struct offer *b = right;
	int order = str_compare(a->edit.span.source->path, b->edit.span.source->path);

	if (order)
		return order;
	if (a->edit.span.begin != b->edit.span.begin)
		return a->edit.span.begin < b->edit.span.begin ? -1 : 1;
	if (a->edit.span.end != b->edit.span.end)
		return a->edit.span.end < b->edit.span.end ? -1 : 1;
	return (a->finding > b->finding) - (a->finding < b->finding);
}

static bool is_same(const struct edit *a, const struct edit *b)
{
	return a->span.source == b->span.source && a->span.begin == b->span.begin &&
	       a->span.end == b->span.end && str_equal(a->text, b->text);
}

static bool changes_nothing(const struct edit *edit)
{
	return str_equal(str_slice(edit->span.source->bytes, edit->span.begin, edit->span.end),
			 edit->text);
}

/* Two that touch would run into each other. */
static bool touches(const struct edit *earlier, const struct edit *edit)
{
	return earlier->span.source == edit->span.source && edit->span.begin <= earlier->span.end;
}

static struct file_edits *file_of(struct edits *edits, struct source *source)
{
	struct file_edits *file;

	if (edits->files.len && edits->files.at[edits->files.len - 1]->source == source)
		return edits->files.at[edits->files.len - 1];
	file = arena_new(edits->arena, struct file_edits);
	file->source = source;
	vec_add(edits->arena, &edits->files, file);
	return file;
}

void edits_collect(struct edits *edits, struct arena *arena, const struct report *report)
{
	VEC(struct offer) offers = { 0 };
	bool *is_refused = arena_new_array(arena, bool, report->findings.len);
	const struct edit *last = NULL;

	*edits = (struct edits){ .arena = arena };
	for (size_t i = 0; i < report->findings.len; i++) {
		const struct finding *finding = report->findings.at[i];

		for (size_t j = 0; !finding_is_suppressed(finding) && j < finding->edits.len; j++) {
			struct offer offer = { finding->edits.at[j], i };

			if (!changes_nothing(&offer.edit))
				vec_add(arena, &offers, offer);
		}
	}
	if (offers.len)
		qsort(offers.at, offers.len, sizeof(offers.at[0]), compare);
	for (size_t i = 0; i < offers.len; i++) {
		const struct edit *edit = &offers.at[i].edit;

		if (last && touches(last, edit) && !is_same(last, edit))
			is_refused[offers.at[i].finding] = true;
		else
			last = edit;
	}
	last = NULL;
	for (size_t i = 0; i < offers.len; i++) {
		const struct edit *edit = &offers.at[i].edit;

		if (is_refused[offers.at[i].finding] || (last && is_same(last, edit)))
			continue;
		vec_add(arena, &file_of(edits, edit->span.source)->edits, *edit);
		last = edit;
	}
}

void edits_apply(const struct file_edits *file, struct buf *out)
{
	struct str bytes = file->source->bytes;
	size_t at = 0;

	for (size_t i = 0; i < file->edits.len; i++) {
		const struct edit *edit = &file->edits.at[i];

		buf_add(out, str_slice(bytes, at, edit->span.begin));
		buf_add(out, edit->text);
		at = edit->span.end;
	}
	buf_add(out, str_slice(bytes, at, bytes.len));
}
