// A site of plans that are made for tests: the one that gives every field (it stands
// in tests/unit/test_render_all.c), one of words that would do harm, and for each of
// these a council with a plan that has it in every field. They have a past, which
// people with such names have made.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { makeHistory } = require('./history.js');
const { at, readYaml } = require('./project.js');

// A text of a C program: its literals side by side.
function textOf(source, name) {
	const [, body] = source.match(new RegExp(`char ${name}\\[\\] =\\n([^;]*?);\\n`, 's'));

	return [...body.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal)).join('');
}

// Nowhere may a line end within it.
const LONG = `${'w\u0177'.repeat(150)} \ud83c\udfe0\ud83c\udfe0`;

const EVIL = [
	'<script>alert(1)</script><img src=x onerror=alert(1)>',
	'javascript:alert(1) &amp; &lt;b&gt; ]]> --> {{7*7}} \\n \\, \\; "quoted", it\'s',
	'=HYPERLINK("http://evil.example","click")',
	"=cmd|' /C calc'!A0",
	'+1+1; =2+2, @SUM(1)\t-3',
	'-2 days',
	"'=already",
	'one\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM',
	'\u202eright to left\u202c \u200f \u05e9\u05dc\u05d5\u05dd',
	LONG,
	'\x00\x01\x1b[31m\x7f',
	'$x^2$ \\alpha @cite [^1] ~sub~ ^sup^ ::: {.class #id} | a | <!-- b',
];

function hostilePlan() {
	return {
		title: EVIL[0],
		status: 'draft',
		period: '2024-01/2024-12',
		actions: EVIL.map((evil, i) => ({
			id: `evil-${i}`,
			ref: evil,
			title: evil,
			activity: evil,
			lead_note: evil,
			timing_note: evil,
			outcomes: [evil, evil],
			lead: ['head', evil.trim()],
			due: `2024-${String(i + 1).padStart(2, '0')}`,
			milestones: [{ what: evil, due: '2024-06-30' }],
			measures: [{ indicator: evil, unit: evil, source: evil, baseline: { value: -5 }, target: 'at least 95%' }],
			notes: [evil],
		})),
	};
}

// A JSON text that is YAML too.
const written = (value) => JSON.stringify(value, null, 1).replaceAll('\x7f', '\\u007f');

// What is words in the plan of every field; all else is ids, dates and the like.
const isWords = (key, text) =>
	/^([A-Z][A-Za-z]*( [A-Za-z]+)*|leads on homes|days|figunit|headcounts)$/.test(text) || key === 'ref';

// The same tree with other words in it, and addresses that would run a script.
function spoilt(value, evil, key = '') {
	if (Array.isArray(value))
		return value.map((item) => spoilt(item, evil, key));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(
			Object.entries(value).map(([name, item]) => [name, spoilt(item, evil, name)]),
		);
	if (/^https:/.test(value))
		return 'javascript:alert(1)';
	return isWords(key, String(value)) ? evil : value;
}

// The plan as it was before: other words and leads, earlier dates, stronger targets.
function earlier(plan) {
	const [first, ...others] = plan.themes?.[0].actions ?? plan.actions;
	const before = [
		{
			...first,
			activity: `${first.activity} Then`,
			due: '2023-06-30',
			lead: 'team',
			status: 'in-progress',
			done: undefined,
			revisions: [],
			measures: [{ ...first.measures[0], target: 'at most 10' }, ...first.measures.slice(1)],
		},
		...others,
		{ id: 'gone', title: first.title, activity: first.activity, lead: first.lead, due: '2023-12' },
	];

	if (!plan.themes)
		return { ...plan, actions: before };
	return { ...plan, themes: [{ ...plan.themes[0], actions: before }, ...plan.themes.slice(1)] };
}

// What git takes for a name.
const named = (evil) => evil.replace(/[<>\n\r\0]/g, ' ').trim();

// The folder of the plan that has EVIL[i] everywhere.
const spoiltPlan = (i) => `evil-${i}/plan`;

// What git has to hold, commit by commit: the plans become what they are one by one.
function commits() {
	const source = fs.readFileSync(at('tests/unit/test_render_all.c'), 'utf8');
	const council = textOf(source, 'everything_council');
	const plan = textOf(source, 'everything');
	const plans = {
		'exampleton/plan': readYaml(plan),
		'exampleton/hostile': hostilePlan(),
		...Object.fromEntries(EVIL.map((evil, i) => [spoiltPlan(i), spoilt(readYaml(plan), evil)])),
	};
	const links = [{ title: LONG, url: 'https://anytown.example' }];
	const councils = {
		'plans/planc.yaml': written({ header: links, footer: links }),
		'plans/exampleton/council.yaml': council,
		...Object.fromEntries(
			EVIL.map((evil, i) => [`plans/evil-${i}/council.yaml`, written(spoilt(readYaml(council), evil))]),
		),
	};
	// As they stood when the first `changed` of them had become what they are.
	const filesAt = (changed) => ({
		...councils,
		...Object.fromEntries(
			Object.entries(plans).map(([name, value], i) => [
				`plans/${name}/plan.yaml`,
				written(i < changed ? value : earlier(value)),
			]),
		),
	});

	return [
		{ day: '2023-05-01', files: filesAt(0) },
		{ day: '2023-06-01', files: filesAt(2) },
		...EVIL.map((evil, i) => ({
			day: `2023-08-${String(i + 2).padStart(2, '0')}`,
			author: named(evil),
			words: evil,
			files: filesAt(i + 3),
		})),
	];
}

let folder;

// Builds it once; returns the folder of the site.
function buildEverything() {
	if (folder)
		return `${folder}/site`;
	// Of each program its own: they run side by side.
	folder = at(`build/browser/everything-${path.basename(require.main.filename, '.test.js')}`);
	makeHistory(folder, commits());
	const words = ['-q', '--as-of', '2024-01-31', '--since', `main~${EVIL.length + 1}`, '-o', 'site', 'plans'];

	try {
		execFileSync(at('build/planc'), ['build', ...words], {
			cwd: folder,
			stdio: ['ignore', 'inherit', 'ignore'],
		});
	} catch (error) {
		// 1: the hostile plan has leads that are nobody's.
		if (error.status !== 1)
			throw error;
	}
	return `${folder}/site`;
}

module.exports = { EVIL, buildEverything, spoiltPlan };
