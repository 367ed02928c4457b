/* Forms: each type of field, good, bad and absent; what the page is told of them. */
#include "unit.h"
#include <libxml/xpath.h>
#include "web/form.h"
#include "web/page.h"
#include "web/request.h"
#include "web/route.h"
#include "web/seal.h"

/* The library asks its program for a table. */
const struct route routes[] = { { 0 } };

static const char *const boards[] = { "uredni", "obec", "spolky", "krize", NULL }, *const yes[] = { "ano", NULL };

/* A request whose parameters are the pairs of names and values that follow, ended by a null name. */
static struct req *asked(enum method method, const char *const *pairs)
{
	struct req *r = talloc_zero(mem, struct req);
	struct param **tail = method == POST ? &r->form : &r->params;
	r->mem = r;
	r->method = method;
	for (; *pairs; pairs += 2) {
		*tail = talloc_zero(r, struct param);
		(*tail)->name = pairs[0];
		(*tail)->value = pairs[1];
		tail = &(*tail)->next;
	}
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	r->page = xmlNewDocRawNode(doc, NULL, (const xmlChar *)"page", NULL);
	xmlDocSetRootElement(doc, r->page);
	return r;
}
#define ASKED(method, ...) asked((method), (const char *const[]){ __VA_ARGS__ __VA_OPT__(,) NULL })

static void done(struct req *r)
{
	xmlFreeDoc(r->page->doc);
	talloc_free(r);
}

static void assert_page(const struct req *r, const char *path, const char *value)
{
	xmlXPathContext *context = xmlXPathNewContext(r->page->doc);
	xmlXPathObject *found = xmlXPathEval((const xmlChar *)path, context);
	assert_non_null(found);
	xmlChar *text = xmlXPathCastToString(found);
	assert_string_equal((const char *)text, value);
	xmlFree(text);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
}

/* One field asked for with one text (null: absent): the error code, "" for none. */
struct expected {
	const char *text, *error;
	int64_t number;
};

static void check_field(const struct field *f, const struct expected *cases, size_t count)
{
	const struct field table[] = { *f, { 0 } };
	for (size_t i = 0; i < count; i++) {
		struct value v[1];
		struct req *r = cases[i].text ? ASKED(GET, f->name, cases[i].text) : ASKED(GET, "utm_source", "x");
		bool right = form_read(r, table, v);
		const char *error = v->error ? v->error : "";
		if (strcmp(error, cases[i].error) || right != !*error)
			fail_msg("%s: \"%s\" instead of \"%s\"", cases[i].text, error, cases[i].error);
		if (right && v->number != cases[i].number)
			fail_msg("%s is %lld", cases[i].text, (long long)v->number);
		assert_page(r, "count(/page/form/field)", "1");
		assert_page(r, "string(/page/form/field/@error)", error);
		assert_page(r, "string(/page/form/field/value)", v->text);
		done(r);
	}
}
#define CHECK_FIELD(field, ...) \
	check_field(&(field), (const struct expected[]){ __VA_ARGS__ }, COUNT(((const struct expected[]){ __VA_ARGS__ })))

static void text_is_counted_in_characters(void **state)
{
	static const struct expected cases[] = { { "a", "", 0 }, { "řřřřř", "", 0 }, { "řřřřřř", "too-long", 0 }, { "  abcde  ", "", 0 },
		{ "", "", 0 }, { "   ", "", 0 }, { NULL, "", 0 }, { "\"<&'>", "", 0 } };
	(void)state;
	check_field(&(struct field){ .name = "q", .type = FIELD_TEXT, .high = 5 }, cases, COUNT(cases));
}

static void text_has_a_default_length(void **state)
{
	char text[202];
	(void)state;
	memset(text, 'x', 201);
	text[201] = '\0';
	check_field(&(struct field){ .name = "q", .type = FIELD_TEXT }, &(struct expected){ text, "too-long", 0 }, 1);
	text[200] = '\0';
	check_field(&(struct field){ .name = "q", .type = FIELD_TEXT }, &(struct expected){ text, "", 0 }, 1);
}

static void text_is_normalised(void **state)
{
	struct value v[1];
	(void)state;
	struct req *r = ASKED(GET, "q", " Kadan\xcc\x8c\r\n");
	assert_true(form_read(r, (const struct field[]){ { .name = "q", .type = FIELD_TEXT }, { 0 } }, v));
	assert_string_equal(v->text, "Kadaň");
	assert_true(v->given);
	done(r);
}

static void required_fields_must_come(void **state)
{
	static const struct expected cases[] = { { "a", "", 0 }, { "", "required", 0 }, { " \n", "required", 0 }, { NULL, "required", 0 } };
	(void)state;
	check_field(&(struct field){ .name = "q", .type = FIELD_TEXT, .required = true }, cases, COUNT(cases));
}

static void numbers_are_whole_and_in_range(void **state)
{
	static const struct expected cases[] = { { "1", "", 1 }, { "50", "", 50 }, { " 07 ", "", 7 }, { "0", "range", 0 }, { "51", "range", 0 }, { "-1", "range", 0 },
		{ "99999999999999999999", "range", 0 }, { "1.5", "number", 0 }, { "1e1", "number", 0 }, { "+1", "number", 0 }, { "0x1", "number", 0 }, { "1 000", "number", 0 },
		{ "-", "number", 0 }, { "--1", "number", 0 }, { "a", "number", 0 }, { "", "", 0 }, { NULL, "", 0 } };
	static const struct expected below[] = { { "-5", "", -5 }, { "-6", "range", 0 }, { "0", "", 0 } }, any[] = { { "999999999999999999", "", 999999999999999999 }, { "-3", "", -3 } };
	(void)state;
	check_field(&(struct field){ .name = "pocet", .type = FIELD_NUMBER, .low = 1, .high = 50 }, cases, COUNT(cases));
	check_field(&(struct field){ .name = "pocet", .type = FIELD_NUMBER, .low = -5, .high = 5 }, below, COUNT(below));
	check_field(&(struct field){ .name = "pocet", .type = FIELD_NUMBER }, any, COUNT(any));
}

static void decimals_take_point_and_comma(void **state)
{
	static const struct expected cases[] = { { "50.5", "", 0 }, { "13,25", "", 0 }, { "-90", "", 0 }, { "90", "", 0 }, { "90.001", "range", 0 }, { "-90.5", "range", 0 },
		{ "1.", "number", 0 }, { ".5", "number", 0 }, { "1,2,3", "number", 0 }, { "1e3", "number", 0 }, { "nan", "number", 0 }, { "inf", "number", 0 }, { "0x10", "number", 0 },
		{ "", "", 0 }, { NULL, "", 0 } };
	struct value v[1];
	(void)state;
	check_field(&(struct field){ .name = "lat", .type = FIELD_DECIMAL, .low = -90, .high = 90 }, cases, COUNT(cases));
	struct req *r = ASKED(GET, "lat", "50,375");
	assert_true(form_read(r, (const struct field[]){ { .name = "lat", .type = FIELD_DECIMAL, .low = -90, .high = 90 }, { 0 } }, v));
	assert_true(v->decimal > 50.3749 && v->decimal < 50.3751);
	done(r);
}

static void choices_are_words_of_the_list(void **state)
{
	static const struct expected cases[] = { { "uredni", "", 0 }, { "krize", "", 3 }, { "krizez", "choice", 0 }, { "kriz", "choice", 0 }, { "Uredni", "choice", 0 },
		{ "uredni,obec", "choice", 0 }, { "", "", -1 }, { NULL, "", -1 } };
	(void)state;
	check_field(&(struct field){ .name = "deska", .type = FIELD_CHOICE, .allowed = boards }, cases, COUNT(cases));
}

static void sets_are_bits(void **state)
{
	static const struct expected cases[] = { { "uredni", "", 1 }, { "uredni,krize", "", 9 }, { " obec , spolky ", "", 6 }, { "obec,obec", "", 2 }, { ",,obec,", "", 2 },
		{ "obec,nic", "choice", 0 }, { "obecspolky", "choice", 0 }, { ",", "", 0 }, { "", "", 0 }, { NULL, "", 0 } };
	(void)state;
	check_field(&(struct field){ .name = "deska", .type = FIELD_SET, .allowed = boards }, cases, COUNT(cases));
}

static void sets_join_checkboxes(void **state)
{
	struct value v[1];
	(void)state;
	struct req *r = ASKED(GET, "deska", "uredni", "q", "x", "deska", "", "deska", "krize");
	assert_true(form_read(r, (const struct field[]){ { .name = "deska", .type = FIELD_SET, .allowed = boards }, { 0 } }, v));
	assert_int_equal(v->number, 9);
	assert_page(r, "count(//option)", "4");
	assert_page(r, "count(//option[@selected='yes'])", "2");
	assert_page(r, "string(//option[@selected='yes'][2]/@value)", "krize");
	done(r);
}

static void colours_are_six_digits(void **state)
{
	static const struct expected cases[] = { { "1a2b3c", "", 0x1a2b3c }, { "#FFFFFF", "", 0xffffff }, { "000000", "", 0 }, { "fff", "colour", 0 }, { "#12345g", "colour", 0 },
		{ "red", "colour", 0 }, { "##12345", "colour", 0 }, { "1a2b3c4", "colour", 0 }, { "0x1a2b", "colour", 0 }, { "", "", 0 }, { NULL, "", 0 } };
	(void)state;
	check_field(&(struct field){ .name = "barva", .type = FIELD_COLOUR }, cases, COUNT(cases));
}

static void fallbacks_stand_for_what_is_absent(void **state)
{
	static const struct field table[] = {
		{ .name = "strana", .type = FIELD_NUMBER, .low = 1, .high = 9, .fallback = "1" },
		{ .name = "vzhled", .type = FIELD_CHOICE, .allowed = boards, .fallback = "spolky" },
		{ 0 },
	};
	struct value v[2];
	(void)state;
	struct req *r = ASKED(GET, "strana", "");
	assert_true(form_read(r, table, v));
	assert_int_equal(v[0].number, 1);
	assert_string_equal(v[0].text, "1");
	assert_false(v[0].given);
	assert_int_equal(v[1].number, 2);
	assert_false(v[1].given);
	assert_page(r, "string(//option[@selected]/@value)", "spolky");
	done(r);
}

static void the_first_of_two_counts(void **state)
{
	struct value v[1];
	(void)state;
	struct req *r = ASKED(GET, "q", "one", "q", "two");
	assert_true(form_read(r, (const struct field[]){ { .name = "q", .type = FIELD_TEXT }, { 0 } }, v));
	assert_string_equal(v->text, "one");
	done(r);
}

static void post_reads_the_body_only(void **state)
{
	struct value v[1];
	(void)state;
	struct req *r = ASKED(POST, "q", "body");
	r->params = talloc_zero(r, struct param);
	r->params->name = "q";
	r->params->value = "query";
	assert_true(form_read(r, (const struct field[]){ { .name = "q", .type = FIELD_TEXT }, { 0 } }, v));
	assert_string_equal(v->text, "body");
	done(r);
}

static void the_page_carries_the_table(void **state)
{
	static const struct field table[] = {
		{ .name = "q", .type = FIELD_TEXT, .high = 100, .required = true },
		{ .name = "pocet", .type = FIELD_NUMBER, .low = 1, .high = 50 },
		{ .name = "lat", .type = FIELD_DECIMAL },
		{ .name = "deska", .type = FIELD_SET, .allowed = boards },
		{ .name = "barva", .type = FIELD_COLOUR },
		{ .name = "archiv", .type = FIELD_CHOICE, .allowed = yes },
		{ 0 },
	};
	struct value v[6];
	(void)state;
	struct req *r = ASKED(GET, "q", "\"><script>&amp;", "pocet", "x");
	assert_false(form_read(r, table, v));
	assert_null(v[0].error);
	assert_string_equal(v[1].error, "number");
	assert_page(r, "count(/page/form)", "1");
	assert_page(r, "concat(//field[1]/@name, ' ', //field[1]/@type, ' ', //field[1]/@max, ' ', //field[1]/@required)", "q text 100 yes");
	assert_page(r, "string(//field[1]/value)", "\"><script>&amp;");
	assert_page(r, "concat(//field[2]/@type, ' ', //field[2]/@low, ' ', //field[2]/@high, ' ', //field[2]/@error)", "number 1 50 number");
	assert_page(r, "count(//field[3][@type='decimal'][not(@low) and not(@high) and not(@max)])", "1");
	assert_page(r, "count(//field[4][@type='set']/option)", "4");
	assert_page(r, "count(//field[5][@type='colour'])", "1");
	assert_page(r, "count(//field[6][@type='choice']/option[not(@selected)])", "1");
	done(r);
}

static void a_handler_may_find_an_error(void **state)
{
	struct value v[1];
	(void)state;
	struct req *r = ASKED(GET, "q", "x");
	assert_true(form_read(r, (const struct field[]){ { .name = "q", .type = FIELD_TEXT }, { 0 } }, v));
	form_error(r, v, "q", "unknown");
	assert_string_equal(v->error, "unknown");
	assert_page(r, "string(//field/@error)", "unknown");
	done(r);
}

static void days_and_moments_are_of_prague(void **state)
{
	(void)state;
	time_open();
	CHECK_FIELD(((struct field){ .name = "den", .type = FIELD_DATE }), { "2026-12-07", "", 0 }, { "7. 12. 2026", "", 0 }, { "7.12.2026", "", 0 },
		    { "31. 2. 2026", "date", 0 }, { "zítra", "date", 0 }, { "2026-12-07T10:00", "date", 0 }, { "22026-12-07", "date", 0 }, { "", "", 0 });
	CHECK_FIELD(((struct field){ .name = "kdy", .type = FIELD_MOMENT }), { "2026-12-07T18:00", "", 0 }, { "2026-12-07", "moment", 0 }, { "v 18", "moment", 0 });
	struct value v[2];
	struct req *r = ASKED(GET, "den", "7. 12. 2026", "kdy", "2026-06-01T18:00");
	form_read(r, (const struct field[]){ { .name = "den", .type = FIELD_DATE }, { .name = "kdy", .type = FIELD_MOMENT }, { 0 } }, v);
	assert_string_equal(v[0].text, "2026-12-07");
	assert_int_equal(v[0].when, 1796598000);
	assert_string_equal(v[1].text, "2026-06-01T18:00");
	assert_int_equal(v[1].when, 1780329600);
	assert_page(r, "string(//field[1]/value)", "2026-12-07");
	done(r);
}

static void mails_look_like_mails(void **state)
{
	(void)state;
	CHECK_FIELD(((struct field){ .name = "mail", .type = FIELD_MAIL }), { "jana@obec.example", "", 0 }, { "jana@obec", "mail", 0 }, { "@obec.example", "mail", 0 },
		    { "jana obec@x.cz", "mail", 0 }, { "a@b@c.cz", "mail", 0 }, { "a@b.", "mail", 0 }, { "Jana <a@b.cz>", "mail", 0 }, { "háček@žluť.cz", "", 0 });
}

static void phones_are_counted(void **state)
{
	(void)state;
	CHECK_FIELD(((struct field){ .name = "telefon", .type = FIELD_PHONE }), { "777 123 456", "", 9 }, { "+420 777 123 456", "", 12 },
		    { "00420777123456", "", 12 }, { "777 123 4", "phone", 7 }, { "7771234567", "phone", 10 }, { "zavolejte", "phone", 0 }, { "+12", "phone", 2 });
}

static void secrets_stay_as_typed_and_do_not_come_back(void **state)
{
	struct value v[1];
	(void)state;
	struct req *r = ASKED(POST, "heslo", "  dvě mezery ");
	assert_true(form_read(r, (const struct field[]){ { .name = "heslo", .type = FIELD_SECRET, .low = 8 }, { 0 } }, v));
	assert_string_equal(v->text, "  dvě mezery ");
	assert_page(r, "count(//value)", "0");
	assert_page(r, "string(//field/@min)", "8");
	done(r);
	r = ASKED(POST, "heslo", "krátké");
	assert_false(form_read(r, (const struct field[]){ { .name = "heslo", .type = FIELD_SECRET, .low = 8 }, { 0 } }, v));
	assert_string_equal(v->error, "too-short");
	done(r);
}

static void boxes_are_ticked_or_not(void **state)
{
	(void)state;
	CHECK_FIELD(((struct field){ .name = "pilne", .type = FIELD_TICK }), { "ano", "", 1 }, { "", "", 0 });
	CHECK_FIELD(((struct field){ .name = "souhlas", .type = FIELD_TICK, .required = true }), { "ano", "", 1 }, { "", "required", 0 });
}

static void an_empty_form_finds_no_errors(void **state)
{
	static const struct route route = { .formats = PAGE | ASK };
	static const struct field fields[] = { { .name = "nazev", .type = FIELD_TEXT, .required = true }, { .name = "den", .type = FIELD_DATE }, { 0 } };
	struct value v[2];
	(void)state;
	seal_open();
	struct req *r = ASKED(GET, "den", "nevím");
	r->route = &route;
	assert_true(form_read(r, fields, v));
	assert_page(r, "count(//@error)", "0");
	assert_page(r, "string-length(//form/@once)", "32");
	done(r);
	r = ASKED(POST, "den", "nevím");
	r->route = &route;
	assert_false(form_read(r, fields, v));
	assert_page(r, "count(//@error)", "2");
	assert_page(r, "string(//field[2]/value)", "nevím");
	done(r);
}

static void an_edit_begins_with_what_is_there(void **state)
{
	struct value v[2];
	(void)state;
	struct req *r = ASKED(GET, "nazev", "staré", "deska", "obec");
	form_read(r, (const struct field[]){ { .name = "nazev", .type = FIELD_TEXT }, { .name = "deska", .type = FIELD_CHOICE, .allowed = boards }, { 0 } }, v);
	form_fill(r, "nazev", "a < b & c");
	form_fill(r, "deska", "krize");
	assert_page(r, "string(//field[1]/value)", "a < b & c");
	assert_page(r, "count(//field[1]/value)", "1");
	assert_page(r, "string(//option[@selected]/@value)", "krize");
	assert_page(r, "count(//option[@selected])", "1");
	done(r);
}

static void mark_nothing(const void *request)
{
	struct value v[1];
	struct req *r = talloc_memdup(mem, request, sizeof *r);
	form_error(r, v, "nic", "unknown");
}

static void an_error_needs_its_field(void **state)
{
	const char *said;
	(void)state;
	struct req *r = asked(GET, (const char *const[]){ NULL });
	assert_int_equal(ends(mark_nothing, r, &said), 70);
	assert_says(said, "no field nic");
	done(r);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(text_is_counted_in_characters), cmocka_unit_test(text_has_a_default_length), cmocka_unit_test(text_is_normalised),
	cmocka_unit_test(required_fields_must_come), cmocka_unit_test(numbers_are_whole_and_in_range), cmocka_unit_test(decimals_take_point_and_comma),
	cmocka_unit_test(choices_are_words_of_the_list), cmocka_unit_test(sets_are_bits), cmocka_unit_test(sets_join_checkboxes),
	cmocka_unit_test(colours_are_six_digits), cmocka_unit_test(fallbacks_stand_for_what_is_absent), cmocka_unit_test(the_first_of_two_counts),
	cmocka_unit_test(post_reads_the_body_only), cmocka_unit_test(the_page_carries_the_table), cmocka_unit_test(a_handler_may_find_an_error),
	cmocka_unit_test(an_error_needs_its_field), cmocka_unit_test(days_and_moments_are_of_prague), cmocka_unit_test(mails_look_like_mails),
	cmocka_unit_test(phones_are_counted), cmocka_unit_test(secrets_stay_as_typed_and_do_not_come_back), cmocka_unit_test(boxes_are_ticked_or_not),
	cmocka_unit_test(an_empty_form_finds_no_errors), cmocka_unit_test(an_edit_begins_with_what_is_there),
};
UNIT_MAIN(tests)
