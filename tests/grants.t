#!/bin/bash
# The four database accounts: what the programs need they have (every story runs with them), and what they must not have they have not.
. "${0%/*}/lib.sh"
as() {
	mariadb --no-defaults -S "$("$SRC/schema/server" socket "$DB")" -u "sousede_$1" "-p$1" sousede -N -e "$2"
}
site
ok 'web reads notices' as web 'SELECT COUNT(*) FROM notice'
ok 'jobs writes boards' as jobs "INSERT INTO board (town_code, kind, changed_at) VALUES (563102, 'crisis', UTC_TIMESTAMP())"
ok 'account writes people' as account "INSERT INTO person (name, created_at) VALUES ('Zkouška', UTC_TIMESTAMP())"
ok 'web writes boards' as web "INSERT INTO board (town_code, kind, changed_at) VALUES (563102, 'community', UTC_TIMESTAMP())"
for statement in 'DELETE FROM board' 'DELETE FROM notice' 'DELETE FROM notice_version' "UPDATE notice_version SET title = ''" \
	'UPDATE town SET name = slug' 'DELETE FROM session' "INSERT INTO person (name, created_at) VALUES ('x', UTC_TIMESTAMP())" \
	'SELECT about FROM person' 'DROP TABLE notice' 'CREATE TABLE x (y INT)' 'SELECT * FROM mysql.global_priv' "SELECT LOAD_FILE('/etc/passwd')"; do
	case $statement in
	*LOAD_FILE*) same 'web reads no files' "$(as web "$statement")" NULL ;;
	*) not_ok "web may not: $statement" as web "$statement" ;;
	esac
done
for statement in 'SELECT * FROM session' 'DELETE FROM notice_version' 'DROP TABLE notice'; do
	not_ok "jobs may not: $statement" as jobs "$statement"
done
# The log of acts and settings: one program reads the one and changes the others.
for statement in 'SELECT * FROM event_log' "UPDATE throttle_limit SET network_count = 0" "UPDATE notice_rule SET hangs_days = 1" 'SELECT address FROM outbox'; do
	not_ok "web may not: $statement" as web "$statement"
done
ok 'admin reads the log' as admin 'SELECT * FROM event_log'
for statement in "UPDATE event_log SET note = ''" 'DELETE FROM event_log' 'SELECT detail FROM outbox' 'SELECT address FROM outbox' 'SELECT * FROM contact' 'SELECT body FROM notice' \
	'SELECT * FROM credential' 'SELECT * FROM second_factor' 'UPDATE person SET roles = 128' 'SELECT * FROM token'; do
	not_ok "admin may not: $statement" as admin "$statement"
done
# Credentials: one program reads them, through one account.
for statement in 'SELECT * FROM credential' 'SELECT * FROM second_factor' "UPDATE credential SET password_hash = ''" 'DELETE FROM second_factor' \
	"INSERT INTO second_factor (person_id, kind, secret, created_at) VALUES (1, 'totp', 'x', UTC_TIMESTAMP())"; do
	for who in web jobs; do not_ok "$who may not: $statement" as $who "$statement"; done
done
ok 'account reads passwords' as account 'SELECT * FROM credential'
ok 'account reads second factors' as account 'SELECT * FROM second_factor'
for who in web account; do not_ok "$who may not change the log" as $who "UPDATE event_log SET note = ''"; done
for statement in 'SELECT title FROM notice' 'DELETE FROM town' 'ALTER TABLE person ADD x INT'; do
	not_ok "account may not: $statement" as account "$statement"
done
# A new table must be given to somebody in grants.sql: nobody noticed is nobody can.
same 'every table has its rights written down' "$(sql "SELECT GROUP_CONCAT(table_name) FROM information_schema.tables t WHERE table_schema = 'sousede'
	AND table_name <> 'schema_version' AND NOT EXISTS (SELECT 1 FROM mysql.tables_priv p WHERE p.db = 'sousede' AND p.table_name = t.table_name)")" NULL

# Migrations: a second run does nothing; a broken file stops the run, says which, and what came before it stays.
migrate() { "$1/migrate" --no-defaults -S "$("$SRC/schema/server" socket "$DB")" -u root "$2"; }
same 'nothing is left to migrate' "$(migrate "$SRC/schema" sousede)" ''
mkdir "$T/schema"
cp "$SRC"/schema/migrate "$T/schema/"
echo 'CREATE TABLE first (id INT);' >"$T/schema/001-first.sql"
echo 'CREATE TABLE second (id INT); NONSENSE;' >"$T/schema/002-second.sql"
echo 'CREATE TABLE third (id INT);' >"$T/schema/003-third.sql"
sql 'CREATE DATABASE other'
not_ok 'a broken migration fails' migrate "$T/schema" other
ok 'and is named' sh -c "'$T/schema/migrate' --no-defaults -S '$("$SRC/schema/server" socket "$DB")' -u root other 2>&1 | grep -q '002-second.sql failed'"
same 'what came before it is written down, what comes after did not run' "$(sql 'SELECT GROUP_CONCAT(number) FROM other.schema_version')" 1
same 'its table is there' "$(sql "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'other' AND table_name = 'third'")" 0
echo 'CREATE TABLE fourth (id INT);' >"$T/schema/002-second.sql"
ok 'repaired, it goes on' migrate "$T/schema" other
same 'to the end' "$(sql 'SELECT GROUP_CONCAT(number ORDER BY number) FROM other.schema_version')" 1,2,3
done_testing
