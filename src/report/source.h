/*
 * A file as it was read: its bytes, and which line and column a byte stands
 * in. Lines end at LF, CR LF or CR and nowhere else; columns count code points
 * from 1; a byte order mark is no column.
 */
#ifndef REPORT_SOURCE_H
#define REPORT_SOURCE_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct source {
	struct str path;  /* as it is shown to people: relative, with '/' */
	struct str bytes; /* the whole file, byte order mark included */
	bool is_json;     /* read as JSON, whatever it is called */
	bool is_ascii;    /* every byte below 0x80: bytes are code points */
	uint32_t *lines;  /* where each line starts; made when first asked for */
	uint32_t line_count;
	uint32_t *counts;    /* code points before each 4096 bytes; made with `lines` */
	struct arena *arena; /* that of the file, for the index of lines */
};

/* Some bytes of a file. begin == end is a place between two bytes. */
struct span {
	struct source *source; /* never NULL in a finding */
	uint32_t begin;        /* byte offsets */
	uint32_t end;
};

struct place {
	uint32_t line;   /* 1-based */
	uint32_t column; /* 1-based, in code points */
};

/* `bytes` need not be UTF-8: where they are not, columns count the bytes that can begin a code point. */
void source_init(struct source *source, struct arena *arena, struct str path, struct str bytes);

/* The length of the byte order mark: 0 or 3. */
uint32_t source_mark_size(const struct source *source);

/*
 * Line and column of a byte offset (up to and including the file's length).
 * Makes the index of lines when first called: one thread at a time.
 */
struct place source_place(struct source *source, uint32_t offset);

/* The text of a line (1-based) without its end and without a byte order mark. */
struct str source_line(struct source *source, uint32_t line);

#endif
