// The news of `planc build --formats atom`, read back by a reader of Debian's: they are
// what `planc log` tells of a plan, of the example, the real plans and those made for tests;
// and what RFC 4287 asks for that readers do without.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { test } = require('node:test');
const { at } = require('./project.js');
const { EVIL, buildEverything, spoiltPlan } = require('./everything.js');

const made = buildEverything();
const EXAMPLE = 'anytown/warm-homes-plan';
const plans = [
	['.', at('build/site'), 'sefton/year-1-delivery-plan'],
	['.', at('build/site'), 'colchester/future-workforce-plan'],
	['build/example', at('build/example-site'), EXAMPLE],
	[path.dirname(made), made, 'exampleton/plan'],
	[path.dirname(made), made, 'exampleton/hostile'],
	...EVIL.map((_, i) => [path.dirname(made), made, spoiltPlan(i)]),
];

// Where a reader finds the site.
const HOME = 'https://plans.example/of/councils/';
const MOST_ENTRIES = 100;

const planc = (...words) => execFileSync(at('build/planc'), words, { cwd: at('.'), encoding: 'utf8' });
const textOf = (site, plan) => fs.readFileSync(`${site}/${plan}/changes.atom`);
const exists = (site, plan) => fs.existsSync(`${site}/${plan}/changes.atom`);

function readFeed(site, plan) {
	const words = [at('tests/browser/atom.py'), `${HOME}${plan}/changes.atom`];
	// Debian's package is of Debian's Python.
	const feed = JSON.parse(
		execFileSync('/usr/bin/python3', words, { input: textOf(site, plan), encoding: 'utf8' }),
	);

	assert.equal(feed.version, 'atom10');
	assert.equal(feed.fault, null);
	return feed;
}

const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

// What `planc log` tells of a plan, by address; what came with the plan itself is no news.
function newsOf(folder, plan) {
	const { entries } = JSON.parse(planc('log', '-C', folder, '--format', 'json'));
	const own = entries.filter(({ address }) => address === plan || address.startsWith(`${plan}#`));
	const news = new Map();

	for (const entry of own.filter(({ commit }) => commit !== own[0].commit))
		news.set(entry.address, [...(news.get(entry.address) ?? []), entry]);
	return { entries: own, news };
}

// As a reader of news shows a text: on one line.
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

// "14 November 2023".
const dayOf = (at) =>
	new Date(`${at}T00:00:00Z`).toLocaleDateString('en-GB', {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC',
	});

for (const [folder, site, plan] of plans.filter(([, site, plan]) => exists(site, plan))) {
	test(`${plan}: changes.atom tells what planc log tells`, () => {
		const { entries: told, news } = newsOf(folder, plan);
		const { updated, entries } = readFeed(site, plan);
		const days = [...news.values()].map((changes) => changes.at(-1).at);
		const stamps = days.map((day) => `${day}T00:00:00Z`).sort().reverse();

		assert.equal(entries.length, Math.min(news.size, MOST_ENTRIES));
		assert.deepEqual(entries.map((entry) => entry.updated), stamps.slice(0, MOST_ENTRIES));
		assert.equal(updated, stamps[0] ?? `${told[0]?.at}T00:00:00Z`);
		for (const { content } of entries) {
			assert.equal(content.length, 1);
			assert.equal(content[0].type, 'text/plain');
		}
		const lines = entries.map(({ content }) => content[0].value.trim().split('\n'));
		const wanted = [...news.values()].map((changes) => changes.map(({ at }) => dayOf(at)).reverse());
		const daysOf = (texts) => texts.map((text) => text.replace(/: .*/, ''));

		assert.deepEqual(lines.map(daysOf).map(String).sort(), wanted.map(String).sort());
	});

	test(`${plan}: each entry has an id of its own, and leads to a page`, () => {
		const feed = readFeed(site, plan);
		const ids = [feed.id, ...feed.entries.map(({ id }) => id)];

		assert.equal(new Set(ids).size, ids.length);
		for (const id of ids)
			assert.match(id, uuid);
		for (const { links, title } of [feed, ...feed.entries]) {
			assert.ok(links.alternate.startsWith(HOME), links.alternate);
			assert.ok(fs.existsSync(path.join(site, links.alternate.slice(HOME.length))), links.alternate);
			assert.ok(oneLine(title).length > 0);
		}
		assert.equal(feed.links.self, `${HOME}${plan}/changes.atom`);
		assert.ok(oneLine(feed.author).length > 0);
	});

	test(`${plan}: changes.atom is as RFC 4287 says`, () => {
		const { root } = readFeed(site, plan);

		assert.equal(root.name, 'feed');
		isComplete(root, ['author', 'entry', 'generator', 'id', 'link', 'title', 'updated']);
		assert.equal(root.children.filter(({ name }) => name === 'author').length, 1);
		for (const entry of root.children.filter(({ name }) => name === 'entry'))
			isComplete(entry, ['content', 'id', 'link', 'title', 'updated']);
	});
}

// Sections 4.1.1 and 4.1.2: what there is once, what there may be, and a single link of
// each relation. A construct of text has no elements in it.
function isComplete({ children }, allowed) {
	const named = (name) => children.filter((child) => child.name === name);
	const relations = named('link').map(({ attributes }) => attributes.rel);

	for (const name of ['id', 'title', 'updated']) {
		assert.equal(named(name).length, 1, name);
		assert.ok(named(name)[0].text.trim().length > 0, name);
	}
	for (const { name, children: inside } of children) {
		assert.ok(allowed.includes(name), name);
		assert.ok(name === 'entry' || name === 'author' || inside.length === 0, name);
	}
	assert.ok(relations.includes('alternate'));
	assert.equal(new Set(relations).size, relations.length);
	assert.match(named('updated')[0].text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
}

test('there are news', () => {
	assert.ok(readFeed(at('build/example-site'), EXAMPLE).entries.length > 5);
	for (let i = 0; i < EVIL.length; i++)
		assert.equal(readFeed(made, spoiltPlan(i)).entries.length, 2);
});

test('words that would do harm come back as words', () => {
	for (const [i, evil] of EVIL.entries()) {
		const plain = oneLine(evil.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd'));
		const { root } = readFeed(made, spoiltPlan(i));
		const [title] = root.children.filter(({ name }) => name === 'title');
		const [author] = root.children.filter(({ name }) => name === 'author');

		assert.ok(oneLine(title.text).endsWith(plain), title.text);
		assert.equal(oneLine(author.children[0].text), plain);
	}
});

// Builds the example, or a copy of it, somewhere else.
function buildExample(name, words, folder = 'build/example') {
	const site = at(`build/browser/atom-${name}`);

	fs.rmSync(site, { recursive: true, force: true });
	planc('build', '-q', '-C', folder, '--formats', 'html,atom', '-o', site, ...words);
	return site;
}

const idsByPage = ({ entries }) => new Map(entries.map(({ id, links }) => [links.alternate, id]));

test('what was in the news before keeps its id when there are more', () => {
	const now = idsByPage(readFeed(at('build/example-site'), EXAMPLE));
	const early = readFeed(buildExample('before', ['--rev', 'main~3']), EXAMPLE);

	assert.ok(early.entries.length > 3);
	assert.equal(early.id, readFeed(at('build/example-site'), EXAMPLE).id);
	for (const [page, id] of idsByPage(early))
		assert.equal(now.get(page), id, page);
});

test('the same news are the same bytes, whatever day it is', () => {
	const site = buildExample('later', ['--as-of', '2030-01-01']);

	assert.deepEqual(textOf(site, EXAMPLE), textOf(at('build/example-site'), EXAMPLE));
});

test('with an address of its own a feed names whole addresses', () => {
	const folder = at('build/browser/atom-repository');

	fs.rmSync(folder, { recursive: true, force: true });
	execFileSync(at('tests/history/build'), [folder]);
	fs.writeFileSync(`${folder}/planc.yaml`, 'base_url: https://plans.anytown.example/\n');
	const site = buildExample('address', [], folder);
	const { root } = readFeed(site, EXAMPLE);
	const links = (element) => element.children.filter(({ name }) => name === 'link');
	const all = [root, ...root.children].flatMap(links).map(({ attributes }) => attributes);

	assert.ok(all.length > 5);
	for (const { rel, href } of all) {
		const [, page] = /^https:\/\/plans\.anytown\.example\/(.*)$/.exec(href);

		assert.ok(fs.existsSync(`${site}/${page}`), href);
		assert.equal(rel === 'self', page === `${EXAMPLE}/changes.atom`);
	}
});
