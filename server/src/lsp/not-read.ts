// Why the desk leaves an open document alone, in a sentence.
import { problem } from '../document/decode';
import type { Format } from '../document/draft';
import { formatOfName, formatTable } from '../document/formats/table';
import { LARGEST_OPEN } from '../document/longest';
import type { Problem } from '../document/story';
import type { Resolved } from './host';
import type { OpenDraft } from './open-drafts';
import type { Applied } from './settings-store';
import { t } from './words';

/** A document that the desk leaves alone. */
export interface NotRead {
  /** A whole sentence. */
  readonly off: string;
  /** It is a draft, and something keeps the desk from reading it: the writer is told among the findings too. */
  readonly fault?: Problem;
  readonly resolved?: Resolved;
}

/** @param draft one that may be a draft by its scheme and language. @returns nothing where it is read. */
export function whyNotRead(
  draft: OpenDraft,
  { format, asked = false }: { readonly format: Format; readonly asked?: boolean },
  { own, resolved }: Applied,
): NotRead | undefined {
  if (!own.enable) return { off: t('Copydesk is switched off here by the setting copydesk.enable.'), resolved };
  const off = asked ? undefined : offBySettings(draft, format, own.languages, resolved);
  if (off !== undefined) return { off, resolved };
  if (draft.text.length <= LARGEST_OPEN) return undefined;
  const fault = tooLong(draft.text.length);
  return { off: fault.message, resolved, fault };
}

/** A document of a language that may hold anything is read where its folder's settings name the file, or the person's the language: the
 *  language alone never is a reason. */
function offBySettings(
  { uri, languageId }: OpenDraft,
  format: Format,
  languages: readonly string[],
  resolved: Resolved,
): string | undefined {
  const isAsked = languages.includes(languageId);
  if (resolved.ignored !== undefined) return resolved.unasked && isAsked ? undefined : resolved.ignored;
  const isNamed = resolved.desk !== undefined && formatOfName(uri) === format;
  if (!formatTable[format].onlyWhenNamed || isAsked || isNamed) return undefined;
  return t('Documents in the language “{0}” are read where the setting copydesk.languages names it.', languageId);
}

const tooLong = (length: number): Problem =>
  problem(
    'too-large',
    t(
      'This document has {0} million characters; Copydesk reads drafts of up to one million while they are open. Split it into its stories, or lint the file on the command line.',
      (length / 1e6).toFixed(1),
    ),
  );
