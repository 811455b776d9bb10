#include "report/json_text.h"
#include "report/printable.h"

void json_text_member(struct jwriter *json, struct str key, struct str text)
{
	struct buf valid = { 0 };

	printable_add_utf8(&valid, text);
	jwriter_member(json, key, buf_str(&valid));
	buf_release(&valid);
}
