// Mocha's usual report, with the counts passed on.
import Mocha from 'mocha';
import { tally } from './mocha.mjs';

export default class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => tally(this.stats));
  }
}
