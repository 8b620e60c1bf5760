// What hides a file's foreign matter from those who read it, and what stands for it in the prose.
import { endsLine } from './lines';

/** Hides what nobody reads; what reads the file puts one object in its place. */
export const HIDDEN = '\ue100';
/** Hides markup with prose inside it: `[[target|` before the words shown, `]]` behind them. */
export const HIDDEN_OPENING = '\ue101';
export const HIDDEN_CLOSING = '\ue102';

/** Hides what stands between two lines of copy among tags: a line ends there. */
export const HIDDEN_BREAK = '\ue103';

export const isHidden = (character: string): boolean => character >= HIDDEN && character <= HIDDEN_CLOSING;

/** Stands in the prose for what is none inside a sentence. U+FFFC, the object replacement character. */
export const OBJECT = '\ufffc';

/** Line ends stay, and with them what stands before the first word of a line: Markdown's blocks are told by it. */
export function hidden(text: string, by = HIDDEN): string {
  let out = '';
  let indent = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (endsLine(text.charCodeAt(i))) indent = true;
    else if (!' \t>'.includes(unit)) indent = false;
    out += indent ? unit : by;
  }
  return out;
}
