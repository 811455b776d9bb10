#include "pages.h"

#include "diff/change.h"

static const char intro[] =
	"<!-- Written by tests/docs/manual.c: do not change it here. -->\n\n"
	"# Changes\n\n"
	"What `planc diff` tells apart. It compares what plans mean, not how they are laid\n"
	"out: the order of keys, quotes, folded lines, comments, a theme that moved into a\n"
	"file of its own and Windows line ends are no change at all.\n\n"
	"| change | weight | in a sentence | the other way round |\n"
	"| --- | --- | --- | --- |\n";

static const char rest[] =
	"\n## How they are told apart\n\n"
	"- **Which action is which.** By its id; then by what `replaces` and `split_from` say on\n"
	"  either side; then by likeness of text. An action with another id is one\n"
	"  `action-renamed` at the new address, and what refers to it under its new id is\n"
	"  silent. A split is one change at the old action, with the new ids in `new`; a merge\n"
	"  is one at the new action, with the old ids in `old`. Neither lists what else changed\n"
	"  in the parts; an action that stays under its id is compared as any other.\n"
	"- **Themes** go by id, then by the actions that they share, then by their titles.\n"
	"  Sections and people go by id, then by their words.\n"
	"- **Dates** of `due` compare by their last day. The same last day said more or less\n"
	"  exactly is `date-precision`. To or from `tbc`, `unknown` and nothing is removed or\n"
	"  set; between those, and where a date cannot be read, it is `timing-changed`. To an\n"
	"  open end is `date-slipped` without days. All other dates have `days`, too.\n"
	"- **Targets** compare by their direction: more is stronger for “at least”, “above”,\n"
	"  “increase by” and “reduce by”, less for “at most” and “below”. “exactly” and a range\n"
	"  that moved compare only where `direction` is given; a narrower range is stronger.\n"
	"  `all` is 100%. Another form, unit or benchmark cannot be compared; so it is when\n"
	"  `unit` alone changes under a number.\n"
	"- **Leads** are a set: their order is nothing, and one for another is one change.\n"
	"- **Status**: done or cancelled to anything open is `reopened`, and not `status-changed`\n"
	"  as well. Without a status an action is not started.\n"
	"- **Items of lists** (steps, outcomes, measures, milestones …) without ids go by their\n"
	"  words, never by their position.\n"
	"- **Texts** differ as an editor's work where only case, punctuation, spacing, Markdown\n"
	"  marks or spelling differ. Numbers, per cent and signs of money are no punctuation, and\n"
	"  where a link leads is no mark. What else differs has a difference word by word.\n"
	"- **Each language** of a text is compared with itself: `summary.cy`.\n"
	"- **`revisions`**: an entry that came is no change, but the reason of what came with it.\n"
	"  One that was reworded is `field-changed`.\n"
	"- **A field** without a kind of its own is `field-changed`; so are the figures, terms and\n"
	"  sums of a section. Keys that begin with `x-` are compared, too.\n"
	"- **A plan that was added or removed** is one change, whatever is in it. What cannot be\n"
	"  read on one side is said, and nothing in it is called added or removed.\n";

void page_changes(struct buf *page)
{
	buf_add_c(page, intro);
	for (int kind = 0; kind < CHANGE_KINDS; kind++) {
		const struct change_type *type = &change_types[kind];

		buf_printf(page, "| %s | %s | %s | %s |\n", type->name,
			   change_weight_name(type->weight), type->one,
			   (int)type->mirror == kind ? "itself" : change_types[type->mirror].name);
	}
	buf_add_c(page, rest);
}
