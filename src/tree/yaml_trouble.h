/* What breaks YAML's syntax, in plain words. Used by the files of this folder that read YAML. */
#ifndef TREE_YAML_TROUBLE_H
#define TREE_YAML_TROUBLE_H

#include "report/finding.h"

#include <stdbool.h>

enum last { LAST_NONE, LAST_PLAIN, LAST_SINGLE, LAST_DOUBLE, LAST_BLOCK, LAST_ALIAS, LAST_FLOW };

/* Where libyaml stopped and what had been read by then; offsets are bytes of the file. */
struct trouble {
	struct source *source;
	const char *problem; /* libyaml's words, by which the cause is looked up */
	uint32_t at;         /* where it stopped */
	uint32_t from;       /* where the thing began in which it stopped; else as `at` */
	enum last last;      /* the last thing that was read whole */
	uint32_t last_begin; /* and its place */
	uint32_t last_end;
	uint32_t open; /* the innermost open bracket, if has_open */
	bool has_open;
};

/* Adds the one finding that says what is wrong. */
void yaml_report_trouble(const struct trouble *trouble, struct report *report);

/*
 * Explanations of one kind of trouble each (yaml_trouble_text.c): true when it
 * is that, and a finding was added; else nothing was.
 */
bool trouble_tab(const struct trouble *trouble, struct report *report);
bool trouble_odd_space(const struct trouble *trouble, struct report *report);
bool trouble_colon(const struct trouble *trouble, struct report *report);
bool trouble_comment(const struct trouble *trouble, struct report *report);
bool trouble_behind_quote(const struct trouble *trouble, struct report *report);
bool trouble_open_quote(const struct trouble *trouble, struct report *report);
bool trouble_escape(const struct trouble *trouble, struct report *report);
bool trouble_number_escape(const struct trouble *trouble, struct report *report);
bool trouble_block_header(const struct trouble *trouble, struct report *report);
/* The line at `at` should be indented below the “|” or “>” above it. */
bool trouble_block_indent(const struct trouble *trouble, struct report *report, uint32_t at);
/*
 * A sign with which a text without quotes cannot begin: at `at`, at `from`, or
 * that of the alias or bracket that was read last.
 */
bool trouble_sign_at(const struct trouble *trouble, struct report *report);
bool trouble_sign_from(const struct trouble *trouble, struct report *report);
bool trouble_sign_last(const struct trouble *trouble, struct report *report);
/* A line, from its first character on, that should be a key and is none (yaml_trouble.c). */
bool trouble_no_key(const struct trouble *trouble, struct report *report, uint32_t at);

/* What lines hold (yaml_lines.c). Offsets are bytes of the file. */

uint32_t line_start(struct str bytes, uint32_t at);
/* Moves *at to the start of the line above; false when there is none. */
bool line_above(struct str bytes, uint32_t *at);
/* Where the text of the line ends, and where it ends but for spaces and a comment. */
uint32_t line_stop(struct str bytes, uint32_t at);
uint32_t line_text_stop(struct str bytes, uint32_t at);
/* The first byte of the line that is no space or tab. */
uint32_t line_first(struct str bytes, uint32_t at);
/* The same, behind the hyphens of list items. */
uint32_t line_content(struct str bytes, uint32_t at);
/* The first colon of the content that ends a key of one word; the line's end when there is none. */
uint32_t line_key_colon(struct str bytes, uint32_t at);
/* Where the value begins: behind the key and its colon, if there is one. */
uint32_t line_value(struct str bytes, uint32_t at);

/* What to do with a line that should be indented so far: "indent it by 2 spaces". */
struct str line_indent_words(struct report *report, uint32_t indent);

/* A piece of a line to be quoted in a message: not too long. In the report's arena. */
struct str line_excerpt(struct report *report, struct str bytes, uint32_t begin, uint32_t end);
/* The piece in quotes that fit it, or "" when it is too long or holds both kinds. */
struct str line_quoted(struct report *report, struct str bytes, uint32_t begin, uint32_t end);

#endif
