// Signing up, confirming, a profile, a level and a card: Tab, Enter, the space bar and letters; wherever the focus is, it is seen.
'use strict';
const { ok, same, story, run } = require('./tap.js');
const { letter, link, sql } = require('./letters.js');
const base = process.env.BASE;

run(async browser => {
	const context = await browser.newContext({ locale: 'cs-CZ', reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	const problems = [], unseen = new Set();
	let steps = 0;
	page.on('console', message => message.type() === 'error' && !/4(09|22)/.test(message.text()) && problems.push(message.text()));
	page.on('pageerror', error => problems.push(String(error)));
	// A focus is seen when it has an outline (or its label has) and stands in the window, not under anything.
	const focus = () => page.evaluate(() => {
		const e = document.activeElement, box = e.getBoundingClientRect();
		const marked = [e, e.closest('label'), e.parentElement].some(each => each && getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) >= 2);
		// A tall field may begin or end outside the window; what is inside must be in front.
		const above = Math.max(box.top, 0), below = Math.min(box.bottom, innerHeight);
		const top = document.elementFromPoint(box.left + box.width / 2, (above + below) / 2);
		const inside = box.width > 0 && below - above >= Math.min(box.height, 24) - 1 && box.left >= 0 && box.right <= innerWidth + 1;
		return { body: e === document.body, what: `${location.pathname}: ${e.localName} ${e.name || (e.textContent || '').trim().slice(0, 30)}`, seen: marked && inside && !!top && (e.contains(top) || top.contains(e)) };
	});
	const tab = async () => {
		await page.keyboard.press('Tab');
		steps += 1;
		const now = await focus();
		if (!now.body && !now.seen) unseen.add(now.what);
	};
	const at = selector => page.evaluate(wanted => document.activeElement.matches(wanted), selector);
	const to = async selector => {
		if (!await page.locator(selector).count()) throw new Error(`${page.url()} has no ${selector}`);
		for (let n = 0; n < 120 && !await at(selector); n++) await tab();
		if (!await at(selector)) throw new Error(`the key Tab does not lead to ${selector} on ${page.url()}`);
	};
	const type = async (selector, text) => {
		await to(selector);
		await page.keyboard.press('Control+A');
		await page.keyboard.type(text, { delay: 20 });
	};
	const tick = async selector => {
		await to(selector);
		if (!await page.evaluate(() => document.activeElement.checked)) await page.keyboard.press('Space');
	};
	const enter = async selector => {
		await to(selector);
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
	};
	const send = 'main form[method=post] button.btn:not(.quiet)';

	await story('signing up', async () => {
		await page.goto(`${base}/`);
		await enter('a[href$="/prihlaseni"], a[href$="/ucet"]');
		await enter('main a[href$="/registrace"]');
		await type('#jmeno', 'Věra');
		await type('#prijmeni', 'Svobodová');
		await type('#mail', 'vera@obec.example');
		await type('#telefon', '601 234 987');
		await type('#heslo', 'čtyři koně ve větru');
		await tick('#souhlas');
		await enter(send);
		// Who types faster than people do is asked to send it once more.
		for (let n = 0; n < 3 && page.url().endsWith('/registrace'); n++) {
			await type('#heslo', 'čtyři koně ve větru');
			await enter(send);
		}
		same('the letter is announced', page.url(), `${base}/registrace/posta`);
	});
	await story('confirming', async () => {
		const text = await letter('vera@obec.example');
		await page.goto(link(text));
		await enter(send);
		same('the link of the letter opens the account', page.url(), `${base}/ucet`);
	});
	await story('profile', async () => {
		await enter('main a[href$="/ucet/profil"]');
		await type('[name=obec]', 'Lhota nad Orlicí');
		await type('[name=umim]', 'Odvezu na nákup.');
		await tick('[name=doprava][value=kolo]');
		await enter(send);
		ok(sql("SELECT about FROM person WHERE given = 'Věra'") === 'Odvezu na nákup.', 'the profile is kept', await page.textContent('main'));
	});
	await story('level and card', async () => {
		// The office heard the number on the telephone meanwhile.
		sql("UPDATE contact SET confirmed_at = UTC_TIMESTAMP() WHERE kind = 'phone'");
		await page.goto(`${base}/ucet`);
		if (await page.locator('a[href$="/uroven"]').count()) await enter('a[href$="/uroven"]');
		else await page.goto(`${base}/uroven`);
		await tick('[name=kodex]');
		await enter('form[action$="/uroven"] button');
		await enter('form[action$="/uroven/karta"] button');
		await enter('main a[href*="/karta/"]');
		ok(/\/karta\/[a-z0-9]{8}$/.test(page.url()), 'the card is there', page.url());
		same('it says what it is', await page.locator('main svg, main img').count() > 0, true);
	});
	same('wherever the focus was, it was seen', [...unseen], []);
	ok(steps > 60, `${steps} times the key Tab`);
	same('nothing to complain of', problems, []);
});
