/* Any bytes as a schema, in YAML or JSON: compiled, and a small file held against it. */
#include "compile/validate.h"
#include "report/format.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct str instance = STR_INIT(
		"title: Homes\nstatus: draft\nx-budget: £10,000\ndue: 2024-02-30\n"
		"figures: [1, 2.50, 1e400, -0, {a: b}, [], ~, true]\n"
		"actions:\n  - {id: a, to: mailto:a@b.example}\n  - {id: a}\n");
	const struct validation_map map = { STR("https://council.example/"), STR("nowhere") };
	const struct validation_options options = { &map, 1, size % 2 == 0 };
	const struct report_summary summary = { .file_count = 1 };
	struct validation validation;
	struct buf out = { 0 };

	/* No such folder: nothing is read that is not here. */
	validation_open(&validation, &options, STR("nowhere/schema"),
			(struct str){ (const char *)bytes, size });
	if (validation.schema)
		validation_check(&validation, STR("instance.yaml"), instance);
	validation_finish(&validation);
	for (size_t i = 0; report_formats[i]; i++)
		report_formats[i]->write(&validation.result.report, &summary, false, &out);
	buf_release(&out);
	validation_release(&validation);
	return 0;
}
