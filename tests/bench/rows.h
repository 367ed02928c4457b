/* One SELECT, prepared once; its rows as texts. What both bare programs share. Settings come from the environment: BENCH_SOCKET, BENCH_SQL (a file). */
#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>

enum { COLUMNS = 64, CELL = 8192 };
static MYSQL_STMT *statement;
static MYSQL_BIND cells[COLUMNS];
static char texts[COLUMNS][CELL];
static const char *names[COLUMNS];
static unsigned columns;

static void rows_fail(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, statement ? mysql_stmt_error(statement) : "");
	exit(1);
}

static void rows_open(void)
{
	static char sql[16384];
	MYSQL *link = mysql_init(NULL);
	FILE *file = fopen(getenv("BENCH_SQL"), "r");
	size_t length = file ? fread(sql, 1, sizeof sql, file) : 0;
	if (!length || !mysql_real_connect(link, NULL, "root", "", "sousede", 0, getenv("BENCH_SOCKET"), 0))
		rows_fail("connect");
	fclose(file);
	mysql_set_character_set(link, "utf8mb4");
	statement = mysql_stmt_init(link);
	if (mysql_stmt_prepare(statement, sql, length))
		rows_fail("prepare");
	MYSQL_RES *shape = mysql_stmt_result_metadata(statement);
	columns = mysql_num_fields(shape);
	for (unsigned i = 0; i < columns; i++) {
		names[i] = mysql_fetch_field_direct(shape, i)->name;
		cells[i] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING, .buffer = texts[i], .buffer_length = CELL - 1 };
		cells[i].length = &cells[i].length_value;
		cells[i].is_null = &cells[i].is_null_value;
	}
}

static void rows_ask(void)
{
	if (mysql_stmt_execute(statement) || mysql_stmt_bind_result(statement, cells) || mysql_stmt_store_result(statement))
		rows_fail("execute");
}

static int rows_next(void)
{
	if (mysql_stmt_fetch(statement) == MYSQL_NO_DATA)
		return 0;
	for (unsigned i = 0; i < columns; i++)
		texts[i][cells[i].is_null_value || cells[i].length_value >= CELL ? 0 : cells[i].length_value] = '\0';
	return 1;
}
