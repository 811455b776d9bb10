// What the tests share: where things are, and how files are read.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const yaml = require('yaml');

const top = path.resolve(__dirname, '..', '..');

// Of a path from the top; paths here have slashes on every system.
const at = (name) => path.join(top, name);

// As authors know YAML: the core values of 1.2, in which 2023-09 is a text.
function readYaml(text) {
	return yaml.parse(text, { version: '1.2', schema: 'core', uniqueKeys: true });
}

// The YAML files below a folder, from the top.
function yamlFiles(folder) {
	return fs
		.readdirSync(at(folder), { withFileTypes: true })
		.flatMap((entry) => {
			const name = `${folder}/${entry.name}`;

			if (entry.isDirectory())
				return yamlFiles(name);
			return name.endsWith('.yaml') ? [name] : [];
		})
		.sort();
}

// The kind of a file, which names its schema.
function kindOf(file) {
	const [name, folder] = file.split('/').reverse();

	const files = { 'council.yaml': 'council', 'plan.yaml': 'plan', 'planc.yaml': 'settings' };

	return files[name] ?? { themes: 'theme', sections: 'section' }[folder];
}

const schemaAddress = (kind) => pathToFileURL(at(`schema/${kind}.schema.json`)).href;

function readSchema(kind) {
	return JSON.parse(fs.readFileSync(at(`schema/${kind}.schema.json`), 'utf8'));
}

module.exports = { top, at, readSchema, readYaml, yamlFiles, kindOf, schemaAddress };
