/*
 * What libyaml alone costs: reads every .yaml file below a folder and takes its
 * events, one after the other. Prints how many there were.
 *
 * usage: events DIR
 */
#include <fts.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <yaml.h>

/* Exits when the file cannot be read: there is nothing to measure then. */
static unsigned char *read_file(const char *path, size_t size)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes = malloc(size + 1);

	if (!file || !bytes || fread(bytes, 1, size, file) != size) {
		perror(path);
		exit(3);
	}
	fclose(file);
	return bytes;
}

static size_t count_events(const unsigned char *bytes, size_t size)
{
	yaml_parser_t parser;
	yaml_event_t event;
	size_t count = 0;
	bool goes_on = true;

	if (!yaml_parser_initialize(&parser))
		exit(3);
	yaml_parser_set_input_string(&parser, bytes, size);
	while (goes_on) {
		if (!yaml_parser_parse(&parser, &event))
			exit(3);
		goes_on = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
		count++;
	}
	yaml_parser_delete(&parser);
	return count;
}

int main(int argc, char **argv)
{
	char *folders[] = { argc == 2 ? argv[1] : NULL, NULL };
	FTS *walk = folders[0] ? fts_open(folders, FTS_PHYSICAL, NULL) : NULL;
	size_t files = 0;
	size_t bytes = 0;
	size_t events = 0;
	const FTSENT *entry;

	if (!walk) {
		fputs("usage: events DIR\n", stderr);
		return 2;
	}
	while ((entry = fts_read(walk)) != NULL) {
		size_t size = entry->fts_info == FTS_F ? (size_t)entry->fts_statp->st_size : 0;
		unsigned char *text;

		if (entry->fts_namelen < 5 ||
		    strcmp(entry->fts_name + entry->fts_namelen - 5, ".yaml") != 0)
			continue;
		text = read_file(entry->fts_accpath, size);
		events += count_events(text, size);
		bytes += size;
		files++;
		free(text);
	}
	fts_close(walk);
	printf("%zu files, %zu bytes, %zu events\n", files, bytes, events);
	return 0;
}
