#include "tree/yaml.h"
#include "base/bug.h"
#include "tree/yaml_check.h"
#include "tree/yaml_reader.h"

#include <string.h>
#include <yaml.h>

static void report_empty(struct reader *reader)
{
	struct source *source = reader->build.source;
	uint32_t at = source_mark_size(source);
	struct finding *finding;

	finding = report_add(
		reader->report, &kind_yaml_empty, (struct span){ source, at, at },
		at == source->bytes.len
			? "the file is empty"
			: "nothing is written in the file but blank lines or comments");
	finding_hint(reader->report, finding, "write what it should hold, or delete it");
}

/* What libyaml cannot read. */
static void report_trouble(struct reader *reader, const yaml_parser_t *parser)
{
	struct trouble trouble = {
		.source = reader->build.source,
		.problem = parser->problem ? parser->problem : "",
		.last = reader->last,
		.last_begin = reader->last_begin,
		.last_end = reader->last_end,
	};
	bool has_context = parser->context != NULL;

	trouble.at = cursor_move(&reader->cursor, parser->problem_mark.index);
	trouble.from = trouble.at;
	if (has_context)
		trouble.from = cursor_move(&reader->cursor, parser->context_mark.index);
	for (uint32_t i = reader->depth; i > 0 && !trouble.has_open; i--) {
		const struct node *node = reader->frames[i - 1].node;

		if (node->style == STYLE_FLOW) {
			trouble.has_open = true;
			trouble.open = node->begin;
		}
	}
	yaml_report_trouble(&trouble, reader->report);
}

/*
 * Whether nothing follows the document that ended at `at`. It is not left to
 * libyaml, which takes its time over what may stand before a next document.
 */
static bool check_rest(struct reader *reader, uint32_t at, bool has_dots)
{
	struct source *source = reader->build.source;
	struct str bytes = source->bytes;
	struct finding *finding;

	at = yaml_skip_idle(bytes, at);
	if (at == bytes.len)
		return true;
	if (!has_dots && !str_starts(str_slice(bytes, at, bytes.len), STR("---"))) {
		struct trouble trouble = {
			.source = source,
			.problem = "did not find expected key",
			.at = at,
			.from = reader->root ? reader->root->begin : at,
			.last = reader->last,
			.last_begin = reader->last_begin,
			.last_end = reader->last_end,
		};

		yaml_report_trouble(&trouble, reader->report);
		return false;
	}
	finding = report_add(reader->report, &kind_yaml_documents,
			     (struct span){ source, at, at + (bytes.len - at < 3 ? 1 : 3) },
			     "a second document begins here, and a file is read as one");
	finding_hint(reader->report, finding,
		     "delete this line if it only parts two sections; else move what follows it to "
		     "a file of its own");
	return false;
}

/* What an event means for the document as a whole. False when there is no more to read. */
static bool take(struct reader *reader, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_START_EVENT: return true;
	case YAML_DOCUMENT_END_EVENT:
		if (!check_rest(reader, cursor_move(&reader->cursor, event->end_mark.index),
				!event->data.document_end.implicit))
			reader->root = NULL;
		else if (reader->root && reader->last == LAST_NONE)
			reader->root = (report_empty(reader), NULL);
		return false;
	case YAML_STREAM_END_EVENT: report_empty(reader); return false;
	default:
		if (yaml_take_event(reader, event))
			return true;
		reader->root = NULL;
		return false;
	}
}

/* Leaves reader->root NULL, and one finding more, when it cannot be read. */
static void read_document(struct reader *reader, struct str bytes)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more;

	if (!yaml_parser_initialize(&parser))
		bug_no_memory();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.at, bytes.len);
	do {
		if (!yaml_parser_parse(&parser, &event)) {
			if (parser.error == YAML_MEMORY_ERROR)
				bug_no_memory();
			reader->root = NULL;
			report_trouble(reader, &parser);
			break;
		}
		more = take(reader, &event);
		yaml_event_delete(&event);
	} while (more);
	yaml_parser_delete(&parser);
}

/*
 * What was found in a file that turns out to be unreadable may rest on a
 * misreading: only the last finding is kept, which tells why it is.
 */
static void keep_last(struct report *report, size_t before)
{
	size_t found = report->findings.len;

	if (found > before) {
		report->findings.at[before] = report->findings.at[found - 1];
		report->findings.len = before + 1;
	}
}

struct node *yaml_read(struct source *source, struct arena *arena, struct report *report)
{
	struct reader reader = { 0 };
	struct report nobody;
	size_t before;

	report_init(&nobody, arena);
	reader.report = report ? report : &nobody;
	before = reader.report->findings.len;
	build_init(&reader.build, source, arena);
	cursor_init(&reader.cursor, source);
	if (yaml_check(source, reader.report, &reader.has_odd_breaks)) {
		struct str bytes = reader.cursor.bytes;

		if (reader.has_odd_breaks)
			bytes = yaml_replace_odd_breaks(bytes, arena);
		read_document(&reader, bytes);
	}
	if (!reader.root)
		keep_last(reader.report, before);
	return reader.root;
}
