/* Schemas as instances: each is held against the meta-schema that it names. */
#include "schema/compiled.h"
#include "schema/resource.h"
#include "schema/uri.h"

#define DRAFT STR("https://json-schema.org/draft/2020-12/schema")

/* "draft-07" of http://json-schema.org/draft-07/schema; empty for no draft, and for 2020-12. */
static struct str other_draft(struct str uri)
{
	static const struct str sites[] = { STR_INIT("http://json-schema.org/"),
					    STR_INIT("https://json-schema.org/") };

	for (size_t i = 0; i < ARRAY_LEN(sites); i++) {
		struct str path;

		if (!str_starts(uri, sites[i]))
			continue;
		path = str_slice(uri, sites[i].len, uri.len);
		if (str_starts(path, STR("draft/2020-12/")))
			return (struct str){ 0 };
		if (str_starts(path, STR("draft/")))
			path = str_slice(path, STR("draft/").len, path.len);
		path = str_slice(path, 0, str_find_byte(path, '/', 0));
		return str_starts(path, STR("schema")) ? STR("no draft by name") : path;
	}
	return (struct str){ 0 };
}

static void tell_draft(struct report *report, const struct node *node, struct str draft)
{
	struct finding *finding;

	finding = report_add(report, &kind_schema_broken, node_span(node),
			     "`$schema` names %.*s, and only draft 2020-12 is read here",
			     STR_ARG(draft));
	finding_hint(report, finding, "write %.*s there, once the schema follows that draft",
		     STR_ARG(DRAFT));
}

/* The schema that a schema is to be held against; NULL with *trouble, or after a finding. */
static const struct schema *find_meta(const struct resource *resource, struct report *report,
				      struct schema_trouble *trouble)
{
	const struct node *node = node_find(resource->root, STR("$schema"));
	struct schema_set *set = resource->set;
	const struct schema *meta;
	struct str uri = DRAFT;

	if (node && node_is_text(node))
		uri = uri_document(uri_resolve(set->arena, resource->uri, node->text));
	if (other_draft(uri).len) {
		tell_draft(report, node, other_draft(uri));
		return NULL;
	}
	meta = schema_compile(set, uri, trouble);
	if (!meta && !trouble->where.source)
		trouble->where = node_span(node ? node : resource->root);
	return meta;
}

bool schema_set_check(struct schema_set *set, struct report *report, struct schema_trouble *trouble)
{
	*trouble = (struct schema_trouble){ 0 };
	while (set->checked_resource != set->newest_resource) {
		struct resource *before = set->checked_resource;

		set->checked_resource = set->newest_resource;
		for (struct resource *at = set->newest_resource; at != before; at = at->next) {
			const struct schema *meta;

			if (at->is_built_in || (at->outer && !node_find(at->root, STR("$schema"))))
				continue;
			meta = find_meta(at, report, trouble);
			if (!meta && trouble->message.len)
				return false;
			if (meta && !at->outer)
				schema_check(meta, at->root, report);
		}
	}
	return true;
}
