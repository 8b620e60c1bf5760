// textlint's prh: forms that are expected, with the patterns that they replace.
import { formsOf } from './finite';
import { EXPRESSION, type Imported, type Left, nothing } from './imported';

/** A dictionary of prh, as its file has it. */
export interface PrhFile {
  readonly rules?: unknown;
  readonly imports?: unknown;
}

export function prhRules({ rules, imports }: PrhFile, name: string): Imported {
  const forms: Imported['forms'][number][] = [];
  const left: Left[] = importsOf(imports).map((what) => ({
    what,
    why: 'for it is another file that this one builds on: import that too',
  }));
  let taken = 0;
  for (const rule of Array.isArray(rules) ? (rules as readonly unknown[]) : []) {
    const { expected, patterns } = typeof rule === 'string' ? { expected: rule, patterns: [] } : partsOf(rule);
    if (expected === '')
      left.push({ what: JSON.stringify(rule).slice(0, 60), why: 'for it says nothing of what is expected' });
    else if (isUnspaced(expected)) left.push({ what: expected, why: UNSPACED });
    else if (/\$\d/.test(expected))
      left.push({ what: expected, why: 'for it is made of what an expression has found' });
    else {
      const read = patterns.map((pattern) => ({ pattern, words: wordsOf(pattern) }));
      for (const { pattern, words } of read)
        if (!words || words.some(isUnspaced))
          left.push({ what: `${pattern} → ${expected}`, why: words ? UNSPACED : EXPRESSION });
        else taken++;
      if (!patterns.length) taken++;
      const instead = read
        .flatMap(({ words }) => (words && !words.some(isUnspaced) ? words : []))
        .filter((one) => one !== expected);
      // what stood for expressions alone says nothing without them
      if (instead.length || !patterns.length) forms.push({ prefer: expected, instead, source: `prh, ${name}` });
    }
  }
  return { ...nothing, forms, left, taken };
}

/** `/web/i`: prh has expressions between strokes, and all else is words. */
const isExpression = (pattern: string): boolean =>
  pattern.trim().startsWith('/') && /\/[a-z]{0,8}$/.test(pattern.trim().slice(1));

/** What the pattern may stand for; nothing where that cannot be written out. */
function wordsOf(pattern: string): readonly string[] | undefined {
  const written = pattern.trim();
  return isExpression(written) ? formsOf(written.slice(1, written.lastIndexOf('/'))) : [written];
}

const UNSPACED = 'for it is written without spaces between words, and Copydesk reads English';

/** Chinese, Japanese, Thai and their kin. */
const isUnspaced = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);

function partsOf(rule: unknown): { readonly expected: string; readonly patterns: readonly string[] } {
  const { expected, pattern, patterns } = Object(rule) as Record<string, unknown>;
  return {
    expected: typeof expected === 'string' ? expected.trim() : '',
    patterns: [pattern, patterns].flat().filter((one): one is string => typeof one === 'string' && one !== ''),
  };
}

const importsOf = (imports: unknown): string[] =>
  [imports].flat().flatMap((one) => {
    const path = typeof one === 'string' ? one : (Object(one) as { path?: unknown }).path;
    return typeof path === 'string' ? [path] : [];
  });
