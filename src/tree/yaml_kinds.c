/* What `planc explain` says of the faults that reading YAML finds. */
#include "tree/yaml.h"

const struct finding_kind kind_yaml_syntax = {
	.name = "yaml-syntax",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "The file breaks a rule of YAML, so nothing in it can be read.",
	.advice = "A plan is written in YAML: a key, a colon, a space and a text; lists with "
		  "hyphens; what belongs together is indented alike, with spaces and never "
		  "with tabs. A text that holds a colon and a space, or begins with a sign "
		  "that YAML keeps for itself (such as @, *, &, !, %, [ or a quotation mark), "
		  "needs quotes round the whole of it. Or write >- behind the key and the "
		  "text, indented, on the lines below: then no sign in it matters. The place "
		  "that is shown is where to mend the file.",
	.bad = "title: Housing: a plan for 2024\n",
	.good = "title: \"Housing: a plan for 2024\"\n",
};

const struct finding_kind kind_yaml_encoding = {
	.name = "yaml-encoding",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "The file is not plain UTF-8 text.",
	.advice = "Files are read as UTF-8, the encoding of the web. Some programs save text "
		  "in an older encoding (“ANSI”, Windows-1252) or a wider one (“Unicode”, "
		  "UTF-16), where curly quotation marks, dashes and pound signs are other "
		  "bytes; pasting can bring in control characters that nobody sees. Open the "
		  "file in an editor, choose UTF-8 when saving, and look at the characters "
		  "near the place shown.",
	.bad = NULL,
	.good = NULL,
};

const struct finding_kind kind_yaml_duplicate_key = {
	.name = "yaml-duplicate-key",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A key stands twice in the same group of keys.",
	.advice = "Each key may stand once; of two, programs silently keep the one or the "
		  "other, and the reader cannot know which was meant. It is often left over "
		  "from copying an action, or two people added it at once. Keep one. Where "
		  "both hold list items, join them into one list. The first one is used until "
		  "this is mended.",
	.bad = "lead: hr\ndue: 2023-11\nlead: strategic-support\n",
	.good = "lead: [hr, strategic-support]\ndue: 2023-11\n",
};

const struct finding_kind kind_yaml_key_type = {
	.name = "yaml-key-type",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A key is not a text: a number, true, null, a list or a group of keys.",
	.advice = "Keys are words. YAML takes a key such as 2023, true or ~ for a number, a "
		  "yes or a nothing, and square or curly brackets for a list or a group. Put "
		  "quotes round it and it is a word.",
	.bad = "x-budgets:\n  2023: £10,000\n",
	.good = "x-budgets:\n  \"2023\": £10,000\n",
};

const struct finding_kind kind_yaml_tag = {
	.name = "yaml-tag",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A word that begins with an exclamation mark names a YAML type that is not "
		   "known.",
	.advice = "In YAML a text without quotes cannot begin with an exclamation mark: what "
		  "follows it is the name of a type. Only YAML's own types are known, such as "
		  "!!str. If it is part of the text, put quotes round the text; if not, "
		  "delete it.",
	.bad = "title: !important Staff survey\n",
	.good = "title: \"!important Staff survey\"\n",
};

const struct finding_kind kind_yaml_merge_key = {
	.name = "yaml-merge-key",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "The merge key << copies keys from elsewhere; it is no part of YAML 1.2.",
	.advice = "Some programs copy all keys of another part of the file where << stands. "
		  "It was taken out of YAML, and a reader of the file cannot see what an "
		  "action says. Write the keys out where they belong. To use one value in "
		  "several places, *name works.",
	.bad = "survey: &survey\n  lead: hr\nawards:\n  <<: *survey\n  due: 2023-11\n",
	.good = "survey:\n  lead: hr\nawards:\n  lead: hr\n  due: 2023-11\n",
};

const struct finding_kind kind_yaml_documents = {
	.name = "yaml-documents",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "The file holds more than one YAML document.",
	.advice = "A line of three hyphens begins a new document, and a file is read as one. "
		  "If the line was meant to part two sections for the eye, delete it or make "
		  "it a comment. If there are two things in the file, give each a file of its "
		  "own.",
	.bad = "title: Engagement\n---\ntitle: Recruitment\n",
	.good = "title: Engagement\n",
};

const struct finding_kind kind_yaml_alias = {
	.name = "yaml-alias",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A word that begins with * points to nothing, to itself or to too much.",
	.advice = "In YAML a word that begins with * stands for the part of the file that the "
		  "same word with & names, further up. If nothing has that name, it is most "
		  "likely a text that begins with a star: put quotes round it. Parts that "
		  "repeat parts that repeat parts may grow to 100,000 values in all.",
	.bad = "notes:\n  - *Draft\n",
	.good = "notes:\n  - \"*Draft\"\n",
};

const struct finding_kind kind_yaml_limit = {
	.name = "yaml-limit",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "The file is larger, deeper or fuller than is read.",
	.advice = "So that nobody can stop the checks with a file made for it, a file may "
		  "hold 4 MiB, 100,000 values and 64 levels of lists within lists. No plan "
		  "comes near. A large plan can be divided: each section and theme may stand "
		  "in a file of its own.",
	.bad = NULL,
	.good = NULL,
};

const struct finding_kind kind_yaml_empty = {
	.name = "yaml-empty",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "The file holds nothing, or nothing but comments.",
	.advice = "An empty file is often one that was not saved, or whose lines all begin "
		  "with #. Write what it should hold, or delete it and the line that names "
		  "it.",
	.bad = "# id: engagement\n",
	.good = "id: engagement\ntitle: Engagement\n",
};
