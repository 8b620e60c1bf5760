// A second try for what failed, and for nothing else. An editor, a browser and a busy machine have moods of their own: what fails
// and then passes in a fresh process is told as flaky, by its name; what fails twice has failed.

/**
 * @param run takes a pattern of the tests to run, all where there is none; returns what became of each (`test/support/outcomes.ts`), nothing
 *   where it came to no end.
 * @param told is called with a sentence before the second try.
 * @returns counts, the names of what passed at the second try only, which are among the passes, and what failed twice.
 */
export async function withSecondTry(run, told) {
  const first = await run();
  if (first && !first.failed.length) return counts(first);
  told(
    first
      ? `${first.failed.length} of these tests failed: they alone are run once more …`
      : 'These tests came to no end: they are run once more …',
  );
  const second = await run(first && patternOf(first.failed));
  if (!second) return { ...counts(first ?? none), failures: first?.failed.length || 1, failed: first?.failed ?? [] };
  if (!first) return { ...counts(second), flaky: second.failed.length ? [] : second.passed };
  return merged(first, second);
}

const none = { passed: [], failed: [], skipped: [] };

const counts = ({ passed, failed, skipped }) => ({
  passes: passed.length,
  failures: failed.length,
  pending: skipped.length,
  flaky: [],
  failed,
});

/** What could not begin for a hook that failed is run, and counted, the second time. */
function merged(first, second) {
  const still = first.failed.filter((failed) => !isMended(failed, second));
  const known = new Set([...first.passed, ...first.skipped]);
  const worse = second.failed.filter(({ name }) => !still.some((failed) => failed.name === name));
  const broken = new Set(second.failed.map(({ name }) => name));
  const passed = new Set([...first.passed, ...second.passed].filter((name) => !broken.has(name)));
  return {
    passes: passed.size,
    failures: still.length + worse.length,
    pending: first.skipped.length + second.skipped.filter((name) => !known.has(name)).length,
    flaky: first.failed.filter((failed) => isMended(failed, second)).map(({ name }) => name),
    failed: [...still, ...worse],
  };
}

/** A test that passes; a hook, whose suite then runs without a failure. */
function isMended({ name, again, suite }, second) {
  if (second.passed.includes(name)) return true;
  const isInside = (other) => other === again || other.startsWith(`${again} `);
  return suite && second.passed.some(isInside) && !second.failed.some((failed) => isInside(failed.name));
}

/** For Mocha's grep. A hook of the root is a reason to run everything. */
export function patternOf(failed) {
  if (failed.some(({ again }) => !again)) return undefined;
  const each = failed.map(
    ({ again, suite }) => `${again.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}${suite ? '(?: |$)' : '$'}`,
  );
  return `^(?:${[...new Set(each)].join('|')})`;
}
