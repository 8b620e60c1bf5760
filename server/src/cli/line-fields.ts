// The fields of a line of `--input ndjson`, for whoever reads lines and for the schema that tells programs.

/** A contract: fields may be added, never changed. */
export const fieldsOfALine = {
  id: 'What the answer is known by: it comes back as it was given.',
  text: 'The story, as its file would hold it.',
  format: 'What it is written in.',
  date: 'The day it is written for. Default: what the settings say for its place.',
  genre: 'What kind of copy it is. Default: what the settings say for its place.',
  path: 'Where it lies or would lie: settings and clearances of that place hold.',
} as const;
