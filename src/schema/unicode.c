#include "schema/unicode.h"
#include "base/ascii.h"

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

/* The properties that a character has or has not (ECMA-262, tables 67 and 68), which PCRE2 has too. */
static const char binary[] =
	" ASCII ASCII_Hex_Digit AHex Alphabetic Alpha Any Bidi_Control Bidi_C Bidi_Mirrored Bidi_M"
	" Case_Ignorable CI Cased Changes_When_Casefolded CWCF Changes_When_Casemapped CWCM"
	" Changes_When_Lowercased CWL Changes_When_Titlecased CWT Changes_When_Uppercased CWU Dash"
	" Default_Ignorable_Code_Point DI Deprecated Dep Diacritic Dia Emoji Emoji_Component EComp"
	" Emoji_Modifier EMod Emoji_Modifier_Base EBase Emoji_Presentation EPres"
	" Extended_Pictographic ExtPict Extender Ext Grapheme_Base Gr_Base Grapheme_Extend Gr_Ext"
	" Hex_Digit Hex IDS_Binary_Operator IDSB IDS_Trinary_Operator IDST ID_Continue IDC ID_Start"
	" IDS Ideographic Ideo Join_Control Join_C Logical_Order_Exception LOE Lowercase Lower Math"
	" Noncharacter_Code_Point NChar Pattern_Syntax Pat_Syn Pattern_White_Space Pat_WS"
	" Quotation_Mark QMark Radical Regional_Indicator RI Sentence_Terminal STerm Soft_Dotted SD"
	" Terminal_Punctuation Term Unified_Ideograph UIdeo Uppercase Upper Variation_Selector VS"
	" White_Space space XID_Continue XIDC XID_Start XIDS ";

/* PCRE2's letters for a general category, or NULL. */
static const char *find_category(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(categories); i++) {
		const char *letters = categories[i].letters;

		if (str_equal(name, str_from(categories[i].name)) ||
		    (str_equal(name, str_from(letters)) && letters[1] != '&'))
			return letters;
	}
	return NULL;
}

static bool is_plain_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++) {
		if (!ascii_is_letter(name.at[i]) && !ascii_is_digit(name.at[i]) &&
		    name.at[i] != '_')
			return false;
	}
	return name.len > 0;
}

static bool is_binary(struct str name)
{
	struct str list = str_from(binary);
	size_t at = 0;

	while ((at = str_find(list, name, at)) < list.len) {
		if (list.at[at - 1] == ' ' && list.at[at + name.len] == ' ')
			return true;
		at++;
	}
	return false;
}

static bool add_script(struct buf *out, char p, struct str key, struct str value)
{
	const char *sign;

	if (str_equal(key, STR("Script")) || str_equal(key, STR("sc")))
		sign = "sc";
	else if (str_equal(key, STR("Script_Extensions")) || str_equal(key, STR("scx")))
		sign = "scx";
	else
		return false;
	/* PCRE2 takes capital and small letters for the same. */
	if (!value.len || value.at[0] < 'A' || value.at[0] > 'Z')
		return false;
	buf_printf(out, "\\%c{%s:%.*s}", p, sign, STR_ARG(value));
	return true;
}

bool unicode_add_property(struct buf *out, char p, struct str name)
{
	size_t equals = str_find_byte(name, '=', 0);
	struct str key = str_slice(name, 0, equals);
	struct str value = equals < name.len ? str_slice(name, equals + 1, name.len) : name;
	bool is_category = str_equal(key, STR("General_Category")) || str_equal(key, STR("gc"));
	const char *letters = find_category(value);

	if (!is_plain_name(value) || (equals < name.len && !is_category))
		return is_plain_name(value) && add_script(out, p, key, value);
	if (letters)
		buf_printf(out, "\\%c{%s}", p, letters);
	else if (!is_category && str_equal(value, STR("Assigned")))
		buf_printf(out, "\\%c{Cn}", p == 'p' ? 'P' : 'p');
	else if (!is_category && is_binary(value))
		buf_printf(out, "\\%c{%.*s}", p, STR_ARG(value));
	else
		return false;
	return true;
}
