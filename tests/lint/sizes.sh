# Files of up to 500 lines (or with a first comment that says "Long because"),
# functions of up to 60 lines, 5 parameters and 4 levels of nesting.
for file in src/*.c src/*/*.[ch] tests/*/*.[ch]; do
	lines=$(wc -l <"$file")
	[ "$lines" -le 500 ] || head -n 12 "$file" | grep -q 'Long because' ||
		echo "$file: $lines lines and no reason (\"Long because …\")"
done
lines=$(wc -l <Makefile)
[ "$lines" -lt 250 ] || echo "Makefile: $lines lines"

awk -f tests/lint/code.awk src/*.c src/*/*.[ch] tests/*/*.c | awk '
	# How many parameters the last (…) of a signature holds.
	function parameters(text,   i, c, depth, count, is_void) {
		for (i = 1; i <= length(text); i++) {
			c = substr(text, i, 1)
			if (c == "(" && depth++ == 0) {
				count = 1
				is_void = substr(text, i) ~ /^\((void)?\)/
			}
			if (c == ")")
				depth--
			if (c == "," && depth == 1)
				count++
		}
		return is_void ? 0 : count
	}
	{
		split($0, part, ":")
		place = part[1] ":" part[2]
		code = substr($0, length(place) + 2)
	}
	!inside && code == "{" {
		inside = 1
		begin = part[2]
		where = place
		if (parameters(signature) > 5)
			print where ": " parameters(signature) " parameters"
		depth = 1
		reported = 0
		next
	}
	inside && code ~ /^}/ {
		if (part[2] - begin - 1 > 60)
			print where ": a function of " part[2] - begin - 1 " lines"
		inside = 0
		signature = ""
		next
	}
	inside {
		depth += gsub(/\{/, "{", code) - gsub(/}/, "}", code)
		if (depth > 5 && !reported++)
			print place ": nested deeper than 4 levels"
		next
	}
	code ~ /[;}]$|^#|^$/ { signature = ""; next }
	{ signature = signature " " code }'
