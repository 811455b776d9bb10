/* Any bytes as a file that is held against a schema; the first one picks schema and language. */
#include "base/bug.h"
#include "compile/validate.h"
#include "tree/language.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const struct str schemas[] = {
	STR_INIT("$ref: plan.schema.json"),
	STR_INIT("$ref: council.schema.json"),
	STR_INIT("$ref: settings.schema.json"),
	STR_INIT("$ref: https://json-schema.org/draft/2020-12/schema"),
	STR_INIT("$dynamicAnchor: node\n"
		 "type: [object, array, string, number, 'null']\n"
		 "properties: {id: {pattern: '^[a-z]+(-[a-z]+)*$'}, of: {$dynamicRef: '#node'}}\n"
		 "patternProperties: {'^x-': true, '(a|b)*c': {minimum: 1, multipleOf: 0.01}}\n"
		 "propertyNames: {maxLength: 9}\n"
		 "unevaluatedProperties: {$dynamicRef: '#node'}\n"
		 "items: {$dynamicRef: '#node'}\n"
		 "uniqueItems: true\n"),
	STR_INIT("anyOf:\n"
		 "  - {type: object, required: [kind], properties: {kind: {const: a}, n: {type: "
		 "integer}}, unevaluatedProperties: false}\n"
		 "  - {type: object, required: [kind], properties: {kind: {enum: [b, 1.0, [x]]}}}\n"
		 "  - {type: array, prefixItems: [{type: string}, false], contains: {type: "
		 "'null'}, minContains: 0, maxContains: 2, unevaluatedItems: {type: boolean}}\n"
		 "  - {type: string, minLength: 2, not: {pattern: '\\p{Lu}$'}}\n"
		 "if: {type: object}\n"
		 "then: {minProperties: 1, dependentRequired: {n: [m]}, dependentSchemas: {m: "
		 "{maxProperties: 3}}}\n"
		 "else: {oneOf: [{type: string}, {maxLength: 3}, {type: array}]}\n"),
	STR_INIT("type: array\n"
		 "prefixItems:\n"
		 "  - {format: date}\n  - {format: time}\n  - {format: date-time}\n"
		 "  - {format: duration}\n  - {format: email}\n  - {format: idn-email}\n"
		 "  - {format: hostname}\n  - {format: idn-hostname}\n  - {format: ipv4}\n"
		 "  - {format: ipv6}\n  - {format: uri}\n  - {format: uri-reference}\n"
		 "  - {format: iri}\n  - {format: iri-reference}\n  - {format: uuid}\n"
		 "  - {format: uri-template}\n  - {format: json-pointer}\n"
		 "  - {format: relative-json-pointer}\n  - {format: regex}\n"),
};

static const struct str names[] = {
	STR_INIT("instance.yaml"),
	STR_INIT("instance.json"),
	STR_INIT("instance"),
};

/* Compiled when first asked for, and kept: that takes longer than most instances. */
static const struct schema *find_schema(size_t index)
{
	static struct validation opened[ARRAY_LEN(schemas)];
	const struct validation_options options = { .assert_formats = true };

	if (!opened[index].schema)
		validation_open(&opened[index], &options, STR("schema.yaml"), schemas[index]);
	if (!opened[index].schema)
		BUG("schema number %zu cannot be used", index);
	return opened[index].schema;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct source source;
	struct report report;
	struct arena arena;
	struct node *root;
	bool passes;

	if (!size)
		return 0;
	arena_init(&arena);
	report_init(&report, &arena);
	source_init(&source, &arena, names[bytes[0] / ARRAY_LEN(schemas) % ARRAY_LEN(names)],
		    (struct str){ (const char *)bytes + 1, size - 1 });
	root = language_read(&source, &arena, &report);
	if (root) {
		size_t before = report.findings.len;

		passes = schema_check(find_schema(bytes[0] % ARRAY_LEN(schemas)), root, &report);
		if (passes && report.findings.len > before)
			BUG("it passes, with findings");
		if (!passes && !report.findings.len)
			BUG("it does not pass, and nobody knows why");
	}
	report_sort(&report);
	arena_release(&arena);
	return 0;
}
