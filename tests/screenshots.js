// One picture per page, width and scheme; arguments "NAME PATH"…, after "--" only these names.
'use strict';
const { chromium } = require('playwright-core');
const { BASE: base, FOLDER: folder } = process.env;
const split = process.argv.indexOf('--');
const only = process.argv.slice(split + 1);
const pages = process.argv.slice(2, split).map(each => each.split(' ')).filter(([name]) => !only.length || only.includes(name));

(async () => {
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
	const context = await browser.newContext({ locale: 'cs-CZ', reducedMotion: 'reduce' });
	const page = await context.newPage();
	for (const [name, path] of pages) {
		for (const [width, height] of [[1280, 900], [390, 844]])
			for (const colorScheme of ['light', 'dark']) {
				await page.setViewportSize({ width, height });
				await page.emulateMedia({ colorScheme });
				await page.goto(base + path, { waitUntil: 'networkidle' });
				await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
			}
		await page.setViewportSize({ width: 794, height: 1123 });
		await page.emulateMedia({ media: 'print', colorScheme: 'light' });
		await page.screenshot({ path: `${folder}/${name}-print.png`, fullPage: true });
		await page.emulateMedia({ media: 'screen' });
		console.log(name);
	}
	// The picture of the README: docs/nastenka.png.
	const small = await browser.newContext({ locale: 'cs-CZ', viewport: { width: 1180, height: 1480 }, deviceScaleFactor: .75 });
	const picture = await small.newPage();
	await picture.goto(`${base}/lhota-nad-orlici/nastenka`, { waitUntil: 'networkidle' });
	await picture.screenshot({ path: `${folder}/nastenka.png` });
	await browser.close();
})();
