/*
 * What is said about files that do not fit their schema. Long because each
 * keyword has its case.
 */
#include "base/buf.h"
#include "schema/schema.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct words_case {
	const char *name;
	const char *schema; /* in YAML */
	const char *file;
	/* "line:column-line:column kind: message" and "  hint", a line each. */
	const char *findings;
};

/* Much like planc's own, but small. */
static const char action[] =
	"title: Action\n"
	"type: object\n"
	"required: [id, activity]\n"
	"properties:\n"
	"  id: {title: Id, description: A short name that never changes. More., $ref: "
	"\"#/$defs/id\", examples: [staff-survey]}\n"
	"  activity: {title: Activity, description: What will be done., type: string}\n"
	"  due: {title: Due date, type: [string, \"null\"], examples: [2023-09]}\n"
	"  status: {title: Status, description: How far it has come., enum: "
	"[not-started, in-progress, done]}\n"
	"  steps: {title: Steps, type: array, items: {title: Step, type: string}, "
	"examples: [[Agree the questions.]]}\n"
	"  ongoing: {type: boolean}\n"
	"  weight: {title: Weight, description: From 0 to 10., type: integer, minimum: "
	"0, maximum: 10}\n"
	"  measures:\n"
	"    type: array\n"
	"    items:\n"
	"      title: Measure\n"
	"      type: [string, object]\n"
	"      properties: {indicator: {type: string}, target: {type: string}}\n"
	"      additionalProperties: false\n"
	"patternProperties: {^x-: true}\n"
	"additionalProperties: false\n"
	"$defs:\n"
	"  id: {title: Id, description: \"Lower-case words joined by hyphens, starting "
	"with a letter.\", type: string, pattern: \"^[a-z][a-z0-9]*(-[a-z0-9]+)*$\"}\n";

static const struct words_case cases[] = {
	{
		"fits",
		action,
		"id: a\n"
		"activity: b\n"
		"due:\n"
		"x-budget: 5\n"
		"status: done\n",
		"",
	},
	{
		"unknown key",
		action,
		"id: a\n"
		"activity: b\n"
		"ledger: c\n",
		"3:1-3:7 unknown-key: `ledger:` is not a key of an action\n"
		"  what can stand here: `id:`, `activity:`, `due:`, `status:`, `steps:`, `ongoing:`, `weight:`, `measures:` and keys that start with `x-`\n",
	},
	{
		"misspelt key",
		action,
		"id: a\n"
		"activity: b\n"
		"Statsu: c\n",
		"3:1-3:7 unknown-key: `Statsu:` is not a key of an action\n"
		"  did you mean `status:`?\n",
	},
	{
		"misspelt required key",
		action,
		"id: a\n"
		"activty: b\n",
		"2:1-2:8 unknown-key: `activty:` is not a key of an action\n"
		"  did you mean `activity:`?\n",
	},
	{
		"comma in a value",
		action,
		"{id: a, activity: Mend 1,000 homes, due: x}\n",
		"1:26-1:35 unknown-key: the comma before “000 homes” ends the value before it\n"
		"  between { and } a value with a comma needs quotation marks: `\"Mend 1,000 "
		"homes\"`\n",
	},
	{
		"word after a comma that is a key",
		action,
		"{id: a, activity: b, ledger}\n",
		"1:22-1:28 unknown-key: the comma before “ledger” ends the value before it\n"
		"  between { and } a value with a comma needs quotation marks: `\"b, ledger\"`\n",
	},
	{
		"languages of a thing with parts",
		"title: Measure\ntype: object\nproperties: {text: {type: [string, object]}, by: "
		"{type: string}}\nadditionalProperties: false\n",
		"cy: a\nen: b\n",
		"1:1-1:3 unknown-key: a measure in several languages has them under `text:`\n"
		"  write `text:` and each language in a line below it\n",
	},
	{
		"key of an outer thing",
		action,
		"id: a\n"
		"activity: b\n"
		"measures:\n"
		"  - due: 2023\n"
		"    indicator: c\n",
		"4:5-4:8 unknown-key: `due:` is not a key of a measure\n"
		"  `due:` belongs to an action, not under `measures:`\n",
	},
	{
		"text with a colon",
		action,
		"id: a\n"
		"activity: b\n"
		"measures:\n"
		"  - Number of leavers: fewer than 5\n",
		"4:5-4:22 unknown-key: “Number of leavers” is read as a key, since a colon and "
		"a space follow it\n"
		"  put the whole text in quotation marks: `\"Number of leavers: fewer than 5\"`\n",
	},
	{
		"missing keys",
		action,
		"due: 2024\n",
		"1:1-1:4 missing-key: this action has no `activity:`\n"
		"  add a line `activity:` with a text behind it (what will be done)\n"
		"1:1-1:4 missing-key: this action has no `id:`\n"
		"  add a line such as `id: staff-survey` (a short name that never changes)\n"
		"1:6-1:10 wrong-type: `due:` must be a text, not a number\n"
		"  put it in quotation marks: `due: \"2024\"`\n",
	},
	{
		"missing key under a key",
		"{properties: {a: {title: Parent plan, required: [text]}}}",
		"a:\n"
		"  url: x\n",
		"1:1-1:2 missing-key: this parent plan has no `text:`\n",
	},
	{
		"missing key with a misspelling that may stay",
		"{required: [title]}",
		"titel: x\n",
		"1:1-1:6 missing-key: `title:` is missing here\n"
		"  is it misspelt as `titel:`?\n",
	},
	{
		"number for text",
		action,
		"id: a\n"
		"activity: 2023\n",
		"2:11-2:15 wrong-type: `activity:` must be a text, not a number\n"
		"  put it in quotation marks: `activity: \"2023\"`\n",
	},
	{
		"yes or no for text",
		action,
		"id: a\n"
		"activity: true\n",
		"2:11-2:15 wrong-type: `activity:` must be a text, not `true`\n"
		"  put it in quotation marks: `activity: \"true\"`\n",
	},
	{
		"number for text in a list",
		action,
		"id: a\n"
		"activity: b\n"
		"steps:\n"
		"  - 1.10\n",
		"4:5-4:9 wrong-type: this item of `steps:` must be a text, not a number\n"
		"  put it in quotation marks: `- \"1.10\"`\n",
	},
	{
		"text for list",
		action,
		"id: a\n"
		"activity: b\n"
		"steps: One. Two\n",
		"3:8-3:16 wrong-type: `steps:` must be a list, not a text\n"
		"  put it on a line of its own that starts with “- ”: `- One. Two`\n",
	},
	{
		"group for list",
		action,
		"id: a\n"
		"activity: b\n"
		"steps:\n"
		"  one: two\n",
		"3:1-3:6 wrong-type: `steps:` must be a list, not a group of keys\n"
		"  start the first of these lines with “- ”, and move the others in with it\n",
	},
	{
		"list for text",
		action,
		"id: a\n"
		"activity: [b]\n",
		"2:1-2:9 wrong-type: `activity:` must be a text, not a list\n"
		"  take away the square brackets\n",
	},
	{
		"group for text",
		action,
		"id: a\n"
		"activity: b\n"
		"steps:\n"
		"  - See: this\n",
		"4:5-4:8 wrong-type: this item of `steps:` must be a text, not a group of keys\n"
		"  a colon and a space make a key of the words before them; if it is a text, put it in quotation marks: `\"See: this\"`\n",
	},
	{
		"nothing",
		action,
		"id: a\n"
		"activity:\n"
		"status:\n"
		"steps:\n"
		"  -\n",
		"2:1-2:9 wrong-type: `activity:` has nothing behind it\n"
		"  what will be done\n"
		"3:1-3:7 wrong-type: `status:` has nothing behind it\n"
		"  it can be `not-started`, `in-progress` or `done`\n"
		"5:4-5:4 wrong-type: this item of `steps:` has nothing behind its hyphen\n"
		"  leave the line out\n",
	},
	{
		"word for yes",
		action,
		"id: a\n"
		"activity: b\n"
		"ongoing: yes\n",
		"3:10-3:13 wrong-type: `ongoing:` must be `true` or `false`, not a text\n"
		"  write `ongoing: true`\n",
	},
	{
		"quoted number",
		action,
		"id: a\n"
		"activity: b\n"
		"weight: \"5\"\n",
		"3:9-3:12 wrong-type: `weight:` must be a whole number, not a text\n"
		"  take away the quotation marks: `weight: 5`\n",
	},
	{
		"part of a number",
		action,
		"id: a\n"
		"activity: b\n"
		"weight: 2.5\n",
		"3:9-3:12 wrong-type: `weight:` must be a whole number, not 2.5\n"
		"  from 0 to 10\n",
	},
	{
		"file of another kind",
		action,
		"- a\n"
		"- b\n",
		"1:1-2:4 wrong-type: the file must be a group of keys, not a list\n",
	},
	{
		"text as a file",
		"{type: object}",
		"words\n",
		"1:1-1:6 wrong-type: the file must be a group of keys, not a text\n",
	},
	{
		"value",
		action,
		"id: a\n"
		"activity: b\n"
		"status: in progress\n",
		"3:9-3:20 value: `status:` cannot be “in progress”\n"
		"  did you mean `status: in-progress`? It can be `not-started`, `in-progress` or `done`\n",
	},
	{
		"strange value",
		action,
		"id: a\n"
		"activity: b\n"
		"status: nearly there\n",
		"3:9-3:21 value: `status:` cannot be “nearly there”\n"
		"  it can be `not-started`, `in-progress` or `done`\n",
	},
	{
		"const",
		"{properties: {version: {const: 2}}}",
		"version: 3\n",
		"1:10-1:11 value: `version:` cannot be 3\n"
		"  it can only be `2`\n",
	},
	{
		"id",
		action,
		"id: Staff Survey\n"
		"activity: b\n",
		"1:5-1:17 format: `id:` cannot be “Staff Survey”\n"
		"  write `id: staff-survey` (lower-case words joined by hyphens, starting with a letter)\n",
	},
	{
		"id that begins with a number",
		action,
		"id: 2023-plan\n"
		"activity: b\n",
		"1:5-1:14 format: `id:` cannot be “2023-plan”\n"
		"  write `id: plan` (lower-case words joined by hyphens, starting with a letter)\n",
	},
	{
		"id that cannot be mended",
		action,
		"id: 2023—24\n"
		"activity: b\n",
		"1:5-1:12 format: `id:` cannot be “2023—24”\n"
		"  lower-case words joined by hyphens, starting with a letter, such as `id: staff-survey`\n",
	},
	{
		"pattern alone",
		"{items: {pattern: ^a+$}}",
		"[aa, b]\n",
		"1:6-1:7 format: this item cannot be “b”\n"
		"  it must match the pattern `^a+$`\n",
	},
	{
		"key names",
		"{propertyNames: {pattern: '^[a-z-]+$', title: Id, description: Lower-case "
		"words., examples: [hr]}}",
		"Head of HR: x\n",
		"1:1-1:11 format: “Head of HR” cannot be a key here\n"
		"  write `head-of-hr` (lower-case words)\n",
	},
	{
		"maximum",
		action,
		"id: a\n"
		"activity: b\n"
		"weight: 11\n",
		"3:9-3:11 size: `weight:` must be at most 10, not 11\n"
		"  from 0 to 10\n",
	},
	{
		"minimum",
		action,
		"id: a\n"
		"activity: b\n"
		"weight: -1\n",
		"3:9-3:11 size: `weight:` must be at least 0, not -1\n"
		"  from 0 to 10\n",
	},
	{
		"exclusive bounds",
		"{items: {exclusiveMinimum: 0, exclusiveMaximum: 1}}",
		"[0.5, 0, 1.0]\n",
		"1:7-1:8 size: this item must be above 0, not 0\n"
		"1:10-1:13 size: this item must be below 1, not 1.0\n",
	},
	{
		"multiple",
		"{items: {multipleOf: 0.01}}",
		"[1.25, 1.255]\n",
		"1:8-1:13 size: this item must be a multiple of 0.01, which 1.255 is not\n",
	},
	{
		"lengths",
		"{items: {minLength: 2, maxLength: 3}}",
		"[a, abcd, äöü, '']\n",
		"1:2-1:3 size: this item has 1 character, but needs at least 2\n"
		"1:5-1:9 size: this item has 4 characters, but may have at most 3\n"
		"1:16-1:18 size: this item is empty\n"
		"  it needs at least 2 characters\n",
	},
	{
		"items",
		"{properties: {a: {minItems: 2}, b: {maxItems: 1}, c: {minItems: 1}}}",
		"a: [1]\n"
		"b: [1, 2]\n"
		"c: []\n",
		"1:1-1:2 size: `a:` has 1 item, but needs at least 2\n"
		"2:1-2:2 size: `b:` has 2 items, but may have at most 1\n"
		"3:1-3:2 size: `c:` is empty\n"
		"  it needs at least 1 item\n",
	},
	{
		"keys",
		"{properties: {a: {minProperties: 2}, b: {maxProperties: 1}, c: "
		"{minProperties: 1}}}",
		"a: {x: 1}\n"
		"b: {x: 1, y: 2}\n"
		"c: {}\n",
		"1:1-1:2 size: `a:` has 1 key, but needs at least 2\n"
		"2:1-2:2 size: `b:` has 2 keys, but may have at most 1\n"
		"3:1-3:2 size: `c:` is empty\n"
		"  it needs at least 1 key\n",
	},
	{
		"places in a list",
		"{properties: {a: {prefixItems: [{type: integer}, {type: string}], items: "
		"false}}}",
		"a: [1, b, c, d]\n",
		"1:11-1:12 size: `a:` has 4 items, but there is room for 2\n",
	},
	{
		"no items",
		"{properties: {a: {items: false}}}",
		"a: [1]\n",
		"1:5-1:6 size: `a:` must be an empty list\n",
	},
	{
		"contains",
		"{properties: {a: {contains: {title: Team, const: team}}, b: {contains: "
		"{const: 1}, minContains: 2, maxContains: 2}}}",
		"a: [x]\n"
		"b: [1, 1, 1]\n",
		"1:1-1:2 other: `a:` needs an item that is a team (`team`), and has none\n"
		"2:1-2:2 size: `b:` may have at most 2 items that are each `1`, but has 3\n",
	},
	{
		"unique items",
		"{properties: {a: {uniqueItems: true}}}",
		"a: [1, b, 1.0]\n",
		"1:11-1:14 other: `a:` has 1.0 twice\n"
		"  leave one of them out\n"
		"  1:5 first here\n",
	},
	{
		"dependent keys",
		"{dependentRequired: {lead: [accountable]}, properties: {accountable: {title: "
		"Who answers for it, examples: [head-of-hr]}}}",
		"lead: x\n",
		"1:1-1:5 missing-key: `accountable:` (who answers for it) is missing here, which `lead:` asks for\n"
		"  add a line such as `accountable: head-of-hr`\n",
	},
	{
		"dependent schema",
		"{dependentSchemas: {done: {properties: {status: {const: done}}}}}",
		"done: 2023\n"
		"status: open\n",
		"2:9-2:13 value: `status:` cannot be “open”\n"
		"  it can only be `done`\n",
	},
	{
		"forbidden key",
		"{title: Theme, properties: {old: false}}",
		"old: 1\n",
		"1:1-1:4 other: `old:` may not stand in a theme\n"
		"  leave it out\n",
	},
	{
		"nothing may stand",
		"{properties: {a: {items: {not: {}}}, b: {allOf: [false]}}}",
		"a: [1]\n"
		"b: 1\n",
		"1:5-1:6 no-match: this item of `a:` may not stand here\n"
		"2:4-2:5 other: `b:` may not stand here\n",
	},
	{
		"all of",
		"{allOf: [{required: [a]}, {properties: {b: {type: string}}}]}",
		"b: 1\n",
		"1:1-1:2 missing-key: `a:` is missing here\n"
		"1:4-1:5 wrong-type: `b:` must be a text, not a number\n"
		"  put it in quotation marks: `b: \"1\"`\n",
	},
	{
		"same fault twice",
		"{allOf: [{properties: {b: {type: string}}}, {properties: {b: {type: "
		"string}}}], properties: {b: {type: string}}}",
		"b: 1\n",
		"1:4-1:5 wrong-type: `b:` must be a text, not a number\n"
		"  put it in quotation marks: `b: \"1\"`\n",
	},
	{
		"choice by type",
		"{properties: {a: {anyOf: [{type: string}, {type: array, items: {type: "
		"string}}]}}}",
		"a: [x, 1]\n",
		"1:8-1:9 wrong-type: this item of `a:` must be a text, not a number\n"
		"  put it in quotation marks: `\"1\"`\n",
	},
	{
		"choice of types",
		"{properties: {a: {anyOf: [{type: string}, {type: array}]}}}",
		"a: 1\n",
		"1:4-1:5 wrong-type: `a:` must be a text or a list, not a number\n"
		"  put it in quotation marks: `a: \"1\"`\n",
	},
	{
		"choice of values",
		"{properties: {a: {oneOf: [{const: one}, {enum: [two, three]}]}}}",
		"a: thre\n",
		"1:4-1:8 value: `a:` cannot be “thre”\n"
		"  did you mean `a: three`? It can be `one`, `two` or `three`\n",
	},
	{
		"choice by a key",
		"{items: {oneOf: [{properties: {kind: {const: a}, x: {type: string}}, "
		"required: [kind, x]}, {properties: {kind: {const: b}, y: {type: string}}, "
		"required: [kind, y]}]}}",
		"- {kind: b, y: 1}\n",
		"1:16-1:17 wrong-type: `y:` must be a text, not a number\n"
		"  put it in quotation marks: `y: \"1\"`\n",
	},
	{
		"choice with none near",
		"{properties: {a: {anyOf: [{title: Person, required: [name]}, {required: "
		"[role]}]}}}",
		"a: {x: 1}\n",
		"1:1-1:2 no-match: `a:` has none of the forms that it can have\n"
		"  it can be a person (with `name:`) or a group with `role:`\n",
	},
	{
		"two of one",
		"{properties: {a: {oneOf: [{title: Person, required: [name]}, {required: "
		"[role]}]}}}",
		"a: {name: x, role: y}\n",
		"1:1-1:2 no-match: `a:` fits two of the forms that it can have, and must fit only one\n"
		"  make it a person (with `name:`) or a group with `role:`, not both\n",
	},
	{
		"not",
		"{properties: {a: {not: {const: x}}, b: {not: {title: Placeholder, "
		"description: Name somebody., enum: [TBC]}}, c: {not: {required: [d]}}}}",
		"a: x\n"
		"b: TBC\n"
		"c: {d: 1}\n",
		"1:4-1:5 no-match: `a:` may not be “x”\n"
		"2:4-2:7 no-match: `b:` may not be a placeholder\n"
		"  name somebody\n"
		"3:1-3:2 no-match: `c:` may not have `d:`\n",
	},
	{
		"condition",
		"{items: {if: {properties: {kind: {const: role}}}, then: {required: [name]}, "
		"else: {required: [role]}}}",
		"- {kind: role}\n"
		"- {kind: person}\n",
		"1:4-1:8 missing-key: `name:` is missing here, which `kind: role` asks for\n"
		"2:4-2:8 missing-key: `role:` is missing here\n",
	},
	{
		"unevaluated keys",
		"{title: Team, allOf: [{properties: {name: {type: string}}, required: "
		"[name]}], unevaluatedProperties: false}",
		"nam: x\n"
		"role: y\n",
		"1:1-1:4 missing-key: this team has no `name:`\n"
		"  is it misspelt as `nam:`?\n"
		"2:1-2:5 unknown-key: `role:` is not a key of a team\n"
		"  what can stand here: `name:`\n",
	},
	{
		"unevaluated items",
		"{properties: {a: {prefixItems: [true], unevaluatedItems: false}}}",
		"a: [1, 2]\n",
		"1:8-1:9 other: `a:` may not have the item 2\n",
	},
	{
		"formats",
		"{items: {format: date}}",
		"[2023-02-30, 2023-02-28, 5]\n",
		"1:2-1:12 format: this item cannot be “2023-02-30”\n"
		"  write a date, such as `2023-09-30`\n",
	},
	{
		"too involved",
		"{properties: {a: {pattern: '^(([a-z])+.)+[A-Z]([a-z])+$'}}}",
		"a: "
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
		"1:4-1:86 other: `a:` is too long to be held against the pattern that its schema asks for\n",
	},
	{
		"without end",
		"{$dynamicAnchor: a, properties: {b: true}, allOf: [{$dynamicRef: '#a'}]}",
		"b: 1\n",
		"1:1-1:2 other: this file or its schema is nested too deep to be checked\n"
		"  look for a part of the schema that refers to itself\n",
	},
};

static struct node *read_yaml(struct arena *arena, const char *name, const char *text)
{
	struct source *source = arena_new(arena, struct source);
	struct report report;
	struct node *node;

	report_init(&report, arena);
	source_init(source, arena, str_from(name), str_from(text));
	node = yaml_read(source, arena, &report);
	assert_non_null(node);
	assert_int_equal(report.findings.len, 0);
	return node;
}

static const struct schema *compile(struct schema_set *set, const char *text)
{
	struct schema_trouble trouble;
	const struct schema *schema;

	schema_set_add(set, STR("test"), read_yaml(set->arena, "schema.yaml", text));
	schema = schema_compile(set, STR("test"), &trouble);
	if (!schema)
		fail_msg("%.*s", STR_ARG(trouble.message));
	return schema;
}

static void add_place(struct buf *out, const struct span *span, uint32_t offset)
{
	struct place place = source_place(span->source, offset);

	buf_printf(out, "%u:%u", place.line, place.column);
}

static void add_finding(struct buf *out, const struct finding *finding)
{
	add_place(out, &finding->span, finding->span.begin);
	buf_add_byte(out, '-');
	add_place(out, &finding->span, finding->span.end);
	buf_printf(out, " %s: %.*s\n", finding->kind->name + strlen("schema-"),
		   STR_ARG(finding->message));
	if (finding->hint.len)
		buf_printf(out, "  %.*s\n", STR_ARG(finding->hint));
	for (size_t i = 0; i < finding->related.len; i++) {
		const struct related *related = &finding->related.at[i];

		buf_add_c(out, "  ");
		add_place(out, &related->span, related->span.begin);
		buf_printf(out, " %.*s\n", STR_ARG(related->message));
	}
}

static void run_case(const struct words_case *one)
{
	struct schema_set set;
	const struct schema *schema;
	struct arena arena;
	struct report report;
	struct node *tree;
	struct buf out;
	bool passes;

	arena_init(&arena);
	buf_init(&out);
	buf_add_c(&out, "");
	schema_set_init(&set, &arena);
	set.assert_formats = true;
	schema = compile(&set, one->schema);
	tree = read_yaml(&arena, "file.yaml", one->file);
	report_init(&report, &arena);
	passes = schema_check(schema, tree, &report);
	report_sort(&report);
	for (size_t i = 0; i < report.findings.len; i++)
		add_finding(&out, report.findings.at[i]);
	if (strcmp(out.at, one->findings) != 0)
		fail_msg("%s:\n%s", one->name, out.at);
	assert_int_equal(passes, !*one->findings);
	schema_set_release(&set);
	buf_release(&out);
	arena_release(&arena);
}

static void test_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		run_case(&cases[i]);
}

/* Each kind says what it is, and shows it where it can. */
static void test_kinds(void **state)
{
	static const struct finding_kind *const kinds[] = {
		&kind_schema_missing_key, &kind_schema_unknown_key, &kind_schema_wrong_type,
		&kind_schema_value,       &kind_schema_format,      &kind_schema_size,
		&kind_schema_no_match,    &kind_schema_other,
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		assert_memory_equal(kinds[i]->name, "schema-", 7);
		assert_int_equal(kinds[i]->draft, SEVERITY_ERROR);
		assert_int_equal(kinds[i]->adopted, SEVERITY_ERROR);
		assert_non_null(kinds[i]->summary);
		assert_non_null(kinds[i]->advice);
		assert_int_equal(kinds[i]->bad == NULL, kinds[i]->good == NULL);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
