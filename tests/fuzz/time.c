/* Dates of others: a moment that was read is read again from each form we write. */
#include "fuzz.h"
#include "web/time.h"

FUZZ_START(time_open();)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	bool date_only = false;
	const char *text = talloc_strndup(mem, (const char *)data, size);
	time_t t = time_parse(text, &date_only);
	/* Years of four digits only come back. */
	if (t != -1 && t > -30000000000 && t < 253000000000) {
		expect(time_parse(time_utc(mem, t), NULL) == t);
		expect(time_parse(time_http(mem, t), NULL) == t);
		expect(date_only || time_parse(time_local(mem, t), NULL) == t || t < 0);
		expect(time_weekday(t) >= 1 && time_weekday(t) <= 7);
	}
	if (date_only && t != -1)
		expect(time_midnight(time_day(mem, t), 0) == t || t < 0);
	time_midnight(text, 1);
	talloc_free(mem);
	return 0;
}
