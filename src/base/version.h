/* Which planc this is: in --version, in data, and on pages. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define PLANC_VERSION "0.1.0"

#endif
