/*
 * Where files come from: a folder of the disk, memory, a revision of git or its
 * index (repository.h). One interface, so that compiling the working tree and compiling a
 * commit are the same call. Paths are relative to the input's root, with '/',
 * without "." and "..".
 */
#ifndef INPUT_INPUT_H
#define INPUT_INPUT_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>

enum input_status {
	INPUT_FILE,    /* read */
	INPUT_MISSING, /* there is no such file */
	INPUT_FOLDER,  /* it is a folder */
	INPUT_OUTSIDE, /* a symbolic link leads out of the root */
	INPUT_FAILED,  /* the world is wrong: no permission, a broken disk; *why says it */
};

enum entry_type {
	ENTRY_FILE,
	ENTRY_FOLDER,
	ENTRY_LINK, /* a symbolic link that leads out of the root, nowhere, or to a folder */
};

struct entry {
	struct str name;
	enum entry_type type;
};

struct entries {
	/* Sorted by name, as bytes. A link to a folder is no folder: a walk would meet that twice, or never end. */
	VEC(struct entry) list;
};

/* Names what is in a file, or in all of a folder: git's id of it. Equal ids, equal bytes. */
#define INPUT_ID_BYTES 20
struct input_id {
	unsigned char bytes[INPUT_ID_BYTES];
};

bool input_id_equal(const struct input_id *a, const struct input_id *b);

struct input;

struct input_type {
	/* Reads at most input->limit + 1 bytes of a file into the arena. */
	enum input_status (*read)(struct input *input, struct str path, struct arena *arena,
				  struct str *bytes, struct str *why);
	/* What stands in a folder ("" is the root), in any order. INPUT_FOLDER when it is one, INPUT_FILE when not. */
	enum input_status (*list)(struct input *input, struct str path, struct arena *arena,
				  struct entries *entries, struct str *why);
	/*
	 * The path without symbolic links of what stands at `path` ("." or "" for the
	 * root). INPUT_FILE whatever that is; it need not be looked for where there are no links.
	 */
	enum input_status (*real)(struct input *input, struct str path, struct arena *arena,
				  struct str *real);
	/* See input_id; NULL where nothing has an id. */
	bool (*id)(struct input *input, struct str path, struct input_id *id);
	void (*close)(struct input *input);
	bool is_shareable; /* several threads may read at once */
};

/* The first member of every kind of input. */
struct input {
	const struct input_type *type;
	struct str shown; /* the way from the current folder to the root: "", "plans/" or "../" */
	struct str
		here; /* the way back, where the current folder is in the root: "sefton"; else empty */
	struct str name;       /* of the root itself, where it is a council's or a plan's folder */
	size_t limit;          /* bytes that a file may have; set it before reading, 0 at first */
	_Atomic size_t opened; /* files read so far; a test counts them */
};

/* A text longer than input->limit (by one byte) means: the file is larger than that. */
enum input_status input_read(struct input *input, struct str path, struct arena *arena,
			     struct str *bytes, struct str *why);
enum input_status input_list(struct input *input, struct str path, struct arena *arena,
			     struct entries *entries, struct str *why);
/*
 * Whether the file at `path` stands below `folder` when the symbolic links of
 * both are followed. True as well when it cannot be found: reading it will tell.
 */
bool input_is_inside(struct input *input, struct str folder, struct str path);
/*
 * The path without symbolic links; "" for the root. False when nothing stands
 * there, or when it leads out of the root.
 */
bool input_real(struct input *input, struct str path, struct arena *arena, struct str *real);
/*
 * The id of the file or folder at a path, its symbolic links followed. False
 * where it has none: in a folder of the disk and in memory; and a folder in the
 * index of git.
 */
bool input_id(struct input *input, struct str path, struct input_id *id);
/* A path as people see it: relative to the current folder, as a compiler's are. */
struct str input_show(const struct input *input, struct arena *arena, struct str path);
/* NULL is allowed. */
void input_close(struct input *input);

/*
 * The folder at `root` (NUL-terminated; relative to the current folder, or
 * absolute). NULL with *why when it cannot be opened. It and its paths live in
 * the arena; close it for its descriptor. Symbolic links are followed only
 * below the root. A path that no disk can hold is missing, and what is no
 * ordinary file (a pipe, a device) fails without waiting for it. `shown` is
 * empty: whoever opens it knows how the root is to be called.
 */
struct input *input_open_folder(struct arena *arena, const char *root, struct str *why);

/* Files in memory: for tests, fuzzers and standard input. */
struct memory_file {
	struct str path;
	struct str bytes;
};
struct input *input_open_memory(struct arena *arena, const struct memory_file *files, size_t count);

/*
 * `base` (a folder's path, "" for the root) and `path` joined and cleaned;
 * false when `..` leads above `base`, or when `path` starts with '/'.
 */
bool input_join(struct arena *arena, struct str base, struct str path, struct str *joined);

#endif
