// Two windows of the board: in one a request is taken, the other shows it when it looks again.
'use strict';
const { ok, same, story, run } = require('./tap.js');
const base = process.env.BASE, board = `${base}/lhota-nad-orlici/koordinace`;

run(async browser => {
	const context = await browser.newContext({ locale: 'cs-CZ', viewport: { width: 390, height: 800 } });
	await context.addCookies([{ name: 's', value: process.env.TOKEN, url: base }]);
	const page = await context.newPage(), other = await context.newPage();
	const problems = [];
	page.on('console', message => message.type() === 'error' && problems.push(message.text()));
	page.on('pageerror', error => problems.push(String(error)));
	// As when somebody comes back to the window: the page looks at once and not when its seconds are over.
	const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	const asked = () => page.waitForResponse(answer => answer.url() === board);
	await story('the board of a colleague', async () => {
		await page.goto(board);
		await page.locator('#hleda-se').waitFor();
		let answer = asked();
		await look();
		same('it looks', (await answer).status(), 200);
		answer = asked();
		await look();
		same('nothing new costs nothing', (await answer).status(), 304);
		await page.locator('h3 a').focus();
		await other.goto(board);
		await other.click('h3 a');
		await other.click('button[value=rezervovat]');
		answer = asked();
		await look();
		same('something is new', (await answer).status(), 200);
		await page.locator('section:has(#domlouva-se) h3 a').waitFor();
		ok(true, 'the request has moved to its column');
		ok((await page.textContent('#zmena')).includes('změnilo'), 'and it is said');
		same('the focus is where it was', await page.evaluate(() => document.activeElement.textContent), 'Nákup na víkend');
		same('nothing to complain of', problems, []);
	});
});
