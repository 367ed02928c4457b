/* Mail into a folder, for whoever tries the house on their own machine. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include <unistd.h>
#include "../web/conf.h"
#include "letter.h"

static bool written(const char *path, const char *message, size_t length)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool good = file >= 0;

	for (ssize_t n; good && length; message += n, length -= (size_t)n)
		good = (n = write(file, message, length)) > 0;
	good = good && !fsync(file);
	if (file >= 0)
		close(file);
	return good;
}

enum outcome folder_put(const void *mem, const char *name, const char *message, size_t length, const char **problem)
{
	const char *path = talloc_asprintf(mem, "%s/%s.eml", conf.mail_folder, name), *fresh = talloc_asprintf(mem, "%s.new", path);

	mkdir(conf.mail_folder, 0700);
	if (written(fresh, message, length) && !rename(fresh, path))
		return OUTCOME_SENT;
	*problem = talloc_asprintf(mem, "folder: %s", strerror(errno));
	return OUTCOME_AWAY;
}
