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
	"  Where several came, all are told, each with its day, since which of them goes with which\n"
	"  change cannot be known; in JSON `reason` is the newest.\n"
	"  One that was reworded is `field-changed`.\n"
	"- **A field** without a kind of its own is `field-changed`; so are the figures, terms and\n"
	"  sums of a section. Keys that begin with `x-` are compared, too.\n"
	"- **A plan that was added or removed** is one change, whatever is in it. What cannot be\n"
	"  read on one side is said, and nothing in it is called added or removed.\n";

static const char ledger[] =
	"\n"
	"## The ledger of a history\n"
	"\n"
	"`planc log` goes through the commits that led to HEAD (`--rev` names another) and says\n"
	"when each date, target, lead and status became what it is: the commit, its day (the\n"
	"committer's, in UTC), its author, the old and the new value, and the reason that was\n"
	"given in `revisions`. `planc log anytown/homes-plan#repairs-service` tells one action.\n"
	"\n"
	"- **What is kept.** Of an action `due`, `start`, `until`, `review`, `done`, `lead`,\n"
	"  `accountable` and `status`; of its milestones `due`, `start`, `done` and `status`; of\n"
	"  each measure `target` and `by`; of the plan `status`, `owner`, `period`, `approved` and\n"
	"  `review`. What comes with a new action, or goes with one that is removed, is told with\n"
	"  nothing before it, or behind it.\n"
	"- **Names.** All is told under the address it has now: an action that was renamed, moved\n"
	"  to another theme or is named by `replaces`, a theme, and a plan whose folder, or whose\n"
	"  council's, was renamed while half of its actions kept their ids. Of a split the first\n"
	"  action it names goes on where the old one left; the others begin with the old date.\n"
	"  What was merged into an action is told there. An action that was removed and comes\n"
	"  again under its id with much the same words goes on; with other words it is another.\n"
	"- **Merges.** The history follows the first parent: what came through a merge counts\n"
	"  once, on the day of the merge. With `--full-history` all commits are told, and a merge\n"
	"  only with what none of its parents has.\n"
	"- **What cannot be read** in a commit is named, and its plan is stepped over: the next\n"
	"  state of it that can be read is compared with the last one.\n"
	"- **The settings** of the newest commit hold for all: what they exclude is not told.\n"
	"- **A shallow clone** does not have all. Where its history begins is said in every\n"
	"  format; what stands there is known, but nothing says since when.\n"
	"\n"
	"`--slippage` sums up `due`: the first date, the date now, how often it moved, by how many\n"
	"days in all, and how many moves were made when the date had passed.\n"
	"\n"
	"- A move is later, earlier, to an open end, or away: to `tbc`, `unknown` or nothing. The\n"
	"  last two have no days. To say a date more or less exactly is no move. To set one where\n"
	"  there was none is none either, but the days from the first date count all the same.\n"
	"- A date that cannot be read moves nothing: the next that can is held against the last\n"
	"  one that could.\n"
	"- Themes, leads and plans are summed up over their actions of now; an action with several\n"
	"  leads counts for each. Their dates are the last of their actions'; their days the sum.\n";

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
	buf_add_c(page, ledger);
}
