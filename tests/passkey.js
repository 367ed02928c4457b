// A passkey in Chromium, whose device is the one developers' tools pretend: added, used after the password and without it, removed; what a page without scripts says.
'use strict';
const { ok, same, story, run, until } = require('./tap.js');
const { sql } = require('./letters.js');
const base = process.env.BASE, secret = 'čtyři koně ve větru';

run(async browser => {
	const problems = [];
	const somebody = async options => {
		const context = await browser.newContext({ locale: 'cs-CZ', reducedMotion: 'reduce', ...options });
		const page = await context.newPage();
		page.on('console', m => m.type() === 'error' && !/status of 422/.test(m.text()) && problems.push(`${page.url()} ${m.text()}`));
		page.on('pageerror', error => problems.push(String(error)));
		return page;
	};
	const pretend = async there => {
		const devices = await there.context().newCDPSession(there);
		await devices.send('WebAuthn.enable');
		return [devices, await devices.send('WebAuthn.addVirtualAuthenticator', { options: {
			protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })];
	};
	const page = await somebody();
	const [devices, { authenticatorId }] = await pretend(page);
	const press = button => Promise.all([page.waitForNavigation({ timeout: 20000 }), page.click(button)]);
	const password = async there => {
		await there.fill('#kdo', 'vera@vesnice.example');
		await there.fill('#heslo', secret);
		await Promise.all([there.waitForNavigation({ timeout: 20000 }), there.click('form[action$="/prihlaseni"] .btn')]);
	};
	const out = async () => {
		await page.context().clearCookies();
		await page.goto(`${base}/prihlaseni?zpet=/ucet/klice`);
	};
	const says = async text => (await page.locator('main').innerText()).replace(/\u00a0/g, ' ').includes(text);
	const key = () => sql("SELECT COUNT(*) FROM second_factor WHERE kind = 'passkey' AND label = 'Notebook'");

	await story('adding', async () => {
		await out();
		await password(page);
		same('she is at her keys', page.url(), `${base}/ucet/klice`);
		same('nothing speaks of scripts, or of failure', await page.locator('[data-without]:visible, .err:visible').count(), 0);
		await page.fill('#nazev', 'Notebook');
		await page.fill('#heslo', secret);
		await press('form[data-act=create] .btn');
		same('ten codes are given', await page.locator('ol li').count(), 10);
		same('the key is kept', key(), '1');
		const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId });
		same('the device has it, for this host', credentials.map(each => [each.rpId, each.isResidentCredential]), [['localhost', true]]);
		await page.goto(`${base}/ucet/klice`);
		ok(await says('Notebook'), 'it is in the list');
		await page.fill('#nazev', 'Podruhé');
		await page.fill('#heslo', secret);
		await page.click('form[data-act=create] .btn');
		ok(await until(page, () => document.querySelector('[data-failed]').checkVisibility()), 'a second one of the same device is refused by the browser, and the page says so');
	});

	await story('the second step', async () => {
		await out();
		await password(page);
		ok(await says('Ještě druhý krok'), 'after the password it is asked for');
		await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
		await press('form[data-act=get] .btn');
		same('touching the device is enough', page.url(), `${base}/ucet/klice`);
	});

	await story('without a password', async () => {
		await out();
		await page.click('form[data-act=get] .btn');
		ok(await until(page, () => document.querySelector('[data-failed]').checkVisibility()), 'a device that does not know her is not enough', await page.locator('main').innerText());
		await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
		await press('form[data-act=get] .btn');
		same('the device alone signs her in', page.url(), `${base}/ucet/klice`);
		same('with both factors', sql('SELECT strong FROM session ORDER BY id DESC LIMIT 1'), '1');
	});

	await story('no key at hand', async () => {
		const other = await somebody();
		await pretend(other);
		await other.goto(`${base}/prihlaseni`);
		await password(other);
		await other.click('form[data-act=get] .btn');
		ok(await until(other, () => document.querySelector('[data-failed]').checkVisibility()), 'the page says that it did not work');
		ok(await other.locator('#kod').isVisible(), 'and a code is still possible');
	});

	await story('without scripts', async () => {
		const plain = await somebody({ javaScriptEnabled: false });
		await plain.goto(`${base}/prihlaseni`);
		same('nothing offers what would not work', await plain.locator('form[data-act]:visible').count(), 0);
		await password(plain);
		ok(/zapnuté skripty/.test(await plain.locator('main').innerText()), 'the page says what a passkey needs');
		ok(await plain.locator('#kod').isVisible(), 'and offers the code');
	});

	await story('removing', async () => {
		await press('main table .btn');
		ok(await says('Odebrat klíč: Notebook'), 'it is asked first');
		ok(await says('jediný druhý krok'), 'with what goes along');
		same('nothing has happened yet', key(), '1');
		await page.fill('#heslo', secret);
		await press('main form .btn.stop');
		same('the key is gone', key(), '0');
		ok(/Klíč je odebraný/.test((await page.locator('body').innerText()).replace(/\u00a0/g, ' ')), 'and the page says so');
	});
	same('nothing to complain of', problems, []);
});
