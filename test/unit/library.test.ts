// The library: a desk with a house's settings, and sessions that keep what they have read.
import * as assert from 'node:assert/strict';
import {
  createDesk,
  type Diagnostic,
  type Session,
  fileText,
  fix,
  lint,
  names,
  rules,
  sources,
} from '../../server/src/api/index';
import { settingsAlone } from '../../server/src/config/settings-alone';
import { rules as registry } from '../../server/src/rules/index';
import { applyEdits } from '../../server/src/text/edit';

const story = [
  'OSTREL, March 9 (MNA) - The council met in the old town hall.',
  'At least 17 people were killed in the harbour.',
  '“We will rebuild it,” the mayor, Ana Breck, said. She gave no date.',
  'Kiev sent help. Endi',
].join('\n');

const ruleIds = (session: Session): string[] => session.diagnostics.map(({ rule }) => rule);
const first = (session: Session, rule: string): Diagnostic =>
  session.diagnostics.find((one) => one.rule === rule) ?? assert.fail(`${rule}: ${ruleIds(session).join()}`);

describe('a desk of the library', () => {
  it('answers as the functions do, with the settings of its house', async () => {
    const settings = { glossary: [{ prefer: 'Kyiv', instead: ['Kiev'] }] };
    const desk = await createDesk(settings);
    assert.deepEqual(await desk.lint(story), await lint(story, { settings }));
    assert.deepEqual(await desk.fix(story), await fix(story, { settings }));
    assert.deepEqual(await desk.sources(story), await sources(story, { settings }));
    assert.deepEqual(await desk.names(story), await names(story, { settings }));
    const session = await desk.open(story);
    assert.deepEqual({ diagnostics: session.diagnostics, problems: session.problems }, await desk.lint(story));
    assert.deepEqual(session.sources(), await desk.sources(story));
    assert.deepEqual(session.names(), await desk.names(story));
  });

  it('asks rules of the house’s own, in sessions too, and says what in them is not in order', async () => {
    const houseRules = {
      'no-tragedy': { kind: 'query', message: '“{found}” judges.', phrases: ['tragic'] },
      'plain-words': { kind: 'fix', message: 'Short words.', replace: { 'in order to': 'to' }, bulk: true },
    } as const;
    const copy = 'A tragic fire closed the mill in order to save it, the mayor said.';
    const desk = await createDesk({ houseRules, rules: { 'no-tragedy': 'error' } });
    const told = ({ rule, severity }: Diagnostic): string => `${rule} ${severity}`;
    const { diagnostics } = await desk.lint(copy);
    assert.deepEqual(diagnostics.map(told), ['no-tragedy error', 'plain-words warning']);
    const session = await desk.open(copy);
    assert.deepEqual(session.diagnostics.map(told), diagnostics.map(told));
    session.edit(session.safeFixes().edits);
    assert.equal(session.text, copy.replace('in order to', 'to'));
    session.edit([{ start: 2, end: 8, text: 'big' }]);
    assert.deepEqual(session.diagnostics, []);
    assert.equal(desk.rules.find(({ id }) => id === 'no-tragedy')?.kind, 'query');
    await assert.rejects(createDesk({ houseRules: { own: { kind: 'fix', message: 'No.', patterns: ['a.*b'] } } }), {
      name: 'TypeError',
      message: /^settings: The house rule "own" does not count: the pattern "a\.\*b" looks like a regular expression/,
    });
  });

  it('tells each rule with its options, as it ships and as the house has set it', async () => {
    const [rule] = rules.filter(({ options }) => Object.keys(options).length);
    assert.ok(rule);
    for (const { options } of rules)
      for (const { description, value } of Object.values(options)) {
        assert.match(description, /^[A-Z].*\.$/s);
        assert.notEqual(value, undefined);
      }
    const desk = await createDesk({ rules: { 'vague-source': 'off', 'bare-surname': 'warning' } });
    const severity = (id: string) => desk.rules.find((one) => one.id === id)?.severity;
    assert.deepEqual([severity('vague-source'), severity('bare-surname')], ['off', 'warning']);
    assert.equal(desk.rules.length, rules.length);
  });

  it('says what is wrong with what it is given', async () => {
    const desk = await createDesk();
    const faults: [() => Promise<unknown>, RegExp][] = [
      [() => createDesk({ rules: { nope: 'off' } }), /settings: .*nope/],
      [() => createDesk('ap' as never), /settings must be an object/],
      [() => createDesk({}, { now: 'soon' }), /now cannot be "soon"/],
      [() => lint(null as never), /must be a string, and is null/],
      [() => lint(undefined as never), /must be a string, and is undefined/],
      [() => desk.open(7 as never), /must be a string, and is number/],
      [() => desk.open('x', { format: 'docx' as never }), /format cannot be "docx"/],
      [() => desk.lint('x', { genre: 'poem' as never }), /genre cannot be "poem"/],
      [() => desk.open('x', { date: '2024-13-01' }), /date cannot be/],
      [() => desk.open('x', { date: '2024-02-31' }), /date cannot be/],
      [() => desk.open('x', { cleared: [{ rule: 'x' }] as never }), /no clearance/],
    ];
    for (const [ask, said] of faults) await assert.rejects(ask, { name: 'TypeError', message: said });
  });
});

describe('a session', () => {
  const open = async (text = story) => (await createDesk({}, { now: '2024-03-09T12:00Z' })).open(text);

  it('finds after each edit what a first reading finds', async () => {
    const session = await open();
    const edits = [
      { start: 0, end: 0, text: 'Harbour burns\n' },
      { start: story.length - 6, end: story.length, text: '' },
      { start: 70, end: 74, text: 'x "' },
      { start: 20, end: 20, text: '\n\nTK' },
    ];
    for (const edit of edits) {
      const before = session.text;
      session.edit(edit);
      assert.equal(session.text, applyEdits(before, [edit]));
      assert.deepEqual(session.diagnostics, (await open(session.text)).diagnostics);
    }
    session.update(story);
    assert.deepEqual(session.report(), (await open()).report());
  });

  it('applies one fix, or all that are safe unseen, and these as the command line does', async () => {
    const session = await open();
    const [claim] = session.diagnostics.filter(({ fixes }) => fixes.some(({ apply }) => apply === 'ask'));
    assert.ok(claim?.fixes[0]);
    const safe = session.safeFixes();
    assert.equal(session.text, story, 'nothing is changed');
    assert.equal(applyEdits(story, safe.edits), safe.text);
    assert.deepEqual([safe.text, safe.applied], [(await fix(story)).text, (await fix(story)).applied]);
    assert.ok(safe.text.endsWith('Kiev sent help.'));
    session.edit(claim.fixes[0].edits);
    assert.equal(session.text, applyEdits(story, claim.fixes[0].edits));
    session.edit(session.safeFixes().edits);
    assert.deepEqual(session.safeFixes(), { edits: [], text: session.text, applied: 0, problems: [] });
  });

  it('takes edits together or not at all', async () => {
    const session = await open('One two three.');
    session.edit([
      { start: 8, end: 13, text: '3' },
      { start: 0, end: 3, text: '1' },
    ]);
    assert.equal(session.text, '1 two 3.');
    const faults = [
      { start: 5, end: 99, text: '' },
      { start: -1, end: 2, text: '' },
      { start: 3, end: 1, text: '' },
      { start: 0.5, end: 1, text: '' },
      { start: Number.NaN, end: 1, text: '' },
    ];
    for (const edit of faults) assert.throws(() => session.edit(edit), RangeError);
    assert.throws(
      () =>
        session.edit([
          { start: 0, end: 3, text: '' },
          { start: 2, end: 4, text: '' },
        ]),
      RangeError,
    );
    assert.throws(() => session.edit({ start: 0, end: 1, text: null as never }), TypeError);
    assert.throws(() => session.update(undefined as never), TypeError);
    assert.equal(session.text, '1 two 3.');
  });

  it('keeps a decision while its sentence keeps its words, and takes it back', async () => {
    const session = await open();
    const asks = ruleIds(session);
    const claim = first(session, 'unattributed-claim');
    const [reason] = session.reasons(claim).find(([one]) => one === 'witnessed') ?? assert.fail();
    const clearance = session.clear(claim, { reason, initials: 'ab', date: '2024-03-09' });
    assert.ok(!JSON.stringify(clearance).includes('harbour'), 'no words of the draft');
    assert.deepEqual(
      { ...clearance, sentence: '', occurrence: 0 },
      {
        rule: 'unattributed-claim',
        class: 'casualty',
        sentence: '',
        occurrence: 0,
        reason: 'witnessed',
        initials: 'ab',
        date: '2024-03-09',
      },
    );
    assert.deepEqual(
      ruleIds(session),
      asks.filter((rule) => rule !== 'unattributed-claim'),
    );
    const [cleared] = session.cleared;
    assert.deepEqual([cleared?.diagnostic, cleared?.clearance], [claim, clearance]);
    assert.equal(session.report().cleared.length, 1);
    // an edit elsewhere leaves it, and so does another session
    session.edit({ start: 0, end: 0, text: 'Harbour\n' });
    assert.ok(!ruleIds(session).includes('unattributed-claim'));
    const again = await (await createDesk()).open(session.text, {
      cleared: JSON.parse(JSON.stringify(session.clearances)),
    });
    assert.ok(!ruleIds(again).includes('unattributed-claim'));
    const at = session.text.indexOf('17');
    session.edit({ start: at, end: at + 2, text: '18' });
    assert.ok(ruleIds(session).includes('unattributed-claim'));
    assert.deepEqual(session.cleared, []);
    session.edit({ start: at, end: at + 2, text: '17' });
    assert.ok(!ruleIds(session).includes('unattributed-claim'));
    session.askAgain(clearance);
    assert.deepEqual(ruleIds(session), asks);
    assert.deepEqual(session.clearances, []);
  });

  it('refuses a finding of another session, and a reason that is none', async () => {
    const [one, other] = [await open(), await open()];
    assert.throws(() => one.clear(first(other, 'unattributed-claim'), { reason: 'witnessed' }), /none of this session/);
    assert.throws(
      () => one.clear(first(one, 'unattributed-claim'), { reason: 'because' as never }),
      /reason cannot be "because"/,
    );
  });

  it('lets queries wait on the sentence that is being written', async () => {
    const text = 'The council met.\nAt least 17 people were killed in the';
    const session = await open(text);
    const claim = first(session, 'unattributed-claim');
    assert.deepEqual(session.waiting(text.length), [claim]);
    assert.deepEqual(session.waiting(5), []);
    session.edit({ start: text.length, end: text.length, text: ' harbour.' });
    assert.deepEqual(session.waiting(session.text.length), []);
  });

  it('makes the page of the report, without a script', async () => {
    const session = await open('At least 17 people were killed in <b>the</b> harbour.');
    const page = await session.reportPage('Harbour & <i>more</i>');
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /Harbour &#38; &#60;i&#62;more/);
    assert.doesNotMatch(page, /<script|<b>the|<i>more/);
  });
});

describe('a file as the library reads it', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('is what its name says', async () => {
    assert.deepEqual(await fileText(bytes('One.'), 'a.txt'), { text: 'One.', format: 'text' });
    assert.deepEqual(await fileText(bytes('One.'), 'no ending'), { text: 'One.', format: 'text' });
    assert.deepEqual(await fileText(bytes('# One'), 'A.MD'), { text: '# One', format: 'markdown' });
    assert.deepEqual(await fileText(bytes('<p>One.</p>'), 'a.html'), { text: '<p>One.</p>', format: 'html' });
    const utf16 = new Uint8Array([0xff, 0xfe, 0x4f, 0, 0x6e, 0, 0x65, 0]);
    assert.match(JSON.stringify(await fileText(utf16, 'a.txt')), /One/);
  });

  it('is refused with a sentence that says why and what to do', async () => {
    const refused = async (content: Uint8Array, name: string) => {
      const read = await fileText(content, name);
      return 'message' in read ? read.message : assert.fail(`${name} was read`);
    };
    assert.match(await refused(bytes('{\\rtf1 x'), 'a.txt'), /^a\.txt is a Rich Text file, which is not read\./);
    assert.match(await refused(bytes('%PDF-1.7'), 'a.pdf'), /ask for the draft/);
    assert.match(await refused(new Uint8Array([0x50, 0, 1, 2]), 'a.bin'), /binary/);
    assert.match(await refused(new Uint8Array([0x50, 0xff, 0x50]), 'a.txt'), /not valid UTF-8/);
    assert.match(await refused(bytes('no zip'), 'a.docx'), /cannot be read as a Word file/);
    assert.match(await refused(new Uint8Array((10 << 20) + 1), 'a.txt'), /10 MB|11 MB/);
  });
});

// it may be read on a page or in an editor, where there is no shell
describe('what the library says', () => {
  // what a shell takes: a command of ours, a flag, a line to run
  const COMMAND = /copydesk (?!ignore)[a-z]+|(?<![<!-])--[a-z]|\blint\b|`/;
  const fileSays = async (content: string | Uint8Array, name: string): Promise<string> => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const read = await fileText(bytes, name);
    return 'message' in read ? read.message : assert.fail(`${name} was read`);
  };

  it('of a file that is not read names no command, and says what to do', async () => {
    const notBig5 = new Uint8Array([
      ...new TextEncoder().encode('<?xml version="1.0" encoding="shift_jis"?><nitf>'),
      0xff,
      0xff,
    ]);
    const said = [
      ...(await Promise.all(['rtf', 'doc', 'odt', 'pdf', 'pages'].map((one) => fileSays('x', `a.${one}`)))),
      await fileSays(new Uint8Array([0x50, 0, 1, 2]), 'a.txt'),
      await fileSays(new Uint8Array([0x50, 0xff, 0x50]), 'a.txt'),
      await fileSays(notBig5, 'a.xml'),
      await fileSays(new Uint8Array((10 << 20) + 1), 'a.txt'),
      await fileSays('no zip', 'a.docx'),
    ];
    for (const one of said) assert.doesNotMatch(one, COMMAND);
    assert.equal(
      said[3],
      'a.pdf is a PDF, which is not read. To have its words read, ask for the draft that it was made from.',
    );
    for (const one of said) assert.match(one, /[Ss]ave it|ask for|export it|Choose|convert it|Split it/);
  });

  it('of settings names no command, and the line', async () => {
    const told = async (text: string) => (await settingsAlone(text, registry)).problems;
    const houseRules = { placeholder: { kind: 'query', message: 'No.', phrases: ['x'] } };
    const problems = await told(`{\n"rules": { "placholder": "off" },\n"houseRules": ${JSON.stringify(houseRules)}\n}`);
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message]),
      [
        [
          3,
          'The house rule "placeholder" does not count: Copydesk has a rule of that id. Take another; to change ours, set it under "rules".',
        ],
        [2, 'There is no rule "placholder". Did you mean "placeholder"? Put its name right, or take it out.'],
      ],
    );
    await assert.rejects(createDesk({ rules: { placholder: 'off' } }), {
      message:
        'settings: There is no rule "placholder". Did you mean "placeholder"? Put its name right, or take it out.',
    });
  });

  it('of a draft names no command', async () => {
    const glossary = [
      { prefer: 'oak', instead: ['elm'], bulk: true },
      { prefer: 'elm', instead: ['oak'], bulk: true },
    ];
    const text = '<!-- copydesk-ignore-next placholder -->\n\nThe elm and the oak stand in the park, the mayor said.\n';
    const desk = await createDesk({ glossary });
    const session = await desk.open(text, { format: 'markdown' });
    const said = [...session.problems, ...session.safeFixes().problems, ...(await desk.fix(text)).problems];
    const messages = said.map(({ message }) => message).join('\n');
    assert.match(messages, /names a rule that there is not, “placholder”/);
    assert.doesNotMatch(messages.replaceAll('copydesk-ignore-next', ''), COMMAND);
  });
});
