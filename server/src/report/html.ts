// Findings as a page: for `lint --format html`, and as a part of the desk report.
import type { Diagnostic } from '../engine/diagnostic';
import { weightInWords } from '../rules/severity';
import type { Span } from '../text/span';
import { inXml, visible } from './escape';
import { excerpt } from './excerpt';
import { pageHead, pageTail, shown, table } from './page';
import type { Report } from './report';

/** A page that is read from top to bottom: drafts without findings are counted, not listed. */
export function htmlReport(): Report {
  let drafts = 0;
  let clean = 0;
  return {
    head: pageHead('What the desk asks'),
    draft({ path, text, diagnostics, problems, fixed }) {
      drafts++;
      if (!diagnostics.length && !problems.length && !fixed) {
        clean++;
        return '';
      }
      return [
        '<article>',
        `<h2>${shown(visible(path))}</h2>`,
        ...(fixed ? [`<p>${fixed} put right.</p>`] : []),
        ...problems.map(
          ({ message, severity }) => `<p${severity === 'note' ? '' : ' class="wrong"'}>${shown(visible(message))}</p>`,
        ),
        findingsTable(diagnostics, text),
        '</article>\n',
      ].join('\n');
    },
    tail: () =>
      `<p>${drafts} ${drafts === 1 ? 'draft' : 'drafts'} read; the desk asks nothing about ${clean || 'none'} of them.</p>\n${pageTail}`,
  };
}

/** Nothing where there are none. */
export function findingsTable(
  diagnostics: readonly Diagnostic[],
  text: string,
  linked: (span: Span, html: string) => string = (_, html) => html,
): string {
  if (!diagnostics.length) return '';
  return table(
    'What must not run, what should be fixed, and questions to the writer',
    ['!Line', 'Weight', 'Rule', 'What the desk says', 'Words'],
    diagnostics.map((one) => {
      const grave = one.severity === 'error' ? ' class="wrong"' : '';
      return [
        `<td class="number">${linked(one, String(one.line))}</td>`,
        `<td${grave}>${weightInWords(one.kind, one.severity)}</td>`,
        `<td>${inXml(one.rule)}</td>`,
        `<td>${shown(visible(one.message))}</td>`,
        `<td>${shown(excerpt(text, one))}</td>`,
      ].join('');
    }),
  );
}
