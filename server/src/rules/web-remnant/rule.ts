// What a web page left in the copy: the label of a control, an entity never decoded, bytes read in the wrong encoding.
import { type StrayCharacter, strayCharacters } from '../../analysis/characters';
import { removal } from '../../analysis/furniture';
import { barOf, opensMatter } from '../../analysis/opens-matter';
import { namesTwice, pageLabels, templateCode } from '../../analysis/link-remnants';
import { isGivenName } from '../../analysis/names/lists';
import { stockCodes } from '../../analysis/stock-codes';
import type { MarkupNode } from '../../document/markup';
import { isCopy, isProse } from '../../document/role';
import { isControl } from '../../document/structure/controls';
import { type Block, genreAt, type Story } from '../../document/story';
import type { TextEdit } from '../../text/edit';
import { firstWhere } from '../../text/span';
import * as v from 'valibot';
import { option } from '../option';
import { type Finding, storyRule } from '../rule';

export const rule = storyRule({
  id: 'web-remnant',
  summary: 'A web page’s control, a picture’s credit or a stray character was pasted with the copy.',
  category: 'furniture',
  kind: 'fix',
  inserts: ['marks', 'character'],
  severity: 'error',
  language: 'any',
  confirms: 'leftovers',
  options: {
    own: option(
      v.array(v.pipe(v.string(), v.minLength(1))),
      [],
      'Lines that this house runs, by what they begin with: ["Photo:", "Disclaimer:"].',
    ),
    stockCodes: option(
      v.boolean(),
      false,
      'Mark stock codes behind companies’ names too, “(NBNK.O)”, “(NYSE: AOL)”: for a house that runs none.',
    ),
  },
  *check(story, { own, stockCodes: marksCodes }) {
    const strays: Stray[] = [];
    for (const [i, block] of story.blocks.entries()) {
      if (own.some((beginning) => block.facts.text.startsWith(beginning))) continue;
      if (block.role === 'remnant') yield control(story, block);
      else if (isOfPicture(block) && genreAt(story, i) !== 'caption' && !isBesidePicture(story, block))
        yield picture(story, block);
      if (isCopy(block.role)) {
        strays.push(...straysIn(block));
        yield* links(story, block);
        if (marksCodes) yield* codes(block);
      }
    }
    if (!strays.length) return;
    // a space that nobody sees is put right as one, and once
    const unseen = new Set(story.hidden.map(({ at }) => at));
    yield* characters(strays.filter(({ end }) => !unseen.has(end)));
  },
});

function control(story: Story, block: Block): Finding {
  const bar = barOf(story, block);
  // a label that is one only among others would be none if it were left
  const isOne = bar.some(({ facts }) => !isControl(facts.text, facts.words));
  return {
    start: block.start,
    end: block.end,
    message: `“${block.facts.text}” is part of a web page, not of the story. Take it out before this runs.`,
    fixes: [
      {
        title: isOne ? 'Remove the web page’s row of labels' : 'Remove the web page’s remnant',
        apply: bar.some((one) => mayBeMeant(story, one)) ? 'ask' : 'auto',
        edits: [isOne ? removalOf(story, bar) : removal(story, block)],
      },
    ],
  };
}

/** Takes a row of labels out as one. */
function removalOf(story: Story, bar: readonly Block[]): TextEdit {
  const [first, last] = [bar[0], bar.at(-1)] as [Block, Block];
  return { start: removal(story, first).start, end: removal(story, last).end, text: '' };
}

const isOfPicture = ({ role, data }: Block): boolean =>
  (role === 'caption' && data?.kind !== 'field') || (role === 'credit' && data?.kind === 'photo');

/** A credit is asked about, for the photographer may be owed it; the words of a caption are never taken. */
const picture = (story: Story, block: Block): Finding => ({
  start: block.start,
  end: block.end,
  message:
    block.role === 'caption'
      ? 'This is the text of a picture, and it stands in the copy. Put it with its picture, or take it out; what your house always runs can be listed in its settings.'
      : `“${block.facts.text}” is a picture’s credit, and no picture stands here. Put it with its picture, or take it out; what your house always runs can be listed in its settings.`,
  fixes:
    block.role === 'caption'
      ? []
      : [{ title: 'Remove the picture’s credit', apply: 'ask', edits: [removal(story, block)] }],
});

/** In a page the picture may stand right there: above or below in the file, or in the same paragraph. */
function isBesidePicture({ markup }: Story, { start, end }: Block): boolean {
  const texts = markup?.texts ?? [];
  const first = texts[firstWhere(texts, ({ prose }) => prose.end > start)];
  if (!first || first.prose.start >= end) return false;
  let top: MarkupNode = first;
  while (top.parent?.parent) top = top.parent;
  const all = top.parent?.children ?? [];
  const at = all.indexOf(top);
  return [top, ...[-1, 1].map((step) => nextOf(all, at, step))].some((node) => node !== undefined && holdsObject(node));
}

/** The node before or behind, breaks passed over. */
function nextOf(all: readonly MarkupNode[], from: number, step: number): MarkupNode | undefined {
  let at = from + step;
  while (all[at]?.kind === 'space') at += step;
  return all[at];
}

const holdsObject = ({ kind, children }: MarkupNode): boolean => kind === 'object' || children.some(holdsObject);

/**
 * A page written in Markdown points to other pages on purpose, and where a link leads may be all that is said of where something
 * comes from; plain copy has its pointers from the page it was copied from. What "Read more:" or "Follow us on:" opens may stand
 * below, and would be left as copy.
 */
const mayBeMeant = (story: Story, block: Block): boolean =>
  leadsElsewhere(story, block) ||
  opensMatter(story, block) ||
  block.data?.kind === 'syndication' ||
  PICTURE_SOURCE.test(block.facts.text) ||
  ADDRESS.test(block.facts.text) ||
  mayNameWriter(block) ||
  (block.data?.kind === 'pointer' && (story.format === 'markdown' || block.facts.text.endsWith(':')));

/** "Image source, Reuters": whoever made the picture may be owed the line. */
const PICTURE_SOURCE = /^(?:image|photo|picture|media) (?:source|credit|caption),/i;

/** "Follow Ada Okoye on Twitter @adaokoye": it may be all that says who wrote the story. "Follow us @harrow" is the page's. */
const mayNameWriter = ({ facts: { text, tokens } }: Block): boolean =>
  /^\W{0,3}follow /i.test(text) &&
  !tokens.word.includes('us') &&
  (/(?:^|\s)@\w/.test(text) || tokens.word.slice(1, 3).some(isGivenName));

/** Whom to write to, where to go on: it may stand nowhere else. */
const ADDRESS = /\w@\w|^https?:\/\/(?!t\.co\/)|^\S.* (?:https?:\/\/)?(?!t\.co\/|pic\.)[a-z]{2,12}\.[a-z]{2,3}\/\w+$/;

/** A link of the file's own stands in it. */
function leadsElsewhere({ markup }: Story, { start, end }: Block): boolean {
  const texts = markup?.texts ?? [];
  for (let i = firstWhere(texts, ({ prose }) => prose.end > start); i < texts.length; i++) {
    const text = texts[i] as MarkupNode;
    if (text.prose.start >= end) return false;
    for (let node = text.parent; node; node = node.parent) if (node.leads) return true;
  }
  return false;
}

/** What a link or a template of a wiki left behind: only a person knows which of the words were meant. */
function* links({ format }: Story, { start: base, facts, role }: Block): Iterable<Finding> {
  if (!isProse(role)) return;
  // a page in Markdown has templates and brackets of its own
  const code = format === 'markdown' ? [] : [...templateCode(facts), ...pageLabels(facts)];
  for (const { start, end, kind, again } of [...namesTwice(facts), ...code]) {
    const words = facts.text.slice(start, end);
    yield {
      start: base + start,
      end: base + end,
      message:
        kind === 'name twice'
          ? `“${words}” has one name twice, as a link’s address and its words do when a page is pasted. Leave one of them.`
          : `“${words}” looks like a page’s code that was pasted with the copy. Take it out.`,
      fixes: again
        ? [
            {
              title: `Remove “${facts.text.slice(again.start, again.end)}”`,
              apply: 'ask',
              edits: [{ start: base + again.start, end: base + again.end, text: '' }],
            },
          ]
        : [],
    };
  }
}

function* codes({ start: base, facts }: Block): Iterable<Finding> {
  for (const { start, end } of stockCodes(facts))
    yield {
      start: base + start,
      end: base + end,
      message: `“${facts.text.slice(start, end).trim()}” is a stock code, and this house runs none. Take it out.`,
      fixes: [
        {
          title: 'Remove the stock code',
          apply: 'ask',
          edits: [{ start: base + start, end: base + end, text: '' }],
        },
      ],
    };
}

/** A stray character where it stands in the story: offsets into the prose. */
type Stray = StrayCharacter;

const straysIn = ({ start: base, facts }: Block): Stray[] =>
  strayCharacters(facts).map((stray) => ({ ...stray, start: base + stray.start, end: base + stray.end }));

function* characters(strays: readonly Stray[]): Iterable<Finding> {
  for (const stray of strays) {
    const { start, end, what, becomes, isDoubtful } = stray;
    yield {
      start,
      end,
      message:
        becomes === undefined
          ? `${what} stands here, as pasted copy has them. Readers’ systems may show it as something else: put in what was meant.`
          : `${what} stands here${isSpaced(stray) ? '. Put one behind it.' : `, as pasted copy has them: put in what was meant.`}`,
      fixes:
        becomes === undefined
          ? []
          : [{ title: titleFor(stray), apply: isDoubtful ? 'ask' : 'auto', edits: [edit(stray)] }],
    };
  }
}

/** What is missing is the space behind it. */
const isSpaced = ({ becomes }: Stray): boolean => becomes?.endsWith(' ') === true && becomes.length === 2;

function titleFor(stray: Stray): string {
  if (isSpaced(stray)) return 'Put a space behind the stop';
  return stray.becomes?.trim() ? `Write “${stray.becomes}”` : stray.becomes ? 'Put a space there' : 'Take it out';
}

const edit = ({ start, end, becomes = '' }: Stray): TextEdit => ({ start, end, text: becomes });
