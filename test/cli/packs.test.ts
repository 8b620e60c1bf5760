// `copydesk pack`, settings that build on a pack, and `glossary import` of other tools' rules, as a shell has them.
import * as assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { folder } from '../support/cli';

const manifest = { name: '@daily/house', version: '1.2.0', license: 'CC-BY-4.0' };
const settings = {
  extends: 'ap',
  rules: { 'vague-source': 'warning' },
  glossary: [{ prefer: 'Kyiv', instead: ['Kiev'] }],
  lists: { placeholders: ['NAMETK'], endMarks: ['-slut-'] },
};
const files = (at: string, more: object = {}) => ({
  [`${at}/package.json`]: JSON.stringify({ ...manifest, ...more }),
  [`${at}/copydesk.json`]: JSON.stringify(settings),
  [`${at}/README.md`]: 'Our house style.\n',
});

describe('copydesk pack', () => {
  it('says what a pack holds, and that it is in order', () => {
    const { out, code } = folder(files('house')).run(['pack', 'house']);
    assert.equal(
      out,
      '@daily/house 1.2.0, licensed CC-BY-4.0: builds on ap; sets 1 rule; 1 form; lists: placeholders 1, endMarks 1; in 3 files.\nAll in order.\n',
    );
    assert.equal(code, 0);
  });

  it('tells of all that must not be there', () => {
    const made = folder({
      ...files('house', { license: undefined, scripts: { postinstall: 'node x.js' } }),
      'house/x.js': 'process.exit()\n',
      'house/copydesk.json': '{ "extends": "../secret.json", "lists": { "placeholders": ["the"] } }',
      'secret.json': '{}',
    });
    symlinkSync(path.join(made.path, 'secret.json'), path.join(made.path, 'house/out.json'));
    chmodSync(path.join(made.path, 'house/README.md'), 0o755);
    const { out, code } = made.run(['pack', 'house']);
    assert.equal(code, 1);
    for (const said of [
      /^README\.md: This file may be run/m,
      /^out\.json: This is a link that leads out of the pack/m,
      /^x\.js: This is no data/m,
      /^package\.json: "license" is missing/m,
      /^package\.json: "scripts" is for programs/m,
      /^copydesk\.json: There is no file "\.\.\/secret\.json" inside/m,
      /^copydesk\.json:1: "lists\.placeholders\.0" is "the"/m,
      /^7 faults: put them right/m,
    ])
      assert.match(out, said);
    const { pack } = JSON.parse(made.run(['pack', 'house', '--format', 'json']).out);
    assert.equal(pack.faults.length, 7);
    assert.equal(made.run(['pack', 'nowhere']).code, 2);
  });
});

describe('a pack’s own rules', () => {
  const page = (marked: string) =>
    `---\nkind: query\nmessage: '“{found}” judges.'\nphrases: [tragic]\n---\nSay what happened.\n\n## Cases\n\n\`\`\`text\n${marked} closed the pass, Ada Okoye said.\n\`\`\`\n\n\`\`\`text\nThe pass is closed, Ada Okoye said.\n\`\`\`\n`;
  const holds = page('A {==tragic==}{>>no-tragedy<<} accident');

  it('are run by their cases', () => {
    const { out, code } = folder({ ...files('house'), 'house/house/no-tragedy.md': holds }).run(['pack', 'house']);
    assert.match(out, /sets 1 rule; 1 rule of its own; 1 form/);
    assert.match(out, /All in order\.$/m);
    assert.equal(code, 0);
    const wrong = folder({ ...files('house'), 'house/house/no-tragedy.md': page('A tragic accident') });
    const told = wrong.run(['pack', 'house']);
    assert.match(told.out, /^house\/no-tragedy\.md: FAIL /m);
    assert.equal(told.code, 1);
  });

  it('ask in the drafts of whoever builds on it', () => {
    const made = folder({
      ...files('node_modules/@daily/house'),
      'node_modules/@daily/house/house/no-tragedy.md': holds,
      'copydesk.json': '{ "root": true, "extends": "@daily/house" }',
      'a.txt': 'A tragic accident closed the pass, Ada Okoye said.\n',
    });
    const { out } = made.run(['lint', 'a.txt']);
    assert.match(out, /“tragic” judges\./);
    assert.match(made.run(['explain', 'no-tragedy']).out, /Say what happened\./);
  });
});

describe('settings that build on a pack', () => {
  const draft = 'The port will close on Monday, NAMETK said.\n\n-slut-\n';

  it('find it in node_modules, through a link inside the root too, and never outside', () => {
    const made = folder({
      ...files('packages/house'),
      'copydesk.json': '{ "root": true, "extends": "@daily/house" }',
      'a.txt': draft,
    });
    const rules = () =>
      JSON.parse(made.run(['lint', '--format', 'json', 'a.txt']).out).files[0].diagnostics.map(
        ({ rule }: { rule: string }) => rule,
      );
    assert.deepEqual(rules(), []);
    mkdirSync(path.join(made.path, 'node_modules/@daily'), { recursive: true });
    symlinkSync(path.join(made.path, 'packages/house'), path.join(made.path, 'node_modules/@daily/house'));
    assert.deepEqual(rules(), ['placeholder', 'wire-sign-off']);
    const doctor = made.run(['doctor', 'a.txt']).out;
    assert.match(doctor, /house pack @daily\/house 1\.2\.0 \(node_modules\/@daily\/house\), licensed CC-BY-4\.0\./);
    assert.match(doctor, /lists words of its own: placeholders 1, endMarks 1\./);
    const other = folder({ 'copydesk.json': '{ "root": true, "extends": "@daily/house" }', 'a.txt': draft });
    mkdirSync(path.join(other.path, 'node_modules/@daily'), { recursive: true });
    symlinkSync(path.join(made.path, 'packages/house'), path.join(other.path, 'node_modules/@daily/house'));
    const { out, err, code } = other.run(['lint', 'a.txt']);
    assert.match(out + err, /"@daily\/house" is a link that leads outside/);
    assert.equal(code, 2);
  });
});

describe('copydesk glossary import of other tools’ rules', () => {
  it('takes over what is words, and tells of the rest', () => {
    const made = folder({
      'copydesk.json': '{ "root": true }',
      'Terms.yml': 'extends: substitution\nswap:\n  adaptor: adapter\n  "colo.*r": color\n',
      'Daily/Loud.yml': 'extends: existence\nmessage: "\'%s\' shouts."\nlevel: error\ntokens:\n  - shock(?:ing)?\n',
      'a.txt': 'The harbour is closed. It was a shocking day for the port, and it rained.\n',
      'prh.yml': 'version: 1\nrules:\n  - expected: Web Components\n    pattern: WebComponents\n',
    });
    const { out, code } = made.run(['glossary', 'import', 'Terms.yml', 'prh.yml', 'Daily/Loud.yml']);
    assert.equal(code, 0);
    assert.equal(
      out,
      '3 entries of 3 files taken over as 2 forms and 1 house rule, 1 not.\nNot taken over, for it is a regular expression, and no list of words or pattern says the same: “colo.*r → color”.\nAdded 2 forms and changed 0 forms in copydesk.json. Added 1 house rule and changed 0.\n',
    );
    assert.match(made.read('copydesk.json'), /"prefer": "adapter", "instead": \["adaptor"\]/);
    const found = made.run(['lint', 'a.txt', '--only', 'daily-loud', '--format', 'concise']);
    assert.match(found.out, /“shocking” shouts/);
    assert.equal(found.code, 1);
    assert.match(made.run(['glossary', 'import', 'Daily/Loud.yml']).out, /Added 0 house rules and changed 0\./);
    assert.equal(made.run(['glossary', 'import', 'copydesk.json', 'prh.yml']).code, 2);
  });
});
