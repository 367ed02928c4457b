/* Gives our frames in this page the height of their content. A sandboxed frame has the origin "null",
 * so the sender is known by its window: no other page can resize a frame that is not its own. */
(() => {
	'use strict';
	const base = document.currentScript ? new URL('../../vlozit/', document.currentScript.src).href : '';
	addEventListener('message', e => {
		const d = e.data;
		if (!d || d.t !== 'sousede:vyska' || typeof d.h !== 'number' || !(d.h > 0 && d.h < 20000)) return;
		for (const frame of document.querySelectorAll('iframe'))
			if (frame.contentWindow === e.source && frame.src.startsWith(base)) {
				const border = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
				frame.height = Math.ceil(d.h) + border;
			}
	});
	for (const frame of document.querySelectorAll('iframe'))
		if (frame.src.startsWith(base)) frame.contentWindow.postMessage({ t: 'sousede:ptam' }, '*');
})();
