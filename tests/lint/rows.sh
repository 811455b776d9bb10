# A row of a .def list is a file of that name with its const object, and the
# other way about.
#
# rows LIST MACRO FOLDER TYPE PREFIX
rows() {
	[ -f "$1" ] || return
	for name in $(sed -n "s/^$2(\(.*\))\$/\1/p" "$1"); do
		file=$3/$name.c
		if [ ! -f "$file" ]; then
			echo "$1: $name has no $file"
		elif ! grep -q "^const struct $4 $5$name = {" "$file"; then
			echo "$file: no \`const struct $4 $5$name\`"
		fi
	done
	grep -H "^const struct $4 $5[a-z0-9_]* = {" "$3"/*.c |
		sed "s/:const struct $4 $5\([a-z0-9_]*\) = {.*/ \1/" |
		while read -r file name; do
			grep -q "^$2($name)\$" "$1" || echo "$file: $name has no row in $1"
			[ "$file" = "$3/$name.c" ] || echo "$file: $5$name belongs into $name.c"
		done
}
rows src/rules/rules.def RULE src/rules rule rule_
rows src/cmd/commands.def COMMAND src/cmd command command_
rows src/report/formats.def FORMAT src/report report_format report_format_
rows src/render/renderers.def RENDERER src/render renderer renderer_
