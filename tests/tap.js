// What tests with a browser share: lines for browser_run of browser.sh, the browser, pages of other people's hosts.
'use strict';
const http = require('http');
const { chromium } = require('playwright-core');

let current = '';
const ok = (good, what, ...why) => {
	console.log(`${good ? 'ok' : 'not ok'} - ${what}`);
	if (!good) for (const line of why) console.log(`#   ${typeof line === 'string' ? line : JSON.stringify(line)}`.replace(/\n/g, '\n#   '));
	return good;
};
const same = (what, got, wanted) => ok(JSON.stringify(got) === JSON.stringify(wanted), what, `got:    ${JSON.stringify(got)}`, `wanted: ${JSON.stringify(wanted)}`);

// One browser for the whole file; a story that throws is one failed test, not the end of the others.
const story = async (name, tell) => {
	current = name;
	try {
		await tell();
	} catch (error) {
		ok(false, `${current}: ${String(error.message || error).split('\n')[0]}`, String(error.stack || error));
	}
};
const run = async tell => {
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
	try {
		await tell(browser);
		console.log('the end');
	} finally {
		await browser.close();
	}
};

// Other people's web: pages by path, each { body, headers }; another name of this machine is another origin.
const host = async () => {
	const pages = new Map();
	const server = http.createServer((request, answer) => {
		const page = pages.get(request.url.split('?')[0]);
		answer.writeHead(page ? 200 : request.url === '/favicon.ico' ? 204 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page && page.headers });
		answer.end(page ? page.body : '');
	});
	await new Promise(ready => server.listen(0, '127.0.0.1', ready));
	const origin = `http://localhost:${server.address().port}`;
	return {
		origin,
		put: (path, body, headers) => {
			pages.set(path, { body: `<!DOCTYPE html><html lang="cs"><head><title>Jiný web</title></head><body>${body}</body></html>`, headers });
			return origin + path;
		},
		close: () => server.close(),
	};
};

// Waits for a condition in the page, at most ten seconds; false instead of an error.
const until = (page, condition, argument) => page.waitForFunction(condition, argument, { timeout: 10000 }).then(() => true, () => false);

module.exports = { ok, same, story, run, host, until };
