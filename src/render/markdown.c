#include "render/pen_markdown.h"
#include "render/plan_body.h"

static bool plan_write(const struct view *view, struct buf *out)
{
	struct markdown_pen pen;
	bool is_whole;

	markdown_pen_init(&pen, view, out);
	plan_head_write(&pen.pen);
	plan_body_write(&pen.pen);
	buf_add_byte(out, '\n');
	is_whole = !pen_is_full(&pen.pen);
	markdown_pen_release(&pen);
	return is_whole;
}

static const struct output outputs[] = {
	{ OUTPUT_PLAN, "plan.md", plan_write },
	{ .write = NULL },
};

const struct renderer renderer_markdown = {
	.name = "markdown",
	.title = "Markdown",
	.media_type = "text/markdown",
	.summary = "a document a plan, as GitHub and GitLab show it",
	.outputs = outputs,
	.has_trees = true,
};
