#include "render/dataset.h"
#include "render/address.h"
#include "base/jwriter.h"
#include "markdown/markdown.h"
#include "render/plan_body.h"
#include "render/site.h"
#include "render/words.h"

static void member(struct jwriter *writer, struct str key, struct str text)
{
	if (text.len)
		jwriter_member(writer, key, text);
}

/* The council, and where it is found if it says so. */
static void creator_write(struct jwriter *writer, const struct pen *pen)
{
	const struct council *council = pen->view->council;
	struct str language;
	struct str website = pen_words(pen, &council->website, &language);

	jwriter_key(writer, STR("creator"));
	jwriter_open_object(writer);
	jwriter_member(writer, STR("@type"), STR("GovernmentOrganization"));
	member(writer, STR("name"), council_name(pen, council));
	if (markdown_is_safe_url(website))
		jwriter_member(writer, STR("url"), website);
	jwriter_close(writer);
}

/* "2023-05-01/2024-04-30"; without an end, "2023-05-01/..". */
static void period_write(struct jwriter *writer, const struct date *period)
{
	struct buf out = { 0 };

	if (period->kind != DATE_GIVEN)
		return;
	date_print_iso(period->earliest, &out);
	buf_add_byte(&out, '/');
	if (period->open_end)
		buf_add_c(&out, "..");
	else
		date_print_iso(period->latest, &out);
	jwriter_member(writer, STR("temporalCoverage"), buf_str(&out));
	buf_release(&out);
}

/* What it is about, in its own words: its title at least, and whose it is. */
static struct str description_of(struct pen *pen, const struct plan *plan)
{
	struct str summary = pen_markdown_words(pen, &plan->summary);

	if (summary.len)
		return summary;
	return arena_printf(pen->view->arena, "%.*s, %.*s", STR_ARG(plan_title(pen, plan)),
			    STR_ARG(council_name(pen, plan->council)));
}

/* A file of the plan: where it will stand, if that is known, else from its page. */
static struct str url_of(const struct view *view, const struct renderer *renderer, const char *file)
{
	struct str base = view->compilation->settings.base_url;
	bool is_in_tree = renderer->has_trees && view->tree.len;

	if (!base.len)
		return address_of_form(view, renderer, file);
	return arena_printf(view->arena, "%.*s%.*s%s%.*s/%s", STR_ARG(base),
			    is_in_tree ? (int)view->tree.len : 0, view->tree.at,
			    is_in_tree ? "/" : "", STR_ARG(view->plan->thing.id), file);
}

static void download_write(struct jwriter *writer, const struct view *view,
			   const struct renderer *renderer, const struct output *output)
{
	const char *title = output->title ? output->title : renderer->title;
	/* What tells of the tables is no table. */
	const char *type = str_ends(str_from(output->file), STR(".json")) ? "application/json"
									  : renderer->media_type;

	jwriter_open_object(writer);
	jwriter_member(writer, STR("@type"), STR("DataDownload"));
	jwriter_member(writer, STR("name"), own_words(view, title));
	jwriter_member(writer, STR("encodingFormat"), str_from(type));
	jwriter_member(writer, STR("contentUrl"), url_of(view, renderer, output->file));
	jwriter_close(writer);
}

static void downloads_write(struct jwriter *writer, const struct view *view)
{
	jwriter_key(writer, STR("distribution"));
	jwriter_open_array(writer);
	for (size_t i = 0; renderers[i]; i++) {
		const struct output *output = renderers[i]->outputs;

		if (renderers[i] == &renderer_html || !site_has_format(view->options, renderers[i]))
			continue;
		for (; output->write; output++) {
			if (output->scope == OUTPUT_PLAN && output_exists(output, view))
				download_write(writer, view, renderers[i], output);
		}
	}
	jwriter_close(writer);
}

static void members_write(struct jwriter *writer, struct pen *pen)
{
	const struct view *view = pen->view;
	const struct plan *plan = view->plan;
	struct str language;

	jwriter_member(writer, STR("@context"), STR("https://schema.org/"));
	jwriter_member(writer, STR("@type"), STR("Dataset"));
	jwriter_member(writer, STR("name"), plan_title(pen, plan));
	jwriter_member(writer, STR("description"), description_of(pen, plan));
	if (view->compilation->settings.base_url.len)
		jwriter_member(writer, STR("url"), url_of(view, &renderer_html, "index.html"));
	jwriter_member(writer, STR("inLanguage"), view->language);
	jwriter_member(writer, STR("creativeWorkStatus"), own_words(view, plan_status_title(plan)));
	member(writer, STR("version"), plan->version.text);
	period_write(writer, &plan->period);
	member(writer, STR("license"), pen_words(pen, &view->council->licence, &language));
	creator_write(writer, pen);
	downloads_write(writer, view);
}

/* As JSON may write them anywhere: what is left can end no element and begin no comment. */
static void escaped_write(struct html *html, struct str json)
{
	static const struct str marks = STR_INIT("<>&");
	static const char *const escapes[] = { "\\u003c", "\\u003e", "\\u0026" };
	size_t done = 0;

	for (size_t at = 0; at < json.len; at++) {
		size_t mark = str_find_byte(marks, json.at[at], 0);

		if (mark == marks.len)
			continue;
		html_trusted(html, str_slice(json, done, at));
		html_trusted(html, str_from(escapes[mark]));
		done = at + 1;
	}
	html_trusted(html, str_slice(json, done, json.len));
}

void dataset_write(struct html_pen *pen)
{
	struct buf json = { 0 };
	struct jwriter writer;

	if (pen_is_full(&pen->pen))
		return;
	jwriter_init(&writer, &json);
	jwriter_open_object(&writer);
	members_write(&writer, &pen->pen);
	jwriter_close(&writer);
	html_open(&pen->html, "script");
	html_attr_c(&pen->html, "type", "application/ld+json");
	escaped_write(&pen->html, buf_str(&json));
	html_close(&pen->html, "script");
	buf_release(&json);
}
