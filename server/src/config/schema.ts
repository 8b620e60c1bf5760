// The one schema of copydesk.json: it checks the file, and `npm run generate` writes the JSON Schema for editors from it.
import * as v from 'valibot';
import { type FieldName, fieldNames } from '../document/draft';
import { type ListName, listNames } from '../document/house-words';
import { genres } from '../document/story';
import { dayOf } from '../language/calendar';
import type { Options } from '../rules/option';
import { type Rule, severities } from '../rules/rule';
import { LONGEST_ENTRY, listDescriptions } from './house-lists';
import { houseRules } from './house-schema';

const severity = v.picklist([...severities, 'off']);

const optionsSchema = (options: Options) =>
  v.strictObject(
    Object.fromEntries(
      Object.entries(options).map(([name, o]) => [
        name,
        v.optional(v.pipe(o.schema, v.description(o.description), v.metadata({ default: o.default }))),
      ]),
    ),
  );

const ruleSchema = (rule: Rule) =>
  v.pipe(
    v.union([severity, v.strictTuple([severity]), v.strictTuple([severity, optionsSchema(rule.options)])]),
    v.description(`${rule.summary} Default: ${rule.severity}.`),
  );

/** What `rules` may hold: ours with their options, and whatever a house calls its own, which are known when all its files are read. */
export const rulesSchema = (rules: readonly Rule[]) =>
  v.pipe(
    v.objectWithRest(
      Object.fromEntries(rules.map((rule) => [rule.id, v.optional(ruleSchema(rule))])),
      v.union([severity, v.strictTuple([severity]), v.strictTuple([severity, v.looseObject({})])]),
    ),
    v.description("A severity for each rule, or [severity, { options }]. The house's own rules have no options."),
  );

const oneOrMore = (description: string) =>
  v.pipe(v.union([v.string(), v.array(v.string())]), v.description(description));

const fieldDescriptions: Readonly<Record<FieldName, string>> = {
  items: 'The stories of a file that holds several; the other paths count from there.',
  headline: 'The headline.',
  subhead: 'Decks, summaries, kickers.',
  byline: 'Who wrote it.',
  dateline: 'Place and day, where they have a field of their own.',
  body: 'The copy: HTML, or plain text in paragraphs.',
  caption: 'What is said of pictures.',
  credit: 'Who took them.',
  date: 'The day it is written for, like 2016-12-07; the first that is one counts.',
  language: 'The language, like en-GB.',
  genre: 'What kind of copy it is: opinion, letter, transcript, press release.',
  embargo: 'Until when it is held back.',
  status: 'Whether it may run: withheld, canceled, killed.',
  note: 'Notes to editors: no copy, looked through for an embargo.',
};

const preferredForm = v.strictObject({
  prefer: v.pipe(v.string(), v.nonEmpty(), v.description('The form that the house writes.')),
  instead: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.description('Spellings that are put into the preferred form.')),
  ),
  entity: v.optional(
    v.pipe(
      v.string(),
      v.description("A name of the gazetteer: all its known spellings are meant, not only those of 'instead'."),
    ),
  ),
  bulk: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        "Fix All and --fix put it there unseen though it is another word or name ('lorry' for 'truck'). Spellings of one word ('Kyiv' for 'Kiev') go unseen as it is, where the sentence says that they are meant.",
      ),
    ),
  ),
  source: v.optional(v.pipe(v.string(), v.description('Where the house decided it, for the message.'))),
});

const entry = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_ENTRY));
const listOf = (name: ListName) => v.pipe(v.array(entry), v.description(listDescriptions[name]));
const lists = v.pipe(
  v.strictObject(
    Object.fromEntries(listNames.map((name) => [name, v.optional(listOf(name))])) as Record<
      ListName,
      v.OptionalSchema<ReturnType<typeof listOf>, undefined>
    >,
  ),
  v.description(
    'Words and marks of this house, beside those that the desk knows of every newsroom. Those of all files that count are taken together.',
  ),
);

const genre = v.pipe(v.picklist(genres), v.description('What kind of copy it is; some rules rest on some kinds.'));
const date = v.pipe(
  v.string(),
  v.isoDate(),
  // "2016-02-31" has the form of a day
  v.check((day) => dayOf(day) !== undefined),
  v.description('The day the draft is written for, like 2016-12-07.'),
);
const fields = v.pipe(
  v.strictObject(
    Object.fromEntries(fieldNames.map((name) => [name, v.optional(oneOrMore(fieldDescriptions[name]))])) as Record<
      FieldName,
      v.OptionalSchema<ReturnType<typeof oneOrMore>, undefined>
    >,
  ),
  v.description(
    'Where the copy stands in JSON files of a shape of your own, by paths: "title", "credits.by[].name", "content[type=text].value", "parts.*.text".',
  ),
);
const across = v.pipe(
  v.boolean(),
  v.description(
    'Compare the names of all drafts that say so: one that they spell in more than one way is marked where it is odd.',
  ),
  v.metadata({ default: false }),
);

/** @param shape of `rules`, for a caller that wants to name it. */
export const settingsSchema = (rules: readonly Rule[], shape = rulesSchema(rules)) => {
  const ruleEntries = v.optional(shape);
  const presets = v.optional(
    oneOrMore(
      'Settings to build on, later ones winning: recommended (default), all, the name of a house preset (ap, afp, xinhua, …), a house pack in node_modules (@daily/copydesk-house) or in a folder (./house-style), or the path of a file inside this folder tree.',
    ),
  );
  return v.pipe(
    v.strictObject({
      $schema: v.optional(v.string()),
      root: v.optional(
        v.pipe(v.boolean(), v.description('Settings and clearances in folders above this one do not count.')),
      ),
      extends: presets,
      rules: ruleEntries,
      houseRules: v.optional(houseRules),
      glossary: v.optional(v.pipe(v.array(preferredForm), v.description('Forms that the house prefers.'))),
      lists: v.optional(lists),
      signOff: v.optional(
        v.pipe(
          v.union([v.literal('forbid'), v.strictObject({ require: v.pipe(v.string(), v.nonEmpty()) })]),
          v.description('End marks are taken out (default), or one form is demanded: { "require": "Enditem" }.'),
        ),
      ),
      genre: v.optional(genre),
      date: v.optional(date),
      fields: v.optional(fields),
      ignore: v.optional(
        v.pipe(v.array(v.string()), v.description('Globs of files that are no drafts; "!name" takes one back in.')),
      ),
      include: v.optional(
        v.pipe(
          v.array(v.string()),
          v.description(
            'Globs of files that are drafts although their kind may be anything: HTML pages, feeds in XML.',
          ),
        ),
      ),
      across: v.optional(across),
      overrides: v.optional(
        v.pipe(
          v.array(
            v.strictObject({
              files: oneOrMore('Globs of the drafts that this is for, relative to this file.'),
              extends: presets,
              rules: ruleEntries,
              lists: v.optional(lists),
              genre: v.optional(genre),
              date: v.optional(date),
              fields: v.optional(fields),
              across: v.optional(across),
            }),
          ),
          v.description('Settings for some drafts only. Later ones win.'),
        ),
      ),
    }),
    v.title('copydesk.json'),
    v.description('What a newsroom has decided for its drafts.'),
  );
};
