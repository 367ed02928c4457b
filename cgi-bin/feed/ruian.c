/* RÚIAN's lists to towns: getting documents, unzipping, cp1250, headers, rows. */
#include <archive.h>
#include <archive_entry.h>
#include <dirent.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include "../web/panic.h"
#include "../web/text.h"
#include "fetch.h"
#include "krovak.h"
#include "ruian.h"

enum { COLUMNS = 20, UNPACKED_MAX = 64 << 20 };

const char *const ruian_official[] = {
	"https://services.cuzk.cz/sestavy/cis/UI_VUSC.zip", "https://services.cuzk.cz/sestavy/cis/UI_OKRES.zip",
	"https://services.cuzk.cz/sestavy/cis/UI_OBEC.zip", NULL,
};

struct district {
	int64_t number;
	const char *code;
};

struct reading {
	struct ruian *list;
	struct district *districts;
	size_t district_count;
};

static bool refuse(struct reading *r, bool fetched, const char *format, ...) __attribute__((format(printf, 3, 4)));
static bool refuse(struct reading *r, bool fetched, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	if (!r->list->problem)
		r->list->problem = must(talloc_vasprintf(r->list, format, args));
	r->list->fetched = fetched;
	va_end(args);
	return false;
}

/* "30.11.2016 00:00:00" to "2016-11-30"; null when it is empty or no date. */
static const char *day_of(void *mem, const char *text)
{
	int day, month, year;
	if (sscanf(text, "%2d.%2d.%4d", &day, &month, &year) != 3)
		return NULL;
	return must(talloc_asprintf(mem, "%04d-%02d-%02d", year, month, day));
}

static void district_row(struct reading *r, char **f)
{
	if (*f[6])
		return;
	r->districts = must(talloc_realloc_size(r, r->districts, (r->district_count + 1) * sizeof(struct district)));
	r->districts[r->district_count++] = (struct district){ atoll(f[0]), must(talloc_strdup(r->list, f[4])) };
}

/* Military districts are in the list but are no municipalities. */
static bool is_military(int64_t code)
{
	static const int64_t military[] = { 503941, 545422, 555177, 592935 };
	for (size_t i = 0; i < sizeof military / sizeof *military; i++)
		if (military[i] == code)
			return true;
	return false;
}

static void town_row(struct reading *r, char **f)
{
	struct ruian *list = r->list;
	if (is_military(atoll(f[0])))
		return;
	list->towns = must(talloc_realloc_size(list, list->towns, (list->count + 1) * sizeof(struct ruian_town)));
	list->towns[list->count++] = (struct ruian_town){
		.code = atoll(f[0]), .name = text_normalise(list, f[1]), .city = atoi(f[2]) == 3, .district_number = atoll(f[4]),
		.ended_on = day_of(list, f[8]),
	};
}

static void address_row(struct reading *r, char **f)
{
	struct ruian *list = r->list;
	int64_t code = atoll(f[1]);
	size_t last = list->point_count;
	if (!*f[16] || !*f[17])
		return;
	if (!last || list->points[last - 1].code != code) {
		list->points = must(talloc_realloc_size(list, list->points, (last + 1) * sizeof(struct ruian_point)));
		list->points[last] = (struct ruian_point){ .code = code };
		list->point_count = ++last;
	}
	struct ruian_point *p = &list->points[last - 1];
	double lat, lon;
	krovak_to_wgs84(strtod(f[16], NULL), strtod(f[17], NULL), &lat, &lon);
	p->addresses++;
	p->lat += (lat - p->lat) / (double)p->addresses;
	p->lon += (lon - p->lon) / (double)p->addresses;
}

static const struct list {
	const char *file;         /* how its name begins */
	const char *header;
	void (*row)(struct reading *r, char **fields);
} lists[] = {
	{ "UI_OBEC", "KOD;NAZEV;STATUS_KOD;POU_KOD;OKRES_KOD;CLENENI_SM_ROZSAH_KOD;CLENENI_SM_TYP_KOD;PLATI_OD;PLATI_DO;DATUM_VZNIKU", town_row },
	{ "UI_OKRES", "KOD;NAZEV;VUSC_KOD;KRAJ_1960_KOD;NUTS_LAU;PLATI_OD;PLATI_DO;DATUM_VZNIKU", district_row },
	{ "UI_VUSC", "KOD;NAZEV;REGSOUDR_KOD;NUTS_LAU;PLATI_OD;PLATI_DO;DATUM_VZNIKU", NULL },
	{ "", "Kód ADM;Kód obce;Název obce;Kód MOMC;Název MOMC;Kód obvodu Prahy;Název obvodu Prahy;Kód části obce;Název části obce;"
	      "Kód ulice;Název ulice;Typ SO;Číslo domovní;Číslo orientační;Znak čísla orientačního;PSČ;Souřadnice Y;Souřadnice X;Platí Od", address_row },
};

/* Cuts the line at semicolons; how many fields there are. */
static int fields_of(char *line, char **fields)
{
	int count = 0;
	for (char *field; count < COLUMNS && (field = strsep(&line, ";"));)
		fields[count++] = field;
	return line ? COLUMNS + 1 : count;
}

static int columns_of(const char *header)
{
	int count = 1;
	for (; *header; header++)
		count += *header == ';';
	return count;
}

static bool rows_read(struct reading *r, const struct list *list, const char *name, char *rest)
{
	int columns = columns_of(list->header), number = 1;
	for (char *line, *fields[COLUMNS]; (line = strsep(&rest, "\n"));) {
		number++;
		line[strcspn(line, "\r")] = '\0';
		if (!*line || !list->row)
			continue;
		if (fields_of(line, fields) != columns)
			return refuse(r, false, "%s line %d: not %d columns", name, number, columns);
		list->row(r, fields);
	}
	return true;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* The list a document is, by its header. A known name with another header is drift; a name we do not know is of no concern to us. */
static bool list_read(struct reading *r, const char *name, char *text)
{
	char *rest = text, *header = strsep(&rest, "\n");
	header[strcspn(header, "\r")] = '\0';
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (!strcmp(header, lists[i].header))
			return rows_read(r, &lists[i], name, rest);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (*lists[i].file && !strncmp(base_name(name), lists[i].file, strlen(lists[i].file)))
			return refuse(r, false, "%s: its columns are not those we know: %.200s", name, header);
	return true;
}

/* cp1250 to UTF-8; text that is UTF-8 already stays. */
static char *decode(void *mem, const char *bytes, size_t length)
{
	if (text_valid(bytes, length))
		return must(talloc_strndup(mem, bytes, length));
	iconv_t way = iconv_open("UTF-8", "CP1250");
	char *out = must(talloc_size(mem, 2 * length + 1)), *to = out, *from = (char *)(uintptr_t)bytes;
	size_t left = length, room = 2 * length;
	bool broken = way == (iconv_t)-1 || iconv(way, &from, &left, &to, &room) == (size_t)-1;
	if (way != (iconv_t)-1)
		iconv_close(way);
	*to = '\0';
	return broken ? NULL : out;
}

static bool text_read(struct reading *r, const char *name, const char *bytes, size_t length)
{
	void *mem = talloc_new(r);
	char *text = decode(mem, bytes, length);
	bool good = text ? list_read(r, name, text) : refuse(r, false, "%s: neither cp1250 nor UTF-8", name);
	talloc_free(mem);
	return good;
}

/* Each file in the archive is a document. */
static bool archive_read(struct reading *r, const char *name, const char *bytes, size_t length)
{
	struct archive *a = archive_read_new();
	struct archive_entry *entry;
	bool good = true;
	size_t unpacked = 0;
	archive_read_support_format_zip(a);
	if (archive_read_open_memory(a, bytes, length) != ARCHIVE_OK)
		good = refuse(r, false, "%s: %s", name, archive_error_string(a));
	while (good && archive_read_next_header(a, &entry) == ARCHIVE_OK) {
		char *text = must(talloc_strdup(r, ""));
		char part[65536];
		size_t have = 0;
		for (la_ssize_t n; (n = archive_read_data(a, part, sizeof part)) > 0 && unpacked <= UNPACKED_MAX; unpacked += (size_t)n, have += (size_t)n) {
			text = must(talloc_realloc_size(r, text, have + (size_t)n + 1));
			memcpy(text + have, part, (size_t)n);
		}
		const char *inner = archive_entry_pathname(entry);
		good = unpacked > UNPACKED_MAX ? refuse(r, false, "%s: over %d MB unpacked", name, UNPACKED_MAX >> 20)
					       : text_read(r, inner ? inner : name, text, have);
		talloc_free(text);
	}
	if (good && archive_errno(a))
		good = refuse(r, false, "%s: %s", name, archive_error_string(a));
	archive_read_free(a);
	return good;
}

static bool one_read(struct reading *r, const char *name)
{
	bool away = !strncmp(name, "http://", 7) || !strncmp(name, "https://", 8);
	struct fetched *f = away ? fetch_url(r, name, NULL, NULL) : fetch_file(r, name);
	if (f->problem)
		return refuse(r, true, "%s: %s", name, f->problem);
	bool zipped = f->length > 4 && !memcmp(f->bytes, "PK\3\4", 4);
	bool good = zipped ? archive_read(r, name, f->bytes, f->length) : text_read(r, name, f->bytes, f->length);
	talloc_free(f);
	return good;
}

static bool folder_read(struct reading *r, const char *path)
{
	struct dirent **entries;
	int count = scandir(path, &entries, NULL, alphasort);
	bool good = count >= 0 || refuse(r, true, "%s: cannot be read", path);
	for (int i = 0; i < count; i++) {
		const char *dot = strrchr(entries[i]->d_name, '.');
		if (good && dot && (!strcmp(dot, ".csv") || !strcmp(dot, ".zip")))
			good = one_read(r, must(talloc_asprintf(r, "%s/%s", path, entries[i]->d_name)));
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return good;
}

/* By code; of one code what exists first, then what ended last. */
static int by_code(const void *a, const void *b)
{
	const struct ruian_town *one = a, *other = b;
	if (one->code != other->code)
		return one->code < other->code ? -1 : 1;
	if (!one->ended_on || !other->ended_on)
		return !one->ended_on ? other->ended_on ? -1 : 0 : 1;
	return strcmp(other->ended_on, one->ended_on);
}

static void towns_settle(struct reading *r)
{
	struct ruian *list = r->list;
	size_t kept = 0;
	if (list->count)
		qsort(list->towns, list->count, sizeof *list->towns, by_code);
	for (size_t i = 0; i < list->count; i++)
		if (!kept || list->towns[kept - 1].code != list->towns[i].code)
			list->towns[kept++] = list->towns[i];
	list->count = kept;
	for (size_t i = 0; i < kept; i++) {
		list->current += !list->towns[i].ended_on;
		for (size_t d = 0; d < r->district_count; d++)
			if (r->districts[d].number == list->towns[i].district_number)
				list->towns[i].district = r->districts[d].code;
	}
}

struct ruian *ruian_read(const void *mem, int count, const char *const *documents)
{
	struct ruian *list = must(talloc_zero(mem, struct ruian));
	struct reading *r = must(talloc_zero(list, struct reading));
	bool good = true;
	r->list = list;
	for (int i = 0; good && i < count; i++) {
		struct stat is;
		bool folder = !stat(documents[i], &is) && S_ISDIR(is.st_mode);
		good = folder ? folder_read(r, documents[i]) : one_read(r, documents[i]);
	}
	towns_settle(r);
	if (good && !list->current)
		refuse(r, false, "there is no list of municipalities (UI_OBEC) among the documents");
	return list;
}
