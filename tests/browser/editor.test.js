// Help while an author writes: npm's yaml-language-server, which editors use, with
// the schemas here. It is started as an editor starts it, and reaches no network.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { after, before, test } = require('node:test');
const { pathToFileURL } = require('node:url');
const { Client } = require('./client.js');
const { at, readSchema, yamlFiles } = require('./project.js');

const FILES = {
	council: 'council.yaml',
	plan: 'plan/plan.yaml',
	section: 'plan/sections/section.yaml',
	settings: 'planc.yaml',
	theme: 'plan/themes/theme.yaml',
};
const kinds = Object.keys(FILES);

const client = new Client();
let opened = 0;

before(() => client.start());
after(async () => {
	assert.equal(await client.stop(), 0);
	assert.equal(client.errors, '');
});

// A new file of a kind, with the comment on its first line that names its schema:
// its address and its text.
function draft(kind, text) {
	const file = `plans/council-${++opened}/${FILES[kind]}`;
	const schema = path.posix.relative(path.posix.dirname(file), `schema/${kind}.schema.json`);

	return [pathToFileURL(at(file)).href, comment(schema) + text];
}

const comment = (schema) => `# yaml-language-server: $schema=${schema}\n`;
const readFile = (file) => fs.readFileSync(at(file), 'utf8');

async function faults(kind, text) {
	const found = await client.faults(...draft(kind, text));

	// The comment is a line of its own.
	return found.map(
		({ range: { start }, message }) => `${start.line}:${start.character + 1}: ${message}`,
	);
}

// ---------------------------------------------------------------- faults

for (const file of yamlFiles('plans'))
	test(`${file}: no fault`, async () => {
		assert.match(readFile(file), /^# yaml-language-server: \$schema=/);
		assert.deepEqual(await client.faults(pathToFileURL(at(file)).href, readFile(file)), []);
	});

const PLAN = 'title: Homes Plan\nstatus: draft\n';
const ACTION = 'actions:\n  - id: repairs-service\n    activity: Mend it.\n';
const THEME = 'id: warmth\ntitle: Warmth\n';

for (const [what, kind, text, fault] of [
	['an unknown key', 'plan', `${PLAN}stats: 1\n`, '3:1: Property stats is not allowed.'],
	['a missing key', 'plan', 'title: Homes Plan\n', '1:1: Missing property "status".'],
	['a wrong type', 'plan', `${PLAN}languages: en\n`, '3:12: Incorrect type. Expected "array".'],
	['a word of none', 'plan', 'title: A\nstatus: x\n', /^2:9: Value is not accepted.*"draft"/],
	['an unknown key of an action', 'plan', `${PLAN}${ACTION}    leed: a\n`, /^6:5: .* leed /],
	['a wrong type in an action', 'theme', `${THEME}${ACTION}    due: true\n`, /^6:10: .*string/],
	['an action with no activity', 'theme', `${THEME}actions:\n  - id: a\n`, /"activity"/],
	['an id with a capital', 'theme', 'id: Warmth\ntitle: Warmth\n', /^1:5: .*pattern/],
	['a missing key of a section', 'section', 'id: body\n', '1:1: Missing property "title".'],
	['a figure without value', 'section', 'id: a\ntitle: A\nfigures:\n  - label: B\n', /"value"/],
	['a person of no kind', 'council', 'name: A\npeople:\n  a:\n    name: B\n', /"kind"/],
	['a level of none', 'settings', 'rules:\n  lead-missing: bad\n', /^2:17: .*"off"/],
])
	test(`${what} is marked`, async () => {
		const found = await faults(kind, text);

		assert.equal(found.length, 1, found.join('\n'));
		if (typeof fault === 'string')
			assert.equal(found[0], fault);
		else
			assert.match(found[0], fault);
	});

test('a date is no fault, nor a key of one’s own, nor a draft of few words', async () => {
	const action = `${ACTION}    due: 2024-09-30\n    lead:\n    outcomes:\n      -\n`;

	assert.deepEqual(await faults('plan', `${PLAN}x-budget: [1]\n${action}`), []);
});

// ---------------------------------------------------------------- where the schemas are

for (const [what, address] of [
	['an address', (file) => pathToFileURL(file).href],
	['a path from the file', (file) => path.relative(at('build/browser/written'), file)],
])
	test(`schemas that are installed work by ${what}`, async () => {
		const schemas = at('build/browser/installed/share/planc/schema');

		fs.cpSync(at('schema'), schemas, { recursive: true });
		const file = pathToFileURL(at(`build/browser/written/plan-${++opened}.yaml`)).href;
		const first = comment(address(`${schemas}/plan.schema.json`));
		const found = await client.faults(file, `${first}${PLAN}${ACTION}    leed: a\n`);

		assert.deepEqual(
			found.map(({ message }) => message),
			['Property leed is not allowed.'],
		);
	});

// ---------------------------------------------------------------- completion

// The keys that a schema has, or a part of defs: what each is for.
function keysOf(kind) {
	const { properties } = kinds.includes(kind) ? readSchema(kind) : readSchema('defs').$defs[kind];

	return new Map(Object.entries(properties).map(([key, { description }]) => [key, description]));
}

const documentation = ({ documentation: told }) => told?.value ?? told ?? '';
// As the server escapes it for Markdown.
const bare = (text) => text.replace(/\\/g, '');

const AFTER = `${THEME}${ACTION}`;
const GIVEN = ['id', 'activity'];
const IN_PLAN_THEME = `${PLAN}themes:\n  - id: a\n    title: A\n    actions:\n      - id: b\n`;
const SECTION = 'id: drivers\ntitle: Drivers\n';
const PERSON = 'name: Anytown\npeople:\n  head-of-housing:\n';

for (const [what, kind, text, keys, ...given] of [
	['a plan', 'plan', '‸', 'plan'],
	['a plan begun', 'plan', `${PLAN}‸`, 'plan', 'title', 'status'],
	['an action', 'plan', `${PLAN}actions:\n  - ‸`, 'action'],
	['an action begun', 'plan', `${PLAN}${ACTION}    ‸`, 'action', ...GIVEN],
	['an action that goes on', 'theme', `${AFTER}    ‸\n    due: tbc\n`, 'action', ...GIVEN, 'due'],
	['an action of a theme here', 'plan', `${IN_PLAN_THEME}        ‸`, 'action', 'id'],
	['an action in a theme’s file', 'theme', `${AFTER}    ‸`, 'action', ...GIVEN],
	['a theme', 'theme', '‸', 'theme'],
	['a theme here', 'plan', `${PLAN}themes:\n  - id: warmth\n    ‸`, 'theme', 'id'],
	['a section', 'section', '‸', 'section'],
	['a section here', 'plan', `${PLAN}sections:\n  - id: drivers\n    ‸`, 'section', 'id'],
	['a section in a section', 'section', `${SECTION}sections:\n  - id: b\n    ‸`, 'section', 'id'],
	['a measure', 'plan', `${PLAN}${ACTION}    measures:\n      - ‸`, 'measure'],
	['a measure begun', 'theme', `${THEME}measures:\n  - target: all\n    ‸`, 'measure', 'target'],
	['a milestone', 'plan', `${PLAN}${ACTION}    milestones:\n      - ‸`, 'milestone'],
	['a revision', 'plan', `${PLAN}${ACTION}    revisions:\n      - ‸`, 'revision'],
	['a figure', 'section', `${SECTION}figures:\n  - ‸`, 'figure'],
	['a council', 'council', '‸', 'council'],
	['a person', 'council', `${PERSON}    ‸`, 'person'],
	['the settings', 'settings', '‸', 'settings'],
])
	test(`keys of ${what} are offered, each with what it is for`, async () => {
		const offered = await client.complete(...draft(kind, text));
		const described = new Map(offered.map((item) => [item.label, documentation(item)]));
		const wanted = [...keysOf(keys)].filter(([key]) => !given.includes(key));

		assert.ok(wanted.length > 3);
		for (const [key, description] of wanted)
			assert.equal(bare(described.get(key) ?? 'not offered'), bare(description), key);
		for (const key of given)
			assert.ok(!described.has(key), `${key} is there already`);
	});

for (const [what, kind, text, words] of [
	['status of a plan', 'plan', 'status: ‸', 'draft consultation adopted closed'],
	['kind of a plan', 'plan', 'kind: ‸', 'strategy delivery report'],
	[
		'status of an action',
		'plan',
		`${PLAN}${ACTION}    status: ‸`,
		'not-started in-progress done paused cancelled',
	],
	['rag', 'theme', `${THEME}${ACTION}    rag: ‸`, 'red amber green'],
	['every', 'theme', `${THEME}${ACTION}    every: ‸`, 'week month quarter half-year year'],
	['kind of a measure', 'theme', `${THEME}measures:\n  - kind: ‸`, 'number yes-no qualitative'],
	[
		'cause',
		'plan',
		`${PLAN}${ACTION}    revisions:\n      - cause: ‸`,
		'funding capacity dependency statutory scope other',
	],
	['shows', 'section', 'shows: ‸', 'priorities themes measures resources workstreams'],
	['kind of a person', 'council', `${PERSON}    kind: ‸`, 'person role team board group'],
	['a rule’s level', 'settings', 'rules:\n  lead-missing: ‸', 'off note warning error'],
])
	test(`${what}: its words are offered`, async () => {
		const offered = await client.complete(...draft(kind, text));
		const labels = offered.map((item) => item.label.replaceAll('"', ''));

		assert.deepEqual(
			words.split(' ').filter((word) => !labels.includes(word)),
			[],
		);
	});

// The server writes an example that is a list of keys as what is below.
test('nothing is offered that would write “[object Object]”', async () => {
	const wrong = [];

	for (const [kind, text, keys] of [
		['plan', PLAN, 'plan'],
		['plan', `${PLAN}${ACTION}    `, 'action'],
		['theme', `${THEME}measures:\n  - `, 'measure'],
		['theme', THEME, 'theme'],
		['section', SECTION, 'section'],
		['section', `${SECTION}figures:\n  - `, 'figure'],
		['council', 'name: Anytown\n', 'council'],
		['settings', '', 'settings'],
	])
		for (const key of keysOf(keys).keys())
			for (const item of await client.complete(...draft(kind, `${text}${key}: ‸`)))
				if (item.insertText.includes('[object Object]'))
					wrong.push(`${keys}: ${key}: ${item.label}`);
	assert.deepEqual(wrong, []);
});

// ---------------------------------------------------------------- what is shown under the pointer

for (const [kind, text, keys, key, title] of [
	['plan', 'ti‸tle: A\n', 'plan', 'title', 'Title'],
	['plan', 'sta‸tus: draft\n', 'plan', 'status', 'Status'],
	['plan', 'status: dra‸ft\n', 'plan', 'status', 'Status'],
	['plan', `${PLAN}the‸mes:\n  - themes/warmth.yaml\n`, 'plan', 'themes', 'Themes'],
	['plan', `${PLAN}pare‸nt: {text: A}\n`, 'plan', 'parent', 'Parent plan'],
	['plan', `${PLAN}${ACTION}    d‸ue: 2024-09\n`, 'action', 'due', 'Due'],
	['plan', `${PLAN}${ACTION}    due: 2024‸-09\n`, 'action', 'due', 'Due'],
	['plan', `${PLAN}${ACTION}    le‸ad: head-of-housing\n`, 'action', 'lead', 'Lead'],
	['plan', `${PLAN}${ACTION}    le‸ad: [a, b]\n`, 'action', 'lead', 'Lead'],
	['plan', `${PLAN}${ACTION}    depends‸_on: [a]\n`, 'action', 'depends_on', 'Depends on'],
	['plan', `${PLAN}${ACTION}    meas‸ures: [A]\n`, 'action', 'measures', 'Measures'],
	['plan', `${IN_PLAN_THEME}        acti‸vity: A\n`, 'action', 'activity', 'Activity'],
	['theme', `${THEME}actions:\n  - acti‸vity: A\n`, 'action', 'activity', 'Activity'],
	['theme', `${THEME}measures:\n  - base‸line: {value: 8}\n`, 'measure', 'baseline', 'Baseline'],
	['section', `${SECTION}figures:\n  - va‸lue: 3\n`, 'figure', 'value', 'Value'],
	['section', `${SECTION}figures:\n  - val‸ues: [{value: 3}]\n`, 'figure', 'values', 'Values'],
	['council', 'peo‸ple: {}\n', 'council', 'people', 'People'],
	['council', `${PERSON}    ki‸nd: team\n`, 'person', 'kind', 'Kind'],
	['settings', 'exc‸lude: [a]\n', 'settings', 'exclude', 'Exclude'],
])
	test(`“${/.*‸.*/.exec(text)[0].trim()}” in a ${kind} is explained`, async () => {
		const shown = await client.hover(...draft(kind, text));

		assert.match(shown, new RegExp(`^#### ${title}\n`));
		assert.ok(bare(shown).includes(bare(keysOf(keys).get(key))), shown);
	});
