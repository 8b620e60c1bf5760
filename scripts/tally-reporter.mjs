// Mocha's usual report, with the counts and what failed passed on.
import Mocha from 'mocha';
import { tally } from './mocha.mjs';

/** As many lines of a message as one screen takes of a few failures. */
const MOST_LINES = 12;

const shortly = ({ message = '' } = {}) => String(message).split('\n').slice(0, MOST_LINES).join('\n');

export default class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failed = [];
    runner.on('fail', (test, error) => failed.push(`${test.fullTitle()}\n${shortly(error)}`));
    runner.once('end', () => tally({ ...this.stats, failed }));
  }
}
