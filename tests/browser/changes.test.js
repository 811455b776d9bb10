// The page that `planc diff --format html` writes: of the example history, of words
// that would do harm, of nothing, and of a plan that cannot be read.
'use strict';

const assert = require('node:assert/strict');
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { after, before, test } = require('node:test');
const { pathToFileURL } = require('node:url');
const { EVIL } = require('./everything.js');
const { launch, lookAt, faultsOf } = require('./pages.js');
const { at } = require('./project.js');

const FOLDER = at('build/browser/changes');
const SMALL = at('tests/golden/small/plans');

function edit(file, change) {
	const before = fs.readFileSync(file, 'utf8');

	fs.writeFileSync(file, change(before));
	assert.notEqual(before, fs.readFileSync(file, 'utf8'));
}

// A text as YAML has it in quotes: JSON leaves one character as it is that YAML does not take.
const quoted = (text) => JSON.stringify(text).replaceAll('\x7f', '\\x7f');

// Two folders of the small plan; one of them is changed.
function pair(name, change) {
	const [old, now] = ['old', 'now'].map((side) => `${FOLDER}/${name}/${side}`);

	for (const side of [old, now])
		fs.cpSync(SMALL, side, { recursive: true });
	edit(`${now}/anytown/homes-plan/plan.yaml`, change);
	return ['--no-index', old, now];
}

// What is compared, and the exit code.
const pages = {
	example: () => ['-C', `${FOLDER}/history`, 'adopted', 'main'],
	harm: () =>
		pair('harm', (plan) =>
			EVIL.reduce(
				(text, evil, i) =>
					`${text}      - {id: evil-${i}, title: ${quoted(evil)}, activity: ${quoted(evil)}}\n`,
				plan
					.replace('Bring the repairs', `${EVIL[1].replaceAll(': ', ' ')} repairs`)
					.replace('- Tenants wait less.', `- ${quoted(`Tenants wait ${EVIL[0]} less.`)}`)
					.replace(/ {2}- themes\/warmth.yaml\n$/, ''),
			),
		),
	nothing: () => ['-C', `${FOLDER}/history`, 'main', 'main'],
	broken: () => pair('broken', (plan) => `${plan}: [`),
};

let browser;
before(async () => {
	fs.rmSync(FOLDER, { recursive: true, force: true });
	fs.mkdirSync(FOLDER, { recursive: true });
	execFileSync(at('tests/history/build'), [`${FOLDER}/history`]);
	for (const [name, words] of Object.entries(pages)) {
		const { status, stdout } = spawnSync(at('build/planc'), ['diff', '--format', 'html', ...words()]);

		assert.equal(status, name === 'broken' ? 3 : 0);
		fs.writeFileSync(`${FOLDER}/${name}.html`, stdout);
	}
	browser = await launch();
});
after(() => browser.close());

async function open(name) {
	const trouble = [];
	const tab = await browser.newPage();

	tab.on('console', (message) => trouble.push(`console: ${message.text()}`));
	tab.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
	await tab.goto(pathToFileURL(`${FOLDER}/${name}.html`).href);
	tab.on('request', (request) => trouble.push(`request: ${request.url()}`));
	return { tab, trouble };
}

for (const name of Object.keys(pages)) {
	test(`changes, ${name}: nobody is shut out, and nothing is fetched`, async () => {
		const { tab, trouble } = await open(name);

		trouble.push(...(await lookAt(tab)));
		assert.equal(await tab.$$eval('script, img, link, [src], [onerror]', (found) => found.length), 0);
		await tab.close();
		assert.deepEqual(trouble, []);
	});

	test(`changes, ${name}: it is right HTML`, async () => {
		assert.deepEqual(await faultsOf(`${FOLDER}/${name}.html`), []);
	});
}

test('changes: words that came and went are told by more than their colour', async () => {
	const { tab } = await open('example');
	const lines = await tab.$$eval('del, ins', (found) =>
		found.map((word) => [word.textContent, getComputedStyle(word).textDecorationLine]),
	);

	await tab.close();
	assert.ok(lines.length > 4);
	for (const [words, line] of lines) {
		assert.match(words, /^\[(removed|added): .*\]$/s);
		assert.equal(line, words.startsWith('[removed') ? 'line-through' : 'underline');
	}
});

test('changes: every table has its headers, and no heading is skipped', async () => {
	const { tab } = await open('example');
	const heads = await tab.$$eval('table', (found) =>
		found.map((table) => [...table.querySelectorAll('th')].map((cell) => `${cell.scope} ${cell.innerText}`)),
	);
	const levels = await tab.$$eval('h1, h2, h3, h4, h5, h6', (found) =>
		found.map(({ localName }) => Number(localName.slice(1))),
	);

	await tab.close();
	assert.ok(heads.length > 4);
	for (const head of heads)
		assert.deepEqual(head, ['col What changed', 'col Before', 'col Now']);
	levels.forEach((level, i) => assert.ok(i === 0 ? level === 1 : level <= levels[i - 1] + 1));
});
