// The calendars of `planc build --formats ics`, read back by a program of npm's: they
// have the days that plan.json has, of the real plans, the example and those made for tests.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { test } = require('node:test');
const ical = require('ical.js');
const { at } = require('./project.js');
const { EVIL, buildEverything, spoiltPlan } = require('./everything.js');

const ICAL = ical.default ?? ical;
const made = buildEverything();
const plans = [
	`${at('build/site')}/sefton/year-1-delivery-plan`,
	`${at('build/site')}/colchester/future-workforce-plan`,
	`${made}/exampleton/plan`,
	`${made}/exampleton/hostile`,
	...EVIL.map((_, i) => `${made}/${spoiltPlan(i)}`),
	`${at('build/example-site')}/anytown/warm-homes-plan`,
];

const readPlan = (folder) => JSON.parse(fs.readFileSync(`${folder}/plan.json`, 'utf8')).plan;
const readText = (folder) => fs.readFileSync(`${folder}/dates.ics`, 'utf8');

function readEvents(folder) {
	const calendar = new ICAL.Component(ICAL.parse(readText(folder)));

	assert.deepEqual(
		calendar.getAllSubcomponents().filter(({ name }) => name !== 'vevent'),
		[],
	);
	return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const dayOf = (date) => (date.open ? date.earliest : date.latest);
const isGiven = (date) => date?.earliest !== undefined;

// The days of an action, but for what comes round.
function daysOf(action) {
	const anchor = action.every
		? [action.start, action.due, ...(action.milestones ?? []).map(({ due }) => due)].find(isGiven)
		: undefined;
	const dates = (action.milestones ?? []).map(({ due }) => ['Milestone', due]);

	if (anchor !== action.due || !anchor)
		dates.push(['Due', action.due]);
	if (!anchor) {
		if (!isGiven(action.due))
			dates.push(['Starts', action.start]);
		dates.push(['Ends', action.until]);
	}
	dates.push(['Review', action.review]);
	return dates;
}

function expectedDays(plan) {
	const actions = [...plan.themes.flatMap((theme) => theme.actions), ...(plan.actions ?? [])];

	return [...actions.flatMap(daysOf), ['Review', plan.review], ['Ends', plan.period]]
		.filter(([, date]) => isGiven(date))
		.map(([word, date]) => `${dayOf(date)} ${word}`)
		.sort();
}

for (const folder of plans) {
	const name = folder.split('/').slice(-2).join('/');

	test(`${name}: dates.ics has the days of plan.json`, () => {
		const days = readEvents(folder)
			.filter(({ summary }) => !summary.startsWith('Every '))
			.map(({ startDate, summary }) => `${startDate} ${summary.split(':', 1)[0]}`)
			.sort();

		assert.deepEqual(days, expectedDays(readPlan(folder)));
		assert.ok(days.length > 0);
	});

	test(`${name}: what comes round stays inside the plan`, () => {
		const plan = readPlan(folder);
		const rounds = readEvents(folder).filter(({ summary }) => summary.startsWith('Every '));

		for (const event of rounds) {
			const times = event.iterator();
			let count = 0;
			let last;

			for (let time = times.next(); time && count < 1000; time = times.next(), count++)
				last = time.toString();
			assert.ok(count >= 1 && count < 1000, `${event.summary}: ${count} times`);
			assert.ok(count === 1 || last <= plan.period.latest, last);
		}
	});

	test(`${name}: days are all-day, of no time zone, and each has a UID of its own`, () => {
		const events = readEvents(folder);

		for (const event of events) {
			assert.ok(event.startDate.isDate);
			assert.match(event.uid, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
			assert.ok(!/[\x00-\x08\x0b-\x1f\x7f]/.test(event.summary + event.description));
		}
		assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
	});

	test(`${name}: lines are of 75 bytes, whole characters, and end in CRLF`, () => {
		const lines = fs.readFileSync(`${folder}/dates.ics`).toString('latin1').split('\r\n');

		assert.equal(lines.pop(), '');
		for (const line of lines) {
			assert.ok(line.length <= 75 && !line.includes('\n') && !line.includes('\r'), line);
			new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'));
		}
	});
}

test('words of the hostile plan come back as they are', () => {
	const summaries = readEvents(plans[3]).map(({ summary }) => summary);

	for (const words of [
		'Due: <script>alert(1)</script><img src=x onerror=alert(1)>',
		`Due: =cmd|' /C calc'!A0`,
		'Due: one BEGIN:VALARM ACTION:AUDIO END:VALARM',
	])
		assert.ok(summaries.includes(words), words);
	assert.ok(summaries.some((words) => words.includes(`\\n \\, \\; "quoted", it's`)));
});

test('build --as-of says when it was made', () => {
	assert.match(readText(plans[2]), /\r\nDTSTAMP:20240131T000000Z\r\n/);
});
