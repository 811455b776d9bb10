// The plans on paper, as Chromium prints them to PDF and pdftotext reads them back.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
const { after, before, test } = require('node:test');
const { pathToFileURL } = require('node:url');
const { launch } = require('./pages.js');
const { at } = require('./project.js');

// Its title, whether it is a draft, and how many sheets it may take.
const PLANS = {
	'site/sefton/year-1-delivery-plan': ['Year 1 Delivery Plan', false, [10, 30]],
	'site/colchester/future-workforce-plan': ['Future Workforce Plan', true, [10, 30]],
	'example-site/anytown/warm-homes-plan': ['Warm Homes Plan', false, [5, 15]],
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function open(plan) {
	const tab = await browser.newPage();

	await tab.goto(pathToFileURL(at(`build/${plan}/index.html`)).href);
	return tab;
}

// The words of each sheet.
async function print(tab) {
	const file = at('build/browser/paper.pdf');

	await tab.pdf({ path: file, preferCSSPageSize: true });
	const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

	fs.rmSync(file);
	return text.split('\f').slice(0, -1);
}

// Words without what lines make of them.
const plain = (text) => text.replace(/\s+/g, ' ');

// Longer ones may be broken where a column is narrow.
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu).filter(({ length }) => length <= 10);

// How many of some words are not on a sheet, each as often as it is written.
function missing(words, sheet) {
	const left = new Map();

	for (const word of wordsOf(sheet))
		left.set(word, (left.get(word) ?? 0) + 1);
	return words.filter((word) => {
		left.set(word, (left.get(word) ?? 0) - 1);
		return left.get(word) < 0;
	});
}

for (const [plan, [title, isDraft, [fewest, most]]] of Object.entries(PLANS)) {
	test(`${plan}: a document`, async () => {
		const tab = await open(plan);
		const sheets = await print(tab);

		await tab.close();
		assert.ok(sheets.length >= fewest && sheets.length <= most, `${sheets.length} sheets`);
		assert.match(plain(sheets[0]), /Period/);
		assert.match(sheets[1], /Contents/);
		sheets.forEach((sheet, i) => {
			assert.ok(plain(sheet).includes(title), `sheet ${i + 1} does not say what it is of`);
			assert.ok(plain(sheet).includes(`${i + 1} / ${sheets.length}`), `sheet ${i + 1} has no number`);
			assert.equal(sheet.includes('DRAFT'), isDraft, `the mark of sheet ${i + 1}`);
		});
		assert.ok(!sheets.some((sheet) => sheet.includes('Skip to the main part')));
	});

	test(`${plan}: no action is cut in two`, async () => {
		const tab = await open(plan);

		await tab.emulateMedia({ media: 'print' });
		const actions = await tab.$$eval('.plan .actions > tbody', (all) => all.map(({ innerText }) => innerText));
		const sheets = await print(tab);

		await tab.close();
		assert.ok(actions.length > 5);
		for (const action of actions) {
			const words = wordsOf(action);
			const gaps = sheets.map((sheet) => missing(words, sheet)).sort((a, b) => a.length - b.length);

			assert.ok(words.length > 5);
			assert.deepEqual(gaps[0], [], action);
		}
	});

	// A part of a page that is not higher than a sheet and may not be cut stays whole.
	test(`${plan}: no picture is cut in two`, async () => {
		const tab = await open(plan);

		await tab.emulateMedia({ media: 'print' });
		const pictures = await tab.$$eval('.plan .chart', (all) =>
			all
				.filter((picture) => picture.checkVisibility())
				.map((picture) => [
					getComputedStyle(picture.closest('tr') ?? picture).breakInside,
					picture.getBoundingClientRect().height < 700,
				]),
		);

		await tab.close();
		assert.ok(pictures.length > 3);
		for (const [breakInside, isLow] of pictures)
			assert.ok(breakInside === 'avoid' && isLow);
	});

	test(`${plan}: no heading stands alone`, async () => {
		const tab = await open(plan);

		await tab.emulateMedia({ media: 'print' });
		const headings = await tab.$$eval('main :is(h2, h3, h4, h5)', (all) =>
			all
				.filter((heading) => heading.checkVisibility())
				.map((heading) => {
					let next = heading.nextElementSibling ?? heading.parentElement.nextElementSibling;

					while (next && !next.checkVisibility())
						next = next.nextElementSibling;
					// What comes behind it, unless that is the next heading as high as it is.
					return [
						heading.textContent,
						getComputedStyle(heading).breakAfter,
						next && (!/^H[1-6]$/.test(next.tagName) || next.tagName > heading.tagName),
					];
				}),
		);

		await tab.close();
		assert.ok(headings.length > 5);
		for (const [words, breakAfter, isFollowed] of headings)
			assert.ok(breakAfter === 'avoid' && isFollowed, words);
	});
}
