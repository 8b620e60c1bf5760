// Code actions on a name that is spelled in more than one way: put all of it right here, in the folder, or for good.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type CalledName, calledIn } from '../../analysis/names/called';
import { type EntityMention, introducedAs } from '../../analysis/names/entities';
import { wordsOfName } from '../../analysis/names/name-words';
import { areOnePerson } from '../../analysis/names/one-person';
import { isOnePlace, keyOfEntity } from '../../analysis/names/roll';
import { isPlace } from '../../analysis/names/lists';
import { isPlaceShown } from '../../analysis/usage/place-shown';
import { comparable } from '../../analysis/transliteration/letters';
import { isOtherArticle } from '../../analysis/slips/articles-along';
import type { Diagnostic } from '../../engine/diagnostic';
import { unseenFix, unseenFixes } from '../../engine/unseen';
import { rules } from '../../rules/index';
import { applyEdits } from '../../text/edit';
import { toFile, toProse } from '../../text/source-map';
import { contains, indexAt, overlaps, type Span } from '../../text/span';
import { isProse } from '../../document/role';
import { type NameHere, nameIn, typedIn } from '../name-at';
import type { Reading } from '../reading';
import type { Session } from '../session';
import type { Edits, Here } from './code-actions';
import { type Argument, commands } from './commands';
import { fixAllOf } from './fix-all';
import { t } from '../words';

/** Rules whose fix is a spelling. */
const ofSpelling: ReadonlySet<string> = new Set(rules.filter(({ about }) => about === 'spelling').map(({ id }) => id));

export function nameActions(session: Session, reading: Reading, here: readonly Here[], edit: Edits): CodeAction[] {
  const told = new Set<string>();
  return here.flatMap((one): CodeAction[] => {
    const { finding, shown } = one;
    if (!ofSpelling.has(finding.rule) || !finding.fixes.length) return [];
    const name = nameIn(reading, shown.range.start);
    const actions = [
      ...(name ? fixAllOfName(reading, name, one, edit) : []),
      ...(name ? inTheFolder(session, reading, name, one) : []),
      ...prefer(reading, name, one),
    ];
    return actions.filter(({ title }) => !told.has(title) && told.add(title));
  });
}

/** What is safe unseen of each finding on a mention of this name. */
function fixAllOfName(reading: Reading, { entity, mention }: NameHere, { shown }: Here, edit: Edits): CodeAction[] {
  const { record, story } = reading;
  const places = entity.mentions.map((one) => toFile(story.map, one));
  const all = unseenFixes(
    record.diagnostics.filter((d) => ofSpelling.has(d.rule) && places.some((place) => overlaps(place, d))),
  );
  return fixAllOf(reading, all, `“${mention.text}”`, shown, edit);
}

/** The mention as the finding's first fix leaves it. */
const mentionFixed = (reading: Reading, { mention }: NameHere, finding: Diagnostic): string =>
  spelledBy(reading, mention, [finding]);

function spelledBy({ story, text }: Reading, mention: EntityMention, findings: readonly Diagnostic[]): string {
  const place = toFile(story.map, mention);
  const edits = findings
    .flatMap(({ fixes }) => fixes[0]?.edits ?? [])
    .filter((one) => contains(place, one))
    .sort((a, b) => a.start - b.start)
    .filter((one, i, all) => i === 0 || one.start >= (all[i - 1] as Span).end);
  const shifted = edits.map((one) => ({ ...one, start: one.start - place.start, end: one.end - place.start }));
  return applyEdits(text.slice(place.start, place.end), shifted).replace(/\s+/g, ' ');
}

function inTheFolder(
  { client, settings }: Session,
  reading: Reading,
  name: NameHere,
  { finding, shown }: Here,
): CodeAction[] {
  const key = keyOfEntity(name.entity);
  if (!client.appliesEdits || settings.folderOf(reading.uri) === undefined) return [];
  const place = isOnePlace(name.entity);
  // a name of one word may be anybody's
  const isSure = (one: string): boolean => place || !one.startsWith('=');
  if (!isSure(key)) return [];
  // "in Kiev", of a story that has an Anna Kiev
  if (!place && isOnlyPlace(reading, name, finding)) return [];
  const other = otherSpelling(reading, finding, name.entity);
  const to = wholeForm(reading, [...name.entity.mentions, ...(other?.mentions ?? [])]);
  if (to === undefined) return [];
  const keys = new Set([...(other ? [keyOfEntity(other)] : []), ...keysOfSpellings(name.entity)]);
  const also = [...keys].filter((one) => one !== key && isSure(one));
  return [
    command(t('Spell it “{0}” in every draft of this folder', to), commands.spellEverywhere, shown, {
      uri: reading.uri,
      spelling: { key, ...(also.length && { also }), to },
    }),
  ];
}

/** The finding is on a word that stands for a place, of somebody who is called so, too. */
const isOnlyPlace = ({ story }: Reading, { mention }: NameHere, { start, end }: Diagnostic): boolean => {
  const at = { start: toProse(story.map, start), end: toProse(story.map, end) };
  return wordsOfName(mention.text).length === 1 && isPlaceShown(story, at) && isPlace(comparable(mention.text));
};

/** Keys of the name as it is spelled or cut otherwise here: "Kim Yo-jong" beside "Kim Yo Jong". */
const keysOfSpellings = (entity: CalledName): string[] => {
  const { text: first } = introducedAs(entity);
  return entity.mentions
    .filter(({ text }) => areOnePerson(text, first))
    .map((mention) => keyOfEntity({ ...entity, mentions: [{ ...mention, full: true }] }));
};

/** The name that the finding points at, where that is read as another one: Sergei Shoigu beside Sergey Shoygu. No relative's. */
function otherSpelling({ story }: Reading, { related }: Diagnostic, own: CalledName): CalledName | undefined {
  const [place] = related;
  const other =
    place && calledIn(story).find(({ mentions }) => mentions.some((one) => overlaps(toFile(story.map, one), place)));
  return other && areOnePerson(introducedAs(other).text, introducedAs(own).text) ? other : undefined;
}

/**
 * The name in full as the story has it, where nothing is to be put right in it; as the house has it where it decides for all of them.
 * Never some words of the one and some of the other: that would be a form that no draft has.
 */
function wholeForm(reading: Reading, mentions: readonly EntityMention[]): string | undefined {
  const { record, story } = reading;
  const odd = record.diagnostics.filter((d) => ofSpelling.has(d.rule) && d.fixes.length > 0);
  const on = (one: EntityMention): readonly Diagnostic[] => {
    const place = toFile(story.map, one);
    return odd.filter((d) => overlaps(place, d));
  };
  const own = mentions.filter(({ quoted }) => !quoted);
  const longest = Math.max(...own.map(({ text }) => wordsOfName(text).length));
  const inFull = own.filter(({ text }) => wordsOfName(text).length === longest);
  const standing = inFull.find((one) => !on(one).length);
  if (standing) return typedIn(reading, standing);
  const [first] = inFull;
  if (!first) return undefined;
  const findings = on(first);
  const decided = findings.every((one) => unseenFix(one) !== undefined);
  return decided ? spelledBy(reading, first, findings) : typedIn(reading, first);
}

/** Each of the two spellings as the house's own: the one that stands here, and the one that the fix would write. */
function prefer(reading: Reading, name: NameHere | undefined, { finding, shown }: Here): CodeAction[] {
  if (!reading.resolved.desk) return [];
  // an article that goes along is no part of the spelling
  const edits = (finding.fixes[0]?.edits ?? []).filter(
    ({ start, end, text }) => !isOtherArticle(reading.text.slice(start, end), text),
  );
  const [only, more] = edits;
  if (!only || (more && !name)) return [];
  const [written, other] =
    more && name
      ? [typedIn(reading, name.mention), mentionFixed(reading, name, finding)]
      : [writtenAt(reading, only), only.text];
  if (!/\p{L}/u.test(written) || areAlike(written, other) || isShouted(reading, finding)) return [];
  const whole = name && wholeWith(reading, name, [written, other]);
  const [here, there] = whole ?? [written, other];
  const known = new Set(reading.resolved.settings.house.glossary.map(({ prefer: form }) => form));
  const ways = [
    [there, here],
    [here, there],
  ].filter(([form]) => !known.has(form as string));
  return ways.map(([form, instead]) =>
    command(t('Prefer “{0}”: write it into the house glossary', form as string), commands.prefer, shown, {
      uri: reading.uri,
      form: { prefer: form as string, instead: [instead as string] },
    }),
  );
}

/** "KIEV, Ukraine": capitals of a dateline or a headline are none of the name's. */
function isShouted({ story }: Reading, { start, end }: Diagnostic): boolean {
  const block = story.blocks[indexAt(story.blocks, toProse(story.map, start))];
  const written = story.prose.slice(toProse(story.map, start), toProse(story.map, end));
  return block !== undefined && !isProse(block.role) && written.length > 1 && written === written.toUpperCase();
}

/** A surname or a given name by itself is everybody's: somebody's name in full as the story has it, with each of the two spellings in it. */
function wholeWith(
  reading: Reading,
  { entity }: NameHere,
  spellings: readonly [string, string],
): readonly [string, string] | undefined {
  if (entity.type !== 'person') return undefined;
  const words = typedIn(reading, introducedAs(entity)).split(/\s+/);
  const at = words.findIndex((word) => spellings.includes(word));
  if (at < 0 || words.length < 2) return undefined;
  const withIt = (spelling: string): string => words.map((word, i) => (i === at ? spelling : word)).join(' ');
  return [withIt(spellings[0]), withIt(spellings[1])];
}

/** As the person typed it, without what nobody sees. */
const writtenAt = (reading: Reading, { start, end }: Span): string => {
  const { map } = reading.story;
  return typedIn(reading, { start: toProse(map, start), end: toProse(map, end) }).trim();
};

const areAlike = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

const command = (title: string, name: string, shown: Here['shown'], argument: Argument): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [shown],
  command: { title, command: name, arguments: [argument] },
});
