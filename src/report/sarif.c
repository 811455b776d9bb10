/*
 * SARIF 2.1.0 (OASIS, with errata 01), for code scanning. Columns count code
 * points and a region's end is excluded, as in our places. What is held back
 * is there too, with why it is.
 */
#include "base/jwriter.h"
#include "base/version.h"
#include "report/format.h"
#include "report/json_text.h"
#include "report/printable.h"
#include "report/sarif_rule.h"

#include <string.h>

/* What paths are relative to; services put the top of the repository in its place. */
#define ROOT STR("%SRCROOT%")

/*
 * Words as a message: braces are doubled (3.11.5), and what would be a link
 * (3.11.6) is kept apart by a space of no width, for viewers know no escape.
 */
static void add_words(struct buf *out, struct str text)
{
	struct buf plain = { 0 };
	struct str words;

	printable_add(&plain, text);
	words = buf_str(&plain);
	for (size_t i = 0; i < words.len; i++) {
		char c = words.at[i];

		buf_add_byte(out, c);
		if (c == '{' || c == '}')
			buf_add_byte(out, c);
		else if (c == ']' && i + 1 < words.len && words.at[i + 1] == '(')
			buf_add_c(out, "\xE2\x80\x8B");
	}
	buf_release(&plain);
}

/* One sentence, or two, with their full stops. */
static void put_message(struct jwriter *json, struct str key, struct str message, struct str hint)
{
	struct buf text = { 0 };

	add_words(&text, message);
	buf_add_byte(&text, '.');
	if (hint.len) {
		buf_add_c(&text, " Hint: ");
		add_words(&text, hint);
		buf_add_byte(&text, '.');
	}
	jwriter_key(json, key);
	jwriter_open_object(json);
	jwriter_member(json, STR("text"), buf_str(&text));
	jwriter_close(json);
	buf_release(&text);
}

/* RFC 3986: all but what is unreserved is encoded, byte by byte. */
static void add_uri(struct buf *out, struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		char c = path.at[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		    (c && strchr("-._~/", c)))
			buf_add_byte(out, c);
		else
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
	}
}

/* A path that leaves the folder is no path below the root. */
static bool is_below_root(struct str path)
{
	return !str_equal(path, STR("..")) && !str_starts(path, STR("../")) &&
	       str_find(path, STR("/../"), 0) == path.len;
}

static void put_artifact(struct jwriter *json, const struct source *source)
{
	struct buf uri = { 0 };

	add_uri(&uri, source->path);
	jwriter_key(json, STR("artifactLocation"));
	jwriter_open_object(json);
	jwriter_member(json, STR("uri"), buf_str(&uri));
	if (is_below_root(source->path))
		jwriter_member(json, STR("uriBaseId"), ROOT);
	jwriter_close(json);
	buf_release(&uri);
}

static void put_region(struct jwriter *json, struct str key, struct span span)
{
	struct place begin = source_place(span.source, span.begin);
	struct place end = source_place(span.source, span.end);

	jwriter_key(json, key);
	jwriter_open_object(json);
	jwriter_member_integer(json, STR("startLine"), begin.line);
	jwriter_member_integer(json, STR("startColumn"), begin.column);
	jwriter_member_integer(json, STR("endLine"), end.line);
	jwriter_member_integer(json, STR("endColumn"), end.column);
	jwriter_close(json);
}

static void put_physical(struct jwriter *json, struct span span)
{
	jwriter_key(json, STR("physicalLocation"));
	jwriter_open_object(json);
	put_artifact(json, span.source);
	put_region(json, STR("region"), span);
	jwriter_close(json);
}

static void put_locations(struct jwriter *json, const struct finding *finding)
{
	jwriter_key(json, STR("locations"));
	jwriter_open_array(json);
	jwriter_open_object(json);
	put_physical(json, finding->span);
	if (finding->address.len) {
		jwriter_key(json, STR("logicalLocations"));
		jwriter_open_array(json);
		jwriter_open_object(json);
		json_text_member(json, STR("fullyQualifiedName"), finding->address);
		jwriter_close(json);
		jwriter_close(json);
	}
	jwriter_close(json);
	jwriter_close(json);
}

static void put_related(struct jwriter *json, const struct finding *finding)
{
	if (!finding->related.len)
		return;
	jwriter_key(json, STR("relatedLocations"));
	jwriter_open_array(json);
	for (size_t i = 0; i < finding->related.len; i++) {
		jwriter_open_object(json);
		jwriter_member_integer(json, STR("id"), (int64_t)i + 1);
		put_physical(json, finding->related.at[i].span);
		put_message(json, STR("message"), finding->related.at[i].message,
			    (struct str){ 0 });
		jwriter_close(json);
	}
	jwriter_close(json);
}

static void put_replacement(struct jwriter *json, const struct edit *edit)
{
	jwriter_open_object(json);
	put_region(json, STR("deletedRegion"), edit->span);
	if (edit->text.len) {
		jwriter_key(json, STR("insertedContent"));
		jwriter_open_object(json);
		json_text_member(json, STR("text"), edit->text);
		jwriter_close(json);
	}
	jwriter_close(json);
}

/* The edits of one file are one change of an artifact; those from `at` on that are of its file. */
static size_t put_change(struct jwriter *json, const struct finding *finding, size_t at)
{
	const struct source *source = finding->edits.at[at].span.source;

	jwriter_open_object(json);
	put_artifact(json, source);
	jwriter_key(json, STR("replacements"));
	jwriter_open_array(json);
	while (at < finding->edits.len && finding->edits.at[at].span.source == source)
		put_replacement(json, &finding->edits.at[at++]);
	jwriter_close(json);
	jwriter_close(json);
	return at;
}

static void put_fixes(struct jwriter *json, const struct finding *finding)
{
	size_t at = 0;

	if (!finding->edits.len)
		return;
	jwriter_key(json, STR("fixes"));
	jwriter_open_array(json);
	jwriter_open_object(json);
	if (finding->hint.len)
		put_message(json, STR("description"), finding->hint, (struct str){ 0 });
	jwriter_key(json, STR("artifactChanges"));
	jwriter_open_array(json);
	while (at < finding->edits.len)
		at = put_change(json, finding, at);
	jwriter_close(json);
	jwriter_close(json);
	jwriter_close(json);
}

static void put_suppressions(struct jwriter *json, const struct finding *finding)
{
	jwriter_key(json, STR("suppressions"));
	jwriter_open_array(json);
	if (finding_is_suppressed(finding)) {
		jwriter_open_object(json);
		jwriter_member(json, STR("kind"),
			       finding->state == STATE_WAIVED ? STR("inSource") : STR("external"));
		jwriter_member(json, STR("status"), STR("accepted"));
		if (finding->reason.len)
			json_text_member(json, STR("justification"), finding->reason);
		jwriter_close(json);
	}
	jwriter_close(json);
}

/* What is held back was let pass before, so it is nothing new. */
static struct str baseline_state(enum finding_state state)
{
	return state == STATE_NEW ? STR("new") : STR("unchanged");
}

/* The number of its rule in the list of rules; -1 for none. */
static int64_t rule_index(const struct finding *finding, const struct report_summary *summary)
{
	for (size_t i = 0; summary->kinds && summary->kinds[i]; i++) {
		if (summary->kinds[i] == finding->kind)
			return (int64_t)i;
	}
	return -1;
}

static void put_result(struct jwriter *json, const struct finding *finding,
		       const struct report_summary *summary)
{
	jwriter_open_object(json);
	jwriter_member(json, STR("ruleId"), str_from(finding->kind->name));
	jwriter_member_integer(json, STR("ruleIndex"), rule_index(finding, summary));
	jwriter_member(json, STR("level"), sarif_level(finding->severity));
	put_message(json, STR("message"), finding->message, finding->hint);
	put_locations(json, finding);
	put_related(json, finding);
	jwriter_key(json, STR("partialFingerprints"));
	jwriter_open_object(json);
	json_text_member(json, STR("planc/v1"), finding->fingerprint);
	jwriter_close(json);
	put_suppressions(json, finding);
	if (summary->has_states)
		jwriter_member(json, STR("baselineState"), baseline_state(finding->state));
	put_fixes(json, finding);
	jwriter_close(json);
}

static void put_tool(struct jwriter *json, const struct report_summary *summary)
{
	jwriter_key(json, STR("tool"));
	jwriter_open_object(json);
	jwriter_key(json, STR("driver"));
	jwriter_open_object(json);
	jwriter_member(json, STR("name"), STR("planc"));
	jwriter_member(json, STR("version"), STR(PLANC_VERSION));
	jwriter_member(json, STR("semanticVersion"), STR(PLANC_VERSION));
	jwriter_key(json, STR("rules"));
	jwriter_open_array(json);
	for (size_t i = 0; summary->kinds && summary->kinds[i]; i++)
		sarif_rule_write(json, summary->kinds[i]);
	jwriter_close(json);
	jwriter_close(json);
	jwriter_close(json);
}

static void put_root(struct jwriter *json)
{
	jwriter_key(json, STR("originalUriBaseIds"));
	jwriter_open_object(json);
	jwriter_key(json, ROOT);
	jwriter_open_object(json);
	jwriter_key(json, STR("description"));
	jwriter_open_object(json);
	jwriter_member(json, STR("text"), STR("The folder that planc was called in."));
	jwriter_close(json);
	jwriter_close(json);
	jwriter_close(json);
}

static void put_invocation(struct jwriter *json, const struct report_summary *summary)
{
	jwriter_key(json, STR("invocations"));
	jwriter_open_array(json);
	jwriter_open_object(json);
	jwriter_key(json, STR("executionSuccessful"));
	jwriter_bool(json, summary->exit_code <= 1);
	jwriter_member_integer(json, STR("exitCode"), summary->exit_code);
	jwriter_key(json, STR("toolExecutionNotifications"));
	jwriter_open_array(json);
	for (size_t i = 0; i < summary->failure_count; i++) {
		jwriter_open_object(json);
		jwriter_member(json, STR("level"), STR("error"));
		put_message(json, STR("message"), summary->failures[i], (struct str){ 0 });
		jwriter_close(json);
	}
	jwriter_close(json);
	jwriter_close(json);
	jwriter_close(json);
}

/* Lines end as ours do; of CR LF the whole is one end. */
static void put_line_ends(struct jwriter *json)
{
	jwriter_key(json, STR("newlineSequences"));
	jwriter_open_array(json);
	jwriter_text(json, STR("\r\n"));
	jwriter_text(json, STR("\n"));
	jwriter_text(json, STR("\r"));
	jwriter_close(json);
}

static void write_sarif(const struct report *report, const struct report_summary *summary,
			bool colour, struct buf *out)
{
	struct jwriter json;

	(void)colour;
	jwriter_init(&json, out);
	jwriter_open_object(&json);
	jwriter_member(&json, STR("$schema"), STR("https://json.schemastore.org/sarif-2.1.0.json"));
	jwriter_member(&json, STR("version"), STR("2.1.0"));
	jwriter_key(&json, STR("runs"));
	jwriter_open_array(&json);
	jwriter_open_object(&json);
	put_tool(&json, summary);
	put_root(&json);
	put_invocation(&json, summary);
	jwriter_member(&json, STR("columnKind"), STR("unicodeCodePoints"));
	put_line_ends(&json);
	jwriter_key(&json, STR("results"));
	jwriter_open_array(&json);
	for (size_t i = 0; i < report->findings.len; i++)
		put_result(&json, report->findings.at[i], summary);
	jwriter_close(&json);
	jwriter_close(&json);
	jwriter_close(&json);
	jwriter_close(&json);
}

const struct report_format report_format_sarif = {
	.name = "sarif",
	.summary = "for code scanning: SARIF 2.1.0, with the rules and their help",
	.write = write_sarif,
};
