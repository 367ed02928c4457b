// Boards in other people's pages, in a real browser: the code of the configurator, pasted as it stands.
'use strict';
const { ok, same, story, run, host, until } = require('./tap.js');
const base = process.env.BASE;
const town = '/lhota-nad-orlici';
const green = 'rgb(23, 83, 58)', red = 'rgb(255, 0, 0)';

run(async browser => {
	const web = await host();
	const context = await browser.newContext({ locale: 'cs-CZ', viewport: { width: 900, height: 700 } });
	const cookies = [];
	context.on('response', answer => answer.headers()['set-cookie'] && cookies.push(answer.url()));
	const visit = async url => {
		const page = await context.newPage();
		page.problems = [];
		page.on('console', message => message.type() === 'error' && page.problems.push(message.text()));
		page.on('pageerror', error => page.problems.push(String(error)));
		await page.goto(url, { waitUntil: 'load' });
		return page;
	};
	// Our frame in a page, once its content is there; browsers load it late.
	const ours = async page => {
		await page.locator('iframe').first().scrollIntoViewIfNeeded();
		for (;;) {
			const frame = page.frames().find(each => each.url().startsWith(`${base}/vlozit/`));
			if (frame) {
				await frame.locator('main').waitFor();
				return frame;
			}
			await page.waitForEvent('framenavigated', { timeout: 10000 });
		}
	};

	const code = {};
	await story('configurator', async () => {
		const page = await visit(`${base}${town}/vlozit?pocet=4`);
		for (const name of ['ramecek', 'vyska', 'skript', 'odkaz', 'wordpress'])
			code[name] = await page.inputValue(`#k-${name}`);
		same('the configurator reports no problem', page.problems, []);
		ok(await until(page, () => [...document.querySelectorAll('.out > div')].some(e => e.shadowRoot)), 'the widget runs in its preview');
		ok(await until(page, () => document.querySelector('iframe').height !== '560'), 'the preview has the height of its content');
		same('each box of code has a button to copy', await page.locator('.acts > button').count(), await page.locator('[readonly]').count());
		await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: base });
		await page.locator('#k-skript + .acts > button').click();
		await page.locator('#k-skript + .acts > [role=status]:not(:empty)').waitFor();
		same('the button copies the code', await page.evaluate(() => navigator.clipboard.readText()), code.skript);
		await page.close();
	});

	await story('configurator without scripts', async () => {
		const plain = await browser.newContext({ locale: 'cs-CZ', javaScriptEnabled: false, reducedMotion: 'reduce' });
		const page = await plain.newPage();
		await page.goto(`${base}${town}/vlozit`);
		await page.check('input[name=deska][value=uredni]');
		await page.fill('#pocet', '3');
		await page.check('input[name=vzhled][value=tmavy]');
		await page.click('main form button');
		same('the form answers with the code that was asked for', /\?([^"]*)"/.exec(await page.inputValue('#k-ramecek'))[1], 'deska=uredni&amp;pocet=3&amp;vzhled=tmavy');
		same('without scripts there are no buttons to copy', await page.locator('main button').count(), 1);
		same('without scripts the preview shows the link', await page.locator('.out > p > a').first().isVisible(), true);
		same('without scripts the frame shows the notices', await page.frameLocator('iframe').locator('li.row').count(), 3);
		await plain.close();
	});

	await story('frame', async () => {
		const page = await visit(web.put('/ramecek', `<h1>Škola</h1>${code.ramecek}`));
		same('the frame shows the notices in a page of another origin', await (await ours(page)).locator('li.row').count(), 4);
		same('without the script of heights the frame keeps its height', await page.locator('iframe').evaluate(f => f.offsetHeight >= 560), true);
		same('the frame causes no problem', page.problems, []);
		const [link] = await Promise.all([page.waitForURL(`${base}/**`), (await ours(page)).locator('li.row a').first().click()]).then(() => [page.url()]);
		ok(link.startsWith(`${base}${town}/nastenka/`), 'a link leaves the frame for the notice itself', link);
		await page.close();
	});

	const tall = (page, name) => until(page, wanted => {
		const frame = document.querySelector(wanted);
		return frame && frame.height && frame.height !== '560' && frame.clientHeight > 250;
	}, name);
	const fits = async (page, frame, name) => {
		const inside = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
		ok(await until(page, h => document.querySelector('iframe').clientHeight === h, inside), `${name}: the frame is as high as its content`, inside);
	};
	await story('height', async () => {
		const page = await visit(web.put('/vyska', `${code.ramecek}${code.vyska}`));
		ok(await tall(page, 'iframe'), 'the script of heights resizes the frame');
		await fits(page, await ours(page), 'wide');
		await page.setViewportSize({ width: 330, height: 700 });
		const frame = await ours(page);
		const inside = () => frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
		const wanted = await inside();
		ok(await until(page, h => document.querySelector('iframe').clientHeight === h, wanted), 'a narrower page makes the frame higher', wanted);
		await page.close();
	});
	await story('height in a sandbox', async () => {
		const page = await visit(web.put('/piskoviste', `${code.ramecek.replace('<iframe', '<iframe sandbox="allow-scripts"')}${code.vyska}`));
		ok(await tall(page, 'iframe'), 'the height works in a sandbox, where the origin is null');
		await fits(page, await ours(page), 'sandbox');
		same('in a sandbox icons that cannot be loaded take no room', await (await ours(page)).locator('svg.ico').first().isVisible(), false);
		await page.close();
	});
	await story('false heights', async () => {
		const liar = web.put('/lhar', '<script>parent.postMessage({t:"sousede:vyska",h:5000},"*")</script>').replace('localhost', '127.0.0.1');
		const page = await visit(web.put('/false', `${code.ramecek}<iframe id="lhar" src="${liar}" height="77"></iframe>${code.vyska}`));
		await tall(page, 'iframe');
		same('a stranger resizes neither itself nor us', await page.evaluate(() => [document.querySelector('#lhar').height,
			document.querySelector('iframe').clientHeight < 4000]), ['77', true]);
		// The frame soon tells its true height again, so each height it was given is written down.
		await page.evaluate(() => {
			window.given = [];
			new MutationObserver(() => window.given.push(document.querySelector('iframe').height)).observe(document.querySelector('iframe'), { attributes: true });
		});
		for (const h of [-1, 0, 20000, 1e9, '300', null, {}])
			await (await ours(page)).evaluate(value => parent.postMessage({ t: 'sousede:vyska', h: value }, '*'), h);
		await (await ours(page)).evaluate(() => parent.postMessage(null, '*'));
		await (await ours(page)).evaluate(() => parent.postMessage({ t: 'sousede:vyska', h: 333.2 }, '*'));
		ok(await until(page, () => window.given.length > 0), 'a height that makes sense is taken');
		same('and no other before it', await page.evaluate(() => window.given[0]), '334');
		same('nonsense in messages breaks nothing', page.problems, []);
		await page.close();
	});

	const shadow = (page, what) => page.evaluate(what);
	await story('widget', async () => {
		const page = await visit(web.put('/skript', `<style>a{color:red!important;font-size:99px!important}*{text-transform:uppercase}</style>
			<p><a id="cizi" href="/">Jinam</a></p><div id="tady">${code.skript}</div>`));
		ok(await until(page, () => document.querySelector('#tady > div') && document.querySelector('#tady > div').shadowRoot), 'the widget draws the board');
		same('the widget shows as many notices as asked', await shadow(page, () => document.querySelector('#tady > div').shadowRoot.querySelectorAll('li').length), 4);
		same('the plain link gave way', await page.locator('#tady > p').count(), 0);
		same("the host's styles do not leak in, not even !important ones", await shadow(page, () => {
			const style = getComputedStyle(document.querySelector('#tady > div').shadowRoot.querySelector('li a'));
			return [style.color, style.textTransform, style.fontSize];
		}), [green, 'none', '16px']);
		same("the widget's styles do not leak out", await shadow(page, () => getComputedStyle(document.querySelector('#cizi')).color), red);
		same('links are whole addresses of notices', await shadow(page, () => [...document.querySelector('#tady > div').shadowRoot.querySelectorAll('li a')]
			.every(a => /^http:\/\/127\.0\.0\.1:\d+\/lhota-nad-orlici\/nastenka\/\d+/.test(a.href))), true);
		same('the widget causes no problem', page.problems, []);
		await page.emulateMedia({ colorScheme: 'dark' });
		same('the widget follows a dark scheme', await shadow(page, () => getComputedStyle(document.querySelector('#tady > div').shadowRoot.querySelector('li a')).color), 'rgb(152, 216, 181)');
		await page.close();
	});
	await story('widget of a colour', async () => {
		const page = await visit(`${base}${town}/vlozit?barva=a02020&vzhled=svetly&deska=uredni`);
		const own = await page.inputValue('#k-skript');
		await page.goto(web.put('/barva', `<div id="tady">${own}</div>`));
		await page.emulateMedia({ colorScheme: 'dark' });
		await until(page, () => document.querySelector('#tady > div') && document.querySelector('#tady > div').shadowRoot);
		same('the widget takes the colour and the look it was given', await shadow(page, () => {
			const root = document.querySelector('#tady > div').shadowRoot;
			return [getComputedStyle(root.querySelector('li a')).color, getComputedStyle(root.querySelector('section')).backgroundColor];
		}), ['rgb(160, 32, 32)', 'rgb(255, 255, 255)']);
		await page.close();
	});
	const stays = async (name, body, headers, prepare) => {
		const page = await context.newPage();
		if (prepare) await prepare(page);
		await page.goto(web.put(`/${name}`, `<div id="tady">${body}</div>`, headers), { waitUntil: 'networkidle' });
		same(`${name}: the plain link stays`, await page.evaluate(() => [document.querySelectorAll('#tady > div').length,
			document.querySelector('#tady > p > a').getBoundingClientRect().height > 0]), [0, true]);
		return page;
	};
	await story('widget that fails', async () => {
		await (await stays('unknown-town', code.skript.replace('data-obec="lhota-nad-orlici"', 'data-obec="nikde-takova-neni"'))).close();
		await (await stays('no-town', code.skript.replace('data-obec', 'data-jine'))).close();
		await (await stays('server-away', code.skript, {}, page => page.route('**/nastenka.json*', route => route.abort()))).close();
		await (await stays('broken-answer', code.skript, {}, page => page.route('**/nastenka.json*', route => route.fulfill({
			body: '{"items":', headers: { 'access-control-allow-origin': '*' } })))).close();
	});
	await story('strict host', async () => {
		const strict = { 'Content-Security-Policy': `default-src 'none'; frame-src ${base}` };
		const page = await stays('strict', `${code.skript}${code.ramecek}`, strict);
		same('under a strict policy the frame still renders', await (await ours(page)).locator('li.row').count(), 4);
		await page.close();
		const open = await visit(web.put('/povoleno', `<div id="tady">${code.skript}</div>`, {
			'Content-Security-Policy': `default-src 'none'; script-src ${base}; connect-src ${base}; require-trusted-types-for 'script'` }));
		ok(await until(open, () => document.querySelector('#tady > div')), 'script-src and connect-src of our address are all the widget needs');
		await open.close();
	});

	await story('WordPress', async () => {
		const answer = await (await context.request.get(`${base}/oembed?url=${encodeURIComponent(code.wordpress)}&maxwidth=500`)).json();
		// What WordPress makes of it: only these attributes stay, a sandbox and the secret come; wp-embed.js is the page around.
		const src = /<iframe src="([^"]+)" width="500" height="560" title="([^"]+)"><\/iframe>$/.exec(answer.html);
		const page = await visit(web.put('/wordpress', `<script>
			const got = []; window.got = got;
			addEventListener('message', e => {
				const d = e.data, f = document.querySelector('iframe');
				if (!d || d.secret !== 'AbCdEf0123' || /[^a-zA-Z0-9]/.test(d.secret) || e.source !== f.contentWindow) return;
				got.push(d);
				if (d.message === 'height') f.height = Math.min(1000, Math.max(200, parseInt(d.value, 10)));
			});
			addEventListener('load', () => document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: 'AbCdEf0123' }, '*'));
			</script><iframe sandbox="allow-scripts" security="restricted" src="${src[1]}#?secret=AbCdEf0123" data-secret="AbCdEf0123"
			width="500" height="560" title="${src[2]}"></iframe>`));
		ok(await until(page, () => got.some(d => d.message === 'height')), 'the frame tells its height with the secret');
		const inside = await (await ours(page)).evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
		ok(await until(page, h => document.querySelector('iframe').clientHeight === h, Math.min(1000, inside)), 'WordPress gives the frame its height', inside);
		const before = await page.evaluate(() => got.length);
		await page.evaluate(() => document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: 'AbCdEf0123' }, '*'));
		ok(await until(page, n => got.length > n, before), 'the frame answers when WordPress is ready');
		await (await ours(page)).locator('li.row a').first().click();
		ok(await until(page, () => got.some(d => d.message === 'link')), 'a click asks WordPress to follow the link');
		same('the link leads to our host', await page.evaluate(() => new URL(got.find(d => d.message === 'link').value).pathname.split('/')[2]), 'nastenka');
		same('the sandbox held: the page is still there', new URL(page.url()).pathname, '/wordpress');
		same('the look holds in the sandbox: styles are loaded', await (await ours(page)).evaluate(() => getComputedStyle(document.querySelector('li.row:nth-child(2) a')).color), green);
		await page.close();
	});

	await story('link with a badge', async () => {
		const page = await visit(web.put('/odkaz', code.odkaz));
		same('the badge is a picture in a link', await page.locator('a > img').evaluate(i => [i.complete && i.naturalWidth, i.alt !== '']), [240, true]);
		same('the badge causes no problem', page.problems, []);
		await page.close();
	});

	await story('other pages', async () => {
		for (const path of ['/', town, `${town}/nastenka`, `${town}/vlozit`, '/nikde/nic']) {
			const page = await context.newPage();
			await page.goto(web.put('/cizi', `<iframe src="${base}${path}"></iframe>`));
			const frame = page.frames()[1];
			await frame.waitForLoadState().catch(() => {});
			ok(!(frame.url().startsWith(base) && await frame.locator('main').count().catch(() => 0)), `${path} refuses to stand in another page`);
			await page.close();
		}
	});

	same('no cookie was ever set', [cookies, await context.cookies()], [[], []]);
	web.close();
});
