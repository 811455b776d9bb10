// The tables of `planc build --formats csv`, read back by a program of npm's: they
// say what plan.json says, of the real plans, the example and those made for tests.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { test } = require('node:test');
const { parse } = require('csv-parse/sync');
const { at } = require('./project.js');
const { EVIL, buildEverything, spoiltPlan } = require('./everything.js');

const sites = [
	[at('build/site'), 'sefton/year-1-delivery-plan'],
	[at('build/site'), 'colchester/future-workforce-plan'],
	[at('build/example-site'), 'anytown/warm-homes-plan'],
	[buildEverything(), 'exampleton/plan'],
	[buildEverything(), 'exampleton/hostile'],
	...EVIL.map((_, i) => [buildEverything(), spoiltPlan(i)]),
];

const readJson = (folder, name) => JSON.parse(fs.readFileSync(`${folder}/${name}`, 'utf8'));

function readTable(folder, name) {
	const text = fs.readFileSync(`${folder}/${name}`, 'utf8');

	assert.equal(text.split('\r\n').length, text.split('\n').length, 'every line ends in CRLF');
	return parse(text, { columns: true, record_delimiter: '\r\n', relax_column_count: false });
}

// Takes off the apostrophe that keeps a spreadsheet from running a cell.
const plain = (cell) => cell.replace(/^'(?='*\s*[=+\-@＝＋－＠])/, '');

// A text in the plan's first language, on one line; undefined where it may have marks.
const words = (text) => (typeof text === 'object' ? Object.values(text)[0] : text);
const oneLine = (text) =>
	words(text)
		.replace(/[ \t\r\n]+/g, ' ')
		.trim()
		.replace(/[\x00-\x1f\x7f]/g, '\ufffd');

const actionsOf = (plan) => [
	...plan.themes.flatMap((theme) => theme.actions.map((action) => ({ theme, action }))),
	...(plan.actions ?? []).map((action) => ({ action })),
];
const measuresOf = (plan) => [
	...plan.themes.flatMap((theme) => [
		...(theme.measures ?? []).map((measure) => ({ theme, measure })),
		...theme.actions.flatMap((action) =>
			(action.measures ?? []).map((measure) => ({ theme, action, measure })),
		),
	]),
	...(plan.actions ?? []).flatMap((action) =>
		(action.measures ?? []).map((measure) => ({ action, measure })),
	),
	...(plan.measures ?? []).map((measure) => ({ measure })),
];

const DATES = ['due', 'start', 'until', 'review', 'done', 'by'];
const PLAIN = ['ref', 'title', 'lead_note', 'timing_note', 'unit', 'source'];
const WORDS = ['status', 'rag', 'every', 'direction', 'kind'];

function sameDate(row, name, date) {
	assert.equal(row[name], date?.text ?? '');
	assert.equal(row[`${name}_earliest`], date?.earliest ?? '');
	assert.equal(row[`${name}_latest`], date?.latest ?? '');
	assert.equal(row[`${name}_precision`], date?.precision ?? '');
}

function sameThing(row, thing) {
	for (const name of DATES)
		if (name in row)
			sameDate(row, name, thing[name]);
	for (const name of PLAIN)
		if (name in row)
			assert.equal(plain(row[name]), oneLine(thing[name] ?? ''), name);
	for (const name of WORDS)
		if (name in row)
			assert.equal(row[name], thing[name] ?? '', name);
}

const ids = (refs) => (refs ?? []).map((ref) => oneLine(ref.id)).join('; ');
const names = (refs) => (refs ?? []).map((ref) => oneLine(ref.name ?? ref.id)).join('; ');

for (const [site, plan] of sites) {
	const folder = `${site}/${plan}`;
	const json = readJson(folder, 'plan.json');

	test(`${plan}: actions.csv says what plan.json says`, () => {
		const rows = readTable(folder, 'actions.csv');
		const actions = actionsOf(json.plan);

		assert.equal(rows.length, actions.length);
		assert.ok(rows.length > 0);
		for (const [i, { theme, action }] of actions.entries()) {
			const row = rows[i];

			assert.equal(row.plan, plan);
			assert.equal(row.council, json.council.id);
			assert.equal(row.theme, theme?.id ?? '');
			assert.equal(row.action, action.id);
			assert.equal(plain(row.lead), ids(action.lead));
			assert.equal(plain(row.lead_names), names(action.lead));
			assert.equal(row.ongoing, action.ongoing === undefined ? '' : String(action.ongoing));
			sameThing(row, action);
		}
	});

	test(`${plan}: measures.csv says what plan.json says`, () => {
		const rows = readTable(folder, 'measures.csv');
		const measures = measuresOf(json.plan);

		assert.equal(rows.length, measures.length);
		for (const [i, { theme, action, measure }] of measures.entries()) {
			const row = rows[i];

			assert.equal(row.number, String(i + 1));
			assert.equal(row.theme, theme?.id ?? '');
			assert.equal(row.action, action?.id ?? '');
			assert.equal(plain(row.target), measure.target?.text ?? '');
			assert.equal(row.target_kind, measure.target?.kind ?? '');
			assert.equal(row.target_unit, measure.target?.unit ?? '');
			if (row.target_value)
				assert.equal(Number(row.target_value), measure.target.value);
			assert.equal(plain(row.baseline), String(measure.baseline?.value ?? ''));
			sameThing(row, measure);
		}
		for (const [grade, count] of Object.entries(json.grades))
			assert.equal(rows.filter((row) => row.grade === grade).length, count, grade);
	});

	test(`${plan}: milestones.csv says what plan.json says`, () => {
		const rows = readTable(folder, 'milestones.csv');
		const milestones = actionsOf(json.plan).flatMap(({ action }) =>
			(action.milestones ?? []).map((milestone) => ({ action, milestone })),
		);

		assert.equal(rows.length, milestones.length);
		for (const [i, { action, milestone }] of milestones.entries()) {
			assert.equal(rows[i].action, action.id);
			sameThing(rows[i], milestone);
		}
	});

	test(`${plan}: people.csv names those of the page, and no more of them`, () => {
		const rows = readTable(folder, 'people.csv');
		const page = fs.readFileSync(`${folder}/plan.md`, 'utf8');

		for (const row of rows) {
			const person = json.council.people[row.person];

			assert.equal(plain(row.name), oneLine(person.name));
			assert.equal(row.email, person.email ?? '');
			assert.ok(page.includes('People and teams'));
		}
		for (const { action } of actionsOf(json.plan))
			for (const { id } of action.lead ?? [])
				if (id in json.council.people)
					assert.ok(rows.some((row) => row.person === id), id);
	});

	test(`${plan}: csv-metadata.json describes the tables as they are`, () => {
		const { tables } = readJson(folder, 'csv-metadata.json');
		const known = new Map(tables.map(({ url }) => [url, readTable(folder, url)]));

		assert.equal(known.size, 4);
		for (const { url, tableSchema } of tables) {
			const rows = known.get(url);
			const header = fs.readFileSync(`${folder}/${url}`, 'utf8').split('\r\n', 1)[0];

			assert.deepEqual(
				tableSchema.columns.map(({ titles }) => titles[0]),
				parse(header)[0],
			);
			sameTypes(tableSchema.columns, rows);
			const keys = rows.map((row) => row[tableSchema.primaryKey]);

			assert.equal(new Set(keys).size, keys.length, `${url}: its key is unique`);
			for (const { columnReference, reference } of tableSchema.foreignKeys ?? [])
				for (const row of rows) {
					const id = row[columnReference];
					const to = known.get(reference.resource);

					assert.ok(!id || to.some((one) => one[reference.columnReference] === id), id);
				}
		}
	});

	test(`${plan}: no cell is one that a spreadsheet would run`, () => {
		for (const name of ['actions', 'measures', 'milestones', 'people'])
			for (const row of readTable(folder, `${name}.csv`))
				for (const cell of Object.values(row))
					assert.ok(!/^\s*[=+\-@\t\r＝＋－＠]/.test(cell) || /^[+-][\d.,]+%?$/.test(cell), cell);
	});
}

const FORMS = {
	string: /^/,
	date: /^\d{4}-\d\d-\d\d$/,
	boolean: /^(true|false)$/,
	decimal: /^-?\d+(\.\d+)?$/,
	integer: /^\d+$/,
};

function sameTypes(columns, rows) {
	for (const { titles, datatype, name } of columns) {
		assert.ok(name === undefined || /^[a-z_]+$/.test(name), name);
		for (const row of rows)
			if (row[titles[0]])
				assert.match(row[titles[0]], FORMS[datatype], titles[0]);
	}
}
