# What C offers and this program does not take.
code=$(awk -f tests/lint/code.awk src/*.c src/*/*.[ch])
functions='strcpy|strcat|sprintf|vsprintf|gets|strtok|strtok_r|alloca|atoi|atol|atoll|atof|[fsv]*scanf|system|popen|setlocale'
printf '%s\n' "$code" | grep -E "(^|[^a-z_0-9])($functions) *\(" | sed 's/$/   (forbidden)/'
printf '%s\n' "$code" | grep -E '(^|[^a-z_0-9])_?exit *\(' | grep -v '^src/base/bug\.c:\|^src/main\.c:' |
	sed 's/$/   (only main and bug leave the program)/'
printf '%s\n' "$code" | grep -E '^[^:]*:[0-9]*:[[:space:]]*typedef ' | sed 's/$/   (no typedefs)/'
printf '%s\n' "$code" | grep -E '^[^:]*:[0-9]*:static [^(]*(=|;|\{)' | grep -v 'const' |
	grep -v ':static struct [a-z_]* [a-z_]*(.*;$' | sed 's/$/   (only const data at file scope)/'
find . -path ./build -prune -o -path ./.git -prune -o -type f -print |
	grep -E '/(util|utils|common|misc|helpers?)\.[ch]$' | sed 's/$/: name the file after its job/'
