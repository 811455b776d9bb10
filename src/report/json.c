#include "base/jwriter.h"
#include "base/version.h"
#include "report/format.h"
#include "report/json_text.h"

static void put_place(struct jwriter *json, struct span span)
{
	struct place place = source_place(span.source, span.begin);

	json_text_member(json, STR("file"), span.source->path);
	jwriter_member_integer(json, STR("line"), place.line);
	jwriter_member_integer(json, STR("column"), place.column);
}

static void put_end(struct jwriter *json, struct span span)
{
	struct place end = source_place(span.source, span.end);

	jwriter_member_integer(json, STR("end_line"), end.line);
	jwriter_member_integer(json, STR("end_column"), end.column);
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
		json_text_member(json, STR("message"), finding->related.at[i].message);
		jwriter_close(json);
	}
	jwriter_close(json);
}

static void put_edits(struct jwriter *json, const struct finding *finding)
{
	if (!finding->edits.len)
		return;
	jwriter_key(json, STR("edits"));
	jwriter_open_array(json);
	for (size_t i = 0; i < finding->edits.len; i++) {
		const struct edit *edit = &finding->edits.at[i];

		jwriter_open_object(json);
		put_place(json, edit->span);
		put_end(json, edit->span);
		json_text_member(json, STR("text"), edit->text);
		jwriter_close(json);
	}
	jwriter_close(json);
}

static void put_location(struct jwriter *json, const struct schema_location *location)
{
	if (!location)
		return;
	json_text_member(json, STR("keywordLocation"), location->keyword);
	if (location->absolute.len)
		json_text_member(json, STR("absoluteKeywordLocation"), location->absolute);
	json_text_member(json, STR("instanceLocation"), location->instance);
}

static void put_finding(struct jwriter *json, const struct finding *finding)
{
	jwriter_open_object(json);
	jwriter_member(json, STR("rule"), str_from(finding->kind->name));
	jwriter_member(json, STR("severity"), severity_name(finding->severity));
	put_place(json, finding->span);
	put_end(json, finding->span);
	json_text_member(json, STR("plan"), finding->plan);
	json_text_member(json, STR("address"), finding->address);
	json_text_member(json, STR("message"), finding->message);
	if (finding->hint.len)
		json_text_member(json, STR("hint"), finding->hint);
	put_related(json, finding);
	put_location(json, finding->location);
	put_edits(json, finding);
	json_text_member(json, STR("fingerprint"), finding->fingerprint);
	jwriter_member(json, STR("state"), finding_state_name(finding->state));
	if (finding->reason.len)
		json_text_member(json, STR("reason"), finding->reason);
	jwriter_close(json);
}

static void put_counts(struct jwriter *json, struct counts counts, size_t hidden)
{
	jwriter_key(json, STR("counts"));
	jwriter_open_object(json);
	jwriter_member_integer(json, STR("error"), (int64_t)counts.error);
	jwriter_member_integer(json, STR("warning"), (int64_t)counts.warning);
	jwriter_member_integer(json, STR("note"), (int64_t)counts.note);
	jwriter_member_integer(json, STR("suppressed"), (int64_t)counts.suppressed);
	if (hidden)
		jwriter_member_integer(json, STR("hidden"), (int64_t)hidden);
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
		json_text_member(json, STR("plan"), plan->plan);
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
		json_text_member(json, STR("rule"), summary->mended[i].rule);
		json_text_member(json, STR("address"), summary->mended[i].address);
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
	put_counts(&json, report_count(report), summary->hidden);
	put_plans(&json, summary);
	put_mended(&json, summary);
	jwriter_close(&json);
}

const struct report_format report_format_json = {
	.name = "json",
	.summary = "for programs: all that is known of each finding; schema/check.schema.json",
	.write = write_json,
};
