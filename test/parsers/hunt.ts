// One parser's hunt: texts that reach code which none before has reached are kept and changed further; what fails is kept as a crash.
import { createHash } from 'node:crypto';
import { Session } from 'node:inspector';
import { chance, mutated } from './mutate';
import type { Target } from './target';

/** What may not be: a throw, a broken promise, or a text that takes long. */
export interface Crash {
  readonly text: string;
  readonly why: string;
}

export interface Hunt {
  /** Tries the next text. */
  step(): void;
  /** Tries a text again. @returns why it fails */
  replay(text: string): string | undefined;
  /** Reads what is kept, so that what it reaches is nothing new. */
  prime(): void;
  readonly kept: readonly string[];
  readonly reached: () => number;
}

export interface Told {
  /** Before a text is tried: whoever is killed over it leaves it behind. */
  trying?(text: string): void;
  kept?(text: string): void;
  crash(crash: Crash): void;
}

/** Ms of processor for one text and all that is made of it. */
const SLOW = 4000;
/** Ms of processor between two looks at what was reached. */
const ASKING = 25;
/** Each so many texts what follows from reading is checked too; at what is new it always is. */
const WHOLE = 8;
/** Each so many steps a piece of a text is repeated, and its time measured. */
const GROWS = 400;
const SHORTER = 12_000;
const TIMES_LONGER = 4;
/** A length four times as long may take this many times as long (n^1.5), and as many ms more. */
const MOST_TIMES = 8;
const SPARE = 400;

export function hunt(target: Target, seed: number, from: number, corpus: readonly string[], told: Told): Hunt {
  const coverage = reach();
  const kept: string[] = [];
  const known = new Set<string>();
  const batch: string[] = [];
  let spent = 0;
  let run = from;

  function failing(text: string, isWhole: boolean): string | undefined {
    told.trying?.(text);
    const began = processor();
    try {
      target.quick(text);
      if (isWhole) target.whole?.(text);
    } catch (error) {
      return reason(error);
    }
    const took = processor() - began;
    return took > SLOW ? `${Math.round(took)} ms for ${text.length} characters` : undefined;
  }

  /** Keeps the texts of this batch where one of them has reached something new: V8 tells of a batch, and asking it costs as much as a text. */
  function look(): boolean {
    const isNew = coverage.take() > 0;
    if (isNew)
      for (const text of batch) {
        if (known.has(text)) continue;
        known.add(text);
        kept.push(text);
        told.kept?.(text);
      }
    batch.length = 0;
    spent = 0;
    return isNew;
  }

  function attempt(text: string, isWhole: boolean): string | undefined {
    const began = processor();
    const why = failing(text, isWhole);
    if (why !== undefined) return why;
    batch.push(text);
    spent += processor() - began;
    if (spent < ASKING || !look()) return undefined;
    return isWhole ? undefined : failing(text, true);
  }

  for (const text of [...target.seeds(), ...corpus]) {
    if (known.has(text)) continue;
    known.add(text);
    kept.push(text);
  }

  return {
    kept,
    reached: coverage.sum,
    replay: (text) => failing(text, true),
    prime() {
      for (const text of kept) failing(text, false);
      coverage.take();
    },
    step() {
      run++;
      const by = chance(seed * 1_000_003 + run);
      if (run % GROWS === 0) {
        const crash = growing(target, by.pick(kept), by, told);
        if (crash) told.crash(crash);
        return;
      }
      // the newest have been changed least
      const text = by.whole(3) ? by.pick(kept) : by.pick(kept.slice(-20));
      const next = mutated(text, kept, target.words, by);
      const why = attempt(next, run % WHOLE === 0);
      if (why !== undefined) told.crash({ text: smaller(next, why, (one) => failing(one, true)), why });
    },
  };
}

/** The short form: texts made of the seeds alone, the same for the same seed. */
export function tryTexts(target: Target, seed: number, runs: number): void {
  const seeds = target.seeds();
  for (let run = 1; run <= runs; run++) {
    const by = chance(seed * 1_000_003 + run);
    const text = mutated(by.pick(seeds), seeds, target.words, by);
    try {
      target.quick(text);
      if (run % WHOLE === 0) target.whole?.(text);
    } catch (error) {
      throw new Error(`${target.name}, text ${run}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
}

/** A text that grows faster than it should where a piece of it is repeated. */
function growing(target: Target, text: string, by: ReturnType<typeof chance>, told: Told): Crash | undefined {
  const from = by.whole(text.length);
  const piece = text.slice(from, from + 1 + by.whole(by.pick([3, 20, 200])));
  const head = text.slice(0, by.pick([0, from]));
  const grown = (length: number): string => head + piece.repeat(Math.ceil(length / piece.length));
  const read = target.grows ?? target.quick;
  const time = (length: number): number => {
    const one = grown(length);
    told.trying?.(one);
    const began = processor();
    try {
      read(one);
    } catch {
      // is found by the shorter ones, or is a sentence that is meant
    }
    return processor() - began;
  };
  if (!piece) return undefined;
  // what is suspected is measured again: the machine may have been busy
  for (let i = 0; i < 3; i++) {
    const short = time(SHORTER);
    const long = time(SHORTER * TIMES_LONGER);
    if (long <= MOST_TIMES * short + SPARE) return undefined;
    if (i === 2)
      return {
        text: grown(SHORTER),
        why: `${Math.round(short)} ms, and ${Math.round(long)} ms when ${TIMES_LONGER} times as long`,
      };
  }
  return undefined;
}

const reason = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Tries while there is hope to make a failing text shorter. */
const TRIES = 300;

function smaller(text: string, why: string, failing: (text: string) => string | undefined): string {
  // what takes long takes long each time
  if (/^\d+ ms/.test(why)) return text;
  const same = (one: string): boolean => kindOf(failing(one) ?? '') === kindOf(why);
  let left = text;
  let tries = 0;
  for (let size = left.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < left.length && tries < TRIES; tries++) {
      const one = left.slice(0, at) + left.slice(at + size);
      if (same(one)) left = one;
      else at += size;
    }
  return left;
}

/** Crashes of one kind are told once: by their first words, and where they come from. */
export const kindOf = (why: string): string => {
  const [first = '', ...lines] = why
    .replace(/\d+/g, '#')
    .replace(/'[^']*'|"[^"]*"/g, '…')
    .split('\n');
  const place = lines.find((line) => line.trim().startsWith('at '))?.replace(/\(.*\//, '(') ?? '';
  return createHash('sha256')
    .update(`${first.slice(0, 60)}\n${place}`)
    .digest('hex')
    .slice(0, 12);
};

const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Counts pieces of code that are reached for the first time, as V8 tells them. */
function reach(): { take(): number; sum(): number } {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  const seen = new Set<string>();
  return {
    sum: () => seen.size,
    take() {
      let fresh = 0;
      session.post('Profiler.takePreciseCoverage', (_, { result }) => {
        for (const { scriptId, functions } of result)
          for (const { ranges } of functions)
            for (const { startOffset, endOffset, count } of ranges) {
              const key = `${scriptId}:${startOffset}-${endOffset}`;
              if (!count || seen.has(key)) continue;
              seen.add(key);
              fresh++;
            }
      });
      return fresh;
    },
  };
}
