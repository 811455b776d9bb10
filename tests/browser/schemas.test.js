// A second opinion on schema/: another validator takes the schemas, finds the
// plans valid, and finds wrong what planc finds wrong by its schemas.
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const Ajv2020 = require('ajv/dist/2020');
const addFormats = require('ajv-formats');
const yaml = require('yaml');
const { at, readSchema, readYaml, yamlFiles, kindOf, schemaAddress } = require('./project.js');

const SMALL = 'tests/golden/small/plans/anytown';
const PLAN = 'homes-plan/plan.yaml';
const WARMTH = 'homes-plan/themes/warmth.yaml';
const kinds = fs
	.readdirSync(at('schema'))
	.filter((name) => name.endsWith('.schema.json'))
	.map((name) => name.replace('.schema.json', ''));

function readSchemas() {
	const ajv = new Ajv2020({
		strict: true,
		strictTypes: true,
		strictTuples: true,
		strictRequired: true,
		allowUnionTypes: true, // a text, or one for each language
		allErrors: true,
		logger: { log: assert.fail, warn: assert.fail, error: assert.fail },
	});

	addFormats(ajv);
	for (const kind of kinds)
		ajv.addSchema(readSchema(kind), schemaAddress(kind));
	return ajv;
}

const ajv = readSchemas();

// What ajv finds wrong; nothing is an empty text.
function faultsOf(kind, value) {
	const validate = ajv.getSchema(schemaAddress(kind));

	return validate(value) ? '' : ajv.errorsText(validate.errors);
}

test('every schema compiles in strict mode', () => {
	assert.ok(kinds.length >= 6);
	for (const kind of kinds)
		assert.equal(typeof ajv.getSchema(schemaAddress(kind)), 'function', kind);
});

for (const file of [...yamlFiles('plans'), ...yamlFiles(SMALL)])
	test(`${file} is valid`, () => {
		const value = readYaml(fs.readFileSync(at(file), 'utf8'));

		assert.equal(faultsOf(kindOf(file), value), '');
	});

// Its examples, and those in its description: lists of keys stand there, as an
// editor would put an example of them into the file without what is in it.
function examplesIn({ examples = [], description }) {
	const told = String(description).matchAll(/`(- \{[^`]*\})`/g);

	return [...examples, ...[...told].map(([, text]) => readYaml(text))];
}

test('every example in a schema is what it is an example of', () => {
	const wrong = [];
	let count = 0;

	// A schema beside $ref counts too, so each is compiled where it stands.
	function visit(kind, pointer, schema) {
		if (typeof schema !== 'object' || schema === null)
			return;
		for (const example of examplesIn(schema)) {
			count++;
			if (!ajv.getSchema(`${schemaAddress(kind)}#${pointer}`)(example))
				wrong.push(`${kind}${pointer}: ${JSON.stringify(example)}`);
		}
		for (const [key, value] of Object.entries(schema))
			if (key !== 'examples')
				visit(kind, `${pointer}/${encodeURIComponent(key)}`, value);
	}
	for (const kind of kinds)
		visit(kind, '', readSchema(kind));
	assert.deepEqual(wrong, []);
	assert.ok(count > 100);
});

// ---------------------------------------------------------------- agreement

function schemaFindings(folder) {
	const run = spawnSync(at('build/planc'), ['check', '--format', 'json', '.'], {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});

	assert.ok(run.status <= 2, run.stderr);
	return JSON.parse(run.stdout).findings.filter(({ rule }) => rule.startsWith('schema-'));
}

// Plans that differ from the small one in one file each, checked in one run:
// the schema findings in the changed file, by its number.
function plancFindings(name, changes) {
	const folder = at(`build/browser/${name}`);
	const found = new Map();

	fs.rmSync(folder, { recursive: true, force: true });
	changes.forEach(({ file, text }, i) => {
		fs.cpSync(at(SMALL), path.join(folder, `council-${i}`), { recursive: true });
		fs.writeFileSync(path.join(folder, `council-${i}`, file), text);
		found.set(`council-${i}/${file}`, []);
	});
	fs.writeFileSync(path.join(folder, 'planc.yaml'), '{}\n');
	for (const finding of schemaFindings(folder))
		found.get(finding.file)?.push(finding.message);
	return changes.map(({ file }, i) => found.get(`council-${i}/${file}`).join('; '));
}

// The same of settings, which are one file a run.
function plancSettingsFindings(name, changes) {
	const folder = at(`build/browser/${name}`);

	fs.rmSync(folder, { recursive: true, force: true });
	fs.cpSync(at(SMALL), path.join(folder, 'anytown'), { recursive: true });
	return changes.map(({ text }) => {
		fs.writeFileSync(path.join(folder, 'planc.yaml'), text);
		return schemaFindings(folder)
			.map((finding) => finding.message)
			.join('; ');
	});
}

// The changes on which planc and ajv are not of one mind, in words.
function disagreements(name, changes, findings = plancFindings) {
	return findings(name, changes).flatMap((planc, i) => {
		const { what, file, text, valid } = changes[i];
		const other = faultsOf(kindOf(file), readYaml(text));

		if (!planc === !other && (valid ?? !other) === !other)
			return [];
		return [`${what}\n    planc: ${planc || 'valid'}\n    ajv: ${other || 'valid'}`];
	});
}

// The file, the words that are changed, what stands there then.
const wrong = [
	['no id', WARMTH, '  - id: insulation\n    activity', '  - activity'],
	['no activity', WARMTH, /activity: Insulate.*\n/, 'title: Insulation\n'],
	['no status', PLAN, 'status: adopted\n', ''],
	['an unknown key', WARMTH, '    due:', '    deadline:'],
	['an unknown key at the top', PLAN, 'owner:', 'lead:'],
	['an unknown key in a measure', PLAN, 'indicator:', 'indicater:'],
	['an id with a capital', WARMTH, 'id: insulation', 'id: Insulation'],
	['an id with spaces', WARMTH, 'id: insulation', 'id: coldest homes'],
	['an id that is a number', WARMTH, 'id: insulation', 'id: 7'],
	['an id that ends in a hyphen', WARMTH, 'id: insulation', 'id: insulation-'],
	['a title that is a number', PLAN, 'Homes plan', '2024'],
	['a title that is nothing', PLAN, ' Homes plan', ''],
	['a title that is a list', PLAN, 'Homes plan', '[Homes plan]'],
	['a title in no language', PLAN, 'Homes plan', '{}'],
	['a title in a language that is none', PLAN, 'Homes plan', '{English: Homes}'],
	['a text where a list belongs', WARMTH, /\n *- Bills fall\./, ' Bills fall.'],
	['a text where an action belongs', WARMTH, /$/, '  - Draught-proof the flats.\n'],
	['a word that is none of a few', PLAN, 'adopted', 'approved'],
	['a word with a capital', PLAN, 'adopted', 'Adopted'],
	['yes for true', WARMTH, 'ongoing: true', 'ongoing: yes'],
	['a list of dates', WARMTH, 'due: 2025-12', 'due: [2025-12]'],
	['a date that is true', WARMTH, 'due: 2025-12', 'due: true'],
	['a date that has decimals', WARMTH, 'due: 2025-12', 'due: 2025.5'],
	['a baseline with no value', PLAN, 'baseline: 82%', 'baseline: {at: 2024-03}'],
	['a milestone with no date', WARMTH, 'due: 2025-12', 'milestones: [{what: Half.}]'],
	['a dependency with no text', WARMTH, 'due: 2025-12', 'depends_on: {}'],
	['a target that is a list', PLAN, 'target: at least 90%', 'target: [90%]'],
	['a person of a kind that is none', 'council.yaml', 'kind: board', 'kind: committee'],
	['a person with no name', 'council.yaml', 'name: All managers, ', ''],
	['an id of a person with a capital', 'council.yaml', 'all-managers', 'All-managers'],
	['a code too short', 'council.yaml', 'people:', 'code: E0800001\npeople:'],
	['a website without https', 'council.yaml', 'people:', 'website: example.gov.uk\npeople:'],
	['an address without @', 'council.yaml', 'short: SLB', 'email: board'],
	['a list for a council', 'council.yaml', /[^]*/, '- name: Anytown\n'],
];
const right = [
	['a key of one’s own', WARMTH, '    due:', '    x-budget: [1, {a: b}]\n    due:'],
	['a title in two languages', PLAN, 'Homes plan', '{en: Homes, cy: Cartrefi}'],
	['a year for a date', WARMTH, 'due: 2025-12', 'due: 2025'],
	['nothing for a date', WARMTH, ' 2025-12', ''],
	['nothing for a lead', WARMTH, ' [head-of-housing, director-of-place]', ''],
	['nothing in a list', WARMTH, '- Bills fall.', '-'],
	['a baseline with its date', PLAN, 'baseline: 82%', 'baseline: {value: 82%, at: 2024-03}'],
	['a dependency in words', WARMTH, 'due: 2025-12', 'depends_on: {text: The survey}'],
	['words for a code of a language', PLAN, 'themes:', 'languages: [en, cy]\nthemes:'],
	['the largest number', PLAN, 'baseline: 82%', 'baseline: 123456789012345678901234567890'],
];

function edited([what, file, from, to], valid) {
	const before = fs.readFileSync(at(`${SMALL}/${file}`), 'utf8');
	const text = before.replace(from, () => to);

	assert.notEqual(text, before, `“${what}” changes nothing`);
	return { what, file, text, valid };
}

test('planc and ajv agree on what is wrong and right', () => {
	const changes = [
		...wrong.map((row) => edited(row, false)),
		...right.map((row) => edited(row, true)),
	];

	assert.deepEqual(disagreements('agreement', changes), []);
});

const SETTINGS = `title: Plans of Anytown
exclude: [archive]
rules: {lead-missing: error}
columns: [{key: x-budget, title: Budget}]
`;

const STRANGE = [
	...[null, true, 7, 1.5, '', 'word', 'two words', '2024-03'],
	...[[], ['word'], [null], [[]], {}, { en: 'word' }, { text: 'words' }],
];

// Every value in a file, in turn, in a strange form, or with a key more or less.
function* changesOf(file, text = fs.readFileSync(at(`${SMALL}/${file}`), 'utf8')) {
	const root = readYaml(text);
	const written = (what, where) => ({
		what: `${file}: ${where}: ${what}`,
		file,
		text: yaml.stringify(root),
	});

	function* within(holder, where) {
		for (const key of Object.keys(holder)) {
			const place = `${where}/${key}`;
			const value = holder[key];

			for (const other of STRANGE) {
				holder[key] = other;
				yield written(JSON.stringify(other), place);
			}
			delete holder[key];
			if (!Array.isArray(holder))
				yield written('gone', place);
			holder[key] = value;
			if (typeof value === 'object')
				yield* within(value, place);
		}
		if (!Array.isArray(holder)) {
			holder.unheard_of = 1;
			yield written('a key more', where);
			delete holder.unheard_of;
		}
	}
	yield* within(root, '');
}

for (const file of [PLAN, WARMTH, 'council.yaml'])
	test(`planc and ajv agree on strange values everywhere in ${file}`, () => {
		const changes = [...changesOf(file)];

		assert.ok(changes.length > 100);
		assert.deepEqual(disagreements(`strange-${kindOf(file)}`, changes), []);
	});

test('planc and ajv agree on strange values everywhere in planc.yaml', () => {
	const settings = (what, text) => ({ what, file: 'planc.yaml', text, valid: false });
	const changes = [
		...changesOf('planc.yaml', SETTINGS),
		settings('a path too long', `exclude: [${'a'.repeat(201)}]\n`),
		settings('paths too many', `exclude:\n${'- a\n'.repeat(101)}`),
	];

	assert.ok(changes.length > 100);
	assert.deepEqual(disagreements('strange-settings', changes, plancSettingsFindings), []);
});
