// What `planc log` prints of a past, by people and in words that would do harm, and of
// the example: each format says what its JSON says.
'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { test } = require('node:test');
const { parse } = require('csv-parse/sync');
const { buildEverything } = require('./everything.js');
const { at } = require('./project.js');

const run = (program, words, input) =>
	execFileSync(program, words, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
const shown = (text) => text.replace(/[\x00-\x08\x0a-\x1f\x7f]/g, '\ufffd');
const isFormula = (cell) => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell) && !/^[+-][\d.,]+%?$/.test(cell);

for (const folder of [path.dirname(buildEverything()), at('build/example')]) {
	const name = path.basename(folder);
	const log = (format) => run(at('build/planc'), ['log', '-C', folder, '--format', format]);
	const { entries, unreadable = [] } = JSON.parse(log('json'));

	test(`${name}: csv has a row for each entry, and no cell that a spreadsheet would run`, () => {
		const all = parse(log('csv'), { columns: true, record_delimiter: '\r\n' });
		const rows = all.slice(unreadable.length);

		assert.ok(entries.length > 50);
		assert.deepEqual(
			all.slice(0, unreadable.length).map(({ address, commit }) => [address, commit]),
			unreadable.map(({ file, commit }) => [file, commit]),
		);
		assert.deepEqual(
			rows.map(({ address, field, commit, at }) => [address, field, commit, at]),
			entries.map(({ address, field, commit, at }) => [address, field, commit, at]),
		);
		for (const cell of all.flatMap(Object.values))
			assert.ok(!isFormula(cell), cell);
		for (const [i, row] of rows.entries())
			assert.equal(row.author.replace(/^'/, ''), shown(entries[i].author).replace(/^'/, ''));
	});

	test(`${name}: Markdown is tables, and nothing else`, () => {
		const html = run('cmark-gfm', ['-e', 'table', '-e', 'autolink', '--unsafe', '--to', 'html'], log('markdown'));

		assert.doesNotMatch(html, /<(?!\/?(p|h[1-6]|strong|em|code|ul|li|table|thead|tbody|tr|th|td)( align="[a-z]+")?>)/);
		for (const [table] of html.matchAll(/<table>[^]*?<\/table>/g)) {
			const width = table.match(/<th[ >]/g).length;

			for (const [row] of table.matchAll(/<tr>[^]*?<\/tr>/g))
				assert.equal(row.match(/<t[hd][ >]/g).length, width, row);
		}
	});

	test(`${name}: what is printed commands no terminal`, () => {
		assert.doesNotMatch(log('text'), /[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]/);
	});
}
