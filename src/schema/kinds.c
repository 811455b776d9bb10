/* The kinds of finding that a schema makes. */
#include "schema/schema.h"

const struct finding_kind kind_schema_missing_key = {
	.name = "schema-missing-key",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A key that must be there is missing.",
	.advice = "A few keys are needed in every draft, because nothing can be shown or linked "
		  "without them: a plan's title and status, the id of an action and what it is. "
		  "Add a line with the key and its value, at the same indent as the keys beside it. "
		  "If the key is there under another name, rename it.",
	.bad = "title: Housing Plan\n"
	       "status: draft\n"
	       "actions:\n"
	       "  - activity: Run a staff survey every year.\n",
	.good = "title: Housing Plan\n"
		"status: draft\n"
		"actions:\n"
		"  - id: staff-survey\n"
		"    activity: Run a staff survey every year.\n",
};

const struct finding_kind kind_schema_unknown_key = {
	.name = "schema-unknown-key",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A key stands where it is not known.",
	.advice =
		"Most often the key is misspelt, or it is indented too far or not far enough and so "
		"belongs to the wrong thing. What is written behind an unknown key would not be "
		"printed, so it is an error and not passed over. Keys of your own are welcome: "
		"start them with x-.",
	.bad = "title: Housing Plan\n"
	       "status: draft\n"
	       "actions:\n"
	       "  - id: staff-survey\n"
	       "    activity: Run a staff survey every year.\n"
	       "    led: head-of-hr\n",
	.good = "title: Housing Plan\n"
		"status: draft\n"
		"actions:\n"
		"  - id: staff-survey\n"
		"    activity: Run a staff survey every year.\n"
		"    lead: head-of-hr\n",
};

const struct finding_kind kind_schema_wrong_type = {
	.name = "schema-wrong-type",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A text stands where a list belongs, a number where a text belongs, and so on.",
	.advice =
		"Each key takes one or a few kinds of value. The items of a list stand on lines of "
		"their own that start with a hyphen and a space. A text that is only a number, or "
		"that has a colon and a space in it, needs quotation marks. A key with nothing "
		"behind it is best left out.",
	.bad = "title: Housing Plan\n"
	       "status: draft\n"
	       "actions:\n"
	       "  - id: staff-survey\n"
	       "    activity: Run a staff survey every year.\n"
	       "    outcomes: Staff feel listened to.\n",
	.good = "title: Housing Plan\n"
		"status: draft\n"
		"actions:\n"
		"  - id: staff-survey\n"
		"    activity: Run a staff survey every year.\n"
		"    outcomes:\n"
		"      - Staff feel listened to.\n",
};

const struct finding_kind kind_schema_value = {
	.name = "schema-value",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A key that takes one of a few words has another.",
	.advice = "Keys such as status and kind take one of a few fixed words, so that plans can be "
		  "counted and compared. Write one of the words that the message lists, just as it "
		  "stands there.",
	.bad = "title: Housing Plan\n"
	       "status: draft\n"
	       "actions:\n"
	       "  - id: staff-survey\n"
	       "    activity: Run a staff survey every year.\n"
	       "    status: in progress\n",
	.good = "title: Housing Plan\n"
		"status: draft\n"
		"actions:\n"
		"  - id: staff-survey\n"
		"    activity: Run a staff survey every year.\n"
		"    status: in-progress\n",
};

const struct finding_kind kind_schema_format = {
	.name = "schema-format",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A value is not written in the form that its key asks for.",
	.advice =
		"An id is made of lower-case letters, digits and hyphens and starts with a letter, "
		"because it becomes part of a web address. Codes and addresses have forms of "
		"their own. The message says which form, with an example.",
	.bad = "title: Housing Plan\n"
	       "status: draft\n"
	       "actions:\n"
	       "  - id: Staff Survey\n"
	       "    activity: Run a staff survey every year.\n",
	.good = "title: Housing Plan\n"
		"status: draft\n"
		"actions:\n"
		"  - id: staff-survey\n"
		"    activity: Run a staff survey every year.\n",
};

const struct finding_kind kind_schema_size = {
	.name = "schema-size",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A value is too long, too short, too large or too small.",
	.advice =
		"A text with several languages needs at least one of them, and a schema of your own "
		"may set bounds to texts, numbers and lists. The message says how much there is "
		"and how much there may be.",
	.bad = "title: {}\n"
	       "status: draft\n",
	.good = "title:\n"
		"  en: Housing Plan\n"
		"status: draft\n",
};

const struct finding_kind kind_schema_no_match = {
	.name = "schema-no-match",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A value can have several forms, and has none of them, or more than one.",
	.advice =
		"This comes from a schema of your own that leaves a choice (anyOf, oneOf) or rules "
		"something out (not). Where one of the forms comes near, the message is about "
		"that one instead. Here none does: pick one of those that the message lists.",
	.bad = NULL,
	.good = NULL,
};

const struct finding_kind kind_schema_broken = {
	.name = "schema-broken",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "A schema cannot be used, so nothing was held against it.",
	.advice = "A schema is a file of JSON or YAML by the rules of JSON Schema, draft 2020-12. "
		  "It may refer to others with `$ref`; they are read from the schema's own folder "
		  "and from those that `--map` names, and never from the network. The place that "
		  "is shown is in the schema: mend it there.",
	.bad = NULL,
	.good = NULL,
};

const struct finding_kind kind_schema_other = {
	.name = "schema-other",
	.draft = SEVERITY_ERROR,
	.adopted = SEVERITY_ERROR,
	.summary = "The shape of a file is wrong in some other way.",
	.advice = "This comes from a schema of your own: an item that stands twice in a list, a key "
		  "that may not be there, an item that every such list needs. It is also said when "
		  "a check takes too long and is given up.",
	.bad = NULL,
	.good = NULL,
};
