// `gulp build`: what the compiler leaves out of dist/, and a check of every template. It stands in for `n8n-node build`,
// which would also copy every picture of the nested packages into dist/.
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

const copy = (globs) => src(globs, { base: '.', encoding: false }).pipe(dest('dist'));

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

function icons() {
	return copy(['nodes/**/*.svg', 'credentials/**/*.svg']);
}

function codex() {
	return copy(['nodes/**/*.node.json']);
}

function templates() {
	return copy(['workflows/*.json']);
}

async function checkTemplates() {
	const { checkAllTemplates } = await import('./scripts/check-templates.ts');
	await checkAllTemplates();
}

exports.clean = clean;
exports.icons = icons;
exports.codex = codex;
exports.templates = series(templates, checkTemplates);
exports.build = parallel(icons, codex, exports.templates);
exports.default = exports.build;
