/* `planc check --fix`: the edits that findings carry, made in the files. */
#ifndef CMD_FIX_H
#define CMD_FIX_H

#include "base/buf.h"
#include "compile/compile.h"

/*
 * Makes the edits. A file that is not any more as it was checked is left alone;
 * each file is written whole or not at all. Says on stderr what was done and
 * what could not be. False when something could not be; *changed says whether
 * anything was written.
 */
bool fix_write(struct compilation *result, bool *changed);

/* Adds the edits as a patch. */
void fix_print(struct compilation *result, struct buf *out);

#endif
