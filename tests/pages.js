// Every kind of page, held to visual.md 10: axe, contrast, targets, widths, enlarged text, keyboard, no scripts, no foreign request, small HTML.
'use strict';
const fs = require('fs');
const zlib = require('zlib');
const { ok, same, story, run } = require('./tap.js');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { BASE: base, T: folder } = process.env;
const kinds = JSON.parse(fs.readFileSync(`${folder}/kinds.json`, 'utf8'));
const only = process.env.ONLY;
// What can be wrong depends on less than all of it: the tree on what a width hides, contrast on colours, targets on room. Below 390 the sheet only makes the letters of the navigation smaller.
const contrast = ['color-contrast', 'color-contrast-enhanced'];
const views = [[1280, { light: null, dark: contrast }], [390, { light: null, dark: contrast }], [320, { light: ['target-size'] }]];
const LIMIT = 14 * 1024, TARGET = 44;
// Rules that axe leaves out unless asked: enhanced contrast and the size of targets are gates of ours.
const rules = Object.fromEntries(['color-contrast-enhanced', 'target-size'].map(id => [id, { enabled: true }]));

const findings = (page, only) => page.evaluate(({ rules, only }) => axe.run(document, { rules, resultTypes: ['violations'], ...only && { runOnly: only } }).then(result =>
	result.violations.map(v => `${v.id}: ${v.nodes.map(n => `${n.target} ${(n.any[0] || n.all[0] || n.none[0] || {}).message || ''}`).slice(0, 4).join(' | ')}`)), { rules, only });

// What sticks out of the window to the right, when the page scrolls sideways.
const overflow = page => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth ? [] :
	[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e =>
		`${e.tagName.toLowerCase()}.${e.getAttribute('class')} ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 5));

// Links and controls that stand alone and are lower than a finger wants; links inside running text are excused.
const small = (page, target) => page.evaluate(least => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, textarea')].filter(e => {
	const box = (e.closest('label.choice') || e).getBoundingClientRect();
	return box.width && getComputedStyle(e).display !== 'inline' && !e.matches('.skip') && (box.height < least - .5 || box.width < 24);
}).map(e => `${e.tagName.toLowerCase()} „${(e.textContent || e.name).trim().slice(0, 40)}“ ${Math.round(e.getBoundingClientRect().width)}×${Math.round(e.getBoundingClientRect().height)}`).slice(0, 6), target);

const links = new Map();

run(async browser => {
	// Half-way through a transition a contrast means nothing.
	const context = await browser.newContext({ locale: 'cs-CZ', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
	await context.addInitScript(() => {
		window.refused = [];
		addEventListener('securitypolicyviolation', e => window.refused.push(`${e.violatedDirective} ${e.blockedURI}`));
	});
	const problems = [], foreign = [];
	const page = await context.newPage();
	page.on('console', message => {
		const expected = message.location().url === page.wanted || message.text().includes('favicon');
		if (message.type() === 'error' && !expected) problems.push(message.text());
	});
	page.on('pageerror', error => problems.push(String(error)));
	page.on('request', request => {
		if (!request.url().startsWith(base) && !request.url().startsWith('data:')) foreign.push(request.url());
	});
	page.on('response', answer => {
		if (answer.status() >= 400 && answer.url() !== page.wanted) problems.push(`${answer.status()} ${answer.url()}`);
	});

	const be = async token => {
		await context.clearCookies();
		if (token) await context.addCookies([{ name: 's', value: token, url: base }]);
	};
	for (const { name, path, status, token, press } of kinds) {
		if (only && !name.includes(only)) continue;
		await story(name, async () => {
			problems.length = foreign.length = 0;
			page.wanted = base + path;
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.emulateMedia({ colorScheme: 'light' });
			await be(token);
			let answer = await page.goto(base + path, { waitUntil: 'load' });
			if (press) page.wanted = await page.$eval(press, e => (e.hasAttribute('formaction') ? e.formAction : e.form.action));
			if (press) [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(press)]);
			const html = await answer.body();
			same(`${name}: status of ${path}`, answer.status(), status);
			fs.writeFileSync(`${folder}/html/${name}.html`, html);
			const bytes = zlib.gzipSync(html, { level: 5 }).length;
			ok(bytes <= LIMIT, `${name}: HTML fits the first flight`, `${bytes} bytes`);
			const rest = path.split('?'), xml = await context.request.get(`${base}${rest[0] === '/' ? '/index' : rest[0]}.xml${rest[1] ? `?${rest[1]}` : ''}`);
			if (path !== '/') fs.writeFileSync(`${folder}/xml/${name}.xml`, await xml.body());
			same(`${name}: nothing inline, one h1, titles and language are there`, await page.evaluate(() => [
				document.querySelectorAll('[style], style, script:not([src]), [onclick], [onload]').length, document.querySelectorAll('h1').length,
				document.title.trim() !== '', ['cs', 'en', 'uk'].includes(document.documentElement.lang)]), [0, 1, true, true]);
			await page.evaluate(axe);
			const found = new Set(), wide = new Set(), low = new Set();
			for (const [width, schemes] of views) {
				await page.setViewportSize({ width, height: 900 });
				for (const e of await overflow(page)) wide.add(`${width}: ${e}`);
				for (const e of await small(page, TARGET)) low.add(`${width}: ${e}`);
				for (const [scheme, only] of Object.entries(schemes)) {
					await page.emulateMedia({ colorScheme: scheme });
					for (const e of await findings(page, only)) found.add(`${width} ${scheme} ${e}`);
				}
			}
			same(`${name}: axe finds nothing`, [...found], []);
			same(`${name}: targets are 44 pixels high`, [...low], []);
			// Text enlarged as readers do it: 200 % on a wide screen, 150 % on a phone.
			for (const [width, size] of [[1280, '225%'], [390, '168.75%']]) {
				await page.setViewportSize({ width, height: 900 });
				await page.evaluate(s => { document.documentElement.style.fontSize = s; }, size);
				for (const e of await overflow(page)) wide.add(`${width} at ${size}: ${e}`);
				await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
			}
			same(`${name}: nothing scrolls sideways`, [...wide], []);
			same(`${name}: no request leaves the site`, foreign, []);
			same(`${name}: nothing wrong in the console, nothing refused by the policy`, [...problems, ...await page.evaluate(() => window.refused)], []);
			if (status === 200)
				for (const href of await page.evaluate(() => [...document.querySelectorAll('a[href], link[href], iframe[src], img[src]')].map(e => e.href || e.src)))
					if (href.startsWith(base)) links.set(href.split('#')[0], { name, token });
		});
	}

	// Each address that a page names answers; of many of one shape a few are enough.
	if (!only) await story('links', async () => {
		const shapes = new Map(), dead = [];
		for (const [href, { name, token }] of links) {
			const shape = href.replace(/\d+(-[a-z0-9-]+)?/g, '0').replace(/=[^&]*/g, '=').replace(/\/(kraj|okres)\/[a-z-]+/, '/$1/x');
			const town = shape.replace(/^(https?:\/\/[^/]+)\/[a-z-]+(?=[/?.]|$)/, (all, host) => all.endsWith('/s') || all.endsWith('/w') ? all : `${host}/obec`);
			shapes.set(town, (shapes.get(town) || 0) + 1);
			if (shapes.get(town) > 6) continue;
			await be(token);
			const answer = await context.request.get(href, { maxRedirects: 3 });
			if (answer.status() >= 400 && answer.status() !== 410) dead.push(`${answer.status()} ${href} on ${name}`);
		}
		same(`no link is dead (${links.size} known)`, dead, []);
	});

	// With keys alone.
	const open = async (path, width = 1280) => {
		page.wanted = base + path;
		await page.setViewportSize({ width, height: 900 });
		await page.goto(base + path);
	};
	const focused = () => page.evaluate(() => {
		let e = document.activeElement;
		while (e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
		const style = getComputedStyle(e), box = e.getBoundingClientRect();
		return { what: `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''} ${(e.textContent || e.name || '').trim().slice(0, 30)}`, id: e.id, name: e.name, skip: e.matches('.skip'),
			frame: e.tagName === 'IFRAME', body: e === document.body || e === document.documentElement,
			visible: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none', inside: box.width > 0 && box.bottom > 0 && box.right > 0 };
	});
	for (const { name, path, token } of kinds.filter(kind => kind.keyboard && (!only || kind.name.includes(only))))
		await story(`${name} by keyboard`, async () => {
			await be(token);
			await open(path);
			await page.keyboard.press('Tab');
			const first = await focused();
			ok(first.skip && first.inside, `${name}: the first key reaches the link that skips`, first);
			await page.keyboard.press('Enter');
			same(`${name}: it leads to the content`, await page.evaluate(() => [location.hash, document.activeElement.id]), ['#obsah', 'obsah']);
			await open(path);
			const unseen = [];
			let steps = 0;
			for (; steps < 150; steps++) {
				await page.keyboard.press('Tab');
				const now = await focused();
				if (process.env.STOPS) console.log(`#   ${now.what}`);
				if (now.body) break;
				if (!now.frame && !(now.visible && now.inside)) unseen.push(now.what);
			}
			same(`${name}: each of the ${steps} stops of Tab shows where it is`, unseen, []);
		});
	const reach = async test => {
		for (let i = 0; i < 80; i++) {
			await page.keyboard.press('Tab');
			const now = await focused();
			if (test(now)) return true;
		}
		return false;
	};
	await be('');
	if (!only) {
		await story('search by keyboard', async () => {
			await open('/');
			ok(await reach(now => now.name === 'obec'), 'Tab reaches the search of towns');
			await page.keyboard.type('lhota nad orlici');
			await Promise.all([page.waitForURL(/lhota-nad-orlici|hledat/), page.keyboard.press('Enter')]);
			ok(page.url().includes('/lhota-nad-orlici'), 'an exact name leads to the town', page.url());
		});
		await story('filter by keyboard', async () => {
			await open('/lhota-nad-orlici/nastenka');
			ok(await reach(now => now.name === 'q'), 'Tab reaches the filter of the board');
			await page.keyboard.type('voda');
			await Promise.all([page.waitForURL(/q=voda/), page.keyboard.press('Enter')]);
			ok(await page.locator('main').innerText().then(text => /vod/i.test(text)), 'Enter filters the board');
		});
		// Without scripts one gets everywhere: from the front page to a notice and back to the list by filters.
		await story('without scripts', async () => {
			const plain = await browser.newContext({ locale: 'cs-CZ', javaScriptEnabled: false, viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' });
			const phone = await plain.newPage();
			await phone.goto(`${base}/`);
			await phone.fill('input[name=obec]', 'Lhota nad Orlici');
			await phone.click('form[role=search] button');
			await phone.waitForURL('**/lhota-nad-orlici');
			await phone.click('nav.nav a[href$="/nastenka"]');
			await phone.waitForURL('**/nastenka');
			await phone.fill('form [name=q]', 'voda');
			await phone.click('main form button');
			await phone.waitForURL(/q=voda/);
			await phone.locator('main a[href*="/nastenka/"]').first().click();
			await phone.waitForURL(/nastenka\/\d+/);
			ok(await phone.locator('h1').isVisible(), 'a phone without scripts finds a town, its board and a notice');
			await phone.click('footer a[lang=uk]');
			same('and reads it in Ukrainian', await phone.getAttribute('html', 'lang'), 'uk');
			await plain.close();
		});
	}
});
