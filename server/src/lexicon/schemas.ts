// Every lexicon's schema. The opening comment of each file says what its columns mean.
import type { Cell, Table } from './schema';

/** What a desk wants a source for. `event` is a disputed or unwitnessed happening that fits no other class. */
export const claimClasses = [
  'casualty',
  'territory',
  'crime',
  'accusation',
  'cause',
  'motive',
  'prediction',
  'intelligence',
  'crowd',
  'figure',
  'opinion',
  'event',
] as const;

export const domains = ['conflict', 'crime', 'disaster', 'business', 'sport', 'weather', 'politics', 'court'] as const;

/* @__NO_SIDE_EFFECTS__ */
const oneOf = <const V extends readonly string[]>(...values: V) => ({ is: 'one of', values }) as const;
const prose = { is: 'prose' } as const satisfies Cell;
const form = { is: 'form' } as const satisfies Cell;
const word = { is: 'word' } as const satisfies Cell;
const words = { is: 'words' } as const satisfies Cell;
const newWord = { is: 'word', new: true } as const satisfies Cell;
const newWords = { is: 'words', new: true } as const satisfies Cell;
const id = { is: 'id' } as const satisfies Cell;

/** Lists of words, each with what they are. */
/* @__NO_SIDE_EFFECTS__ */
const listsOf = <const F extends string, const C extends Cell>(file: F, kind: C, between: ': ' | '\t' = ': ') =>
  ({ file, columns: { kind, words }, between, lists: true }) as const;
/** Ships sorted, a word a line. */
/* @__NO_SIDE_EFFECTS__ */
const wordByWord = <T extends Table>(table: T) => ({ ...table, sorted: true }) as const;
/* @__NO_SIDE_EFFECTS__ */
const wordsOf = <const F extends string>(file: F) => ({ file, columns: { words: newWords }, between: '\t' }) as const;
/* @__NO_SIDE_EFFECTS__ */
const formsOf = <const F extends string>(file: F) => ({ file, columns: { form }, between: '\t' }) as const;

/** Forms of some kind, each with a line that it fits and one that it does not. */
/* @__NO_SIDE_EFFECTS__ */
const formsWithExamples = <const F extends string, const C extends Cell>(file: F, kind: C) =>
  ({
    file,
    columns: { kind, letters: oneOf('exact', 'any'), form, yes: { is: 'example' }, no: { is: 'example' } },
    between: '\t',
  }) as const;

export const abbreviations = {
  file: 'abbreviations.tsv',
  columns: { form, kind: oneOf('title', 'number', 'joint', 'month', 'tail', 'time') },
  between: '\t',
} as const satisfies Table;

// ---- attribution

export const classNames = [
  ...['determiner', 'possessive', 'subject', 'object', 'auxiliary', 'be', 'copula', 'have', 'modal', 'finite'],
  ...['preposition', 'question', 'conjunction', 'adverb', 'subordinator', 'parting', 'time', 'period', 'people'],
  ...['contraction', 'article', 'negation', 'past'],
] as const;
const grammar = listsOf('attribution/grammar.txt', { is: 'one of', values: classNames });
const sources = listsOf(
  'attribution/sources.txt',
  oneOf('document', 'person', 'body', 'outlet', 'masthead', 'weasel', 'anonymous', 'title'),
);
const nouns = listsOf('attribution/nouns.txt', oneOf('strong', 'weak', 'fussy', 'held'));
const tones = listsOf(
  'attribution/tones.txt',
  oneOf(
    ...['doubt', 'mock', 'guilt', 'fact', 'secret', 'unveil', 'weight', 'plaint', 'attack', 'disprove', 'promise'],
    ...['dispute', 'contest', 'mind', 'heart', 'knows', 'belief', 'ahead', 'hidden', 'charge'],
  ),
);
const genders = wordByWord(listsOf('attribution/genders.txt', oneOf('male', 'female', 'male-name', 'female-name')));
const weaselLists = [
  ...(['vague expert', 'named expert', 'vague critic', 'named critic', 'vague activist', 'named activist'] as const),
  ...(['alone', 'empty'] as const),
] as const;
export type WeaselList = (typeof weaselLists)[number];
export const weasels = listsOf('attribution/weasels.txt', { is: 'one of', values: weaselLists });
const senses = listsOf('attribution/senses.txt', {
  is: 'pair',
  between: ' ',
  cells: [word, oneOf('not', 'next', 'act')],
});
const verbs = listsOf('attribution/verbs.txt', {
  is: 'pair',
  between: '; ',
  cells: [oneOf('speech', 'act', 'attitude'), words],
});
const phrases = {
  file: 'attribution/phrases.txt',
  columns: { place: oneOf('before', 'content', 'alone'), words: { is: 'phrase', new: true } },
  between: ': ',
} as const satisfies Table;

const anonymity = {
  file: 'attribution/anonymity.tsv',
  columns: {
    says: oneOf('declared', 'reason', 'barred'),
    pattern: { is: 'pattern' },
    yes: { is: 'example' },
    no: { is: 'example' },
  },
  between: '\t',
} as const satisfies Table;

// ---- English

const closedClasses = listsOf('english/closed-classes.txt', { is: 'class' });
const wordLists = listsOf('english/word-lists.txt', { is: 'class' });
const houseClasses = listsOf(
  'english/house-classes.txt',
  oneOf(
    ...[
      'article',
      'demonstrative',
      'possessive',
      'pronoun',
      'be',
      'have',
      'may',
      'not',
      'say',
      'hedge',
      'degree',
      'preposition',
    ],
    ...['person', 'official', 'weekday', 'month'],
  ),
);
const irregular = { file: 'english/irregular-verbs.txt', columns: { forms: words }, between: '\t' } as const;
const plainVerbs = {
  file: 'english/verbs.txt',
  columns: { verb: newWord, noun: { ...oneOf('noun'), optional: true } },
  between: ' ',
} as const satisfies Table;

// ---- claims

const groups = {
  file: 'claims/groups.txt',
  columns: { id, entries: { is: 'entries', groups: 'claims/groups.txt' } },
  between: ': ',
} as const satisfies Table;
export const families = {
  file: 'claims/families.tsv',
  columns: {
    id: { is: 'id' },
    class: { is: 'one of', values: claimClasses },
    domain: { is: 'one of', values: [...domains, 'harm', '-'], some: true },
    summary: prose,
  },
  between: '\t',
} as const satisfies Table;
export const exits = {
  file: 'claims/exits.tsv',
  columns: {
    id,
    claims: { is: 'ids', of: 'claims/families.tsv', or: [...claimClasses, '*', 'soft', 'hard'] },
    summary: prose,
  },
  between: '\t',
} as const satisfies Table;
export const patterns = {
  file: 'claims/patterns.tsv',
  columns: {
    id: { is: 'id', of: 'claims/families.tsv' },
    pattern: { is: 'pattern', groups: 'claims/groups.txt' },
  },
  between: '\t',
} as const satisfies Table;
export const exitPatterns = {
  file: 'claims/exit-patterns.tsv',
  columns: { id: { is: 'id', of: 'claims/exits.tsv' }, pattern: { is: 'pattern', groups: 'claims/groups.txt' } },
  between: '\t',
} as const satisfies Table;
export const evidence = {
  file: 'claims/evidence.tsv',
  columns: { group: prose, text: prose },
  between: '\t',
} as const satisfies Table;
export const domainWords = {
  file: 'claims/domains.tsv',
  columns: { domain: { is: 'one of', values: domains }, entries: { is: 'entries', groups: 'claims/groups.txt' } },
  between: '\t',
} as const satisfies Table;

// ---- dates and numbers

export const datePhrases = {
  file: 'dates/phrases.tsv',
  columns: {
    when: oneOf('fresh', 'settled', 'coming'),
    pattern: { is: 'pattern' },
    yes: { is: 'example' },
    no: { is: 'example' },
  },
  between: '\t',
} as const satisfies Table;
export const calendarWords = {
  file: 'dates/words.tsv',
  columns: { kind: oneOf('month', 'weekday'), word: newWord, number: { is: 'number', from: 0, to: 12 } },
  between: '\t',
} as const satisfies Table;
export const zones = {
  file: 'dates/zones.tsv',
  columns: { name: { is: 'word', new: true, capitals: true }, offsets: { is: 'numbers', from: -720, to: 840 } },
  between: '\t',
} as const satisfies Table;
const placeZones = {
  file: 'dates/place-zones.tsv',
  columns: { place: form, offsets: { is: 'numbers', from: -720, to: 840 } },
  between: '\t',
} as const satisfies Table;
export const bounds = {
  file: 'numbers/bounds.tsv',
  columns: { bound: oneOf('least', 'most', 'about'), words: { is: 'phrase', new: true } },
  between: '\t',
} as const satisfies Table;
export const units = {
  file: 'numbers/units.tsv',
  columns: { unit: oneOf('percent', 'money'), words: { is: 'phrase', new: true } },
  between: '\t',
} as const satisfies Table;
export const numberWords = {
  file: 'numbers/words.tsv',
  columns: {
    kind: oneOf('digit', 'teen', 'tens', 'scale', 'vague', 'share', 'ordinal'),
    word,
    value: { is: 'number', from: 0, to: 1e12 },
  },
  between: '\t',
} as const satisfies Table;
const changes = listsOf('numbers/changes.tsv', oneOf('up', 'down'), '\t');
const ties = {
  file: 'numbers/ties.tsv',
  columns: { says: oneOf('all', 'each', 'some'), words: { is: 'phrase', new: true } },
  between: '\t',
} as const satisfies Table;
const people = listsOf('numbers/kinds-of-people.txt', oneOf('total', 'family', 'part', 'male', 'female', 'age'));
export const tolls = {
  file: 'numbers/tolls.tsv',
  columns: { fate: oneOf('killed', 'hurt', 'held', 'freed'), before: words, behind: words },
  between: '\t',
} as const satisfies Table;

// ---- furniture

const advisories = {
  file: 'furniture/advisories.tsv',
  columns: { kind: oneOf('verb', 'line', 'label', 'order'), form },
  between: '\t',
} as const satisfies Table;
const notes = {
  file: 'furniture/notes.tsv',
  columns: {
    kind: oneOf('correction', 'tagline', 'syndication'),
    letters: oneOf('exact', 'any'),
    form,
  },
  between: '\t',
} as const satisfies Table;
export const pictures = formsWithExamples('furniture/pictures.tsv', oneOf('credit', 'bracket', 'caption'));
export const footNotes = formsWithExamples(
  'furniture/foot-notes.tsv',
  oneOf('rights', 'rights-more', 'reprint', 'author', 'bio', 'more'),
);
export const releases = formsWithExamples('furniture/releases.tsv', oneOf('release', 'line', 'opens'));
export const releaseLabels = {
  file: 'furniture/release-labels.tsv',
  columns: { kind: oneOf('desk', 'notes', 'picture'), form },
  between: '\t',
} as const satisfies Table;
export const pictureSources = {
  file: 'furniture/picture-sources.tsv',
  columns: { kind: oneOf('library', 'site'), form },
  between: '\t',
} as const satisfies Table;
export const pictureLabels = {
  file: 'furniture/picture-labels.tsv',
  columns: {
    language: oneOf('en', 'de', 'fr', 'es', 'it', 'pt', 'nl'),
    kind: oneOf('label', 'else', 'by', 'given'),
    form,
  },
  between: '\t',
} as const satisfies Table;
const signOffs = {
  file: 'furniture/sign-offs.tsv',
  columns: {
    place: oneOf('line', 'end', 'trail', 'below'),
    letters: oneOf('exact', 'any'),
    slip: { ...oneOf('slip'), optional: true },
    form,
    agency: prose,
    source: prose,
  },
  between: '\t',
} as const satisfies Table;
const controlWords = listsOf(
  'furniture/control-words.tsv',
  oneOf('command', 'object', 'between', 'before-brand', 'lead', 'sort', 'matter', 'button', 'brand', 'section'),
  '\t',
);

// ---- names

export const nameKinds = [
  ...['title', 'role', 'calendar', 'calendar-name', 'company', 'organisation', 'place', 'link', 'abbreviated', 'tail'],
  ...['head', 'function', 'fixed', 'fixed-word', 'chinese', 'kin'],
] as const;
const nameWords = wordByWord(listsOf('names/name-words.tsv', { is: 'one of', values: nameKinds }, '\t'));
const gazetteer = {
  file: 'names/gazetteer.tsv',
  columns: {
    id,
    kind: oneOf('person', 'org', 'place', 'term'),
    language: prose,
    spellings: form,
    suggested: { ...form, optional: true },
  },
  between: '\t',
} as const satisfies Table;
const houseForms = {
  file: 'names/house-forms.tsv',
  columns: {
    entity: { is: 'id', of: 'names/gazetteer.tsv' },
    house: prose,
    form,
    basis: oneOf('read', 'counted'),
    seen: prose,
    date: prose,
  },
  between: '\t',
} as const satisfies Table;
const notVariants = {
  file: 'names/not-variants.tsv',
  columns: { a: form, b: form, why: prose },
  between: '\t',
} as const satisfies Table;

// ---- usage

const baseGlossary = {
  file: 'usage/base.tsv',
  columns: { prefer: form, instead: { is: 'phrases' }, why: prose },
  between: '\t',
} as const satisfies Table;

export const tables = (): readonly Table[] => [
  ...[abbreviations, wordsOf('plain-words.txt'), wordsOf('sentence-starters.txt'), wordsOf('speech-tags.txt')],
  ...[grammar, sources, nouns, tones, genders, weasels, senses, verbs, phrases, anonymity],
  ...[closedClasses, wordLists, houseClasses, irregular, plainVerbs],
  ...[wordByWord(wordsOf('attribution/adjectives.txt')), wordsOf('attribution/noun-verbs.txt')],
  ...[groups, families, exits, patterns, exitPatterns, evidence, domainWords, wordsOf('claims/performatives.txt')],
  ...[datePhrases, calendarWords, zones, placeZones, bounds, units, numberWords, changes, ties, people, tolls],
  ...[
    advisories,
    footNotes,
    notes,
    pictures,
    pictureLabels,
    pictureSources,
    releases,
    releaseLabels,
    signOffs,
    controlWords,
  ],
  ...['agencies', 'controls', 'kickers', 'pointers'].map((name) => formsOf(`furniture/${name}.txt`)),
  ...[nameWords, gazetteer, houseForms, notVariants, formsOf('names/given-name-classes.txt')],
  ...['foreign-forms', 'given-names', 'places', 'proper-adjectives', 'surnames'].map((name) =>
    wordsOf(`names/${name}.txt`),
  ),
  { file: 'names/short-forms.txt', columns: { words }, between: '\t' },
  ...[baseGlossary, formsOf('usage/terms.tsv'), wordsOf('usage/two-meanings.txt'), wordsOf('usage/ordinary-words.txt')],
];
