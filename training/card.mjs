// The card of the weights: what they were made from, what they can do and what they cannot. Its lines are the file's opening comment.
import { source } from './vectors.mjs';

export function cardOf({ counts, figures, hash, evidence }) {
  const { chosen, apart, briefs } = figures;
  const share = (n, of) => (n / of).toFixed(2);
  return [
    'Weights of the judge of claims. Written by `npm run train`; do not edit.',
    `Source: learned from ${counts.sentences} sentences: ${counts.desk} + ${counts.more} + ${counts.briefs} stories of training/data (Wikinews, CC BY 2.5 or public domain; US`,
    `government and Voice of America, public domain; labels MIT) and ${counts.written} of our own in test/bench/claims/{open,edited} (MIT). Meanings of words: ${source} (MIT), made from GloVe (public domain).`,
    'Licence of the weights: MIT, as the project. No text of a story is in them. Stories: 2004 to 2024; made in November 2026.',
    `On ${counts.desk} stories, each judged by weights that never saw it: ${chosen.asked} questions, ${share(chosen.notWrong, chosen.asked)} not wrong (some desk reader marked the sentence);`,
    `found ${share(chosen.claimsFound, chosen.claims)} of the ${chosen.claims} sentences where every desk asks whose claim it is, ${share(chosen.allFound, chosen.all)} of the ${chosen.all} where it asks about a source.`,
    `With each fold's threshold chosen on the other folds: ${apart.asked} questions, ${share(apart.notWrong, apart.asked)} not wrong, ${share(apart.allFound, apart.all)} found.`,
    `On ${counts.briefs} published briefs, judged in the same way at the same threshold: ${briefs.asked} questions, ${share(briefs.notWrong, briefs.asked)} not wrong, ${share(briefs.allFound, briefs.all)} of the ${briefs.all} found.`,
    'What they cannot do: know what is true; judge copy in other languages; tell a speech, a column or a brochure that does not look like one;',
    'business and farm copy is little among the stories: there more of the questions are wrong.',
    'Encoding: weights',
    `Made from: ${hash}`,
    `Evidence: ${evidence}`,
  ]
    .map((line) => `# ${line}\n`)
    .join('');
}
