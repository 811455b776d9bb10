// A site in two languages, with a history: it is as good as any other, and each page
// that there is in the other language leads to it, and back.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { test } = require('node:test');
const { makeHistory } = require('./history.js');
const { leadsTo, lookAtSite, pagesOf } = require('./look.js');
const { at } = require('./project.js');

// ---------------------------------------------------------------- plans

const council = {
	name: { en: 'Anytown Council', cy: 'Cyngor Anytown' },
	code: 'E00000001',
	website: 'https://anytown.example',
	people: {
		'head-of-housing': { name: { en: 'Head of Housing', cy: 'Pennaeth Tai' }, kind: 'role', short: 'HoH' },
		'repairs-manager': { name: { en: 'Repairs Manager', cy: 'Rheolwr Atgyweirio' }, kind: 'role' },
	},
};

const answers = (target, actuals) => ({
	id: 'answers',
	indicator: { en: 'Share of tenants who answer', cy: 'Cyfran y tenantiaid sy’n ateb' },
	unit: '%',
	direction: 'up',
	baseline: { value: 20, at: '2024-03' },
	target,
	by: '2025-03',
	source: { en: 'Survey', cy: 'Arolwg' },
	actuals,
});

const survey = {
	id: 'survey',
	title: { en: 'Survey of tenants', cy: 'Arolwg o denantiaid' },
	activity: { en: 'Ask all tenants how they live.', cy: 'Gofyn i bob tenant sut maen nhw’n byw.' },
	outcomes: [{ en: 'We know what to mend.', cy: 'Rydym yn gwybod beth i’w drwsio.' }],
	lead: 'head-of-housing',
	due: '2024-09',
	status: 'not-started',
	measures: [answers('at least 60%', [])],
	milestones: [{ id: 'letters', what: { en: 'Letters are sent', cy: 'Anfonir llythyrau' }, due: '2024-06-30' }],
};

const repairs = {
	id: 'repairs',
	activity: { en: 'Mend what tenants report within a week.', cy: 'Trwsio’r hyn a adroddir o fewn wythnos.' },
	lead: ['repairs-manager', 'head-of-housing'],
	accountable: 'repairs-manager',
	start: '2024-05',
	ongoing: true,
	every: 'quarter',
	depends_on: ['survey', 'anytown/roads#road'],
	outcomes: [{ en: 'Homes are dry.', cy: 'Mae cartrefi’n sych.' }],
	measures: [{ text: { en: 'Fewer complaints', cy: 'Llai o gwynion' } }],
	notes: [{ en: 'Paid from rents.', cy: 'Telir o renti.' }],
};

const homes = (status, actions) => ({
	title: { en: 'Homes Plan', cy: 'Cynllun Tai' },
	status,
	kind: 'delivery',
	languages: ['en', 'cy'],
	period: '2024-04/2026-03',
	owner: 'head-of-housing',
	summary: { en: 'What we do about homes.', cy: 'Beth a wnawn am gartrefi.' },
	priorities: [{ id: 'warm', title: { en: 'Warm homes', cy: 'Cartrefi cynnes' } }],
	sections: [
		{
			id: 'figures',
			title: { en: 'Where we are', cy: 'Ble rydym ni' },
			body: { en: 'The homes that we own.', cy: 'Y cartrefi rydym yn berchen arnynt.' },
			figures: [
				{ id: 'flats', label: { en: 'Flats', cy: 'Fflatiau' }, value: 40, as_at: '2024-01' },
				{ id: 'houses', label: { en: 'Houses', cy: 'Tai' }, value: 60, as_at: '2024-01' },
			],
			sums: [{ total: 100, of: ['flats', 'houses'] }],
		},
	],
	themes: [
		{ id: 'care', title: { en: 'Care for homes', cy: 'Gofalu am gartrefi' }, supports: ['warm'], actions },
	],
});

// The Welsh come first here; the other plans that it names are not in all languages.
const roads = {
	title: { cy: 'Cynllun Ffyrdd', en: 'Roads Plan' },
	status: 'adopted',
	languages: ['cy', 'en'],
	period: '2024',
	actions: [
		{
			id: 'road',
			activity: { cy: 'Trwsio ffyrdd.', en: 'Mend roads.' },
			lead: 'head-of-housing',
			due: '2024-06',
			measures: [{ text: { cy: 'Ffyrdd heb dyllau', en: 'Roads without holes' } }],
		},
	],
};
const parks = {
	title: 'Parks Plan',
	status: 'draft',
	actions: [{ id: 'tree', activity: 'Plant trees.', lead: 'head-of-housing', depends_on: ['anytown/homes#repairs'] }],
};

const moved = {
	...survey,
	due: '2025-03',
	lead: 'repairs-manager',
	status: 'in-progress',
	revisions: [
		{ date: '2024-09-20', reason: { en: 'Few answered.', cy: 'Ychydig a atebodd.' }, cause: 'capacity' },
	],
	measures: [answers('at least 50%', [{ at: '2024-09', value: 31 }])],
};
const done = {
	...moved,
	id: 'survey-of-all',
	replaces: 'survey',
	status: 'done',
	done: '2025-03-14',
	milestones: [{ ...survey.milestones[0], status: 'done', done: '2024-07-02' }],
	measures: [answers('at least 50%', [{ at: '2024-09', value: 31 }, { at: '2025-03', value: 52 }])],
};
const later = { ...repairs, depends_on: ['survey-of-all', 'anytown/roads#road'], status: 'in-progress' };

const state = (plan) => ({
	'plans/planc.yaml': JSON.stringify({ title: { en: 'Plans of Anytown', cy: 'Cynlluniau Anytown' } }),
	'plans/anytown/council.yaml': JSON.stringify(council),
	'plans/anytown/homes/plan.yaml': JSON.stringify(plan),
	'plans/anytown/roads/plan.yaml': JSON.stringify(roads),
	'plans/anytown/parks/plan.yaml': JSON.stringify(parks),
});

const FOLDER = at('build/browser/languages');
const SITE = `${FOLDER}/site`;

makeHistory(FOLDER, [
	{ day: '2024-01-15', files: state(homes('draft', [survey])) },
	{ day: '2024-03-25', files: state(homes('adopted', [survey, repairs])) },
	{ day: '2024-09-20', files: state(homes('adopted', [moved, repairs])) },
	{ day: '2025-03-17', files: state(homes('adopted', [done, later])) },
]);
execFileSync(at('build/planc'), ['build', '-q', '--as-of', '2025-03-31', '-o', 'site'], { cwd: FOLDER });

lookAtSite('two languages', SITE);

// ---------------------------------------------------------------- pages

const NAMES = { en: 'English', cy: 'Cymraeg' };
const attribute = (tag, name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

// What a page says of its language, and of itself in others.
function read(page) {
	const text = fs.readFileSync(`${SITE}/${page}`, 'utf8');
	const to = (tag) => ({
		language: attribute(tag, 'hreflang'),
		page: path.posix.join(path.posix.dirname(page), attribute(tag, 'href')),
	});
	const [nav] = /<nav class="languages"[^]*?<\/nav>/.exec(text) ?? [''];
	const links = [...nav.matchAll(/(<a [^>]*>)([^<]*)<\/a>/g)];

	for (const [, tag, name] of links) {
		assert.equal(attribute(tag, 'lang'), attribute(tag, 'hreflang'), page);
		assert.equal(name, NAMES[attribute(tag, 'lang')], page);
	}
	return {
		language: attribute(/<html[^>]*>/.exec(text)[0], 'lang'),
		alternates: [...text.matchAll(/<link rel="alternate" hreflang[^>]*>/g)].map(([tag]) => to(tag)),
		links: links.map(([, tag]) => to(tag)),
	};
}

const contents = new Map(pagesOf(SITE).map((page) => [page, read(page)]));

// The language that a page has to be in: of its tree, or the first of its plan.
function languageOf(page) {
	const [, tree, plan] = /^(?:(cy|en)\/)?(?:anytown\/(homes|roads|parks)\/)?/.exec(page);

	return tree ?? (plan === 'roads' ? 'cy' : 'en');
}

test('a page is in the language of its tree', () => {
	for (const [page, { language }] of contents)
		assert.equal(language, languageOf(page), page);
});

test('plans have pages in the languages that they name, and in no other', () => {
	const has = (page) => contents.has(page);

	assert.ok(has('anytown/homes/index.html') && has('cy/anytown/homes/index.html'));
	assert.ok(has('anytown/roads/index.html') && has('en/anytown/roads/index.html'));
	assert.ok(has('anytown/parks/index.html'));
	assert.ok(![...contents.keys()].some((page) => /^(cy|en)\/.*\/parks\/|^cy.*\/roads\/|^en.*\/homes\//.test(page)));
});

test('a page leads to itself in the other language, which leads back', () => {
	let twins = 0;

	for (const [page, { language, alternates, links }] of contents) {
		assert.deepEqual(links, alternates, page);
		for (const other of alternates) {
			const twin = contents.get(other.page);

			twins++;
			assert.equal(twin?.language, other.language, `${page}: ${other.page}`);
			assert.notEqual(other.language, language);
			assert.ok(
				twin.alternates.some((back) => back.page === page && back.language === language),
				`${other.page} does not lead back to ${page}`,
			);
		}
	}
	assert.ok(twins > 20);
});

test('what there is in both languages has its twin', () => {
	for (const [page, { alternates }] of contents) {
		const [, tree, rest] = /^(?:(cy|en)\/)?(.*)/.exec(page);
		const others = ['', 'cy/', 'en/'].map((other) => other + rest);
		const twins = others.filter((other) => other !== page && contents.has(other) && languageOf(other) !== languageOf(page));

		assert.equal(alternates.length, twins.length, `${tree}: ${page}`);
	}
});

test('an id that is gone leads on in its own language', () => {
	for (const tree of ['', 'cy/']) {
		const to = leadsTo(SITE, `${tree}anytown/homes/actions/survey.html`);

		assert.equal(to, '../actions/survey-of-all.html');
	}
});

test('news are in the language of their tree', () => {
	const feeds = fs.readdirSync(SITE, { recursive: true }).filter((name) => name.endsWith('.atom'));
	const ids = new Set();

	for (const feed of feeds) {
		const text = fs.readFileSync(`${SITE}/${feed}`, 'utf8');

		assert.equal(attribute(/<feed[^>]*>/.exec(text)[0], 'xml:lang'), languageOf(feed), feed);
		ids.add(/<id>(.*)<\/id>/.exec(text)[1]);
	}
	assert.equal(feeds.length, 5);
	assert.equal(ids.size, feeds.length);
});
