// Mocha's usual report of the suites in window/, with what became of each test written to the file that E2E_RESULT names.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { outcomesOf } from './outcomes';

export default class OutcomesReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const outcomes = outcomesOf(runner);
    runner.once('end', () => writeFileSync(process.env.E2E_RESULT!, JSON.stringify(outcomes)));
  }
}
