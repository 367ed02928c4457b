// Letters that the mail server of office.sh received: the newest to an address, as its reader reads it.
'use strict';
const fs = require('fs');
const { execFileSync } = require('child_process');
const { T: folder, SRC: source } = process.env;
const letters = `${folder}/letters`;

const taken = new Set();
// Waits for a letter to somebody that nobody took yet, at most forty seconds; its text.
const letter = async (to, says = '') => {
	for (let end = Date.now() + 40000; Date.now() < end; await new Promise(ready => setTimeout(ready, 50)))
		for (const name of fs.readdirSync(letters).filter(each => each.endsWith('.eml')).sort((a, b) => parseInt(b) - parseInt(a))) {
			if (taken.has(name) || !fs.readFileSync(`${letters}/${name.replace('.eml', '.env')}`, 'utf8').includes(`to ${to}\n`)) continue;
			const text = execFileSync(`${source}/tests/mail.py`, ['--read', `${letters}/${name}`, 'text'], { encoding: 'utf8' });
			if (!text.includes(says)) continue;
			taken.add(name);
			return text;
		}
	throw new Error(`no letter to ${to} with ${says}`);
};
const link = text => /https?:\/\/\S+\/(?:odkaz|pozvanka|rozhodnuti)\/[0-9a-f]+/.exec(text)[0];

// A statement on the database of the story, for what other people do meanwhile.
const sql = text => execFileSync(`${source}/schema/server`, ['sql', `${folder}/db`, 'sousede', '-N', '-B', '-e', text], { encoding: 'utf8' }).trim();

module.exports = { letter, link, sql };
