// What became of each test of a suite, by name: so a runner can try again what failed, and nothing else.

/** Names in full, as Mocha's grep sees them. */
export interface Outcomes {
  readonly passed: string[];
  readonly failed: Failed[];
  readonly skipped: string[];
}

export interface Failed {
  readonly name: string;
  /** What is run to try it again: the test, or its suite where one test leans on those before it. */
  readonly again: string;
  readonly suite: boolean;
  /** Its name and the beginning of why, for whoever reads the last lines of a run. */
  readonly told: string;
}

/** A suite whose tests are steps of one pass. */
const steps = new WeakSet<Mocha.Suite>();

/** @param suite whose tests each begin where the one before ended. */
export const inSteps = (suite: Mocha.Suite): unknown => steps.add(suite);

/** Whole once the runner ends. */
export function outcomesOf(runner: Mocha.Runner): Outcomes {
  const outcomes: Outcomes = { passed: [], failed: [], skipped: [] };
  runner.on('pass', (test) => outcomes.passed.push(test.fullTitle()));
  runner.on('pending', (test) => outcomes.skipped.push(test.fullTitle()));
  runner.on('fail', (test, error: Error | undefined) => {
    const suite = test.type === ('hook' as string) ? test.parent : stepsAround(test.parent);
    const name = test.fullTitle();
    const told = `${name}\n${beginningOf(error?.message ?? '')}`;
    outcomes.failed.push({ name, again: (suite ?? test).fullTitle(), suite: suite !== undefined, told });
  });
  return outcomes;
}

/** As many lines of a message as one screen takes of a few failures. */
const MOST_LINES = 12;

const beginningOf = (message: string): string => message.split('\n').slice(0, MOST_LINES).join('\n');

function stepsAround(suite: Mocha.Suite | undefined): Mocha.Suite | undefined {
  return suite && (steps.has(suite) ? suite : stepsAround(suite.parent));
}
