// Drafts that somebody might send to make a desk slow, at any length: each is one thing over and over.

/**
 * A line or paragraph by its number, the file it stands in, and what stands between two of them, before all and behind all; `closes`
 * stands behind as often as there are pieces. `houseRules` are asked beside our own.
 */
const shape = (
  piece,
  { format = 'text', between = '\n\n', before = '', behind = '', closes = '', houseRules } = {},
) => ({
  ...{ piece, format, between, before, behind, closes, houseRules },
});

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
  'agencies’ names': shape(() => 'REUTER'),
  'places and brackets': shape(() => 'LOM (', grown),
  'marks and initials': shape(() => '"A. ', grown),
  'sign-offs in a line': shape(() => 'Endi. ', grown),
  'bylines in a line': shape(() => 'By A, ', grown),
  'letters in brackets': shape(() => '[A] ', grown),
};

const houseRules = {
  phrases: { kind: 'query', message: 'Why?', phrases: ['a b c d', 'a b'], exceptions: ['b a'] },
  patterns: { kind: 'query', message: 'Why?', patterns: ['kiev ..15 Name', 'a b? ..15 c', 'Name ,,15 x'] },
  gaps: { kind: 'query', message: 'Why?', patterns: ['army|rebels ,,9 army|rebels ,,4 captured'] },
};

const nitf = '<nitf><body><body.content>';

/** The same of files in formats that have marks of their own. */
export const files = {
  ...inFormat('html', {
    'blocks in blocks': { piece: '<div>', behind: 'Ferries will not run, the port said.', closes: '</div>' },
    'paragraphs never closed': { piece: '<p>' },
    'marks never closed': { before: '<b>'.repeat(900), piece: 'a <i> </i>' },
    'marks never opened': { before: '<b>'.repeat(900), piece: '</i>' },
    'less than': { piece: '<' },
    codes: { piece: '&' },
    comments: { piece: '<!--' },
    'comments between spaces': { before: '<p>a', piece: ' <!--x-->' },
    programs: { piece: '<%{{{%<?php' },
    attributes: { before: '<p ', piece: 'a="&amp;" ', behind: '>Copy.</p>' },
    declarations: { piece: '<![CDATA[' },
    'quotations in quotations': { before: '<q>'.repeat(900), piece: '<q>a</q>' },
  }),
  ...inFormat('xml', {
    'blocks in blocks': { before: nitf, piece: '<block>', behind: '<p>He left.</p>', closes: '</block>' },
    'paragraphs never closed': { before: '<nitf>', piece: '<p>' },
    'a document type never closed': { before: '<!DOCTYPE nitf [', piece: '<!ENTITY a "' },
    'document types': { piece: '<!DOCTYPE a>' },
    codes: { before: `${nitf}<p>`, piece: '&a;&amp;&#1;', behind: '</p></body.content></body></nitf>' },
    'pages in pages': { before: '<NewsML><DataContent><![CDATA[', piece: '<p><![CDATA[' },
    instructions: { piece: '<?a ' },
    columns: { before: '<nitf><body><table><tr>', piece: '<td>Kiev</td>', behind: '</tr></table></body></nitf>' },
  }),
  ...inFormat('json', {
    lists: { piece: '[' },
    braces: { piece: '{' },
    'lists in fields': { before: '{"a":', piece: '[{"b":', behind: '1' },
    marks: { piece: '"' },
    backslashes: { before: '{"body_text":"', piece: '\\\\', behind: '"}' },
    'halves of letters': { before: '{"body_text":"', piece: '\\ud83d', behind: '"}' },
    'codes that break off': { before: '{"body_text":"', piece: '\\u00', behind: '"}' },
    stories: { before: '[', piece: '{"headline":"Kiev","body_text":"He left Kiev."},', behind: '1]' },
    fields: { before: '{', piece: '"headline":"Kiev",', behind: '"body_text":"He left."}' },
    'a page in a field': { before: '{"body_html":"', piece: '<p>', behind: '"}' },
    'stories in stories': {
      ...{ before: '{"body_text":"He left.","associations":', piece: '{"a":{"body_text":"x","associations":' },
      ...{ behind: '1', closes: '}}' },
    },
    pictures: {
      before: '{"body_text":"He left.","associations":[',
      piece: '{"type":"picture","description_text":"Kiev"},',
      behind: '1]}',
    },
  }),
  ...inFormat('archieml', {
    keys: { piece: 'headline: Kiev\n' },
    scopes: { piece: '[+' },
    lists: { piece: '[+body]\nHe left.\n' },
    colons: { piece: ':' },
    backslashes: { before: '[+body]\n', piece: '\\\n' },
    'white space': { before: '[+body]\n', piece: ' ' },
    'one line': { before: 'body: ', piece: 'a.' },
  }),
  // copy off a wire is text with control characters
  ...inFormat('text', {
    headers: { piece: '\x01' },
    messages: { piece: '\x01a\x02b\x03\x04' },
    texts: { before: '\x01', piece: '\x02' },
    fields: { before: '\x01\x02^a<\r\n', piece: '^By =<\r\n', behind: '\x03' },
    controls: { before: '\x01\x02', piece: '\x16\x13\x11\x1f', behind: '\x03' },
    'white space': { before: '\x01\x02^', piece: ' ', behind: '\r\n\x03' },
  }),
};

/** Copy that nearly fits what a house's own rules look for, again and again. */
export const asked = Object.fromEntries(
  ['a b ', 'Kiev ', 'A B ', 'kiev a ', 'the rebels and the army '].map((piece) => [
    `house rules: ${piece.trim()}`,
    shape(() => piece, { ...grown, houseRules }),
  ]),
);

function inFormat(format, all) {
  return Object.fromEntries(
    Object.entries(all).map(([name, { piece, ...around }]) => [
      `${format === 'text' ? 'wire' : format}: ${name}`,
      shape(() => piece, { ...grown, ...around, format }),
    ]),
  );
}

/** A draft of that shape and at least that many characters. @param from the number of its first piece: others hold other words. */
export function draftOf({ piece, between, before, behind, closes }, length, from = 0) {
  const pieces = [];
  for (let i = from, sum = 0; sum < length; i++) {
    const text = piece(i);
    pieces.push(text);
    sum += text.length + between.length + closes.length;
  }
  return before + pieces.join(between) + behind + closes.repeat(pieces.length);
}
