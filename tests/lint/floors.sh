# A file includes only lower floors and its own folder; equal numbers are peers
# and never meet (docs/architecture.md).
grep -n '^#include "' src/*.c src/*/*.[ch] src/*/*.def | awk -F: '
	BEGIN {
		split("base 0 report 1 input 2 tree 2 schema 3 markdown 3 model 4 diff 5 " \
		      "rules 6 compile 7 edit 7 render 8 cmd 9", words, " ")
		for (i = 1; i in words; i += 2)
			floors[words[i]] = words[i + 1]
		floors["."] = 10
	}
	{
		split($1, from, "/")
		mine = $1 ~ /^src\/[^\/]*$/ ? "." : from[2]
		split($3, quoted, "\"")
		split(quoted[2], to, "/")
		if (!(2 in to))
			fault = "name the folder too"
		else if (!(mine in floors))
			fault = "src/" mine "/ has no floor"
		else if (!(to[1] in floors))
			fault = "src/" to[1] "/ has no floor"
		else if (to[1] != mine && floors[to[1]] >= floors[mine])
			fault = mine "/ may not know " to[1] "/"
		else
			next
		print $1 ":" $2 ": " fault ": " $3
	}'
