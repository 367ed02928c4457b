// Signing up in a real browser: its work is done while somebody types; the question is never seen.
'use strict';
const fs = require('fs');
const { ok, same, story, run } = require('./tap.js');
const base = process.env.BASE;
const opened = fs.readFileSync(`${process.env.T}/opened.html`, 'utf8');

run(async browser => {
	const context = await browser.newContext({ locale: 'cs-CZ', viewport: { width: 390, height: 800 } });
	const page = await context.newPage();
	const problems = [];
	page.on('console', message => message.type() === 'error' && problems.push(message.text()));
	page.on('pageerror', error => problems.push(String(error)));
	await page.route('**/registrace', async route => {
		if (route.request().method() !== 'GET') return route.continue();
		await route.fulfill({ response: await route.fetch(), body: opened });
	});
	await story('signing up', async () => {
		await page.goto(`${base}/registrace`);
		same('no question is asked', await page.locator('#otazka:visible').count(), 0);
		same('no trap is seen', await page.locator('#web:visible').count(), 0);
		same('nor is it in the tree of accessibility', (await page.locator('main').ariaSnapshot()).includes('nic nepište'), false);
		await page.fill('#jmeno', 'Věra');
		await page.fill('#mail', 'vera@obec.example');
		await page.fill('#heslo', 'lípa vůz komín 4');
		await page.check('#souhlas');
		await Promise.all([page.waitForURL('**/registrace/posta'), page.click('main form .btn')]);
		ok((await page.textContent('h1')).includes('pošty'), 'one click and it is sent');
		same('nothing to complain of', problems, []);
	});
});
