// JUnit's XML: a suite for each draft. What fails the run is a failure, the rest is told with the draft's own test.
import { isNote } from '../document/story';
import type { Diagnostic } from '../engine/diagnostic';
import { inXml } from './escape';
import type { ReportOptions, Report } from './report';

export const junitReport = ({ failing }: ReportOptions): Report => ({
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="copydesk">\n',
  draft({ path, diagnostics, problems }) {
    const failures = diagnostics.filter(({ severity }) => failing.includes(severity));
    const others = diagnostics.filter(({ severity }) => !failing.includes(severity));
    const unread = problems.filter((problem) => !isNote(problem));
    const notes = problems.filter(isNote);
    const name = inXml(path);
    const cases = [
      ...unread.map(({ code, message }) =>
        testCase(code, name, `<error type="${inXml(code)}" message="${inXml(message)}"/>`),
      ),
      ...failures.map((d) =>
        testCase(titleOf(d), name, `<failure type="${d.severity}" message="${inXml(d.message)}"/>`),
      ),
      ...(failures.length + unread.length ? [] : [testCase('the draft may run', name, '')]),
    ];
    const told = [
      ...notes.map(({ line = 1, column = 1, code, message }) => `${path}:${line}:${column} ${code}: ${message}`),
      ...others.map((d) => `${path}:${titleOf(d)}: ${d.message}`),
    ].join('\n');
    const out = told && `    <system-out>${inXml(told)}</system-out>\n`;
    const counts = `tests="${cases.length}" failures="${failures.length}" errors="${unread.length}"`;
    return `  <testsuite name="${name}" ${counts}>\n${cases.join('')}${out}  </testsuite>\n`;
  },
  tail: () => '</testsuites>\n',
});

const titleOf = ({ line, column, rule }: Diagnostic): string => `${line}:${column} ${rule}`;

const testCase = (title: string, suite: string, inside: string): string =>
  `    <testcase name="${inXml(title)}" classname="${suite}">${inside}</testcase>\n`;
