// A rule's manual for a terminal: lines of its width, and examples with their marks in words instead of the tests' notation.
import { withLinks } from '../rules/manual-links';
import { SCREEN } from '../report/table';
import { wrap } from '../report/wrap';

/** @param markdown as `docs.md` has it. */
export function manualInWords(markdown: string): string {
  const lines: string[] = [];
  let paragraph = '';
  let example: string[] | undefined;
  const flush = (): void => {
    if (paragraph) lines.push(...asItStands(paragraph));
    paragraph = '';
  };
  const inTerminal = withLinks(markdown, (words, page) => `${words} (copydesk explain ${page})`);
  for (const line of inTerminal.trim().split('\n')) {
    if (/^`{3}/.test(line)) {
      flush();
      if (example) lines.push(...inWords(example.join('\n')));
      example = example ? undefined : [];
    } else if (example) example.push(line);
    else if (line === '' || /^(?:#|- |\d+\. |\|)/.test(line)) {
      flush();
      if (/^#/.test(line) && lines.at(-1)) lines.push('');
      paragraph = line;
      if (line === '') lines.push('');
      if (/^[#|]/.test(line)) flush();
    } else paragraph = paragraph ? `${paragraph} ${line}` : line;
  }
  flush();
  return `${lines.join('\n')}\n`;
}

/** A paragraph or a point of a list; what stands below a point's first line hangs below its words. */
function asItStands(paragraph: string): string[] {
  if (paragraph.startsWith('|')) return [paragraph];
  const point = /^(?:- |\d+\. )/.exec(paragraph)?.[0] ?? '';
  return wrap(paragraph.slice(point.length), SCREEN - point.length).map(
    (line, i) => (i ? ' '.repeat(point.length) : point) + line,
  );
}

const MARK = /\{(==|~~|--)([^{}]*)\}/g;
const NOTE = /\{>>([^{}]*)<<\}/g;

/** `«marked» (rule: class)`, and behind an arrow what a fix puts there. */
function inWords(example: string): string[] {
  const told = example
    .replace(MARK, (whole: string, sign: string, inside: string) => {
      if (!inside.endsWith(sign)) return whole;
      const [old = '', becomes = ''] = inside.slice(0, -sign.length).split('~>');
      return sign === '==' ? `«${old}»` : `«${old}» → ${sign === '--' ? 'nothing' : `«${becomes}»`}`;
    })
    .replace(NOTE, ' ($1)');
  return told.split('\n').flatMap((line) => wrap(line, SCREEN - 4).map((one) => (one ? `    ${one}` : '')));
}
