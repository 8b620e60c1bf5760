// A house's own lists: each is read as the desk's own words are, in the house that has it and in no other.
import * as assert from 'node:assert/strict';
import { createDesk } from '../../server/src/api/index';
import { parseSettings } from '../../server/src/config/parse';
import { createResolver } from '../../server/src/config/resolve';
import type { SettingsFile } from '../../server/src/config/file';
import { createMemory } from '../../server/src/document/memory';
import { readStory } from '../../server/src/document/read';
import { rules } from '../../server/src/rules/index';

type Lists = NonNullable<SettingsFile['lists']>;

/** `rule: marked words`, in order. */
const found = async (text: string, lists: Lists | undefined, only?: string): Promise<string[]> => {
  const desk = await createDesk(lists ? { lists } : {});
  const { diagnostics } = await desk.lint(text);
  return diagnostics
    .filter(({ rule }) => only === undefined || rule === only)
    .map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
};

const COPY = 'The council of Lom will meet on Monday to vote on the new bridge over the river.';

describe('a house’s lists', () => {
  it('of placeholders: exactly as written, as words, in headlines too', async () => {
    const text = `Bridge to cost NAMETK\n\n${COPY} It was built by ¿firm? in 1931, NAMETK's office said, and nametk or NAMETKS are none.`;
    assert.deepEqual(await found(text, { placeholders: ['NAMETK', '¿firm?'] }, 'placeholder'), [
      'placeholder: NAMETK',
      'placeholder: ¿firm?',
      'placeholder: NAMETK',
    ]);
    assert.deepEqual(await found(text, undefined, 'placeholder'), []);
  });

  it('of end marks: on a line of their own at the end, and behind the last sentence', async () => {
    const lists = { endMarks: ['-slut-', 'Slut'] };
    for (const end of ['\n\n-slut-', '\n\n– slut –', ' -slut-', '\n\nSlut', ' Slut'])
      assert.deepEqual(
        await found(`${COPY}\n\n${COPY}${end}`, lists, 'wire-sign-off'),
        [`wire-sign-off: ${end.trim()}`],
        end,
      );
    assert.deepEqual(await found(`${COPY}\n\nSlut\n\n${COPY}\n\n${COPY}`, lists, 'wire-sign-off'), []);
    assert.deepEqual(await found(`${COPY}\n\n-slut-`, undefined), []);
  });

  it('of weak sources: where something is told, and nobody is named', async () => {
    const lists = { weakSources: ['people in the know', 'villagers'] };
    const asked = (text: string) => found(`${COPY}\n\n${text}`, lists, 'vague-source');
    assert.deepEqual(await asked('The mine will close next year, according to people in the know.'), [
      'vague-source: according to people in the know',
    ]);
    assert.deepEqual(await asked('Villagers say the road has been open since the spring.'), [
      'vague-source: Villagers say',
    ]);
    assert.deepEqual(await asked('Many villagers left the valley in the spring.'), []);
    assert.deepEqual(await asked('“Villagers say so,” said Ida Moll, who runs the mill.'), []);
  });

  it('of titles: names are read without them, with a stop and of several words too', async () => {
    const names = async (text: string, titles?: string[]) => {
      const desk = await createDesk(titles ? { lists: { titles } } : {});
      return (await desk.names(text)).entities.map(({ preferred }) => preferred);
    };
    const text = (title: string) => `${title} Rosa Adler opened the mill in Lom. ${title} Adler then left.`;
    assert.deepEqual(await names(text('Statsråd'), ['Statsråd']), ['Rosa Adler', 'Lom']);
    assert.deepEqual(await names(text('Byr.'), ['Byr.']), ['Rosa Adler', 'Lom']);
    assert.deepEqual(await names(text('High Reeve'), ['high reeve']), ['Rosa Adler', 'Lom']);
    assert.ok((await names(text('Statsråd'))).some((name) => name.includes('Statsråd')));
  });

  it('of agencies: in datelines, credit lines and sign-offs', async () => {
    const lists = { agencies: ['NordNytt', 'NN'] };
    assert.deepEqual(await found(`${COPY}\n\n${COPY} (NordNytt)`, lists, 'wire-sign-off'), [
      'wire-sign-off: (NordNytt)',
    ]);
    assert.deepEqual(await found(`${COPY}\n\n${COPY}\n\n/NN/`, lists, 'wire-sign-off'), ['wire-sign-off: /NN/']);
    const roles = (text: string, words?: Lists) =>
      readStory({ text, format: 'text', words }).blocks.map(({ role, data }) => [role, data?.agency]);
    const dated = `LOM (NordNytt) The council will meet on Monday.\n\n${COPY}`;
    assert.deepEqual(roles(dated, lists)[0], ['dateline', 'NordNytt']);
    assert.notEqual(roles(dated)[0]?.[0], 'dateline');
    assert.deepEqual(roles(`Bridge to open\n\nNordNytt, 3 March 2024\n\n${COPY}`, lists)[1], ['credit', 'NordNytt']);
  });

  it('of page controls: a line that is one, and one behind a paragraph', async () => {
    const lists = { pageControls: ['Les mer', 'Del artikkelen'] };
    const text = `${COPY}\n\n» LES MER\n\n${COPY} Del artikkelen\n\nThey will les mer of it in the spring.`;
    assert.deepEqual(await found(text, lists, 'web-remnant'), [
      'web-remnant: » LES MER',
      'web-remnant: Del artikkelen',
    ]);
    assert.deepEqual(await found(text, undefined, 'web-remnant'), []);
  });

  it('of loaded verbs: in any form, where they tell words', async () => {
    const lists = { loadedVerbs: ['thunder', 'hit back', 'noted'] };
    const asked = (text: string) => found(text, lists, 'loaded-verb');
    assert.deepEqual(await asked('Mayor Rosa Adler thundered that the bridge was never safe.'), [
      'loaded-verb: thundered',
    ]);
    assert.deepEqual(await asked('“The bridge was never safe,” thundered Mayor Rosa Adler.'), [
      'loaded-verb: thundered',
    ]);
    assert.deepEqual(await asked('Mayor Rosa Adler hit back that the bridge was never safe.'), [
      'loaded-verb: hit back',
    ]);
    assert.deepEqual(await asked('Mayor Rosa Adler noted that the bridge was never safe.'), ['loaded-verb: noted']);
    assert.deepEqual(await asked('Trucks thundered over the bridge. The thunder that followed was loud.'), []);
    assert.deepEqual(
      await found('Mayor Rosa Adler noted that the bridge was never safe.', undefined, 'loaded-verb'),
      [],
    );
  });

  it('reach no other house, in one process and over one draft’s memory', async () => {
    const text = `LOM (NordNytt) Statsråd Rosa Adler thundered that NAMETK was shut.\n\n${COPY}\n\nLes mer\n\n-slut-`;
    const lists: Lists = {
      placeholders: ['NAMETK'],
      endMarks: ['-slut-'],
      titles: ['Statsråd'],
      agencies: ['NordNytt'],
      pageControls: ['Les mer'],
      loadedVerbs: ['thunder'],
    };
    const [bare, own] = [await found(text, undefined), await found(text, lists)];
    assert.notDeepEqual(bare, own);
    assert.deepEqual(await found(text, undefined), bare);
    assert.deepEqual(await found(text, { endMarks: ['-fin-'] }), bare);
    assert.deepEqual(await found(text, lists), own);
    const memory = createMemory();
    const roles = (words?: Lists) =>
      readStory({ text, format: 'text', words }, memory).blocks.map(({ role, facts }) => [role, facts.words]);
    const first = roles();
    const other = roles(lists);
    assert.notDeepEqual(other, first);
    assert.deepEqual(roles(), first);
    assert.deepEqual(roles(lists), other);
  });

  it('of several files are taken together, those of an override for its drafts', async () => {
    const files = new Map([
      ['/r/copydesk.json', { root: true, lists: { titles: ['Kand.'], endMarks: [' -slut- '] } }],
      [
        '/r/sport/copydesk.json',
        { lists: { titles: ['Kand.', 'Coach'] }, overrides: [{ files: 'cup/**', lists: { agencies: ['NN'] } }] },
      ],
    ]);
    const resolver = createResolver({
      files: {
        read: (path) => (files.has(path) ? JSON.stringify(files.get(path)) : undefined),
        real: (path) => (files.has(path) || !path.endsWith('.json') ? path : undefined),
        isRoot: (folder) => folder === '/r',
        fallbackRoot: () => '/r',
      },
      rules,
    });
    const wordsFor = async (path: string) => (await resolver.for(path)).settings.house.words;
    assert.deepEqual(await wordsFor('/r/a.txt'), { titles: ['Kand.'], endMarks: ['-slut-'] });
    assert.deepEqual(await wordsFor('/r/sport/a.txt'), { titles: ['Kand.', 'Coach'], endMarks: ['-slut-'] });
    assert.deepEqual(await wordsFor('/r/sport/cup/a.txt'), {
      titles: ['Kand.', 'Coach'],
      endMarks: ['-slut-'],
      agencies: ['NN'],
    });
    // the same object, or drafts would be read anew
    assert.equal(await wordsFor('/r/sport/a.txt'), await wordsFor('/r/sport/b.txt'));
    files.set('/r/copydesk.json', { root: true, lists: { titles: [], endMarks: [] } });
    resolver.forget();
    assert.equal(await wordsFor('/r/a.txt'), undefined);
  });

  it('tell of entries that cannot be meant, and keep the others', () => {
    const { settings, problems } = parseSettings(
      JSON.stringify({
        lists: {
          placeholders: ['', 'NAMETK', 'name', 'the', 'x'.repeat(101), '?', '{{x}}'],
          loadedVerbs: ['says'],
          endMarks: ['■'],
        },
        overrides: [{ files: '*.txt', lists: { titles: ['of', 'Kand.'] } }],
      }),
      rules,
    );
    assert.deepEqual(
      problems.map(({ message }) => message.split('. ')[0]),
      [
        '"lists.placeholders.0" holds nothing',
        '"lists.placeholders.2" is "name", a word of the language, and would be found in any copy',
        '"lists.placeholders.3" is "the", one of the commonest words there are, and would be found everywhere',
        '"lists.placeholders.4" is longer than 100 characters, and so is no word or mark of a newsroom’s',
        '"lists.placeholders.5" is one character, "?", and would be found everywhere',
        '"lists.placeholders.6" is "{{x}}", which is written as a template is, and these are no copy and never read',
        '"lists.loadedVerbs.0" is "says", the neutral verb that others are held against',
        '"overrides.0.lists.titles.0" is "of", one of the commonest words there are, and would be found everywhere',
      ],
    );
    assert.deepEqual(settings?.lists, { placeholders: ['NAMETK'], loadedVerbs: [], endMarks: ['■'] });
    assert.deepEqual(settings?.overrides?.[0]?.lists, { titles: ['Kand.'] });
    const { problems: unknown } = parseSettings('{ "lists": { "endmarks": ["x-x"] } }', rules);
    assert.match(unknown[0]?.message ?? '', /There is no setting "lists\.endmarks"\. .*endMarks/);
  });
});
