/*
 * Gives the inputs of corpus/NAME to the target NAME it is linked with, one TAP line each: nothing found there once may come back.
 * With arguments, the files and folders named.
 */
#include <dirent.h>
#include <sys/stat.h>
#include "fuzz.h"

static int tests;

static void replay_file(const char *path)
{
	size_t used = 0, n;
	struct stat st;
	FILE *file = fopen(path, "rb");
	if (!file || fstat(fileno(file), &st)) {
		perror(path);
		exit(1);
	}
	/* Memory of its own size: reading one byte further is seen. */
	size_t size = (size_t)st.st_size;
	uint8_t *bytes = malloc(size ? size : 1);
	while (bytes && used < size && (n = fread(bytes + used, 1, size - used, file)) > 0)
		used += n;
	fclose(file);
	fflush(stdout);
	LLVMFuzzerTestOneInput(bytes, used);
	free(bytes);
	printf("ok %d - %s\n", ++tests, strrchr(path, '/') + 1);
}

static void replay(const char *path)
{
	struct dirent **entries;
	int count = scandir(path, &entries, NULL, alphasort);
	if (count < 0)
		replay_file(path);
	for (int i = 0; i < count; i++) {
		char *name = talloc_asprintf(NULL, "%s/%s", path, entries[i]->d_name);
		if (entries[i]->d_name[0] != '.')
			replay_file(name);
		talloc_free(name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

int main(int argc, char **argv)
{
	const char *slash = strrchr(argv[0], '/');
	LLVMFuzzerInitialize(&argc, &argv);
	for (int i = 1; i < argc; i++)
		replay(argv[i]);
	if (argc < 2) {
		char *folder = talloc_asprintf(NULL, "%s/%s", CORPUS, slash ? slash + 1 : argv[0]);
		replay(folder);
		talloc_free(folder);
	}
	printf("1..%d\n", tests);
	return 0;
}
