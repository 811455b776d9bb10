#!/bin/sh
# Makes the pictures of the README from what planc prints and builds: the
# terminal from the README's own first plan, the page from tests/golden/small.
# Needs Debian's chromium. The pictures are committed; run it when they age.
#
# usage: tests/docs/pictures.sh PLANC
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
planc=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"

# shot PAGE WIDTH,HEIGHT PICTURE
shot() {
	chromium --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars \
		--disable-background-networking --disable-component-update --disable-sync \
		--user-data-dir="$box/chromium" --window-size="$2" \
		--screenshot="$top/docs/$3" "file://$box/$1" >/dev/null 2>&1
}

# The files of the README's first plan, up to its first command.
awk '/^```console/ { exit }
	/^```yaml file=/ { file = substr($2, 6); next }
	/^```/ { file = "" }
	file != "" { folder = file; sub("/[^/]*$", "", folder)
		system("mkdir -p " folder); print > file }' "$top/README.md"
{
	echo '<!doctype html><meta charset="utf-8"><style>
		body { margin: 0; background: #1b1f23; color: #e1e4e8 }
		pre { margin: 0; padding: 20px 24px; font: 15px/1.5 monospace }
		.b { font-weight: bold } .r { color: #ff7b72 } .y { color: #e3b341 }
		.g { color: #7ee787 } .c { color: #79c0ff } .d { color: #8b949e }
	</style><pre>$ planc check plans'
	"$planc" check --color always plans | sed 's/&/\&amp;/g; s/</\&lt;/g; s/\x1b\[0m/<\/span>/g
		s/\x1b\[1;31m/<span class="b r">/g; s/\x1b\[1;33m/<span class="b y">/g
		s/\x1b\[1;32m/<span class="b g">/g; s/\x1b\[1;36m/<span class="b c">/g
		s/\x1b\[1m/<span class="b">/g; s/\x1b\[2m/<span class="d">/g
		s/\x1b\[[0-9;]*m/<span>/g'
	echo '</pre>'
} >terminal.html
shot terminal.html 900,310 terminal.png

"$planc" build -q -o site "$top/tests/golden/small/plans"
shot site/anytown/homes-plan/index.html 1200,1000 page.png
