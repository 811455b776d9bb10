#include "cmd/command.h"

int main(int argc, const char **argv)
{
	return (int)command_main(argc, argv);
}
