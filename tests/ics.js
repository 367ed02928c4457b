// ics.js FILE: an iCalendar stream as RFC 5545 wants it, by our own rules and by ical.js. Prints the events; exit 1 on a fault.
'use strict';
const fs = require('fs');
const ICAL = require('ical.js');

const faults = [];
const need = (good, what) => good || faults.push(what);

const raw = fs.readFileSync(process.argv[2]);
const text = raw.toString('utf8');
need(Buffer.from(text, 'utf8').equals(raw), 'not UTF-8');
need(!/[^\r]\n|\r[^\n]/.test(text) && text.endsWith('\r\n'), 'a line does not end in CRLF');
need(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), 'a control character');

let start = 0;
for (let i = 0; i < raw.length; i++) {
	if (raw[i] !== 10)
		continue;
	const line = raw.subarray(start, i - 1);
	need(line.length <= 75, `${line.length} octets in a line: ${line}`);
	need((line[line[0] === 32 ? 1 : 0] & 0xc0) !== 0x80, 'a character is split by folding');
	need(line.length, 'an empty line');
	start = i + 1;
}

const calendar = new ICAL.Component(ICAL.parse(text));
const one = (component, name, must = true) => {
	const all = component.getAllProperties(name);
	need(all.length <= 1 && (all.length || !must), `${component.name}: ${all.length} × ${name}`);
	return all.length ? all[0].getFirstValue() : null;
};
need(calendar.name === 'vcalendar', 'no VCALENDAR');
need(one(calendar, 'version') === '2.0', 'VERSION');
for (const name of ['prodid', 'name', 'x-wr-calname', 'refresh-interval', 'source'])
	one(calendar, name);
need(one(calendar, 'name') === one(calendar, 'x-wr-calname'), 'NAME and X-WR-CALNAME differ');
need(!calendar.hasProperty('method'), 'METHOD would demand an ORGANIZER');
need(calendar.getAllSubcomponents().length, 'a calendar without a component');

const uids = new Set();
for (const event of calendar.getAllSubcomponents('vevent')) {
	const uid = one(event, 'uid');
	need(/^o-[1-9][0-9]*@[a-z0-9.:-]+$/.test(uid) && !uids.has(uid), `UID ${uid}`);
	uids.add(uid);
	for (const name of ['dtstamp', 'last-modified', 'sequence', 'summary', 'status', 'url'])
		one(event, name);
	need(/^DTSTAMP:[0-9]{8}T[0-9]{6}Z$/.test(event.getFirstProperty('dtstamp').toICALString()), `${uid}: DTSTAMP is not UTC`);
	const from = one(event, 'dtstart'), to = one(event, 'dtend', false);
	need(from.isDate || from.zone === ICAL.Timezone.utcTimezone, `${uid}: DTSTART is neither a day nor UTC`);
	need(!to || to.isDate === from.isDate, `${uid}: DTEND of another type`);
	need(!to || to.compare(from) > 0, `${uid}: ends before it begins`);
	console.log([uid, from, to || '', event.getFirstPropertyValue('status'), event.getFirstPropertyValue('summary')].join('\t'));
}
console.error(faults.join('\n'));
process.exitCode = faults.length ? 1 : 0;
