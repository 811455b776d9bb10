/*
 * The changes of a plan as a feed (RFC 4287): an entry for each action, theme or the
 * plan itself whose dates, targets, leads or status changed, newest first. An entry
 * keeps its id, which is made of the address, and is updated by what comes next. Each
 * tree has a feed in its language, with ids of its own.
 */
#include "base/civil.h"
#include "base/uuid.h"
#include "base/version.h"
#include "base/xml.h"
#include "diff/value.h"
#include "markdown/markdown.h"
#include "render/changes.h"
#include "render/ledger.h"
#include "render/moves.h"
#include "render/site.h"

#include <stdlib.h>

#define MOST_ENTRIES 100

struct feed {
	const struct view *view;
	const struct ledger *ledger;
	const struct ledger_thing *plan;
	struct xml xml;
	struct buf words; /* of the moment */
};

/* A thing that changed, and when it did last. */
struct feed_entry {
	const struct ledger_thing *thing;
	int32_t day;
	size_t order;
};

static const struct ledger_thing *plan_of(const struct view *view)
{
	const struct chronicle *chronicle = view->options->chronicle;
	const struct ledger_thing *plan = chronicle ? ledger_find(&chronicle->ledger,
								  view->plan->thing.id)
						    : NULL;

	return plan && plan->level == LEDGER_PLAN ? plan : NULL;
}

static bool feed_exists(const struct view *view)
{
	return plan_of(view) != NULL;
}

/* What came with the plan itself is no news. */
static bool is_news(const struct feed *feed, const struct ledger_entry *entry)
{
	return !entry->is_coming || (entry->thing->came && entry->thing->came != feed->plan->came);
}

static int compare(const void *left, const void *right)
{
	const struct feed_entry *a = left;
	const struct feed_entry *b = right;

	if (a->day != b->day)
		return a->day > b->day ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

/* The things of the plan that changed, the last one first. */
static size_t find_entries(const struct feed *feed, struct feed_entry **entries)
{
	size_t count = 0;

	*entries = arena_new_array(feed->view->arena, struct feed_entry, feed->ledger->things.len);
	for (size_t i = 0; i < feed->ledger->things.len; i++) {
		const struct ledger_thing *thing = feed->ledger->things.at[i];
		struct feed_entry entry = { .thing = thing, .order = i };
		bool has_news = false;

		for (size_t j = 0; thing->plan == feed->plan && j < thing->entries.len; j++) {
			if (!is_news(feed, thing->entries.at[j]))
				continue;
			entry.day = thing->entries.at[j]->step->day;
			has_news = true;
		}
		if (has_news)
			(*entries)[count++] = entry;
	}
	qsort(*entries, count, sizeof(**entries), compare);
	return count;
}

/* `language` is empty where it is that of the feed. */
static void element_in(struct feed *feed, const char *name, struct str text, struct str language)
{
	xml_open(&feed->xml, name);
	if (language.len)
		xml_attr(&feed->xml, "xml:lang", language);
	xml_text(&feed->xml, text);
	xml_close(&feed->xml, name);
}

static void element(struct feed *feed, const char *name, struct str text)
{
	element_in(feed, name, text, (struct str){ 0 });
}

/* The words that were put together, as the text of an element. */
static void words_element(struct feed *feed, const char *name)
{
	element(feed, name, buf_str(&feed->words));
	feed->words.len = 0;
}

static void id_write(struct feed *feed, struct str name)
{
	struct str tree = feed->view->tree;
	struct uuid uuid;

	if (tree.len)
		name = arena_printf(feed->view->arena, "%.*s/%.*s", STR_ARG(tree), STR_ARG(name));
	uuid = uuid_of_name(&uuid_planc, name);
	buf_add_c(&feed->words, "urn:uuid:");
	uuid_print(&uuid, &feed->words);
	words_element(feed, "id");
}

/* Days are UTC's. */
static void updated_write(struct feed *feed, int32_t day)
{
	date_print_iso(day, &feed->words);
	buf_add_c(&feed->words, "T00:00:00Z");
	words_element(feed, "updated");
}

static void link_write(struct feed *feed, const char *relation, struct str path)
{
	struct str base = feed->view->compilation->settings.base_url;
	struct str tree = feed->view->tree;

	if (base.len)
		path = arena_printf(feed->view->arena, "%.*s%.*s%s%.*s/%.*s", STR_ARG(base),
				    STR_ARG(tree), tree.len ? "/" : "",
				    STR_ARG(feed->view->plan->thing.id), STR_ARG(path));
	xml_open(&feed->xml, "link");
	xml_attr(&feed->xml, "rel", str_from(relation));
	xml_attr(&feed->xml, "href", path);
	xml_close(&feed->xml, "link");
}

/* The page or place of a thing; of what is gone the plan's page. */
static struct str place_of(const struct feed *feed, const struct ledger_thing *thing)
{
	struct str id = ledger_id(thing->address);

	if (thing->is_gone || thing->level == LEDGER_PLAN || !is_id(id) ||
	    !map_find(&feed->view->plan->by_id, id))
		return STR("index.html");
	return arena_printf(feed->view->arena,
			    thing->level == LEDGER_ACTION ? "actions/%.*s.html"
							  : "themes/%.*s.html",
			    STR_ARG(id));
}

/* Ends a line of the words, which is one even where a name has several. */
static void end_line(struct buf *words, size_t begin)
{
	for (size_t i = begin; i < words->len; i++) {
		if (words->at[i] == '\n' || words->at[i] == '\r')
			words->at[i] = ' ';
	}
	buf_add_byte(words, '\n');
}

static const struct action *action_now(const struct feed *feed, const struct ledger_thing *thing)
{
	const struct thing *now = ledger_thing_now(thing, feed->view->plan);

	return now && now->type == &type_action ? (const void *)now : NULL;
}

/* What a thing is called now, in the language of the feed if it can be, or was called last. */
static struct str title_of(const struct feed *feed, const struct ledger_thing *thing,
			   struct str *language)
{
	const struct thing *now = ledger_thing_now(thing, feed->view->plan);
	const struct action *action = action_now(feed, thing);
	const struct text *text = action ? change_action_text(action)
				  : now  ? thing_title_text(now)
					 : NULL;
	struct text kept = { .words = thing->title };
	struct str words = view_words(feed->view, text ? text : &kept, language);

	return markdown_words(words, feed->view->arena);
}

static void reason_add(struct feed *feed, const struct ledger_entry *entry)
{
	const struct text *now = reason_find(action_now(feed, entry->thing), entry->reason);
	struct str language;
	struct str words = now ? view_words(feed->view, now, &language) : entry->reason;

	own_fill(feed->view, ". Reason: {reason}",
		 (struct blank[]){ { "{reason}", markdown_words(words, feed->view->arena) },
				   { NULL } },
		 &feed->words);
}

static void content_write(struct feed *feed, const struct ledger_thing *thing)
{
	for (size_t i = thing->entries.len; i-- > 0;) {
		const struct ledger_entry *entry = thing->entries.at[i];
		size_t begin = feed->words.len;

		if (!is_news(feed, entry))
			continue;
		ledger_day_print(entry->step->day, feed->view, &feed->words);
		buf_add_c(&feed->words, ": ");
		ledger_entry_print(feed->ledger, entry, feed->view, &feed->words);
		if (entry->reason.len)
			reason_add(feed, entry);
		end_line(&feed->words, begin);
	}
	xml_open(&feed->xml, "content");
	xml_attr(&feed->xml, "type", STR("text"));
	xml_text(&feed->xml, buf_str(&feed->words));
	xml_close(&feed->xml, "content");
	feed->words.len = 0;
}

static void entry_write(struct feed *feed, const struct feed_entry *entry)
{
	const struct ledger_thing *thing = entry->thing;
	struct str language;
	struct str title = title_of(feed, thing, &language);

	xml_open(&feed->xml, "entry");
	id_write(feed, thing->address);
	element_in(feed, "title", title.len ? title : thing->address, language);
	updated_write(feed, entry->day);
	link_write(feed, "alternate", place_of(feed, thing));
	content_write(feed, thing);
	xml_close(&feed->xml, "entry");
}

static void author_write(struct feed *feed)
{
	struct str name = text_in(&feed->view->council->name, feed->view->language);

	xml_open(&feed->xml, "author");
	element(feed, "name", name.len ? name : feed->view->council->thing.id);
	xml_close(&feed->xml, "author");
}

static void head_write(struct feed *feed, int32_t day)
{
	const struct plan *plan = feed->view->plan;
	struct str title = text_in(&plan->title, feed->view->language);

	id_write(feed,
		 arena_printf(feed->view->arena, "%.*s changes.atom", STR_ARG(plan->thing.id)));
	own_fill(feed->view, "What changed: {title}",
		 (struct blank[]){ { "{title}", title.len ? title : plan->thing.id }, { NULL } },
		 &feed->words);
	words_element(feed, "title");
	updated_write(feed, day);
	author_write(feed);
	element(feed, "generator", STR("planc " PLANC_VERSION));
	link_write(feed, "self", STR("changes.atom"));
	link_write(feed, "alternate", STR("index.html"));
}

static bool plan_write(const struct view *view, struct buf *out)
{
	struct feed feed = { .view = view,
			     .ledger = &view->options->chronicle->ledger,
			     .plan = plan_of(view) };
	struct feed_entry *entries;
	size_t count = find_entries(&feed, &entries);

	xml_init(&feed.xml, out);
	xml_open(&feed.xml, "feed");
	xml_attr(&feed.xml, "xmlns", STR("http://www.w3.org/2005/Atom"));
	xml_attr(&feed.xml, "xml:lang", own_language(view));
	/* Without news it is as old as what is known of the plan. */
	head_write(&feed, count ? entries[0].day : feed.plan->came ? feed.plan->came->day : 0);
	for (size_t i = 0; i < count && i < MOST_ENTRIES && out->len <= RENDER_MAX_BYTES; i++)
		entry_write(&feed, &entries[i]);
	xml_close(&feed.xml, "feed");
	buf_release(&feed.words);
	return out->len <= RENDER_MAX_BYTES;
}

static const struct output outputs[] = {
	{ OUTPUT_PLAN, "changes.atom", plan_write, "News of changes (Atom)",
	  .exists = feed_exists },
	{ .write = NULL },
};

const struct renderer renderer_atom = {
	.name = "atom",
	.title = "Atom",
	.media_type = "application/atom+xml",
	.summary = "what changed in a plan, for a reader of news",
	.outputs = outputs,
	.has_trees = true,
};
