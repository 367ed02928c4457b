// The day of a coordinator at the telephone, of somebody with a phone, and of the neighbour who helps both.
'use strict';
const { ok, same, story, run } = require('./tap.js');
const { letter, sql } = require('./letters.js');
const { BASE: base, KAREL: karel } = process.env;
const town = `${base}/lhota-nad-orlici`;

run(async browser => {
	const problems = [];
	const somebody = async options => {
		const context = await browser.newContext({ locale: 'cs-CZ', reducedMotion: 'reduce', viewport: { width: 390, height: 844 }, ...options });
		const page = await context.newPage();
		page.on('response', answer => answer.status() >= 500 && problems.push(`${answer.status()} ${answer.url()}`));
		return page;
	};
	const words = async page => (await page.locator('main').innerText()).replace(/\u00a0/g, ' ');
	const says = async (page, what, text) => ok((await words(page)).includes(text), what, `${page.url()}: ${(await words(page)).slice(0, 500)}`);
	const fill = async (page, values) => {
		for (const [name, value] of Object.entries(values)) {
			const field = page.locator(`main [name="${name}"]`);
			const kind = await field.first().getAttribute('type');
			if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true });
			else if (kind === 'checkbox') await field.first().check({ force: true });
			else await field.first().fill(value);
		}
	};
	// The button is reached by the keyboard and pressed by Enter.
	const press = async (page, button) => {
		const one = page.locator(`main ${button}`).first();
		await one.focus();
		await Promise.all([page.waitForNavigation({ timeout: 20000 }), page.keyboard.press('Enter')]);
	};
	const form = action => `form[method=post][action$="${action}"] button`;
	const way = (text, kind) => new RegExp(`https?://\\S+/${kind}/\\d+-[0-9a-f]{32}`).exec(text)[0];
	// YES, the contact, begun, done: on her phone, without scripts.
	const helped = async (title, phone) => {
		const hana = await somebody({ javaScriptEnabled: false });
		const path = way(await letter('hana@posta.example', title), 'odpoved');
		await hana.goto(path);
		ok(!(await words(hana)).includes(phone), `${title}: no telephone before YES`);
		await press(hana, 'button[name=co][value=ano]');
		await press(hana, form('/kontakt'));
		ok((await words(hana)).replace(/\s/g, '').includes(phone), `${title}: who promised sees the telephone`, await words(hana));
		await hana.goto(path);
		await press(hana, form('/zacit'));
		await hana.goto(`${path}/hotovo`);
		await fill(hana, { hodiny: '1,5' });
		await press(hana, form('/hotovo'));
		return hana;
	};

	await story('by telephone', async () => {
		const desk = await somebody({ viewport: { width: 1280, height: 800 } });
		await desk.context().addCookies([{ name: 's', value: karel, url: base }]);
		await desk.goto(`${town}/koordinace/telefon`);
		await fill(desk, { telefon: '604 111 222', jmeno: 'Růžena Malá', druh: 'nakup', nazev: 'Nákup na neděli', kdy: 'brzy', pilne: true, adresa: 'Dlouhá 5' });
		await press(desk, 'form[action$="/koordinace/telefon"] button.btn');
		await says(desk, 'a slip with the code', 'Nákup na neděli');
		const id = sql("SELECT MAX(id) FROM help_request WHERE given = 'Růžena'");
		await helped('Nákup na neděli', '604111222');
		await desk.goto(`${town}/koordinace/${id}`);
		await press(desk, form('/kontakt'));
		await desk.goto(`${town}/koordinace/${id}`);
		await press(desk, 'button[name=co][value="podarilo-se"]');
		same('the coordinator asked her and closes it', sql(`SELECT outcome FROM help_request WHERE id = ${id}`), 'fulfilled');
		ok(await letter('hana@posta.example', 'Nákup na neděli'), 'the helper has a letter');
	});
	await story('from a phone without an account', async () => {
		const asker = await somebody();
		await asker.goto(`${town}/pomoc/potrebuji`);
		for (let n = 0; n < 40 && asker.url().endsWith('/potrebuji'); n++) {
			// Programs are faster than people; the form asks them to send it again.
			await fill(asker, { druh: 'odvoz', pro: 'ja', nazev: 'Odvézt k zubaři', kdy: 'brzy', pilne: true, jmeno: 'Bohumil Starý', telefon: '736 914 205', mail: 'bohumil@posta.example' });
			await press(asker, 'form[action$="/pomoc/potrebuji"] button.btn');
		}
		const path = way(await letter('bohumil@posta.example', '/prosba/'), 'prosba');
		await asker.goto(path);
		await press(asker, form('/potvrdit'));
		const hana = await helped('Odvézt k zubaři', '736914205');
		for (const said of ['zobrazení', 'hotové']) ok(await letter('bohumil@posta.example', said), `who asked has a letter that says: ${said}`);
		await asker.goto(path);
		await says(asker, 'who asked sees who helps', 'Hana P.');
		await fill(asker, { jak: 'ano', diky: 'Moc děkuji za odvoz.' });
		await press(asker, form('/hotovo'));
		ok(/Moc děkuji za odvoz/.test(await letter('hana@posta.example', 'Moc děkuji')), 'thanks arrive in a letter');
		await hana.goto(hana.url().replace(/\/hotovo$/, ''));
		await says(hana, 'and stand on her page', 'Moc děkuji za odvoz.');
	});
	same('nothing failed on the way', problems, []);
});
