// Pages speak of what is there: links, headings, files, types of the glossary.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { anchorsOf, pages, pageText, withoutFences } from '../support/pages';
import { root } from '../support/root';

/** Line numbers count from 1. */
const linesOf = (text: string): readonly (readonly [line: string, number: number])[] =>
  text.split('\n').map((line, i) => [line, i + 1]);

describe('pages', () => {
  it('link to files and headings that there are', () => {
    const broken: string[] = [];
    let links = 0;
    for (const page of pages)
      for (const [line, number] of linesOf(withoutFences(pageText(page))))
        for (const [, target = ''] of line
          .replace(/`[^`]*`/g, '')
          .matchAll(/\]\(<?([^)\s>]+)>?\)|(?:src|href)="([^"]+)"/g)) {
          if (!target || /^[a-z]+:/.test(target)) continue;
          links++;
          const fault = faultOfLink(page, target);
          if (fault) broken.push(`${page}:${number}: ${fault}`);
        }
    assert.ok(links > 200, `${links} links`);
    assert.deepEqual(broken, []);
  });

  it('list every fact that a rule can read', () => {
    const facts = pageText('docs/facts.md');
    const missing = globSync(['server/src/{document,language,analysis}/**/*.ts'], { cwd: root }).flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/^export const (\w+) = per(?!Word)[A-Z]\w*\(/gm)]
        .filter(([, name]) => !facts.includes(`[\`${name}\`](../${file})`))
        .map(([, name]) => `${file}: ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it('name in code letters only files that there are', () => {
    const ours = /^(?:client|docs|examples|l10n|media|page|schemas|scripts|server|syntaxes|test|training)\/[\w./-]+$/;
    const missing: string[] = [];
    for (const page of pages.filter((one) => one !== 'CHANGELOG.md'))
      for (const [line, number] of linesOf(pageText(page)))
        for (const [, name = ''] of line.matchAll(/`([^`\s]+)`/g))
          if (ours.test(name) && !existsSync(path.join(root, name)) && !isToBeMade(name))
            missing.push(`${page}:${number}: there is no ${name}`);
    assert.deepEqual(missing, []);
  });
});

/** What a page tells a person to make, by the name that its example has. */
const isToBeMade = (name: string): boolean => /buried-lead|l10n\.de\.json$/.test(name);

/** A sentence, or nothing. */
function faultOfLink(page: string, target: string): string | undefined {
  const [file = '', anchor] = target.split('#');
  const name = file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURIComponent(file));
  if (!existsSync(path.join(root, name))) return `the link ${target} leads nowhere: there is no ${name}`;
  if (anchor === undefined || !name.endsWith('.md')) return undefined;
  return anchorsOf(pageText(name)).has(anchor) ? undefined : `${name} has no heading for #${anchor}`;
}

describe('docs/glossary.md', () => {
  const page = pageText('docs/glossary.md');
  const rows = [...page.matchAll(/^\| ([^|]+) \| [^|]+ \| \[`(\w+)`\]\(\.\.\/([^)]+)\) \|$/gm)];

  it('says where each type is', () => {
    assert.ok(rows.length > 40);
    const gone = rows.filter(
      ([, , type = '', file = '']) =>
        !new RegExp(String.raw`^export (?:interface|type|const|function|class) ${type}\b`, 'm').test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
    );
    assert.deepEqual(
      gone.map(([, word, type, file]) => `${word}: ${file} exports no ${type}`),
      [],
    );
  });

  it('has each word once', () => {
    const words = rows.map(([, word]) => word);
    assert.deepEqual(
      words.filter((word, i) => words.indexOf(word) !== i),
      [],
    );
  });

  it('owns up to a word that more than three modules take for their own types', () => {
    const owned = new Set([...page.matchAll(/^\| (\w+) \|/gm)].map(([, word]) => word));
    const modules = new Map<string, string[]>();
    for (const file of globSync('server/src/**/*.ts', { cwd: root }))
      for (const [, name = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(
        /^export (?:interface|type) (\w+)/gm,
      ))
        modules.set(name, [...(modules.get(name) ?? []), file]);
    const often = [...modules].filter(([, files]) => files.length > 3);
    assert.deepEqual(
      often
        .filter(([name]) => !owned.has(name.toLowerCase()))
        .map(([name, files]) => `${name} is a type of ${files.join(', ')}: give it another name`),
      [],
    );
  });
});

describe('pages about the judge', () => {
  const card = readFileSync(path.join(root, 'server/src/lexicon/claims/weights.txt'), 'utf8').slice(0, 4000);
  const numbersIn = (form: RegExp): string[] => {
    const [, ...numbers] =
      form.exec(card.replace(/\n# /g, ' ')) ?? assert.fail(`the card of the weights has no ${form}`);
    return numbers.map((number) => number.replace(/^0\./, '.'));
  };
  const says = (page: string, what: string): void =>
    assert.ok(
      pageText(page).replace(/\s+/g, ' ').includes(what),
      `${page} is to say “${what}”, as the card at the head of claims/weights.txt does`,
    );

  it('say what the weights were learned from, and how large they are', () => {
    const [desk = '', , briefs = ''] = numbersIn(/sentences: (\d+) \+ (\d+) \+ (\d+) stories/);
    const page = 'docs/how-claims-are-judged.md';
    says(page, `${desk} news stories`);
    says(page, `${briefs} published briefs`);
    const size = readFileSync(path.join(root, 'server/src/lexicon/claims/weights.txt')).length;
    says(page, `a file of ${Math.round(size / 1000)} kB`);
  });

  it('say how good they are', () => {
    const [questions, right] = numbersIn(/(\d+) questions, (0\.\d+) not wrong/);
    const [claims, sources] = numbersIn(/found (0\.\d+) of the \d+ sentences.*?(0\.\d+) of the \d+ where/);
    says('docs/figures.md', `${questions} questions, ${right} not wrong`);
    says('docs/what-copydesk-cannot-know.md', `${claims} of the claims and ${sources} of the sources`);
  });
});
