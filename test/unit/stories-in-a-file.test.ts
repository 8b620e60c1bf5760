// A file that holds several stories: each is read by its own day, genre and language.
import * as assert from 'node:assert/strict';
import type { Format } from '../../server/src/document/draft';
import { anpa, g2, lead } from '../support/fields';
import { lintAs, storyOf } from '../support/formats';

describe('a file of several stories', () => {
  const monday = 'The port closed on Monday, March 2, the harbour master said.';
  const opinion = 'The bridge will collapse within a year. At least 17 people were killed in the blast.';
  const two = (a: object, b: object): string =>
    JSON.stringify([
      { headline: 'Port stays shut', ...a },
      { headline: 'Bridge stays open', ...b },
    ]);
  const rulesIn = (text: string, format: Format): string[] => lintAs(text, format).diagnostics.map(({ rule }) => rule);

  it('reckons each from its own day', () => {
    const day = (year: number): object => ({ body_text: monday, versioncreated: `${year}-03-03T09:00:00Z` });
    assert.deepEqual(rulesIn(two(day(2026), day(2026)), 'json'), []);
    assert.deepEqual(rulesIn(two(day(2026), day(2025)), 'json'), ['weekday-mismatch']);
    assert.deepEqual(rulesIn(two(day(2025), day(2026)), 'json'), ['weekday-mismatch']);
    // one that says no day has none
    assert.deepEqual(rulesIn(two(day(2025), { body_text: monday }), 'json'), ['weekday-mismatch']);
    const item = (year: number): string =>
      g2(`<versionCreated>${year}-03-03T09:00:00Z</versionCreated>`, '<headline>Port stays shut</headline>').replace(
        lead,
        monday,
      );
    const feed = (...years: readonly number[]): string =>
      `<newsMessage><itemSet>${years.map(item).join('')}</itemSet></newsMessage>`;
    assert.deepEqual(rulesIn(feed(2026, 2026), 'newsml'), []);
    assert.deepEqual(rulesIn(feed(2026, 2025), 'newsml'), ['weekday-mismatch']);
    const wire = (...years: readonly number[]): string =>
      years
        .map((year) => anpa('^Port stays shut<\r\n', `AP-WF-03-03-${year % 100} 0900GMT<`).replace(lead, monday))
        .join('\r\n');
    assert.deepEqual(rulesIn(wire(2026, 2026), 'text'), []);
    assert.deepEqual(rulesIn(wire(2026, 2025), 'text'), ['weekday-mismatch']);
  });

  it('leaves a release its furniture where that one is a release, and none elsewhere', () => {
    const story = { body_text: 'The bridge will open in May, the mayor said.\n\n###' };
    const release = { ...story, genre: [{ name: 'Press Release' }] };
    const ends = (a: object, b: object): number =>
      rulesIn(two(a, b), 'json').filter((rule) => rule === 'wire-sign-off').length;
    assert.deepEqual(
      [ends(story, story), ends(story, release), ends(release, story), ends(release, release)],
      [2, 1, 1, 0],
    );
  });

  it('asks no sources of that one that is opinion', () => {
    const story = { body_text: opinion };
    const column = { body_text: opinion, genre: [{ name: 'Opinion' }] };
    const asked = rulesIn(two(story, story), 'json').filter((rule) => rule === 'unattributed-claim').length;
    assert.ok(asked >= 2);
    for (const text of [two(story, column), two(column, story)]) {
      const half = lintAs(text, 'json').diagnostics.filter(({ rule }) => rule === 'unattributed-claim');
      assert.equal(half.length, asked / 2);
    }
    assert.deepEqual(
      rulesIn(two(column, column), 'json').filter((rule) => rule === 'unattributed-claim'),
      [],
    );
  });

  it('reads each in its own language', () => {
    const languages = (text: string): string[] => storyOf(text, 'json').blocks.map(({ facts }) => facts.language);
    assert.deepEqual(languages(two({ body_text: 'Kisa.', language: 'tr' }, { body_text: 'Brief.', language: 'en' })), [
      'tr',
      'tr',
      'und',
      'und',
    ]);
    const page =
      '<html lang="en"><body><p>Brief.</p><div lang="tr"><p>Kisa.</p></div><table><tr lang="de"><td>Kurz</td></tr></table></body></html>';
    assert.deepEqual(
      storyOf(page, 'html').blocks.map(({ facts }) => facts.language),
      ['und', 'tr', 'de'],
    );
  });

  it('holds no toll of one against another', () => {
    const toll = (people: string): object => ({
      body_text: `The blast killed ${people} people, police said. The toll rose to ${people}, they said.`,
    });
    assert.deepEqual(
      rulesIn(two(toll('nine'), toll('four')), 'json').filter((rule) => rule === 'sum-mismatch'),
      [],
    );
  });
});
