#include "schema/formats.h"
#include "base/ascii.h"
#include "base/attributes.h"
#include "schema/host.h"
#include "schema/mailbox.h"
#include "schema/moment.h"
#include "schema/regex.h"
#include "schema/uri_grammar.h"

/* RFC 4122, section 3. */
static bool is_uuid(struct str text)
{
	if (text.len != 36)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;

		if (hyphen ? text.at[i] != '-' : ascii_hex(text.at[i]) < 0)
			return false;
	}
	return true;
}

/* RFC 6901. */
static bool is_json_pointer(struct str text)
{
	if (text.len && text.at[0] != '/')
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '~' &&
		    (i + 1 == text.len || (text.at[i + 1] != '0' && text.at[i + 1] != '1')))
			return false;
	}
	return true;
}

static bool is_idn_hostname(struct str text)
{
	return host_is_idn(text, false);
}

/* A number without leading zeros. */
static bool take_number(struct str *text)
{
	size_t len = 0;

	while (len < text->len && ascii_is_digit(text->at[len]))
		len++;
	if (!len || (len > 1 && text->at[0] == '0'))
		return false;
	*text = str_slice(*text, len, text->len);
	return true;
}

/* draft-bhutton-relative-json-pointer-00, section 3. */
static bool is_relative_json_pointer(struct str text)
{
	if (!take_number(&text))
		return false;
	if ((str_take(&text, '+') || str_take(&text, '-')) && !take_number(&text))
		return false;
	return str_equal(text, STR("#")) || is_json_pointer(text);
}

static const struct format formats[] = {
	{ "date", "a date", "2023-09-30", moment_is_date },
	{ "time", "a time with its zone", "14:30:00Z", moment_is_time },
	{ "date-time", "a date and time with its zone", "2023-09-30T14:30:00Z",
	  moment_is_date_time },
	{ "duration", "a length of time (a P, then numbers with Y, M, W or D)", "P3M",
	  moment_is_duration },
	{ "email", "an email address", "housing@example.org", mailbox_is_plain },
	{ "idn-email", "an email address", "housing@example.org", mailbox_is_idn },
	{ "hostname", "the name of a computer", "www.example.org", host_is_name },
	{ "idn-hostname", "the name of a computer", "www.example.org", is_idn_hostname },
	{ "ipv4", "an internet address of four numbers up to 255", "192.0.2.1", host_is_ipv4 },
	{ "ipv6", "an internet address of the longer kind", "2001:db8::1", host_is_ipv6 },
	{ "uri", "a web address in full", "https://www.example.org/plan", uri_is_absolute },
	{ "uri-reference", "a web address or the last part of one", "/plan", uri_is_reference },
	{ "iri", "a web address in full", "https://www.example.org/plan", uri_is_iri },
	{ "iri-reference", "a web address or the last part of one", "/plan", uri_is_iri_reference },
	{ "uri-template", "a web address with names in curly brackets",
	  "https://www.example.org/plans/{id}", uri_is_template },
	{ "uuid", "a UUID (32 digits and letters from a to f, with four hyphens)",
	  "2eb8aa08-aa98-11ea-b4aa-73b441d16380", is_uuid },
	{ "json-pointer", "the path to a value", "/themes/0/title", is_json_pointer },
	{ "relative-json-pointer",
	  "the path to a value from here (how many steps up, then the way down)", "1/title",
	  is_relative_json_pointer },
	{ "regex", "a regular expression as JavaScript knows them", "^[A-Z]+$", pattern_is_valid },
};

const struct format *format_find(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
		if (str_equal(name, str_from(formats[i].name)))
			return &formats[i];
	}
	return NULL;
}
