# Nothing in the project names the folders of one machine.
grep -rnIE '(^|[^[:alnum:]._}-])/(hom[e]/[a-z]|roo[t]/|wor[k]/|far[m]/|tm[p]/[a-z]+-[0-9a-f]{8}/)' . \
	--exclude-dir=.git --exclude-dir=build --exclude-dir=node_modules | cut -c 1-160
