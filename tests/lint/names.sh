# What documents name in backticks exists: rules, options, files, make targets.
set -- $(ls README.md CONTRIBUTING.md docs/*.md 2>/dev/null)
[ $# -gt 0 ] || exit 0

# "file name", a line each.
words() {
	awk '
		/^ *```/ { fenced = !fenced; next }
		fenced { next }
		{
			n = split($0, part, "`")
			for (i = 2; i <= n; i += 2)
				print FILENAME "\t" part[i]
		}' "$@" | sort -u
}

words "$@" | while IFS='	' read -r doc word; do
	case $word in
	*[*…\<\>A-Z$]* | http*:*) ;; # stands for others
	make\ *)
		for target in ${word#make }; do
			case $target in *=* | -*) continue ;; esac
			grep -q "^$target:" Makefile || echo "$doc: make has no target $target"
		done ;;
	--*)
		option=${word%%[ =]*}
		grep -qF "\"${option#--}\"" src/cmd/*.[ch] || [ "$option" = --version ] ||
			[ "$option" = --help ] || echo "$doc: there is no option $option" ;;
	build/* | */\ * | *\ *) ;;
	src/* | docs/* | tests/* | schema/* | plans/* | .ci/*)
		[ -e "${word%%:*}" ] || echo "$doc: there is no file $word" ;;
	yaml-* | schema-* | id-* | reference-* | file-* | person-* | lead-* | date-* | plan-* | \
	outcome-* | measure-* | text-* | figures-* | resource-* | status-* | action-* | rag-* | \
	translation-* | waiver-*)
		grep -rqF "\"$word\"" src || grep -qF -- "$word" -r schema plans tests ||
			echo "$doc: there is no rule $word" ;;
	esac
done
