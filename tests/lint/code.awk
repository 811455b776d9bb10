# C without comments, its texts emptied: "path:line:code". With -v texts=1 only
# the texts: "path:line:text".
FNR == 1 { in_comment = 0 }
{
	line = $0
	code = ""
	while (line != "") {
		if (in_comment) {
			end = index(line, "*/")
			if (!end)
				break
			line = substr(line, end + 2)
			in_comment = 0
		}
		if (!match(line, /["']|\/\*|\/\//)) {
			code = code line
			break
		}
		code = code substr(line, 1, RSTART - 1)
		line = substr(line, RSTART)
		if (line ~ /^\/\//)
			break
		if (line ~ /^\/\*/) {
			in_comment = 1
			line = substr(line, 3)
			continue
		}
		quote = substr(line, 1, 1)
		if (quote == "'")
			match(line, /^'([^'\\]|\\.)*'/)
		else
			match(line, /^"([^"\\]|\\.)*"/)
		if (RSTART != 1)
			break
		if (texts && quote == "\"" && $0 !~ /^#include/)
			print FILENAME ":" FNR ":" substr(line, 2, RLENGTH - 2)
		code = code quote quote
		line = substr(line, RLENGTH + 1)
	}
	if (!texts)
		print FILENAME ":" FNR ":" code
}
