// What `doctor` found, in sentences.
import { formatTable } from '../../document/formats/table';
import { visible } from '../../report/escape';
import { columnsOf } from '../../report/table';
import { COMMAND_LINE, type Examination, type Overriding, type PassedOver } from './examine';

/** Lines of a list that a person reads to the end; the rest is told by its number. */
const MOST = 20;

export function inWords(found: Examination): string {
  const { copydesk, node, system } = found;
  const lines = [
    `Copydesk ${copydesk} on Node.js ${node.slice(1)}, ${system}.`,
    rootLine(found.root),
    '',
    ...settingsLines(found),
    '',
    ...(found.draft ? draftLines(found.draft) : []),
    ...(found.drafts ? folderLines(found.drafts) : []),
    '',
    clearedLine(found),
    cacheLine(found.cache),
    gitLine(found.git),
    ...(found.idle.length ? ['', 'Matches nothing:', ...listed(found.idle)] : []),
    ...(found.problems.length ? ['', 'Not in order:', ...found.problems.map(problemLine)] : []),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

const reasons: Readonly<Record<Examination['root']['because'], string>> = {
  git: 'it holds .git',
  settings: 'its copydesk.json says so ("root": true)',
  config: 'the file behind --config lies there',
  'working-folder': 'no folder above says that it is one',
};

const rootLine = ({ path, because }: Examination['root']): string =>
  `The desk's root is ${path}: ${reasons[because]}. Nothing above it counts.`;

function settingsLines({ settings, drafts }: Examination): string[] {
  const { presets, packs, genre, date, across, glossary, lists, rules } = settings;
  const { unread: out = [] } = settings;
  const files = settings.files.filter((file) => !out.includes(file));
  const unread = out.map((file) => `${file} cannot be read, so nothing in it counts.`);
  const [only, ...more] = files;
  const where =
    only === undefined
      ? `${unread.length ? 'No other copydesk.json counts' : 'There is no copydesk.json'}, so Copydesk asks what it asks of everybody.`
      : more.length
        ? `Settings come from ${files.join(', then ')}; where two speak, the later one holds.`
        : `Settings come from ${only}.`;
  const facts = [
    ...presets.map((one) => `They build on the preset "${one.value}" (${place(one)}).`),
    ...packs.map(packLine),
    ...(genre ? [`The genre is ${genre.value} (${place(genre)}).`] : []),
    ...(date ? [`The day is ${date.value} (${place(date)}).`] : []),
    ...(across?.value ? [`Names are held against those of the other drafts (${place(across)}).`] : []),
    ...(glossary ? [`The house prefers ${counted(glossary, 'form')} of its own.`] : []),
    ...(Object.keys(lists).length ? [`It lists words of its own: ${listsInWords(lists)}.`] : []),
  ];
  const rows = rules.map((one) => [
    one.rule,
    one.options ? `${one.severity} ${JSON.stringify(one.options)}` : one.severity,
    place(one),
  ]);
  return [
    ...unread,
    where,
    ...facts,
    ...(rows.length
      ? ['Rules that are set otherwise than Copydesk ships them:', ...columnsOf(rows)]
      : [
          drafts?.overrides.some(({ says }) => says.rules ?? says.extends)
            ? 'All rules are as Copydesk ships them, but where an override says otherwise.'
            : 'All rules are as Copydesk ships them.',
        ]),
    ...(drafts?.overrides.length
      ? ['Overrides say otherwise of some drafts:', ...columnsOf(drafts.overrides.map(overrideRow))]
      : []),
  ];
}

const packLine = ({ name, version, licence, folder }: Examination['settings']['packs'][number]): string =>
  `They build on the house pack ${name}${version ? ` ${version}` : ''} (${folder}), ${licence ? `licensed ${licence}` : 'which names no licence'}.`;

const listsInWords = (lists: Examination['settings']['lists']): string =>
  Object.entries(lists)
    .map(([name, entries]) => `${name} ${entries}`)
    .join(', ');

const overrideRow = (one: Overriding): string[] => [
  place(one),
  one.files.join(', '),
  counted(one.drafts, 'draft'),
  Object.entries(one.says)
    .map(([name, value]) => (name === 'rules' ? rulesInWords(value) : `${name} ${JSON.stringify(value)}`))
    .join(', '),
];

const rulesInWords = (rules: unknown): string =>
  Object.entries(Object(rules))
    .map(([rule, entry]) => `${rule} ${typeof entry === 'string' ? entry : JSON.stringify(entry)}`)
    .join(', ');

/** "copydesk.json, override 2", "preset "all" in copydesk.json". */
function place({ from, override, preset }: { from: string; override?: number; preset?: string }): string {
  const file = from === COMMAND_LINE ? 'the command line' : from;
  const part = override === undefined ? file : `${file}, override ${override}`;
  return preset === undefined ? part : `preset "${preset}" in ${part}`;
}

const draftLines = ({ path, format, passedOver, cleared }: NonNullable<Examination['draft']>): string[] => [
  passedOver
    ? `${path} is no draft: ${byWhat(passedOver)}. Named on the command line it is read all the same, as ${formatTable[format].name}.`
    : `${path} is read as ${formatTable[format].name}.`,
  ...(cleared ? [`${counted(cleared, 'finding')} of it ${cleared === 1 ? 'is' : 'are'} cleared.`] : []),
];

function folderLines({ folder, read, passedOver, tooLarge }: NonNullable<Examination['drafts']>): string[] {
  const rows = passedOver.slice(0, MOST).map((one) => [one.path, byWhat(one)]);
  const rest = passedOver.length - rows.length;
  return [
    `${counted(read, 'draft')} of ${folder} ${read === 1 ? 'is' : 'are'} read.`,
    ...(rows.length ? ['Passed over:', ...columnsOf(rows)] : []),
    ...(rest ? [`  and ${rest} more; --format json lists them all`] : []),
    ...tooLarge.map((path) => `${path} is too large to be read.`),
  ];
}

const byWhat = ({ pattern, from, line, kind }: PassedOver): string =>
  kind === 'report'
    ? 'a linter’s report is no draft'
    : kind === 'no-story'
      ? 'no story is read in it'
      : kind
        ? kind === 'unread'
          ? `"${pattern}" cannot be read`
          : `"${pattern}" is read where "include" names it`
        : from === undefined
          ? `"${pattern}" is left alone everywhere`
          : line === undefined
            ? `"${pattern}" stands under "ignore" in ${from}`
            : `"${pattern}" stands in ${from}, line ${line}`;

const clearedLine = ({ cleared }: Examination): string =>
  cleared
    ? `${counted(cleared, 'finding')} of this desk ${cleared === 1 ? 'is' : 'are'} cleared.`
    : 'Nothing is cleared here.';

const cacheLine = (cache: Examination['cache']): string =>
  cache
    ? `The cache in ${cache.folder} holds ${counted(cache.answers, 'answer')}, ${(cache.bytes / (1 << 20)).toFixed(1)} MB; --cache uses it.`
    : 'No answers are kept between runs; --cache keeps them.';

const gitLine = ({ version, repository, fault }: Examination['git']): string =>
  fault !== undefined
    ? `Git ${version} is here, but --changed does not work: see below.`
    : repository !== undefined
      ? `Git ${version} knows the repository ${repository}, so --changed works.`
      : version !== undefined
        ? `Git ${version} is here, but this is no repository, so --changed does not work.`
        : 'There is no Git on this machine, so --changed does not work.';

function listed(idle: Examination['idle']): string[] {
  const rest = idle.length - MOST;
  return [
    ...idle.slice(0, MOST).map(problemLine),
    ...(rest > 0 ? [`  and ${rest} more; --format json lists them all`] : []),
  ];
}

const problemLine = ({ path, line, message }: Pick<Examination['problems'][number], 'path' | 'line' | 'message'>) =>
  `  ${path}${line === undefined ? '' : `:${line}`}: ${message}`;

const counted = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
