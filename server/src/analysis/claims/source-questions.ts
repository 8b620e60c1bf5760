// Questions about sources: the judge says of which sentences one is asked; here is told which words it is about, and of what kind they
// are, so that each is put by one rule.
import { type Story, sentencesOf } from '../../document/story';
import { perStory } from '../../document/memo';
import { byPosition, overlaps, type Span } from '../../text/span';
import { type Anonymity, anonymityIn } from '../speakers/anonymity';
import { listedSourcesIn } from '../speakers/listed-sources';
import type { WeakKind } from '../speakers/named-elsewhere';
import { type WeakSource, weakSourcesIn, whereCited } from '../speakers/weak-sources';
import { type Question, questionsOf } from './claims';
import { readingsOf } from './evidence/reading';
import { hidingWord } from './hiding-words';
import type { Head } from './weights';

/** Prose offsets, over the words that it is about. */
export interface SourceQuestion extends Span {
  readonly sentence: number;
  /**
   * unexplained: it is told that somebody stays unnamed, and not why; word: it hides somebody, in a way that no list knows; nothing: no
   * word does, and it is about the sentence; listed: the house asks about such a source wherever it stands.
   */
  readonly kind: WeakKind | 'unexplained' | 'word' | 'nothing' | 'listed';
  readonly words: string;
}

/** The questions about sources, in order of place: one for each sentence, and one for each source that the house lists. */
export const sourceQuestionsOf = perStory((story: Story): readonly SourceQuestion[] => {
  const weak = weakSourcesIn(story);
  const unnamed = anonymityIn(story);
  const sentences = sentencesOf(story);
  const asked = questionsOf(story)
    .filter(({ about }) => about === 'source')
    .map((question) => {
      const { sentence } = question;
      const at = sentences[sentence] as Span;
      const here = <Of extends Span>(list: readonly Of[]): Of[] => list.filter((one) => overlaps(one, at));
      const { kind, start, end, words } = wordsFor(story, question, here(weak), here(unnamed));
      return { sentence, kind, start, end, words };
    });
  const own = listedSourcesIn(story).filter(({ sentence }) => !asked.some((one) => one.sentence === sentence));
  return own.length ? [...asked, ...own.map((one): SourceQuestion => ({ ...one, ...listed }))].sort(byPosition) : asked;
});

const listed = { kind: 'listed' } as const;

type Words = Pick<SourceQuestion, 'kind' | 'words' | 'start' | 'end'>;

/** Whose words the lists know best: those that the question's own head asks about come first. */
function wordsFor(
  story: Story,
  { sentence, head }: Question,
  weak: readonly WeakSource[],
  unnamed: readonly Anonymity[],
): Words {
  const [own] = weak.filter(({ kind }) => (kind === 'anonymous' || kind === 'media') === (head === 'bare'));
  const declared = unnamed.find(({ explained }) => !explained);
  if (declared && own?.kind !== 'anonymous' && (head === 'bare' || !own)) return { ...declared, kind: 'unexplained' };
  const known = own ?? weak[0];
  const cited = head === 'bare' || unnamed.length ? citedIn(story, sentence) : undefined;
  return known ?? cited ?? aWord(story, sentence, head);
}

/** The source of the sentence: the first without a name, else the first. */
function citedIn(story: Story, sentence: number): Words | undefined {
  const reading = readingsOf(story)[sentence];
  if (!reading) return undefined;
  const { reports, local } = reading.voices;
  const all = [...reports, ...local].filter(({ attribution: { source, cue } }) => source && cue);
  const report = all.find(({ speaker }) => !speaker.speaking?.hasName) ?? all[0];
  return report && { ...whereCited(story, report.attribution, reading.block), kind: 'anonymous' };
}

/** The word that hides somebody, or else the whole sentence: no other word of it says why it is asked. */
function aWord(story: Story, sentence: number, head: Head): Words {
  const word = hidingWord(story, sentence, head);
  if (word) return { ...word, kind: 'word' };
  const { start, end } = sentencesOf(story)[sentence] as Span;
  return { start, end, kind: 'nothing', words: '' };
}
