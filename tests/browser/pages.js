// Looking at pages of HTML: in a browser at three widths, light and dark, and at
// their source.
'use strict';

const axe = require('axe-core');
const { HtmlValidate } = require('html-validate');
const { chromium } = require('playwright-core');

const WIDTHS = [320, 768, 1440];
const SCHEMES = ['light', 'dark'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const launch = () =>
	chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});

// What axe finds, a line each.
async function barriers(tab) {
	const { violations } = await tab.evaluate(
		(values) => globalThis.axe.run({
				runOnly: { type: 'tag', values },
				resultTypes: ['violations'],
				preload: false,
			}),
		TAGS,
	);

	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
	);
}

// What shuts somebody out of an open page, at each width, light and dark.
async function lookAt(tab) {
	const trouble = [];

	await tab.evaluate(axe.source);
	await tab.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
	for (const colorScheme of SCHEMES)
		for (const width of WIDTHS) {
			await tab.emulateMedia({ colorScheme });
			await tab.setViewportSize({ width, height: 800 });
			const seen = await tab.evaluate(() => document.scrollingElement.scrollWidth);

			if (seen > width)
				trouble.push(`${colorScheme}, ${width}: scrolls sideways to ${seen}`);
			for (const barrier of await barriers(tab))
				trouble.push(`${colorScheme}, ${width}: ${barrier}`);
		}
	return trouble;
}

// An id of our own begins with _, so that no id of a plan can be it.
const validator = new HtmlValidate({
	root: true,
	extends: ['html-validate:recommended'],
	rules: { 'valid-id': ['error', { relaxed: true }] },
});

// What is not right HTML in a file.
async function faultsOf(file) {
	const { results } = await validator.validateFile(file);

	return results.flatMap(({ messages }) =>
		messages.map(({ line, column, ruleId, message }) => `${line}:${column}: ${message} [${ruleId}]`),
	);
}

module.exports = { launch, lookAt, faultsOf };
