// A web server for the folder of a site, below a path of its own and with the
// strictest policy that the pages are made for.
'use strict';

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'";
const TYPES = {
	'.css': 'text/css',
	'.csv': 'text/csv',
	'.html': 'text/html',
	'.ics': 'text/calendar',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.md': 'text/markdown',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
};

// Its `base` ends in a slash; `missing` are the paths that were asked for and are not there.
async function serve(site) {
	const missing = [];
	const server = http.createServer(({ url }, response) => {
		const name = decodeURIComponent(new URL(url, 'http://localhost').pathname).replace(/^\/below\/this\//, '');
		const file = path.join(site, name);

		if (!file.startsWith(site + path.sep) || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
			missing.push(url);
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, {
			'Content-Security-Policy': POLICY,
			'Content-Type': `${TYPES[path.extname(file)] ?? 'application/octet-stream'}; charset=utf-8`,
			'X-Content-Type-Options': 'nosniff',
		});
		fs.createReadStream(file).pipe(response);
	});

	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		base: `http://127.0.0.1:${server.address().port}/below/this/`,
		missing,
		close: () => server.close(),
	};
}

module.exports = { serve };
