// Loaded before a program (`node --require`): a machine on a bad day, as $BAD_DAY says. "slow": each file is read late. "clock": the time jumps
// days forwards and back at each look. "worker": a worker ends in the middle of its work, as if it had been killed.
const fs = require('node:fs');
const { isMainThread, parentPort } = require('node:worker_threads');

const days = (process.env.BAD_DAY ?? '').split(' ');

/** Ms that a disk lets wait. */
const LATE = 15;
/** Answers of a worker, at most, the last of which it takes along. */
const MOST_ANSWERS = 20;
if (days.includes('slow')) {
  const still = new Int32Array(new SharedArrayBuffer(4));
  for (const name of ['readFileSync', 'openSync', 'readSync', 'readdirSync', 'statSync', 'realpathSync']) {
    const own = fs[name];
    const late = (...args) => {
      Atomics.wait(still, 0, 0, LATE);
      return own(...args);
    };
    fs[name] = Object.assign(late, own);
  }
  for (const name of ['readFile', 'open', 'readdir', 'stat', 'realpath']) {
    const own = fs.promises[name];
    fs.promises[name] = async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, LATE));
      return own(...args);
    };
  }
  require('node:module').syncBuiltinESMExports();
}

if (days.includes('clock')) {
  const Own = Date;
  let looks = 0;
  const now = () => Own.now() + (looks++ % 2 ? 1 : -1) * (looks % 7) * 86_400_000;
  globalThis.Date = class extends Own {
    constructor(...args) {
      super(...(args.length ? args : [now()]));
    }
    static now() {
      return now();
    }
  };
}

if (days.includes('worker') && !isMainThread) {
  // at an answer, not at a moment: a quick machine would be done before it
  let left = 1 + Math.floor(Math.random() * MOST_ANSWERS);
  const own = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (told) => (--left > 0 ? own(told) : process.exit(9));
}
