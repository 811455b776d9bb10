#include "schema/unicode.h"

/* The long names of general categories (Unicode, PropertyValueAliases), which PCRE2 lacks. */
static const struct category {
	const char *name;
	const char *letters;
} categories[] = {
	{ "Letter", "L" },
	{ "Cased_Letter", "L&" },
	{ "LC", "L&" },
	{ "Uppercase_Letter", "Lu" },
	{ "Lowercase_Letter", "Ll" },
	{ "Titlecase_Letter", "Lt" },
	{ "Modifier_Letter", "Lm" },
	{ "Other_Letter", "Lo" },
	{ "Mark", "M" },
	{ "Combining_Mark", "M" },
	{ "Nonspacing_Mark", "Mn" },
	{ "Spacing_Mark", "Mc" },
	{ "Enclosing_Mark", "Me" },
	{ "Number", "N" },
	{ "Decimal_Number", "Nd" },
	{ "digit", "Nd" },
	{ "Letter_Number", "Nl" },
	{ "Other_Number", "No" },
	{ "Punctuation", "P" },
	{ "punct", "P" },
	{ "Connector_Punctuation", "Pc" },
	{ "Dash_Punctuation", "Pd" },
	{ "Open_Punctuation", "Ps" },
	{ "Close_Punctuation", "Pe" },
	{ "Initial_Punctuation", "Pi" },
	{ "Final_Punctuation", "Pf" },
	{ "Other_Punctuation", "Po" },
	{ "Symbol", "S" },
	{ "Math_Symbol", "Sm" },
	{ "Currency_Symbol", "Sc" },
	{ "Modifier_Symbol", "Sk" },
	{ "Other_Symbol", "So" },
	{ "Separator", "Z" },
	{ "Space_Separator", "Zs" },
	{ "Line_Separator", "Zl" },
	{ "Paragraph_Separator", "Zp" },
	{ "Other", "C" },
	{ "Control", "Cc" },
	{ "cntrl", "Cc" },
	{ "Format", "Cf" },
	{ "Surrogate", "Cs" },
	{ "Private_Use", "Co" },
	{ "Unassigned", "Cn" },
};

static struct str category_letters(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(categories); i++) {
		if (str_equal(name, str_from(categories[i].name)))
			return str_from(categories[i].letters);
	}
	return name;
}

static bool is_plain_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') &&
		    c != '_')
			return false;
	}
	return name.len > 0;
}

bool unicode_add_property(struct buf *out, struct str name)
{
	size_t equals = str_find_byte(name, '=', 0);
	const char *before = "";
	struct str value = name;

	if (equals < name.len) {
		value = str_slice(name, equals + 1, name.len);
		name = str_slice(name, 0, equals);
		if (str_equal(name, STR("Script")) || str_equal(name, STR("sc")))
			before = "sc:";
		else if (str_equal(name, STR("Script_Extensions")) || str_equal(name, STR("scx")))
			before = "scx:";
		else if (!str_equal(name, STR("General_Category")) && !str_equal(name, STR("gc")))
			return false;
	}
	if (!is_plain_name(value))
		return false;
	if (!*before)
		value = category_letters(value);
	buf_add_byte(out, '{');
	buf_add_c(out, before);
	buf_add(out, value);
	buf_add_byte(out, '}');
	return true;
}
