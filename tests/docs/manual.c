/*
 * Prints a page of the manual from the program's own tables.
 *
 *	usage: manual planc.1|planc-plan.5|rules.md|changes.md
 */
#include "pages.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	void (*write)(struct buf *page);
} pages[] = {
	{ "planc.1", page_command },
	{ "planc-plan.5", page_plan },
	{ "rules.md", page_rules },
	{ "changes.md", page_changes },
};

void add_sentence(struct buf *out, const char *summary)
{
	size_t begin = out->len;

	buf_add_c(out, summary);
	if (out->at[begin] >= 'a' && out->at[begin] <= 'z')
		out->at[begin] = (char)(out->at[begin] - 'a' + 'A');
	if (!str_ends(buf_str(out), STR(".")))
		buf_add_byte(out, '.');
}

static int print(void (*write)(struct buf *page))
{
	struct buf page = { 0 };
	bool ok;

	write(&page);
	ok = fwrite(page.at, 1, page.len, stdout) == page.len && fflush(stdout) == 0;
	buf_release(&page);
	return ok ? 0 : 3;
}

int main(int argc, char **argv)
{
	for (size_t i = 0; argc == 2 && i < ARRAY_LEN(pages); i++) {
		if (strcmp(argv[1], pages[i].name) == 0)
			return print(pages[i].write);
	}
	fputs("usage: manual planc.1|planc-plan.5|rules.md|changes.md\n", stderr);
	return 2;
}
