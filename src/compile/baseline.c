#include "compile/baseline.h"
#include "base/map.h"
#include "compile/compile.h"
#include "tree/scalar.h"

#include <stdlib.h>

void baseline_file_build(struct baseline_file *baseline, struct arena *arena,
			 const struct node *root)
{
	const struct node *list = node_find(root, STR("findings"));

	for (size_t i = 0; list && i < list->count; i++) {
		const struct node *item = list->items[i];
		struct baseline_entry entry = {
			.address = node_find(item, STR("address"))->text,
			.rule = node_find(item, STR("rule"))->text,
			.fingerprint = node_find(item, STR("fingerprint"))->text,
		};

		vec_add(arena, &baseline->entries, entry);
	}
}

void baseline_file_apply(struct compilation *result)
{
	struct baseline_file *baseline = &result->baseline;
	struct map known = { 0 };

	for (size_t i = 0; i < baseline->entries.len; i++) {
		struct baseline_entry *entry = &baseline->entries.at[i];

		/* One that is there twice, as after a merge, is told of once. */
		if (map_add(&known, &result->arena, entry->fingerprint, entry))
			entry->is_met = true;
	}
	for (size_t i = 0; known.count && i < result->report.findings.len; i++) {
		struct finding *finding = result->report.findings.at[i];
		struct baseline_entry *entry = map_find(&known, finding->fingerprint);

		if (!entry || kind_is_reading(finding->kind))
			continue;
		entry->is_met = true;
		if (finding->state == STATE_NEW)
			finding->state = STATE_BASELINED;
	}
}

/* Only a whole plan has given all it has; a plan that is gone was checked when all was. */
static bool is_plan_checked(const struct compilation *result, struct str plan)
{
	for (size_t i = 0; i < result->summaries.len; i++) {
		const struct plan_summary *summary = &result->summaries.at[i];

		if (str_equal(summary->address, plan))
			return !summary->is_incomplete;
	}
	return result->is_whole;
}

bool baseline_file_is_checked(const struct compilation *result, const struct baseline_entry *entry)
{
	struct str place = str_slice(entry->address, 0, str_find_byte(entry->address, '#', 0));
	const char *nearest;
	const struct finding_kind *kind = catalogue_find(entry->rule, &nearest);

	if (result->status != COMPILE_DONE || (kind && kind->before && !result->before))
		return false;
	if (str_find_byte(place, '/', 0) < place.len)
		return is_plan_checked(result, place);
	for (size_t i = 0; i < result->councils.len; i++) {
		if (str_equal(result->councils.at[i]->thing.id, place))
			return result->councils.at[i]->thing.node != NULL;
	}
	return result->is_whole;
}

static int compare(const void *left, const void *right)
{
	const struct baseline_entry *a = left;
	const struct baseline_entry *b = right;
	int order = str_compare(a->address, b->address);

	if (!order)
		order = str_compare(a->rule, b->rule);
	return order ? order : str_compare(a->fingerprint, b->fingerprint);
}

static void write_entry(const struct baseline_entry *entry, struct buf *out)
{
	buf_add_c(out, "  - {address: ");
	scalar_write(out, entry->address);
	buf_add_c(out, ", rule: ");
	scalar_write(out, entry->rule);
	buf_printf(out, ", fingerprint: \"%.*s\"}\n", STR_ARG(entry->fingerprint));
}

size_t baseline_file_write(struct compilation *result, struct buf *out)
{
	VEC(struct baseline_entry) entries = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < result->baseline.entries.len; i++) {
		if (!baseline_file_is_checked(result, &result->baseline.entries.at[i]))
			vec_add(&result->arena, &entries, result->baseline.entries.at[i]);
	}
	for (size_t i = 0; i < result->report.findings.len; i++) {
		const struct finding *finding = result->report.findings.at[i];
		struct baseline_entry entry = {
			.address = finding->address,
			.rule = str_from(finding->kind->name),
			.fingerprint = finding->fingerprint,
		};

		if (finding->state != STATE_WAIVED && !kind_is_reading(finding->kind))
			vec_add(&result->arena, &entries, entry);
	}
	if (entries.len)
		qsort(entries.at, entries.len, sizeof(entries.at[0]), compare);
	buf_add_c(out,
		  "# Findings that were here when this file was written: planc holds them back.\n"
		  "# `planc check --write-baseline` writes it anew.\n"
		  "version: p1\n");
	buf_add_c(out, entries.len ? "findings:\n" : "findings: []\n");
	for (size_t i = 0; i < entries.len; i++) {
		if (i && compare(&entries.at[i - 1], &entries.at[i]) == 0)
			continue;
		write_entry(&entries.at[i], out);
		count++;
	}
	return count;
}
