// The plans on paper, as Chromium prints them to PDF and pdftotext reads them back.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
const { after, before, test } = require('node:test');
const { pathToFileURL } = require('node:url');
const { launch } = require('./pages.js');
const { at } = require('./project.js');

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// The words of each sheet.
async function print(page) {
	const file = at('build/browser/paper.pdf');
	const tab = await browser.newPage();

	await tab.goto(pathToFileURL(at(`build/site/${page}`)).href);
	await tab.pdf({ path: file, preferCSSPageSize: true });
	await tab.close();
	const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

	fs.rmSync(file);
	return text.split('\f').slice(0, -1);
}

// Words without what lines make of them.
const plain = (text) => text.replace(/\s+/g, ' ');

for (const [page, title, isDraft] of [
	['sefton/year-1-delivery-plan/index.html', 'Year 1 Delivery Plan', false],
	['colchester/future-workforce-plan/index.html', 'Future Workforce Plan', true],
]) {
	test(`${page}: a document`, async () => {
		const sheets = await print(page);

		assert.ok(sheets.length >= 5 && sheets.length <= 60, `${sheets.length} sheets`);
		assert.match(plain(sheets[0]), /Period/);
		assert.match(sheets[1], /Contents/);
		sheets.forEach((sheet, i) => {
			assert.ok(plain(sheet).includes(title), `sheet ${i + 1} does not say what it is of`);
			assert.ok(plain(sheet).includes(`${i + 1} / ${sheets.length}`), `sheet ${i + 1} has no number`);
			assert.equal(sheet.includes('DRAFT'), isDraft, `the mark of sheet ${i + 1}`);
		});
		assert.ok(!sheets.some((sheet) => sheet.includes('Skip to the main part')));
	});

	test(`${page}: no action is cut in two`, async () => {
		const sheets = (await print(page)).map(plain);
		const plan = JSON.parse(fs.readFileSync(at(`build/site/${page.replace('index.html', 'plan.json')}`), 'utf8')).plan;
		const actions = plan.themes.flatMap((theme) => theme.actions);
		let looked = 0;

		// The first line of the first column, and that of the last thing in the last one.
		for (const { activity, measures } of actions) {
			const last = measures?.at(-1);
			const ends = [activity, last?.text ?? last?.indicator ?? last].map(
				(text) => /^[A-Za-z]+ [A-Za-z]+ [A-Za-z]+(?= )/.exec(text ?? '')?.[0],
			);

			if (ends.some((end) => !end))
				continue;
			looked++;
			assert.ok(
				sheets.some((sheet) => ends.every((end) => sheet.includes(end))),
				ends.join(' … '),
			);
		}
		assert.ok(looked > actions.length / 2, `${looked} of ${actions.length}`);
	});
}
