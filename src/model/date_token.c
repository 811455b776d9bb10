#include "model/date_token.h"
#include "base/ascii.h"
#include "base/attributes.h"
#include "model/date.h"

#define TEXT_BYTES 100

static size_t span(struct str text, bool (*is)(char))
{
	size_t len = 0;

	while (len < text.len && is(text.at[len]))
		len++;
	return len;
}

/* What stands for a mark of ASCII, or for a space. */
static size_t foreign_mark(struct str text, char *mark)
{
	static const struct {
		struct str bytes;
		char mark;
	} table[] = {
		{ { "\xE2\x80\x93", 3 }, '-' },  { { "\xE2\x80\x94", 3 }, '-' },
		{ { "\xE2\x80\x98", 3 }, '\'' }, { { "\xE2\x80\x99", 3 }, '\'' },
		{ { "\xC2\xA0", 2 }, ' ' },
	};

	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		if (str_starts(text, table[i].bytes)) {
			*mark = table[i].mark;
			return table[i].bytes.len;
		}
	}
	return 0;
}

/* Reads the first token of a text and returns its length; 0 when it can be none. */
static size_t read_token(struct str text, struct date_token *token)
{
	char c = text.at[0];
	size_t len = 1;

	*token = (struct date_token){ .kind = TOKEN_MARK, .mark = c };
	if (ascii_is_letter(c)) {
		len = span(text, ascii_is_letter);
		token->kind = TOKEN_WORD;
		token->text = str_slice(text, 0, len);
	} else if (ascii_is_digit(c)) {
		len = span(text, ascii_is_digit);
		token->kind = TOKEN_NUMBER;
		token->digits = (unsigned)len;
		if (len > 4)
			return 0;
		for (size_t i = 0; i < len; i++)
			token->value = token->value * 10 + (text.at[i] - '0');
	} else if ((unsigned char)c >= 0x80) {
		len = foreign_mark(text, &token->mark);
	}
	return len;
}

bool date_tokens_read(struct date_tokens *tokens, struct str text)
{
	size_t count = 0;

	*tokens = (struct date_tokens){ 0 };
	if (text.len > TEXT_BYTES)
		return false;
	while (text.len) {
		struct date_token token;
		size_t len = read_token(text, &token);

		if (!len || count == DATE_TOKENS)
			return false;
		if (token.kind != TOKEN_MARK ||
		    (token.mark != ' ' && token.mark != '\t' && token.mark != '\n'))
			tokens->at[count++] = token;
		text = str_slice(text, len, text.len);
	}
	return true;
}

const struct date_token *date_tokens_peek(const struct date_tokens *tokens)
{
	return &tokens->at[tokens->next];
}

bool date_tokens_take_mark(struct date_tokens *tokens, char mark)
{
	const struct date_token *token = date_tokens_peek(tokens);

	if (token->kind != TOKEN_MARK || token->mark != mark)
		return false;
	tokens->next++;
	return true;
}

bool date_tokens_take_word(struct date_tokens *tokens, const char *const *list)
{
	const struct date_token *token = date_tokens_peek(tokens);

	if (token->kind != TOKEN_WORD)
		return false;
	for (; *list; list++) {
		if (str_equal_nocase(token->text, str_from(*list))) {
			tokens->next++;
			return true;
		}
	}
	return false;
}

bool date_tokens_take_number(struct date_tokens *tokens, unsigned least, unsigned most, int *value)
{
	const struct date_token *token = date_tokens_peek(tokens);

	if (token->kind != TOKEN_NUMBER || token->digits < least || token->digits > most)
		return false;
	*value = token->value;
	tokens->next++;
	return true;
}

/* "Sept", "sep", "September", and slips such as "Septmber" and "Febuary". */
static bool is_month(struct str word, int month)
{
	struct str name = date_month_name(month);
	char small[12];
	unsigned limit = word.len >= 7 ? 2 : word.len >= 5 ? 1 : 0;

	if (word.len < 3 || word.len >= sizeof(small))
		return false;
	if (word.len <= name.len && (word.len == 3 || (month == 9 && word.len == 4)))
		return str_equal_nocase(word, str_slice(name, 0, word.len));
	if (!limit)
		return str_equal_nocase(word, name);
	for (size_t i = 0; i < word.len; i++)
		small[i] = (char)(i ? word.at[i] | 0x20 : word.at[i] & ~0x20);
	return str_distance((struct str){ small, word.len }, name, limit) <= limit;
}

int date_tokens_take_month(struct date_tokens *tokens)
{
	const struct date_token *token = date_tokens_peek(tokens);

	for (int month = 1; token->kind == TOKEN_WORD && month <= 12; month++) {
		if (is_month(token->text, month)) {
			tokens->next++;
			date_tokens_take_mark(tokens, '.');
			return month;
		}
	}
	return 0;
}
