# As .editorconfig says: UTF-8, LF, no spaces at line ends, a last line end.
find . \( -path ./.git -o -path ./build -o -path ./tests/golden -o -path ./tests/fuzz -o \
	-name node_modules \) -prune -o -type f -size +0 -print | sort |
	while read -r file; do
		grep -qI . "$file" || continue # no text
		case $file in ./tests/schema/*.json) continue ;; esac
		grep -nE '[[:blank:]]$' "$file" | cut -d : -f 1 | sed "s|.*|$file:&: spaces at the end of a line|"
		grep -nE "$(printf '\r')" "$file" | cut -d : -f 1 | sed "s|.*|$file:&: a CR|"
		iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 || echo "$file: no UTF-8"
		[ -z "$(tail -c 1 "$file")" ] || echo "$file: no line end at the end"
	done
find . \( -path ./.git -o -path ./build -o -path ./tests/golden -o -path ./tests/fuzz \) -prune -o \
	\( -name '*.yaml' -o -name '*.yml' \) -print0 | xargs -0 grep -nH "$(printf '\t')" |
	cut -d : -f 1,2 | sed 's/$/: a tab in YAML/'
