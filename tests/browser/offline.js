// Loaded into a program before its own code: it reaches nothing but files.
'use strict';

const net = require('node:net');

net.Socket.prototype.connect = function connect(...to) {
	const { host, port, path } = to.flat()[0];

	process.stderr.write(`offline: a connection to ${path ?? `${host}:${port}`}\n`);
	throw new Error('offline');
};
