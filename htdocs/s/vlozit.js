/* A copy button under each box of code; the boxes work without it. The words come from the page. */
(() => {
	'use strict';
	const words = document.querySelector('[data-copy]');
	if (!words) return;
	for (const code of document.querySelectorAll('textarea[readonly], input[readonly]')) {
		const button = document.createElement('button');
		const said = document.createElement('span');
		button.type = 'button';
		button.className = 'btn quiet';
		button.textContent = words.dataset.copy;
		button.setAttribute('aria-describedby', code.id + '-n');
		said.setAttribute('role', 'status');
		button.addEventListener('click', async () => {
			try {
				await navigator.clipboard.writeText(code.value);
			} catch {
				code.select();
				if (!document.execCommand('copy')) return;
			}
			said.textContent = words.dataset.copied;
		});
		const row = document.createElement('p');
		row.className = 'acts';
		row.append(button, said);
		code.after(row);
	}
})();
