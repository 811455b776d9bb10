/* One day, month, quarter or year as people write it, and its right form. */
#ifndef MODEL_DATE_PART_H
#define MODEL_DATE_PART_H

#include "base/arena.h"
#include "base/str.h"
#include "model/date_token.h"

#include <stdbool.h>

/* 0 where it is not said. */
struct date_part {
	int day;
	int month;
	int quarter; /* of the financial year */
	int year;    /* of a financial year or its quarter: the first */
	bool is_financial;
	bool approximate;
};

/* What guessing works with. */
struct date_reader {
	struct date_tokens tokens;
	struct arena *arena;
	struct str why; /* what is wrong, where it was found out */
};

/* Takes a part in any of the ways people write it; its year may be missing behind a month. */
bool date_part_take(struct date_reader *reader, struct date_part *part);

/* Whether there is such a day, month or year. */
bool date_part_check(struct date_reader *reader, const struct date_part *part);

/* The first and the last month of a financial year or a quarter of it; any other part as it is. */
struct date_part date_part_first_month(struct date_part part);
struct date_part date_part_last_month(struct date_part part);

/* The right form of a part; of one that may be the end of an interval; and of an interval. */
struct str date_part_text(struct date_part part, struct arena *arena);
struct str date_part_end_text(struct date_part part, struct arena *arena);
struct str date_part_range_text(struct date_part from, struct date_part to, struct arena *arena);

#endif
