// The plan's page with the keyboard alone: the way past what stands at its top, its contents,
// the tables of actions, their filter, and the way back.
'use strict';

const assert = require('node:assert/strict');
const { after, before, test } = require('node:test');
const { launch } = require('./pages.js');
const { at } = require('./project.js');
const { serve } = require('./serve.js');

const PLAN = 'sefton/year-1-delivery-plan/index.html';

let browser;
let server;
before(async () => {
	server = await serve(at('build/site'));
	browser = await launch();
});
after(async () => {
	await browser.close();
	server.close();
});

async function open(page = PLAN) {
	const tab = await browser.newPage();

	await tab.setViewportSize({ width: 1200, height: 800 });
	await tab.goto(server.base + page);
	return tab;
}

const focused = (tab, selector) =>
	tab.evaluate((selector) => document.activeElement.matches(selector), selector);

// Goes on with Tab until something is reached; not for ever.
async function tabTo(tab, selector) {
	for (let i = 0; i < 400; i++) {
		await tab.keyboard.press('Tab');
		if (await focused(tab, selector))
			return;
	}
	assert.fail(`${selector} is never reached`);
}

const isInSight = (tab) =>
	tab.evaluate(() => {
		const { top, bottom } = document.activeElement.getBoundingClientRect();

		return top >= 0 && bottom <= innerHeight;
	});

const shown = (tab) => tab.locator('.actions > tbody:visible').count();
const told = (tab, words) => tab.getByText(words, { exact: true }).waitFor();

test('the first stop leads past the top of the page', async () => {
	const tab = await open();

	await tab.keyboard.press('Tab');
	assert.ok(await focused(tab, '.skip'));
	assert.ok(await isInSight(tab));
	await tab.keyboard.press('Enter');
	await tab.keyboard.press('Tab');
	assert.ok(await focused(tab, 'main a'));
	await tab.close();
});

test('the contents lead to a section, from which Tab goes on', async () => {
	const tab = await open();

	await tabTo(tab, '.contents a[href="#engagement"]');
	assert.ok(await isInSight(tab));
	await tab.keyboard.press('Enter');
	assert.equal(new URL(tab.url()).hash, '#engagement');
	await tab.keyboard.press('Tab');
	assert.ok(await focused(tab, '#engagement a'));
	assert.ok(await isInSight(tab));
	await tab.close();
});

test('what has the focus is never hidden by the head of a table', async () => {
	const tab = await open();

	await tabTo(tab, '.actions tbody th a');
	for (let i = 0; i < 40; i++) {
		await tab.keyboard.press(i < 25 ? 'Tab' : 'Shift+Tab');
		const isOnTop = await tab.evaluate(() => {
			const focused = document.activeElement;
			const { left, top, height } = focused.getClientRects()[0];

			return focused.contains(document.elementFromPoint(left + 2, top + height / 2));
		});

		assert.ok(isOnTop, await tab.evaluate(() => document.activeElement.outerHTML));
	}
	await tab.close();
});

test('actions are found by words, and by choice, and all shown again', async () => {
	const tab = await open();
	const all = await shown(tab);

	await tabTo(tab, '.filter input');
	await tab.keyboard.type('STAFF survey');
	const found = await shown(tab);

	assert.ok(found > 0 && found < all);
	await told(tab, `${found} of ${all} actions shown`);
	for (const text of await tab.locator('.actions > tbody:visible').allTextContents())
		assert.match(text, /staff[^]*survey|survey[^]*staff/i);

	await tabTo(tab, '.filter select[data-by="due"]');
	await tab.keyboard.press('ArrowDown');
	await tab.keyboard.press('Enter');
	assert.ok((await shown(tab)) <= found);
	await tabTo(tab, '.filter button');
	await tab.keyboard.press('Enter');
	assert.equal(await shown(tab), all);
	assert.ok(await focused(tab, '.filter input'));
	assert.equal(await tab.inputValue('.filter input'), '');
	await told(tab, `${all} of ${all} actions shown`);
	await tab.close();
});

test('each list leaves just the actions that it names', async () => {
	const tab = await open();

	for (const by of ['theme', 'lead', 'due']) {
		const list = tab.locator(`.filter select[data-by="${by}"]`);
		let sum = 0;

		for (const option of await list.locator('option').all()) {
			const value = await option.getAttribute('value');

			if (!value)
				continue;
			await list.selectOption(value);
			assert.ok((await shown(tab)) > 0, `${by}: ${value}`);
			sum += await shown(tab);
		}
		await list.selectOption('');
		// An action may have several leads.
		assert.ok(by === 'lead' ? sum >= (await shown(tab)) : sum === (await shown(tab)), by);
	}
	await tab.close();
});

test('from an action, back to the plan: what was chosen is still there, and the place', async () => {
	const tab = await open();

	await tabTo(tab, '.filter input');
	await tab.keyboard.type('apprentice');
	const found = await shown(tab);

	// Not the first that is left, so that the page has to scroll.
	for (let i = 0; i < 4; i++)
		await tabTo(tab, '.actions tbody th a');
	const place = await tab.evaluate(() => scrollY);
	const page = await tab.evaluate(() => document.activeElement.href);

	await tab.keyboard.press('Enter');
	await tab.waitForURL(page);
	// Its key is the browser's own, and goes past the page.
	await tab.goBack();
	assert.equal(await tab.inputValue('.filter input'), 'apprentice');
	assert.equal(await shown(tab), found);
	await tab.waitForFunction((place) => Math.abs(scrollY - place) < 5, place);
	await tab.close();
});

test('from a section, back to the contents that led there', async () => {
	const tab = await open();

	await tabTo(tab, '.contents a[href="#engagement"]');
	const place = await tab.evaluate(() => scrollY);

	await tab.keyboard.press('Enter');
	await tab.waitForFunction((place) => scrollY > place, place);
	await tab.goBack();
	await tab.waitForFunction((place) => Math.abs(scrollY - place) < 5, place);
	await tab.keyboard.press('Tab');
	assert.ok(await isInSight(tab));
	await tab.close();
});

test('a link to an action that is not shown shows it', async () => {
	const tab = await open();
	const all = await shown(tab);

	await tab.fill('.filter input', 'no action says this');
	assert.equal(await shown(tab), 0);
	await tab.evaluate(() => (location.hash = '#staff-survey'));
	await tab.waitForFunction(() => document.querySelector('#staff-survey').getClientRects().length);
	assert.equal(await shown(tab), all);
	await tab.close();
});

test('without the script all is there, and no controls that do nothing', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const tab = await context.newPage();

	await tab.goto(server.base + PLAN);
	assert.equal(await tab.locator('.filter').count(), 0);
	assert.equal(await shown(tab), await tab.locator('.actions > tbody').count());
	await context.close();
});
