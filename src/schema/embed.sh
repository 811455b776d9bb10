#!/bin/sh
# Writes files as C, for a header that declares the array they become. The
# struct of its rows has the members name, text and size, in this order.
#
# usage: sh embed.sh HEADER STRUCT ARRAY FILE… >data.c
#
# Bytes, not string literals: those may have 4095 characters at most in C17.
set -eu
header=$1
struct=$2
array=$3
shift 3

number=0
echo '/* Written by embed.sh. */'
echo "#include \"$header\""
for file; do
	number=$((number + 1))
	echo
	echo "static const char file_$number[] = {"
	od -An -v -td1 "$file" | sed 's/[0-9][0-9]*/&,/g'
	echo '};'
done

number=0
echo
echo "const struct $struct $array[] = {"
for file; do
	number=$((number + 1))
	echo "	{ \"${file##*/}\", file_$number, sizeof(file_$number) },"
done
echo '	{ 0 },'
echo '};'
