// Drafts that somebody might send to make a desk slow, at any length: each is one thing over and over.

/** A line or paragraph by its number, the file it stands in, and what stands between two of them. */
const shape = (piece, { format = 'text', between = '\n\n', before = '' } = {}) => ({ piece, format, between, before });

/** Piece upon piece, in one paragraph. */
const grown = { between: '' };

const names = ['Dorn', 'Kestrel', 'Moll', 'Orel', 'Sandoval', 'Brenn', 'Tan', 'Rovka', 'Kern', 'Dessa'];
/** A name that stands nowhere else. */
const name = (i) => `${names[i % 10]}${'aeiou'[i % 5]}${'lmnrst'[i % 6]}${(i * 7919).toString(26).replace(/\d/g, 'o')}`;

export const shapes = {
  'sign-off marks': shape(() => '(Endi)'),
  'headings to come': shape(() => '# TK', { format: 'markdown' }),
  'comments that silence': shape(() => '<!-- copydesk-ignore-next placeholder -->\n\nTK', { format: 'markdown' }),
  'foreign copy': shape(() => 'Der Bürgermeister sagte am Montag, dass die Brücke nicht mehr sicher sei. TK'),
  'quotations never closed': shape((i) => `“We lost power at ${i},`),
  'names, each once': shape((i) => `Anna ${name(i)} met Ivo ${name(i + 3)}.`),
  'one name over and over': shape(() => 'Ivo Kern and Iwo Kern spoke. Kern said so.'),
  'figures in a row': shape((i) => `${(i % 80) + 10}`, { between: ', ' }),
  'brackets in brackets': shape(() => '(', { between: '' }),
  'said, said, said': shape(() => 'said', { between: ' ' }),
  'one long paragraph of people who say': shape(
    () =>
      'The minister, who said the plan had been called a claim by critics, told them that it was, and that he said so.',
    { between: ' ' },
  ),
  'capitals throughout': shape(() => 'THE ARMY SAID ON MONDAY THAT IT HAD TAKEN THE PORT OF SENNAR.'),
  'they, and nobody': shape(() => 'They said they would go. He said she would not.'),
  datelines: shape(() => 'LOM, March 4 (AP) - Rebels captured the port of Sennar.'),
  'a word a line': shape(() => 'harbour', { between: '\n' }),
  'one long line': shape(() => 'The army said on Tuesday that 12 people left. ', grown),
  'one long word': shape(() => 'a', grown),
  'stops in a word': shape(() => 'a.', grown),
  'opening marks': shape(() => ' "a', grown),
  'opening single marks': shape(() => " 'a", grown),
  'closing marks': shape(() => 'a" ', grown),
  'plural possessives': shape(() => "'the dogs' ", grown),
  'letters with stops': shape(() => 'A. ', grown),
  'a question, and capitals': shape(() => 'Xaver ', { ...grown, before: '"Why?" ' }),
  'questions that name nobody': shape(() => '"Why?" Baker ', grown),
  'characters nobody sees': shape(() => '\u200b', { ...grown, before: 'a' }),
  'rows of a table': shape(() => 'Net 12 vs 13', { between: '\n' }),
  'blank lines': shape(() => '', { between: '\n' }),
  'comments never closed': shape(() => '<!-- ', grown),
  'a paragraph wrapped by hand': shape(() => 'the army said on tuesday that twelve people had left the', {
    between: '\n',
  }),
  tolls: shape((i) => `At least ${(i % 90) + 3} people were killed in the raid on Oste.`),
};

/** A draft of that shape and at least that many characters. @param from the number of its first piece: others hold other words. */
export function draftOf({ piece, between, before }, length, from = 0) {
  const pieces = [];
  for (let i = from, sum = 0; sum < length; i++) {
    const text = piece(i);
    pieces.push(text);
    sum += text.length + between.length;
  }
  return before + pieces.join(between);
}
