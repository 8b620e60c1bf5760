// Renaming somebody: every mention follows, in full and short, also where the name is a word; nothing else changes, and back is back.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { calledAt } from '../../server/src/analysis/names/called';
import { readStory } from '../../server/src/document/read';
import { typedIn } from '../../server/src/lsp/name-at';
import { renamingEdits } from '../../server/src/lsp/spelled-anew';
import { applyEdits } from '../../server/src/text/edit';
import { lineIndex, positionAt } from '../../server/src/text/line-index';
import { toProse } from '../../server/src/text/source-map';

/** The text once the name at the first `chosen` is written `to`, quotations included, as where a person ticks them all. */
function renamedIn(text: string, chosen: string, to: string): string {
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
  const { edits } = renamingEdits({ story, text }, entity, typedIn({ story, text }, mention), to);
  return applyEdits(
    text,
    edits.map(({ edit: { range, newText } }) => ({
      start: offset(range.start),
      end: offset(range.end),
      text: newText,
    })),
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const nfd = (text: string): string => text.normalize('NFD');

describe('renaming', () => {
  for (const [what, text, chosen, to, expected] of [
    [
      'a surname that is a month stays one, and the month a month',
      'Wanda June opened the rink on Monday. June said it was late. It had closed in June. “Wanda June lied,” he said.',
      'Wanda June',
      'Vanda June',
      'Vanda June opened the rink on Monday. June said it was late. It had closed in June. “Vanda June lied,” he said.',
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
