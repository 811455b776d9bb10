# Each foreign library comes in by one folder only, and so do threads.
door() {
	grep -nE "^#include <$1" -r src | awk -v folder="src/$2/" -F: '
		index($1, folder) != 1 { print $1 ":" $2 ": only " folder " includes this: " $3 }'
}
door 'yaml\.h' tree
door 'cmark' markdown
door 'pcre2' schema
door 'idn2' schema
door 'jansson' base
door 'git2' input
door '(pthread|threads|stdatomic)\.h' base
