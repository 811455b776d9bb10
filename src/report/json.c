#include "base/jwriter.h"
#include "base/version.h"
#include "report/format.h"
#include "report/printable.h"

/* A file's name, or words from it, need not be UTF-8; JSON must. */
static void put_text(struct jwriter *json, struct str key, struct str text)
{
	struct buf valid = { 0 };

	printable_add_utf8(&valid, text);
	jwriter_member(json, key, buf_str(&valid));
	buf_release(&valid);
}

static void put_place(struct jwriter *json, struct span span)
{
	struct place place = source_place(span.source, span.begin);

	put_text(json, STR("file"), span.source->path);
	jwriter_member_integer(json, STR("line"), place.line);
	jwriter_member_integer(json, STR("column"), place.column);
}

static void put_related(struct jwriter *json, const struct finding *finding)
{
	if (!finding->related.len)
		return;
	jwriter_key(json, STR("related"));
	jwriter_open_array(json);
	for (size_t i = 0; i < finding->related.len; i++) {
		jwriter_open_object(json);
		put_place(json, finding->related.at[i].span);
		put_text(json, STR("message"), finding->related.at[i].message);
		jwriter_close(json);
	}
	jwriter_close(json);
}

static void put_location(struct jwriter *json, const struct schema_location *location)
{
	if (!location)
		return;
	put_text(json, STR("keywordLocation"), location->keyword);
	if (location->absolute.len)
		put_text(json, STR("absoluteKeywordLocation"), location->absolute);
	put_text(json, STR("instanceLocation"), location->instance);
}

static void put_finding(struct jwriter *json, const struct finding *finding)
{
	struct place end = source_place(finding->span.source, finding->span.end);

	jwriter_open_object(json);
	jwriter_member(json, STR("rule"), str_from(finding->kind->name));
	jwriter_member(json, STR("severity"), severity_name(finding->severity));
	put_place(json, finding->span);
	jwriter_member_integer(json, STR("end_line"), end.line);
	jwriter_member_integer(json, STR("end_column"), end.column);
	put_text(json, STR("plan"), finding->plan);
	put_text(json, STR("address"), finding->address);
	put_text(json, STR("message"), finding->message);
	if (finding->hint.len)
		put_text(json, STR("hint"), finding->hint);
	put_related(json, finding);
	put_location(json, finding->location);
	put_text(json, STR("fingerprint"), finding->fingerprint);
	jwriter_member(json, STR("state"), finding_state_name(finding->state));
	jwriter_close(json);
}

static void put_counts(struct jwriter *json, struct counts counts)
{
	jwriter_key(json, STR("counts"));
	jwriter_open_object(json);
	jwriter_member_integer(json, STR("error"), (int64_t)counts.error);
	jwriter_member_integer(json, STR("warning"), (int64_t)counts.warning);
	jwriter_member_integer(json, STR("note"), (int64_t)counts.note);
	jwriter_member_integer(json, STR("suppressed"), (int64_t)counts.suppressed);
	jwriter_close(json);
}

static void put_grades(struct jwriter *json, const struct report_plan *plan)
{
	jwriter_key(json, STR("grades"));
	jwriter_open_object(json);
	for (size_t i = 0; i < plan->grade_count; i++)
		jwriter_member_integer(json, plan->grades[i].name, (int64_t)plan->grades[i].count);
	jwriter_close(json);
}

static void put_plans(struct jwriter *json, const struct report_summary *summary)
{
	jwriter_key(json, STR("plans"));
	jwriter_open_array(json);
	for (size_t i = 0; i < summary->plan_count; i++) {
		const struct report_plan *plan = &summary->plans[i];

		jwriter_open_object(json);
		put_text(json, STR("plan"), plan->plan);
		jwriter_member_integer(json, STR("actions"), (int64_t)plan->actions);
		jwriter_member_integer(json, STR("leads"), (int64_t)plan->leads);
		put_grades(json, plan);
		jwriter_close(json);
	}
	jwriter_close(json);
}

/* Only of a run with a baseline whose entries were not all met. */
static void put_mended(struct jwriter *json, const struct report_summary *summary)
{
	if (!summary->mended_count)
		return;
	jwriter_key(json, STR("mended"));
	jwriter_open_array(json);
	for (size_t i = 0; i < summary->mended_count; i++) {
		jwriter_open_object(json);
		put_text(json, STR("rule"), summary->mended[i].rule);
		put_text(json, STR("address"), summary->mended[i].address);
		jwriter_close(json);
	}
	jwriter_close(json);
}

static void write_json(const struct report *report, const struct report_summary *summary,
		       bool colour, struct buf *out)
{
	struct jwriter json;

	(void)colour;
	jwriter_init(&json, out);
	jwriter_open_object(&json);
	jwriter_member(&json, STR("planc"), STR(PLANC_VERSION));
	jwriter_key(&json, STR("findings"));
	jwriter_open_array(&json);
	for (size_t i = 0; i < report->findings.len; i++)
		put_finding(&json, report->findings.at[i]);
	jwriter_close(&json);
	put_counts(&json, report_count(report));
	put_plans(&json, summary);
	put_mended(&json, summary);
	jwriter_close(&json);
}

const struct report_format report_format_json = {
	.name = "json",
	.write = write_json,
};
