// `.copydesk/cleared.jsonl` on disk: what is added stands there, what is taken out is gone, and nothing is written elsewhere.
import * as assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CLEARANCE_FILE, type ClearanceLine, toLines } from '../../server/src/config/clearance-lines';
import { appendClearances, readClearances, takeOutClearances } from '../../server/src/workspace/clearance-file';

const decided = (file: string): ClearanceLine => ({
  file,
  rule: 'double-hedge',
  sentence: '0123456789abcdef',
  occurrence: 0,
  reason: 'confirmed',
  date: '2026-03-01',
});

describe('the file of decisions', () => {
  let folder = '';
  let root = '';
  let file = '';
  const files = (): string[] => readClearances(root).all.map((line) => line.file);
  const holds = (text: string): void => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'copydesk-cleared-')));
    root = path.join(folder, 'desk');
    mkdirSync(root);
    file = path.join(root, CLEARANCE_FILE);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('need not be there', () => {
    const { all, problems, of } = readClearances(root);
    assert.deepEqual([all, problems, of('a.txt')], [[], [], []]);
  });

  it('is made with the first decision, and has the next ones at its end', () => {
    assert.equal(appendClearances(root, [decided('a.txt')]), undefined);
    assert.equal(appendClearances(root, [decided('b.txt'), decided('c.txt')]), undefined);
    assert.equal(readFileSync(file, 'utf8'), toLines(['a.txt', 'b.txt', 'c.txt'].map(decided)), 'each once');
    assert.deepEqual(files(), ['a.txt', 'b.txt', 'c.txt']);
  });

  it('whose last line has no end swallows nothing that is added', () => {
    holds(toLines([decided('a.txt')]).trimEnd());
    assert.equal(appendClearances(root, [decided('b.txt')]), undefined);
    assert.equal(readFileSync(file, 'utf8'), toLines(['a.txt', 'b.txt'].map(decided)));
    holds('');
    appendClearances(root, [decided('b.txt')]);
    assert.equal(readFileSync(file, 'utf8'), toLines([decided('b.txt')]), 'an empty one gets no blank line');
  });

  it('loses the decisions that are taken out, and no other line', () => {
    holds(`${toLines(['a.txt', 'b.txt'].map(decided))}# a note\n`);
    assert.equal(
      takeOutClearances(root, (line) => line.file === 'a.txt'),
      undefined,
    );
    assert.equal(readFileSync(file, 'utf8'), `${toLines([decided('b.txt')])}# a note\n`);
  });

  it('keeps what somebody adds while others are taken out', () => {
    holds(toLines(['a.txt', 'bä.txt'].map(decided)));
    const late = decided('late.txt');
    let added = false;
    takeOutClearances(root, ({ file: draft }) => {
      if (!added) appendClearances(root, [late]);
      added = true;
      return draft === 'a.txt';
    });
    assert.equal(readFileSync(file, 'utf8'), toLines([decided('bä.txt'), late]));
  });

  it('that has gone meanwhile is told', () => {
    const gone = takeOutClearances(root, () => true);
    assert.deepEqual([gone?.code, gone?.message], ['missing-file', `There is no ${CLEARANCE_FILE} any more.`]);
    assert.ok(!existsSync(path.dirname(file)), 'and nothing is made');
  });

  it('is neither read nor written through a link that leads out of the root', () => {
    const outside = path.join(folder, 'outside.jsonl');
    writeFileSync(outside, toLines([decided('a.txt')]));
    mkdirSync(path.dirname(file));
    symlinkSync(outside, file);
    const { all, problems } = readClearances(root);
    assert.deepEqual([all.length, problems.map(({ code }) => code)], [0, ['outside-root']]);
    assert.match(
      problems[0]?.message ?? '',
      /^\.copydesk\/cleared\.jsonl is a link that leads outside .*so it does not count\./,
    );
    assert.match(appendClearances(root, [decided('b.txt')])?.message ?? '', /^Nothing was cleared: .*leads outside/);
    assert.equal(takeOutClearances(root, () => true)?.code, 'unwritable-file');
    assert.equal(readFileSync(outside, 'utf8'), toLines([decided('a.txt')]));
  });

  it('may be a link that stays in the root', () => {
    writeFileSync(path.join(root, 'ours.jsonl'), toLines([decided('a.txt')]));
    mkdirSync(path.dirname(file));
    symlinkSync('../ours.jsonl', file);
    assert.equal(appendClearances(root, [decided('b.txt')]), undefined);
    assert.deepEqual(files(), ['a.txt', 'b.txt']);
  });

  it('that is a folder, or a link to nowhere, is told and left alone', () => {
    mkdirSync(file, { recursive: true });
    assert.equal(readClearances(root).problems.length, 1);
    assert.deepEqual(readClearances(root).all, []);
    assert.match(appendClearances(root, [decided('b.txt')])?.message ?? '', /^Nothing was cleared: .*is a folder/);
    assert.notEqual(
      takeOutClearances(root, () => true),
      undefined,
    );
    rmSync(file, { recursive: true });
    symlinkSync('nowhere', file);
    assert.equal(readClearances(root).problems.length, 1);
    assert.match(appendClearances(root, [decided('b.txt')])?.message ?? '', /leads nowhere/);
  });
});
