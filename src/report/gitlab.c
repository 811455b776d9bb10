/* The report that GitLab calls Code Quality: a list of what Code Climate calls an issue. */
#include "base/jwriter.h"
#include "report/format.h"
#include "report/json_text.h"
#include "report/printable.h"

/* Of info, minor, major, critical and blocker. */
static struct str severity_of(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR: return STR("major");
	case SEVERITY_WARNING: return STR("minor");
	case SEVERITY_NOTE:
	case SEVERITY_OFF: break;
	}
	return STR("info");
}

static void put_place(struct jwriter *json, struct str key, struct place place)
{
	jwriter_key(json, key);
	jwriter_open_object(json);
	jwriter_member_integer(json, STR("line"), place.line);
	jwriter_member_integer(json, STR("column"), place.column);
	jwriter_close(json);
}

/* GitLab reads `lines`; other readers of the format know `positions`, which are finer. */
static void put_location(struct jwriter *json, struct span span)
{
	struct place begin = source_place(span.source, span.begin);
	struct place end = source_place(span.source, span.end);

	jwriter_key(json, STR("location"));
	jwriter_open_object(json);
	json_text_member(json, STR("path"), span.source->path);
	jwriter_key(json, STR("lines"));
	jwriter_open_object(json);
	jwriter_member_integer(json, STR("begin"), begin.line);
	jwriter_member_integer(json, STR("end"), end.line);
	jwriter_close(json);
	jwriter_key(json, STR("positions"));
	jwriter_open_object(json);
	put_place(json, STR("begin"), begin);
	put_place(json, STR("end"), end);
	jwriter_close(json);
	jwriter_close(json);
}

static void put_finding(struct jwriter *json, const struct finding *finding)
{
	struct buf words = { 0 };

	printable_add(&words, finding->message);
	if (finding->hint.len) {
		buf_add_c(&words, " (hint: ");
		printable_add(&words, finding->hint);
		buf_add_byte(&words, ')');
	}
	jwriter_open_object(json);
	jwriter_member(json, STR("type"), STR("issue"));
	jwriter_member(json, STR("check_name"), str_from(finding->kind->name));
	jwriter_member(json, STR("description"), buf_str(&words));
	jwriter_key(json, STR("categories"));
	jwriter_open_array(json);
	jwriter_text(json, STR("Clarity"));
	jwriter_close(json);
	jwriter_member(json, STR("severity"), severity_of(finding->severity));
	json_text_member(json, STR("fingerprint"), finding->fingerprint);
	put_location(json, finding->span);
	jwriter_close(json);
	buf_release(&words);
}

static void write_gitlab(const struct report *report, const struct report_summary *summary,
			 bool colour, struct buf *out)
{
	struct jwriter json;

	(void)summary;
	(void)colour;
	jwriter_init(&json, out);
	jwriter_open_array(&json);
	for (size_t i = 0; i < report->findings.len; i++) {
		if (!finding_is_suppressed(report->findings.at[i]))
			put_finding(&json, report->findings.at[i]);
	}
	jwriter_close(&json);
}

const struct report_format report_format_gitlab = {
	.name = "gitlab",
	.summary = "for GitLab: a Code Quality report",
	.write = write_gitlab,
};
