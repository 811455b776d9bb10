/* Runs a fuzz target on files, without libFuzzer: usage: fuzz_NAME FILE… */
#include "base/file.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct arena arena;
		struct str bytes, why;

		arena_init(&arena);
		if (!file_read_path(argv[i], (size_t)1 << 28, &arena, &bytes, &why)) {
			fprintf(stderr, "%s: %.*s\n", argv[i], STR_ARG(why));
			return 3;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)bytes.at, bytes.len);
		arena_release(&arena);
	}
	printf("%d passed, 0 failed\n", argc - 1);
	return 0;
}
