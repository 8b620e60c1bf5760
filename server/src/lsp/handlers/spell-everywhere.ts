// One name spelled one way in every draft of a folder: an edit for the client to apply, and to show first where it can.
import { inText } from '../../text/spelling';
import { type CalledName, calledIn } from '../../analysis/names/called';
import { blockAt, tokensOf } from '../../analysis/names/called-tokens';
import { introducedAs } from '../../analysis/names/entities';
import { namesOf } from '../../analysis/names/forms';
import { entityOf } from '../../analysis/names/gazetteer';
import { wordsOfName } from '../../analysis/names/name-words';
import { areOnePerson, areOneSurname } from '../../analysis/names/one-person';
import { isPlacedAt } from '../../analysis/names/place-meant';
import { isOnePlace, keyOfEntity } from '../../analysis/names/roll';
import { somebodyAt } from '../../analysis/names/somebody';
import { areOneTitle, titlesGiven } from '../../analysis/names/titles-given';
import { nameWords } from '../../analysis/transliteration/letters';
import type { Story } from '../../document/story';
import { overlaps } from '../../text/span';
import { nameOf } from '../../config/path';
import { anyDraft } from '../any-draft';
import { breathe, everyDraft } from '../every-draft';
import { type QuestionParams, questionMethod } from '../protocol/choices';
import { typedIn } from '../name-at';
import type { Reading } from '../reading';
import type { Session } from '../session';
import { type Around, around, asTheyAre, tellRespelled } from '../respelled';
import { say } from '../say';
import { type DraftEdits, type Renamed, renamingEdits, saysKept, spelledAnew } from '../spelled-anew';
import { counted, t } from '../words';

export interface Spelling {
  /** The name's key in all stories. */
  readonly key: string;
  /** Those of the same name in its other spellings here, where they are read as others. */
  readonly also?: readonly string[];
  /** In full, as it is to be spelled. */
  readonly to: string;
}

/** @param uri of the draft whose folder is meant. */
export async function spellEverywhere(session: Session, uri: string, { key, also, to }: Spelling): Promise<null> {
  const { settings, host } = session;
  const folder = settings.folderOf(uri);
  const drafts: DraftEdits[] = [];
  let kept = 0;
  const left: string[] = [];
  const unwritable: string[] = [];
  const keys = [key, ...(also ?? [])];
  const own = await anyDraft(session, uri);
  const given = own ? titlesIn(own.story, keys) : [];
  for await (const one of everyDraft(session)) {
    if (host.isSettingsFile(one) || settings.folderOf(one) !== folder) continue;
    const draft = await anyDraft(session, one);
    if (draft) {
      const named = calledIn(draft.story).filter((entity) => isMeant(entity, keys));
      const anew = named.map((entity) =>
        one !== uri && isIntroducedOtherwise(draft.story, entity, given)
          ? { edits: [], kept: 0, left: [introducedAs(entity).text] }
          : spelled(draft, entity, to),
      );
      left.push(...relativesIn(draft.story, named, to), ...bearersIn(draft, keys, to, named));
      const edits = anew.flatMap((one) => one.edits);
      for (const one of anew) {
        kept += one.kept;
        left.push(...one.left);
      }
      // one that is not open would be opened as UTF-8
      if (edits.length && draft.version === null && !(await host.isUtf8(one))) unwritable.push(nameOf(one));
      else if (edits.length) drafts.push({ uri: draft.uri, version: draft.version, edits });
    }
    await breathe();
  }
  await offer(session, drafts, to, [saysKept({ kept, left }), saysUnwritable(unwritable)].filter(Boolean).join(' '));
  return null;
}

const saysUnwritable = ([name, ...more]: readonly string[]): string =>
  name === undefined
    ? ''
    : more.length
      ? t('{0} and {1} are left: not in UTF-8. Open each in its own encoding first.', name, others(more.length))
      : t('{0} is left: not in UTF-8. Open it in its own encoding first.', name);

/** A word by itself is meant where it is the place, too: "Mr. Zurich" is nobody's town. */
function isMeant(entity: CalledName, keys: readonly string[]): boolean {
  const key = keyOfEntity(entity);
  return keys.includes(key) && (!key.startsWith('=') || isOnePlace(entity));
}

/** @param to may be a surname alone, where a draft has nothing more of the name: then that part of it is spelled so. */
function spelled(draft: Parameters<typeof renamingEdits>[0], entity: CalledName, to: string): Renamed {
  const full = introducedAs(entity);
  // "M. Qaddafi" may be anybody of the family
  const isTheirs = areOnePerson(full.text, to) && (initialsIn(full.text) === 0 || initialsIn(to) > 0);
  if (isSomebody(entity) && !isTheirs) return { edits: [], kept: 0, left: [full.text] };
  if (mayBeSurname(draft.story, entity, to))
    return { edits: [], kept: 0, left: entity.mentions.map(({ text }) => text) };
  const size = wordsOfName(to).length;
  const isShort = size < wordsOfName(full.text).length;
  const chosen = isShort ? entity.mentions.find(({ text }) => wordsOfName(text).length === size) : full;
  return chosen ? renamingEdits(draft, entity, chosen, to, false) : { edits: [], kept: 0, left: [full.text] };
}

/** What the draft that asks says the person is. */
const titlesIn = (story: Story, keys: readonly string[]): readonly string[] =>
  calledIn(story)
    .filter((entity) => isSomebody(entity) && isMeant(entity, keys))
    .flatMap(({ mentions }) => titlesGiven(story, mentions));

/** "Council leader Nora Lund", and in another draft "Nora Lund, a singer": of one name, and perhaps two people. Whom readers know is one. */
function isIntroducedOtherwise(story: Story, entity: CalledName, given: readonly string[]): boolean {
  if (!isSomebody(entity) || entity.known !== undefined || !given.length) return false;
  const there = titlesGiven(story, entity.mentions);
  return there.length > 0 && !there.some((title) => given.some((own) => areOneTitle(own, title)));
}

/** "Nikolaev wrote", in a draft that says nowhere that it is the town: a poet known by his surname alone. */
function mayBeSurname(story: Story, { type, mentions }: CalledName, to: string): boolean {
  if (type !== 'place' || !mentions.every(({ text }) => RUSSIAN.test(text))) return false;
  return !mentions.some((one) => {
    const block = blockAt(story, one.start);
    return inText(one.text) === inText(to) || (block && isPlacedAt(block, ...tokensOf(block, one)));
  });
}

const RUSSIAN = /(?:[oe]v|in|sk[iy]y?)$/;

/** Others of the family whose surname stands in another spelling: it is theirs, and whether it should follow is for a person to say. */
function relativesIn(story: Story, named: readonly CalledName[], to: string): string[] {
  const surname = nameWords(to).at(-1);
  return calledIn(story).flatMap((entity): string[] => {
    const { text } = introducedAs(entity);
    const words = nameWords(text);
    const own = words.at(-1);
    if (named.includes(entity) || !isSomebody(entity) || words.length < 2 || !own || !surname) return [];
    return lastWritten(text) !== lastWritten(to) && areOneSurname(own, surname) ? [text] : [];
  });
}

/** Where the place's other spelling is somebody's name, or may be, "the poet Nikolaev": nobody decides, and the person is told. */
function bearersIn(
  { story, text }: Pick<Reading, 'story' | 'text'>,
  keys: readonly string[],
  to: string,
  named: readonly CalledName[],
): string[] {
  const own = named.flatMap(({ mentions, maybe }) => [...mentions, ...maybe]);
  const forms = keys.flatMap((key): readonly string[] => {
    const known = entityOf(key.slice(1));
    if (key.startsWith('#')) return known?.type === 'place' ? known.spellings : [];
    return key.startsWith('=') ? [key.slice(1)] : [];
  });
  return [...new Set(forms.map((form) => nameWords(form).join(' ')))].flatMap((form) =>
    (namesOf(story).forms.get(form)?.occurrences ?? []).flatMap(({ word, base, mention, words }): string[] => {
      const at = { start: base + word.start, end: base + word.end };
      const written = typedIn({ story, text }, at);
      const isFamily = words.length > 1 && words.at(-1) === word;
      if (isFamily || inText(written) === inText(to) || own.some((one) => overlaps(one, at))) return [];
      // "Dynamo Kiev" is another name
      if (words.length > 1 && somebodyAt(story, at) !== 'yes') return [];
      return [typedIn({ story, text }, { start: base + mention.start, end: base + mention.end })];
    }),
  );
}

const initialsIn = (name: string): number => nameWords(name).filter((word) => word.length === 1).length;

const isSomebody = ({ type }: CalledName): boolean => type === 'person' || type === 'other';

const lastWritten = (name: string): string => inText(wordsOfName(name).at(-1)?.written ?? '');

/**
 * The person is told how much it is before anything is changed; what stands inside quotation marks only they can decide.
 * @param kept a sentence on places that cannot be changed.
 */
async function offer(session: Session, drafts: readonly DraftEdits[], to: string, kept: string): Promise<void> {
  const { connection, client } = session;
  const all = drafts.flatMap(({ edits }) => edits);
  const quoted = all.filter((one) => one.quoted).length;
  if (!all.length) {
    say(connection, kept || t('Every draft of this folder spells it “{0}” already: nothing was changed.', to));
    return;
  }
  const alone = quoted
    ? counted(
        quoted,
        '1 place inside quotation marks is left alone.',
        '{0} places inside quotation marks are left alone.',
      )
    : '';
  const places = placesOf(all.length - quoted);
  const asks = t('Spell it “{0}” in {1} of {2}?', to, places, draftsOf(drafts.length));
  const question = [asks, alone, kept].filter(Boolean).join(' ');
  const change = t('Change Them');
  const look = t('Look at Each First');
  const choices = [...(quoted < all.length ? [change] : []), ...(client.annotatesEdits ? [look] : [])];
  // a client that shows no such question has the title of what was chosen for its answer
  const chosen = await answer(session, question, choices).catch(() => change);
  if (!chosen) return;
  const preview = chosen === look;
  const meant = preview ? drafts : drafts.map(withoutQuoted);
  const edit = spelledAnew(session, meant, preview);
  const before = await around(session, meant);
  const { applied } = await connection.workspace.applyEdit({ label: t('Spell it “{0}”', to), edit });
  if (applied === false) say(connection, t('The editor did not make the change, so every draft is as it was.'));
  else if (!preview)
    await tellRespelled(session, before, t('Spelled “{0}” in {1} of {2}', to, places, draftsOf(before.length)));
  else await tellChosen(session, before, to);
}

/** Who looked at each may have left some: what the drafts hold now is what was done. */
async function tellChosen(session: Session, before: readonly Around[], to: string): Promise<void> {
  const drafts = await asTheyAre(session, before);
  if (drafts.length) await tellRespelled(session, drafts, t('Spelled “{0}” in {1}', to, draftsOf(drafts.length)));
}

async function answer(
  { connection, client }: Session,
  message: string,
  choices: readonly string[],
): Promise<string | null | undefined> {
  if (client.options.questions)
    return connection.sendRequest(questionMethod, { message, choices } satisfies QuestionParams);
  const chosen = await connection.window.showInformationMessage(message, ...choices.map((title) => ({ title })));
  return chosen?.title;
}

const withoutQuoted = (draft: DraftEdits): DraftEdits => ({
  ...draft,
  edits: draft.edits.filter(({ quoted }) => !quoted),
});

const placesOf = (count: number): string => counted(count, '1 place', '{0} places');
const draftsOf = (count: number): string => counted(count, '1 draft', '{0} drafts');
const others = (count: number): string => counted(count, '1 other draft', '{0} other drafts');
