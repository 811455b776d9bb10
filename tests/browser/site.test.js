// The pages that `make site` builds, as people see them: in a browser at three
// widths, light and dark, with nothing but the files of the site. SITE=DIR is another.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { after, before, test } = require('node:test');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { launch, lookAt, faultsOf } = require('./pages.js');
const { at } = require('./project.js');

const SITE = path.resolve(process.env.SITE ?? at('build/site'));
const pages = fs
	.readdirSync(SITE, { recursive: true })
	.map(String)
	.filter((name) => name.endsWith('.html'))
	.sort();
// Pages of one kind in one folder are alike: the first is looked at in every way,
// the others once, at the narrowest.
const isFirst = (page) =>
	!/\/(actions|leads|themes)\//.test(page) ||
	page === pages.find((other) => path.dirname(other) === path.dirname(page));
const addressOf = (page) => pathToFileURL(path.join(SITE, page)).href;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test('there are pages', () => assert.ok(pages.includes('index.html')));

// Opens a page; what it does that no page may do is added to `trouble`.
async function open(page, trouble) {
	const tab = await browser.newPage();

	tab.on('console', (message) => trouble.push(`console: ${message.text()}`));
	tab.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
	tab.on('requestfailed', (request) => trouble.push(`failed: ${request.url()}`));
	tab.on('request', (request) => {
		if (!request.url().startsWith(addressOf('')))
			trouble.push(`request: ${request.url()}`);
	});
	await tab.goto(addressOf(page));
	return tab;
}

for (const page of pages) {
	test(`${page}: nobody is shut out, and nothing is asked of the network`, async () => {
		const trouble = [];
		const tab = await open(page, trouble);

		trouble.push(...(await lookAt(tab, isFirst(page))));
		await tab.close();
		assert.deepEqual(trouble, []);
	});

	test(`${page}: it is right HTML`, async () => {
		assert.deepEqual(await faultsOf(path.join(SITE, page)), []);
	});
}

// The ids of a page, and the addresses that it names.
async function read(page) {
	const tab = await open(page, []);
	const ids = await tab.$$eval('[id]', (elements) => elements.map(({ id }) => id));
	const links = await tab.$$eval('[href], [src]', (elements) =>
		elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src')),
	);

	await tab.close();
	return { ids, links };
}

test('every link inside the site leads to a file and a place in it', async () => {
	const contents = new Map();
	const broken = [];
	let followed = 0;

	for (const page of pages)
		contents.set(addressOf(page), await read(page));
	for (const [from, { links }] of contents)
		for (const link of links) {
			const { protocol, origin, pathname, hash } = new URL(link, from);
			const id = decodeURIComponent(hash.slice(1));

			if (protocol !== 'file:')
				continue;
			const to = `file://${pathname}`;
			const file = fileURLToPath(to);

			followed++;
			if (!file.startsWith(SITE + path.sep) || !fs.statSync(file, { throwIfNoEntry: false })?.isFile())
				broken.push(`${from}: ${link}: no file`);
			else if (id && !contents.get(to)?.ids.includes(id))
				broken.push(`${from}: ${link}: no such id`);
		}
	assert.deepEqual(broken, []);
	assert.ok(followed > pages.length);
});
