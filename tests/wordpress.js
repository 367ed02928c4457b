// A page as WordPress makes it of our answer, with its own script around our frame.
'use strict';
const fs = require('fs');
const { ok, same, story, run, host, until } = require('./tap.js');
const { BASE: base, T: folder, WORDPRESS: wordpress } = process.env;

run(async browser => {
	const web = await host();
	await story('WordPress itself', async () => {
		const script = fs.readFileSync(`${wordpress}/wp-includes/js/wp-embed.js`, 'utf8');
		const page = await browser.newPage();
		await page.goto(web.put('/clanek', `${fs.readFileSync(`${folder}/wordpress.html`, 'utf8')}<script>${script}</script>`), { waitUntil: 'load' });
		ok(await until(page, () => !document.querySelector('iframe').hasAttribute('style')), 'WordPress shows the frame once it speaks');
		same('and hides the quotation', await page.locator('blockquote').isVisible(), false);
		const frame = page.frames().find(each => each.url().startsWith(base));
		const inside = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
		ok(await until(page, h => document.querySelector('iframe').clientHeight === h, Math.min(1000, inside)), 'the frame has the height of its content', inside);
		await Promise.all([page.waitForURL(`${base}/**`), frame.locator('li.row a').first().click()]);
		ok(/\/nastenka\/\d+/.test(page.url()), 'a link in the frame leads to the notice', page.url());
	});
	web.close();
});
