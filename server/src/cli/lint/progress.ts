// How far a long run is: a line on a terminal's standard error, gone before anything else is written; and a clean end at Ctrl-C.
import { beforePrinting, complain, screenForErrors } from '../output';

export interface Progress {
  /** So many drafts are through. Now and then it lets the process hear signals. @param bytes of the input, where that is known. */
  step(drafts: number, bytes?: number): Promise<void>;
  end(): void;
}

/** What is to come, where somebody can tell. */
export interface Total {
  readonly drafts?: number;
  /** Of the input. */
  readonly bytes?: number;
}

/** ms before the line is shown at all, between two of its states, and between two breaths. */
const QUIET = 1000;
const EVERY = 100;
const BREATH = 50;

/** ms since the process began: a short run need not load the clock that `performance` is. */
const now = (): number => process.uptime() * 1000;

/** @param total asked for once, when the line is first shown. */
export function openProgress(total: () => Promise<Total>, stream = screenForErrors()): Progress {
  const started = now();
  const shows = stream?.isTTY && process.env.TERM !== 'dumb';
  const done = { drafts: 0, bytes: 0 };
  let whole: Total | undefined;
  let shown = false;
  let breathed = started;
  let drawn = started + QUIET - EVERY;

  const erase = (): void => {
    if (shown) stream?.write('\r\x1b[2K');
    shown = false;
  };
  const stop = (signal: NodeJS.Signals): void => {
    erase();
    complain(`Stopped after ${counted(done.drafts)}. Every draft is whole; no report was written to a file.`);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };

  beforePrinting(erase);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  return {
    async step(drafts, bytes = 0) {
      done.drafts += drafts;
      done.bytes += bytes;
      const at = now();
      if (shows && at - drawn >= EVERY) {
        drawn = at;
        if (!whole) {
          whole = {};
          void total().then((known) => {
            whole = known;
          });
        }
        stream.write(`\r\x1b[2K${lineFor(done, whole, (at - started) / 1000, stream.columns || 80)}`);
        shown = true;
      }
      if (at - breathed < BREATH) return;
      await new Promise(setImmediate);
      breathed = now();
    },
    end() {
      erase();
      beforePrinting(undefined);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop);
    },
  };
}

/** Work that hears nothing while it lasts: meanwhile a signal ends the process at once, as it would if nobody listened. */
export async function endingAtOnce<T>(work: () => Promise<T>): Promise<T> {
  const heard = (['SIGINT', 'SIGTERM'] as const).map((signal) => ({ signal, by: process.rawListeners(signal) }));
  for (const { signal } of heard) process.removeAllListeners(signal);
  try {
    return await work();
  } finally {
    for (const { signal, by } of heard) for (const one of by) process.on(signal, one as NodeJS.SignalsListener);
  }
}

/** `1,204 of 5,000 drafts  ███████░░░░░░░░░  310 a second, 12 s left`, as much of it as fits. @param seconds since the start. */
export function lineFor(done: Required<Total>, total: Total, seconds: number, columns: number): string {
  const rate = `${Math.round(done.drafts / seconds).toLocaleString('en')} a second`;
  const share = total.drafts ? done.drafts / total.drafts : total.bytes ? done.bytes / total.bytes : undefined;
  if (share === undefined) return fitted([counted(done.drafts), rate], columns);
  const part = Math.min(1, share);
  const head = total.drafts
    ? `${done.drafts.toLocaleString('en')} of ${counted(total.drafts)}`
    : `${counted(done.drafts)}, ${Math.floor(part * 100)} %`;
  const left = part > 0 ? `${time((seconds * (1 - part)) / part)} left` : '';
  const filled = Math.round(part * BAR);
  return fitted([head, `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`, `${rate}, ${left}`], columns);
}

const BAR = 20;

const counted = (drafts: number): string => `${drafts.toLocaleString('en')} ${drafts === 1 ? 'draft' : 'drafts'}`;

/** Parts that do not fit are left out, from the end. */
function fitted(parts: readonly string[], columns: number): string {
  const fits = parts.filter((_, i) => parts.slice(0, i + 1).join('  ').length < columns);
  return fits.join('  ');
}

function time(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return whole < 3600 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${Math.round(whole / 360) / 10} h`;
}
