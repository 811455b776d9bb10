// The formats of `planc check`, read by programs that we did not write: SARIF
// by Microsoft's multitool, JUnit by Debian's python3-junitparser, Markdown by
// GitHub's own cmark-gfm, JSON and GitLab's report by ajv. What they read must
// be the findings that JSON lists.
'use strict';

const assert = require('node:assert/strict');
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const Ajv2020 = require('ajv/dist/2020');
const { at, readSchema, readYaml } = require('./project.js');

const SMALL = 'tests/golden/small/plans';
const MULTITOOL = at('build/browser/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');

// ---------------------------------------------------------------- plans

const HOSTILE =
	']]> | `x` ::error::no ##[error]z <img src=x> &amp; @everyone [a](http://x.y) ' +
	'\\u202E \\e[2J {0} 100% www.x.uk #12 \\\\ $1';

function edit(file, from, to) {
	const text = fs.readFileSync(file, 'utf8');

	assert.notEqual(text.replace(from, () => to), text);
	fs.writeFileSync(file, text.replace(from, () => to));
}

// Folders of plans: each with what is done to a copy of the small plan.
const folders = {
	clean() {},
	faults(folder) {
		edit(`${folder}/anytown/homes-plan/themes/warmth.yaml`, '2025-12', 'Dec 2025');
		edit(`${folder}/anytown/homes-plan/themes/warmth.yaml`, 'lead: head', 'lead: TBC # ');
		edit(`${folder}/anytown/homes-plan/plan.yaml`, 'lead: head-of-housing', 'lead: all-managers');
	},
	waived(folder) {
		folders.faults(folder);
		edit(
			`${folder}/anytown/homes-plan/plan.yaml`,
			'status: adopted',
			'status: adopted\nwaive: [{rule: date-format, reason: "So it says, ]]> | `x`."}]',
		);
	},
	hostile(folder) {
		const other = `${folder}/a%:,;]]>|\`@all <b>\n::error::x\x1b[31m`;

		fs.cpSync(`${folder}/anytown`, other, { recursive: true });
		edit(`${other}/homes-plan/themes/warmth.yaml`, 'lead: head-of-housing', `lead: "${HOSTILE}"`);
	},
	'broken settings'(folder) {
		fs.writeFileSync(`${folder}/planc.yaml`, 'rules: [\n');
	},
	'a broken plan'(folder) {
		fs.writeFileSync(`${folder}/anytown/homes-plan/plan.yaml`, 'title: "a\n');
	},
	many(folder) {
		const actions = Array.from(
			{ length: 700 },
			(_, i) => `  - {id: action-${i}, activity: Ask., due: 2025-0${i % 3 ? 5 : 'x'}}\n`,
		);
		const text = `title: T\nstatus: adopted\nactions:\n${actions.join('')}`;

		fs.writeFileSync(`${folder}/anytown/homes-plan/plan.yaml`, text);
	},
};

function makeFolder(name) {
	const folder = at(`build/browser/formats/${name}`);

	fs.rmSync(folder, { recursive: true, force: true });
	fs.cpSync(at(SMALL), `${folder}/plans`, { recursive: true });
	folders[name](`${folder}/plans`);
	return folder;
}

// Where planc is called in, by name; each has a folder plans.
const places = new Map([
	['the two real plans', at('.')],
	...Object.keys(folders).map((name) => [name, makeFolder(name)]),
]);

function check(folder, format, ...options) {
	const words = ['check', '--as-of', '2023-11-14', '--format', format, ...options, 'plans'];
	const run = spawnSync(at('build/planc'), words, {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});

	assert.ok(run.status <= 2, run.stderr);
	return run.stdout;
}

const suppressed = ({ state }) => state === 'waived' || state === 'baselined';
const findingsOf = (folder) => JSON.parse(check(folder, 'json')).findings;
const toldOf = (folder) => findingsOf(folder).filter((finding) => !suppressed(finding));

function forEachFolder(what, run) {
	for (const [name, folder] of places)
		test(`${what}: ${name}`, () => run(folder, name));
}

test('the folders hold what they are for', () => {
	const count = (name) => findingsOf(places.get(name)).length;

	assert.equal(count('clean'), 0);
	assert.ok(count('faults') >= 3);
	assert.ok(findingsOf(places.get('waived')).some(suppressed));
	assert.ok(count('hostile') >= 2);
	assert.ok(count('many') > 700);
});

// ---------------------------------------------------------------- json, gitlab

const ajv = new Ajv2020({ strict: true, allErrors: true });
const isJson = ajv.compile(readSchema('check'));
const isGitlab = ajv.compile(JSON.parse(fs.readFileSync(path.join(__dirname, 'gitlab.schema.json'))));

forEachFolder('json is as its schema says', (folder) => {
	const value = JSON.parse(check(folder, 'json'));

	assert.ok(isJson(value), ajv.errorsText(isJson.errors));
});

test('json says no key that its schema does not know', () => {
	const closed = structuredClone(readSchema('check'));

	(function close(schema) {
		if (typeof schema !== 'object' || schema === null)
			return;
		if (schema.properties)
			schema.additionalProperties = false;
		Object.values(schema).forEach(close);
	})(closed);
	const isClosed = new Ajv2020({ allErrors: true }).compile(closed);

	for (const folder of places.values())
		assert.ok(isClosed(JSON.parse(check(folder, 'json'))), ajv.errorsText(isClosed.errors));
});

forEachFolder('gitlab is as GitLab says', (folder) => {
	const issues = JSON.parse(check(folder, 'gitlab'));
	const told = toldOf(folder);

	assert.ok(isGitlab(issues), ajv.errorsText(isGitlab.errors));
	assert.deepEqual(
		issues.map((issue) => [issue.location.path, issue.location.lines.begin, issue.check_name]),
		told.map((finding) => [finding.file, finding.line, finding.rule]),
	);
	assert.equal(new Set(issues.map((issue) => issue.fingerprint)).size, issues.length);
});

// ---------------------------------------------------------------- sarif

function multitool(file) {
	const found = `${file}.found.json`;

	// npm runs no scripts of packages here, so nothing has made it one that runs.
	fs.chmodSync(MULTITOOL, 0o755);
	const words = ['validate', file, '--output', found, '--log', 'ForceOverwrite'];
	const run = spawnSync(MULTITOOL, words, {
		encoding: 'utf8',
		env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
	});

	assert.equal(run.status, 0, run.stdout + run.stderr);
	return JSON.parse(fs.readFileSync(found, 'utf8')).runs[0].results ?? [];
}

// planc has no page of its own on the web, and names of rules are words.
const KNOWN = new Set(['SARIF2005', 'SARIF2009']);

// What the multitool says of a text, but for what is known.
function faultsOf(name, text) {
	const file = at(`build/browser/formats/${name.replaceAll(' ', '-')}.sarif`);

	fs.writeFileSync(file, text);
	return multitool(file)
		.map((result) => result.ruleId)
		.filter((rule) => !KNOWN.has(rule));
}

// It comes as a program for this kind of machine alone.
if (process.platform === 'linux' && process.arch === 'x64') {
	forEachFolder('the multitool takes sarif', (folder, name) => {
		assert.deepEqual(faultsOf(name, check(folder, 'sarif')), []);
	});

	test('the multitool would find what is wrong', () => {
		const log = JSON.parse(check(places.get('faults'), 'sarif'));

		log.runs[0].results[0].ruleIndex = 9999;
		log.runs[0].results[1].locations[0].physicalLocation.region.endLine = 1;
		assert.ok(new Set(faultsOf('wrong', JSON.stringify(log))).size >= 2);
	});
}

// The file that a place of SARIF names, in a folder.
function fileOf(location) {
	return decodeURIComponent(location.artifactLocation.uri);
}

forEachFolder('sarif says what json says', (folder) => {
	const [run] = JSON.parse(check(folder, 'sarif')).runs;
	const { rules } = run.tool.driver;
	const findings = findingsOf(folder);

	assert.equal(run.results.length, findings.length);
	run.results.forEach((result, i) => {
		const finding = findings[i];
		const { physicalLocation } = result.locations[0];
		const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;

		assert.equal(rules[result.ruleIndex].id, finding.rule);
		assert.equal(result.ruleId, finding.rule);
		assert.equal(result.level, finding.severity);
		assert.equal(fileOf(physicalLocation), finding.file);
		assert.deepEqual(
			[startLine, startColumn, endLine, endColumn],
			[finding.line, finding.column, finding.end_line, finding.end_column],
		);
		assert.equal(result.partialFingerprints['planc/v1'], finding.fingerprint);
		assert.equal(result.suppressions.length > 0, suppressed(finding));
		assert.equal(result.suppressions[0]?.justification, finding.reason);
		assert.equal(result.relatedLocations?.length, finding.related?.length);
		assert.equal(result.fixes?.[0].artifactChanges.length > 0, finding.edits ? true : false);
	});
});

test('the help of sarif’s rules is as it is, and as Markdown', () => {
	const [run] = JSON.parse(check(places.get('clean'), 'sarif')).runs;

	for (const rule of run.tool.driver.rules) {
		const html = rendered(rule.help.markdown);

		assert.ok(rule.help.text && rule.shortDescription.text && rule.fullDescription.text);
		assert.doesNotMatch(html, /<(?!\/?(p|pre|code)\b)/, rule.id);
	}
	assert.ok(run.tool.driver.rules.length > 30);
});

// ---------------------------------------------------------------- junit

function junit(xml) {
	// Debian's package is of Debian's Python.
	const run = spawnSync('/usr/bin/python3', [path.join(__dirname, 'junit.py')], {
		input: xml,
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});

	assert.equal(run.status, 0, run.stderr);
	return JSON.parse(run.stdout);
}

forEachFolder('junitparser takes junit', (folder) => {
	const read = junit(check(folder, 'junit'));
	const told = toldOf(folder);
	const lines = read.suites.flatMap((suite) =>
		suite.cases.flatMap((one) => [...one.failures.map(([, text]) => text), one.out ?? '']),
	);
	const errors = told.filter(({ severity }) => severity === 'error');
	const failed = read.suites.flatMap((suite) => suite.cases).filter((one) => one.failures.length);

	assert.deepEqual(read.said, read.counted);
	for (const suite of read.suites)
		assert.deepEqual(suite.said, suite.counted, suite.name);
	assert.equal(new Set(read.suites.map((suite) => suite.name)).size, read.suites.length);
	assert.equal(failed.length > 0, errors.length > 0);
	assert.equal(lines.join('').match(/\[[a-z-]+\]$/gm)?.length ?? 0, told.length);
	for (const suite of read.suites) {
		const names = suite.cases.map((one) => one.name);

		assert.equal(new Set(names).size, names.length, 'names of cases are unique');
	}
});

// ---------------------------------------------------------------- github

// As the runner reads a line: a command begins with "::", or holds "##[".
function commandsOf(log) {
	const decode = (text) =>
		text
			.replaceAll('%0D', '\r')
			.replaceAll('%0A', '\n')
			.replaceAll('%3A', ':')
			.replaceAll('%2C', ',')
			.replaceAll('%25', '%');

	return log.split(/\r\n|\n|\r/).flatMap((line) => {
		const parts = /^\s*::([^: ]+)(?: ([^:]*))?::(.*)$/.exec(line);

		if (!parts) {
			assert.ok(!line.includes('##['), line);
			assert.ok(!line.trimStart().startsWith('::'), line);
			return [];
		}
		const [, command, properties, message] = parts;
		const pairs = properties.split(',').map((pair) => pair.split(/=(.*)/s, 2));

		assert.match(command, /^(error|warning|notice)$/);
		const values = Object.fromEntries(pairs.map(([key, value]) => [key, decode(value)]));

		return [{ command, message: decode(message), ...values }];
	});
}

forEachFolder('github says what json says', (folder) => {
	const words = { error: 'error', warning: 'warning', note: 'notice' };
	const told = toldOf(folder);
	const commands = commandsOf(check(folder, 'github'));

	for (const [severity, command] of Object.entries(words)) {
		const wanted = told.filter((finding) => finding.severity === severity).slice(0, 10);

		assert.deepEqual(
			commands
				.filter((one) => one.command === command)
				.map((one) => [one.title, Number(one.line), Number(one.col ?? 0)]),
			wanted.map((finding) => [
				finding.rule,
				finding.line,
				finding.line === finding.end_line ? finding.column : 0,
			]),
		);
	}
});

test('github names files as they are called, but for what a terminal would take for its own', () => {
	const folder = places.get('hostile');
	const escape = (name) => name.replaceAll('\x1b', '\\x1b');

	assert.deepEqual(
		commandsOf(check(folder, 'github')).map((one) => one.file),
		toldOf(folder).map((finding) => escape(finding.file)),
	);
});

// ---------------------------------------------------------------- markdown

// As GitHub renders it, but for what it does about names and numbers afterwards.
function rendered(markdown) {
	const extensions = ['table', 'autolink', 'strikethrough'].flatMap((name) => ['-e', name]);
	const run = spawnSync('cmark-gfm', [...extensions, '--unsafe', '--to', 'html'], {
		input: markdown,
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});

	assert.equal(run.status, 0, run.stderr);
	return run.stdout;
}

forEachFolder('markdown is one table a plan, and nothing else', (folder, name) => {
	const markdown = check(folder, 'markdown');
	const html = rendered(markdown);
	const told = toldOf(folder);
	const rows = html.match(/<tr>\n<td>/g)?.length ?? 0;

	assert.ok(markdown.length <= 65536);
	assert.doesNotMatch(html, /<(?!\/?(p|strong|h3|table|thead|tbody|tr|th|td|code)>)/);
	// No cell more or less: a bar in a text would make one.
	assert.equal(html.match(/<td>/g)?.length ?? 0, 4 * rows);
	assert.doesNotMatch(html.replaceAll('\u200b', '~'), /@[a-z0-9]|#[0-9]|https?:\/\/|www\./i);
	const leftOut = /\nLeft out: /.test(markdown);

	// What there is no room for is said.
	assert.ok(name !== 'many' || leftOut);
	assert.ok(leftOut ? rows > 100 && rows < told.length : rows === told.length);
});

// ---------------------------------------------------------------- docs/ci.md

// The files that the page shows, by name.
function filesOf(page) {
	const blocks = fs.readFileSync(at(page), 'utf8').matchAll(/^```yaml file=(\S+)\n([^]*?)^```/gm);

	return new Map([...blocks].map(([, name, text]) => [name, text]));
}

const shown = filesOf('docs/ci.md');

// The exit code of a script of the page, in a folder with the page's plans.
function exitOf(name, script) {
	const folder = at(`build/browser/formats/ci-${path.basename(name)}`);

	fs.rmSync(folder, { recursive: true, force: true });
	for (const [file, text] of shown) {
		fs.mkdirSync(path.dirname(`${folder}/${file}`), { recursive: true });
		fs.writeFileSync(`${folder}/${file}`, text);
	}
	// The plans are as they were where the change set out from.
	const git = (...words) =>
		execFileSync('git', ['-C', folder, '-c', 'user.name=Head of Housing',
			'-c', 'user.email=housing@anytown.example', ...words], { encoding: 'utf8' }).trim();

	git('init', '-q', '-b', 'main');
	git('add', '.');
	git('commit', '-q', '-m', 'The plans');
	git('update-ref', 'refs/remotes/origin/main', 'HEAD');
	const run = spawnSync('sh', ['-ec', script], {
		cwd: folder,
		encoding: 'utf8',
		env: {
			...process.env,
			PATH: `${at('build')}:${process.env.PATH}`,
			GITHUB_BASE_REF: 'main',
			CI_MERGE_REQUEST_DIFF_BASE_SHA: git('rev-parse', 'HEAD'),
			GITHUB_STEP_SUMMARY: `${folder}/summary.md`,
			SOURCE_DATE_EPOCH: '1700000000', // 14 November 2023
		},
	});

	return { folder, status: run.status, said: run.stdout + run.stderr };
}

const readShown = (name) => readYaml(shown.get(name));

test('docs/ci.md: the workflow of a pull request fails, with a summary', () => {
	const steps = readShown('.github/workflows/plans.yml').jobs.check.steps;
	const { folder, status, said } = exitOf('plans', steps.at(-1).run);

	assert.equal(status, 1, said);
	assert.ok(commandsOf(said).some((one) => one.command === 'error'));
	assert.match(fs.readFileSync(`${folder}/summary.md`, 'utf8'), /\| error \|/);
});

test('docs/ci.md: code scanning gets what is not held back', () => {
	const steps = readShown('.github/workflows/scanning.yml').jobs.check.steps;
	const upload = steps.at(-1).with.sarif_file;
	const { folder, status, said } = exitOf('scanning', steps.at(-2).run);

	assert.equal(status, 0, said);
	const [run] = JSON.parse(fs.readFileSync(`${folder}/${upload}`)).runs;

	assert.ok(run.results.some((result) => result.level === 'error'));
});

test('docs/ci.md: GitLab’s job fails, and leaves its reports', () => {
	const job = readShown('.gitlab-ci.yml').plans;
	const { folder, status, said } = exitOf('gitlab', job.script.join('\n'));
	const { codequality, junit: xml } = job.artifacts.reports;

	assert.equal(status, 1, said);
	assert.ok(isGitlab(JSON.parse(fs.readFileSync(`${folder}/${codequality}`))));
	assert.equal(junit(fs.readFileSync(`${folder}/${xml}`)).said[1], 0);
});

test('docs/ci.md: both jobs build the pages that they publish', () => {
	const workflow = readShown('.github/workflows/pages.yml').jobs;
	const build = workflow.build.steps.at(-2).run;
	const job = readShown('.gitlab-pages.yml').pages;

	for (const [name, script, to] of [
		['pages', build, workflow.build.steps.at(-1).with.path],
		['gitlab-pages', job.script.join('\n'), job.artifacts.paths[0]],
	]) {
		const { folder, status, said } = exitOf(name, script);

		assert.equal(status, 0, said);
		assert.ok(fs.existsSync(`${folder}/${to}/anytown/homes-plan/changes.atom`));
	}
	assert.equal(workflow.publish.needs, 'build');
	assert.equal(workflow.publish.steps.at(0).with.path, workflow.publish.steps.at(1).with.path);
	// What cannot be read whole stops them before anything is published.
	assert.equal(exitOf('pages-broken', `echo 'actions: [' >>plans/anytown/homes-plan/plan.yaml; ${build}`).status, 1);
});

test('docs/ci.md: the hook refuses the commit', () => {
	const [hook] = readShown('.pre-commit-config.yaml').repos[0].hooks;

	assert.equal(exitOf('hook', hook.entry).status, 1);
	assert.match('plans/anytown/council.yaml', new RegExp(hook.files));
});
