// Where the texts of xss.py come out, in a real browser: nothing speaks up, nothing is refused by the policy, nothing active is there at all.
'use strict';
const fs = require('fs');
const { ok, same, story, run, host } = require('./tap.js');
const { BASE: base, T: folder } = process.env;
const paths = JSON.parse(fs.readFileSync(`${folder}/pages.json`, 'utf8'));
const bare = fs.readdirSync(`${folder}/bare`);

// What could act: looked for in the tree the browser made, whatever the bytes were.
const active = () => {
	const found = [];
	const leads = text => { try { return new URL(text, document.baseURI).protocol; } catch { return 'https:'; } };
	for (const e of document.querySelectorAll('*')) {
		if (/^(iframe|object|embed|applet|base|style|math|marquee|audio|video|template|foreignobject|animate|set|frame|xmp|noscript)$/i.test(e.localName)) found.push(`<${e.localName}>`);
		if (e.localName === 'script' && (!e.getAttribute('src') || new URL(e.src).origin !== location.origin)) found.push('<script>');
		if (e.localName === 'meta' && /refresh/i.test(e.httpEquiv)) found.push('<meta refresh>');
		for (const a of e.attributes) {
			if (/^on|^srcdoc$|^style$/i.test(a.name)) found.push(`${e.localName} ${a.name}=${a.value}`);
			if (/^(.*:)?(href|src|action|formaction|data|background|poster)$/i.test(a.name) && !/^(https?:|mailto:|tel:|webcal:)$/.test(leads(a.value))) found.push(`${e.localName} ${a.name}=${a.value}`);
		}
	}
	return { found: found.slice(0, 5), seen: (document.body.innerText.match(/alert/g) || []).length };
};

run(async browser => {
	const spoke = [], refused = [], foreign = [];
	const context = async options => {
		const made = await browser.newContext({ locale: 'cs-CZ', reducedMotion: 'reduce', ...options });
		await made.addInitScript(() => addEventListener('securitypolicyviolation', e => console.error(`refused: ${e.violatedDirective} ${e.blockedURI}`)));
		return made;
	};
	const tab = async (made, own) => {
		const page = await made.newPage();
		page.on('dialog', dialog => { spoke.push(page.url()); dialog.dismiss(); });
		page.on('console', m => /refused:|Content Security Policy/.test(m.text()) && refused.push(`${page.url()} ${m.text()}`));
		page.on('request', r => !r.url().startsWith(own) && !/^(data|about):/.test(r.url()) && foreign.push(`${page.url()} asks for ${r.url()}`));
		return page;
	};
	const visit = async (made, own, list) => {
		const found = [], rest = [...list];
		let seen = 0;
		await Promise.all([0, 1, 2].map(async () => {
			const page = await tab(made, own);
			for (let to; (to = rest.shift());) {
				await page.goto(own + to, { waitUntil: 'load' });
				const got = await page.evaluate(active);
				seen += got.seen;
				for (const what of got.found) found.push(`${to}: ${what}`);
			}
			await page.close();
		}));
		return { found, seen };
	};
	const told = (what, { found, seen }, least) => {
		same(`${what}: nothing active`, found.slice(0, 20), []);
		same(`${what}: nothing speaks`, spoke.splice(0).slice(0, 10), []);
		same(`${what}: nothing is asked of other sites`, foreign.splice(0).slice(0, 10), []);
		ok(seen >= least, `${what}: the texts are there, ${seen} times`, `wanted ${least}`);
	};

	const web = await host();
	const read = name => fs.readFileSync(`${folder}/bare/${name}`, 'utf8');
	await story('the alarm', async () => {
		const made = await context({ bypassCSP: true });
		const page = await tab(made, web.origin);
		await page.goto(web.put('/alarm', '<img src=x onerror=alert(1)>'), { waitUntil: 'load' });
		await page.waitForTimeout(0);
		same('the alarm works: a text that is not harmless speaks', [spoke.splice(0).length, (await page.evaluate(active)).found.length], [1, 1]);
		foreign.length = 0;
		await made.close();
	});
	await story('pages', async () => {
		const made = await context();
		told(`${paths.length} pages under our policy`, await visit(made, base, paths), 2000);
		same('the policy had nothing to refuse', refused.slice(0, 10), []);
		await made.close();
	});
	await story('pages without a policy', async () => {
		const made = await context({ bypassCSP: true });
		told('pages without any policy', await visit(made, base, paths.filter((_, n) => n < 3 || n % 3 === 0)), 1000);
		await made.close();
	});
	await story('readers', async () => {
		const made = await context();
		for (const name of bare) web.put(`/${name}`, read(name).replace(/^<!DOCTYPE[^>]*>/i, ''));
		told(`${bare.length} feeds and letters, as their readers show them`, await visit(made, web.origin, bare.map(name => `/${name}`)), 4000);
		await made.close();
	});
	web.close();
});
