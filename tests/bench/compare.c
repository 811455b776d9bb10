/*
 * Runs two commands in turn and compares what they take of the processor, user
 * and system: the least of each, since noise only adds, and the first by the
 * second. Exit code 1 when that is more than LIMIT, unless that is 0: then it is
 * shown and not judged. A command may exit with 0 or 1.
 *
 * usage: compare TIMES LIMIT COMMAND… -- COMMAND…
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* The seconds one run takes; its output is thrown away. */
static double run(char **command)
{
	struct rusage usage;
	pid_t child = fork();
	int status;

	if (child == 0) {
		int nothing = open("/dev/null", O_WRONLY);

		if (nothing >= 0)
			dup2(nothing, STDOUT_FILENO);
		execvp(command[0], command);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
	    WEXITSTATUS(status) > 1) {
		fprintf(stderr, "compare: %s did not do its work\n", command[0]);
		exit(3);
	}
	return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

int main(int argc, char **argv)
{
	size_t times = argc > 5 ? strtoul(argv[1], NULL, 10) : 0;
	double limit = argc > 5 ? strtod(argv[2], NULL) : 0;
	char **other = argv;
	double a = 0, b = 0;

	while (*other && strcmp(*other, "--") != 0)
		other++;
	if (!times || !*other || !other[1]) {
		fputs("usage: compare TIMES LIMIT COMMAND… -- COMMAND…\n", stderr);
		return 2;
	}
	*other++ = NULL;
	for (size_t i = 0; i < times; i++) {
		double first = run(argv + 3);
		double second = run(other);

		a = i && a < first ? a : first;
		b = i && b < second ? b : second;
	}
	printf("%.3f s %s %s\n%.3f s %s\nratio %.2f", a, argv[3], argv[4], b, other[0], a / b);
	printf(limit > 0 ? " (at most %.2f)\n" : "\n", limit);
	return limit <= 0 || a / b <= limit ? 0 : 1;
}
