// The desk in a worker: one session of the library, asked by the page. It knows no page, and nothing of the network.
import { createDesk, type Desk, fileText, type Session, type SettingsFile } from 'copydesk';
import { isScoped, looksLikeFile } from '../../server/src/config/pack';
import type { HouseSettings, Question, Questions, Reply, State } from './protocol';

let desk: Promise<Desk> = createDesk();
let session: Session | undefined;
let version = 0;
/** Where the newest edit ends; nothing where nobody is writing. */
let writing: number | undefined;

const opened = (): Session => {
  if (!session) throw new Error('no draft is open');
  return session;
};

function state(): State {
  const { diagnostics, problems, cleared, clearances, waiting, reasons } = opened();
  const waits = new Set(writing === undefined ? [] : waiting(writing));
  return {
    version,
    findings: diagnostics.map((one) => ({ ...one, waits: waits.has(one), reasons: reasons(one) })),
    problems,
    cleared: cleared.map(({ diagnostic }) => diagnostic),
    decided: clearances,
  };
}

/** As files hold them, comments and all. A fault is told with its line. */
async function settingsIn(text: string): Promise<SettingsFile | string> {
  const { settingsAlone } = await import('../../server/src/config/settings-alone');
  const { rules } = await import('../../server/src/rules/index');
  const { settings, problems } = await settingsAlone(text, rules);
  const [problem] = problems;
  return settings && !problem ? settings : `line ${problem?.line ?? 1}: ${problem?.message ?? 'It cannot be read.'}`;
}

/** What is about files on the way to a draft. */
const ofFiles = ['ignore', 'include', 'across', 'overrides'] as const;

/** What each draft is told, whatever file it is. */
const ofDrafts = ['signOff', 'genre', 'date', 'fields'] as const;

/** A list without an entry says nothing: `copydesk init` writes several. */
const says = (value: unknown): boolean =>
  value !== undefined && value !== false && !(Array.isArray(value) && !value.length);

/** A file or a pack that they build on lies where the page cannot look; every other name is a preset’s, or a slip of the pen. */
const isElsewhere = (name: string): boolean => isScoped(name) || looksLikeFile(name);

const baseOf = (settings: SettingsFile): readonly string[] => [settings.extends ?? []].flat();

const heldBy = (settings: SettingsFile): HouseSettings => ({
  base: baseOf(settings).filter((name) => !isElsewhere(name)),
  forms: settings.glossary?.length ?? 0,
  own: Object.keys(settings.houseRules ?? {}).length,
  set: Object.keys(settings.rules ?? {}).length,
  lists: Object.keys(settings.lists ?? {}).length,
  other: ofDrafts.filter((name) => says(settings[name])),
  left: [
    ...baseOf(settings)
      .filter(isElsewhere)
      .map((name) => `extends (${name})`),
    ...ofFiles.filter((name) => says(settings[name])),
  ],
});

const questions: Questions = {
  async house(text) {
    const settings = text ? await settingsIn(text) : {};
    if (typeof settings === 'string') return { fault: settings };
    try {
      const { base } = heldBy(settings);
      const { extends: _, ...own } = settings;
      const made = await createDesk(base.length ? { ...own, extends: base } : own);
      desk = Promise.resolve(made);
      return heldBy(settings);
    } catch (error) {
      return { fault: (error as Error).message.replace(/^settings: /, '') };
    }
  },
  file: (bytes, name) => fileText(bytes, name),
  async open(to, text, format, decided) {
    session = await (await desk).open(text, { format, cleared: decided });
    version = to;
    writing = undefined;
    return state();
  },
  async edit(to, edits, at) {
    opened().edit(edits);
    version = to;
    writing = at;
    return state();
  },
  async clear(index, reason) {
    const finding = opened().diagnostics[index];
    if (finding) opened().clear(finding, { reason });
    return state();
  },
  async askAgain(index) {
    const one = opened().cleared[index];
    if (one) opened().askAgain(one.clearance);
    return state();
  },
  async safeFixes() {
    const { edits, problems } = opened().safeFixes();
    return { version, edits, problems };
  },
  async view(view) {
    const views = {
      sources: () => ({ ...opened().sources(), alone: opened().report().alone }),
      names: () => opened().names(),
      report: () => opened().reportPage(),
    };
    // biome-ignore lint/suspicious/noExplicitAny: each view is of its own type, which its name says
    return { version, view: (await views[view]()) as any };
  },
};

/** One after another, as they were asked. */
let last: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  last = last.then(async () => {
    const { id, name, given } = data;
    const reply = (said: Omit<Reply, 'id'>): void => postMessage({ id, ...said } satisfies Reply);
    try {
      reply({ answer: await (questions[name] as (...those: readonly unknown[]) => Promise<unknown>)(...given) });
    } catch (error) {
      reply({ error: String(error) });
    }
  });
});
