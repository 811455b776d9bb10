/* Words of authors in JSON, which must be UTF-8 when they need not be. */
#ifndef REPORT_JSON_TEXT_H
#define REPORT_JSON_TEXT_H

#include "base/jwriter.h"
#include "base/str.h"

/* A key and its text; bytes that are no UTF-8 become U+FFFD. */
void json_text_member(struct jwriter *json, struct str key, struct str text);

#endif
