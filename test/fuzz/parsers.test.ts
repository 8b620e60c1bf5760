// Parsers under attack, in short: texts made of what they know, changed at random. `npm run fuzz:parsers` hunts each for as long as somebody
// wants, goes by what code a text reaches, and keeps what breaks one.
import { tryTexts } from '../parsers/hunt';
import { targets } from '../parsers/targets';
import { times } from '../support/times';

const runs = Number(process.env.COPYDESK_RUNS ?? times(48, 2000));
const seed = Number(process.env.COPYDESK_SEED ?? 7);

describe('a parser under attack', function () {
  this.timeout(0);
  for (const target of targets)
    it(`reads whatever it is given, and keeps its promises: ${target.name}`, () => tryTexts(target, seed, runs));
});
