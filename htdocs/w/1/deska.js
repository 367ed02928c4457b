/* A town's board in any page. What version 1 promises, stays:
 * <script src="…/w/1/deska.js" data-obec="SLUG" async> after a plain link, which is kept when anything fails.
 * Options: data-deska, -kategorie, -pocet, -jazyk, -vzhled svetly|tmavy, -barva and -barva-tma (rrggbb). */
(() => {
	'use strict';
	const script = document.currentScript;
	const d = script ? script.dataset : {};
	if (!d.obec) return;
	const base = new URL('../../', script.src).href;
	const feed = new URL(encodeURIComponent(d.obec) + '/nastenka.json', base);
	for (const name of ['deska', 'kategorie', 'pocet', 'jazyk'])
		if (d[name]) feed.searchParams.set(name, d[name]);
	const colour = (given, own) => /^[0-9a-f]{6}$/i.test(given) ? '#' + given : own;
	const night = `--a:${colour(d.barvaTma, '#98d8b5')};--p:#19231d;--i:#ebf1eb;--s:#bcc8bf;--r:#36443b`;
	const css = `:host{display:block;--a:${colour(d.barva, '#17533a')};--p:#fff;--i:#17211b;--s:#414d45;--r:#cbd4c7}
@media(prefers-color-scheme:dark){:host(:not(.svetly)){${night}}}:host(.tmavy){${night}}
section{all:initial;display:block;padding:1em;border:1px solid var(--r);border-radius:6px;background:var(--p);
color:var(--i);font:1em/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
p,ul{margin:0;padding:0;list-style:none}p{font-size:1.2em;font-weight:700}
li{padding:.4em 0;border-top:1px solid var(--r)}a{display:block;padding:.5em 0;color:var(--a)}
a:focus-visible{outline:3px solid}small{display:block;color:var(--s)}`;

	const add = (parent, name, text) => {
		const element = parent.appendChild(document.createElement(name));
		if (text) element.textContent = text;
		return element;
	};
	const link = (parent, text, href) => {
		const a = add(parent, 'a', text);
		if (/^https?:/.test(href)) a.href = href;
	};
	const show = board => {
		if (!board.items.length) return;
		const host = document.createElement('div');
		host.className = d.vzhled || '';
		host.lang = board.language || 'cs';
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		const root = host.attachShadow({ mode: 'open' });
		root.adoptedStyleSheets = [sheet];
		const box = add(root, 'section');
		box.setAttribute('aria-label', board.title);
		link(add(box, 'p'), board.title, board.home_page_url);
		const list = add(box, 'ul');
		list.setAttribute('role', 'list');
		const first = ({ _sousede: s }) => s.urgent || s.kind === 'crisis';
		board.items.sort((a, b) => first(b) - first(a));
		for (const item of board.items) {
			const row = add(list, 'li');
			const when = new Date(item.date_published).toLocaleDateString(host.lang);
			link(row, item.title, item.url);
			add(row, 'small', [when, ...item.tags].join(' · '));
		}
		const plain = script.previousElementSibling;
		const a = plain && (plain.href ? plain : plain.querySelector('a'));
		if (a && a.href.startsWith(base)) plain.replaceWith(host);
		else script.before(host);
	};
	fetch(feed, { credentials: 'omit' }).then(answer => answer.ok && answer.json()).then(show).catch(() => {});
})();
