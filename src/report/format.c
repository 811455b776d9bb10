#include "report/format.h"

const struct report_format *const report_formats[] = {
#define FORMAT(name) &report_format_##name,
#include "report/formats.def"
#undef FORMAT
	NULL,
};

const struct report_format *report_format_find(struct str name)
{
	for (size_t i = 0; report_formats[i]; i++) {
		if (str_equal(name, str_from(report_formats[i]->name)))
			return report_formats[i];
	}
	return NULL;
}
