// The characters of a Markdown text node and where each stands: escapes, entities and wrapped lines undone.
import type { ProseBuilder } from '../../text/source-map';
import type { Span } from '../../text/span';
import { endsLine } from './lines';
import { HIDDEN, HIDDEN_CLOSING, HIDDEN_OPENING, isHidden, OBJECT } from './hidden';

/** A piece of a text node: words, something that is none, or hidden markup round words. File offsets. */
export interface TextPiece extends Span {
  readonly kind: 'words' | 'object' | 'opening' | 'closing';
  /** Where it stands in the prose. */
  readonly prose: Span;
}

/**
 * Appends what the reader sees of `[start, end)` of the file.
 * @param file the text that the parser saw, as long as the file's own.
 * @param value what the Markdown parser made of it. What cannot be followed in the file is in the prose, unmapped.
 */
export function copyDecoded(prose: ProseBuilder, file: string, { start, end }: Span, value: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = start;
  let from = start;
  let words = { file: start, prose: prose.length };
  /** Ends the run of plain characters, and goes on at `to`. */
  const leave = (to: number): void => {
    prose.copy(from, at);
    at = to;
    from = to;
  };
  const endWords = (): void => {
    leave(at);
    if (at > words.file)
      pieces.push({ kind: 'words', start: words.file, end: at, prose: { start: words.prose, end: prose.length } });
  };
  for (let i = 0; i < value.length; ) {
    const unit = value.charAt(i);
    const raw = at < end ? file.charAt(at) : '';
    const entity = raw === '&' ? entityAt(file, at, end) : undefined;
    if (raw === unit && isHidden(raw)) {
      endWords();
      const [opened, before] = [at, prose.length];
      while (at < end && file.charAt(at) === raw && value.charAt(i) === raw) {
        at++;
        i++;
      }
      if (raw === HIDDEN) prose.insert(OBJECT);
      pieces.push({
        kind: kinds.get(raw) ?? 'object',
        start: opened,
        end: at,
        prose: { start: before, end: prose.length },
      });
      from = at;
      words = { file: at, prose: prose.length };
    } else if (unit === '\n' || unit === '\r') {
      i += unit === '\r' && value.charAt(i + 1) === '\n' ? 2 : 1;
      leave(nextLine(file, at, end, value.charAt(i)));
      prose.insert(' ');
    } else if (entity && !(unit === '&' && entity.toLowerCase() !== '&amp;' && value.startsWith(entity, i))) {
      leave(at + entity.length);
      const width = (value.codePointAt(i) as number) > 0xffff ? 2 : 1;
      prose.insert(value.slice(i, i + width));
      i += width;
    } else if (raw === '\\' && isPunctuation(unit) && file.charAt(at + 1) === unit) {
      leave(at + 1);
      at++;
      i++;
    } else if (raw === unit && endsLine(unit.charCodeAt(0))) {
      // Markdown knows fewer line ends than Unicode does
      leave(at + 1);
      prose.insert(' ');
      i++;
    } else if (raw === unit || (raw === '\0' && unit === '\ufffd')) {
      at++;
      i++;
    } else {
      leave(at);
      prose.insert(endsLine(unit.charCodeAt(0)) ? ' ' : unit);
      i++;
    }
  }
  endWords();
  return pieces;
}

const kinds: ReadonlyMap<string, TextPiece['kind']> = new Map([
  [HIDDEN_OPENING, 'opening'],
  [HIDDEN_CLOSING, 'closing'],
]);

/** Entity with its semicolon, or nothing: Markdown decodes no other. */
function entityAt(file: string, at: number, end: number): string | undefined {
  return /^&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/.exec(
    file.slice(at, Math.min(end, at + 34)),
  )?.[0];
}

const isPunctuation = (unit: string): boolean => /[!-/:-@[-`{-~]/.test(unit);

/** Offset behind the line end at `at`, the white space round it, and the marks of the block quotes and lists it stands in. */
function nextLine(file: string, at: number, end: number, next: string): number {
  let to = at;
  while (to < end && (file[to] === ' ' || file[to] === '\t')) to++;
  if (file[to] === '\r' && file[to + 1] === '\n') to += 2;
  else if (file[to] === '\n' || file[to] === '\r') to++;
  else return at;
  while (to < end && (file[to] === ' ' || file[to] === '\t' || (file[to] === '>' && file[to] !== next))) to++;
  return to;
}
