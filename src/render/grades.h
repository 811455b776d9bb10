/* How well the measures of a plan are stated (model/grade.h): counts, for readers and as data. */
#ifndef RENDER_GRADES_H
#define RENDER_GRADES_H

#include "base/jwriter.h"
#include "render/pen.h"

/* A section with a table, from the best to the poorest; nothing of a plan without measures. */
void grades_section_write(struct pen *pen);

/* {"none": 0, …, "complete": 1}: all grades, from the poorest to the best. */
void grades_json(struct jwriter *json, const struct plan *plan);

#endif
