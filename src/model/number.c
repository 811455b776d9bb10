#include "model/number.h"
#include "base/ascii.h"

#include <inttypes.h>

#define DIGITS_MAX 18

static size_t digits_span(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.len && ascii_is_digit(text.at[end]))
		end++;
	return end - at;
}

static size_t sign_span(struct str text)
{
	if (str_starts(text, STR("-")))
		return 1;
	return str_starts(text, STR("\xE2\x88\x92")) ? 3 : 0;
}

/* Digits, and groups of exactly three behind commas where the first has one to three. */
static size_t whole_span(struct str text, size_t at)
{
	size_t first = digits_span(text, at);
	size_t end = at + first;

	if (first < 1 || first > 3)
		return first;
	while (end < text.len && text.at[end] == ',' && digits_span(text, end + 1) == 3)
		end += 4;
	return end - at;
}

size_t number_span(struct str text)
{
	size_t at = sign_span(text);
	size_t whole = whole_span(text, at);
	size_t fraction;

	if (!whole)
		return 0;
	at += whole;
	if (at < text.len && text.at[at] == '.') {
		fraction = digits_span(text, at + 1);
		if (fraction)
			at += 1 + fraction;
	}
	return at;
}

bool number_parse(struct str text, struct number *number)
{
	size_t start = sign_span(text);
	size_t count = 0;
	bool in_fraction = false;
	int64_t value = 0;
	uint8_t scale = 0;

	if (!text.len || number_span(text) != text.len)
		return false;
	for (size_t i = start; i < text.len; i++) {
		if (text.at[i] == '.')
			in_fraction = true;
		if (!ascii_is_digit(text.at[i]))
			continue;
		count += count || text.at[i] != '0';
		scale = (uint8_t)(scale + in_fraction);
		if (count > DIGITS_MAX || scale > NUMBER_SCALE)
			return false;
		value = value * 10 + (text.at[i] - '0');
	}
	number->digits = start ? -value : value;
	number->scale = scale;
	return true;
}

static int64_t power_of_ten(unsigned power)
{
	int64_t value = 1;

	while (power--)
		value *= 10;
	return value;
}

/* By the whole part, then by what is behind the point in 10^-9: neither can overflow. */
int number_compare(struct number a, struct number b)
{
	int64_t unit_a = power_of_ten(a.scale);
	int64_t unit_b = power_of_ten(b.scale);
	int64_t whole_a = a.digits / unit_a;
	int64_t whole_b = b.digits / unit_b;
	int64_t rest_a = a.digits % unit_a * power_of_ten(NUMBER_SCALE - a.scale);
	int64_t rest_b = b.digits % unit_b * power_of_ten(NUMBER_SCALE - b.scale);

	if (whole_a != whole_b)
		return whole_a < whole_b ? -1 : 1;
	return (rest_a > rest_b) - (rest_a < rest_b);
}

bool number_add(struct number a, struct number b, struct number *sum)
{
	uint8_t scale = a.scale > b.scale ? a.scale : b.scale;
	int64_t left, right, total;

	if (__builtin_mul_overflow(a.digits, power_of_ten(scale - a.scale), &left) ||
	    __builtin_mul_overflow(b.digits, power_of_ten(scale - b.scale), &right) ||
	    __builtin_add_overflow(left, right, &total))
		return false;
	*sum = (struct number){ .digits = total, .scale = scale };
	return true;
}

bool number_shift(struct number number, unsigned power, struct number *shifted)
{
	while (power && number.scale) {
		number.scale--;
		power--;
	}
	while (power) {
		if (__builtin_mul_overflow(number.digits, (int64_t)10, &number.digits))
			return false;
		power--;
	}
	*shifted = number;
	return true;
}

void number_print(struct number number, struct buf *out)
{
	/* Of the smallest number, too: it has no positive counterpart. */
	uint64_t digits = number.digits < 0 ? 0 - (uint64_t)number.digits : (uint64_t)number.digits;
	uint64_t unit = 1;

	for (unsigned i = 0; i < number.scale; i++)
		unit *= 10;
	if (number.digits < 0)
		buf_add_byte(out, '-');
	buf_printf(out, "%" PRIu64, digits / unit);
	if (number.scale)
		buf_printf(out, ".%0*" PRIu64, (int)number.scale, digits % unit);
}

void number_print_people(struct number number, struct buf *out)
{
	struct buf plain = { 0 };
	size_t point, first;

	while (number.scale && number.digits % 10 == 0) {
		number.digits /= 10;
		number.scale--;
	}
	number_print(number, &plain);
	first = number.digits < 0;
	point = str_find_byte(buf_str(&plain), '.', 0);
	for (size_t i = 0; i < plain.len; i++) {
		if (i > first && i < point && (point - i) % 3 == 0)
			buf_add_byte(out, ',');
		buf_add_byte(out, plain.at[i]);
	}
	buf_release(&plain);
}
