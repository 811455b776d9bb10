# HTML, XML and JSON are written by base/html, base/xml and base/jwriter, never by hand.
tags='a|abbr|b|body|br|code|div|em|h[1-6]|head|hr|html|i|img|input|li|link|meta|ol|p|pre'
tags="$tags|script|section|small|span|strong|style|svg|table|td|th|time|title|tr|ul|%s"
awk -v texts=1 -f tests/lint/code.awk src/*.c src/*/*.[ch] |
	grep -v '^src/base/\(html\|jwriter\|xml\)\.[ch]:' |
	grep -E "</?($tags)[ >/]|<!d|(^|[^k])<%|\{\\\\\"" | sed 's/$/   (markup by hand)/'
