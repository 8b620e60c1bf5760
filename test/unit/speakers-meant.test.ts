// Whom the speakers of a story are: pronouns, offices and shorter names resolved.
import * as assert from 'node:assert/strict';
import { speakersOf } from '../../server/src/analysis/speakers/resolve';
import { readStory } from '../../server/src/document/read';
import { sourcesRecord } from '../../server/src/records/sources';

const read = (text: string) => readStory({ text, format: 'text' });

/** Kind and name of each speaker, in order. */
const speakers = (text: string): string[] => speakersOf(read(text)).map(({ kind, name }) => `${kind}: ${name}`);

describe('speakers of several names', () => {
  it('are one where an office and a name stand for one another', () => {
    for (const [who, name] of [
      ['The head of the dockers’ union, Rosa Adler,', 'Rosa Adler'],
      ['The mayor of Dessa, Ines de la Torre,', 'Ines de la Torre'],
      ['The archdeacon, the Most Rev Paul Hale,', 'Paul Hale'],
      ['The police chief, Superintendent Ada Brenn,', 'Ada Brenn'],
      ['The cell’s leader, known as Abu Dessa,', 'Abu Dessa'],
      ['The firm’s director, Omar Keller (pictured),', 'Omar Keller'],
      ['Treasurer of the club Omar Keller', 'Omar Keller'],
      ['The minister for Fisheries and Ports Rosa Adler', 'Rosa Adler'],
      ['One of the divers, Ada Brenn,', 'Ada Brenn'],
      ['Ada Brenn, 41, a diver,', 'Ada Brenn'],
      ['The party, the Harbour League,', 'Harbour League'],
    ])
      assert.match(
        speakers(`${who} said the road was open.`).join(),
        new RegExp(`^(?:named|organisation): ${name}$`),
        who,
      );
    for (const [who, name] of [
      ['An aide to Rosa Adler', 'aide'],
      ['A lawyer for the singer Rosa Adler', 'lawyer'],
      ['The mothers of two boys, Paul Hale and Omar Keller,', 'mothers'],
    ])
      assert.match(speakers(`${who} said the road was open.`)[0] ?? '', new RegExp(`: ${name}`), who);
  });

  it('are those whom an office means, where one of the story holds it', () => {
    for (const [who, office] of [
      ['Prime Minister Omar Dessa', 'prime minister'],
      ['Omar Dessa, the country’s prime minister,', 'prime minister'],
      ['The prime minister, Omar Dessa,', 'prime minister'],
      ['Foreign Minister Omar Dessa', 'minister'],
      ['Omar Dessa, head of the harbour authority,', 'head of the authority'],
      ['Omar Dessa, chairman of the club,', 'chair'],
      ['Gov. Omar Dessa', 'governor'],
      ['Omar Dessa, 41, a diver from the coast,', 'diver'],
      ['Plumber Omar Dessa', 'plumber'],
      ['Omar Dessa, a former mayor,', 'former mayor'],
    ] as const) {
      const [, second] = speakersOf(read(`${who} said the road was open. The ${office} said it was wide.`));
      assert.equal(second?.name, 'Omar Dessa', `${who} … the ${office}`);
      assert.equal(second.resolved, 'named');
    }
    for (const [before, office] of [
      ['Foreign Minister Omar Dessa met Finance Minister Ada Brenn.', 'minister'],
      ['Deputy Mayor Omar Dessa met the press.', 'mayor'],
      ['Former mayor Omar Dessa met the press.', 'mayor'],
      ['Attorney General Omar Dessa met the press.', 'general'],
      ['Omar Dessa, a nurse, met the press. Another nurse sang.', 'nurse'],
      ['Foreign Minister Omar Dessa met the press.', 'trade minister'],
    ] as const)
      assert.equal(speakers(`${before} The ${office} said it was wide.`).at(-1), `role: ${office}`, before);
  });

  it('go on as "he" past whom the words are about', () => {
    for (const words of ['Farmers blame the governor', 'Traders want the mayor to go', 'Crews fear the captain'])
      assert.equal(
        speakers(`Engineer Paul Hale said the dam was old. ${words}, he said.`).at(-1),
        'pronoun: Paul Hale',
        words,
      );
  });

  it('are either of two namesakes, unless the story has called one so', () => {
    const either = (text: string) => speakersOf(read(text)).at(-1);
    const two = either('Paul Brenn and his brother Karl Brenn came. Brenn said it was wide.');
    assert.deepEqual([two?.name, two?.either], ['', ['Paul Brenn', 'Karl Brenn']]);
    assert.equal(
      either('Paul Brenn came. Brenn sang. His brother Karl Brenn left. Brenn said no.')?.name,
      'Paul Brenn',
    );
    assert.equal(either('President Lee Sang-woo came. His aide Ann Lee left. Lee said no.')?.name, 'Lee Sang-woo');
    assert.equal(either('Chairman Paul Brenn came. His wife Ann Brenn left. Mr. Brenn said no.')?.either, undefined);
  });

  it('are one body at two lengths and in letters', () => {
    const sources = (text: string) => sourcesRecord(read(text)).sources.map(({ name }) => name);
    assert.deepEqual(sources('Turnout rose, the harbour board said. The board said no. It said so twice.'), [
      'harbour board',
    ]);
    assert.deepEqual(
      sources('The harbour board said yes. The fishery board said no. The board sang, the board said.').length,
      3,
    );
    assert.deepEqual(sources('The Coastal Waters Ministry said yes. The CWM said no.'), ['Coastal Waters Ministry']);
    assert.deepEqual(sources('Rosa Adler said yes. The RA said no.').length, 2);
  });

  it('are one under names of one man, in whatever order and however short', () => {
    for (const [first, then] of [
      ['Aung Min Thet Lwin', 'Thet Lwin'],
      ['Hiroshi Tanabe', 'Tanabe Hiroshi'],
      ['Pedro Luis Salinas Ibarra', 'Salinas Ibarra'],
    ] as const)
      assert.equal(
        sourcesRecord(read(`${first} said the road was open. On Monday ${then} said it was wide.`)).sources.length,
        1,
        first,
      );
  });

  it('go on as "he" or "she" behind what tells who they are', () => {
    for (const who of [
      'Rosa Adler, an opposition deputy,',
      'Rosa Adler, 52, a surgeon,',
      'Rosa Adler, a doctor at the camp,',
    ])
      assert.equal(
        speakers(`${who} said the road was open. It was mined, she said.`).at(-1),
        'pronoun: Rosa Adler',
        who,
      );
  });

  it('are known by surname after the full name', () => {
    const [, second] = speakers('Omar Dessa said the road was open. The bridge would follow, Dessa said.');
    assert.equal(second, 'named: Omar Dessa');
    for (const [full, later] of [
      ['Youssef al-Rashidi', 'al-Rashidi'],
      ['Hassan al-Turki', 'Al-Turki'],
      ['Maria de la Cruz', 'De la Cruz'],
      ['Adam bin Faisal', 'Bin Faisal'],
    ])
      assert.equal(speakers(`${full} said the road was open. ${later} said it was cut.`)[1], `named: ${full}`);
  });

  it('are found behind "he" and "she" by subject and by title', () => {
    assert.equal(
      speakers('Omar Dessa met the envoy in Lom.\n\nHe said the road was open.').at(-1),
      'pronoun: Omar Dessa',
    );
    const text = 'Mr Dessa met Ms Brenn in Lom. She said the road was open.';
    assert.equal(speakers(text).at(-1), 'pronoun: Brenn');
  });

  it('are found behind "he" by who spoke before', () => {
    const last = (text: string) => speakers(text).at(-1);
    assert.equal(
      last('Prices fell, chairman Omar Dessa told Reuters. He said the mill would close.'),
      'pronoun: Omar Dessa',
    );
    assert.equal(
      last('The mill closes, said Omar Dessa, president at First Mills of Lom. He said trade was bad.'),
      'pronoun: Omar Dessa',
    );
  });

  it('are found behind "his" and "their"', () => {
    assert.equal(
      speakers('Omar Dessa met the envoy in Lom. His claim that the road was open drew laughter.').at(-1),
      'pronoun: Omar Dessa',
    );
  });

  it('are those behind "one of", and without "here"', () => {
    assert.deepEqual(speakers('One of the sources said the talks had failed.'), ['anonymous: sources']);
    assert.deepEqual(speakers('Airbus officials here said the talks had failed.'), ['role: Airbus officials']);
  });

  it('are the company whose name is told in full, where it is called by a shorter one', () =>
    assert.equal(speakers('Arkel Corp bought a mill. Arkel denies it.').at(-1), 'named: Arkel Corp'));

  it('are the body named before, where "the company" or "the ministry" is cited', () => {
    const last = (text: string) => speakers(text).at(-1);
    assert.equal(
      last('Arkel Corp bought Tolma Inc. The company said it would sell the mill.'),
      'organisation: Arkel Corp',
    );
    assert.equal(
      last('The Finance Ministry sold bills. The yield fell, the ministry said.'),
      'organisation: Finance Ministry',
    );
    assert.equal(last('Growers sued. The company said all was paid.'), 'organisation: company');
    assert.equal(last('Arkel Corp bought a mill. A company said prices had fallen.'), 'organisation: company');
  });

  it('are found behind "it" by who spoke before', () => {
    const text =
      'The yield was cut in half, the Lom News Agency said. The storm in Anhui province left two boats sunk, it said.';
    assert.equal(speakers(text).at(-1), 'pronoun: Lom News Agency');
  });

  it('are no name that only tells which', () =>
    assert.equal(speakers('Omar Dessa toured the Tolk pit. He said it would close.').at(-1), 'pronoun: Omar Dessa'));

  it('share the subject of the first verb', () => {
    assert.deepEqual(speakers('Omar Dessa left the room and said the talks had failed.'), ['named: Omar Dessa']);
    assert.deepEqual(speakers('Omar Dessa left the room, saying the talks had failed.'), ['named: Omar Dessa']);
  });

  it('leave "they" an orphan where nobody is several people', () => {
    const orphan = (text: string): boolean => speakersOf(read(text)).some((s) => s.orphan === true);
    assert.ok(orphan('The army began its offensive in May. They said it would last.'));
    assert.ok(!orphan('Police closed the road in May. They said it would last.'));
    assert.ok(!orphan('Mia Tan and Pavel Orel closed the road. They said it would last.'));
  });
});
