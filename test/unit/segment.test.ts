// Tokens, quotations, capitals and language of one paragraph.
import * as assert from 'node:assert/strict';
import { isEnglish, type Paragraph } from '../../server/src/document/paragraph';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { has, Shape } from '../../server/src/document/token';

const read = (text: string, running = false): Paragraph => readParagraph(text, 'paragraph', running);
const words = (text: string): string => read(text).tokens.word.join(' ');

describe('tokens', () => {
  const cases: readonly (readonly [text: string, tokens: string])[] = [
    ['the al-Qa’ida-linked group’s leader', "the al-qa'ida-linked group's leader"],
    ['Mr. J. R. Smith Jr., of Oster Inc.', 'mr. j. r. smith jr. , of oster inc.'],
    ['U.S.-led forces, the U.N.’s envoy, at 5 p.m.', "u.s.-led forces , the u.n.'s envoy , at 5 p.m."],
    ['(D-N.J.) and (R-Ky.)', '( d-n.j. ) and ( r-ky. )'],
    ['paid US$2.5 million (10%), £4m', 'paid us $2.5 million ( 10% ) , £4m'],
    ['a 17-year-old, 1,234.5 tonnes, 10:30, 9/11, 7-1/8', 'a 17-year-old , 1,234.5 tonnes , 10:30 , 9/11 , 7 - 1/8'],
    ['Covid-19, F-16s, AT&T, mid-1990s', 'covid-19 , f-16s , at&t , mid-1990s'],
    ['Orley &amp; Sons, AT&amp;T &amp.', 'orley & sons , at&t & amp .'],
    ['No. 5 is no. Then', 'no. 5 is no . then'],
    ["the workers' union got 'em in the '90s", "the workers ' union got 'em in the '90s"],
    ['he is 6\'2" tall', 'he is 6\'2" tall'],
    ['well -- not… so — yet...', 'well -- not … so — yet ...'],
    ['see www.port.example.com or port.org.', `see ${'\ufffc'.repeat(20)} or port.org .`],
    ['the end.Next', 'the end . next'],
    ['ʿAbd al-Shaʿar and cafe\u0301', "'abd al-sha'ar and café"],
    ['soft\u00adly \u200bhidden', 'softly hidden'],
    ['𝒜bc 𝟙 👩‍👧 \ud800', '𝒜bc 𝟙 👩 👧 \ud800'],
  ];
  for (const [text, tokens] of cases) it(text, () => assert.equal(words(text), tokens));

  it('carry their shape', () => {
    const { tokens } = read('The UN’s Gen. Dessa said “we stay” on 5 May.');
    const shapes = (shape: number): string[] => tokens.word.filter((_, i) => has(tokens, i, shape));
    assert.deepEqual(shapes(Shape.allCaps), ["un's"]);
    assert.deepEqual(shapes(Shape.capital), ['the', "un's", 'gen.', 'dessa', 'may']);
    assert.deepEqual(shapes(Shape.number), ['5']);
    assert.deepEqual(shapes(Shape.initial), ['the']);
    assert.deepEqual(shapes(Shape.quoted), ['“', 'we', 'stay']);
    const arabic = read('Since al-Rashidi and ash-Shams left in mid-March').tokens;
    assert.deepEqual(
      arabic.word.filter((_, i) => has(arabic, i, Shape.capital)),
      ['since', 'al-rashidi', 'ash-shams'],
    );
  });
});

describe('quotations', () => {
  /** Each as its level, its text, and a sign: + runs in from before, … never closed. */
  const quoted = (text: string, running = false): string[] =>
    read(text, running).quotations.map(
      ({ start, end, level, closed, continues }) =>
        `${level}${continues ? '+' : ''}${closed ? '' : '…'} ${text.slice(start, end)}`,
    );
  const cases: readonly (readonly [name: string, text: string, quotations: readonly string[]])[] = [
    ['straight', 'He said "no" and "never."', ['0 "no"', '0 "never."']],
    ['curly', 'He said “no” and ‘never’.', ['0 “no”', '0 ‘never’']],
    ['guillemets out and in', 'Il dit «non», er sagt »nein«.', ['0 «non»', '0 »nein«']],
    ['low and high', 'Er sagt „nein“ und ‚ja‘.', ['0 „nein“', '0 ‚ja‘']],
    ['two apostrophes', "He said ''no'' and left.", ["0 ''no''"]],
    ['nested', '"He told me, \'Leave now,\'" Bero said.', ['0 "He told me, \'Leave now,\'"', "1 'Leave now,'"]],
    ['single outside', '\'He said "no" to me,\' Bero said.', ['0 \'He said "no" to me,\'', '1 "no"']],
    ['possessive inside single', "'The workers' union is done,' he said.", ["0 'The workers' union is done,'"]],
    ['apostrophes only', "The workers' union isn't the '90s kind; rock 'n' roll, y'all.", []],
    ['curly apostrophes only', 'The workers’ union isn’t the ’90s kind; get ’em.', []],
    ['feet and inches', 'He is 6\'2" tall and the pipe is 12" wide.', []],
    ['pasted markup', '<a href="https://ost.example/" id="x1">“No,” she said</a>.', ['0 “No,”']],
    ['inches inside', '"The 12" pipe broke," she said.', ['0 "The 12" pipe broke,"']],
    ['never closed', 'She said: "It is over. He left.', ['0… "It is over. He left.']],
    [
      'never closed, then another',
      '"It is over, he said. "Go home."',
      ['0… "It is over, he said. "Go home."', '1 "Go home."'],
    ],
    ['straight closed by curly', 'He said "no” twice.', ['0 "no”']],
    ['after a dash', 'The answer--"no"--came late.', ['0 "no"']],
    ['no space before', 'He said,"no" and left.', ['0 "no"']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(quoted(text), expected));

  const british: readonly (readonly [name: string, text: string, quotations: readonly string[]])[] = [
    ['a possessive inside', "'It is the ministers' fault,' she said.", ["0 'It is the ministers' fault,'"]],
    [
      'two possessives inside',
      "'The farmers' and fishermen's boats are gone,' she said.",
      ["0 'The farmers' and fishermen's boats are gone,'"],
    ],
    ['a possessive before', "The farmers' leader said: 'We have lost the boats.'", ["0 'We have lost the boats.'"]],
    ['an elision first', '‘’Tis the season,’ she said.', ['0 ‘’Tis the season,’']],
    ['elisions inside', "'Get 'em out,' he said. 'Now.'", ["0 'Get 'em out,'", "0 'Now.'"]],
    ['a decade inside', "'The '90s were better,' she said.", ["0 'The '90s were better,'"]],
    ['a decade at the end', "'It was the summer of '97,' she said.", ["0 'It was the summer of '97,'"]],
    ['a number first', "'97 were hurt in '98,' she said.", ["0 '97 were hurt in '98,'"]],
    ['a range of years', "The '97-'98 season was called 'a disgrace' by fans.", ["0 'a disgrace'"]],
    [
      'doubles nested',
      '\'He told me, "Leave now," and I left,\' Bero said.',
      ['0 \'He told me, "Leave now," and I left,\'', '1 "Leave now,"'],
    ],
    [
      'doubles nested at the end',
      '\'He told me: "Leave now,"\' Bero said.',
      ['0 \'He told me: "Leave now,"\'', '1 "Leave now,"'],
    ],
    ['a stop outside', "The judge called it 'a cathedral of nonsense'.", ["0 'a cathedral of nonsense'"]],
    ['a clipped word at the end', "'I was just sittin',' he said.", ["0 'I was just sittin','"]],
    ['clipped words inside', "'I was sittin' and waitin' there,' he said.", ["0 'I was sittin' and waitin' there,'"]],
    ['curly with a possessive', '‘The ministers’ fault is plain,’ she said.', ['0 ‘The ministers’ fault is plain,’']],
    ['curly with an elision', '‘Get ’em out of the ’90s,’ he said.', ['0 ‘Get ’em out of the ’90s,’']],
    [
      'curly, doubles nested',
      '‘He said “go” and we went,’ she said. ‘The boats’ owners didn’t.’',
      ['0 ‘He said “go” and we went,’', '1 “go”', '0 ‘The boats’ owners didn’t.’'],
    ],
    [
      'two scare quotes and a possessive',
      "The 'reform' and the unions' 'answer' came late.",
      ["0 'reform'", "0 'answer'"],
    ],
    ['a name with an apostrophe', "'Mr O'Dea isn't in,' a clerk said.", ["0 'Mr O'Dea isn't in,'"]],
    ['a possessive of the quoted', "The 'reform's' end was near, the farmers' union said.", ["0 'reform's'"]],
    ['a possessive, then a comma', "It was the boys', not the girls', turn.", []],
    [
      'a dash behind',
      "'We are done' – his words – 'with the boats' repairs.'",
      ["0 'We are done'", "0 'with the boats' repairs.'"],
    ],
    ['a question', "'Whose boats?' she asked. 'The farmers'?'", ["0 'Whose boats?'", "0 'The farmers'?'"]],
  ];
  for (const [name, text, expected] of british)
    it(`in single marks: ${name}`, () => assert.deepEqual(quoted(text), expected));

  it('runs on from paragraph to paragraph', () => {
    const first = read('"We lost power," she said. "The pumps stopped.');
    assert.ok(first.leavesOpen);
    assert.deepEqual(quoted('"By morning it was full," she said.', true), ['0+ "By morning it was full,"']);
    assert.deepEqual(quoted('By morning it was full," she said.', true), ['0+ By morning it was full,"']);
    assert.ok(!read('"By morning it was full," she said.', true).leavesOpen);
  });

  it('runs on in single marks', () => {
    assert.ok(read('‘We lost power. The pumps stopped.').leavesOpen);
    assert.ok(!read('The ’90s were over. The pumps stopped.').leavesOpen);
  });
});

describe('capitals', () => {
  it('say which words are names where all is in capitals', () => {
    const { allCaps, tokens } = read('THE ARMY SAID GEN. OMAR DESSA MET ARNALDO VEZZA IN TAZIR TODAY.');
    assert.ok(allCaps);
    const names = tokens.word.filter((_, i) => has(tokens, i, Shape.capital));
    assert.deepEqual(names, ['gen.', 'omar', 'dessa', 'arnaldo', 'vezza', 'tazir']);
  });
  it('leave ordinary copy alone', () => {
    assert.ok(!read('The UN and NATO met.').allCaps);
    assert.ok(!read('12 March').allCaps);
  });
});

describe('language', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['en', 'The army said on Tuesday that it would withdraw from the port and that the talks would go on.'],
    [
      'fr',
      'Le président a dit mardi que les troupes se retireraient de la ville et que les négociations sont ouvertes.',
    ],
    ['de', 'Die Armee hat am Dienstag erklärt, dass sie sich aus der Stadt zurückzieht und nicht wiederkommt.'],
    ['es', 'El ejército dijo el martes que se retiraría de la ciudad y que las negociaciones no se han roto.'],
    ['und', 'Tazir, March 4'],
    ['und', 'Smyth Holm Lind Berg Oster Orel Tan Bero Stroll Sandoval Dessa'],
  ];
  for (const [language, text] of cases) it(`${language}: ${text}`, () => assert.equal(read(text).language, language));

  it('too short to tell is read as English', () => assert.ok(isEnglish(read('Tazir, March 4'))));
});
