// `npm run release`: all files of a release in release/, with their checksums and notes, from a tree whose tests have passed.
//
// Dry: nothing is published and nothing is tagged. `--tag` sets the tag once everything is there, `--tested` leaves the tests out where
// they have just run. What only a publisher can do is in docs/release.md.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditOf } from './release/audit.mjs';
import { notesOf } from './release/notes.mjs';
import { ensureInstalled, must, root, runAndKeepQuiet, runBeside, say } from './steps.mjs';

const { values } = parseArgs({ options: { tag: { type: 'boolean' }, tested: { type: 'boolean' } } });
const { name, version, repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const out = path.join(root, 'release');
/** Beside it, since nobody who installs needs them: what turns a reported stack into lines of the source. */
const maps = path.join(root, 'release-maps');

const notes = notesOf(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), version, repository?.url ?? repository);
if (!notes) refuse(`CHANGELOG.md says nothing of ${version}. Write “## ${version}” and what is new for readers.`);
const dirty = runAndKeepQuiet('git', ['status', '--porcelain']);
if (dirty) refuse(`These are not committed, so nobody could make this release again:\n${dirty}`);

ensureInstalled();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const audited = auditOf((await runBeside('npm', ['audit', '--json'])).written);
if (audited.weak)
  refuse('Packages have weaknesses that are known, above. Mend them before anything is published: `npm audit`.');
if (!values.tested) must(process.execPath, ['scripts/test.mjs']);
const file = (ending) => path.join(out, `${name}-${version}${ending}`);
/** Who makes a release of this commit again has the same files: they are as old as it is. */
const SOURCE_DATE_EPOCH = runAndKeepQuiet('git', ['log', '-1', '--format=%ct']).trim();
const env = { ...process.env, COPYDESK_MAPS: maps, SOURCE_DATE_EPOCH };
must(process.execPath, ['scripts/package.mjs', file('.vsix')], { env });
must(process.execPath, ['scripts/page.mjs', file('.html')]);
must(process.execPath, ['scripts/sbom.mjs', file('.cdx.json')], { env });
must('npm', ['pack', '--pack-destination', out], { env });
writeFileSync(file('.md'), notes);
const made = readdirSync(out).sort();
const sums = made.map(
  (one) =>
    `${createHash('sha256')
      .update(readFileSync(path.join(out, one)))
      .digest('hex')}  ${one}\n`,
);
writeFileSync(path.join(out, 'SHA256SUMS'), sums.join(''));
if (values.tag) must('git', ['tag', '--annotate', `v${version}`, '--message', `Copydesk ${version}`]);

say(
  `Copydesk ${version} is in release/: ${made.join(', ')}, SHA256SUMS. Keep release-maps/ to read stacks that are reported.`,
);
say(values.tag ? `The tag v${version} is set, and pushed by nobody.` : `No tag was set: --tag does.`);
if (!audited.asked)
  say(
    'The registry could not say whether packages have weaknesses that are known: `npm audit` where one can, before you publish.',
  );
say('What is left is the publisher’s: docs/release.md.');

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
