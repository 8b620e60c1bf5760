// Renaming somebody: every mention follows, in full and short, also where the name is a word; nothing else changes, and back is back.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { calledAt } from '../../server/src/analysis/names/called';
import { standsTwice } from '../../server/src/analysis/names/rename';
import { readStory } from '../../server/src/document/read';
import { renamingEdits } from '../../server/src/lsp/spelled-anew';
import { applyEdits } from '../../server/src/text/edit';
import { lineIndex, positionAt } from '../../server/src/text/line-index';
import { toProse } from '../../server/src/text/source-map';

interface Outcome {
  /** Quotations included, as where a person ticks them all. */
  readonly text: string;
  /** Mentions that stay, since nothing is certain of them. */
  readonly left: readonly string[];
  /** Why what was typed is no name. */
  readonly fault: string | undefined;
}

/** The text once the name at the first `chosen` is written `to`. */
const renamedIn = (text: string, chosen: string, to: string): string => outcomeOf(text, chosen, to).text;

function outcomeOf(text: string, chosen: string, to: string): Outcome {
  const story = readStory({ text, format: 'text' });
  const at = toProse(story.map, text.indexOf(chosen));
  const entity = calledAt(story, at);
  const mention = entity?.mentions.find(({ start, end }) => start <= at && at <= end);
  assert.ok(entity && mention, `a name stands at “${chosen}”`);
  const starts: number[] = [];
  const lines = lineIndex(text);
  for (let i = 0; i <= text.length; i++) starts[positionAt(lines, i).line] ??= i;
  const offset = ({ line, character }: { line: number; character: number }): number =>
    (starts[line + 1] as number) + character;
  const { edits, left, fault } = renamingEdits({ story, text }, entity, mention, to);
  const inFile = edits.map(({ edit: { range, newText } }) => ({
    start: offset(range.start),
    end: offset(range.end),
    text: newText,
  }));
  return { text: applyEdits(text, inFile), left, fault };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const nfd = (text: string): string => text.normalize('NFD');

describe('renaming', () => {
  for (const [what, text, chosen, to, expected] of [
    [
      'a name alone above the first that is heard of somebody is not theirs',
      'The Apple chief left. Apple shut a shop. Fiona Apple sang. Apple left.',
      'Apple',
      'Aple',
      'The Aple chief left. Aple shut a shop. Fiona Apple sang. Apple left.',
    ],
    [
      'nor is it renamed with them',
      'Jordan closed its border. Michael Jordan played.',
      'Michael Jordan',
      'Michael Jordon',
      'Jordan closed its border. Michael Jordon played.',
    ],
    [
      'a first name that could be a particle goes into nobody else’s name',
      'Ben Foster kept goal. Jodie Foster rowed. Foster slept. Ms. Foster sang.',
      'Ben Foster',
      'Ben Forster',
      'Ben Forster kept goal. Jodie Foster rowed. Foster slept. Ms. Foster sang.',
    ],
    [
      'a particle stays one where the full name has it',
      'Tahar Ben Jelloun wrote. Ben Jelloun slept. Jelloun left.',
      'Tahar Ben Jelloun',
      'Tahar Ben Jelun',
      'Tahar Ben Jelun wrote. Ben Jelun slept. Jelun left.',
    ],
    [
      'firms of several names stay',
      'Rolls & Royce fell. Ina Royce spoke. Royce left. Royce & Sons’ boss slept. River Royce’s boss sang.',
      'Ina Royce',
      'Ina Roice',
      'Rolls & Royce fell. Ina Roice spoke. Roice left. Royce & Sons’ boss slept. River Royce’s boss sang.',
    ],
    [
      'a body and a hotel of the name stay behind “the”',
      'Ann House spoke. The House voted. House left. Mrs. House wept. The House said no.',
      'Ann House',
      'Ann Howse',
      'Ann Howse spoke. The House voted. Howse left. Mrs. Howse wept. The House said no.',
    ],
    [
      'a man’s wife is another, whom nobody wrote anew',
      'Martin Orsk spoke. Orsk left. Mrs. Orsk wept.',
      'Martin Orsk',
      'Martin Orsq',
      'Martin Orsq spoke. Orsq left. Mrs. Orsk wept.',
    ],
    [
      'what is called after whoever leads it goes along, a hotel does not',
      'Ann Marriott spoke. The Marriott hotel burned. The Marriott administration fell.',
      'Ann Marriott',
      'Ann Mariott',
      'Ann Mariott spoke. The Marriott hotel burned. The Mariott administration fell.',
    ],
    [
      'a country stays one where it does what countries do',
      'Jordan beat Iraq. Michael Jordan spoke. Jordan’s king slept. Jordan’s mother sang. Mr. Jordan left. Jordan, 50, rowed. Jordan signed a deal with Iran. Jordan wept.',
      'Michael Jordan',
      'Michael Jordon',
      'Jordan beat Iraq. Michael Jordon spoke. Jordan’s king slept. Jordon’s mother sang. Mr. Jordon left. Jordon, 50, rowed. Jordan signed a deal with Iran. Jordon wept.',
    ],
    [
      'a city stays one with its officials, and where it says what it will do',
      'Ava Paris spoke. Paris said it would vote. Paris wept. Paris officials met. Ties with Paris froze. The Paris team rowed.',
      'Ava Paris',
      'Ava Parris',
      'Ava Parris spoke. Paris said it would vote. Parris wept. Paris officials met. Ties with Paris froze. The Paris team rowed.',
    ],
    [
      'a family’s name that is a word goes along where a sentence begins with it',
      'Moon Sul Ki came on Monday. Moon left. The men of Moon Sul Ki slept, and Moon spoke.',
      'Moon Sul Ki',
      'Mun Sul Ki',
      'Mun Sul Ki came on Monday. Mun left. The men of Mun Sul Ki slept, and Mun spoke.',
    ],
    [
      'the town stays in a dateline, before its state, behind its county, with its police and its bank',
      'OSLO (AP) — Nils Durham spoke. DURHAM, England (AP) — Durham slept. Durham, North Carolina, slept. County Durham slept. Durham police slept, as did the Bank of Durham and the Duke of Durham. Durham’s mayor left. Durham’s aunt left.',
      'Nils Durham',
      'Nils Durhem',
      'OSLO (AP) — Nils Durhem spoke. DURHAM, England (AP) — Durhem slept. Durham, North Carolina, slept. County Durham slept. Durham police slept, as did the Bank of Durham and the Duke of Durham. Durham’s mayor left. Durhem’s aunt left.',
    ],
    [
      'what one has in somebody is in no town',
      'Hanna Lund spoke. Faith in Lund fell.',
      'Hanna Lund',
      'Hanna Lundt',
      'Hanna Lundt spoke. Faith in Lundt fell.',
    ],
    [
      'a first name that is a small word elsewhere is none of the surname, whatever stands behind that',
      'Ben Zelkin spoke. Zelkin left. The Zelkin Board shut, and Zelkin’s view stands.',
      'Ben Zelkin',
      'Ben Zelken',
      'Ben Zelken spoke. Zelken left. The Zelken Board shut, and Zelken’s view stands.',
    ],
    [
      'so is Al, before a word of the language',
      'Al Porter spoke. Porter left. Mr. Porter’s oar broke.',
      'Al Porter',
      'Al Portar',
      'Al Portar spoke. Portar left. Mr. Portar’s oar broke.',
    ],
    [
      'what is called after somebody stays',
      'Ben Lincoln spoke. Lincoln left the Lincoln Center.',
      'Ben Lincoln',
      'Ben Linkoln',
      'Ben Linkoln spoke. Linkoln left the Lincoln Center.',
    ],
    [
      'so does another word, where the story has it in mid-sentence',
      'An Sul Ki came on Monday. The men of An Sul Ki slept.',
      'Sul Ki came',
      'An Sul Gi',
      'An Sul Gi came on Monday. The men of An Sul Gi slept.',
    ],
    [
      'a word before a name in two syllables stays a word',
      'On Bak Ston the book is silent. Then Bak Ston came. The men of Bak Ston slept.',
      'Bak Ston came',
      'Bag Ston',
      'On Bag Ston the book is silent. Then Bag Ston came. The men of Bag Ston slept.',
    ],
    [
      'a surname that is a month stays one, and the month a month',
      'Wanda June opened the rink on Monday. June said it was late. It had closed in June. “Wanda June lied,” he said.',
      'Wanda June',
      'Vanda June',
      'Vanda June opened the rink on Monday. June said it was late. It had closed in June. “Vanda June lied,” he said.',
    ],
    [
      'a prefix written apart goes with the surname',
      'Nora O’Shea opened the rink on Monday. Ms. O’Shea said it was late. O’Shea’s aides left.',
      'Nora O’Shea',
      'Nóra Ní Shé',
      'Nóra Ní Shé opened the rink on Monday. Ms. Ní Shé said it was late. Ní Shé’s aides left.',
    ],
    [
      'and away from it',
      'Nóra Ní Shé opened the rink on Monday. Ms. Ní Shé said it was late. Ní Shé’s aides left.',
      'Nóra Ní Shé',
      'Nora O’Shea',
      'Nora O’Shea opened the rink on Monday. Ms. O’Shea said it was late. O’Shea’s aides left.',
    ],
    [
      '“Mac” behind a first name is a prefix',
      'Rory Garvey opened the rink on Monday. Mr. Garvey said it was late. Garvey left.',
      'Rory Garvey',
      'Rory Mac Gairbhe',
      'Rory Mac Gairbhe opened the rink on Monday. Mr. Mac Gairbhe said it was late. Mac Gairbhe left.',
    ],
    [
      'and is no part of what takes its place',
      'Rory Mac Gairbhe opened the rink on Monday. Mr. Mac Gairbhe said it was late. Mac Gairbhe left.',
      'Rory Mac Gairbhe',
      'Rory Garvey',
      'Rory Garvey opened the rink on Monday. Mr. Garvey said it was late. Garvey left.',
    ],
    [
      'typed for the surname alone it is no first name',
      'Rory Garvey opened the rink on Monday. Mr. Garvey said it was late.',
      'Garvey said',
      'Mac Gairbhe',
      'Rory Mac Gairbhe opened the rink on Monday. Mr. Mac Gairbhe said it was late.',
    ],
    [
      'a first name that could be a prefix is one',
      'Mac Keller opened the rink on Monday. Keller said it was late.',
      'Mac Keller',
      'Mack Kellner',
      'Mack Kellner opened the rink on Monday. Kellner said it was late.',
    ],
    [
      'behind two first names all of it is the surname',
      'Rosa Maria Olmeda opened the rink on Monday. Olmeda said it was late.',
      'Rosa Maria Olmeda',
      'Rosa Maria Ordaz Lugo',
      'Rosa Maria Ordaz Lugo opened the rink on Monday. Ordaz Lugo said it was late.',
    ],
    [
      'a middle name is no part of the surname',
      'Wanda Keller opened the rink on Monday. Keller said it was late.',
      'Wanda Keller',
      'Wanda Maria Kestner',
      'Wanda Maria Kestner opened the rink on Monday. Kestner said it was late.',
    ],
    [
      'another of the family keeps the particle as it is',
      'Usama bin Ladin opened the rink on Monday. Khalid bin Laden said it was late.',
      'Usama bin Ladin',
      'Osama bin Laden',
      'Osama bin Laden opened the rink on Monday. Khalid bin Laden said it was late.',
    ],
    [
      'a bare surname written as the whole name is the whole name anew',
      'Wanda June opened the rink. June said it was late.',
      'June said',
      'Vanda June',
      'Vanda June opened the rink. June said it was late.',
    ],
    [
      'a family name in front that is a word',
      'Sun Tao-ming opened the rink. Sun said it was late. Dr. Sun left. The sun shone.',
      'Sun Tao-ming',
      'Son Tao-ming',
      'Son Tao-ming opened the rink. Son said it was late. Dr. Son left. The sun shone.',
    ],
    [
      'a given name written in one',
      'Sun Tao-ming opened the rink. Sun said it was late.',
      'Sun Tao-ming',
      'Sun Taoming',
      'Sun Taoming opened the rink. Sun said it was late.',
    ],
    [
      'two surnames, then both, then one',
      'Luis Miguel Pérez Salcedo spoke. Pérez Salcedo left. Later Salcedo slept. President Pérez Salcedo’s aides stayed.',
      'Luis Miguel Pérez Salcedo',
      'Luis Miguel Perez Salzedo',
      'Luis Miguel Perez Salzedo spoke. Perez Salzedo left. Later Salzedo slept. President Perez Salzedo’s aides stayed.',
    ],
    [
      'from the shortest mention as well',
      'Luis Miguel Pérez Salcedo spoke. Pérez Salcedo left. Later Salcedo slept.',
      'Salcedo slept',
      'Salzedo',
      'Luis Miguel Pérez Salzedo spoke. Pérez Salzedo left. Later Salzedo slept.',
    ],
    [
      'a name made of words, and its family',
      'Will Porter spoke on Monday. Porter said no. Porter’s aides left. The Porters stayed, and a porter came.',
      'Will Porter',
      'Will Portner',
      'Will Portner spoke on Monday. Portner said no. Portner’s aides left. The Portners stayed, and a porter came.',
    ],
    [
      'a headline in capitals and a wrapped line',
      'MARK RUDDER WINS\n\n  The convoy was led by an officer called Mark\nRudder, who had come from the north with forty\nmen and a gun. Rudder smiled.\n',
      'Mark\nRudder',
      'Marc Ruder',
      'MARC RUDER WINS\n\n  The convoy was led by an officer called Marc\nRuder, who had come from the north with forty\nmen and a gun. Ruder smiled.\n',
    ],
    [
      'a longer name, whose new part stands only in full',
      'Jose Salcedo spoke on Monday. Salcedo left.',
      'Jose Salcedo',
      'Jose Maria Salcedo',
      'Jose Maria Salcedo spoke on Monday. Salcedo left.',
    ],
    [
      'a suffix with its stop',
      'Martin Porter Jr. spoke on Monday. Porter said no.',
      'Martin Porter',
      'Martin Portner Jr.',
      'Martin Portner Jr. spoke on Monday. Portner said no.',
    ],
    [
      'nobody of the same surname',
      'Jane Orsk met John Orsk on Monday. John Orsk left. Jane Orsk stayed.',
      'John Orsk',
      'John Orska',
      'Jane Orsk met John Orska on Monday. John Orska left. Jane Orsk stayed.',
    ],
    [
      'no place of the same name',
      'Jack London wrote it. The house stood in London. London’s aides left.',
      'Jack London',
      'Jack Londen',
      'Jack Londen wrote it. The house stood in London. Londen’s aides left.',
    ],
    [
      'accents that are characters of their own, letter for letter',
      nfd('The envoy José Martínez came. Martínez left. Zoë stayed.'),
      nfd('José Martínez'),
      nfd('José Martín'),
      nfd('The envoy José Martín came. Martín left. Zoë stayed.'),
    ],
  ] as const)
    it(what, () => assert.equal(renamedIn(text, chosen, to), expected));

  // what is renamed, to what, the copy before and after, what is told to be left
  for (const [what, chosen, to, text, expected, left = []] of [
    [
      'a month behind two first names',
      'Ilse Lee May',
      'Ilse Leigh May',
      'The judge Ilse Lee May came. May said so. It ended in May.',
      'The judge Ilse Leigh May came. May said so. It ended in May.',
    ],
    [
      'a surname that is a month, with a title',
      'Nora Jane June',
      'Nora Jane Junen',
      'Nora Jane June came. Later Mrs. June left.',
      'Nora Jane Junen came. Later Mrs. Junen left.',
    ],
    [
      'no day behind a name in full',
      'Vera Lee',
      'Vera Leigh',
      'They arrested Vera Lee Monday. Lee was calm.',
      'They arrested Vera Leigh Monday. Leigh was calm.',
    ],
    [
      'a month that does something, and none that only is',
      'August Bero',
      'Augustin Bero',
      'August Bero sat. August sat too. August was hot. In August he left.',
      'Augustin Bero sat. Augustin sat too. August was hot. In August he left.',
      ['August'],
    ],
    [
      'a day that gives an order, and none that dates one',
      'Piet Friday',
      'Piet Fryday',
      'Detective Piet Friday came on Friday. Detective Friday left. She slept Friday.',
      'Detective Piet Fryday came on Friday. Detective Fryday left. She slept Friday.',
      ['Friday'],
    ],
    [
      'a shorter name that may be somebody else’s',
      'Vera May Orsk',
      'Wera May Orsk',
      'Vera May Orsk met Vera May on Monday. May left. Orsk stayed.',
      'Wera May Orsk met Vera May on Monday. May left. Orsk stayed.',
      ['Vera May'],
    ],
    [
      'and the other way round',
      'Vera May on',
      'Wera Mai',
      'Vera May Orsk met Vera May on Monday. May left. Orsk stayed.',
      'Vera May Orsk met Wera Mai on Monday. Mai left. Orsk stayed.',
      ['Vera May Orsk'],
    ],
    [
      'a bare surname of two people',
      'Piet Orsk',
      'Piet Orska',
      'Vera Orsk met Piet Orsk on Monday. Orsk left.',
      'Vera Orsk met Piet Orska on Monday. Orsk left.',
      ['Orsk'],
    ],
    [
      'one that stands before the second of them is named',
      'Piet Orsk',
      'Piet Orska',
      'Piet Orsk came on Monday. Orsk left. Vera Orsk stayed.',
      'Piet Orska came on Monday. Orska left. Vera Orsk stayed.',
    ],
    [
      'father and son',
      'Bruno Galt Jr.',
      'Bruno Gault Jr.',
      'Bruno Galt Jr. met Bruno Galt Sr. on Monday. Galt left.',
      'Bruno Gault Jr. met Bruno Galt Sr. on Monday. Galt left.',
      ['Galt'],
    ],
    [
      'Vietnamese: the last part is the bare one',
      'Trần Văn Khoa',
      'Tran Van Khoa',
      'Trần Văn Khoa spoke on Monday. Khoa left. Mr. Khoa slept.',
      'Tran Van Khoa spoke on Monday. Khoa left. Mr. Khoa slept.',
    ],
    [
      'a family name in front that is a first name elsewhere',
      'Lee Min Tok',
      'Li Min Tok',
      'Lee Min Tok ruled the port for years. Lee died in June.',
      'Li Min Tok ruled the port for years. Li died in June.',
    ],
    [
      'Korean, with a hyphen, and as three words',
      'Yoon Suk Bin',
      'Yun Seok-bin',
      'President Yoon Suk Bin spoke on Monday. Yoon left. President Yoon slept.',
      'President Yun Seok-bin spoke on Monday. Yun left. President Yun slept.',
    ],
    [
      'a family name in front for another one',
      'Park Geun-ja',
      'Lee Myung Bak',
      'Park Geun-ja spoke on Monday. Park left.',
      'Lee Myung Bak spoke on Monday. Lee left.',
    ],
    [
      'turned round where it stands turned round',
      'Gyula Orsan',
      'Gyula Orsán',
      'Gyula Orsan spoke on Monday. Orsan Gyula left. Orsan slept.',
      'Gyula Orsán spoke on Monday. Orsán Gyula left. Orsán slept.',
    ],
    [
      'a first name that could be an article',
      'Ben Carsten',
      'Benn Karsten',
      'The surgeon Ben Carsten spoke on Monday. Carsten left. Mr. Carsten slept.',
      'The surgeon Benn Karsten spoke on Monday. Karsten left. Mr. Karsten slept.',
    ],
    [
      'small words of several kinds',
      'Hugo van der Saal',
      'Hugo van der Zaal',
      'The keeper Hugo van der Saal saved it on Monday. Van der Saal left, and Mr. van der Saal slept.',
      'The keeper Hugo van der Zaal saved it on Monday. Van der Zaal left, and Mr. van der Zaal slept.',
    ],
    [
      'an article that the chosen mention has not',
      'Haddar left',
      'Hadar',
      'The envoy Hassan al-Haddar came. Haddar left. Al-Haddar slept.',
      'The envoy Hassan al-Hadar came. Hadar left. Al-Hadar slept.',
    ],
    [
      'two surnames of which both stand alone',
      'Emilio Ortega y Casals',
      'Emilio Ortego y Casal',
      'The poet Emilio Ortega y Casals wrote it. Ortega y Casals left, and Ortega slept.',
      'The poet Emilio Ortego y Casal wrote it. Ortego y Casal left, and Ortego slept.',
    ],
    [
      'two surnames that became another one together',
      'Luis Miguel Pérez Salcedo',
      'Piet Orsk',
      'Luis Miguel Pérez Salcedo spoke. Pérez Salcedo left. Later Salcedo slept.',
      'Piet Orsk spoke. Pérez Salcedo left. Later Orsk slept.',
      ['Pérez Salcedo'],
    ],
    [
      'a surname that went away',
      'Nora Orsk Miller',
      'Nora Orsk',
      'Nora Orsk Miller came. Orsk Miller left. Miller slept.',
      'Nora Orsk came. Orsk left. Miller slept.',
      ['Miller'],
    ],
    [
      'initials as initials',
      'Otto Walker Busher',
      'Otto Valter Buscher',
      'Otto Walker Busher came on Monday. Otto W. Busher left. O.W. Busher slept.',
      'Otto Valter Buscher came on Monday. Otto V. Buscher left. O.W. Buscher slept.',
    ],
    [
      'a first name with a title',
      'Keir Porter',
      'Kier Portner',
      'Sir Keir Porter spoke on Monday. Sir Keir left. Porter said no.',
      'Sir Kier Portner spoke on Monday. Sir Kier left. Portner said no.',
    ],
    [
      'no word that is meant as one',
      'Will Young',
      'Wil Yong',
      'Will Young sang on Monday. Young people came. Young said no. Will he stay?',
      'Wil Yong sang on Monday. Young people came. Yong said no. Will he stay?',
    ],
    [
      'a first name that is a place’s or a faith’s',
      'Paris Orsk',
      'Parys Orska',
      'Paris Orsk came to Paris on Monday. Orsk said Paris was lovely. Paris smiled.',
      'Parys Orska came to Paris on Monday. Orska said Paris was lovely. Paris smiled.',
      ['Paris', 'Paris'],
    ],
    [
      'a first name that is a faith’s, which opens a sentence',
      'Christian Orsk',
      'Kristian Orska',
      'The pilot Christian Orsk landed. The Christian charity paid Orsk. Christian leaders prayed.',
      'The pilot Kristian Orska landed. The Christian charity paid Orska. Christian leaders prayed.',
    ],
    [
      'a surname that is somebody else’s first name',
      'Anwar Ibrahim',
      'Anwar Ibraheem',
      'The judge Anwar Ibrahim met Ibrahim Bero on Monday. Anwar said no. Ibrahim stayed.',
      'The judge Anwar Ibraheem met Ibrahim Bero on Monday. Anwar said no. Ibrahim stayed.',
      ['Ibrahim'],
    ],
    [
      'one of a couple, where the other was named last',
      'Nora Orsk',
      'Nora Orska',
      'Nora Orsk left with Piet Orsk. Mrs. Orsk waved.',
      'Nora Orska left with Piet Orsk. Mrs. Orsk waved.',
      ['Orsk'],
    ],
    [
      'initials of all first names',
      'Vera Valentina Putine',
      'Wera Walentina Putin',
      'The judge Vera Valentina Putine spoke. Putine said no. V.V. Putine left.',
      'The judge Wera Walentina Putin spoke. Putin said no. V.V. Putin left.',
    ],
    [
      'a month cut short as first name, and as the month',
      'Jun Itoh',
      'June Ito',
      'The climber Jun Itoh reached the top on 5 Jun. Itoh said it was cold. Jun Itoh’s rope broke.',
      'The climber June Ito reached the top on 5 Jun. Ito said it was cold. June Ito’s rope broke.',
    ],
    [
      'an article that has a capital only without the first name',
      'Hugo van der Saal',
      'Hugo van der Zaal',
      'The keeper Hugo van der Saal saved it on Monday. They thanked Van der Saal, and the guests followed Van der Saal’s son.',
      'The keeper Hugo van der Zaal saved it on Monday. They thanked Van der Zaal, and the guests followed Van der Zaal’s son.',
    ],
    [
      'syllables cut, tied or closed are the same ones',
      'Han Tok-so',
      'Han Tok So',
      'Han Tok-so spoke on Monday. Tok-so left. Han Tokso slept. HAN TOK-SO WINS',
      'Han Tok So spoke on Monday. Tok So left. Han Tok So slept. HAN TOK SO WINS',
    ],
    [
      'and the other way',
      'Kim Yo Mi',
      'Gim Yo-mi',
      'Kim Yo Mi met the press. Kim Yo-mi said yes. Yo-mi left. Kim stayed.',
      'Gim Yo-mi met the press. Gim Yo-mi said yes. Yo-mi left. Gim stayed.',
    ],
    [
      'a name written as it is makes the others like it',
      'Lee Yo Won',
      'Lee Yo Won',
      'Lee Yo Won met the press. Lee Yo-won said yes.',
      'Lee Yo Won met the press. Lee Yo Won said yes.',
    ],
    [
      'only what was chosen is spelled anew',
      'Kim said',
      'Gim',
      'Kim Yo Mi met the press. Kim Yo-mi left. Kim said yes.',
      'Gim Yo Mi met the press. Gim Yo-mi left. Gim said yes.',
    ],
    [
      'a part of the given name',
      'Jean Luc Orsk',
      'Jean Lucas Orsk',
      'Jean Luc Orsk came on Monday. Jean-Luc left.',
      'Jean Lucas Orsk came on Monday. Jean Lucas left.',
    ],
    [
      'a particle for another one, from where it stands first',
      'Von der Saal said',
      'Van der Saal',
      'Ursula von der Saal came on Monday. Von der Saal said yes, and Mrs. von der Saal left.',
      'Ursula van der Saal came on Monday. Van der Saal said yes, and Mrs. van der Saal left.',
    ],
    [
      'a particle that is a first name elsewhere',
      'Bin Orsan said',
      'Ben Orsan',
      'Karim bin Orsan came on Monday. Bin Orsan said yes.',
      'Karim Ben Orsan came on Monday. Ben Orsan said yes.',
    ],
    [
      'a particle of two words for one',
      'De los Prados said',
      'Delos Prados',
      'Ana de los Prados came on Monday. De los Prados said yes.',
      'Ana Delos Prados came on Monday. Delos Prados said yes.',
    ],
    [
      'a particle that only the full name had',
      'Beauvallon said',
      'de Beauvallon',
      'Simone de Beauvallon came on Monday. Beauvallon said yes.',
      'Simone de Beauvallon came on Monday. De Beauvallon said yes.',
    ],
    [
      'a surname that grows',
      'Orsk said',
      'Orsk Trogner',
      'Nora Orsk came on Monday. Orsk said yes. Ms. Orsk left.',
      'Nora Orsk Trogner came on Monday. Orsk Trogner said yes. Ms. Orsk Trogner left.',
    ],
    [
      'and one tied to it',
      'Orsk said',
      'Orsk-Trogner',
      'Nora Orsk came on Monday. Orsk said yes.',
      'Nora Orsk-Trogner came on Monday. Orsk-Trogner said yes.',
    ],
    [
      'what hangs on its last letter',
      'Reyes said',
      'Reye',
      'Silvestre Reyes came. Reyes’ aides left. Reyes said yes. The Reyeses stayed. ‘We met Reyes’ he said.',
      'Silvestre Reye came. Reye’s aides left. Reye said yes. The Reyes stayed. ‘We met Reye’ he said.',
    ],
    [
      'a plural that gets longer',
      'Bero said',
      'Beros',
      'Nora Bero came. The Beros left. Bero said yes.',
      'Nora Beros came. The Beroses left. Beros said yes.',
    ],
    [
      'no “He” where initials stand before a name',
      'H.E. Tomas Orsk',
      'H.E. Tomas Orska',
      'The envoy H.E. Tomas Orsk came on Monday. He left. Orsk slept. He said no.',
      'The envoy H.E. Tomas Orska came on Monday. He left. Orska slept. He said no.',
    ],
    [
      'a compound of two names is told',
      'Merkler said',
      'Merkeler',
      'Angela Merkler came on Monday. The Merkler-Macer plan failed. Merkler said yes.',
      'Angela Merkeler came on Monday. The Merkler-Macer plan failed. Merkeler said yes.',
      ['Merkler-Macer'],
    ],
    [
      'no town of the name',
      'Vera Tarn',
      'Vera Tarne',
      'Vera Tarn rowed on Monday. Tarn lives near Tarn. The mayor of Tarn, Vera Tarn’s aunt, sang. Tarn, Sweden, is old. Tarn-based men slept. He wrote to Tarn and trusts in Tarn’s oar. The arrest of Tarn came late.',
      'Vera Tarne rowed on Monday. Tarne lives near Tarn. The mayor of Tarn, Vera Tarne’s aunt, sang. Tarn, Sweden, is old. Tarn-based men slept. He wrote to Tarne and trusts in Tarne’s oar. The arrest of Tarne came late.',
      ['Tarn', 'Tarn', 'Tarn', 'Tarn'],
    ],
    [
      'an article that the new form has in its letters',
      'Omar ElHaddad',
      'Omar El-Haddad',
      'Omar ElHaddad rowed on Monday. ElHaddad sang. Omar El-Haddad slept.',
      'Omar El-Haddad rowed on Monday. El-Haddad sang. Omar El-Haddad slept.',
    ],
    [
      'nobody where a county is called so',
      'Sanna Marin',
      'Sanna Marín',
      'The minister Sanna Marin danced on Friday. A Marin County paper wrote about Marin.',
      'The minister Sanna Marín danced on Friday. A Marin County paper wrote about Marín.',
    ],
    [
      'a surname of two words or a middle name, which nobody can tell',
      'Wanda Keller',
      'Wanda Stolz Brandt',
      'Wanda Keller spoke on Monday. Keller said yes. Wanda left.',
      'Wanda Stolz Brandt spoke on Monday. Keller said yes. Wanda left.',
      ['Keller'],
    ],
    [
      'no queen, shop, land or team of a first name',
      'Victoria Moll',
      'Viktoria Moll',
      'Victoria Moll rowed. Queen Victoria slept. Victoria’s Bakery shut. Victoria, Australia, voted. Mrs. Moll left. Victoria wept.',
      'Viktoria Moll rowed. Queen Victoria slept. Victoria’s Bakery shut. Victoria, Australia, voted. Mrs. Moll left. Viktoria wept.',
      ['Victoria', 'Victoria', 'Victoria'],
    ],
    [
      'no team that beats another, nor what it is called by afterwards',
      'Everton Orsk',
      'Evertin Orsk',
      'Everton Orsk rowed. Everton beat Arsenal. Everton said no. Everton’s mother laughed.',
      'Evertin Orsk rowed. Everton beat Arsenal. Everton said no. Evertin’s mother laughed.',
      ['Everton', 'Everton'],
    ],
    [
      'nobody behind a title that the story gives to no such person',
      'Jim Tarn',
      'Jim Tarne',
      'Jim Tarn, a baker, spoke. Captain Tarn sailed. Gen. Tarn slept. Mr. Tarn wept.',
      'Jim Tarne, a baker, spoke. Captain Tarn sailed. Gen. Tarn slept. Mr. Tarne wept.',
      ['Tarn', 'Tarn'],
    ],
    [
      'whoever has the title, in full, cut short or behind the name',
      'Nora Lund',
      'Nora Lunde',
      'Nora Lund, a senator from Ohio, spoke. Sen. Lund left. The general, Nora Lund, wept. General Lund slept.',
      'Nora Lunde, a senator from Ohio, spoke. Sen. Lunde left. The general, Nora Lunde, wept. General Lunde slept.',
    ],
    [
      'no firm of the name, with what it sells and how its shares do',
      'Sam Dellen',
      'Sam Dallen',
      'Sam Dellen spoke. Dellen’s laptops sold. Dellen rose 3 percent. Dellen said profit grew. A Dellen broke. Dellen’s mother wept. Dellen rose to speak.',
      'Sam Dallen spoke. Dellen’s laptops sold. Dellen rose 3 percent. Dellen said profit grew. A Dellen broke. Dallen’s mother wept. Dellen rose to speak.',
      ['Dellen', 'Dellen', 'Dellen', 'Dellen', 'Dellen'],
    ],
    [
      'but somebody who rises and gains, where no firm is called so',
      'Sam Dellen',
      'Sam Dallen',
      'Sam Dellen spoke. Dellen rose to speak. Dellen gained 3 percent of the vote. Dellen’s films ran.',
      'Sam Dallen spoke. Dallen rose to speak. Dallen gained 3 percent of the vote. Dallen’s films ran.',
    ],
    [
      'nobody whose first name the surname is, nor an “Al” into the surname',
      'Al Orsk',
      'Al Orska',
      'Al Orsk spoke. Orsk left. Orsk Lund slept.',
      'Al Orska spoke. Orska left. Orsk Lund slept.',
    ],
    [
      'one of two of the surname, whose first name is a thing elsewhere',
      'Woodley said',
      'Woodly',
      'Tiger Woodley won. Woodley said so. James Woodley acted.',
      'Tiger Woodly won. Woodly said so. James Woodley acted.',
    ],
    [
      'a surname with its small words, where another of the family comes in later',
      'Ursula von der Mark',
      'Ursula von der Marck',
      'Ursula von der Mark spoke. Von der Mark left. Heiko von der Mark slept.',
      'Ursula von der Marck spoke. Von der Marck left. Heiko von der Mark slept.',
    ],
    [
      'a wish and a question',
      'Ida May',
      'Ida Mai',
      'Ida May spoke on Monday. It may rain, May said. May I go? May the best win.',
      'Ida Mai spoke on Monday. It may rain, Mai said. May I go? May the best win.',
    ],
  ] as readonly (readonly [string, string, string, string, string, string[]?])[])
    it(what, () => assert.deepEqual(outcomeOf(text, chosen, to), { text: expected, left, fault: undefined }));

  for (const [to, why] of [
    ['Mr. Orsk', /“Mr\.” is a title/],
    ['President Orsk', /“President” is a title/],
    ['N. Orsk', /“N\.” is an initial/],
    ['Nora', /“Nora” would stand there twice/],
    ['the president', /is no name/],
    ['Orsk’s', /without “’s”/],
    ['Anna Orsk', /may be the whole name or a longer surname/],
  ] as const)
    it(`“${to}” is no surname, and that is said`, () =>
      assert.match(outcomeOf('Nora Orsk came on Monday. Orsk said yes.', 'Orsk said', to).fault ?? '', why));

  it('the word under the cursor is a name where it can be one', () => {
    const text = 'Ida May opened the rink. They went to May with it. It closed in May.';
    assert.equal(renamedIn(text, 'May with', 'Mai'), text.replace('Ida May', 'Ida Mai').replace('to May', 'to Mai'));
    assert.throws(() => renamedIn(text, 'May.', 'Mai'), /a name stands at/);
  });

  it('a word right beside what is read as the name is not to stand there twice', () => {
    const text = 'Kim Yo So met the press.';
    assert.equal(standsTwice(text, { start: 0, end: 6, text: 'Kim Yo' }, 'Kim Yo-so'), 'So');
    assert.equal(standsTwice(text, { start: 0, end: 6, text: 'Kim Yo' }, 'Kim Yo-mi'), undefined);
  });

  it('a name cut otherwise loses no letter, whichever mention was chosen', () => {
    const parts = fc.tuple(
      fc.constantFrom('Kim', 'Lee', 'Han', 'Choe', 'Nguyen'),
      fc.constantFrom('Yo', 'Do', 'Ju', 'Tok', 'Jean', 'Van'),
      fc.constantFrom('mi', 'seo', 'luc', 'rin', 'yeon'),
    );
    const cut = fc.constantFrom<(given: string, last: string) => string>(
      (given, last) => `${given}-${last}`,
      (given, last) => `${given} ${capital(last)}`,
      (given, last) => given + last,
    );
    const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
    fc.assert(
      fc.property(parts, cut, cut, cut, fc.boolean(), ([family, given, last], there, also, typed, short) => {
        const [one, other] = [there(given, last), also(given, last)];
        const text = `${family} ${one} met the press, aides said. ${family} ${other} said yes. ${short ? one : family} left.\n`;
        const now = renamedIn(text, `${family} ${one}`, `${family} ${typed(given, last)}`);
        assert.equal(letters(now), letters(text), now);
      }),
      { numRuns: 300 },
    );
  });

  it('and back leaves the very bytes', () => {
    const names = [
      'Wanda June',
      'Sun Tao-ming',
      'Luis Miguel Pérez Salcedo',
      'Will Porter',
      'Abdel Karim al-Haddad',
      'Ursula von der Mark',
      'Anne-Marie Orsk',
      nfd('José Martínez'),
    ];
    const templates = [
      (name: string, short: string) =>
        `${name} opened the rink on Monday. ${capital(short)} said it was late. “${name} lied,” he said.\n`,
      (name: string, short: string) =>
        `On Monday the envoy ${name} came.\n\nThe guests met ${short}, who left.\n\n${name}’s aides stayed.\n`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...templates), fc.nat(20), (name, template, where) => {
        const family = name.startsWith('Sun') ? 'Sun' : /(?:al-|von der )?\S+$/.exec(name)?.[0];
        const text = template(name, family as string);
        const at = 1 + (where % (name.length - 1));
        // another letter inside one of its words, where there is room for one
        const inside = /\p{Lu}\p{L}*$/u.test(name.slice(0, at)) && /^\p{Ll}/u.test(name.slice(at));
        const to = `${name.slice(0, at)}${inside ? 'x' : ''}${name.slice(at)}`;
        const there = renamedIn(text, name, to);
        assert.equal(renamedIn(there, to, name), text, there);
        assert.ok(!there.includes(`${name} `) || to === name, there);
      }),
      { numRuns: 200 },
    );
  });
});
