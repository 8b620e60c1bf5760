// Mocha's usual report, with what became of each test written to the file that $COPYDESK_OUTCOMES names (`test/e2e/outcomes.ts`).
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { outcomesVariable } from './mocha.mjs';

/** As many lines of a message as one screen takes of a few failures. */
const MOST_LINES = 12;

const shortly = ({ message = '' } = {}) => String(message).split('\n').slice(0, MOST_LINES).join('\n');

export default class OutcomesReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const outcomes = { passed: [], failed: [], skipped: [] };
    runner.on('pass', (test) => outcomes.passed.push(test.fullTitle()));
    runner.on('pending', (test) => outcomes.skipped.push(test.fullTitle()));
    runner.on('fail', (test, error) => {
      const [name, suite] = [test.fullTitle(), test.type === 'hook'];
      const again = suite ? test.parent.fullTitle() : name;
      outcomes.failed.push({ name, again, suite, told: `${name}\n${shortly(error)}` });
    });
    runner.once('end', () => writeFileSync(process.env[outcomesVariable], JSON.stringify(outcomes)));
  }
}
