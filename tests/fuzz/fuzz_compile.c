/* Any bytes as a plan.yaml, through the whole of `planc check`. */
#include "compile/compile.h"
#include "report/format.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct memory_file files[] = {
		{ STR("a/council.yaml"),
		  STR("name: A\npeople: {hr: {name: HR, kind: team}, all: {name: All, kind: group}}\n") },
		{ STR("a/b/plan.yaml"), { (const char *)bytes, size } },
		{ STR("a/b/themes/t.yaml"),
		  STR("id: t\ntitle: T\nactions: [{id: x, activity: Do it}]\n") },
	};
	const struct compile_options options = { 0 };
	const struct report_summary summary = { 0 };
	struct compilation result;
	struct arena arena;
	struct buf out = { 0 };
	struct input *input;

	arena_init(&arena);
	input = input_open_memory(&arena, files, ARRAY_LEN(files));
	compile(&result, input, &options);
	for (size_t i = 0; report_formats[i]; i++)
		report_formats[i]->write(&result.report, &summary, false, &out);
	buf_release(&out);
	compilation_release(&result);
	input_close(input);
	arena_release(&arena);
	return 0;
}
