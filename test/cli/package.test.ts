// The package as a stranger makes and gets it: packed in a fresh copy of the project, installed into an empty one with scripts off
// and without a network, and used.
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import * as vm from 'node:vm';
import { build } from 'esbuild';
import * as ts from 'typescript';
import { type Folder, folder } from '../support/cli';
import { root } from '../support/root';

const sample = readFileSync(path.join(root, 'test/samples/harbour.txt'), 'utf8');

function run(made: Folder, command: string, args: readonly string[], cwd = made.path, offline = true): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    // npm writes nothing outside, and asks nobody
    env: {
      ...process.env,
      npm_config_cache: path.join(made.path, '.npm'),
      ...(offline && { npm_config_offline: 'true' }),
      NO_COLOR: '1',
    },
  });
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

/** What a clone holds once this is committed, with its packages: fetched where there is time for it, as `npm ci` does. */
function freshCopy(made: Folder): string {
  const copy = path.join(made.path, 'copy');
  const names = run(made, 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root);
  for (const name of names.split('\0').filter(Boolean)) {
    const from = path.join(root, name);
    if (existsSync(from)) cpSync(from, path.join(copy, name), { recursive: true });
  }
  if (process.env.COPYDESK_THOROUGH) run(made, 'npm', ['ci', '--no-audit', '--no-fund'], copy, false);
  else symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  assert.ok(!existsSync(path.join(copy, 'dist')));
  return copy;
}

describe('the npm package', function () {
  this.timeout(240_000);
  let made: Folder;
  let packed: { filename: string; size: number; files: { path: string }[] };

  before(() => {
    made = folder({ 'package.json': '{"name":"newsroom","private":true}', 'story.txt': sample });
    const copy = freshCopy(made);
    const out = run(made, 'npm', ['pack', '--json', '--pack-destination', made.path], copy);
    [packed] = JSON.parse(out.slice(out.indexOf('[\n')));
    run(made, 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `./${packed.filename}`]);
  });

  it('no script of a package runs when the project is installed, and none keeps npm pack from building', () => {
    const read = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
    const { packages } = read('package-lock.json') as { packages: Record<string, { hasInstallScript?: true }> };
    const scripted = Object.keys(packages).filter((name) => packages[name]?.hasInstallScript);
    const { allowScripts, scripts } = read('package.json');
    assert.deepEqual(
      scripted.map((name) => name.replace('node_modules/', '')).sort(),
      Object.keys(allowScripts).sort(),
    );
    assert.ok(Object.values(allowScripts).every((allowed) => allowed === false));
    for (const own of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(scripts[own], undefined);
    assert.doesNotMatch(readFileSync(path.join(root, '.npmrc'), 'utf8'), /ignore-scripts/);
  });

  it('is small, brings no other package, and nothing that is not for strangers', async () => {
    const { largestPackage } = await import(path.join(root, 'scripts/package/size.mjs'));
    assert.ok(packed.size <= largestPackage, `${packed.size} bytes`);
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.deepEqual(dependencies, {});
    const { packages } = JSON.parse(made.read('package-lock.json'));
    assert.deepEqual(Object.keys(packages), ['', 'node_modules/copydesk']);
    const names = packed.files.map((file) => file.path);
    for (const name of [
      'LICENSE',
      'README.md',
      'dist/cli.js',
      'dist/api.js',
      'schemas/lint-record.schema.json',
      'dist/browser/index.mjs',
    ])
      assert.ok(names.includes(name), name);
    assert.deepEqual(
      names.filter((name) =>
        /^(?:test\/(?!samples\/)|server\/|client\/|scripts\/)|^(?:docs\/pictures|media\/screenshots)\/|\.bin$|\.map$/.test(
          name,
        ),
      ),
      [],
    );
  });

  it('has the command on the path', () => {
    const { stdout, status } = spawnSync(
      'npx',
      ['--no-install', 'copydesk', 'lint', 'story.txt', '--format', 'ndjson'],
      {
        cwd: made.path,
        encoding: 'utf8',
        env: { ...process.env, npm_config_offline: 'true' },
      },
    );
    assert.equal(status, 1);
    assert.equal(stdout, made.run(['lint', 'story.txt', '--format', 'ndjson']).out);
  });

  it('answers import and require as the command line answers', () => {
    const use = `const text = require('node:fs').readFileSync('story.txt', 'utf8');
      (async () => { const { lint, fix, sources, names, rules } = DESK;
        const options = { date: '2023-03-08', settings: { rules: { 'vague-source': 'off' } } };
        process.stdout.write(JSON.stringify([await lint(text, options), await sources(text), await names(text), rules.length, (await fix('It is so, he said. Enditem')).text]));
      })();`;
    const required = run(made, process.execPath, ['-e', use.replace('DESK', "require('copydesk')")]);
    made.write(
      'use.mjs',
      `import { createRequire } from 'node:module';\nimport * as desk from 'copydesk';\nimport { lint } from 'copydesk';\nif (typeof lint !== 'function') throw new Error();\nconst require = createRequire(import.meta.url);\n${use.replace('DESK', 'desk')}`,
    );
    assert.equal(run(made, process.execPath, ['use.mjs']), required);
    const [lint, sources, names, rules, fixed] = JSON.parse(required);
    const record = (...args: string[]) => {
      const { path: _, ...rest } = JSON.parse(made.run([...args, 'story.txt', '--format', 'ndjson']).out);
      return rest;
    };
    assert.deepEqual(lint, record('lint', '--date', '2023-03-08', '--rule', 'vague-source=off'));
    assert.deepEqual(sources, record('sources'));
    assert.deepEqual(names, record('names'));
    assert.equal(rules, JSON.parse(made.run(['rules', '--format', 'json']).out).length);
    assert.equal(fixed, 'It is so, he said.');
  });

  it('bundles for a browser, and answers there as in Node.js', async () => {
    const use = made.write(
      'in-browser.js',
      `import { createDesk, fileText, lint } from 'copydesk';
      globalThis.answer = async (text) => {
        const session = await (await createDesk()).open(text);
        session.edit(session.safeFixes().edits);
        const page = '<p>At least 17 people were killed in the caf&eacute;.</p>';
        return JSON.stringify([await lint(text), session.report(), await lint(page, { format: 'html' })]);
      };`,
    );
    const { outputFiles, metafile } = await build({
      absWorkingDir: made.path,
      entryPoints: [use],
      bundle: true,
      minify: true,
      // an immediately called function holds no import: what is loaded on demand is in it
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      metafile: true,
      write: false,
      logLevel: 'error',
    });
    assert.ok(Object.keys(metafile.inputs).some((name) => name.endsWith('dist/browser/index.mjs')));
    const [{ imports = [] } = {}] = Object.values(metafile.outputs);
    assert.deepEqual(imports, []);
    // what a worker has, and nothing of Node.js
    const world = vm.createContext({ TextDecoder, TextEncoder });
    vm.runInContext('globalThis.self = globalThis', world);
    vm.runInContext(outputFiles[0]?.text ?? '', world);
    const answered: string = await vm.runInContext(`answer(${JSON.stringify(sample)})`, world);
    const wanted = run(made, process.execPath, [
      '-e',
      `const { createDesk, lint } = require('copydesk');
      (async (text) => {
        const session = await (await createDesk()).open(text);
        session.edit(session.safeFixes().edits);
        const page = '<p>At least 17 people were killed in the caf&eacute;.</p>';
        process.stdout.write(JSON.stringify([await lint(text), session.report(), await lint(page, { format: 'html' })]));
      })(require('node:fs').readFileSync('story.txt', 'utf8'));`,
    ]);
    assert.equal(answered, wanted);
  });

  it('serves a newsroom’s system, as the example shows', async () => {
    made.write('server.mjs', readFileSync(path.join(root, 'examples/server.mjs'), 'utf8'));
    const server = spawn(process.execPath, ['server.mjs', '0'], {
      cwd: made.path,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const text = `import { deskServer } from './server.mjs';
        const server = await deskServer();
        await new Promise((done) => server.listen(0, '127.0.0.1', done));
        const { port } = server.address();
        const post = async (path, body, method = 'POST') => {
          const answer = await fetch('http://127.0.0.1:' + port + path, { method, ...(method === 'POST' && { body }) });
          return [answer.status, await answer.json()];
        };
        const item = { type: 'text', headline: 'Harbour burns', body_html: '<p>At least 17 people were killed in the harbour.</p><p>Endi</p>', slugline: 'FIRE' };
        const [[status, { findings }], fixed, ...others] = [
          await post('/lint', JSON.stringify(item)), await post('/fix', JSON.stringify(item)),
          await post('/lint', '{ "headline": '), await post('/lint', '7'), await post('/lint', '', 'GET'),
          await post('/other', '{}'), await post('/lint', ' '.repeat(3 << 20)),
        ];
        console.log(JSON.stringify([status, findings.map(({ rule, words }) => [rule, words]), fixed[0], fixed[1].item, others.map(([s, { error }]) => [s, error])]));
        server.close();`;
      made.write('ask.mjs', text);
      const [status, findings, fixedStatus, item, others] = JSON.parse(run(made, process.execPath, ['ask.mjs']));
      assert.deepEqual([status, fixedStatus], [200, 200]);
      assert.deepEqual(findings, [
        ['unattributed-claim', 'At least 17 people were killed in the harbour.'],
        ['wire-sign-off', 'Endi'],
      ]);
      assert.equal(item.headline, 'Harbour burns');
      assert.match(item.body_html, /harbour\.<\/p>/);
      assert.doesNotMatch(item.body_html, /Endi/);
      assert.deepEqual(
        others.map(([one]: [number]) => one),
        [400, 400, 405, 404, 413],
      );
      for (const [, error] of others) assert.match(error, /\.$/);
      const [line] = await new Promise<string[]>((resolve) =>
        server.stdout.once('data', (data) => resolve([`${data}`])),
      );
      assert.match(line ?? '', /^http:\/\/127\.0\.0\.1:/);
    } finally {
      server.kill();
    }
  });

  it('says what is wrong with an option', () => {
    const ask = (options: string): string =>
      run(made, process.execPath, [
        '-e',
        `require('copydesk').lint('x', ${options}).catch((error) => console.log(error.name, error.message))`,
      ]);
    assert.match(ask("{ date: 'May' }"), /^TypeError date cannot be "May"\. /);
    assert.match(ask("{ now: 'soon' }"), /^TypeError now cannot be "soon"\. /);
    assert.match(
      ask("{ settings: { extends: './x.json' } }"),
      /^TypeError settings: There is no preset "\.\/x\.json"\. /,
    );
    assert.match(ask("{ settings: { rules: { nope: 'off' } } }"), /^TypeError settings: .*nope/);
    assert.match(ask("{ format: 'docx' }"), /^TypeError format cannot be "docx"\. /);
  });

  it('is typed for programs of both kinds', () => {
    const use = `import { createDesk, lint, type LintRecord, type Options, type Session } from 'copydesk';
const options: Options = { date: '2023-03-08', settings: { extends: ['ap'], glossary: [{ prefer: 'Kyiv', instead: ['Kiev'] }] } };
export async function lines(text: string): Promise<number[]> {
  const record: LintRecord = await lint(text, options);
  return record.diagnostics.map(({ line }) => line);
}
export async function typed(text: string): Promise<Session> {
  const session = await (await createDesk(options.settings)).open(text, { format: 'html', cleared: [] });
  session.edit(session.safeFixes().edits);
  const [first] = session.diagnostics;
  if (first) session.askAgain(session.clear(first, { reason: 'confirmed', initials: 'ab' }));
  const { alone, parts } = session.report();
  if (alone.length > parts.length) session.update('');
  return session;
}
// @ts-expect-error there is no such format
export const wrong = lint('x', { format: 'docx' });
`;
    const files = ['use.mts', 'use.cts', 'use.ts'].map((name) => made.write(name, use));
    const ways = {
      node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
      nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
      bundler: { module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler },
      'bundler for browsers': {
        module: ts.ModuleKind.Preserve,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        customConditions: ['browser'],
      },
    };
    for (const [way, resolution] of Object.entries(ways)) {
      // no browser's types: whoever has none must be able to use it
      const common = {
        noEmit: true,
        strict: true,
        types: [],
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts'],
      };
      const program = ts.createProgram(files, { ...common, ...resolution });
      assert.deepEqual(
        ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
        [],
        way,
      );
    }
  });

  it('is documented: every function and option', () => {
    const page = readFileSync(path.join(root, 'docs/api.md'), 'utf8');
    const names: string[] = JSON.parse(
      run(made, process.execPath, ['-e', "console.log(JSON.stringify(Object.keys(require('copydesk'))))"]),
    );
    assert.deepEqual(names.sort(), ['createDesk', 'fileText', 'fix', 'lint', 'names', 'rules', 'sources']);
    for (const name of names) assert.match(page, new RegExp(`^\\| \`${name}\\b`, 'm'));
    const source = ['options', 'session', 'desk']
      .map((name) => readFileSync(path.join(root, `server/src/api/${name}.ts`), 'utf8'))
      .join('\n');
    const members = (name: string): string[] => {
      const [, body = ''] = new RegExp(`interface ${name}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(source) ?? [];
      return [...body.matchAll(/^ {2}(?:readonly )?(\w+)(?=[?:(])/gm)].map(([, member]) => member as string);
    };
    for (const name of ['DraftOptions', 'Options', 'Session', 'Desk']) {
      assert.ok(members(name).length >= 2, name);
      for (const member of members(name)) assert.match(page, new RegExp(`^\\| \`${member}\\b`, 'm'), member);
    }
  });
});
