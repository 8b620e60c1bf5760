// SARIF 2.1.0 (OASIS): what code-scanning pages read.
import { isNote, type Problem } from '../document/story';
import type { Diagnostic } from '../engine/diagnostic';
import { unseenFixes } from '../engine/unseen';
import type { Severity } from '../rules/rule';
import { fingerprintsOf } from './fingerprint';
import { inUrl } from './escape';
import type { ReportOptions, Report } from './report';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

/** Results go out draft by draft; which rules spoke is known at the end, and only their manuals go along. */
export async function sarifReport({ rules, own = () => [] }: ReportOptions): Promise<Report> {
  const { docs } = await import('../rules/docs');
  const { manualOfHouse } = await import('../rules/as-data/manual-of');
  const spoke: string[] = [];
  const notes: object[] = [];
  let unread = false;
  let written = 0;
  const indexOf = (rule: string): number => {
    if (!spoke.includes(rule)) spoke.push(rule);
    return spoke.indexOf(rule);
  };
  const driverRule = (id: string): object => {
    const house = own().find((r) => r.id === id);
    const rule = house ?? rules.find((r) => r.id === id);
    const help = house?.house ? manualOfHouse(house.house) : (docs[id] ?? '');
    return {
      id,
      shortDescription: { text: rule?.summary ?? id },
      ...(help && { help: { text: help, markdown: help } }),
      ...(rule && {
        defaultConfiguration: rule.severity === 'off' ? { enabled: false } : { level: levels[rule.severity] },
        properties: { tags: [rule.category, rule.kind] },
      }),
    };
  };
  return {
    head: '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"columnKind":"utf16CodeUnits","results":[',
    draft(linted) {
      notes.push(...linted.problems.map((p) => notification(p, linted.path)));
      unread ||= linted.problems.some((problem) => !isNote(problem));
      const prints = fingerprintsOf(linted);
      return linted.diagnostics
        .map((d, i) => {
          const result = { ruleId: d.rule, ruleIndex: indexOf(d.rule), ...resultOf(d, linted.path, linted.text) };
          const whole = { ...result, partialFingerprints: { 'copydesk/v1': prints[i] } };
          return `${written++ ? ',' : ''}\n${JSON.stringify(whole)}`;
        })
        .join('');
    },
    tail() {
      const driver = { name: 'copydesk', rules: spoke.map(driverRule) };
      const invocation = { executionSuccessful: !unread, toolExecutionNotifications: notes };
      return `\n],"tool":${JSON.stringify({ driver })},"invocations":${JSON.stringify([invocation])}}]}\n`;
    },
  };
}

function resultOf(d: Diagnostic, path: string, text: string): object {
  const artifactLocation = { uri: inUrl(path) };
  const region = {
    startLine: d.line,
    startColumn: d.column,
    endLine: d.endLine,
    endColumn: d.endColumn,
    charOffset: d.start,
    charLength: d.end - d.start,
    snippet: { text: text.slice(d.start, d.end) },
  };
  // programs that read this apply what they find: only what is safe to apply unseen
  const changes = unseenFixes([d]).map(({ title, edits }) => ({
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map((edit) => ({
          deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
          insertedContent: { text: edit.text },
        })),
      },
    ],
  }));
  const related = [
    ...d.related.map(({ start, end, message }) => ({
      message,
      artifactLocation,
      region: { charOffset: start, charLength: end - start },
    })),
    ...(d.elsewhere ?? []).map(({ path, message, ...at }) => ({
      message,
      artifactLocation: { uri: inUrl(path) },
      region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn },
    })),
  ];
  return {
    level: levels[d.severity],
    message: { text: d.message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(related.length && {
      relatedLocations: related.map(({ message, ...physicalLocation }, id) => ({
        id,
        message: { text: message },
        physicalLocation,
      })),
    }),
    ...(changes.length && { fixes: changes.filter(({ artifactChanges }) => artifactChanges[0]?.replacements.length) }),
  };
}

const notification = ({ code, message, line, column, severity }: Problem, path: string): object => ({
  level: severity ?? 'error',
  descriptor: { id: code },
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: inUrl(path) },
        ...(line !== undefined && { region: { startLine: line, startColumn: column ?? 1 } }),
      },
    },
  ],
});
