// schemas/report-record.schema.json: a report holds what `sources`, `names` and `lint` answer, so its schema is made of theirs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../load.mjs';
import { root } from '../steps.mjs';
import { refusal } from '../refuse.mjs';

const schemaOf = (command) =>
  JSON.parse(readFileSync(path.join(root, `schemas/${command}-record.schema.json`), 'utf8'));

/** @returns [file, text] pairs. @throws where two of the schemas use one name for two things. */
export async function recordSchemas() {
  const { roles } = await load('server/src/document/role.ts');
  const parts = ['sources', 'names', 'lint'].map(schemaOf);
  const [first] = parts;
  const definitions = merged(parts.map((schema) => schema.definitions));
  const properties = merged(parts.map((schema) => schema.properties));
  const { problems, ...before } = properties;
  const schema = {
    $schema: first.$schema,
    title: 'copydesk report',
    description:
      'Everything that the desk makes of one draft: what sources, names and lint answer, and its parts. Fields may be added, never changed.',
    type: 'object',
    required: first.required,
    if: first.if,
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
    then: first.then,
    else: { required: [...parts.flatMap((part) => part.else.required), 'parts'] },
    properties: {
      ...before,
      parts: {
        type: 'array',
        description: 'Every part of the draft, in order: `block` of a sentence counts in it.',
        items: { $ref: '#/definitions/part' },
      },
      alone: {
        type: 'array',
        description: 'Claims that nobody stands behind, and that the desk asks about.',
        items: { $ref: '#/definitions/judged' },
      },
      cleared: {
        type: 'array',
        description: 'Claims that the desk asked about, and somebody has cleared.',
        items: { $ref: '#/definitions/judged' },
      },
      problems,
    },
    definitions: { ...definitions, part: partOf(roles), judged: judgedClaim },
  };
  return [['schemas/report-record.schema.json', `${JSON.stringify(schema, null, 2)}\n`]];
}

const judgedClaim = {
  allOf: [
    { $ref: '#/definitions/span' },
    {
      type: 'object',
      required: ['sentence', 'class'],
      properties: {
        sentence: { type: 'integer', minimum: 0, description: 'Which of the sentences, from 0.' },
        class: { type: 'string' },
      },
    },
  ],
};

const partOf = (roles) => ({
  allOf: [
    { $ref: '#/definitions/span' },
    {
      type: 'object',
      required: ['role', 'furniture'],
      properties: {
        role: { enum: roles },
        furniture: {
          type: 'boolean',
          description:
            'It stands round the story and is not read as copy: a dateline, a sign-off, a page control and the like.',
        },
      },
    },
  ],
});

function merged(all) {
  const sum = {};
  for (const [name, value] of all.flatMap(Object.entries)) {
    if (name in sum && JSON.stringify(sum[name]) !== JSON.stringify(value))
      throw refusal(`The schemas of the records mean two things by “${name}”.`);
    sum[name] = value;
  }
  return sum;
}
