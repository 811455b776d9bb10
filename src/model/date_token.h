/* The words, numbers and marks of a date that people wrote as people do. */
#ifndef MODEL_DATE_TOKEN_H
#define MODEL_DATE_TOKEN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define DATE_TOKENS 24

enum date_token_kind { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct date_token {
	enum date_token_kind kind;
	struct str text; /* of a word */
	int value;       /* of a number, at most 9999 */
	unsigned digits; /* that it is written with */
	char mark;       /* a dash of any kind is '-', a quotation mark '\'' */
};

struct date_tokens {
	struct date_token at[DATE_TOKENS + 1]; /* the last is a TOKEN_END */
	size_t next;                           /* the one to be read next */
};

/* False when the text is too long or holds what no date does. */
bool date_tokens_read(struct date_tokens *tokens, struct str text);

const struct date_token *date_tokens_peek(const struct date_tokens *tokens);

/* Each takes the next token if it is the one asked for. */
bool date_tokens_take_mark(struct date_tokens *tokens, char mark);
bool date_tokens_take_word(struct date_tokens *tokens,
			   const char *const *list); /* ends with NULL */
bool date_tokens_take_number(struct date_tokens *tokens, unsigned least, unsigned most, int *value);

/* 1 to 12 for the name of a month, short, in full or nearly spelt; takes it. 0 for none. */
int date_tokens_take_month(struct date_tokens *tokens);

#endif
