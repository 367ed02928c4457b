/* The only file that speaks to MariaDB: connection, prepared statements, errors sorted into away, conflict, duplicate and ours. */
#include <mysql.h>
#include <errmsg.h>
#include <mysqld_error.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>
#include "conf.h"
#include "db.h"
#include "dbrow.h"
#include "log.h"
#include "panic.h"
#include "seal.h"

enum { STATEMENTS = 128, ARGUMENTS = 64, CELL_START = 64, ATTEMPTS = 6 };

struct statement {
	const char *sql;          /* the literal: its address is the key */
	MYSQL_STMT *handle;
	MYSQL_RES *shape;         /* names and types of the columns; null for writes */
	MYSQL_BIND *bind;
	struct cell *cells;
	unsigned columns;
};

static MYSQL *link_;
static struct statement cache[STATEMENTS];
static int run_count;
static bool in_transaction;
static enum { AS_PAGES, AS_JOBS, AS_ACCOUNT, AS_ADMIN } as;
static sigjmp_buf *again;
static void (*away)(const char *reason);

struct arg db_text(const char *text)
{
	return (struct arg){ .type = ARG_TEXT, .bytes = text, .length = text ? strlen(text) : 0 };
}

struct arg db_sealed(const void *mem, const char *purpose, const char *text)
{
	if (!text || !*text)
		return B(NULL, 0);
	struct seal_text closed = seal_close(mem, purpose, text);
	return B(closed.bytes, closed.length);
}

void db_as_jobs(void)
{
	as = AS_JOBS;
}

void db_as_account(void)
{
	as = AS_ACCOUNT;
}

void db_as_admin(void)
{
	as = AS_ADMIN;
}

void db_on_unavailable(void (*handler)(const char *reason))
{
	away = handler;
}

int db_count(void)
{
	return run_count;
}

void db_count_reset(void)
{
	run_count = 0;
}

static void statement_free(struct statement *s)
{
	if (s->shape)
		mysql_free_result(s->shape);
	if (s->handle)
		mysql_stmt_close(s->handle);
	talloc_free(s->cells);
	*s = (struct statement){ 0 };
}

void db_close(void)
{
	for (size_t i = 0; i < STATEMENTS; i++)
		statement_free(&cache[i]);
	if (link_)
		mysql_close(link_);
	link_ = NULL;
	in_transaction = false;
}

static _Noreturn void unavailable(const char *reason)
{
	static char kept[300];
	snprintf(kept, sizeof kept, "%s", reason);
	db_close();
	if (away)
		away(kept);
	panic("database away: %s", kept);
}

/* reliability.md 3.3: after these the connection and its statements are worth nothing. */
static bool is_lost(unsigned error)
{
	static const unsigned lost[] = { CR_CONNECTION_ERROR, CR_CONN_HOST_ERROR, CR_UNKNOWN_HOST, CR_SERVER_GONE_ERROR, CR_SERVER_LOST,
		CR_SERVER_LOST_EXTENDED, ER_SERVER_SHUTDOWN, ER_CONNECTION_KILLED, ER_UNKNOWN_COM_ERROR, ER_UNKNOWN_STMT_HANDLER,
		ER_NEED_REPREPARE, CR_STMT_CLOSED, CR_NEW_STMT_METADATA, ER_CON_COUNT_ERROR };
	for (size_t i = 0; i < sizeof lost / sizeof *lost; i++)
		if (lost[i] == error)
			return true;
	return false;
}

static bool is_conflict(unsigned error)
{
	return error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT || error == ER_CHECKREAD;
}

static void connect_once(void)
{
	if (link_)
		return;
	const unsigned wait = 2, stall = 15;
	const struct {
		const char *user, *password;
	} accounts[] = {
		[AS_PAGES] = { conf.db_user, conf.db_password },
		[AS_JOBS] = { conf.db_jobs_user, conf.db_jobs_password },
		[AS_ACCOUNT] = { conf.db_account_user, conf.db_account_password },
		[AS_ADMIN] = { conf.db_admin_user, conf.db_admin_password },
	};
	bool tcp = !*conf.db_socket;
	if (!(link_ = mysql_init(NULL)))
		panic("mysql_init: out of memory");
	mysql_options(link_, MYSQL_OPT_CONNECT_TIMEOUT, &wait);
	mysql_options(link_, MYSQL_OPT_READ_TIMEOUT, &stall);
	mysql_options(link_, MYSQL_OPT_WRITE_TIMEOUT, &stall);
	mysql_options(link_, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(link_, MYSQL_INIT_COMMAND,
		      "SET time_zone='+00:00', sql_mode='STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'");
	if (!mysql_real_connect(link_, tcp ? conf.db_host : NULL, accounts[as].user, accounts[as].password, conf.db_name, tcp ? (unsigned)conf.db_port : 0,
				tcp ? NULL : conf.db_socket, 0))
		unavailable(mysql_error(link_));
	/* Finding 2: lost updates; servers before 10.6.18 do not know it, and their refusal changes nothing. */
	mysql_query(link_, "SET SESSION innodb_snapshot_isolation=ON");
}

static size_t cache_index(const char *sql)
{
	size_t i = ((uintptr_t)sql >> 3) % STATEMENTS;
	for (size_t tried = 0; tried < STATEMENTS; tried++, i = (i + 1) % STATEMENTS)
		if (!cache[i].sql || cache[i].sql == sql)
			return i;
	panic("more than %d statements in one program", STATEMENTS);
}

static void cell_room(struct statement *s, unsigned column, size_t need)
{
	MYSQL_BIND *bind = &s->bind[column];
	bind->buffer = talloc_realloc_size(s->cells, bind->buffer, need);
	bind->buffer_length = need;
}

static void shape_read(struct statement *s)
{
	s->columns = mysql_num_fields(s->shape);
	s->cells = talloc_zero_array(NULL, struct cell, s->columns);
	s->bind = talloc_zero_array(s->cells, MYSQL_BIND, s->columns);
	for (unsigned i = 0; i < s->columns; i++) {
		const MYSQL_FIELD *field = mysql_fetch_field_direct(s->shape, i);
		bool moment = field->type == MYSQL_TYPE_DATETIME || field->type == MYSQL_TYPE_TIMESTAMP;
		s->cells[i].name = field->name;
		s->cells[i].type = moment ? CELL_TIME : field->type == MYSQL_TYPE_DATE ? CELL_DAY : CELL_TEXT;
		s->bind[i].buffer_type = MYSQL_TYPE_STRING;
		s->bind[i].length = &s->bind[i].length_value;
		s->bind[i].is_null = &s->bind[i].is_null_value;
		s->bind[i].error = &s->bind[i].error_value;
		cell_room(s, i, CELL_START);
	}
}

/* The prepared statement of a literal; null with *error when the server refuses. */
static struct statement *statement_of(const char *sql, unsigned *error)
{
	struct statement *s = &cache[cache_index(sql)];
	if (s->sql)
		return s;
	if (!(s->handle = mysql_stmt_init(link_)))
		panic("mysql_stmt_init: out of memory");
	if (mysql_stmt_prepare(s->handle, sql, strlen(sql))) {
		*error = mysql_stmt_errno(s->handle);
		if (!is_lost(*error))
			panic("%s in: %s", mysql_stmt_error(s->handle), sql);
		statement_free(s);
		return NULL;
	}
	s->sql = sql;
	if ((s->shape = mysql_stmt_result_metadata(s->handle)))
		shape_read(s);
	return s;
}

static void arg_bind(void *mem, MYSQL_BIND *bind, const struct arg *arg)
{
	*bind = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING };
	const void *bytes = arg->bytes;
	switch (arg->type) {
	case ARG_INT:
		bind->buffer_type = MYSQL_TYPE_LONGLONG;
		bytes = &arg->number;
		break;
	case ARG_REAL:
		bind->buffer_type = MYSQL_TYPE_DOUBLE;
		bytes = &arg->real;
		break;
	case ARG_TIME:
		bytes = arg->number < 0 ? NULL : time_sql(mem, (time_t)arg->number);
		bind->buffer_length = bytes ? strlen(bytes) : 0;
		break;
	case ARG_BYTES:
		bind->buffer_type = MYSQL_TYPE_BLOB;
		bind->buffer_length = arg->length;
		break;
	case ARG_TEXT:
		bind->buffer_length = arg->length;
		break;
	}
	bind->buffer = (void *)(uintptr_t)bytes;   /* the server only reads it */
	bind->length_value = bind->buffer_length;
	bind->length = &bind->length_value;
	if (!bytes)
		bind->buffer_type = MYSQL_TYPE_NULL;
}

static unsigned execute(struct statement *s, const struct arg *args, size_t count)
{
	if (mysql_stmt_param_count(s->handle) != count || count > ARGUMENTS)
		panic("%lu arguments wanted, %zu given in: %s", mysql_stmt_param_count(s->handle), count, s->sql);
	void *mem = talloc_new(NULL);
	MYSQL_BIND bind[ARGUMENTS];
	for (size_t i = 0; i < count; i++)
		arg_bind(mem, &bind[i], &args[i]);
	bool failed = (count && mysql_stmt_bind_param(s->handle, bind)) || mysql_stmt_execute(s->handle) ||
		      (s->shape && mysql_stmt_store_result(s->handle));
	talloc_free(mem);
	return failed ? mysql_stmt_errno(s->handle) : 0;
}

/* Only what changes nothing may be asked twice. */
static bool is_read(const char *sql)
{
	return !strncmp(sql, "SELECT", 6) || !strncmp(sql, "WITH", 4);
}

static struct statement *attempt(const char *sql, const struct arg *args, size_t count, unsigned *error)
{
	connect_once();
	struct statement *s = statement_of(sql, error);
	if (s)
		*error = execute(s, args, count);
	return s;
}

/* Runs the statement; conflicts repeat the transaction or end as away, *duplicate is set when a UNIQUE key refused. */
static struct statement *run(const char *sql, const struct arg *args, size_t count, bool *duplicate)
{
	unsigned error = 0;
	run_count++;
	struct statement *s = attempt(sql, args, count, &error);
	if (is_lost(error) && !in_transaction && is_read(sql)) {
		db_close();
		error = 0;
		s = attempt(sql, args, count, &error);
	}
	*duplicate = error == ER_DUP_ENTRY;
	if (!error || *duplicate)
		return s;
	if (is_lost(error))
		unavailable(s ? mysql_stmt_error(s->handle) : mysql_error(link_));
	if (is_conflict(error) && again) {
		db_rollback();
		siglongjmp(*again, 1);
	}
	if (is_conflict(error))
		unavailable(mysql_stmt_error(s->handle));
	panic("%s in: %s", mysql_stmt_error(s->handle), sql);
}

/* True when the cell needed more room: then the columns want binding again, but not before the row is whole, for it forgets where the row lies. */
static bool cell_take(struct statement *s, unsigned column)
{
	MYSQL_BIND *bind = &s->bind[column];
	struct cell *cell = &s->cells[column];
	bool grows = !bind->is_null_value && bind->length_value >= bind->buffer_length;
	cell->text = NULL;
	if (bind->is_null_value)
		return false;
	if (grows) {
		cell_room(s, column, bind->length_value + 1);
		if (mysql_stmt_fetch_column(s->handle, bind, column, 0))
			panic("%s in: %s", mysql_stmt_error(s->handle), s->sql);
	}
	cell->length = bind->length_value;
	((char *)bind->buffer)[cell->length] = '\0';
	cell->text = bind->buffer;
	return grows;
}

static void row_take(struct statement *s)
{
	bool grown = false;
	for (unsigned i = 0; i < s->columns; i++)
		grown = cell_take(s, i) || grown;
	if (grown)
		mysql_stmt_bind_result(s->handle, s->bind);
}

int db_each(const char *sql, const struct arg *args, size_t count,
	    bool (*each)(void *given, const struct cell *cells, size_t columns), void *given)
{
	bool duplicate, more = true;
	int rows = 0;
	struct statement *s = run(sql, args, count, &duplicate);
	if (!s->shape || mysql_stmt_bind_result(s->handle, s->bind))
		panic("no rows come from: %s", sql);
	for (int got; more && (got = mysql_stmt_fetch(s->handle)) != MYSQL_NO_DATA; rows++) {
		if (got == 1)
			panic("%s in: %s", mysql_stmt_error(s->handle), sql);
		row_take(s);
		more = each(given, s->cells, s->columns);
	}
	mysql_stmt_free_result(s->handle);
	return rows;
}

int64_t db_exec_(const char *sql, const struct arg *args, size_t count)
{
	bool duplicate;
	struct statement *s = run(sql, args, count, &duplicate);
	if (duplicate)
		return DB_DUPLICATE;
	int64_t id = (int64_t)mysql_stmt_insert_id(s->handle);
	return id ? id : (int64_t)mysql_stmt_affected_rows(s->handle);
}

void db_begin(void)
{
	db_exec("START TRANSACTION");
	in_transaction = true;
}

void db_commit(void)
{
	db_exec("COMMIT");
	in_transaction = false;
}

void db_rollback(void)
{
	if (link_ && in_transaction)
		mysql_rollback(link_);
	in_transaction = false;
}

void db_transaction(void (*work)(void *), void *given)
{
	sigjmp_buf here;
	volatile useconds_t pause = 5000;
	for (volatile int tries = 0; tries < ATTEMPTS; tries++, pause *= 2) {
		again = &here;
		if (!sigsetjmp(here, 0)) {
			db_begin();
			work(given);
			db_commit();
			again = NULL;
			return;
		}
		again = NULL;
		usleep(pause + (useconds_t)(random() % 5000));
	}
	unavailable("conflicts, six times");
}
