// dist/core.js: gives the parts of the program that `lint` cannot start without, from parts.js beside it.
//
// Half of a short run went into compiling them. Where the build left what this very V8 had compiled, that is taken instead
// of the source; any other V8 compiles as ever. V8 itself refuses what was compiled from another text or with other flags.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const { arch, platform, versions } = process;
const filename = path.join(__dirname, 'parts.js');
const compiled = path.join(__dirname, `parts-${versions.v8}-${platform}-${arch}.bin`);

const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: read(compiled) });
const parts = script.runInThisContext();
const loaded = Object.create(null);

/** A part's exports; it runs when it is first asked for. */
function part(name) {
  let module = loaded[name];
  if (!module) {
    module = loaded[name] = { exports: {} };
    parts[name](module, module.exports, require, __dirname);
  }
  return module.exports;
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { part, script, compiled };
