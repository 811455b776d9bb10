// A site of two plans that are made for tests: the one that gives every field (it
// stands in tests/unit/test_render_all.c) and one of words that would do harm.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { at } = require('./project.js');

// A text of a C program: its literals side by side.
function textOf(source, name) {
	const [, body] = source.match(new RegExp(`char ${name}\\[\\] =\\n([^;]*?);\\n`, 's'));

	return [...body.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal)).join('');
}

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
	`${'w\u0177'.repeat(150)} \ud83c\udfe0\ud83c\udfe0`,
	'\x00\x01\x1b[31m\x7f',
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

let folder;

// Builds it once; returns the folder of the site.
function buildEverything() {
	if (folder)
		return `${folder}/site`;
	const source = fs.readFileSync(at('tests/unit/test_render_all.c'), 'utf8');
	const files = {
		'exampleton/council.yaml': textOf(source, 'everything_council'),
		'exampleton/plan/plan.yaml': textOf(source, 'everything'),
		'exampleton/hostile/plan.yaml': JSON.stringify(hostilePlan(), null, 1).replaceAll('\x7f', '\\u007f'),
	};

	folder = at('build/browser/everything');
	fs.rmSync(folder, { recursive: true, force: true });
	for (const [name, text] of Object.entries(files)) {
		fs.mkdirSync(path.dirname(`${folder}/plans/${name}`), { recursive: true });
		fs.writeFileSync(`${folder}/plans/${name}`, text);
	}
	try {
		execFileSync(at('build/planc'), ['build', '-q', '--as-of', '2024-01-31', '-o', 'site', 'plans'], {
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

module.exports = { EVIL, buildEverything };
