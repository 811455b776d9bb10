/* The reading of one YAML document under way. Used by the files of this folder that read YAML. */
#ifndef TREE_YAML_READER_H
#define TREE_YAML_READER_H

#include "base/map.h"
#include "report/finding.h"
#include "tree/build.h"
#include "tree/cursor.h"
#include "tree/yaml.h"
#include "tree/yaml_trouble.h"

#include <stdbool.h>

/* From <yaml.h>, which only .c files include. */
struct yaml_event_s;

/* What a name with & stands for. */
struct anchor {
	struct node *node;
	uint32_t size;   /* the nodes it holds, itself and what aliases repeat included */
	uint32_t height; /* how many lists and mappings stand in one another in it */
	bool is_open;    /* it is not read to its end yet */
};

/* A list or mapping that is not read to its end yet. */
struct frame {
	struct node *node;
	struct anchor *anchor; /* or NULL */
	size_t first;          /* where its items start on the pile */
	uint32_t size;         /* as in struct anchor, so far */
	uint32_t height;
};

struct reader {
	struct build build;
	struct report *report;
	struct cursor cursor;
	struct map anchors; /* name → struct anchor */
	struct frame frames[YAML_MAX_DEPTH];
	uint32_t depth;
	uint32_t written; /* nodes so far, without what aliases repeat */
	uint32_t total;   /* and with it */
	enum last last;   /* the last thing that was read whole, and its place */
	uint32_t last_begin;
	uint32_t last_end;
	bool has_odd_breaks;
	struct node *root; /* NULL until it stands */
};

/*
 * Adds what an event of libyaml tells to the tree. False when the file breaks
 * a bound; then a finding says so.
 */
bool yaml_take_event(struct reader *reader, const struct yaml_event_s *event);

/* Drops from a mapping what cannot be a key, and what stands twice, with a finding each. */
void yaml_check_keys(struct reader *reader, struct node *map);

/*
 * Gives a node the type that its explicit tag says (the whole one, as
 * tag:yaml.org,2002:str), or adds a finding at `place` and marks it bad.
 */
void yaml_apply_tag(struct reader *reader, struct node *node, struct str tag, struct span place);

/* The offset behind white space, line ends and comments. */
uint32_t yaml_skip_idle(struct str bytes, uint32_t at);

/* Words of the file to be quoted in a message: one line, not too long. */
struct str yaml_excerpt(struct reader *reader, uint32_t begin, uint32_t end);

#endif
