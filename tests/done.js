// What issue and town hall asked for, told as one day of several people; each has a browser of her own.
'use strict';
const crypto = require('crypto');
const { execFileSync } = require('child_process');
const { ok, same, story, run } = require('./tap.js');
const { letter, link, sql } = require('./letters.js');
const { BASE: base, BUILD: build } = process.env;
const secret = 'čtyři koně ve větru';

// The code of an app for a key written in fours (RFC 6238).
const totp = key => {
	const bits = [...key.replace(/\s/g, '')].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
	const bytes = Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
	const mark = crypto.createHmac('sha1', bytes).update(step).digest(), at = mark[19] & 15;
	return String((mark.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
};

run(async browser => {
	const problems = [];
	const somebody = async () => {
		const context = await browser.newContext({ locale: 'cs-CZ', reducedMotion: 'reduce', acceptDownloads: true });
		const page = await context.newPage();
		page.on('console', m => m.type() === 'error' && !/status of 4/.test(m.text()) && problems.push(`${page.url()} ${m.text()}`));
		page.on('response', answer => answer.status() >= 500 && problems.push(`${answer.status()} ${answer.url()}`));
		return page;
	};
	const go = (page, path) => page.goto(path.startsWith('http') ? path : base + path);
	const fill = async (page, values) => {
		for (const [name, value] of Object.entries(values)) {
			const field = page.locator(`main [name="${name}"]:visible`);
			const type = await field.first().getAttribute('type');
			if (type === 'radio' || (type === 'checkbox' && value !== true)) await page.check(`main [name="${name}"][value="${value}"]`);
			else if (type === 'checkbox') await field.first().check();
			else if (await field.first().evaluate(e => e.localName) === 'select') await field.first().selectOption(value);
			else await field.first().fill(value);
		}
	};
	// Presses the button of the form that leads there; a form without an address leads to its own page.
	const press = async (page, action) => {
		const wanted = page.locator(`main form[method=post][action$="${action}"]`);
		const form = action && await wanted.count() ? wanted.first() : page.locator('main form[method=post]').first();
		await Promise.all([page.waitForNavigation({ timeout: 20000 }), form.locator('button:not([name=nahled])').first().click({ timeout: 20000 })]);
	};
	const says = async (page, what, text) => ok((await page.locator('body').innerText()).replace(/\u00a0/g, ' ').includes(text), what, `${page.url()}: ${(await page.locator('main').innerText()).slice(0, 400)}`);
	const tried = () => sql('DELETE FROM throttle');   // nine people behind one address of this machine

	const join = async (given, surname, mail) => {
		tried();
		const page = await somebody();
		await go(page, '/registrace');
		for (let n = 0; n < 40 && !page.url().endsWith('/registrace/posta'); n++) {
			// Programs are faster than people; the form asks them to send it again.
			await fill(page, { jmeno: given, prijmeni: surname, mail, heslo: secret, souhlas: true });
			await press(page, '/registrace');
		}
		await go(page, link(await letter(mail, '/odkaz/')));
		await press(page, '');
		if (!page.url().endsWith('/ucet')) throw new Error(`${given} has no account: ${page.url()}`);
		return page;
	};
	const strengthen = async page => {
		await go(page, '/ucet/overeni');
		await fill(page, { kod: totp(await page.locator('main p.code').innerText()), heslo: secret });
		await press(page, '/ucet/overeni');
	};
	const invited = async (page, mail) => {
		await go(page, link(await letter(mail, '/pozvanka/')));
		await press(page, '');
		await strengthen(page);
	};

	let jana, karla, kuba, alena, hana, notice, club;
	await story('a town is claimed', async () => {
		jana = await join('Jana', 'Tajemnice', 'jana@kadan.example');
		await go(jana, '/kadan/prevzit');
		await fill(jana, { funkce: 'tajemnice úřadu' });
		await press(jana, '/kadan/prevzit');
		const code = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(await letter('podatelna@kadan.example'));
		await go(jana, '/kadan/prevzit');
		await fill(jana, { kod: code[0] });
		await press(jana, '/prevzit/kod');
		same('the code of the letter verifies the town', sql("SELECT CONCAT(c.state, t.official) FROM town_claim c JOIN town t ON t.code = c.town_code WHERE t.slug = 'kadan'"), 'verified1');
		await strengthen(jana);
	});
	await story('two clerks and an approver work', async () => {
		for (const [name, mail, role] of [['Karla', 'karla@kadan.example', 'urednik'], ['Kuba', 'kuba@kadan.example', 'urednik'], ['Alena', 'alena@kadan.example', 'schvalovatel']]) {
			await go(jana, '/kadan/lide');
			await jana.locator('main form[action$="/kadan/lide"] [name=mail]').fill(mail);
			await jana.locator('main form[action$="/kadan/lide"] [name=jmeno]').fill(name);
			await jana.locator(`main form[action$="/kadan/lide"] [name=role][value=${role}]`).check();
			await press(jana, '/kadan/lide');
		}
		karla = await join('Karla', 'První', 'karla@kadan.example');
		kuba = await join('Kuba', 'Druhý', 'kuba@kadan.example');
		alena = await join('Alena', 'Třetí', 'alena@kadan.example');
		await invited(karla, 'karla@kadan.example');
		await invited(kuba, 'kuba@kadan.example');
		await invited(alena, 'alena@kadan.example');
		await go(karla, '/kadan/nastenka/napsat');
		await fill(karla, { deska: 'obec', nazev: 'Odstávka vody v Nádražní', text: 'V **úterý** nepoteče voda.' });
		await press(karla, '/nastenka/napsat');
		notice = karla.url();
		await says(karla, 'the first clerk writes', 'Odstávka vody');
		await go(kuba, `${notice.replace(/(\d+)-.*/, '$1')}/upravit`);
		await fill(kuba, { text: 'Ve **středu** nepoteče voda.' });
		await press(kuba, '/upravit');
		await says(kuba, 'the second corrects', 'středu');
		const reader = await somebody();
		await go(reader, '/kadan/nastenka');
		await says(reader, 'readers see it at once', 'Odstávka vody');
		await go(alena, `${notice.replace(/(\d+)-.*/, '$1')}/sejmout`);
		await fill(alena, { duvod: 'omyl' });
		await press(alena, '/sejmout');
		same('the approver calls it off', sql("SELECT state FROM notice WHERE title LIKE 'Odstávka vody v N%'"), 'cancelled');
	});
	await story('an organisation is vouched for', async () => {
		hana = await join('Hana', 'Sousedová', 'hana@dum.example');
		await go(hana, '/organizace/zalozit');
		await fill(hana, { nazev: 'Sousedé od mostu', forma: 'sousede', obec: 'kadan', ucel: 'Pomáháme si s nákupy.' });
		await press(hana, '/organizace/zalozit');
		await press(hana, '/zverejnit');
		await press(hana, '/podat');
		await go(karla, '/kadan/organizace');
		await press(karla, '/kadan/organizace/sousede-od-mostu');
		same('one click of a clerk, and it is verified', sql("SELECT state FROM organisation WHERE slug = 'sousede-od-mostu'"), 'verified');
		await go(hana, '/kadan/nastenka/napsat');
		await fill(hana, { deska: 'spolky', nazev: 'Sousedský oběd', text: 'Přijďte v neděli na oběd u mostu.' });
		await press(hana, '/nastenka/napsat');
		club = new URL(hana.url()).pathname;
		await says(hana, 'it writes on the board of clubs', 'Sousedský oběd');
	});
	await story('a report is decided, appealed and published', async () => {
		const admin = async (given, mail) => {
			const said = execFileSync(`${build}/sousede`, ['admin', 'add', mail, given], { encoding: 'utf8' });
			sql(`UPDATE person SET roles = roles | 64 WHERE given = '${given.split(' ')[0]}'`);
			const page = await somebody();
			await go(page, /https?:\/\/\S+\/odkaz\/[0-9a-f]+/.exec(said)[0]);
			await fill(page, { heslo: secret });
			await press(page, '');
			tried();
			await go(page, '/prihlaseni');
			if (page.url().endsWith('/prihlaseni')) {
				await fill(page, { kdo: mail, heslo: secret });
				await press(page, '/prihlaseni');
			}
			await strengthen(page);
			return page;
		};
		const milan = await admin('Milan Moderátor', 'milan@sousede.example'), sona = await admin('Soňa Správná', 'sona@sousede.example');
		const reporter = await somebody();
		tried();
		await go(reporter, `/nahlasit?co=${club}`);
		for (let n = 0; n < 40 && /\/nahlasit$|\?co=/.test(reporter.url()); n++) {
			await fill(reporter, { duvod: 'offensive', vysvetleni: 'Uráží sousedy z druhého břehu.', mail: 'soused@breh.example', poctive: true });
			await press(reporter, '/nahlasit');
		}
		await says(reporter, 'the reporter reads when it will be decided', 'Rozhodneme');
		const id = sql('SELECT MAX(id) FROM report');
		await go(milan, `/sprava/hlaseni/${id}`);
		await press(milan, `/${id}/vzit`);
		await fill(milan, { opatreni: 'skryt', duvod: 'offensive', pravidlo: 'Podmínky, urážky', skutecnosti: 'Text uráží konkrétní lidi.' });
		await press(milan, `/hlaseni/${id}`);
		const reader = await somebody();
		same('readers do not see it any more', [404, 410, 451].includes((await go(reader, club)).status()), true);
		const appeal = /https?:\/\/\S+\/odvolani\/[0-9a-f]+/.exec(await letter('hana@dum.example', '/odvolani/'));
		await go(hana, appeal[0]);
		await fill(hana, { odvolani: 'Nikoho neuráží, zve na oběd.' });
		await press(hana, '');
		await go(sona, '/sprava/hlaseni');
		await Promise.all([sona.waitForNavigation(), sona.locator('main a[href*="/odvolani/"]').first().click()]);
		const review = new URL(sona.url()).pathname.split('/').pop();
		await fill(sona, { vysledek: 'zmenit', opatreni: 'obnovit', skutecnosti: 'Pozvání nikoho neuráží.' });
		await press(sona, `/odvolani/${review}`);
		same('another person decides, and it hangs again', (await go(await somebody(), club)).status(), 200);
		await go(reader, '/rozhodnuti');
		await says(reader, 'decisions are published', 'Změněno po odvolání');
		ok(!/Hana|Sousedová|Milan|Soňa/.test(await reader.locator('main').innerText()), 'without anybody\'s name');
	});
	await story('a person takes their data and leaves', async () => {
		tried();
		await go(hana, '/ucet/data');
		await fill(hana, { heslo: secret });
		const [archive] = await Promise.all([hana.waitForEvent('download'), hana.locator('main form[action$="/ucet/data"] button').click()]);
		const listing = execFileSync('python3', ['-m', 'zipfile', '-l', await archive.path()], { encoding: 'utf8' });
		ok(/\.xml/.test(listing) && /\.html/.test(listing), 'the archive has XML and HTML', listing);
		await go(hana, '/ucet/zrusit');
		await fill(hana, { potvrzeni: 'Hana', heslo: secret });
		await press(hana, '/ucet/zrusit');
		await letter('hana@dum.example');
		await go(hana, '/ucet');
		ok(/prihlaseni/.test(hana.url()), 'she is nobody here any more', hana.url());
	});
	same('nothing failed on the way', problems, []);
});
