// Mocha's usual report, with what became of each test written to the file that COPYDESK_OUTCOMES names.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { outcomesOf } from './outcomes';

export default class OutcomesReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const outcomes = outcomesOf(runner);
    runner.once('end', () => writeFileSync(process.env.COPYDESK_OUTCOMES!, JSON.stringify(outcomes)));
  }
}
