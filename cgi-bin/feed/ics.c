/*
 * iCalendar (RFC 5545) read with libical: events, and of repeating ones the next dozen within a year, each a notice of its own.
 * Real calendars name TZID=Europe/Prague without defining it, never fold lines and write whole days as midnight to midnight.
 */
#include <string.h>
#include <talloc.h>
#include <libical/ical.h>
#include "../web/text.h"
#include "address.h"
#include "feed.h"
#include "series.h"

static int component_free(icalcomponent **component)
{
	icalcomponent_free(*component);
	return 0;
}

static icalcomponent *parsed(struct feed *f, const char *bytes, size_t length)
{
	const char *text = text_clean(f, bytes, length);
	size_t n = strlen(text);
	icalcomponent *root, **owned;

	while (n && strchr(" \t\r\n", text[n - 1]))
		n--;
	if (n < 13 || strncasecmp(text + n - 13, "END:VCALENDAR", 13))
		return feed_problem(f, 0, "the calendar breaks off: no END:VCALENDAR at its end"), NULL;
	icalerror_set_errors_are_fatal(0);
	root = icalparser_parse_string(text);
	if (!root)
		return feed_problem(f, 0, "unreadable calendar"), NULL;
	owned = talloc(f, icalcomponent *);
	*owned = root;
	talloc_set_destructor(owned, component_free);
	return root;
}

/* ---- properties ---- */

static icalproperty *property(icalcomponent *event, icalproperty_kind kind)
{
	return icalcomponent_get_first_property(event, kind);
}

/* libical's getters trust the kind of a value, which the file may have changed (SUMMARY;VALUE=INTEGER:5). */
static bool holds(icalproperty *p, icalvalue_kind kind)
{
	return p && icalproperty_get_value(p) && icalvalue_isa(icalproperty_get_value(p)) == kind;
}

static const char *value(icalcomponent *event, icalproperty_kind kind)
{
	icalproperty *p = property(event, kind);

	return holds(p, ICAL_TEXT_VALUE) ? icalvalue_get_text(icalproperty_get_value(p)) : NULL;
}

/* Seconds of a property's time; local is the same without zone. A time without zone, in an undefined one or in Prague's is Prague's. */
static time_t moment(icalproperty *p, icalcomponent *event, icaltimetype *local)
{
	bool time = holds(p, ICAL_DATE_VALUE) || holds(p, ICAL_DATETIME_VALUE);
	icalparameter *zone = time ? icalproperty_get_first_parameter(p, ICAL_TZID_PARAMETER) : NULL;
	icaltimetype t = time ? icalproperty_get_datetime_with_component(p, event) : icaltime_null_time();
	bool prague = !t.zone || (zone && icalparameter_get_tzid(zone) && strstr(icalparameter_get_tzid(zone), "Prague"));

	if (icaltime_is_null_time(t) || !icaltime_is_valid_time(t))
		return -1;
	if (!t.is_date && (icaltime_is_utc(t) || !prague)) {
		time_t utc = icaltime_is_utc(t) ? icaltime_as_timet(t) : icaltime_as_timet_with_zone(t, t.zone);

		*local = series_local(utc);
		return utc;
	}
	t.zone = NULL;
	*local = t;
	return series_time(t);
}

static bool midnight(icaltimetype t)
{
	return t.is_date || (!t.hour && !t.minute && !t.second);
}

/* Start, end and whether these are whole days. */
static bool read_span(icalcomponent *event, struct series *s)
{
	icalproperty *end = property(event, ICAL_DTEND_PROPERTY), *duration = property(event, ICAL_DURATION_PROPERTY);
	icaltimetype to = icaltime_null_time();
	time_t last;

	s->from = moment(property(event, ICAL_DTSTART_PROPERTY), event, &s->start);
	if (s->from == -1)
		return false;
	last = moment(end, event, &to);
	if (last == -1 && holds(duration, ICAL_DURATION_VALUE) && !icalproperty_get_duration(duration).is_neg)
		last = s->from + icaldurationtype_as_int(icalproperty_get_duration(duration));
	s->all_day = s->start.is_date || (midnight(s->start) && (last == -1 || midnight(series_local(last))));
	s->length = last > s->from ? last - s->from : 0;
	s->days = s->all_day ? (int)((s->length + 43200) / 86400) : 0;
	if (s->all_day && !s->days)
		s->days = 1;
	return true;
}

/* ---- one event ---- */

static void read_posted(struct feed_item *item, icalcomponent *event)
{
	static const icalproperty_kind kinds[] = { ICAL_CREATED_PROPERTY, ICAL_DTSTAMP_PROPERTY };
	icaltimetype local;

	for (size_t i = 0; item->posted == -1 && i < 2; i++) {
		time_t t = moment(property(event, kinds[i]), event, &local);

		if (t > 631152000 && t <= time_now()) {
			item->posted = t;
			item->posted_soft = kinds[i] == ICAL_DTSTAMP_PROPERTY;
		}
	}
}

static void read_geo(struct feed_item *item, icalcomponent *event)
{
	icalproperty *p = property(event, ICAL_GEO_PROPERTY);

	if (!holds(p, ICAL_GEO_VALUE))
		return;
	item->lat = icalproperty_get_geo(p).lat;
	item->lon = icalproperty_get_geo(p).lon;
	item->placed = true;
}

static void add_item(struct feed *f, icalcomponent *event, const struct series *s, time_t from, const char *iri, const char *url)
{
	struct feed_item *item = feed_item_new(f, 0);
	icalproperty *link = property(event, ICAL_URL_PROPERTY);

	if (!item)
		return;
	item->iri = iri;
	item->title = value(event, ICAL_SUMMARY_PROPERTY);
	feed_body(f, item, value(event, ICAL_DESCRIPTION_PROPERTY), url);
	item->place = value(event, ICAL_LOCATION_PROPERTY);
	item->category = value(event, ICAL_CATEGORIES_PROPERTY);
	item->link = address_web(f, holds(link, ICAL_URI_VALUE) ? icalproperty_get_url(link) : NULL, url);
	item->event_from = from;
	item->event_to = series_end(s, from);
	item->event_all_day = s->all_day;
	read_posted(item, event);
	read_geo(item, event);
	feed_item_done(f, item);
}

static const char *occurrence_iri(struct feed *f, const char *uid, time_t from)
{
	return uid ? talloc_asprintf(f, "%s#%s", uid, time_utc(f, from)) : NULL;
}

/* ---- series ---- */

/* Times at which the series does not happen as its rule says: left out, or told by an event of their own. */
static void read_exceptions(struct feed *f, icalcomponent *calendar, icalcomponent *event, const char *uid, struct series *s)
{
	icaltimetype local;

	for (icalproperty *p = property(event, ICAL_EXDATE_PROPERTY); p; p = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
		series_except(f, s, moment(p, event, &local));
	for (icalcompiter i = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT); icalcompiter_deref(&i); icalcompiter_next(&i)) {
		icalcomponent *other = icalcompiter_deref(&i);
		icalproperty *p = property(other, ICAL_RECURRENCEID_PROPERTY);
		const char *its = value(other, ICAL_UID_PROPERTY);

		if (p && its && uid && !strcmp(its, uid))
			series_except(f, s, moment(p, other, &local));
	}
}

static void read_extra(struct feed *f, icalcomponent *event, struct series *s)
{
	icaltimetype local;

	for (icalproperty *p = property(event, ICAL_RDATE_PROPERTY); p; p = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY))
		if (!holds(p, ICAL_PERIOD_VALUE))
			series_add(f, s, moment(p, event, &local));
}

static void read_series(struct feed *f, icalcomponent *calendar, icalcomponent *event, struct series *s, const char *url)
{
	const char *uid = value(event, ICAL_UID_PROPERTY), *problem = NULL;
	size_t before = f->count;

	f->moving = true;
	read_exceptions(f, calendar, event, uid, s);
	read_extra(f, event, s);
	for (icalproperty *p = property(event, ICAL_RRULE_PROPERTY); p && !problem; p = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY))
		problem = holds(p, ICAL_RECUR_VALUE) ? series_expand(f, s, icalproperty_get_rrule(p)) : "repeats by a rule that cannot be read";
	series_sort(s);
	for (size_t i = 0; !problem && i < s->count; i++)
		add_item(f, event, s, s->times[i], occurrence_iri(f, uid, s->times[i]), url);
	if (problem || f->count == before)
		feed_refuse(f, 0, feed_title(f, value(event, ICAL_SUMMARY_PROPERTY), 100), problem ? problem : "does not happen within a year from now");
}

static void read_event(struct feed *f, icalcomponent *calendar, icalcomponent *event, const char *url)
{
	struct series s = { 0 };
	const char *title = feed_title(f, value(event, ICAL_SUMMARY_PROPERTY), 100), *uid = value(event, ICAL_UID_PROPERTY);
	icalproperty *instance = property(event, ICAL_RECURRENCEID_PROPERTY);
	icaltimetype local;

	if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
		feed_refuse(f, 0, title, "cancelled");
	else if (!read_span(event, &s))
		feed_refuse(f, 0, title, "no start that can be read");
	else if (instance)
		add_item(f, event, &s, s.from, occurrence_iri(f, uid, moment(instance, event, &local)), url);
	else if (property(event, ICAL_RRULE_PROPERTY) || property(event, ICAL_RDATE_PROPERTY))
		read_series(f, calendar, event, &s, url);
	else
		add_item(f, event, &s, s.from, uid, url);
}

static void read_calendar(struct feed *f, icalcomponent *calendar, const char *url)
{
	for (icalproperty *p = property(calendar, ICAL_X_PROPERTY); p; p = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY))
		if (icalproperty_get_x_name(p) && icalproperty_get_x(p) && !strcasecmp(icalproperty_get_x_name(p), "X-WR-CALNAME"))
			f->title = icalproperty_get_x(p);
	for (icalcompiter i = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT); icalcompiter_deref(&i); icalcompiter_next(&i))
		read_event(f, calendar, icalcompiter_deref(&i), url);
}

bool read_ics(struct feed *f, const char *bytes, size_t length, const char *url)
{
	icalcomponent *root = parsed(f, bytes, length);

	f->format = FEED_ICS;
	if (!root)
		return false;
	if (icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT)
		read_calendar(f, root, url);
	else
		for (icalcompiter i = icalcomponent_begin_component(root, ICAL_VCALENDAR_COMPONENT); icalcompiter_deref(&i); icalcompiter_next(&i))
			read_calendar(f, icalcompiter_deref(&i), url);
	return true;
}
