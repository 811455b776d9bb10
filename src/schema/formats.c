#include "schema/formats.h"
#include "base/civil.h"
#include "base/attributes.h"
#include "schema/regex.h"
#include "schema/uri.h"

#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(char c)
{
	return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* Takes `count` digits off the front; false when they are not there. */
static bool take_digits(struct str *text, size_t count, int *value)
{
	*value = 0;
	if (text->len < count)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!is_digit(text->at[i]))
			return false;
		*value = *value * 10 + (text->at[i] - '0');
	}
	*text = str_slice(*text, count, text->len);
	return true;
}

static bool take(struct str *text, char c)
{
	if (!text->len || text->at[0] != c)
		return false;
	*text = str_slice(*text, 1, text->len);
	return true;
}

/* RFC 3339, full-date. */
static bool take_date(struct str *text)
{
	struct civil day;

	return take_digits(text, 4, &day.year) && take(text, '-') &&
	       take_digits(text, 2, &day.month) && take(text, '-') &&
	       take_digits(text, 2, &day.day) && (day.year ? civil_is_valid(day) : false);
}

/* Z or an offset from UTC, in minutes. */
static bool take_zone(struct str *text, int *minutes)
{
	bool west;
	int hour, minute;

	*minutes = 0;
	if (take(text, 'Z') || take(text, 'z'))
		return true;
	west = text->len && text->at[0] == '-';
	if (!take(text, '+') && !take(text, '-'))
		return false;
	if (!take_digits(text, 2, &hour) || !take(text, ':') || !take_digits(text, 2, &minute))
		return false;
	*minutes = (hour * 60 + minute) * (west ? -1 : 1);
	return hour < 24 && minute < 60;
}

/* RFC 3339, full-time. A leap second is the last of a day in UTC. */
static bool take_time(struct str *text)
{
	int hour, minute, second, zone, utc;

	if (!take_digits(text, 2, &hour) || !take(text, ':') || !take_digits(text, 2, &minute) ||
	    !take(text, ':') || !take_digits(text, 2, &second))
		return false;
	if (take(text, '.')) {
		if (!text->len || !is_digit(text->at[0]))
			return false;
		while (text->len && is_digit(text->at[0]))
			*text = str_slice(*text, 1, text->len);
	}
	if (!take_zone(text, &zone) || hour > 23 || minute > 59 || second > 60)
		return false;
	utc = ((hour * 60 + minute - zone) % 1440 + 1440) % 1440;
	return second < 60 || utc == 1439;
}

static bool is_date(struct str text)
{
	return take_date(&text) && !text.len;
}

static bool is_time(struct str text)
{
	return take_time(&text) && !text.len;
}

static bool is_date_time(struct str text)
{
	return take_date(&text) && (take(&text, 'T') || take(&text, 't')) && take_time(&text) &&
	       !text.len;
}

/* Takes numbers with these letters behind them, in this order and none twice; how many. */
static int take_units(struct str *text, const char *letters)
{
	int units = 0;
	size_t len;

	for (; text->len && is_digit(text->at[0]); units++) {
		const char *letter;

		for (len = 0; len < text->len && is_digit(text->at[len]);)
			len++;
		letter = len < text->len && text->at[len] ? strchr(letters, text->at[len]) : NULL;
		if (!letter)
			return -1;
		/* A unit may be left out at the ends, not between two: P1Y1D is none. */
		if (units && letter != letters)
			return -1;
		letters = letter + 1;
		*text = str_slice(*text, len + 1, text->len);
	}
	return units;
}

/* RFC 3339, appendix A: P1W, P1Y2M3D, PT4H5M6S, P1DT2H. */
static bool is_duration(struct str text)
{
	struct str weeks;
	int days, times = 0;

	if (!take(&text, 'P'))
		return false;
	weeks = text;
	if (take_units(&weeks, "W") == 1 && !weeks.len)
		return true;
	days = take_units(&text, "YMD");
	if (take(&text, 'T')) {
		times = take_units(&text, "HMS");
		if (times < 1)
			return false;
	}
	return days >= 0 && days + times > 0 && !text.len;
}

/* RFC 1123: labels of letters, digits and hyphens. */
static bool is_hostname(struct str text)
{
	size_t label = 0;

	if (!text.len || text.len > 253)
		return false;
	for (size_t i = 0; i <= text.len; i++) {
		bool end = i == text.len || text.at[i] == '.';

		if (!end && !is_letter(text.at[i]) && !is_digit(text.at[i]) && text.at[i] != '-')
			return false;
		if (!end)
			continue;
		if (i == label || i - label > 63 || text.at[label] == '-' || text.at[i - 1] == '-')
			return false;
		label = i + 1;
	}
	return true;
}

/* RFC 2673, section 3.2: four numbers up to 255 without leading zeros. */
static bool is_ipv4(struct str text)
{
	for (int part = 0; part < 4; part++) {
		size_t len = 0;
		int value = 0;

		if (part && !take(&text, '.'))
			return false;
		while (len < text.len && len < 4 && is_digit(text.at[len]))
			value = value * 10 + (text.at[len++] - '0');
		if (!len || value > 255 || (len > 1 && text.at[0] == '0'))
			return false;
		text = str_slice(text, len, text.len);
	}
	return !text.len;
}

/* RFC 4291, section 2.2. */
static bool is_ipv6(struct str text)
{
	int groups = 0;
	bool gap = false;

	if (str_starts(text, STR("::"))) {
		gap = true;
		text = str_slice(text, 2, text.len);
		if (!text.len)
			return true;
	}
	for (;;) {
		size_t len = 0;

		if (str_find_byte(text, ':', 0) == text.len && is_ipv4(text)) {
			groups += 2;
			break;
		}
		while (len < text.len && is_hex(text.at[len]))
			len++;
		if (!len || len > 4)
			return false;
		groups++;
		text = str_slice(text, len, text.len);
		if (!text.len)
			break;
		if (!take(&text, ':'))
			return false;
		if (take(&text, ':')) {
			if (gap)
				return false;
			gap = true;
			if (!text.len)
				break;
		}
	}
	return gap ? groups < 8 : groups == 8;
}

/* What may stand before the @ (RFC 5321, section 4.1.2). */
static bool is_local_part(struct str text)
{
	char before = '.';

	if (text.len > 1 && text.at[0] == '"' && text.at[text.len - 1] == '"') {
		for (size_t i = 1; i + 1 < text.len; i++) {
			if (text.at[i] == '\\' && i + 2 < text.len)
				i++;
			else if (text.at[i] == '"' || text.at[i] == '\\' || text.at[i] < ' ' ||
				 text.at[i] > '~')
				return false;
		}
		return true;
	}
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (!c || (!is_letter(c) && !is_digit(c) && !strchr(".!#$%&'*+-/=?^_`{|}~", c)) ||
		    (c == '.' && before == '.'))
			return false;
		before = c;
	}
	return text.len && before != '.';
}

static bool is_email(struct str text)
{
	size_t at = text.len;
	struct str domain, inside;

	while (at > 0 && text.at[at - 1] != '@')
		at--;
	if (!at || !is_local_part(str_slice(text, 0, at - 1)))
		return false;
	domain = str_slice(text, at, text.len);
	if (domain.len < 2 || domain.at[0] != '[' || domain.at[domain.len - 1] != ']')
		return is_hostname(domain);
	inside = str_slice(domain, 1, domain.len - 1);
	if (str_starts(inside, STR("IPv6:")))
		return is_ipv6(str_slice(inside, 5, inside.len));
	return is_ipv4(inside);
}

static bool is_uuid(struct str text)
{
	if (text.len != 36)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;

		if (hyphen ? text.at[i] != '-' : !is_hex(text.at[i]))
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

static bool is_relative_json_pointer(struct str text)
{
	size_t len = 0;

	while (len < text.len && is_digit(text.at[len]))
		len++;
	if (!len || (len > 1 && text.at[0] == '0'))
		return false;
	text = str_slice(text, len, text.len);
	return str_equal(text, STR("#")) || is_json_pointer(text);
}

/* The rest of the standard's (idn-email, idn-hostname, iri, iri-reference, uri-template) go here. */
static const struct format formats[] = {
	{ "date", "a date such as 2023-09-30", is_date },
	{ "time", "a time such as 14:30:00Z", is_time },
	{ "date-time", "a date and time such as 2023-09-30T14:30:00Z", is_date_time },
	{ "duration", "a duration such as P3M", is_duration },
	{ "email", "an email address", is_email },
	{ "hostname", "the name of a computer, such as www.example.org", is_hostname },
	{ "ipv4", "an internet address such as 192.0.2.1", is_ipv4 },
	{ "ipv6", "an internet address such as 2001:db8::1", is_ipv6 },
	{ "uri", "a web address in full, such as https://www.example.org/", uri_is_absolute },
	{ "uri-reference", "a web address or a part of one", uri_is_reference },
	{ "uuid", "a UUID", is_uuid },
	{ "json-pointer", "a JSON Pointer such as /themes/0", is_json_pointer },
	{ "relative-json-pointer", "a relative JSON Pointer such as 1/title",
	  is_relative_json_pointer },
	{ "regex", "a regular expression", pattern_is_valid },
};

const struct format *format_find(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
		if (str_equal(name, str_from(formats[i].name)))
			return &formats[i];
	}
	return NULL;
}
