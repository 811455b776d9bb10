// The sites that `make demo` builds. SITE=DIR is another one.
'use strict';

const path = require('node:path');
const { lookAtSite } = require('./look.js');
const { at } = require('./project.js');

if (process.env.SITE) {
	lookAtSite('site', path.resolve(process.env.SITE));
} else {
	lookAtSite('the two plans', at('build/site'));
	lookAtSite('the example', at('build/example-site'));
}
