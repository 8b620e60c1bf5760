// Why a sentence is asked about, or is not, in whole sentences: for the command line and for editors.
import { isPut, type Why } from '../analysis/claims/why';

/** @returns a fact each: the verdict, what spoke for the question and against it, what would silence it. Plain text. */
export function whyInWords(why: Why): string[] {
  return [
    `${verdicts[why.asked]}: ${questionOf(why)}`,
    ...(why.for.length ? [`For it speaks: ${pieces(why.for)}.`] : []),
    ...(why.against.length ? [`Against it speaks: ${pieces(why.against)}.`] : []),
    ...(isPut(why.asked) ? [silencedBy(why)] : []),
  ];
}

export const verdicts: Readonly<Record<Why['asked'], string>> = {
  asked: 'Asked',
  eagerly: 'Asked only where the desk is told to ask more often',
  answered: 'Not asked, for somebody is cited',
  unsure: 'The desk is not sure enough to ask',
};

export const questionOf = ({ about, class: kind }: Why): string =>
  about === 'claim' ? `whose claim is it? (${kind})` : 'who is the source?';

export const silencedBy = ({ endsWithSource }: Why): string =>
  endsWithSource
    ? 'A source in the sentence (“…, police said”) would silence it; so does a clearance.'
    : 'A clearance silences it; “police said” at its end would not do.';

const pieces = (told: Why['for']): string => told.map(({ text }) => text).join('; ');
