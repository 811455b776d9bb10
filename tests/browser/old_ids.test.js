// Ids of actions that are gone, in the example: each keeps its page and its place in the
// plan, and both lead to what goes on.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { after, before, test } = require('node:test');
const { launch } = require('./pages.js');
const { at } = require('./project.js');
const { serve } = require('./serve.js');

const SITE = at('build/example-site');
const PLAN = 'anytown/warm-homes-plan';
const { plan } = JSON.parse(fs.readFileSync(`${SITE}/${PLAN}/plan.json`, 'utf8'));
const actions = plan.themes.flatMap((theme) => theme.actions);
const idOf = (ref) => ref.id ?? ref;

// Each id that is gone, with the ids of the actions that name it.
const heirs = new Map();

for (const action of actions)
	for (const old of [...(action.replaces ?? []), ...(action.split_from ?? [])].map(idOf))
		heirs.set(old, [...(heirs.get(old) ?? []), action.id]);

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

test('an id was renamed, and one was split', () => {
	const counts = [...heirs.values()].map(({ length }) => length).sort();

	assert.deepEqual(counts, [1, 2]);
});

for (const [old, ids] of heirs) {
	test(`the page of ${old} leads to ${ids.join(' and ')}`, async () => {
		const tab = await browser.newPage();
		const pages = ids.map((id) => `${server.base}${PLAN}/actions/${id}.html`);

		const waitUntil = ids.length === 1 ? 'commit' : 'load';

		await tab.goto(`${server.base}${PLAN}/actions/${old}.html`, { waitUntil });
		if (ids.length === 1)
			await tab.waitForURL(pages[0]);
		else
			assert.deepEqual(await tab.$$eval('main li a', (all) => all.map(({ href }) => href)), pages);
		await tab.close();
	});

	test(`the place of ${old} in the plan is that of ${ids[0]}`, async () => {
		const tab = await browser.newPage();

		await tab.setViewportSize({ width: 768, height: 800 });
		await tab.goto(`${server.base}${PLAN}/index.html#${old}`);
		const { links, top } = await tab.evaluate((id) => {
			const action = document.getElementById(id).closest('tbody');

			return {
				links: [...action.querySelectorAll('a')].map((link) => link.getAttribute('href')),
				top: action.getBoundingClientRect().top,
			};
		}, old);

		await tab.close();
		assert.ok(links.includes(`actions/${ids[0]}.html`), links.join());
		assert.ok(top > -100 && top < 700, `it stands at ${top}`);
	});
}
