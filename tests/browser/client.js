// An editor, as a language server sees it: JSON-RPC over its standard input and
// output, as the Language Server Protocol 3.17 has it.
'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { top } = require('./project.js');

const SETTINGS = {
	yaml: {
		schemaStore: { enable: false },
		kubernetesCRDStore: { enable: false },
		validate: true,
		completion: true,
		hover: true,
	},
};

class Client {
	constructor() {
		const module = require.resolve('yaml-language-server/package.json');

		this.child = spawn(process.execPath, [
			'--require',
			path.join(__dirname, 'offline.js'),
			path.join(path.dirname(module), 'bin/yaml-language-server'),
			'--stdio',
		]);
		this.received = Buffer.alloc(0);
		this.errors = '';
		this.waiting = new Map(); // what an answer or a notice is for to who wants it
		this.sent = 0;
		this.child.stdout.on('data', (bytes) => this.receive(bytes));
		this.child.stderr.on('data', (bytes) => (this.errors += bytes));
		this.ended = new Promise((resolve) => this.child.on('exit', resolve));
	}

	async start() {
		await this.ask('initialize', {
			processId: process.pid,
			rootUri: pathToFileURL(top).href,
			capabilities: {
				textDocument: {
					completion: {
						completionItem: {
							documentationFormat: ['markdown'],
							snippetSupport: true,
						},
					},
					hover: { contentFormat: ['markdown'] },
					publishDiagnostics: { versionSupport: true },
				},
				workspace: { configuration: true, didChangeConfiguration: {} },
			},
			workspaceFolders: [{ uri: pathToFileURL(top).href, name: 'planc' }],
		});
		this.tell('initialized', {});
		this.tell('workspace/didChangeConfiguration', { settings: SETTINGS });
	}

	async stop() {
		await this.ask('shutdown', null);
		this.tell('exit', null);
		return this.ended;
	}

	// Opens a text as the file at an address.
	open(uri, text) {
		this.tell('textDocument/didOpen', {
			textDocument: { uri, languageId: 'yaml', version: 1, text },
		});
	}

	// The faults of a text; the server says them by itself.
	async faults(uri, text) {
		const published = this.await(`diagnostics ${uri}`);

		this.open(uri, text);
		return (await published).diagnostics;
	}

	// What the server answers where the text has a “‸”.
	askAt(method, uri, text) {
		const [before, after] = text.split('‸');
		const lines = before.split('\n');

		this.open(uri, before + after);
		return this.ask(method, {
			textDocument: { uri },
			position: { line: lines.length - 1, character: lines.at(-1).length },
		});
	}

	async complete(uri, text) {
		const answer = await this.askAt('textDocument/completion', uri, text);

		return answer.items ?? answer;
	}

	async hover(uri, text) {
		const answer = await this.askAt('textDocument/hover', uri, text);

		return answer?.contents.value ?? '';
	}

	ask(method, params) {
		const id = ++this.sent;

		this.send({ id, method, params });
		return this.await(`answer ${id}`);
	}

	tell(method, params) {
		this.send({ method, params });
	}

	await(what) {
		return new Promise((resolve, reject) => this.waiting.set(what, { resolve, reject }));
	}

	send(message) {
		const body = JSON.stringify({ jsonrpc: '2.0', ...message });

		this.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	}

	receive(bytes) {
		this.received = Buffer.concat([this.received, bytes]);
		for (;;) {
			const head = this.received.indexOf('\r\n\r\n');

			if (head < 0)
				return;
			const heading = this.received.toString('latin1', 0, head);
			const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(heading)[1]);

			if (this.received.length < end)
				return;
			const message = JSON.parse(this.received.toString('utf8', head + 4, end));
			this.received = this.received.subarray(end);
			this.take(message);
		}
	}

	take({ id, method, params, result, error }) {
		if (method === 'workspace/configuration') {
			const result = params.items.map(({ section }) => SETTINGS[section] ?? null);

			this.send({ id, result });
		} else if (method === 'textDocument/publishDiagnostics') {
			this.settle(`diagnostics ${params.uri}`, params);
		} else if (method === undefined) {
			this.settle(`answer ${id}`, result, error);
		} else if (id !== undefined) {
			this.send({ id, result: null });
		}
	}

	settle(what, result, error) {
		const waiting = this.waiting.get(what);

		this.waiting.delete(what);
		if (error)
			waiting?.reject(new Error(error.message));
		else
			waiting?.resolve(result);
	}
}

module.exports = { Client };
