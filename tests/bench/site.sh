#!/bin/sh
# What `planc build` takes for the plans of a folder: pages a second and peak memory, with
# one thread and with one for each processor; and, where Debian's hugo is installed, how
# that compares with hugo's pages of the same data: a page for each plan, theme, action
# and lead, and lists of them.
#
# usage: tests/bench/site.sh PLANC TOOLS DIR     (the plans are in DIR/plans)
set -eu
planc=$1
tools=$2
dir=$3
here=$(dirname "$0")

# What a program took to make the pages of a folder: "SECONDS CPU KIB PAGES".
pages() { find "$1" -name '*.html' | wc -l; }
tell() {
	awk -v what="$1" -v took="$2" -v pages="$3" 'BEGIN {
		split(took, part, " ")
		printf "%s: %d pages in %.1f s, %.1f s of the processor, %d MiB of memory: ", \
			what, pages, part[1], part[2], part[3] / 1024
		printf "%d pages a second, %d a second of the processor\n", \
			pages / part[1], pages / part[2]
	}'
}

rm -rf "$dir/site" "$dir/hugo"
build="$planc build -q --as-of 2023-12-01 --formats"
one=$("$tools/took" $build html -j 1 -o "$dir/site" "$dir/plans")
rm -rf "$dir/site"
processors=$(nproc)
html=$("$tools/took" $build html -j "$processors" -o "$dir/site" "$dir/plans")
html_pages=$(pages "$dir/site")
tell 'planc build --formats html' "$html" "$html_pages"
awk -v a="$one" -v b="$html" -v all="$processors" -f "$here/jobs.awk"
rm -rf "$dir/site"
all=$("$tools/took" $build html,markdown,json,csv,ics -o "$dir/site" "$dir/plans")
tell 'planc build' "$all" "$(pages "$dir/site")"
if ! command -v hugo >/dev/null; then
	echo "hugo is not installed: nothing to compare with (Debian's package hugo)"
	rm -rf "$dir/site"
	exit 0
fi
python3 "$here/hugo.py" "$dir/site" "$dir/hugo"
hugo=$("$tools/took" hugo --quiet --source "$dir/hugo")
hugo_pages=$(pages "$dir/hugo/public")
tell hugo "$hugo" "$hugo_pages"
awk -v a="$html" -v b="$hugo" -v m="$html_pages" -v n="$hugo_pages" 'BEGIN {
	split(a, planc, " ")
	split(b, hugo, " ")
	printf "a page of planc costs %.2f of a page of hugo by the clock, %.2f of the processor\n", \
		planc[1] / m / (hugo[1] / n), planc[2] / m / (hugo[2] / n)
}'
rm -rf "$dir/site" "$dir/hugo"
