// JSON that newsrooms and agencies send stories in: ninjs, Superdesk, dpa; any other by the fields that settings name. Loaded on demand.
import type { Node } from 'jsonc-parser';
import { lineIndex, type Position, positionAt } from '../../../text/line-index';
import type { Draft, FieldMap, Parsed } from '../../draft';
import type { Problem } from '../../story';
import { contentOf } from '../fields/field';
import { readAny } from '../fields/pages';
import { storyOfFields } from '../fields/story';
import { bare, fieldsOf } from './fields';
import { itemsIn } from './items';
import { property, stringOf, valuesAt } from './paths';
import { type PathsOf, shapes } from './shapes';
import { writerFor } from './strings';
import { jsonTree } from './tree';

export function parseJson({ text: file, fields: map }: Draft): Parsed {
  const { root, fault } = jsonTree(file);
  const paths = map ? pathsOf(map) : shapes;
  const named = map?.items === undefined ? undefined : list(map.items);
  const items = !root ? [] : named ? named.flatMap((path) => valuesAt(root, path)) : itemsIn(root, paths);
  const writes = writerFor(file);
  const read = items.slice(0, MOST_ITEMS).map((item) => fieldsOf(file, item, paths, writes));
  const fields = read.flatMap((one, index) =>
    one.fields.map((field, k) => (index > 0 && k === 0 ? { ...field, opens: true as const } : field)),
  );
  const story = storyOfFields(
    file,
    fields.sort((a, b) => a.value.start - b.value.start),
    fault,
    readAny,
  );
  const [first] = read;
  const { says, twice } = first ?? {};
  const place = placesIn(file);
  const told: Problem[] = [...story.problems];
  if (!told.length && !fields.length) told.push(noStory(map));
  if (!told.length && twice) told.push(copyTwice(twice, place));
  return {
    ...story,
    ...says,
    problems: told,
  };
}

/** Stories of one file that are read. */
const MOST_ITEMS = 1000;

const list = (paths: string | readonly string[]): readonly string[] => (typeof paths === 'string' ? [paths] : paths);

/** The fields that settings name; those that they leave out are in none. */
const pathsOf = (map: FieldMap): PathsOf =>
  Object.fromEntries(
    Object.keys(shapes).map((part) => [part, list(map[part as keyof PathsOf] ?? [])]),
  ) as unknown as PathsOf;

const placesIn = (file: string): ((node: Node) => Position) => {
  const lines = lineIndex(file);
  return ({ offset }) => positionAt(lines, offset);
};

const noStory = (map: FieldMap | undefined): Problem => ({
  code: 'unknown-json',
  line: 1,
  message: map
    ? `This JSON holds no copy in the fields that copydesk.json names: ${wanted(map)}. Put the paths under "fields" right, or leave the file out.`
    : 'This JSON holds no story that is read: ninjs, Superdesk and dpa are known by their fields. Name the fields of another under "fields" in copydesk.json: { "headline": "title", "body": "content[].text" }.',
});

const wanted = (map: FieldMap): string => {
  const paths = [...list(map.headline ?? []), ...list(map.body ?? [])];
  return paths.length ? paths.join(', ').slice(0, 200) : 'neither a headline nor a body is among them';
};

/** Two fields say the same in two ways, plain and as a page. */
function copyTwice([read, other]: readonly [Node, Node], place: (node: Node) => Position): Problem {
  const [at, unread] = [place(read), place(other)];
  const where = ({ line, column }: Position): string =>
    at.line === unread.line ? `line ${line}, column ${column}` : `line ${line}`;
  const [here, there] = [nameOf(read), nameOf(other)];
  const alone = wordsAlone(stringOf(read) ?? '', stringOf(other) ?? '');
  const more = alone && ` What only ${there} has, “${alone}”, was not read.`;
  return {
    ...{ code: 'copy-twice', severity: 'note', line: unread.line, column: unread.column },
    message: `The copy stands in this file twice: ${here} (${where(at)}) is read, ${there} (${where(unread)}) is not.${more} A fix changes ${here} alone, so make there what you change here.`,
  };
}

/** The field's name; of one among others in a list, its kind too. */
function nameOf({ parent }: Node): string {
  const name = String(parent?.children?.[0]?.value ?? 'another field');
  const type = ['contentType', 'contenttype'].map((one) => stringOf(property(parent?.parent, one))).find(Boolean);
  return type ? `${name} of ${type}` : name;
}

/** The first paragraph of the other that is nowhere in what is read, shortened. */
function wordsAlone(read: string, other: string): string {
  const proseOf = (value: string): string => readAny(value, contentOf(value, 'copy'), () => 1).prose;
  const all = bare(proseOf(read));
  const words =
    proseOf(other)
      .split('\n')
      .find((one) => bare(one).length >= FEWEST && !all.includes(bare(one))) ?? '';
  return words.length > MOST_TOLD ? `${words.slice(0, MOST_TOLD).trimEnd()}…` : words;
}

/** Letters that are more than a mark, and units of them that are told. */
const FEWEST = 12;
const MOST_TOLD = 60;
