#include "report/finding.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct str severity_names[] = {
	[SEVERITY_OFF] = { "off", 3 },
	[SEVERITY_NOTE] = { "note", 4 },
	[SEVERITY_WARNING] = { "warning", 7 },
	[SEVERITY_ERROR] = { "error", 5 },
};

struct str severity_name(enum severity severity)
{
	return severity_names[severity];
}

bool severity_find(struct str name, enum severity *severity)
{
	for (size_t i = 0; i < ARRAY_LEN(severity_names); i++) {
		if (str_equal(name, severity_names[i])) {
			*severity = (enum severity)i;
			return true;
		}
	}
	return false;
}

struct str finding_state_name(enum finding_state state)
{
	static const struct str names[] = {
		[STATE_NEW] = STR_INIT("new"),
		[STATE_KNOWN] = STR_INIT("known"),
		[STATE_WAIVED] = STR_INIT("waived"),
		[STATE_BASELINED] = STR_INIT("baselined"),
	};

	return names[state];
}

bool finding_is_suppressed(const struct finding *finding)
{
	return finding->state == STATE_WAIVED || finding->state == STATE_BASELINED;
}

bool finding_fails(const struct finding *finding, enum severity level)
{
	return level != SEVERITY_OFF && finding->severity >= level &&
	       !finding_is_suppressed(finding);
}

void report_init(struct report *report, struct arena *arena)
{
	*report = (struct report){ .arena = arena };
}

struct finding *report_add(struct report *report, const struct finding_kind *kind, struct span span,
			   const char *format, ...)
{
	struct finding *finding = arena_new(report->arena, struct finding);
	va_list args;

	finding->kind = kind;
	finding->severity = kind->adopted;
	finding->span = span;
	va_start(args, format);
	finding->message = arena_vprintf(report->arena, format, args);
	va_end(args);
	vec_add(report->arena, &report->findings, finding);
	return finding;
}

void finding_hint(struct report *report, struct finding *finding, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	finding->hint = arena_vprintf(report->arena, format, args);
	va_end(args);
}

void finding_relate(struct report *report, struct finding *finding, struct span span,
		    const char *format, ...)
{
	struct related related = { .span = span };
	va_list args;

	va_start(args, format);
	related.message = arena_vprintf(report->arena, format, args);
	va_end(args);
	vec_add(report->arena, &finding->related, related);
}

void finding_edit(struct report *report, struct finding *finding, struct span span, struct str text)
{
	struct edit edit = { span, arena_copy(report->arena, text) };

	vec_add(report->arena, &finding->edits, edit);
}

static int compare_offsets(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare(const void *left, const void *right)
{
	const struct finding *a = *(struct finding *const *)left;
	const struct finding *b = *(struct finding *const *)right;
	int order = str_compare(a->span.source->path, b->span.source->path);

	if (!order)
		order = compare_offsets(a->span.begin, b->span.begin);
	if (!order)
		order = compare_offsets(a->span.end, b->span.end);
	if (!order)
		order = strcmp(a->kind->name, b->kind->name);
	return order ? order : str_compare(a->message, b->message);
}

void report_sort(struct report *report)
{
	struct finding **at = report->findings.at;
	size_t kept = 0;

	if (report->findings.len)
		qsort(at, report->findings.len, sizeof(at[0]), compare);
	for (size_t i = 0; i < report->findings.len; i++) {
		if (!kept || compare(&at[kept - 1], &at[i]) != 0)
			at[kept++] = at[i];
	}
	report->findings.len = kept;
}

void report_drop_off(struct report *report)
{
	size_t kept = 0;

	for (size_t i = 0; i < report->findings.len; i++) {
		if (report->findings.at[i]->severity != SEVERITY_OFF)
			report->findings.at[kept++] = report->findings.at[i];
	}
	report->findings.len = kept;
}

struct counts report_count(const struct report *report)
{
	struct counts counts = { 0 };

	for (size_t i = 0; i < report->findings.len; i++) {
		if (finding_is_suppressed(report->findings.at[i])) {
			counts.suppressed++;
			continue;
		}
		switch (report->findings.at[i]->severity) {
		case SEVERITY_ERROR: counts.error++; break;
		case SEVERITY_WARNING: counts.warning++; break;
		case SEVERITY_NOTE: counts.note++; break;
		case SEVERITY_OFF: break;
		}
	}
	return counts;
}
