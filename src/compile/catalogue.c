#include "compile/compile.h"
#include "compile/waivers.h"
#include "rules/rule.h"
#include "schema/schema.h"
#include "tree/language.h"
#include "tree/yaml.h"

const struct finding_kind *const catalogue[] = {
	&kind_yaml_syntax,        &kind_yaml_encoding,
	&kind_yaml_duplicate_key, &kind_yaml_key_type,
	&kind_yaml_tag,           &kind_yaml_merge_key,
	&kind_yaml_documents,     &kind_yaml_alias,
	&kind_yaml_limit,         &kind_yaml_empty,
	&kind_json_syntax,        &kind_schema_missing_key,
	&kind_schema_unknown_key, &kind_schema_wrong_type,
	&kind_schema_value,       &kind_schema_format,
	&kind_schema_size,        &kind_schema_no_match,
	&kind_schema_other,       &kind_schema_broken,
#define RULE(name) &rule_##name.kind,
#include "rules/rules.def"
#undef RULE
	&kind_waiver_unused,      &kind_waiver_expired,
	&kind_waiver_no_reason,   NULL,
};

bool kind_is_reading(const struct finding_kind *kind)
{
	return kind == &rule_reference_file.kind || str_starts(str_from(kind->name), STR("yaml-"));
}

const struct finding_kind *catalogue_find(struct str name, const char **nearest)
{
	unsigned best = 4;

	*nearest = NULL;
	for (size_t i = 0; catalogue[i]; i++) {
		unsigned distance = str_distance(name, str_from(catalogue[i]->name), best - 1);

		if (!distance)
			return catalogue[i];
		if (distance < best) {
			best = distance;
			*nearest = catalogue[i]->name;
		}
	}
	return NULL;
}
