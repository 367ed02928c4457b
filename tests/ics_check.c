/* ics_check FILE: what libical finds wrong with a calendar. Prints each X-LIC-ERROR; exit 1 when there is one. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *file_read(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t length = 0;
	if (!file || getdelim(&text, &length, '\0', file) < 0) {
		perror(path);
		exit(2);
	}
	fclose(file);
	return text;
}

static int errors_print(icalcomponent *component)
{
	int errors = 0;
	for (icalproperty *p = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); p;
	     p = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
		printf("%s\n", icalproperty_as_ical_string(p));
		errors++;
	}
	for (icalcomponent *c = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); c;
	     c = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
		errors += errors_print(c);
	return errors;
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	char *text = file_read(argv[1]);
	icalcomponent *calendar = icalparser_parse_string(text);
	if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT)
		return puts("not a calendar"), 1;
	icalrestriction_check(calendar);
	int errors = errors_print(calendar);
	printf("%d events, %d errors\n", icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), errors);
	icalcomponent_free(calendar);
	free(text);
	return errors ? 1 : 0;
}
