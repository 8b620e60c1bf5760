// schemas/story-line.schema.json: a line of `--input ndjson`, with the formats and genres that there are.
import { load } from '../load.mjs';

/** @returns [file, text] */
export async function storyLine() {
  const { formats: all, formatTable } = await load('server/src/document/formats/table.ts');
  // a line holds text, and a Word file is none
  const formats = all.filter((format) => !formatTable[format].textOf);
  const { genres } = await load('server/src/document/story.ts');
  const { fieldsOfALine } = await load('server/src/cli/line-fields.ts');
  const shapes = {
    id: { type: ['string', 'number'] },
    text: { type: 'string' },
    format: { enum: formats, default: 'text' },
    date: { type: 'string', format: 'date' },
    genre: { enum: genres },
    path: { type: 'string' },
  };
  const properties = Object.fromEntries(
    Object.entries(fieldsOfALine).map(([name, description]) => [name, { ...shapes[name], description }]),
  );
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'copydesk --input ndjson, a line',
    description: 'A story as lint, sources and names read it. Other fields are passed over, and that is told.',
    type: 'object',
    required: ['id', 'text'],
    properties,
  };
  return ['schemas/story-line.schema.json', `${JSON.stringify(schema, null, 2)}\n`];
}
