#include "base/bug.h"
#include "rules/rule.h"
#include "rules/wording.h"

/*
 * Actions that wait for each other, found by Tarjan's way of strongly connected
 * components, with a stack of its own: a chain may be as long as a plan. Other
 * plans are followed as far as they have been read.
 */

/* The names in a message, and the places beside it, of a long circle. */
#define NAMES 4
#define PLACES 10

/* An action that waits for something. */
struct vertex {
	const struct action *action;
	const struct plan *plan;
	size_t next;          /* the dependency to look at next */
	size_t order;         /* in which it was met, from 1; 0: not yet */
	size_t low;           /* the earliest one that can be reached from it and is open */
	size_t component;     /* 0 while it is open */
	bool is_own;          /* waits for itself */
	struct vertex *up;    /* whom it was met from */
	struct vertex *below; /* on the stack of open ones; later the next of its component */
	/* Of the shortest way round: */
	const struct dependency *via; /* of `from`, to this one */
	struct vertex *from;
	struct vertex *queued;
};

struct graph {
	struct rule_run *run;
	struct map vertices; /* the bytes of the action's pointer → struct vertex */
	struct vertex *open;
	size_t order;
};

/* The action that a dependency names, and its plan. */
static const struct action *target(const struct rule_run *run, const struct plan **plan,
				   const struct dependency *dependency)
{
	if (!dependency->on.node || dependency->on.node->bad)
		return NULL;
	return plan_find_action(plan, dependency->on.id, run->index);
}

static struct vertex *vertex_of(struct graph *graph, const struct action *action,
				const struct plan *plan)
{
	struct str key = { (const char *)&action, sizeof(action) };
	struct vertex *vertex = map_find(&graph->vertices, key);

	if (vertex)
		return vertex;
	vertex = arena_new(graph->run->arena, struct vertex);
	vertex->action = action;
	vertex->plan = plan;
	key.at = (const char *)&vertex->action;
	map_add(&graph->vertices, graph->run->arena, key, vertex);
	return vertex;
}

/* The vertex that dependency number `i` leads to; NULL where it can be no part of a circle. */
static struct vertex *follow(struct graph *graph, const struct vertex *vertex, size_t i)
{
	const struct dependency *dependencies = vertex->action->depends_on.at;
	const struct plan *plan = vertex->plan;
	const struct action *action = target(graph->run, &plan, &dependencies[i]);

	return action && action->depends_on.len ? vertex_of(graph, action, plan) : NULL;
}

/* By file and place; what stands first begins the circle. */
static bool stands_before(const struct vertex *a, const struct vertex *b)
{
	const struct node *left = a->action->thing.node;
	const struct node *right = b->action->thing.node;
	int order = str_compare(left->source->path, right->source->path);

	return order ? order < 0 : left->begin < right->begin;
}

/* Its id, and the plan's address where that is not the plan of the first. */
static struct str name_of(struct rule_run *run, const struct vertex *vertex,
			  const struct vertex *first)
{
	struct str id = wording_quote(run, vertex->action->thing.id);

	if (vertex->plan == first->plan)
		return arena_printf(run->arena, "“%.*s”", STR_ARG(id));
	return arena_printf(run->arena, "“%.*s#%.*s”", STR_ARG(vertex->plan->thing.id),
			    STR_ARG(id));
}

/*
 * The shortest way from the first of a component back to itself, breadth
 * first: sets `via` and `from` on the way, and of the first at last.
 */
static void find_way_round(struct graph *graph, struct vertex *first)
{
	struct vertex *last = first;

	for (struct vertex *at = first; at; at = at->queued) {
		const struct dependency *dependencies = at->action->depends_on.at;

		for (size_t i = 0; i < at->action->depends_on.len; i++) {
			struct vertex *next = follow(graph, at, i);

			if (!next || next->component != first->component || next->via)
				continue;
			next->via = &dependencies[i];
			next->from = at;
			if (next == first)
				return;
			last->queued = next;
			last = next;
		}
	}
	BUG("no way round");
}

/* The vertices on the way round, from the first on. */
static struct vertex **way_of(struct graph *graph, struct vertex *first, size_t *len)
{
	struct vertex **way;
	size_t at;

	*len = 1;
	for (struct vertex *step = first->from; step != first; step = step->from)
		++*len;
	way = arena_new_array(graph->run->arena, struct vertex *, *len);
	at = *len;
	for (struct vertex *step = first->from; step != first; step = step->from)
		way[--at] = step;
	way[0] = first;
	return way;
}

/* “a”, “b” and “c”; “a”, “b”, “c” and 47 others. */
static struct str names_of(struct rule_run *run, struct vertex *const *way, size_t len)
{
	size_t shown = len > NAMES ? NAMES - 1 : len;
	struct str names = name_of(run, way[0], way[0]);

	for (size_t i = 1; i < shown; i++) {
		struct str name = name_of(run, way[i], way[0]);

		names = arena_printf(run->arena, "%.*s%s%.*s", STR_ARG(names),
				     i + 1 == len ? " and " : ", ", STR_ARG(name));
	}
	return shown == len ? names
			    : arena_printf(run->arena, "%.*s and %zu others", STR_ARG(names),
					   len - shown);
}

static void add(struct graph *graph, struct vertex *const *way, size_t len)
{
	struct rule_run *run = graph->run;
	struct str names = names_of(run, way, len);
	const struct dependency *via = way[len > 1]->via;
	struct finding *finding;

	finding = report_add(run->report, &rule_reference_cycle.kind, node_span(via->thing.node),
			     len == 1 ? "action %.*s waits for itself"
				      : "the actions %.*s wait for each other",
			     STR_ARG(names));
	finding_hint(
		run->report, finding,
		len == 1 ? "take it out of `depends_on:`"
			 : "take one of them out of `depends_on:`, so that one can be done first");
	for (size_t i = 1; i < len && i <= PLACES; i++) {
		struct str name = name_of(run, way[i], way[0]);
		const struct vertex *next = way[(i + 1) % len];

		finding_relate(run->report, finding, node_span(next->via->thing.node),
			       "what %.*s waits for", STR_ARG(name));
	}
}

/* All that was met from `root` on and is open can reach each other. */
static void close_component(struct graph *graph, struct vertex *root)
{
	struct vertex *first = root;
	struct vertex *vertex;
	struct vertex **way;
	bool is_circle = root->is_own || graph->open != root;
	size_t len;

	do {
		vertex = graph->open;
		graph->open = vertex->below;
		vertex->component = root->order;
		if (stands_before(vertex, first))
			first = vertex;
	} while (vertex != root);
	if (!is_circle)
		return;
	find_way_round(graph, first);
	way = way_of(graph, first, &len);
	add(graph, way, len);
}

static void enter(struct graph *graph, struct vertex *vertex, struct vertex *up)
{
	vertex->order = vertex->low = ++graph->order;
	vertex->up = up;
	vertex->below = graph->open;
	graph->open = vertex;
}

/* One step of the search: on to the next vertex, or back to the one it was met from. */
static struct vertex *step(struct graph *graph, struct vertex *at)
{
	struct vertex *next;

	if (at->next == at->action->depends_on.len) {
		if (at->low == at->order)
			close_component(graph, at);
		if (at->up && at->low < at->up->low)
			at->up->low = at->low;
		return at->up;
	}
	next = follow(graph, at, at->next++);
	if (!next)
		return at;
	if (next == at)
		at->is_own = true;
	if (!next->order) {
		enter(graph, next, at);
		return next;
	}
	if (!next->component && next->order < at->low)
		at->low = next->order;
	return at;
}

static void search(struct graph *graph, const struct action *action)
{
	struct vertex *at = vertex_of(graph, action, graph->run->plan);

	if (at->order)
		return;
	enter(graph, at, NULL);
	while (at)
		at = step(graph, at);
}

/* Whether what an action waits for waits in turn: most plans have no such thing. */
static bool waits_in_turn(const struct rule_run *run, const struct action *action)
{
	const struct dependency *dependencies = action->depends_on.at;

	for (size_t i = 0; i < action->depends_on.len; i++) {
		const struct plan *plan = run->plan;
		const struct action *next = target(run, &plan, &dependencies[i]);

		if (next && next->depends_on.len)
			return true;
	}
	return false;
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	struct graph graph = { .run = run };

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		if (waits_in_turn(run, plan->all_actions.at[i]))
			search(&graph, plan->all_actions.at[i]);
	}
}

const struct rule rule_reference_cycle = {
	.kind = {
		.name = "reference-cycle",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "Actions wait for each other, so none of them can begin.",
		.advice =
			"Where one action waits for another, and that one, perhaps by way of "
			"more, for the first, none of them can ever begin. One of them does not "
			"really wait: take it out of `depends_on:`. Often only a part of an "
			"action waits; then make that part an action of its own. The circle may "
			"lead through other plans.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    depends_on: survey-report\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"  - id: survey-report\n"
			"    activity: Publish what tenants said.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    depends_on: tenant-survey\n"
			"    measures:\n"
			"      - indicator: Report on the survey\n"
			"        target: done\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"  - id: survey-report\n"
			"    activity: Publish what tenants said.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    depends_on: tenant-survey\n"
			"    measures:\n"
			"      - indicator: Report on the survey\n"
			"        target: done\n",
	},
	.on_plan = on_plan,
};
