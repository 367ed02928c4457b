/* logfmt lines on stderr: one per request, one per event. No personal data but ids. */
#ifndef SOUSEDE_LOG_H
#define SOUSEDE_LOG_H

/* Names the program for every later line; call once. */
void log_open(const char *program);

/* Request id put on every line until changed; "" for none. Not copied. */
void log_request(const char *id);

/* One line "at=EVENT program=… req=… " followed by the formatted key=value pairs; quote text with log_quote. */
void log_line(const char *event, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Text safe inside a logfmt value: quoted, control characters and quotes escaped, cut at 500 bytes. Valid until the fourth next call. */
const char *log_quote(const char *text);
#endif
