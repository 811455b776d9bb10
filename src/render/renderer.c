#include "render/renderer.h"

const struct renderer *const renderers[] = {
#define RENDERER(name) &renderer_##name,
#include "render/renderers.def"
#undef RENDERER
	NULL,
};

const struct renderer *renderer_find(struct str name)
{
	for (size_t i = 0; renderers[i]; i++) {
		if (str_equal(str_from(renderers[i]->name), name))
			return renderers[i];
	}
	return NULL;
}

bool output_exists(const struct output *output, const struct view *view)
{
	return !output->exists || output->exists(view);
}

const char *renderer_plan_file(const struct renderer *renderer, const struct view *view)
{
	for (const struct output *output = renderer->outputs; output->write; output++) {
		if (output->scope == OUTPUT_PLAN && output_exists(output, view))
			return output->file;
	}
	return NULL;
}

bool view_has_plan(const struct view *view, struct str address)
{
	return map_find(&view->directory->plans, address);
}

struct str plan_language(const struct plan *plan)
{
	const struct value *languages = plan->languages.at;

	return plan->languages.len && languages[0].text.len ? languages[0].text : STR("en");
}
