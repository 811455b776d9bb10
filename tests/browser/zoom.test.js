// Pages for those who have set their browser in a way of their own: at 400 % zoom, with
// letters and lines spread out (WCAG 1.4.10, 1.4.12 and 2.4.11), in colours of their own,
// and without motion.
'use strict';

const assert = require('node:assert/strict');
const { after, before, describe, test } = require('node:test');
const { pathToFileURL } = require('node:url');
const { launch } = require('./pages.js');
const { at } = require('./project.js');

// One of each kind; the plans that have the longest words and the most pictures.
const PAGES = [
	'site/index.html',
	'site/about.html',
	'site/sefton/index.html',
	'site/sefton/year-1-delivery-plan/index.html',
	'site/colchester/future-workforce-plan/index.html',
	'example-site/anytown/warm-homes-plan/index.html',
	'example-site/anytown/warm-homes-plan/calendar.html',
	'example-site/anytown/warm-homes-plan/changes.html',
	'example-site/anytown/warm-homes-plan/themes/damp.html',
	'example-site/anytown/warm-homes-plan/actions/damp-survey.html',
	'example-site/anytown/warm-homes-plan/actions/insulate-homes.html',
	'example-site/anytown/leads/head-of-housing.html',
];

// A screen of 1280 × 1024 at 400 %, and as it is.
const ZOOMED = { width: 320, height: 256 };
const WHOLE = { width: 1280, height: 1024 };
const MOST_STOPS = 40;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Everything on it is shown. From a file path no policy forbids a style of the test's own.
async function open(page, viewport, media = {}) {
	const tab = await browser.newPage({ viewport, ...media });

	await tab.goto(pathToFileURL(at(`build/${page}`)).href);
	await tab.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
	return tab;
}

// What scrolls to the side, or is cut off because its box does not grow with it. What is
// for readers of screens alone is a point on the page.
const cutOff = (tab) =>
	tab.evaluate(() => {
		const found = [];
		const isSpoken = (element) => {
			for (let above = element; above; above = above.parentElement)
				if (getComputedStyle(above).clipPath !== 'none')
					return true;
			return false;
		};
		const add = (what, element) => {
			if (!isSpoken(element))
				found.push(`${what}: ${element.outerHTML.slice(0, 100)}`);
		};

		if (document.scrollingElement.scrollWidth > innerWidth)
			found.push(`scrolls sideways to ${document.scrollingElement.scrollWidth}`);
		for (const element of document.querySelectorAll('body *:not(svg, svg *)')) {
			const { overflowX, overflowY } = getComputedStyle(element);

			if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
				add('too wide', element);
			if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
				add('too high', element);
		}
		for (const text of document.querySelectorAll('svg text')) {
			const box = text.getBoundingClientRect();
			const picture = text.ownerSVGElement.getBoundingClientRect();

			if (box.width && (box.left < picture.left - 1 || box.right > picture.right + 1))
				add('words out of their picture', text);
		}
		return found;
	});

// The words that can be seen or are read out, line by line, but for those in pictures,
// which stand beside these too, and the count of what is found, which is told later.
const wordsOf = (tab) =>
	tab.evaluate(() => {
		document.querySelectorAll('svg, .count').forEach((element) => element.remove());
		return document.body.innerText.split(/\s*[\n\t]\s*/).sort();
	});

const SPREAD = `
	* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
	p { margin-bottom: 2em !important }`;

const countMoving = (tab) =>
	tab.$$eval('*', (all) =>
		all.filter((element) => {
			const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(element);

			return animationName !== 'none' || scrollBehavior !== 'auto' || transitionDuration !== '0s';
		}).length,
	);

describe('zoom', { concurrency: 2 }, () => {
	for (const page of PAGES) {
		test(`${page}: nothing is lost at 400 %, spread out or not, and it scrolls one way`, async () => {
			const whole = await open(page, WHOLE, { reducedMotion: 'reduce' });
			const tab = await open(page, ZOOMED);

			assert.equal(await countMoving(whole), 0);
			assert.deepEqual(await cutOff(tab), []);
			for (const one of [whole, tab]) {
				await one.addStyleTag({ content: SPREAD });
				assert.deepEqual(await cutOff(one), [], 'spread out');
			}
			const words = new Set(await wordsOf(tab));

			assert.deepEqual((await wordsOf(whole)).filter((line) => !words.has(line)), []);
			await tab.close();
			await whole.close();
		});

		test(`${page}: at 400 % what has the focus can be seen`, async () => {
			const tab = await open(page, ZOOMED);
			let stops = 0;

			for (; stops < MOST_STOPS; stops++) {
				await tab.keyboard.press('Tab');
				const { isAtEnd, isSeen, name } = await tab.evaluate(() => {
					const focused = document.activeElement;
					const [{ left, top, width, height }] = focused.getClientRects();
					const y = Math.min(Math.max(top + height / 2, 1), innerHeight - 1);
					const seen = document.elementFromPoint(left + Math.min(width / 2, 5), y);

					return {
						isAtEnd: focused === document.body,
						isSeen: top < innerHeight && top + height > 0 && focused.contains(seen),
						name: focused.outerHTML.slice(0, 100),
					};
				});

				if (isAtEnd)
					break;
				assert.ok(isSeen, name);
			}
			assert.ok(stops > 2);
			await tab.close();
		});
	}
});

// In two colours a picture is told by its lines, patterns and shapes.
for (const colorScheme of ['light', 'dark'])
	test(`in colours of the reader’s own, ${colorScheme}, pictures stand out`, async () => {
		const tab = await open(PAGES[5], WHOLE, { forcedColors: 'active', colorScheme });
		const marks = await tab.evaluate(() => {
			const paper = getComputedStyle(document.body).backgroundColor;
			const isSeen = ({ fill, stroke }) =>
				[fill, stroke].some((colour) => colour !== 'none' && colour !== paper);

			return [...document.querySelectorAll(':is(.chart, .key, .shapes) :is(rect, path, line, circle, text)')]
				.map((mark) => [mark.outerHTML.slice(0, 80), isSeen(getComputedStyle(mark))]);
		});

		await tab.close();
		assert.ok(marks.length > 100);
		assert.deepEqual(marks.filter(([, isSeen]) => !isSeen), []);
	});
