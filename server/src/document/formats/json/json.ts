// JSON that newsrooms and agencies send stories in: ninjs, Superdesk, dpa; any other by the fields that settings name. Loaded on demand.
import type { Node } from 'jsonc-parser';
import { lineIndex, type Position, positionAt } from '../../../text/line-index';
import type { Draft, FieldMap, Parsed } from '../../draft';
import type { Problem } from '../../story';
import { readAny } from '../fields/pages';
import { storyOfFields } from '../fields/story';
import { fieldsOf } from './fields';
import { itemsIn } from './items';
import { valuesAt } from './paths';
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
  const { line, column } = place(other);
  return {
    ...{ code: 'copy-twice', severity: 'note', line, column },
    message: `The copy stands in this file more than once: it is read on line ${place(read).line}, and not on line ${line}. Make there what you change here.`,
  };
}
