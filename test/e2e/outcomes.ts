// What became of each test of an editor suite, by name: so a runner can try again what failed, and nothing else.

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
  runner.on('fail', (test) => {
    const suite = test.type === ('hook' as string) ? test.parent : stepsAround(test.parent);
    outcomes.failed.push({ name: test.fullTitle(), again: (suite ?? test).fullTitle(), suite: suite !== undefined });
  });
  return outcomes;
}

function stepsAround(suite: Mocha.Suite | undefined): Mocha.Suite | undefined {
  return suite && (steps.has(suite) ? suite : stepsAround(suite.parent));
}
