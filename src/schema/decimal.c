#include "schema/decimal.h"
#include "base/ascii.h"
#include "base/bug.h"

/* Exponents beyond this are as good as this: nobody writes them to be compared. */
#define EXPONENT_LIMIT ((int64_t)1 << 50)

/* Reads "e-12" at *at; false when no digit follows. */
static bool read_exponent(struct str text, size_t *at, int64_t *exponent)
{
	bool negative = false;
	size_t first;

	(*at)++;
	if (*at < text.len && (text.at[*at] == '+' || text.at[*at] == '-'))
		negative = text.at[(*at)++] == '-';
	first = *at;
	for (; *at < text.len && ascii_is_digit(text.at[*at]); (*at)++) {
		if (*exponent < EXPONENT_LIMIT)
			*exponent = *exponent * 10 + (text.at[*at] - '0');
	}
	if (negative)
		*exponent = -*exponent;
	return *at > first;
}

/*
 * Digits with an optional point: finds the first and last that are not 0.
 * `whole` counts the digits before the point. False without any digit.
 */
static bool read_digits(struct str text, size_t *at, struct decimal *decimal)
{
	size_t point = SIZE_MAX;
	size_t first = SIZE_MAX;
	size_t last = 0;
	size_t end, seen = 0;

	for (; *at < text.len; (*at)++) {
		char c = text.at[*at];

		if (c == '.' && point == SIZE_MAX) {
			point = *at;
			continue;
		}
		if (!ascii_is_digit(c))
			break;
		seen++;
		if (c == '0')
			continue;
		last = *at;
		if (first == SIZE_MAX)
			first = *at;
	}
	if (!seen)
		return false;
	end = *at;
	if (first == SIZE_MAX)
		return true;
	if (point == SIZE_MAX)
		point = end;
	decimal->digits = str_slice(text, first, last + 1);
	decimal->count = decimal->digits.len - (first < point && point < last);
	decimal->exponent = first < point ? (int64_t)(point - first)
					  : -(int64_t)(first - point - 1);
	return true;
}

static bool read_decimal(struct str text, size_t at, struct decimal *decimal)
{
	int64_t exponent = 0;

	if (!read_digits(text, &at, decimal))
		return false;
	if (at < text.len && (text.at[at] == 'e' || text.at[at] == 'E') &&
	    !read_exponent(text, &at, &exponent))
		return false;
	if (decimal->count)
		decimal->exponent += exponent;
	return at == text.len;
}

static int digit_value(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* 0x1F and 0o17 of at most 64 bits, into the decimal's own digits. */
static bool read_radix(struct str digits, unsigned radix, struct decimal *decimal)
{
	uint64_t value = 0;
	size_t len = 0;

	for (size_t i = 0; i < digits.len; i++) {
		uint64_t digit = (uint64_t)digit_value(digits.at[i]);

		if (digit >= radix || value > (UINT64_MAX - digit) / radix)
			return false;
		value = value * radix + digit;
	}
	if (!digits.len)
		return false;
	while (value && value % 10 == 0) {
		value /= 10;
		decimal->exponent++;
	}
	for (uint64_t left = value; left; left /= 10)
		len++;
	decimal->count = len;
	decimal->exponent += (int64_t)len;
	for (; value; value /= 10)
		decimal->own[--len] = (char)('0' + value % 10);
	return true;
}

static bool read_number(struct str text, struct decimal *decimal)
{
	size_t at = 0;

	if (text.len && (text.at[0] == '-' || text.at[0] == '+'))
		decimal->negative = text.at[at++] == '-';
	if (str_equal_nocase(str_slice(text, at, text.len), STR(".inf"))) {
		decimal->kind = DECIMAL_INFINITE;
		return true;
	}
	if (str_starts(text, STR("0x")))
		return read_radix(str_slice(text, 2, text.len), 16, decimal);
	if (str_starts(text, STR("0o")))
		return read_radix(str_slice(text, 2, text.len), 8, decimal);
	return read_decimal(text, at, decimal);
}

bool decimal_read(struct str text, struct decimal *decimal)
{
	*decimal = (struct decimal){ 0 };
	if (!read_number(text, decimal)) {
		*decimal = (struct decimal){ .kind = DECIMAL_NONE };
		return false;
	}
	if (decimal->kind == DECIMAL_FINITE && !decimal->count)
		*decimal = (struct decimal){ 0 };
	return true;
}

bool decimal_is_integer(const struct decimal *decimal)
{
	return decimal->kind == DECIMAL_FINITE &&
	       (!decimal->count || decimal->exponent >= (int64_t)decimal->count);
}

/* The digits one by one, without the point; '\0' behind the last. */
static char next_digit(const struct decimal *decimal, size_t *at)
{
	const char *digits = decimal->digits.at ? decimal->digits.at : decimal->own;
	size_t len = decimal->digits.at ? decimal->digits.len : decimal->count;

	if (*at < len && digits[*at] == '.')
		(*at)++;
	return *at < len ? digits[(*at)++] : '\0';
}

bool decimal_to_size(const struct decimal *decimal, size_t *size)
{
	size_t at = 0;

	if (!decimal_is_integer(decimal) || decimal->negative)
		return false;
	*size = 0;
	for (int64_t i = 0; i < decimal->exponent; i++) {
		char digit = next_digit(decimal, &at);

		if (*size > SIZE_MAX / 10 - 1) {
			*size = SIZE_MAX;
			return true;
		}
		*size = *size * 10 + (size_t)(digit ? digit - '0' : 0);
	}
	return true;
}

static int compare_sizes(const struct decimal *a, const struct decimal *b)
{
	size_t i = 0;
	size_t j = 0;

	if (a->kind != b->kind)
		return a->kind == DECIMAL_INFINITE ? 1 : -1;
	if (a->kind == DECIMAL_INFINITE)
		return 0;
	if (!a->count || !b->count)
		return (a->count > 0) - (b->count > 0);
	if (a->exponent != b->exponent)
		return a->exponent > b->exponent ? 1 : -1;
	for (;;) {
		char left = next_digit(a, &i);
		char right = next_digit(b, &j);

		if (left != right)
			return left > right ? 1 : -1;
		if (!left)
			return 0;
	}
}

int decimal_compare(const struct decimal *a, const struct decimal *b)
{
	if (a->kind == DECIMAL_NONE || b->kind == DECIMAL_NONE)
		BUG("what is no number cannot be compared");
	if (a->negative != b->negative)
		return a->negative ? -1 : 1;
	return a->negative ? compare_sizes(b, a) : compare_sizes(a, b);
}

bool decimal_equal(const struct decimal *a, const struct decimal *b)
{
	return a->kind != DECIMAL_NONE && b->kind != DECIMAL_NONE && decimal_compare(a, b) == 0;
}

uint64_t decimal_hash(const struct decimal *decimal)
{
	uint64_t hash = 0xcbf29ce484222325u ^ (uint64_t)decimal->exponent ^
			(uint64_t)decimal->kind << 62 ^ (uint64_t)decimal->negative << 61;
	size_t at = 0;
	char digit;

	while ((digit = next_digit(decimal, &at)) != '\0')
		hash = (hash ^ (unsigned char)digit) * 0x100000001b3u;
	return hash;
}

/* a * b mod m, for a, b < m < 2^62. */
static uint64_t multiply(uint64_t a, uint64_t b, uint64_t m)
{
	uint64_t product = 0;

	for (; b; b >>= 1) {
		if (b & 1)
			product = (product + a) % m;
		a = (a + a) % m;
	}
	return product;
}

static uint64_t power_of_ten(uint64_t exponent, uint64_t m)
{
	uint64_t power = 1 % m;
	uint64_t base = 10 % m;

	for (; exponent; exponent >>= 1) {
		if (exponent & 1)
			power = multiply(power, base, m);
		base = multiply(base, base, m);
	}
	return power;
}

bool decimal_is_multiple(const struct decimal *a, const struct decimal *b)
{
	/* Ten to this many stands between the last digits of a and of b. */
	int64_t shift = (a->exponent - (int64_t)a->count) - (b->exponent - (int64_t)b->count);
	uint64_t divisor = 0;
	uint64_t rest = 0;
	size_t at = 0;
	char digit;

	if (b->kind != DECIMAL_FINITE || !b->count || b->count > DECIMAL_DIVISOR_DIGITS)
		BUG("a divisor of %zu digits", b->count);
	if (a->kind != DECIMAL_FINITE)
		return false;
	if (!a->count)
		return true;
	/* The digits of a end in no 0, so ten does not divide them. */
	if (shift < 0)
		return false;
	while ((digit = next_digit(b, &at)) != '\0')
		divisor = divisor * 10 + (uint64_t)(digit - '0');
	at = 0;
	while ((digit = next_digit(a, &at)) != '\0')
		rest = (rest * 10 + (uint64_t)(digit - '0')) % divisor;
	return multiply(rest, power_of_ten((uint64_t)shift, divisor), divisor) == 0;
}
