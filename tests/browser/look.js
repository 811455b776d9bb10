// The tests that every site has to pass: as people see it, in a browser at three widths,
// light and dark, served with the strictest policy; and as it is written.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { after, before, describe, test } = require('node:test');
const { launch, lookAt, faultsOf } = require('./pages.js');
const { serve } = require('./serve.js');

const pagesOf = (site) =>
	fs
		.readdirSync(site, { recursive: true })
		.map(String)
		.filter((name) => name.endsWith('.html'))
		.sort();

// The page of an id that is gone leads on at once.
const leadsTo = (site, page) =>
	fs.readFileSync(path.join(site, page), 'utf8').match(/http-equiv="refresh" content="0; url=([^"]*)"/)?.[1];

// A tab that notes what a page does that no page may do, in `trouble`; of a page
// that leads on, requests may come to nothing.
async function newTab(browser, server) {
	const tab = await browser.newPage();
	const seen = { tab, trouble: [], isLeaving: false };
	const { trouble } = seen;

	tab.on('console', (message) => trouble.push(`console: ${message.text()}`));
	tab.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
	tab.on('requestfailed', (request) => {
		// Who leaves a page at once does not wait for its pictures.
		if (!(seen.isLeaving && request.failure().errorText === 'net::ERR_ABORTED'))
			trouble.push(`failed: ${request.url()}`);
	});
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
	return seen;
}

// Goes where a page leads to at once; after that, it leads nowhere.
async function leaveFor(seen, page, to) {
	const target = new URL(to, page).href;

	await seen.tab.goto(page, { waitUntil: 'commit' });
	await seen.tab.waitForURL(target);
	await seen.tab.route(target, (route) => route.abort('aborted'));
}

function lookInBrowser(site, pages) {
	const idle = [];
	let browser;
	let server;

	before(async () => {
		server = await serve(site);
		browser = await launch();
	});
	after(async () => {
		await browser.close();
		server.close();
	});

	for (const page of pages)
		test(`${page}: nobody is shut out, and nothing is asked of the network`, async () => {
			const seen = idle.pop() ?? (await newTab(browser, server));
			const to = leadsTo(site, page);

			seen.isLeaving = to !== undefined;
			if (to)
				await leaveFor(seen, server.base + page, to);
			await seen.tab.goto(server.base + page);
			seen.trouble.push(...(await lookAt(seen.tab)));
			assert.equal(seen.tab.url(), server.base + page);
			await seen.tab.unrouteAll();
			idle.push(seen);
			assert.deepEqual(seen.trouble.splice(0), []);
		});
}

// The ids of a page, and the addresses that it names, without a browser's help: the script
// adds nothing that others could lead to.
function read(site, page) {
	const text = fs.readFileSync(path.join(site, page), 'utf8');
	const plain = (value) => value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
	const all = (pattern) => [...text.matchAll(pattern)].map(([, value]) => plain(value));

	return {
		ids: new Set(all(/<[a-z0-9]+ (?:[^<>]* )?id="([^"]*)"/g)),
		links: all(/<[a-z0-9]+ (?:[^<>]* )?(?:href|src)="([^"]*)"/g),
	};
}

function followLinks(site, pages) {
	const contents = new Map(pages.map((page) => [page, read(site, page)]));
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
			else if (!fs.statSync(path.join(site, to), { throwIfNoEntry: false })?.isFile())
				broken.push(`${from}: ${link}: no file`);
			else if (id && !contents.get(to)?.ids.has(id))
				broken.push(`${from}: ${link}: no such id`);
		}
	assert.deepEqual(broken, []);
	assert.ok(followed > pages.length);
}

function lookAtSite(name, site) {
	const pages = pagesOf(site);

	describe(`${name}: in a browser`, { concurrency: 2 }, () => lookInBrowser(site, pages));

	describe(`${name}: as it is written`, () => {
		test('there are pages', () => assert.ok(pages.includes('index.html')));
		for (const page of pages)
			test(`${page}: it is right HTML`, async () => {
				assert.deepEqual(await faultsOf(path.join(site, page)), []);
			});
		test('every link inside the site leads to a file and a place in it', () =>
			followLinks(site, pages));
	});
}

module.exports = { leadsTo, lookAtSite, pagesOf };
