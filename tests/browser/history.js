// Repositories of plans that are made for tests, with the same ids each time.
'use strict';

const fs = require('node:fs');
const { execFileSync } = require('node:child_process');

const SECONDS = 1000;

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;

// A commit for `git fast-import`: {day, author?, words?, files: {name: text}}; its files
// are all that there is then.
function commit({ day, author = 'Head of Housing', words = 'A change of plans', files }) {
	const time = Date.parse(`${day}T10:00:00Z`) / SECONDS;

	return [
		'commit refs/heads/main\n',
		`committer ${author} <housing@anytown.example> ${time} +0000\n`,
		data(words),
		'deleteall\n',
		...Object.entries(files).map(([name, text]) => `M 644 inline ${name}\n${data(text)}`),
	].join('');
}

// A new repository in a folder, in place of what was there, with its files checked out.
function makeHistory(folder, commits) {
	const git = (...words) => execFileSync('git', ['-C', folder, ...words], { stdio: 'ignore' });

	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	git('init', '-q', '--template=', '--object-format=sha1', '-b', 'main');
	execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], { input: commits.map(commit).join('') });
	git('-c', 'core.autocrlf=false', 'reset', '-q', '--hard', 'main');
}

module.exports = { makeHistory };
