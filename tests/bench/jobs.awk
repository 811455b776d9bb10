# What took says of a command with -j 1 (a) and with -j `all` (b): the one by the other.
BEGIN {
	split(a, one, " ")
	split(b, many, " ")
	printf "-j %d: %.1f s, %d MiB of memory; -j 1: %.1f s, %d MiB: %.2f times as fast by the " \
		"clock, %.2f times the work of the processor\n", all, many[1], many[3] / 1024, \
		one[1], one[3] / 1024, one[1] / (many[1] > 0 ? many[1] : 0.01), \
		many[2] / (one[2] > 0 ? one[2] : 0.01)
}
