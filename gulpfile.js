// `gulp build`: what the compiler leaves out of dist/, and a check of every template.
const { dest, parallel, series, src } = require('gulp');

const to = 'dist';
const copy = (globs, options) => () => src(globs, { encoding: false, ...options }).pipe(dest(to));

const icons = copy(['{nodes,credentials}/**/*.svg'], { base: '.' });
const codex = copy(['nodes/**/*.node.json'], { base: '.' });
const templates = copy(['workflows/*.json'], { base: '.' });

async function checkTemplates() {
	const { checkAllTemplates } = await import('./scripts/check-templates.ts');
	checkAllTemplates();
}

exports.icons = icons;
exports.codex = codex;
exports.templates = series(templates, checkTemplates);
exports.build = parallel(icons, codex, exports.templates);
exports.default = exports.build;
