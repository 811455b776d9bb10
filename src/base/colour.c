#include "base/colour.h"
#include "base/ascii.h"

bool colour_parse(struct str text, struct colour *colour)
{
	unsigned char parts[3];

	if (text.len && text.at[0] == '#')
		text = str_slice(text, 1, text.len);
	if (text.len != 6)
		return false;
	for (size_t i = 0; i < 3; i++) {
		int high = ascii_hex(text.at[2 * i]);
		int low = ascii_hex(text.at[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		parts[i] = (unsigned char)(high * 16 + low);
	}
	*colour = (struct colour){ parts[0], parts[1], parts[2] };
	return true;
}

/* x to the power of 2.4, for x up to 1: x² times the fifth root of x², which Newton finds. */
static double power_2_4(double x)
{
	double square = x * x;
	double root = 1;

	for (int i = 0; i < 60; i++)
		root -= (root - square / (root * root * root * root)) / 5;
	return square * root;
}

static double luminance_of(unsigned char part)
{
	double share = part / 255.0;

	return share <= 0.04045 ? share / 12.92 : power_2_4((share + 0.055) / 1.055);
}

static double luminance(struct colour colour)
{
	return 0.2126 * luminance_of(colour.red) + 0.7152 * luminance_of(colour.green) +
	       0.0722 * luminance_of(colour.blue);
}

int colour_contrast(struct colour a, struct colour b)
{
	double one = luminance(a) + 0.05;
	double other = luminance(b) + 0.05;

	/* What is a whole hundredth must not lose it in the last bit. */
	return (int)((one > other ? one / other : other / one) * 100 + 1e-6);
}

static unsigned char mix(unsigned char from, unsigned char to, int hundredths)
{
	return (unsigned char)((from * (100 - hundredths) + to * hundredths) / 100);
}

struct colour colour_mix(struct colour from, struct colour to, int hundredths)
{
	return (struct colour){ mix(from.red, to.red, hundredths),
				mix(from.green, to.green, hundredths),
				mix(from.blue, to.blue, hundredths) };
}
