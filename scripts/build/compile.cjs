// Keeps what V8 has compiled once a draft was linted, for the starts to come: dist/core.js reads it.
//
// node scripts/build/compile.cjs <dist> <draft>
const { writeFileSync } = require('node:fs');
const path = require('node:path');

const [dist, draft] = process.argv.slice(2);
const { part, script, compiled } = require(path.resolve(dist, 'core.js'));
process.argv = [process.execPath, path.resolve(dist, 'cli.js'), 'lint', '--fail-on', 'never', draft];
// only now are the functions compiled that a run calls
process.on('exit', () => writeFileSync(compiled, script.createCachedData()));
part('cli.js');
