// Why a sentence is asked about, or is not, in whole sentences: for the command line and for editors.
import { isPut, type SilenceReason } from '../analysis/claims/why';

/** @returns a fact each: the verdict, what spoke for the question and against it, what would silence it. Plain text. */
export function whyInWords(why: SilenceReason): string[] {
  return [
    `${verdicts[why.asked]}: ${questionOf(why)}`,
    ...(why.for.length ? [`For it speaks: ${pieces(why.for)}.`] : []),
    ...(why.against.length ? [`Against it speaks: ${pieces(why.against)}.`] : []),
    ...(isPut(why.asked) ? [silencedBy(why)] : []),
  ];
}

export const verdicts: Readonly<Record<SilenceReason['asked'], string>> = {
  asked: 'Asked',
  eagerly: 'Asked only where the desk is told to ask more often',
  answered: 'Not asked, for somebody is cited',
  unsure: 'The desk is not sure enough to ask',
};

export const questionOf = ({ about, class: kind }: SilenceReason): string =>
  about === 'claim' ? `whose claim is it? (${kind})` : 'who is the source?';

export const silencedBy = ({ endsWithSource }: SilenceReason): string =>
  endsWithSource
    ? 'A source in the sentence (“…, police said”) would silence it; so does a clearance.'
    : 'A clearance silences it; “police said” at its end would not do.';

const pieces = (told: SilenceReason['for']): string => told.map(({ text }) => text).join('; ');
