// Records held against the JSON Schemas of the package.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import { root } from './root';

/** @returns what throws where a record of this command is not as its schema says. */
export function recordValidator(command: string): (record: unknown) => void {
  const schema = JSON.parse(readFileSync(path.join(root, `schemas/${command}-record.schema.json`), 'utf8'));
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
  return (record) => assert.ok(validate(record), JSON.stringify(validate.errors));
}
