// What is left, and what it becomes, unless a person says so.
import * as assert from 'node:assert/strict';
import type { Format } from '../../server/src/document/draft';
import { fixed } from './fixed';

export const COPY = 'The harbour will stay closed until spring, the port authority said on Monday.';

export function stays(name: string, text: string, format: Format = 'text'): void {
  it(name, () => assert.equal(fixed(text, format).text, text));
}

export function becomes(name: string, text: string, expected: string, format: Format = 'text'): void {
  it(name, () => assert.equal(fixed(text, format).text, expected));
}
