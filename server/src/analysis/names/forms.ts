// Forms: the distinct name words of a story, each with all the places where it stands and the words beside it there.
import { isEnglish } from '../../document/paragraph';
import { isCopy } from '../../document/role';
import { isReadIn, type Story } from '../../document/story';
import { opensSentences } from '../../lexicon/sentence-starters';
import type { Span } from '../../text/span';
import { perStory } from '../../document/memo';
import { nameOf, type NameWord } from './mention-words';
import { type Mention, mentionsIn } from './mentions';

/** A name word where it stands in the story. */
export interface Occurrence {
  readonly word: NameWord;
  readonly mention: Mention;
  /** The mention's words as far as they are names: doubtful ones that the story does not bear out are left out. */
  readonly words: readonly NameWord[];
  /** Their forms, joined with spaces. */
  readonly name: string;
  /** Index into `words`. */
  readonly position: number;
  /** Index of the block, and where it starts in the prose: the word's own offsets are relative to it. */
  readonly block: number;
  readonly base: number;
  /** Running number of the sentence in the story. */
  readonly sentence: number;
}

export interface Form {
  readonly form: string;
  readonly occurrences: readonly Occurrence[];
  /** Wherever it stands it is a plain English word; only ever all in capitals. */
  readonly plain: boolean;
  readonly acronym: boolean;
  /** Somewhere it is written with more than its letters. */
  readonly dressed: boolean;
}

export interface Names {
  readonly forms: ReadonlyMap<string, Form>;
  /** Every mention in order, once. */
  readonly mentions: readonly Occurrence[];
}

interface Growing extends Form {
  occurrences: Occurrence[];
  plain: boolean;
  acronym: boolean;
  dressed: boolean;
}

/** Long stories repeat their names: what is to be learned from a form is learned from its first places. */
const MOST_PLACES = 400;

export const namesOf = perStory((story: Story): Names => {
  const sure = sureForms(story);
  const forms = new Map<string, Growing>();
  const mentions: Occurrence[] = [];
  let sentences = 0;
  for (const [block, { start: base, role, facts }] of story.blocks.entries()) {
    if (isReadIn(story, role) && isEnglish(facts)) {
      for (const mention of mentionsIn(facts)) {
        const words = namesAmong(mention, sure);
        const name = words === mention.words ? mention.name : nameOf(words);
        for (let position = 0; position < words.length; position++) {
          const word = words[position] as NameWord;
          const at = { word, mention, words, name, position, block, base, sentence: sentences + mention.sentence };
          if (position === 0) mentions.push(at);
          if (!word.doubtful || sure.has(word.form)) add(forms, at);
        }
      }
    }
    sentences += facts.sentences.length;
  }
  return { forms, mentions };
});

/** Where the name stands in its block, without doubtful words before it: "Later Gadhafi" is Gadhafi. */
export function nameSpan({ mention, words }: Occurrence): Span {
  const [first] = words as readonly [NameWord, ...NameWord[]];
  return { start: first === mention.words[0] ? mention.start : first.start, end: mention.end };
}

const SHORT = 5;

/** Without doubtful words that the story does not bear out; a short one before a name stays as company: "Ho Nam Ri", not "Later Ri". */
function namesAmong({ words, doubtful }: Mention, sure: ReadonlySet<string>): readonly NameWord[] {
  if (!doubtful) return words;
  return words.filter(
    (w, i) =>
      !w.doubtful ||
      sure.has(w.form) ||
      (w.form.length <= SHORT && words[i + 1]?.plain === false && !opensSentences(w.form)),
  );
}

/** Of the words that are doubtful somewhere, those that stand as names where no sentence begins: there a capital says something. */
function sureForms({ blocks }: Story): ReadonlySet<string> {
  const doubtful = new Set<string>();
  const read = blocks
    .filter(({ role, facts }) => isCopy(role) && isEnglish(facts))
    .map(({ facts }) => mentionsIn(facts));
  for (const mentions of read) {
    for (const mention of mentions) {
      if (mention.doubtful) for (const w of mention.words) if (w.doubtful) doubtful.add(w.form);
    }
  }
  const sure = new Set<string>();
  if (doubtful.size === 0) return sure;
  for (const mentions of read) {
    for (const { words } of mentions) for (const w of words) if (!w.doubtful && doubtful.has(w.form)) sure.add(w.form);
  }
  return sure;
}

function add(forms: Map<string, Growing>, at: Occurrence): void {
  const { form, plain, acronym, dressed } = at.word;
  const known = forms.get(form);
  if (!known) {
    forms.set(form, { form, occurrences: [at], plain, acronym, dressed });
    return;
  }
  if (known.occurrences.length < MOST_PLACES) known.occurrences.push(at);
  if (!plain) known.plain = false;
  if (!acronym) known.acronym = false;
  if (dressed) known.dressed = true;
}
