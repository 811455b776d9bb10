/*
 * Runs a command and says what it took: seconds by the clock, seconds of the
 * processor (user and system), and how many KiB of memory at most. The command may
 * exit with 0 or 1; its output is thrown away.
 *
 * usage: took COMMAND…
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	double begin = now();
	struct rusage usage;
	pid_t child;
	int status;

	if (argc < 2) {
		fputs("usage: took COMMAND…\n", stderr);
		return 2;
	}
	child = fork();
	if (child == 0) {
		int nothing = open("/dev/null", O_WRONLY);

		if (nothing >= 0)
			dup2(nothing, STDOUT_FILENO);
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
	    WEXITSTATUS(status) > 1) {
		fprintf(stderr, "took: %s did not do its work\n", argv[1]);
		return 3;
	}
	printf("%.2f %.2f %ld\n", now() - begin, seconds(usage.ru_utime) + seconds(usage.ru_stime),
	       usage.ru_maxrss);
	return 0;
}
