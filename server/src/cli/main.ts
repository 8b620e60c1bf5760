#!/usr/bin/env node
// The command line.
import { readFileSync } from 'node:fs';
import { buildSettings } from '../config/build';
import { readStory } from '../document/read';
import { toRecord } from '../engine/diagnostic';
import { lint } from '../engine/lint';
import { rules } from '../rules/index';

const settings = buildSettings([], rules);
for (const file of process.argv.slice(3)) {
  const text = readFileSync(file, 'utf8');
  const record = toRecord(lint(readStory({ text, format: 'text' }), settings, rules), text);
  console.log(JSON.stringify({ path: file, ...record }));
}
