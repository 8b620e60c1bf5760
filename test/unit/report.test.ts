// Reports: each format holds what its readers rely on, whatever stands in a draft or is its name.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Diagnostic } from '../../server/src/engine/diagnostic';
import { criticReport } from '../../server/src/report/critic';
import { unifiedDiff } from '../../server/src/report/diff';
import { inUrl, inXml, visible } from '../../server/src/report/escape';
import { fingerprintsOf } from '../../server/src/report/fingerprint';
import { githubReport } from '../../server/src/report/github';
import { gitlabReport } from '../../server/src/report/gitlab';
import { jsonReport } from '../../server/src/report/json';
import { junitReport } from '../../server/src/report/junit';
import { prettyReport } from '../../server/src/report/pretty';
import { rdjsonlReport } from '../../server/src/report/rdjsonl';
import type { Linted, ReportOptions, Report } from '../../server/src/report/report';
import { sarifReport } from '../../server/src/report/sarif';
import { lineIndex, positionAt } from '../../server/src/text/line-index';
import { unmark } from '../../server/src/rules/case-file';

const paper: ReportOptions = {
  color: false,
  width: 80,
  failing: ['error'],
  rules: [
    { id: 'vague-source', summary: 'Who says so?', category: 'attribution', kind: 'query', severity: 'information' },
  ],
};

const write = (report: Report, all: readonly Linted[]): string =>
  (report.head ?? '') + all.map((one) => report.draft(one)).join('') + (report.tail?.() ?? '');

function diagnostic(text: string, start: number, end: number, more: Partial<Diagnostic> = {}): Diagnostic {
  const lines = lineIndex(text);
  const from = positionAt(lines, start);
  const to = positionAt(lines, end);
  return {
    rule: 'vague-source',
    kind: 'query',
    severity: 'information',
    start,
    end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    message: `Who are “${text.slice(start, end)}”?`,
    related: [],
    fixes: [],
    ...more,
  };
}

const text = 'Café owners say so. Endi\nExperts agree.\n';
const removal: Diagnostic['fixes'] = [{ title: 'Remove it', apply: 'auto', edits: [{ start: 19, end: 24, text: '' }] }];
const linted: Linted = {
  path: 'desk/a b.txt',
  text,
  diagnostics: [
    diagnostic(text, 20, 24, { rule: 'wire-sign-off', severity: 'error', message: '100% wrong:\nout', fixes: removal }),
    diagnostic(text, 25, 32),
  ],
  problems: [],
};
const unread: Linted = {
  path: 'b.txt',
  text: '',
  diagnostics: [],
  problems: [{ code: 'missing-file', message: 'There is no file b.txt.' }],
};

describe('reports', () => {
  it('github: a command a line, nothing in it read as another', () => {
    assert.deepEqual(write(githubReport(), [linted, unread]).split('\n'), [
      '::error title=wire-sign-off,file=desk/a b.txt,line=1,endLine=1,col=21,endColumn=25::100%25 wrong: out',
      '::notice title=vague-source,file=desk/a b.txt,line=2,endLine=2,col=1,endColumn=8::Who are “Experts”?',
      '::error title=missing-file,file=b.txt,line=1,col=1::There is no file b.txt.',
      '',
    ]);
  });

  it('rdjsonl: columns in UTF-8 bytes, a suggestion where the fix is safe', () => {
    const [first, second] = write(rdjsonlReport(), [linted])
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(first.location.range, { start: { line: 1, column: 22 }, end: { line: 1, column: 26 } });
    assert.deepEqual(first.suggestions, [
      { range: { start: { line: 1, column: 21 }, end: { line: 1, column: 26 } }, text: '' },
    ]);
    assert.deepEqual([second.severity, second.code.value, second.suggestions], ['INFO', 'vague-source', []]);
  });

  it('gitlab: an array, each issue with a fingerprint of its own', () => {
    const issues = JSON.parse(write(gitlabReport(), [linted, unread]));
    assert.deepEqual(
      issues.map((i: { severity: string }) => i.severity),
      ['critical', 'info', 'blocker'],
    );
    assert.equal(new Set(issues.map((i: { fingerprint: string }) => i.fingerprint)).size, 3);
    assert.deepEqual(JSON.parse(write(gitlabReport(), [])), []);
  });

  it('junit: what fails the run is a failure, the rest is told', () => {
    const xml = write(junitReport(paper), [linted, unread, { ...linted, path: 'clean.txt', diagnostics: [] }]);
    assert.equal(xml.match(/<failure /g)?.length, 1);
    assert.equal(xml.match(/<error /g)?.length, 1);
    assert.ok(xml.includes('<system-out>desk/a b.txt:2:1 vague-source: Who are “Experts”?</system-out>'), xml);
    assert.ok(xml.includes('<testcase name="the draft may run" classname="clean.txt"></testcase>'));
  });

  it('sarif: results with places, fixes and fingerprints, and the manuals of the rules that spoke', async () => {
    const { version, runs } = JSON.parse(write(await sarifReport(paper), [linted, unread]));
    assert.equal(version, '2.1.0');
    const [{ results, tool, invocations }] = runs;
    assert.deepEqual(
      results.map((r: { ruleId: string; level: string }) => [r.ruleId, r.level]),
      [
        ['wire-sign-off', 'error'],
        ['vague-source', 'note'],
      ],
    );
    assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, 'desk/a%20b.txt');
    assert.deepEqual(results[0].fixes[0].artifactChanges[0].replacements, [
      { deletedRegion: { charOffset: 19, charLength: 5 }, insertedContent: { text: '' } },
    ]);
    assert.deepEqual(
      tool.driver.rules.map((r: { id: string }) => r.id),
      ['wire-sign-off', 'vague-source'],
    );
    assert.equal(results[1].ruleIndex, 1);
    assert.equal(invocations[0].executionSuccessful, false);
    assert.equal(invocations[0].toolExecutionNotifications.length, 1);
  });

  it('critic: the draft with the marks in it, and the fix where one is safe', () => {
    const first = 'Café owners say so.{-- Endi--}{>>wire-sign-off: 100% wrong: out<<}\n';
    const second = '{==Experts==}{>>vague-source: Who are “Experts”?<<} agree.\n';
    assert.equal(write(criticReport(), [linted]), first + second);
  });

  it('fingerprints outlive edits elsewhere and lines that move', () => {
    const before = fingerprintsOf(linted)[1];
    const moved = `A new lead stands here now, and it is long enough to be outside of what is near. ${text}`;
    const at = moved.indexOf('Experts');
    assert.equal(fingerprintsOf({ ...linted, text: moved, diagnostics: [diagnostic(moved, at, at + 7)] })[0], before);
    const twice = fingerprintsOf({
      ...linted,
      diagnostics: [linted.diagnostics[1], linted.diagnostics[1]] as Diagnostic[],
    });
    assert.notEqual(twice[0], twice[1]);
  });

  /** A draft of hostile characters with findings anywhere in it, in order. */
  const hostile = fc
    .record({
      path: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      text: fc.string({
        unit: fc.constantFrom(
          'a',
          ' ',
          '\n',
          '\r',
          '"',
          '<',
          '&',
          ']]>',
          '\u0000',
          '\x1b',
          '\u202e',
          '\u2028',
          '\ud800',
          '😀',
          '%',
          ':',
          ',',
          '::',
          '{==',
          '<<}',
        ),
        maxLength: 40,
      }),
      cuts: fc.array(fc.nat(60), { maxLength: 6 }),
    })
    .map(({ path, text, cuts }): Linted => {
      const offsets = cuts.map((c) => Math.min(c, text.length)).sort((a, b) => a - b);
      const diagnostics = offsets
        .slice(1)
        .map((end, i) => diagnostic(text, offsets[i] as number, end, { message: `Bad: ${text}` }));
      return { path, text, diagnostics, problems: [{ code: 'x', message: text }] };
    });

  it('stay what they are, whatever stands in a draft or its name', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (one) => {
        JSON.parse(write(jsonReport(), [one, one]));
        JSON.parse(write(gitlabReport(), [one, one]));
        JSON.parse(write(await sarifReport(paper), [one, one]));
        for (const line of write(rdjsonlReport(), [one]).split('\n')) if (line) JSON.parse(line);
        const commands = write(githubReport(), [one]).split(/\r\n|[\n\r]/);
        assert.equal(commands.length, one.diagnostics.length + 2);
        assert.ok(
          commands
            .slice(0, -1)
            .every((line) => /^::(?:error|warning|notice) title=[^,\r\n]*,file=[^,\r\n]*,line=\d+,/.test(line)),
        );
        const xml = write(junitReport(paper), [one]);
        assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
        assert.equal(xml.replace(/<\/?[a-z-]+(?: [a-z]+="[^"<]*")*\/?>|<\?xml[^>]*\?>/g, '').search(/[<>]/), -1, xml);
        assert.doesNotMatch(write(prettyReport(paper), [one]), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      }),
      { numRuns: 300 },
    );
  });

  it('critic marks come off again and leave the draft, where it holds no such marks itself', () => {
    const copy = fc.tuple(
      fc.string({ maxLength: 40 }).filter((s) => !/[{}]/.test(s)),
      fc.array(fc.nat(40), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(copy, ([draft, cuts]) => {
        const offsets = cuts.map((c) => Math.min(c, draft.length)).sort((a, b) => a - b);
        const diagnostics = offsets
          .slice(1)
          .map((end, i) => diagnostic(draft, offsets[i] as number, end, { message: 'Why?' }));
        const out = write(criticReport(), [{ path: 'a', text: draft, diagnostics, problems: [] }]);
        assert.equal(unmark(out).text, draft);
      }),
    );
  });

  it('escape what steers a terminal, a URL or XML', () => {
    assert.equal(visible('a\x1b[2J\u202e\tb\r\nc'), 'a\\x1b[2J\\u202e b c');
    assert.equal(inUrl('a b/c#d?.txt\ud800'), 'a%20b/c%23d%3F.txt%EF%BF%BD');
    assert.equal(inXml('<a b="\x00">&'), '&#60;a b=&#34;\ufffd&#34;&#62;&#38;');
  });
});

describe('diffs', () => {
  /** What `patch` does: checks every line that the hunks name, and puts in the new ones. */
  function patch(before: string, diff: string): string {
    const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const out: string[] = [];
    let at = 0;
    for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
      const [, start, count, , newCount] = (/^@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n/.exec(hunk) ?? []).map(Number);
      const lines = hunk.split('\n').slice(1, -1);
      const from = (start as number) - (count ? 1 : 0);
      out.push(...old.slice(at, from));
      at = from;
      let [seen, made] = [0, 0];
      lines.forEach((line, i) => {
        if (line.startsWith('\\')) return;
        const end = lines[i + 1]?.startsWith('\\') ? '' : '\n';
        const body = line.slice(1) + end;
        if (line[0] !== '+') {
          assert.equal(old[at++], body);
          seen++;
        }
        if (line[0] !== '-') made = out.push(body) && made + 1;
      });
      assert.deepEqual([seen, made], [count, newCount]);
    }
    return [...out, ...old.slice(at)].join('');
  }

  it('lead from the one text to the other', () => {
    const copy = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'long line\n', 'end'), { maxLength: 30 })
      .map((l) => l.join(''));
    fc.assert(
      fc.property(copy, copy, (before, after) => {
        const diff = unifiedDiff('a.txt', before, after);
        if (before === after) assert.equal(diff, '');
        else assert.equal(patch(before, diff), after, diff);
      }),
      { numRuns: 2000 },
    );
  });
});
