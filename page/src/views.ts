// What stands beside the draft: findings, sources, names and the report, drawn from what the desk has said.
import type { Diagnostic, Reason } from 'copydesk';
import { button, counted, element } from './elements';
import type { Shown, State, Views } from './protocol';

/** What a person does with what is shown. */
export interface Hands {
  goTo(start: number, end: number): void;
  fix(fix: Diagnostic['fixes'][number]): void;
  clear(index: number, reason: Reason): void;
  askAgain(index: number): void;
  lineOf(offset: number): number;
  words(start: number, end: number): string;
}

/** @param findings those that are shown now, each with its index in the state. */
export function findingsView(
  findings: readonly (readonly [number, Shown])[],
  { cleared }: State,
  hands: Hands,
): Node[] {
  const list = element('ol', { class: 'findings' }, ...findings.map(([index, one]) => finding(index, one, hands)));
  return [...(findings.length ? [list] : []), ...(cleared.length ? [clearedView(cleared, hands)] : [])];
}

/** How much it weighs, in words: what a colour says is said by a word as well. */
const weight = ({ kind, severity }: Diagnostic): string =>
  severity === 'error' ? 'Must not run' : kind === 'fix' ? 'Fix' : 'Query';

function finding(index: number, one: Shown, hands: Hands): HTMLLIElement {
  const { start, end, message, fixes, severity, rule, reasons } = one;
  const words = hands.words(start, end);
  const place = button(`Line ${hands.lineOf(start)}`, () => hands.goTo(start, end), { class: 'place' });
  const choices = reasons.map(([reason, why]) => button(why, () => hands.clear(index, reason)));
  return element(
    'li',
    { class: `finding ${severity}`, 'data-rule': rule },
    element('p', { class: 'head' }, place, ' ', element('strong', {}, weight(one)), ' ', element('code', {}, rule)),
    ...(words ? [element('blockquote', {}, element('bdi', {}, words))] : []),
    element('p', {}, message),
    ...(fixes.length
      ? [
          element(
            'div',
            { class: 'fixes' },
            ...fixes.map((fix) => button(fix.title, () => hands.fix(fix), { class: 'fix' })),
          ),
        ]
      : []),
    element(
      'details',
      {},
      element('summary', {}, 'It is fine …'),
      element('div', { class: 'fixes', role: 'group', 'aria-label': 'Why it is fine' }, ...choices),
    ),
  );
}

function clearedView(cleared: readonly Diagnostic[], hands: Hands): HTMLElement {
  return element(
    'details',
    { class: 'cleared' },
    element('summary', {}, `${counted(cleared.length, 'finding')} found fine`),
    element(
      'ul',
      {},
      ...cleared.map(({ start, end, rule }, index) =>
        element(
          'li',
          {},
          placeButton(start, end, hands),
          ' ',
          element('code', {}, rule),
          ' ',
          button('Ask again', () => hands.askAgain(index)),
        ),
      ),
    ),
  );
}

const placeButton = (
  start: number,
  end: number,
  hands: Hands,
  words = `line ${hands.lineOf(start)}`,
): HTMLButtonElement => button(words, () => hands.goTo(start, end), { class: 'place' });

const kinds: Readonly<Record<string, string>> = {
  named: 'named',
  anonymous: 'unnamed',
  vague: 'nobody in particular',
  document: 'a document',
  media: 'an outlet',
};

export function sourcesView({ sources, sentences, alone }: Views['sources'], hands: Hands): Node[] {
  const cited = sources.map(({ name, kind, byRole, sentences: those }) =>
    element(
      'li',
      {},
      element('bdi', {}, element('strong', {}, name)),
      `, ${byRole ? 'by role' : (kinds[kind] ?? kind)}: `,
      ...those.flatMap((index) => {
        const at = sentences[index];
        return at ? [placeButton(at.start, at.end, hands), ' '] : [];
      }),
    ),
  );
  const claims = alone.map(({ start, end, class: kind }) =>
    element('li', {}, placeButton(start, end, hands), ` ${kind}: `, element('bdi', {}, hands.words(start, end))),
  );
  return [
    element('h2', {}, 'Who is cited'),
    cited.length ? element('ul', { class: 'lines' }, ...cited) : element('p', {}, 'Nobody is cited.'),
    element('h2', {}, 'Claims that stand alone'),
    claims.length ? element('ul', { class: 'lines' }, ...claims) : element('p', {}, 'None.'),
  ];
}

export function namesView({ entities }: Views['names'], hands: Hands): Node[] {
  if (!entities.length) return [element('p', {}, 'No names.')];
  const lines = entities.map(({ preferred, type, variants }) =>
    element(
      'li',
      {},
      element('bdi', {}, element('strong', {}, preferred)),
      `, ${type}`,
      element(
        'ul',
        {},
        ...variants.map(({ text, mentions }) =>
          element(
            'li',
            {},
            element('bdi', {}, text),
            ': ',
            ...mentions.flatMap(({ start, end }) => [placeButton(start, end, hands), ' ']),
          ),
        ),
      ),
    ),
  );
  return [element('h2', {}, 'Names, each with its spellings'), element('ul', { class: 'lines' }, ...lines)];
}

/** The report is a page of its own, made by the desk; its article stands here, under our own headings. */
export function reportView(html: string): Node[] {
  // without its head: its style is in the page’s own, and the page’s policy would refuse it here
  const body = html.slice(html.indexOf('<article>'), html.lastIndexOf('</article>'));
  const article = new DOMParser().parseFromString(body, 'text/html').querySelector('article');
  article?.querySelector('h2')?.replaceWith(element('h2', {}, 'How the story stands'));
  return article ? [document.adoptNode(article)] : [];
}
