/* The logo of the site: a file of the repository, which must be the picture that it says it is. */
#ifndef COMPILE_LOGO_H
#define COMPILE_LOGO_H

#include "compile/load.h"

#define LOGO_MAX_BYTES ((size_t)512 * 1024)
#define LOGO_MAX_PIXELS 2000 /* in width, and in height */

/* Reads the file that the settings name (NULL: none) into result->settings, or says what is wrong with it. */
void load_logo(struct loader *loader, const struct node *path);

#endif
