#!/bin/sh
# Runs the examples of documents, each document in a scratch folder of its own:
#   ```yaml file=PATH    is written to PATH (a .c file must compile as well)
#   ```console           its lines "$ COMMAND" are run, `planc` among them; what
#                        they print must be what stands under them
# A ```yaml without a file is a fault: nothing would run it. A document that
# writes no files finds plans/ and schema/ of this project in its folder; for the
# others the project is ~/planc.
# UPDATE=1 writes into the documents what the commands print now.
#
# usage: tests/docs/examples.sh PLANC FILE.md…
set -u
LC_ALL=C; NO_COLOR=1; TZ=UTC; SOURCE_DATE_EPOCH=1700000000
export LC_ALL NO_COLOR TZ SOURCE_DATE_EPOCH
[ $# -ge 2 ] || { echo "usage: tests/docs/examples.sh PLANC FILE.md…" >&2; exit 2; }

top=$(cd "$(dirname "$0")/../.." && pwd)
planc=$(cd "$(dirname "$1")" && pwd)/$(basename "$1"); shift
box=$(mktemp -d) || exit 1
trap 'rm -rf "$box"' EXIT
trap 'exit 1' INT TERM
mkdir "$box/bin" "$box/home"
ln -s "$top" "$box/home/planc"
cp "$planc" "$box/bin/planc"
PATH=$box/bin:$PATH; HOME=$box/home
export PATH HOME

# The document in pieces, which joined are the document: NUMBER.LINE.KIND, where
# KIND is text, file, console or bare. The words behind ``` stand in the line before.
split() {
	awk -v folder="$box/pieces" '
		function piece(kind) {
			if (name != "")
				close(name)
			name = sprintf("%s/%04d.%d.%s", folder, ++count, NR, kind)
		}
		BEGIN { NR = 1; piece("text"); NR = 0 }
		/^```/ && !fenced {
			fenced = 1
			print > name
			piece($2 ~ /^file=/ ? "file" : $1 == "```console" ? "console" : \
			      $1 ~ /^```ya?ml/ ? "bare" : "text")
			printf "" > name
			next
		}
		/^```/ { fenced = 0; piece("text") }
		{ print > name }' "$1"
}

# The commands of a console block with what they print now.
console() {
	while IFS= read -r line; do
		case $line in
		'$ '*) ;;
		*) continue ;;
		esac
		printf '%s\n' "$line"
		(cd "$box/files" && eval "${line#??}") </dev/null 2>&1
	done <"$1"
}

# A block file=PATH; the piece before it ends with its first line.
file() {
	path=$(tail -n 1 "$2" | sed 's/^[^ ]* file=\([^ ]*\).*/\1/')
	case /$path/ in
	*/../* | //*) echo "“$path” leaves the folder"; return 1 ;;
	esac
	mkdir -p "$box/files/$(dirname "$path")" && cp "$1" "$box/files/$path" || return 1
	case $path in
	*.c) ${CC:-cc} -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -fsyntax-only \
		-I"$box/files/src" -I"$top/src" "$box/files/$path" 2>&1 ;;
	esac
}

# Whether a piece holds; prints why not.
holds() {
	case $1 in
	*.text) ;;
	*.bare) echo "this block has no file=, so nothing runs it"; return 1 ;;
	*.file) file "$1" "$2" ;;
	*.console)
		console "$1" >"$box/now"
		cmp -s "$1" "$box/now" && return
		[ -n "${UPDATE:-}" ] && cp "$box/now" "$1" && return
		diff -u "$1" "$box/now" | sed '1,2d'
		return 1 ;;
	esac
}

passed=0; failed=0
for document; do
	rm -rf "$box/files" "$box/pieces"
	mkdir "$box/files" "$box/pieces"
	split "$document"
	set -- "$box"/pieces/*
	ls "$box"/pieces/*.file >/dev/null 2>&1 || cp -R "$top/plans" "$top/schema" "$box/files"
	before=
	for piece in "$@"; do
		if ! holds "$piece" "$before" >"$box/why"; then
			failed=$((failed + 1))
			line=${piece##*/}; line=${line#*.}
			echo "docs: $document:${line%.*}: the example is not as it says"
			sed 's/^/    /' "$box/why"
		else
			case $piece in *.text) ;; *) passed=$((passed + 1)) ;; esac
		fi
		before=$piece
	done
	[ -z "${UPDATE:-}" ] || cat "$@" >"$document"
done
echo "docs: $passed passed, $failed failed"
[ "$failed" = 0 ]
