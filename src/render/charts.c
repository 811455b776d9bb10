#include "render/charts.h"
#include "render/due_months.h"
#include "render/measure_chart.h"
#include "render/progress.h"
#include "render/slips.h"
#include "render/timeline.h"
#include "render/words.h"

void charts_section_write(struct pen *pen)
{
	const struct plan *plan = pen->view->plan;
	bool has_dates = plan_has_dates(plan);
	bool has_progress = plan_has_progress(plan);

	if (!has_dates && !has_progress && !plan_has_slips(pen->view) &&
	    !measure_charts_count(plan, pen->view->arena))
		return;
	pen->level = 1;
	pen_section_open(pen,
			 (struct heading){ .id = STR("_progress"),
					   .title = own_words(pen->view, "Progress and dates") });
	if (has_progress)
		progress_write(pen);
	if (has_dates) {
		timeline_write(pen);
		due_months_write(pen);
	}
	slips_write(pen);
	measure_charts_write_plan(pen);
	pen_section_close(pen);
}
