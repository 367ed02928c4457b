/* Inside the frame: tells the page around how high the content is, and speaks WordPress's embed protocol
 * when the address carries its secret. Everything works without this script, in a frame of fixed height. */
(() => {
	'use strict';
	if (parent === window) return;
	const root = document.documentElement;
	const secret = (/[?&]secret=([a-zA-Z0-9]{1,40})(?:&|$)/.exec(location.hash) || [])[1];
	const tell = () => {
		const h = Math.ceil(root.getBoundingClientRect().height);
		parent.postMessage({ t: 'sousede:vyska', h }, '*');
		if (secret) parent.postMessage({ message: 'height', value: Math.min(1000, Math.max(200, h)), secret }, '*');
	};
	/* A sandbox without an origin of its own may not use symbols of our icon file. */
	if (origin === 'null') root.classList.add('bare');
	new ResizeObserver(tell).observe(root);
	addEventListener('load', tell);
	addEventListener('resize', tell);
	addEventListener('message', e => {
		const d = e.data;
		if (e.source !== parent || !d) return;
		if (d.t === 'sousede:ptam' || (secret && d.message === 'ready' && d.secret === secret)) tell();
	});
	/* The sandbox forbids links to leave; WordPress follows them for us when they lead to this host. */
	if (secret)
		addEventListener('click', e => {
			const a = e.target.closest('a[href]');
			if (!a || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
			e.preventDefault();
			parent.postMessage({ message: 'link', value: a.href, secret }, '*');
		});
})();
