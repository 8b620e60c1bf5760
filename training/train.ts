// Training: reads the labelled stories, judges each by weights that never saw its fold, chooses the thresholds there, and learns from all.
import { judge, type Judgement } from '../server/src/analysis/claims/judge';
import { readWeights, type Weights } from '../server/src/analysis/claims/weights';
import { type Example, examplesOf, type LabelledStory } from './examples';
import { printOf } from './print';
import type { Thresholds, Vectors } from './given';
import { type Meanings, learn, meaningsOf } from './learn';

export const FOLDS = 5;

export interface Rows {
  readonly examples: readonly Example[];
  readonly meanings: Meanings;
}

/** An example with what weights that never saw its story make of it. */
export interface Judged extends Judgement {
  readonly example: Example;
}

/** Without the meanings of words, which need no reading of the stories. */
export const evidenceIn = (stories: readonly LabelledStory[]): string => printOf(stories.flatMap(examplesOf));

const open: Thresholds = { asks: 0, asksEagerly: 0, lean: 0 };

export function rowsOf(stories: readonly LabelledStory[], vectors: Vectors): Rows {
  const examples = stories.flatMap(examplesOf);
  return { examples, meanings: meaningsOf(examples, vectors) };
}

/** Every story of a fold, judged by weights that learned from the other folds. Stories of no fold only teach. */
export function judgeFolds({ examples, meanings }: Rows, vectors: Vectors, tell: (line: string) => void): Judged[] {
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rows = examples.map((_, i) => i).filter((i) => examples[i]?.fold !== fold);
    const by = usable(learn(examples, meanings, rows, vectors, open));
    const here = judgeAll(
      examples.filter((example) => example.fold === fold),
      by,
    );
    judged.push(...here);

    tell(`fold ${fold}: ${rows.length} sentences learned from`);
  }
  return judged;
}

export function judgeAll(examples: readonly Example[], by: Weights): Judged[] {
  const stories = new Map<object, readonly (Judgement | undefined)[]>();
  return examples.map((example) => {
    const known = stories.get(example.read) ?? judge(example.read, by);
    stories.set(example.read, known);
    return { example, ...(known[example.index] as Judgement) };
  });
}

export function usable(text: string): Weights {
  const by = readWeights(text);
  if ('problem' in by) throw new Error(by.problem);
  return by;
}

/** Of what is asked, the share that no reader called wrong, by which a threshold is chosen: a little above the three in four that a desk
 *  wants, since stories that no threshold was chosen on fare a little worse, and edited copy more. */
export const NOT_WRONG = { asks: 0.76, asksEagerly: 0.55 };

export function thresholdsFrom(judged: readonly Judged[]): Thresholds {
  return { asks: lowest(judged, NOT_WRONG.asks), asksEagerly: lowest(judged, NOT_WRONG.asksEagerly), lean: 0 };
}

/** The lowest sum from which on the share still holds. */
function lowest(judged: readonly Judged[], share: number): number {
  const falling = [...judged].sort((a, b) => b.sum - a.sum);
  let right = 0;
  let found = Number.MAX_SAFE_INTEGER;
  falling.forEach(({ example, sum }, i) => {
    if (isMarked(example)) right++;
    if (right / (i + 1) >= share && falling[i + 1]?.sum !== sum) found = sum;
  });
  return found;
}

export const isMarked = ({ asked }: Example): boolean => asked.claim !== 'no' || asked.source !== 'no';

/** Lines for the scorer: under a rule's name how surely its question is put; both are surprises, so that they can be compared. */
export const foldLines = (judged: readonly Judged[]): string =>
  judged
    .flatMap(({ example: { story, start, end }, ...judgement }) => [
      { story, start, end, rule: 'unattributed-claim', score: judgement.claimSurprise },
      { story, start, end, rule: 'vague-source', score: judgement.sum },
    ])
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

export interface Figures {
  /** Questions put at the default threshold. */
  readonly asked: number;
  readonly notWrong: number;
  /** Of what every desk would ask about a claim, and about any source. */
  readonly claimsFound: number;
  readonly allFound: number;
  readonly claims: number;
  readonly all: number;
}

/** What the thresholds come to on stories that the weights never saw. */
export function figuresOf(judged: readonly Judged[], { asks }: Pick<Thresholds, 'asks'>): Figures {
  const isFirm = ({ example: { asked } }: Judged): boolean => asked.claim === 'yes' || asked.source === 'yes';
  const asked = judged.filter(({ sum }) => sum >= asks);
  const claims = judged.filter(({ example }) => example.asked.claim === 'yes');
  const all = judged.filter(isFirm);
  return {
    asked: asked.length,
    notWrong: asked.filter(({ example }) => isMarked(example)).length,
    claimsFound: claims.filter(({ sum }) => sum >= asks).length,
    allFound: all.filter(({ sum }) => sum >= asks).length,
    claims: claims.length,
    all: all.length,
  };
}

/** Each fold judged at a threshold that was chosen on the other folds: what a new story may expect. */
export const figuresApart = (judged: readonly Judged[]): Figures =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const isHere = ({ example }: Judged): boolean => example.fold === fold;
    const thresholds = thresholdsFrom(judged.filter((one) => !isHere(one)));
    return figuresOf(judged.filter(isHere), thresholds);
  }).reduce(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([key, n]) => [key, n + one[key as keyof Figures]]),
      ) as unknown as Figures,
  );

export { learn } from './learn';
export { changed, printOf } from './print';
export { weights } from '../server/src/analysis/claims/weights';
