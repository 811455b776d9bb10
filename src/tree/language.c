#include "tree/language.h"
#include "tree/json.h"
#include "tree/yaml.h"

const struct finding_kind kind_json_syntax = {
	.name = "json-syntax",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A file of JSON breaks a rule of JSON, so nothing in it can be read.",
	.advice = "JSON is stricter than it looks: texts and names stand in double quotes, a comma "
		  "stands between two values and none behind the last, no name stands twice in "
		  "the same curly brackets, and there are no comments. The file is UTF-8, of 4 MiB "
		  "and 512 brackets within brackets at most. A file that is YAML must not be "
		  "called .json.",
	.bad = NULL,
	.good = NULL,
};

static bool ends_in(struct str path, struct str ending)
{
	return path.len > ending.len &&
	       str_equal_nocase(str_slice(path, path.len - ending.len, path.len), ending);
}

enum language language_of(struct str path)
{
	if (ends_in(path, STR(".json")))
		return LANGUAGE_JSON;
	return ends_in(path, STR(".yaml")) || ends_in(path, STR(".yml")) ? LANGUAGE_YAML
									 : LANGUAGE_EITHER;
}

static struct node *read_json(struct source *source, struct arena *arena, struct report *report)
{
	struct span where = { .source = source };
	struct str why = STR("the file is larger than 4 MiB, the most that is read");
	struct node *root = NULL;

	if (source->bytes.len <= YAML_MAX_BYTES)
		root = json_read(source, arena, &where, &why);
	source->is_json = root != NULL;
	if (!root && report)
		report_add(report, &kind_json_syntax, where, "%.*s", STR_ARG(why));
	return root;
}

/* Only what begins with a bracket is worth a try: anything else is the same in YAML. */
static bool may_be_json(const struct source *source)
{
	struct str text = str_trim(
		str_slice(source->bytes, source_mark_size(source), source->bytes.len));

	return text.len && (text.at[0] == '{' || text.at[0] == '[');
}

struct node *language_read(struct source *source, struct arena *arena, struct report *report)
{
	enum language language = language_of(source->path);
	struct node *root = NULL;

	if (language == LANGUAGE_JSON)
		return read_json(source, arena, report);
	if (language == LANGUAGE_EITHER && may_be_json(source))
		root = read_json(source, arena, NULL);
	return root ? root : yaml_read(source, arena, report);
}
