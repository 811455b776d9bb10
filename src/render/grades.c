#include "render/grades.h"

static const char *const says[GRADES] = {
	[GRADE_NONE] = "Nothing yet",
	[GRADE_PROSE] = "A description in words",
	[GRADE_DIRECTION] = "Which way things should go, but not how far",
	[GRADE_INDICATOR] = "What will be counted, but not how much is enough",
	[GRADE_YES_NO] = "Something that will be there or not",
	[GRADE_TARGET] = "How much is enough",
	[GRADE_COMPLETE] = "How much is enough, where things stood before, by when, and the source",
};

static void row_write(struct pen *pen, const char *words, size_t count)
{
	pen->type->row(pen);
	pen->type->cell(pen);
	pen_c(pen, words);
	pen->type->cell(pen);
	pen_plain(pen, arena_printf(pen->view->arena, "%zu", count));
}

void grades_section_write(struct pen *pen)
{
	static const char *const columns[] = { "What the measure says", "Measures", NULL };
	const size_t *grades = pen->view->plan->grades;
	size_t measures = 0;

	for (size_t i = 0; i < GRADES; i++)
		measures += grades[i];
	if (!measures)
		return;
	pen_section_open(
		pen,
		(struct heading){ .id = STR("_grades"),
				  .title = own_words(pen->view, "How the measures are stated") });
	pen->type->table_open(pen, columns);
	for (size_t i = GRADES; i-- > 0;) {
		if (grades[i])
			row_write(pen, says[i], grades[i]);
	}
	row_write(pen, "All measures of the plan", measures);
	pen->type->table_close(pen);
	pen_section_close(pen);
}

void grades_json(struct jwriter *json, const struct plan *plan)
{
	jwriter_open_object(json);
	for (size_t i = 0; i < GRADES; i++)
		jwriter_member_integer(json, grade_name((enum grade)i), (int64_t)plan->grades[i]);
	jwriter_close(json);
}
