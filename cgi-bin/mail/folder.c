/* Letters into a folder, for whoever tries the house on their own machine. */
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

static bool put(const void *mem, const char *path, const char *bytes, size_t length)
{
	const char *fresh = talloc_asprintf(mem, "%s.new", path);

	return written(fresh, bytes, length) && !rename(fresh, path);
}

/* As it is read: to whom, what about, the words. */
static const char *plain(const void *mem, const struct letter *letter)
{
	const char *subject = letter->subject ? talloc_asprintf(mem, "Subject: %s\n", letter->subject) : "";

	return talloc_asprintf(mem, "To: %s\n%s\n%s\n", letter->to, subject, letter->text);
}

enum outcome folder_put(const void *mem, const struct letter *letter, const char *message, size_t length, const char **problem)
{
	const char *stem = talloc_asprintf(mem, "%s/%s", conf.mail_folder, letter->message_id), *text = plain(mem, letter);

	mkdir(conf.mail_folder, 0700);
	if ((!message || put(mem, talloc_asprintf(mem, "%s.eml", stem), message, length)) &&
	    put(mem, talloc_asprintf(mem, "%s.txt", stem), text, strlen(text)))
		return OUTCOME_SENT;
	*problem = talloc_asprintf(mem, "folder: %s", strerror(errno));
	return OUTCOME_AWAY;
}
