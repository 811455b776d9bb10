# Sources are laid out as .clang-format says (`make format`).
if [ $# = 1 ]; then
	clang-format --dry-run -Werror "$1" 2>&1 | grep -c ': error: ' |
		sed -n "s|^[1-9].*|$1: & places are not as .clang-format lays them out|p"
	exit
fi
find src tests -name '*.[ch]' -print0 | sort -z | xargs -0 -n 1 -P "$(nproc)" sh "$0" 2>&1
