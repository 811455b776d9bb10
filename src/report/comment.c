#include "report/comment.h"
#include "base/gfm.h"
#include "report/printable.h"

void comment_add_words(struct str words, struct buf *out)
{
	struct buf plain = { 0 };

	printable_add(&plain, words);
	gfm_words(buf_str(&plain), out);
	buf_release(&plain);
}

void comment_add_code(struct str words, struct buf *out)
{
	struct buf plain = { 0 };

	printable_add(&plain, words);
	gfm_code(buf_str(&plain), out);
	buf_release(&plain);
}
