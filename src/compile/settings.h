/* planc.yaml: how a repository wants to be checked and built. Everything has a default. */
#ifndef COMPILE_SETTINGS_H
#define COMPILE_SETTINGS_H

#include "base/arena.h"
#include "base/colour.h"
#include "base/image.h"
#include "base/vec.h"
#include "model/thing.h"
#include "report/finding.h"
#include "rules/rule.h"
#include "tree/node.h"

#include <stdbool.h>

/* A key of the councils' own (x-…) that pages show as a column. */
struct column {
	struct str key;
	struct text title;
};

/* A link at the top or the foot of every page. */
struct site_link {
	struct text title;
	struct str url;
};

struct site_colour {
	const struct node *node; /* NULL: the one that the style sheet has */
	struct colour colour;
};

/* The picture at the top of every page. */
struct logo {
	struct str bytes; /* empty: there is none */
	struct image image;
};

struct settings {
	struct text title;                         /* of the site; empty when not given */
	struct text about, contact, accessibility; /* Markdown, for the page about the site */
	VEC(struct str)
	exclude; /* paths that are not read, relative to the settings' folder; * and ** stand for names */
	VEC(struct column) columns;
	struct site_colour accent, accent_dark; /* of links, on light pages and on dark ones */
	VEC(struct site_link) header;
	VEC(struct site_link) footer;
	struct str edit; /* "https://…/{path}": where a file can be changed; empty: nowhere */
	struct str source; /* "https://…/{commit}/{path}#L{line}": where one can be read; or empty */
	struct str base_url; /* of the site, with a slash at its end; empty: not known */
	struct logo logo;    /* read by load_logo */
	const struct node
		*schemas; /* part of a plan → path of a schema of the council's own; or NULL */
	const struct node *rules; /* rule name → level, or {level, share, days}; or NULL */
};

/* Reads the tree of a planc.yaml that its schema found right (NULL: none). */
void settings_build(struct settings *settings, struct arena *arena, const struct node *root);

/* Finds fault with names that no rule has, with rules that are not to be switched, and with numbers that are not a rule's. */
void settings_check_rules(const struct settings *settings, struct report *report);

/* The number that a rule goes by: the settings' own, else the rule's. */
int settings_number(const struct settings *settings, const struct rule *rule);

/* The level of a kind of finding: the settings' own, else that of the plan's life. */
enum severity settings_level(const struct settings *settings, const struct finding_kind *kind,
			     bool is_adopted);

/* Which rules speak (a level that is not off) on a draft or an adopted plan, in the order of `rules`; in the arena. */
const bool *settings_enabled(const struct settings *settings, struct arena *arena, bool is_adopted);

/* The number that each rule goes by, in the same order. */
const int *settings_numbers(const struct settings *settings, struct arena *arena);

/* Whether a path (relative to the settings' folder) is excluded. */
bool settings_excludes(const struct settings *settings, struct str path);

#endif
