# Headers compile alone, and twice.
check() {
	printf '#include "%s"\n#include "%s"\n' "${1#src/}" "${1#src/}" |
		$CC -std=c17 -D_GNU_SOURCE -Isrc -Wall -Wextra -Werror -fsyntax-only \
			-x c - 2>&1 | sed "s|^|$1: |"
}
if [ $# = 1 ]; then
	check "$1"
	exit
fi
find src -name '*.h' | sort | xargs -n 1 -P "$(nproc)" sh "$0"
