#include "report/groups.h"
#include "base/map.h"

#include <stdlib.h>

/* Groups while they are made. */
struct making {
	struct arena *arena;
	struct report_groups *groups;
	struct map by_name;
};

static struct report_group *get_group(struct making *making, struct str name)
{
	struct report_group *group = map_find(&making->by_name, name);

	if (group)
		return group;
	group = arena_new(making->arena, struct report_group);
	group->name = name;
	map_add(&making->by_name, making->arena, name, group);
	vec_add(making->arena, &making->groups->all, group);
	return group;
}

static struct str name_of(const struct finding *finding)
{
	if (finding->plan.len)
		return finding->plan;
	return finding->address.len ? finding->address : finding->span.source->path;
}

static int compare(const void *left, const void *right)
{
	return str_compare((*(struct report_group *const *)left)->name,
			   (*(struct report_group *const *)right)->name);
}

void groups_make(const struct report *report, const struct report_summary *summary,
		 struct arena *arena, struct report_groups *groups)
{
	struct making making = { .arena = arena, .groups = groups };

	*groups = (struct report_groups){ 0 };
	for (size_t i = 0; i < summary->plan_count; i++)
		get_group(&making, summary->plans[i].plan)->is_plan = true;
	for (size_t i = 0; i < report->findings.len; i++) {
		const struct finding *finding = report->findings.at[i];
		struct report_group *group = get_group(&making, name_of(finding));

		if (finding_is_suppressed(finding))
			group->suppressed++;
		else
			vec_add(arena, &group->findings, finding);
	}
	if (groups->all.len)
		qsort(groups->all.at, groups->all.len, sizeof(struct report_group *), compare);
}
