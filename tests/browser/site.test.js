// The pages that `make site` builds, as people see them: in a browser at three widths, light
// and dark, served with the strictest policy. SITE=DIR is another site.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { after, before, describe, test } = require('node:test');
const { launch, lookAt, faultsOf } = require('./pages.js');
const { at } = require('./project.js');
const { serve } = require('./serve.js');

const SITE = path.resolve(process.env.SITE ?? at('build/site'));
const pages = fs
	.readdirSync(SITE, { recursive: true })
	.map(String)
	.filter((name) => name.endsWith('.html'))
	.sort();

// Pages of one kind are alike: the first is looked at in every way, the others once, at
// the narrowest.
const kindOf = (page) =>
	page
		.split('/')
		.map((part, i, { length }) => (i < length - 1 && !/^(actions|leads|themes)$/.test(part) ? '*' : part))
		.join('/')
		.replace(/(actions|leads|themes)\/.*/, '$1');
const isFirst = (page) => page === pages.find((other) => kindOf(other) === kindOf(page));
const isOld = (page) => fs.readFileSync(path.join(SITE, page), 'utf8').includes('http-equiv="refresh"');

let browser;
let server;
before(async () => {
	server = await serve(SITE);
	browser = await launch();
});
after(async () => {
	await browser.close();
	server.close();
});

test('there are pages', () => assert.ok(pages.includes('index.html')));

// Opens a page; what it does that no page may do is added to `trouble`.
async function open(page, trouble) {
	const tab = await browser.newPage();

	tab.on('console', (message) => trouble.push(`console: ${message.text()}`));
	tab.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
	tab.on('requestfailed', (request) => trouble.push(`failed: ${request.url()}`));
	tab.on('request', (request) => {
		if (!request.url().startsWith(server.base))
			trouble.push(`request: ${request.url()}`);
	});
	tab.on('response', (response) => {
		if (response.status() !== 200)
			trouble.push(`${response.status()}: ${response.url()}`);
	});
	await tab.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			console.error(`policy: ${violatedDirective}: ${blockedURI}`),
		);
	});
	await tab.goto(server.base + page);
	return tab;
}

describe('in a browser', { concurrency: 2 }, () => {
	for (const page of pages)
		test(`${page}: nobody is shut out, and nothing is asked of the network`, async () => {
			const trouble = [];
			const tab = await open(page, trouble);

			if (isOld(page))
				await tab.waitForURL((url) => url.href !== server.base + page);
			else
				trouble.push(...(await lookAt(tab, isFirst(page))));
			await tab.close();
			assert.deepEqual(trouble, []);
		});
});

for (const page of pages)
	test(`${page}: it is right HTML`, async () => {
		assert.deepEqual(await faultsOf(path.join(SITE, page)), []);
	});

test('an old address leads on to the action', async () => {
	for (const page of pages.filter(isOld)) {
		const [, to] = fs
			.readFileSync(path.join(SITE, page), 'utf8')
			.match(/http-equiv="refresh" content="0; url=([^"]*)"/);

		assert.ok(pages.includes(path.posix.join(path.posix.dirname(page), to)), `${page}: ${to}`);
	}
});

// The ids of a page, and the addresses that it names, without a browser's help: the script
// adds nothing that others could lead to.
function read(page) {
	const text = fs.readFileSync(path.join(SITE, page), 'utf8');
	const plain = (value) => value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
	const all = (pattern) => [...text.matchAll(pattern)].map(([, value]) => plain(value));

	return {
		ids: new Set(all(/<[a-z0-9]+ (?:[^<>]* )?id="([^"]*)"/g)),
		links: all(/<[a-z0-9]+ (?:[^<>]* )?(?:href|src)="([^"]*)"/g),
	};
}

test('every link inside the site leads to a file and a place in it', () => {
	const contents = new Map(pages.map((page) => [page, read(page)]));
	const broken = [];
	let followed = 0;

	for (const [from, { links }] of contents)
		for (const link of links) {
			const base = `http://site/${from}`;
			const { host, pathname, hash } = new URL(link, base);
			const to = decodeURIComponent(pathname.slice(1));
			const id = decodeURIComponent(hash.slice(1));

			if (host !== 'site')
				continue;
			followed++;
			// A way up that leads out of the folder is shortened by browsers.
			if (link.startsWith('/') || (link.match(/\.\.\//g) ?? []).length > from.split('/').length - 1)
				broken.push(`${from}: ${link}: out of the folder`);
			else if (!fs.statSync(path.join(SITE, to), { throwIfNoEntry: false })?.isFile())
				broken.push(`${from}: ${link}: no file`);
			else if (id && !contents.get(to)?.ids.has(id))
				broken.push(`${from}: ${link}: no such id`);
		}
	assert.deepEqual(broken, []);
	assert.ok(followed > pages.length);
});
