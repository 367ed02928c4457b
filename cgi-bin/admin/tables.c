/* The settings tables: one row each. */
#include "admin/setting.h"

enum { MOST = 100000, LONG = 366 * 24 * 3600 };

#define COUNT(n) { .name = n, .type = FIELD_NUMBER, .low = 0, .high = MOST, .required = true }
#define SECONDS(n) { .name = n, .type = FIELD_NUMBER, .low = 0, .high = LONG, .required = true }
static const struct field limit_fields[] = { SETTING_FIELDS, COUNT("sit"), SECONDS("sit-doba"), COUNT("ucet"), SECONDS("ucet-doba"), { 0 } };
static const struct field kind_fields[] = { SETTING_FIELDS, { .name = "dnu", .type = FIELD_NUMBER, .low = 1, .high = 730, .required = true },
	{ .name = "pilnych", .type = FIELD_NUMBER, .low = 0, .high = 50, .required = true }, { 0 } };
static const struct field category_fields[] = { SETTING_FIELDS, { .name = "nazev", .type = FIELD_TEXT, .high = 120, .required = true },
	{ .name = "nabizet", .type = FIELD_TICK }, { 0 } };
static const struct field sensitive_fields[] = { SETTING_FIELDS, { .name = "uroven", .type = FIELD_NUMBER, .low = 0, .high = 3, .required = true }, { 0 } };

static const struct field help_fields[] = { SETTING_FIELDS, { .name = "uroven", .type = FIELD_NUMBER, .low = 0, .high = 3, .required = true },
	{ .name = "nabizet", .type = FIELD_TICK }, { .name = "jen-krize", .type = FIELD_TICK }, { 0 } };

static const char *const units[] = { "day", "month", NULL };
static const struct field retention_fields[] = { SETTING_FIELDS, { .name = "doba", .type = FIELD_NUMBER, .low = 0, .high = 1200 },
	{ .name = "jednotka", .type = FIELD_CHOICE, .allowed = units, .required = true }, { 0 } };

static const struct field reason_fields[] = { SETTING_FIELDS, { .name = "priorita", .type = FIELD_NUMBER, .low = 1, .high = 4, .required = true },
	{ .name = "nezakonne", .type = FIELD_TICK }, { .name = "beze-jmena", .type = FIELD_TICK }, { .name = "nebezpeci", .type = FIELD_TICK },
	{ .name = "slova", .type = FIELD_TEXT, .high = 120 }, { 0 } };
static const struct field target_fields[] = { SETTING_FIELDS, { .name = "minut", .type = FIELD_NUMBER, .low = 10, .high = 60000, .required = true }, { 0 } };

/* Limits nobody changed are those of the program. */
static void limits_known(struct req *r, xmlNode *parent, const char *key)
{
	const struct throttle_default *d;
	for (size_t i = 0; (d = throttle_default(i)); i++) {
		if ((key && strcmp(key, d->action)) || db_number(0, "SELECT COUNT(*) FROM throttle_limit WHERE action = ?", S(d->action)))
			continue;
		xmlNode *row = page_add(parent, "row", NULL);
		page_set(row, "key", d->action);
		for (size_t j = 0; j != sizeof d->numbers / sizeof *d->numbers; j++)
			page_add(row, limit_fields[SETTING_OWN + j].name, talloc_asprintf(r->mem, "%" PRId64, d->numbers[j]));
	}
}

const struct setting settings[] = {
	{ .name = "limity", .fields = limit_fields, .known = limits_known,
	  .rows = LITERAL("SELECT action AS `@key`, network_count AS sit, network_seconds AS `sit-doba`, subject_count AS ucet, subject_seconds AS `ucet-doba`"
			  " FROM throttle_limit WHERE ? IS NULL OR action = ? ORDER BY action"),
	  .save = LITERAL("INSERT INTO throttle_limit (network_count, network_seconds, subject_count, subject_seconds, action) VALUES (?, ?, ?, ?, ?)"
			  " ON DUPLICATE KEY UPDATE network_count = VALUES(network_count), network_seconds = VALUES(network_seconds),"
			  " subject_count = VALUES(subject_count), subject_seconds = VALUES(subject_seconds)") },
	{ .name = "oznameni", .fields = kind_fields,
	  .rows = LITERAL("SELECT kind AS `@key`, hangs_days AS dnu, urgent_a_week AS pilnych FROM notice_rule WHERE ? IS NULL OR kind = ? ORDER BY kind"),
	  .save = LITERAL("UPDATE notice_rule SET hangs_days = ?, urgent_a_week = ? WHERE kind = ?") },
	{ .name = "kategorie", .fields = category_fields,
	  .rows = LITERAL("SELECT slug AS `@key`, name AS `@label`, name AS nazev, offered AS nabizet FROM category_offer WHERE ? IS NULL OR slug = ? ORDER BY name"),
	  .save = LITERAL("UPDATE category_offer SET name = ?, offered = ? WHERE slug = ?"),
	  .add = LITERAL("INSERT INTO category_offer (name, offered, slug) VALUES (?, ?, ?)") },
	{ .name = "pomoc", .fields = help_fields,
	  .rows = LITERAL("SELECT code AS `@key`, min_level AS uroven, offered AS nabizet, crisis AS `jen-krize` FROM help_category"
			  " WHERE ? IS NULL OR code = ? ORDER BY position"),
	  .save = LITERAL("UPDATE help_category SET min_level = ?, offered = ?, crisis = ? WHERE code = ?") },
	{ .name = "duvera", .fields = sensitive_fields,
	  .rows = LITERAL("SELECT code AS `@key`, min_level AS uroven FROM sensitive_category WHERE ? IS NULL OR code = ? ORDER BY position"),
	  .save = LITERAL("UPDATE sensitive_category SET min_level = ? WHERE code = ?") },
	/* A town's own times are rows of its own. */
	{ .name = "uchovani", .fields = retention_fields,
	  .rows = LITERAL("SELECT what AS `@key`, what AS `@what`, amount AS doba, unit AS jednotka FROM retention"
			  " WHERE town_code = 0 AND (? IS NULL OR what = ?) ORDER BY activity, what"),
	  .save = LITERAL("UPDATE retention SET amount = ?, unit = ? WHERE what = ? AND town_code = 0") },
	{ .name = "duvody", .fields = reason_fields,
	  .rows = LITERAL("SELECT code AS `@key`, label AS `@label`, priority AS priorita, illegal AS nezakonne, nameless AS `beze-jmena`, danger AS nebezpeci,"
			  " label AS slova FROM report_reason WHERE ? IS NULL OR code = ? ORDER BY position"),
	  .save = LITERAL("UPDATE report_reason SET priority = ?, illegal = ?, nameless = ?, danger = ?, label = ? WHERE code = ?"),
	  .add = LITERAL("INSERT INTO report_reason (priority, illegal, nameless, danger, label, code, position)"
			 " SELECT ?, ?, ?, ?, ?, ?, MAX(position) + 1 FROM report_reason") },
	{ .name = "lhuty", .fields = target_fields,
	  .rows = LITERAL("SELECT priority AS `@key`, minutes AS minut FROM report_target WHERE ? IS NULL OR priority = ? ORDER BY priority"),
	  .save = LITERAL("UPDATE report_target SET minutes = ? WHERE priority = ?") },
	{ 0 },
};
