/*
 * Makes the history of plans that `generate` made, as a stream for git fast-import:
 * all of them in the first commit, and then 2,000 in each of which one date of one
 * plan moves; always the same ones. Paths start from DIR.
 *
 * usage: history DIR <names of the files, a line each
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COMMITS 2000
#define MOST_FILES 20000
/* 1 April 2023; four commits a day. */
#define FIRST 1680343200L
#define BETWEEN 21600L

struct file {
	char *path;
	char *text;
	size_t len;
};

static struct file files[MOST_FILES];

static void fail(const char *what)
{
	perror(what);
	exit(3);
}

static void read_file(struct file *file, const char *path)
{
	FILE *stream = fopen(path, "r");

	if (!stream || fseek(stream, 0, SEEK_END) != 0)
		fail(path);
	file->len = (size_t)ftell(stream);
	rewind(stream);
	file->path = strdup(path);
	file->text = malloc(file->len + 1);
	if (!file->path || !file->text || fread(file->text, 1, file->len, stream) != file->len)
		fail(path);
	file->text[file->len] = 0;
	fclose(stream);
}

static size_t read_files(void)
{
	char path[500];
	size_t count = 0;

	while (count < MOST_FILES && fgets(path, sizeof(path), stdin)) {
		path[strcspn(path, "\n")] = 0;
		read_file(&files[count++], path);
	}
	return count;
}

static void put_commit(long number)
{
	printf("commit refs/heads/main\nmark :%ld\n"
	       "committer Head of Finance <finance@anytown.example> %ld +0000\n"
	       "data <<END\n%s\nEND\n",
	       number + 1, FIRST + number * BETWEEN, number ? "A new date" : "All plans");
}

static void put_file(const struct file *file)
{
	printf("M 100644 inline %s\ndata %zu\n", file->path, file->len);
	fwrite(file->text, 1, file->len, stdout);
	putchar('\n');
}

/* Moves one of a file's dates of 2024 by a month, December to January. False: it has none. */
static int move_date(struct file *file, unsigned which)
{
	const char *const key = "\n    due: 2024-";
	unsigned count = 0;
	unsigned month;
	char digits[3];
	char *at;

	for (at = file->text; (at = strstr(at, key)); at++)
		count++;
	if (!count)
		return 0;
	at = file->text - 1;
	for (unsigned i = 0; i <= which % count; i++)
		at = strstr(at + 1, key);
	at += strlen(key);
	month = (unsigned)(at[0] - '0') * 10 + (unsigned)(at[1] - '0');
	snprintf(digits, sizeof(digits), "%02u", month % 12 + 1);
	memcpy(at, digits, 2);
	return 1;
}

int main(int argc, char **argv)
{
	uint64_t seed = 20230401;
	size_t count;

	if (argc != 2 || chdir(argv[1]) != 0) {
		fputs("usage: history DIR <names of the files, a line each\n", stderr);
		return 2;
	}
	count = read_files();
	put_commit(0);
	for (size_t i = 0; i < count; i++)
		put_file(&files[i]);
	for (long i = 1; count && i < COMMITS;) {
		struct file *file;

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		file = &files[(seed >> 33) % count];
		if (!move_date(file, (unsigned)(seed >> 20) & 0xFF))
			continue;
		put_commit(i++);
		put_file(file);
	}
	return fflush(stdout) != 0 || ferror(stdout);
}
