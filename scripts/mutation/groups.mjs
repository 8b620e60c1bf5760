// Which code is mutated, and which tests must notice. `npm run mutate` (scripts/mutate.mjs) says how well they do.

/** Lowest share of mutants that tests notice, in per cent: of each group, and of all. */
export const floor = 80;

/** Code that goes wrong without anybody seeing it: a draft changed in the wrong place, a question that comes back or never comes. */
export const groups = {
  // an offset that is one off puts a fix into the wrong word
  offsets: [
    'server/src/text/source-map.ts',
    'server/src/text/edit.ts',
    'server/src/text/span.ts',
    'server/src/text/line-index.ts',
    'server/src/lsp/positions.ts',
  ],
  // decides which fixes stand, where in the file, and what several of them make of it
  fixes: [
    'server/src/engine/fix.ts',
    'server/src/engine/fixable.ts',
    'server/src/engine/placing.ts',
    'server/src/engine/quarrels.ts',
    'server/src/engine/rounds.ts',
    'server/src/engine/unseen.ts',
  ],
  // what an editor has decided holds for that sentence, and is lost by nobody
  clearances: [
    'server/src/engine/clearances.ts',
    'server/src/config/clearance-lines.ts',
    'server/src/workspace/clearance-file.ts',
  ],
};

/** The tests that know this code by itself. Others notice too, and take too long for two thousand runs. */
export const tests = [
  'places',
  'maps',
  'spans',
  'fix-rounds',
  'one-place',
  'which-fixes',
  'placing',
  'clearances',
  'clearance-lines',
  'clearance-file',
  'decision-day',
  'text',
].map((name) => `out/test/unit/${name}.test.js`);
