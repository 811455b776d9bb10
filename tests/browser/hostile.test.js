// Words that would do harm in every field of a plan and its council: in pages that a
// browser shows, in the document, read by GitHub's Markdown and by pandoc, and in the
// data they are words. csv, ics and atom: data.test.js, calendar.test.js and atom.test.js.
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { after, before, test } = require('node:test');
const { pathToFileURL } = require('node:url');
const { EVIL, buildEverything, spoiltPlan } = require('./everything.js');
const { launch } = require('./pages.js');
const { readYaml } = require('./project.js');

const site = buildEverything();

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// As a page shows a plain text: on one line, and without what no page may hold.
const shown = (text) =>
	text
		.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd')
		.replace(/[ \t\r\n]+/g, ' ')
		.trim();

const filesOf = (folder) =>
	fs
		.readdirSync(`${site}/${folder}`, { recursive: true })
		.map((name) => `${folder}/${name}`)
		.sort();

// What stands in an open page that no plan may put there.
const strangers = (tab) =>
	tab.evaluate(() => {
		const found = [];

		for (const element of document.querySelectorAll('*')) {
			for (const { name, value } of element.attributes)
				if (
					/^on|^style$|^srcdoc$/i.test(name) ||
					(/^(xlink:)?(href|src|action|data|content)$/i.test(name) &&
						/^(\d+; url=)?\s*(javascript|data|vbscript):/i.test(value))
				)
					found.push(`${element.tagName} ${name}=${value}`);
			if (/^(img|iframe|object|embed|form|base|style|foreignobject|animate|set)$/i.test(element.tagName))
				found.push(element.tagName);
			if (element.tagName === 'SCRIPT' && element.text && element.type !== 'application/ld+json')
				found.push(element.outerHTML);
		}
		return found;
	});

for (const [i, evil] of EVIL.entries()) {
	const words = JSON.stringify(evil).slice(0, 40);
	// The pages of ids that are gone lead on at once.
	const pages = filesOf(spoiltPlan(i).split('/')[0]).filter(
		(name) =>
			name.endsWith('.html') && !fs.readFileSync(`${site}/${name}`, 'utf8').includes('http-equiv'),
	);

	test(`html: ${words}`, async () => {
		const trouble = [];
		const tab = await browser.newPage();

		assert.ok(pages.length > 8);
		assert.ok(pages.includes(`${spoiltPlan(i)}/changes.html`));
		tab.on('dialog', (dialog) => {
			trouble.push(`dialog: ${dialog.message()}`);
			dialog.dismiss();
		});
		tab.on('console', (message) => trouble.push(`console: ${message.text()}`));
		tab.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
		tab.on('request', (request) => {
			if (!request.url().startsWith(pathToFileURL(site).href))
				trouble.push(`request: ${request.url()}`);
		});
		for (const page of pages) {
			const address = pathToFileURL(`${site}/${page}`).href;

			await tab.setViewportSize({ width: 320, height: 800 });
			await tab.goto(address);
			await tab.waitForLoadState();
			trouble.push(...(await strangers(tab)).map((stranger) => `${page}: ${stranger}`));
			const width = await tab.evaluate(() => document.scrollingElement.scrollWidth);

			if (width > 320)
				trouble.push(`${page}: scrolls sideways to ${width}`);
		}
		await tab.goto(pathToFileURL(`${site}/${spoiltPlan(i)}/index.html`).href);
		assert.ok(shown(await tab.textContent('h1')).includes(shown(evil)));
		await tab.close();
		assert.deepEqual(trouble, []);
	});
}

// ---------------------------------------------------------------- json

// Every text of the source with its path; a text in data stands at the same one.
function* textsOf(value, path = []) {
	if (typeof value === 'string')
		yield [path, value];
	else if (typeof value === 'object' && value !== null)
		for (const [key, item] of Object.entries(value))
			yield* textsOf(item, [...path, key]);
}

// What stands at a path, where shorter forms were written out.
function valueAt(data, path) {
	let value = data;

	for (const key of path)
		value = value?.[key];
	return typeof value === 'object' && value !== null ? value.text : value;
}

for (const [i, evil] of EVIL.entries())
	test(`json: ${JSON.stringify(evil).slice(0, 40)}`, () => {
		const source = readYaml(
			fs.readFileSync(`${site}/../plans/${spoiltPlan(i)}/plan.yaml`, 'utf8'),
		);
		const { plan } = JSON.parse(fs.readFileSync(`${site}/${spoiltPlan(i)}/plan.json`, 'utf8'));
		const evils = [...textsOf(source)].filter(([, text]) => text === evil);

		assert.ok(evils.length > 40);
		for (const [path, text] of evils)
			assert.equal(valueAt(plan, path), text, path.join('.'));
	});

// ---------------------------------------------------------------- markdown

function run(program, words, input) {
	const done = spawnSync(program, words, { input, maxBuffer: 1 << 28 });

	assert.equal(done.status, 0, String(done.stderr));
	return done.stdout;
}

const EXTENSIONS = ['table', 'autolink', 'strikethrough', 'footnotes', 'tasklist'];
const TAGS =
	'p|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|strong|em|code|pre|blockquote|hr|br|a|del|dl|dt|dd';

for (const [i, evil] of EVIL.entries())
	test(`markdown: ${JSON.stringify(evil).slice(0, 40)}`, () => {
		const markdown = fs.readFileSync(`${site}/${spoiltPlan(i)}/plan.md`);
		const words = [...EXTENSIONS.flatMap((name) => ['-e', name]), '--unsafe', '--to', 'html'];
		const html = String(run('cmark-gfm', words, markdown));

		for (const [tag] of html.matchAll(/<(?!\/)[^>]*>/g)) {
			assert.match(tag, new RegExp(`^<(${TAGS})[ />]`), tag);
			assert.doesNotMatch(tag, /\son|style=|(href|src)="\s*(javascript|data|vbscript):/i, tag);
		}
	});

// ---------------------------------------------------------------- pandoc

const wordsOf = (text) =>
	String(text)
		.match(/[\p{L}\p{N}]+/gu)
		.sort();

// To Word and back: every word is there that GitHub's reader shows. Pandoc's own form
// of Markdown has more marks than GitHub's, such as $ and ^; these are none of ours.
const plans = [
	['the real plans', 'sefton/year-1-delivery-plan'],
	['the real plans', 'colchester/future-workforce-plan'],
	['every field', 'exampleton/plan'],
	...EVIL.map((_, i) => ['words that would do harm', spoiltPlan(i)]),
];

for (const [what, plan] of plans)
	test(`pandoc: ${what}: ${plan}`, () => {
		const folder = what === 'the real plans' ? `${__dirname}/../../build/site` : site;
		const markdown = fs.readFileSync(`${folder}/${plan}/plan.md`);
		const plain = ['--to', 'plain', '--wrap', 'none'];
		const words = wordsOf(run('pandoc', ['--from', 'gfm', ...plain], markdown));

		assert.ok(words.length > 100);
		for (const form of plan.startsWith('evil') ? ['gfm'] : ['gfm', 'markdown']) {
			const word = run('pandoc', ['--from', form, '--to', 'docx', '-o', '-'], markdown);
			const back = run('pandoc', ['--from', 'docx', ...plain], word);

			assert.deepEqual(wordsOf(back), words, form);
		}
	});
