/* Feeds of others: what real exports look like and get wrong, each dialect to one shape. */
#include "unit.h"
#include <arpa/inet.h>
#include "feed/feed.h"
#include "feed/network.h"
#include "feed/xml.h"
#include "web/seal.h"
#include "web/time.h"

static struct feed *read_text(const char *text)
{
	return feed_read(mem, text, strlen(text), "https://obec.example/feed");
}

static struct feed *good(const char *text)
{
	struct feed *f = read_text(text);
	if (f->problem)
		fail_msg("line %d: %s", f->problem_line, f->problem);
	return f;
}

static const struct feed_item *only(struct feed *f)
{
	assert_int_equal(f->count, 1);
	return &f->items[0];
}

static void assert_refused(const char *text, int line, const char *why)
{
	struct feed *f = read_text(text);
	assert_non_null(f->problem);
	assert_says(f->problem, why);
	if (line)
		assert_int_equal(f->problem_line, line);
	assert_int_equal(f->count, 0);
}

static void assert_when(time_t t, const char *utc)
{
	assert_string_equal(t == -1 ? "none" : time_utc(mem, t), utc);
}

/* ---- OFN ---- */

#define BOARD(items) "{\"typ\":\"Úřední deska\",\"iri\":\"https://o.example/deska\",\"stránka\":\"https://o.example/\",\"informace\":[" items "]}"

static void board_is_read(void **state)
{
	(void)state;
	struct feed *f = good(BOARD("{\"typ\":[\"Digitální objekt\",\"Informace na úřední desce\"],\"iri\":\"https://o.example/1\",\"url\":\"https://o.example/d/1\","
		"\"název\":{\"cs\":\" Záměr  pronájmu \",\"en\":\"Lease\"},\"popis\":{\"cs\":\"\"},\"vyvěšení\":{\"typ\":\"Časový okamžik\",\"datum\":\"2026-11-02\"},"
		"\"schválení\":{\"datum\":\"2026-11-01\"},\"relevantní_do\":{\"typ\":\"Časový okamžik\",\"datum\":\"2026-11-18\"},\"číslo_jednací\":\"1/2026\","
		"\"spisová_značka\":\"S 2\",\"agenda\":[{\"název\":{\"cs\":\"Odbor\"}},{\"název\":{\"cs\":\"Záměr\"}}],"
		"\"umístění\":[{\"název\":{\"cs\":\"Dům\"},\"geometrie\":{\"type\":\"Point\",\"coordinates\":[14.5,50.1]}}],"
		"\"dokument\":[{\"název\":{\"cs\":\"Text\"},\"url\":\"https://o.example/a.pdf?x=1&amp;y=2\",\"typ_média\":\"http://www.iana.org/assignments/media-types/application/pdf\"},"
		"{\"url\":\"javascript:alert(1)\"}]}"));
	const struct feed_item *i = only(f);
	assert_true(f->official && f->format == FEED_OFN);
	assert_string_equal(f->iri, "https://o.example/deska");
	assert_string_equal(f->page, "https://o.example/");
	assert_string_equal(i->title, "Záměr pronájmu");
	assert_null(i->body);
	assert_when(i->posted, "2026-11-01T23:00:00Z");
	assert_true(i->posted_day_only && !i->named);
	assert_string_equal(i->issued_on, "2026-11-01");
	assert_string_equal(i->takedown_on, "2026-11-18");
	assert_string_equal(i->reference, "1/2026");
	assert_string_equal(i->file_mark, "S 2");
	assert_string_equal(i->originator, "Odbor");
	assert_string_equal(i->category, "Záměr");
	assert_string_equal(i->place, "Dům");
	assert_true(i->placed && i->lat == 50.1 && i->lon == 14.5);
	assert_string_equal(i->link, "https://o.example/d/1");
	assert_int_equal(i->attachment_count, 1);
	assert_string_equal(i->attachments[0].url, "https://o.example/a.pdf?x=1&y=2");
	assert_string_equal(i->attachments[0].media_type, "application/pdf");
}

static void real_boards_are_wrong_and_read(void **state)
{
	(void)state;
	/* Ostrava: another letter in iri, a time in datum, kategorie and odkaz. */
	const struct feed_item *i = only(good(BOARD("{\"ỉri\":\"https://o.example/7\",\"odkaz\":\"https://o.example/d/7\",\"název\":\"Holý text\","
		"\"vyvěšení\":{\"datum\":\"2026-11-02T09:30:00+01:00\"},\"relevantní_do\":{\"nespecifikovaný\":true},\"kategorie\":\"Pozvánka\"}")));
	assert_string_equal(i->iri, "https://o.example/7");
	assert_string_equal(i->link, "https://o.example/d/7");
	assert_when(i->posted, "2026-11-02T08:30:00Z");
	assert_false(i->posted_day_only);
	assert_null(i->takedown_on);
	assert_string_equal(i->category, "Pozvánka");
	/* Kadaň: no title but the mark of the file. */
	assert_string_equal(only(good(BOARD("{\"iri\":\"a\",\"název\":{\"cs\":\"\"},\"spisová_značka\":\"39/2023\"}")))->title, "Oznámení 39/2023");
	assert_string_equal(only(good(BOARD("{\"iri\":\"a\",\"název\":{\"cs\":\" \"},\"číslo_jednací\":\"MU 1\"}")))->title, "Oznámení MU 1");
	assert_string_equal(only(good(BOARD("{\"iri\":\"a\",\"dokument\":[{\"url\":\"https://o.example/rozpocet.pdf\"}]}")))->title, "rozpocet.pdf");
	/* Nothing at all to call it by. */
	struct feed *f = good(BOARD("{\"iri\":\"https://o.example/9\"},{\"název\":\"Druhý\"},5"));
	assert_int_equal(f->count, 1);
	assert_int_equal(f->refused_count, 2);
	assert_string_equal(f->refused[0].what, "https://o.example/9");
	assert_string_equal(f->refused[1].reason, "not an object");
	/* A person concerned, a withdrawn notice, one object instead of a list, a byte order mark. */
	assert_true(only(good(BOARD("{\"název\":\"X\",\"subjekt\":[{\"typ\":\"Člověk\",\"jméno\":{\"cs\":\"A\"},\"příjmení\":{\"cs\":\"B\"}}]}")))->named);
	assert_int_equal(good(BOARD("{\"název\":\"X\",\"zneplatněno\":{\"datum\":\"2020-01-01\"}}"))->count, 0);
	assert_string_equal(only(good("{\"informace\":{\"název\":\"Jediná\"}}"))->title, "Jediná");
	assert_string_equal(only(good("\xEF\xBB\xBF" BOARD("{\"název\":\"X\"}")))->title, "X");
}

static void broken_json_is_refused_with_its_line(void **state)
{
	(void)state;
	assert_refused("{\"informace\":[\n{\"název\":{\"cs\":\"A\x02" "B\"}}\n]}", 2, "control character");
	assert_refused("{\"informace\":[\n{\"název\":{\"cs\":\"CÍSAŘSKÝ DEN\\\"}}\n]}", 2, "broken JSON");
	assert_refused("{\"informace\":[\n\n{\"a\":\"\xE8\"}]}", 3, "broken JSON");
	assert_refused("{\"informace\":5}", 0, "not a list");
	assert_refused("{\"a\":1}", 0, "neither an official board");
	assert_refused("[1,2]", 0, "without one notice");
	assert_refused("", 0, "empty");
	assert_refused("Hello", 1, "neither JSON nor XML nor iCalendar");
	assert_refused("<!DOCTYPE html><html><body>údržba</body></html>", 1, "a web page");
}

static void one_identity_twice(void **state)
{
	(void)state;
#define DAY(d) "{\"iri\":\"https://o.example/1\",\"název\":\"X\",\"vyvěšení\":{\"datum\":\"" d "\"}}"
	struct feed *both = good(BOARD(DAY("2018-01-20") "," DAY("2022-01-21"))), *turned = good(BOARD(DAY("2022-01-21") "," DAY("2018-01-20")));
	assert_int_equal(both->count, 2);
	assert_memory_not_equal(both->items[0].key, both->items[1].key, 32);
	assert_memory_equal(both->items[0].key, turned->items[1].key, 32);
	assert_memory_equal(both->items[1].key, only(good(BOARD(DAY("2022-01-21"))))->key, 32);
	struct feed *same = good(BOARD(DAY("2022-01-21") "," DAY("2022-01-21") "," DAY("2022-01-21")));
	assert_int_equal(same->count, 1);
	assert_int_equal(same->refused_count, 2);
	/* iri, else address, else reference, title and day */
	struct feed *f = good(BOARD("{\"url\":\"https://o.example/1\",\"název\":\"A\"},{\"název\":\"A\",\"číslo_jednací\":\"1\",\"vyvěšení\":{\"datum\":\"2022-01-21\"}},"
		"{\"název\":\"A\",\"číslo_jednací\":\"1\",\"vyvěšení\":{\"datum\":\"2022-01-22\"}}"));
	assert_int_equal(f->count, 3);
	assert_memory_equal(f->items[0].key, only(good(BOARD("{\"url\":\"https://o.example/1\",\"název\":\"B\"}")))->key, 32);
	assert_memory_not_equal(f->items[1].key, f->items[2].key, 32);
}

static void news_and_events_are_read(void **state)
{
	(void)state;
	struct feed *f = good("[{\"@context\":\"https://ofn.gov.cz/události/2020-07-01/kontexty/událost.jsonld\",\"typ\":\"Událost\",\"iri\":\"https://o.example/u/1\","
		"\"název\":{\"cs\":\"Vinobraní\"},\"popis\":{\"cs\":\"Krátce\"},\"dlouhý_popis\":{\"cs\":\"Dlouze\\nna dva řádky\"},\"pořadatel\":[{\"název\":{\"cs\":\"Spolek\"}}],"
		"\"doba_trvání\":[{\"časový_interval\":{\"začátek\":{\"datum\":\"2026-09-11\"},\"konec\":{\"datum\":\"2026-09-12\"}}}]},"
		"{\"typ\":\"Událost\",\"název\":\"Beseda\",\"doba_trvání\":{\"časový_okamžik\":{\"datum_a_čas\":\"2026-12-01T18:00:00+01:00\"}}}]");
	assert_int_equal(f->count, 2);
	assert_false(f->official);
	assert_string_equal(f->items[0].summary, "Krátce");
	assert_string_equal(f->items[0].body, "Dlouze\\\nna dva řádky");
	assert_string_equal(f->items[0].originator, "Spolek");
	assert_when(f->items[0].event_from, "2026-09-10T22:00:00Z");
	assert_when(f->items[0].event_to, "2026-09-12T22:00:00Z");
	assert_true(f->items[0].event_all_day && !f->items[1].event_all_day);
	assert_when(f->items[1].event_from, "2026-12-01T17:00:00Z");
	assert_when(f->items[1].event_to, "none");
}

/* ---- XML ---- */

#define RSS(items) "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Obec</title>" \
	"<link>https://obec.example/</link>\n" items "</channel></rss>"

static void rss_is_read(void **state)
{
	(void)state;
	const struct feed_item *i = only(good(RSS("<item><title>Rozloučení &amp;amp; hry</title><link>https://o.example/r?utm_source=a&amp;utm_medium=rss</link>"
		"<description>Zveme</description><content:encoded><![CDATA[<p>Hry <strong>Děti ráje</strong></p><script>alert(1)</script>]]></content:encoded>"
		"<enclosure url=\"https://o.example/i.php?n=1&amp;o=2\" type=\"image/jpeg\" length=\"267389\"/><category>Komunita</category><dueDate>28. 8. 2026</dueDate>"
		"<endDate>29. 8. 2026</endDate><guid>https://o.example/r</guid><pubDate>Tue, 21 Jul 2026 18:17:23 +0200</pubDate></item>")));
	assert_string_equal(i->title, "Rozloučení & hry");
	assert_string_equal(i->link, "https://o.example/r");
	assert_string_equal(i->iri, "https://o.example/r");
	assert_string_equal(i->summary, "Zveme");
	assert_string_equal(i->body, "Hry **Děti ráje**");
	assert_string_equal(i->plain, "Hry Děti ráje\n");
	assert_when(i->posted, "2026-07-21T16:17:23Z");
	assert_when(i->event_from, "2026-08-27T22:00:00Z");
	assert_when(i->event_to, "2026-08-29T22:00:00Z");
	assert_true(i->event_all_day);
	assert_string_equal(i->category, "Komunita");
	assert_string_equal(i->attachments[0].url, "https://o.example/i.php?n=1&o=2");
	assert_int_equal(i->attachments[0].bytes, 267389);
}

static void antee_board_has_files_in_its_text(void **state)
{
	(void)state;
	struct feed *f = good("<rss version=\"2.0\"><channel><title>Úřední deska | Město</title><item><title>Usnesení</title><description>\nText usnesení.\nPřílohy: \n"
		"https://o.example/file.php?oid=1&amp;utm_source=Úřední_deska&amp;utm_medium=rss \nhttps://o.example/smlouva.pdf</description>"
		"<guid>https://o.example/1</guid><pubDate>Tue, 29 Sep 2026 00:00:00 +0200</pubDate></item></channel></rss>");
	const struct feed_item *i = only(f);
	assert_true(f->official);
	assert_string_equal(i->body, "Text usnesení.");
	assert_int_equal(i->attachment_count, 2);
	assert_string_equal(i->attachments[0].url, "https://o.example/file.php?oid=1");
	assert_string_equal(i->attachments[0].title, "Příloha 1");
	assert_string_equal(i->attachments[1].title, "smlouva.pdf");
	assert_true(i->posted_day_only);
	assert_string_equal(i->link, "https://o.example/1");
}

static void vismo_is_read(void **state)
{
	(void)state;
	struct feed *f = good("<events><event><id>12</id><name>Koncert</name><dates><date><start_date>2026-10-02</start_date><start_time>18:00</start_time>"
		"<end_date>2026-10-02</end_date><end_time>20:00</end_time></date><date><start_date>2026-10-03</start_date></date></dates><description>Krátce</description>"
		"<place>Kostel</place><organizer><name>Farnost</name></organizer><types><type>Hudba</type></types><details><url>/koncert</url>"
		"<note><![CDATA[<p class=MsoNormal>Dlouze<o:p></o:p></p>]]></note></details></event></events>");
	assert_int_equal(f->count, 2);
	assert_when(f->items[0].event_from, "2026-10-02T16:00:00Z");
	assert_when(f->items[0].event_to, "2026-10-02T18:00:00Z");
	assert_true(f->items[1].event_all_day);
	assert_string_equal(f->items[0].body, "Dlouze");
	assert_string_equal(f->items[0].summary, "Krátce");
	assert_string_equal(f->items[0].place, "Kostel");
	assert_string_equal(f->items[0].originator, "Farnost");
	assert_string_equal(f->items[0].category, "Hudba");
	assert_string_equal(f->items[0].link, "https://obec.example/koncert");
	assert_memory_not_equal(f->items[0].key, f->items[1].key, 32);
	f = good("<ud><item id=\"5\"><NAZEV>Vyhláška</NAZEV><TYP>Vyhlášky</TYP><TYPCESTA>a / b</TYPCESTA><VYVESENO>2. 11. 2026</VYVESENO><STAZENO>18. 11. 2026</STAZENO>"
		"<PRILOHY><item><ID>1</ID><URL>https://o.example/a.pdf</URL><NAME>Text vyhlášky</NAME></item></PRILOHY></item></ud>");
	assert_true(f->official);
	assert_string_equal(only(f)->takedown_on, "2026-11-18");
	assert_when(only(f)->posted, "2026-11-01T23:00:00Z");
	assert_string_equal(only(f)->attachments[0].title, "Text vyhlášky");
	assert_string_equal(only(good(RSS("<item><title>X</title><wh_ud_od>2.11.2026</wh_ud_od><wh_ud_do>18.11.2026</wh_ud_do></item>")))->takedown_on, "2026-11-18");
}

static void atom_is_read(void **state)
{
	(void)state;
	struct feed *f = good("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:georss=\"http://www.georss.org/georss\"><title>Obec</title>"
		"<link href=\"https://o.example/\"/><link rel=\"self\" href=\"https://o.example/a.atom\"/><entry><id>tag:o.example,2026:1</id>"
		"<title type=\"html\">&lt;b&gt;Výpadek&lt;/b&gt; vody</title><link href=\"/v/1\"/><link rel=\"enclosure\" href=\"/v.pdf\" type=\"application/pdf\" length=\"10\"/>"
		"<updated>2026-11-02T10:00:00Z</updated><published>2026-11-01T10:00:00Z</published><category term=\"voda\" label=\"Voda\"/>"
		"<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Dnes <em>ne</em>poteče</p></div></content><georss:point>50.1 14.5</georss:point></entry></feed>");
	const struct feed_item *i = only(f);
	assert_int_equal(f->format, FEED_ATOM);
	assert_string_equal(f->page, "https://o.example/");
	assert_string_equal(f->iri, "https://o.example/a.atom");
	assert_string_equal(i->title, "Výpadek vody");
	assert_string_equal(i->link, "https://obec.example/v/1");
	assert_string_equal(i->body, "Dnes *ne*poteče");
	assert_string_equal(i->category, "Voda");
	assert_when(i->posted, "2026-11-01T10:00:00Z");
	assert_true(i->placed && i->lat == 50.1 && i->lon == 14.5);
	assert_string_equal(i->attachments[0].url, "https://obec.example/v.pdf");
}

static void other_encodings_are_read(void **state)
{
	(void)state;
	assert_string_equal(only(good("<?xml version=\"1.0\" encoding=\"windows-1250\"?><rss><channel><item><title>\x8E\xEDtek</title></item></channel></rss>"))->title, "Žítek");
	const char wide[] = "\xFF\xFE<\0r\0s\0s\0>\0<\0c\0h\0a\0n\0n\0e\0l\0>\0<\0i\0t\0e\0m\0>\0<\0t\0i\0t\0l\0e\0>\0~\x01<\0/\0t\0i\0t\0l\0e\0>\0<\0/\0i\0t\0e\0m\0>\0"
		"<\0/\0c\0h\0a\0n\0n\0e\0l\0>\0<\0/\0r\0s\0s\0>";
	assert_string_equal(only(feed_read(mem, wide, sizeof wide, NULL))->title, "ž");
	assert_refused("<?xml version=\"1.0\" encoding=\"x-none\"?><rss/>", 1, "unknown encoding");
}

static void hostile_xml_is_refused(void **state)
{
	(void)state;
	char *many = talloc_strdup(mem, "<rss"), *deep = talloc_strdup(mem, "<rss><channel>"), *tags;
	for (int i = 0; i < 10000; i++)
		many = talloc_asprintf_append_buffer(many, " a%d='1'", i);
	for (int i = 0; i < 100; i++)
		deep = talloc_strdup_append_buffer(deep, "<item>");
	for (int i = 0; i < 100; i++)
		deep = talloc_strdup_append_buffer(deep, "</item>");
	tags = talloc_zero_array(mem, char, 4 * XML_TAGS_MAX + 100);
	for (int i = 0; i < XML_TAGS_MAX; i++)
		memcpy(tags + 4 * i, "<a/>", 4);
	assert_refused("<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel/></rss>", 2, "document type");
	assert_refused("<!doctype rss SYSTEM \"file:///etc/passwd\"><rss/>", 1, "document type");
	assert_refused("<rss><channel><item><title>&xxe;</title></item></channel></rss>", 1, "broken XML");
	assert_refused(talloc_asprintf(mem, "%s/>", many), 1, "a tag longer");
	assert_refused(talloc_asprintf(mem, "%s</channel></rss>", deep), 0, "deeper");
	assert_refused(talloc_asprintf(mem, "<rss>%s</rss>", tags), 0, "tags");
	assert_refused("<rss>\n<channel>\n<item></channel></rss>", 3, "broken XML");
	assert_refused("<rss><channel><item><title>\x01</title></item></channel></rss>", 1, "broken XML");
	assert_refused("<html><body/></html>", 1, "a web page");
	assert_refused("<opml/>", 1, "no feed");
	assert_refused("<rss/>", 1, "without a channel");
	/* A long picture inside CDATA is no long tag. */
	char *picture = talloc_zero_array(mem, char, 100001);
	memset(picture, 'A', 100000);
	const struct feed_item *i = only(good(talloc_asprintf(mem, "<rss><channel><item><title>X</title><description><![CDATA[a<img src=\"data:%s\">b]]></description></item>"
		"</channel></rss>", picture)));
	assert_string_equal(i->body, "ab");
}

static void titles_with_scripts_are_text(void **state)
{
	(void)state;
	assert_string_equal(only(good(RSS("<item><title>Ceny &lt;script&gt;alert(1)&lt;/script&gt; 2026</title></item>")))->title, "Ceny 2026");
	assert_string_equal(only(good(BOARD("{\"název\":\"5 < 6 & 7\"}")))->title, "5 < 6 & 7");
}

static void there_is_an_end_to_items(void **state)
{
	(void)state;
	char *list = talloc_strdup(mem, "");
	for (int i = 0; i < 2100; i++)
		list = talloc_asprintf_append_buffer(list, "<item><title>%d</title></item>", i);
	struct feed *f = good(talloc_asprintf(mem, "<rss><channel>%s</channel></rss>", list));
	assert_int_equal(f->count, FEED_ITEMS_MAX);
	assert_int_equal(f->refused_count, 1);
}

/* ---- calendars ---- */

#define ICS(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Akce\r\n" events "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:1@o\r\nDTSTAMP:20260702T082031Z\r\nSUMMARY:Čtení\\, děti\r\n" lines "END:VEVENT\r\n"

static void calendar_is_read(void **state)
{
	(void)state;
	struct feed *f = good(ICS(EVENT("DTSTART;TZID=Europe/Prague:20260710T000000\r\nDTEND;TZID=Europe/Prague:20260711T000000\r\nLOCATION:Knihovna\r\n"
		"DESCRIPTION:Věk\\nDěti\\, >> dece\r\nURL:https://o.example/akce\r\nGEO:50.1;14.5\r\nCATEGORIES:Kultura\r\n")));
	const struct feed_item *i = only(f);
	assert_string_equal(f->title, "Akce");
	assert_string_equal(i->title, "Čtení, děti");
	assert_string_equal(i->plain, "Věk\nDěti, >> dece\n");
	assert_string_equal(i->place, "Knihovna");
	assert_string_equal(i->category, "Kultura");
	assert_string_equal(i->link, "https://o.example/akce");
	assert_true(i->event_all_day && i->placed && i->posted_soft);
	assert_when(i->event_from, "2026-07-09T22:00:00Z");
	assert_when(i->event_to, "2026-07-10T22:00:00Z");
	/* DTSTAMP moves with each download and is no change. */
	assert_memory_equal(i->hash, only(good(ICS("BEGIN:VEVENT\r\nUID:1@o\r\nDTSTAMP:20260703T082031Z\r\nSUMMARY:Čtení\\, děti\r\nDTSTART;VALUE=DATE:20260710\r\n"
		"DTEND;VALUE=DATE:20260711\r\nLOCATION:Knihovna\r\nDESCRIPTION:Věk\\nDěti\\, >> dece\r\nURL:https://o.example/akce\r\nGEO:50.1;14.5\r\nCATEGORIES:Kultura\r\n"
		"END:VEVENT\r\n")))->hash, 32);
}

static void check_span(const char *lines, const char *from, const char *to, bool all_day)
{
	const struct feed_item *i = only(good(talloc_asprintf(mem, ICS(EVENT("%s")), lines)));
	assert_when(i->event_from, from);
	assert_when(i->event_to, to);
	assert_int_equal(i->event_all_day, all_day);
}

static void times_of_calendars(void **state)
{
	(void)state;
	check_span("DTSTART:20261122T180000\r\nDURATION:PT90M\r\n", "2026-11-22T17:00:00Z", "2026-11-22T18:30:00Z", false);
	check_span("DTSTART:20261122T180000Z\r\n", "2026-11-22T18:00:00Z", "none", false);
	check_span("DTSTART;TZID=America/New_York:20261122T120000\r\n", "2026-11-22T17:00:00Z", "none", false);
	check_span("DTSTART;TZID=Nobody/Knows:20261122T120000\r\n", "2026-11-22T11:00:00Z", "none", false);
	check_span("DTSTART;VALUE=DATE:20261122\r\n", "2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z", true);
	check_span("DTSTART;VALUE=DATE:20261024\r\nDTEND;VALUE=DATE:20261026\r\n", "2026-10-23T22:00:00Z", "2026-10-25T23:00:00Z", true);
	check_span("DTSTART;TZID=Europe/Prague:20261024T000000\r\nDTEND;TZID=Europe/Prague:20261026T000000\r\n", "2026-10-23T22:00:00Z", "2026-10-25T23:00:00Z", true);
}

static void repeating_events_come_one_by_one(void **state)
{
	(void)state;
	struct feed *f = good(ICS(EVENT("DTSTART;TZID=Europe/Prague:20200107T180000\r\nDTEND;TZID=Europe/Prague:20200107T190000\r\nRRULE:FREQ=WEEKLY;BYDAY=TU\r\n"
		"EXDATE;TZID=Europe/Prague:20261201T180000\r\n") "BEGIN:VEVENT\r\nUID:1@o\r\nSUMMARY:Jindy\r\nRECURRENCE-ID;TZID=Europe/Prague:20261208T180000\r\n"
		"DTSTART;TZID=Europe/Prague:20261209T170000\r\nEND:VEVENT\r\n"));
	assert_true(f->moving);
	assert_int_equal(f->count, 13);
	assert_when(f->items[0].event_from, "2026-11-24T17:00:00Z");
	assert_when(f->items[1].event_from, "2026-12-15T17:00:00Z");
	assert_when(f->items[0].event_to, "2026-11-24T18:00:00Z");
	assert_string_equal(f->items[12].title, "Jindy");
	assert_when(f->items[12].event_from, "2026-12-09T16:00:00Z");
	/* Six in the evening in winter and in summer. */
	f = good(ICS(EVENT("DTSTART;TZID=Europe/Prague:20261120T180000\r\nRRULE:FREQ=MONTHLY;COUNT=8\r\n")));
	assert_int_equal(f->count, 7);
	assert_when(f->items[0].event_from, "2026-12-20T17:00:00Z");
	assert_when(f->items[6].event_from, "2027-06-20T16:00:00Z");
	assert_int_equal(good(ICS(EVENT("DTSTART:20200107T180000\r\nRRULE:FREQ=DAILY;UNTIL=20200301T000000Z\r\n")))->refused_count, 1);
	assert_int_equal(good(ICS(EVENT("DTSTART:20200107T180000\r\nRRULE:FREQ=SECONDLY\r\n")))->refused_count, 1);
	assert_int_equal(good(ICS(EVENT("DTSTART:19000107T180000\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n")))->count, 0);
	f = good(ICS(EVENT("DTSTART;VALUE=DATE:20261101\r\nRRULE:FREQ=YEARLY\r\nRDATE;VALUE=DATE:20270105\r\n")));
	assert_int_equal(f->count, 2);
	assert_when(f->items[0].event_from, "2027-01-04T23:00:00Z");
	assert_when(f->items[1].event_from, "2027-10-31T23:00:00Z");
}

static void broken_calendars(void **state)
{
	(void)state;
	assert_refused("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n", 0, "breaks off");
	struct feed *f = good(ICS(EVENT("DTSTART:zítra\r\n") EVENT("") EVENT("DTSTART:20261122T180000Z\r\nSTATUS:CANCELLED\r\n")));
	assert_int_equal(f->count, 0);
	assert_int_equal(f->refused_count, 3);
	assert_string_equal(f->refused[2].reason, "cancelled");
	/* Values of another kind than their property's. */
	good(ICS(EVENT("DTSTART;VALUE=TEXT:x\r\nDTEND;VALUE=INTEGER:5\r\nDURATION;VALUE=TEXT:x\r\n")));
	good(ICS("BEGIN:VEVENT\r\nSUMMARY;VALUE=INTEGER:5\r\nUID;VALUE=INTEGER:7\r\nDESCRIPTION;VALUE=BOOLEAN:TRUE\r\nLOCATION;VALUE=FLOAT:1.5\r\nURL;VALUE=INTEGER:3\r\n"
		"GEO;VALUE=INTEGER:9\r\nRRULE;VALUE=INTEGER:9\r\nEXDATE;VALUE=TEXT:x\r\nRDATE;VALUE=PERIOD:20261122T180000Z/PT1H\r\nDTSTART:20261122T180000Z\r\nCREATED;VALUE=INTEGER:1\r\n"
		"END:VEVENT\r\n"));
}

/* ---- the network ---- */

static bool is_public(const char *text)
{
	struct sockaddr_in four = { .sin_family = AF_INET };
	struct sockaddr_in6 six = { .sin6_family = AF_INET6 };
	if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
		return network_public((const struct sockaddr *)&four);
	assert_int_equal(inet_pton(AF_INET6, text, &six.sin6_addr), 1);
	return network_public((const struct sockaddr *)&six);
}

static void only_the_public_internet(void **state)
{
	(void)state;
	static const char *const closed[] = {
		"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
		"172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
		"239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:93.184.216.34", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
		"100::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "2001::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "5f00::1",
	};
	static const char *const open[] = { "1.1.1.1", "93.184.216.34", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "198.17.0.1", "198.20.0.1",
		"223.255.255.255", "2001:718::1", "2a00:1028::1", "2606:2800:220:1:248:1893:25c8:1946" };
	for (size_t i = 0; i < COUNT(closed); i++)
		if (is_public(closed[i]))
			fail_msg("%s is taken for public", closed[i]);
	for (size_t i = 0; i < COUNT(open); i++)
		if (!is_public(open[i]))
			fail_msg("%s is refused", open[i]);
}

static int open_all(void **state)
{
	setenv("SOUSEDE_NOW", "2026-11-22T08:32:00+01:00", 1);
	time_open();
	time_tick();
	seal_open();
	return unit_open(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(board_is_read), cmocka_unit_test(real_boards_are_wrong_and_read), cmocka_unit_test(broken_json_is_refused_with_its_line),
		cmocka_unit_test(one_identity_twice), cmocka_unit_test(news_and_events_are_read), cmocka_unit_test(rss_is_read),
		cmocka_unit_test(antee_board_has_files_in_its_text), cmocka_unit_test(vismo_is_read), cmocka_unit_test(atom_is_read),
		cmocka_unit_test(other_encodings_are_read), cmocka_unit_test(hostile_xml_is_refused), cmocka_unit_test(titles_with_scripts_are_text),
		cmocka_unit_test(there_is_an_end_to_items), cmocka_unit_test(calendar_is_read), cmocka_unit_test(times_of_calendars),
		cmocka_unit_test(repeating_events_come_one_by_one), cmocka_unit_test(broken_calendars), cmocka_unit_test(only_the_public_internet),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("feed", tests, open_all, unit_close);
}
