// The example's site as a folder on somebody's disk, whose name is a hard one: all pages
// are reached from the first by their links, with their look and their script.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { after, before, test } = require('node:test');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { pagesOf } = require('./look.js');
const { launch } = require('./pages.js');
const { at } = require('./project.js');

const FOLDER = at('build/browser/a site #1, 50% (é)?');
const HOME = pathToFileURL(FOLDER).href;

let browser;
before(async () => {
	fs.rmSync(FOLDER, { recursive: true, force: true });
	fs.cpSync(at('build/example-site'), FOLDER, { recursive: true });
	browser = await launch();
});
after(async () => {
	await browser.close();
	fs.rmSync(FOLDER, { recursive: true });
});

// All pages that links lead to, from the first on.
async function crawl(tab) {
	const seen = new Set();
	const waiting = [`${HOME}/index.html`];

	while (waiting.length) {
		const address = waiting.pop();

		if (seen.has(address))
			continue;
		seen.add(address);
		await tab.goto(address);
		assert.equal(await tab.$eval('body', (body) => getComputedStyle(body).margin), '0px', address);
		const links = await tab.$$eval('a[href]', (all) => all.map(({ href }) => href.replace(/#.*/, '')));

		waiting.push(...links.filter((link) => link.startsWith(HOME) && link.endsWith('.html')));
	}
	return [...seen].map((address) => fileURLToPath(address).slice(FOLDER.length + 1));
}

test('from a file path every page is reached', async () => {
	const trouble = [];
	const tab = await browser.newPage();

	tab.on('console', (message) => trouble.push(message.text()));
	tab.on('requestfailed', (request) => trouble.push(request.url()));
	tab.on('request', (request) => {
		if (!request.url().startsWith(HOME))
			trouble.push(request.url());
	});
	const reached = await crawl(tab);
	const missed = pagesOf(FOLDER).filter((page) => !reached.includes(page));

	assert.deepEqual(trouble, []);
	// The pages of ids that are gone are for those who come from elsewhere.
	assert.deepEqual(
		missed.map((page) => page.replace(/.*\//, '')).filter((name) => !/^(boiler-contract|insulate-homes)\.html$/.test(name)),
		[],
	);
	await tab.close();
});

test('from a file path actions are found by words', async () => {
	const tab = await browser.newPage();

	await tab.goto(`${HOME}/anytown/warm-homes-plan/index.html`);
	await tab.fill('.filter input', 'telephone');
	assert.equal(await tab.locator('.actions > tbody:visible').count(), 1);
	await tab.close();
});
