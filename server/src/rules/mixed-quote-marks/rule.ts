// Quotation marks set in two ways in one story: straight among curly ones, and, where the house or the story has a habit, single
// marks for double ones and stops on the wrong side of them.
import * as v from 'valibot';
import {
  type Form,
  type Habit,
  habit,
  type MarkSet,
  markSets,
  type QuotationMark,
  tellsOfMarks,
} from '../../analysis/quotation-forms';
import {
  type Marks,
  type Outermost,
  outermostQuotations,
  type StopAtMark,
  stopsAtMarks,
  usualMarks,
  usualStops,
} from '../../analysis/quotation-style';
import { isSilenced } from '../../document/silenced';
import type { Story } from '../../document/story';
import type { TextEdit } from '../../text/edit';
import { overlaps, type Span } from '../../text/span';
import { option } from '../option';
import { type Finding, storyRule } from '../rule';

const id = 'mixed-quote-marks';

export const rule = storyRule({
  id,
  summary: 'Quotation marks are set in two ways: straight among curly, or not as the house or the story sets them.',
  category: 'quotations',
  kind: 'fix',
  inserts: ['marks'],
  severity: 'warning',
  options: {
    marks: option(
      v.picklist(['any', 'story', 'double', 'single']),
      'story',
      'Which marks quotations stand in, those inside another in the other kind: double (American), single (British), as nearly all of the story has them, or any.',
    ),
    stops: option(
      v.picklist(['any', 'story', 'inside', 'outside']),
      'any',
      'On which side of a closing mark a comma or full stop stands: inside (American), outside unless it belongs to the words quoted (British), as nearly all of the story has them, or any: a house’s taste, of which no reader of copy spoke.',
    ),
  },
  *check(story, { marks, stops }) {
    const form = habit(story);
    const wanted = marks === 'any' ? undefined : marks === 'story' ? usualMarks(story) : marks;
    const turned = outermostQuotations(story).filter(
      (one) => wanted !== undefined && one.marks !== wanted && (one.isStatement || marks !== 'story'),
    );
    for (const one of turned) yield inOtherMarks(one, wanted as Marks, form?.form ?? formOf(story), marks !== 'story');

    const place = stops === 'any' ? undefined : stops === 'story' ? usualStops(story) : stops;
    for (const stop of stopsAtMarks(story))
      if (place !== undefined && stop.place !== place && (stop.isFragment || place === 'inside'))
        yield onOtherSide(stop, stops !== 'story');

    // a mark that becomes another altogether is put into the story's form with it
    const edited = turned.map(({ block, quotation }) => ({
      start: block.start + quotation.start,
      end: block.start + quotation.end,
    }));
    if (form) yield* inTwoForms(story, form, edited);
  },
});

// ---- straight and curly ------------------------------------------------------------------------------------------------

const shapes: Readonly<Record<Form, Readonly<Record<Marks, readonly [open: string, close: string]>>>> = {
  straight: { double: ['"', '"'], single: ["'", "'"] },
  curly: { double: ['“', '”'], single: ['‘', '’'] },
};

/** The form of a story that has one only. */
const formOf = (story: Story): Form => markSets(story)[0]?.marks[0]?.form ?? 'straight';

/** A quotation with a mark of the other form: each whose two halves differ; the others once a story, and all of them together. */
function* inTwoForms(story: Story, { form, isClear, isSeen }: Habit, edited: readonly Span[]): Iterable<Finding> {
  const odd = markSets(story).filter(({ marks }) => marks.some((mark) => isOdd(mark, form)));
  const open = odd.filter(({ marks }) =>
    marks.every(({ at }) => isFree(story, at) && !edited.some((one) => overlaps(one, at))),
  );
  const halved = open.filter(({ marks }) => !marks.every((mark) => isOdd(mark, form)));
  for (const set of halved) yield halves(set, form, isClear);
  // as many of one as of the other, in paragraphs apart: nobody can know which is odd, and no reader sees them side by side
  if (!isClear && !isSeen) return;
  const others = open.filter(({ marks }) => marks.every((mark) => isOdd(mark, form)));
  const plain = others.filter((set) => isPlain(set, form));
  const [first] = plain.length ? plain : others;
  // unseen only where no mix is left
  const isWhole = plain.length === others.length && halved.every((set) => isPlain(set, form));
  const isSure = isClear && isWhole && !tellsOfMarks(story);
  if (first) yield together(first, plain.length ? plain : [first], form, isSure);
}

const isOdd = (mark: QuotationMark, form: Form): boolean => mark.form !== form;

/** No mark that is to be changed stands beside another: whose it is would be a guess. */
const isPlain = ({ marks, isOutermost }: MarkSet, form: Form): boolean =>
  isOutermost && marks.every((mark) => mark.isAlone || !isOdd(mark, form));

const isFree = (story: Story, at: Span): boolean => !isSilenced(story, id, at);

const put = ({ at, family, side }: QuotationMark, form: Form): TextEdit => ({
  ...at,
  text: shapes[form][family][side === 'open' ? 0 : 1],
});

/** Opened in one form and closed in the other, or opened anew in the other where a paragraph begins. */
function halves(set: MarkSet, form: Form, isClear: boolean): Finding {
  const wrong = set.marks.filter((mark) => isOdd(mark, form));
  const first = wrong[0] as QuotationMark;
  return {
    ...first.at,
    message: `This quotation has a ${first.form} mark beside a ${form} one: the two do not pair. Use the ${form} mark.`,
    fixes: [
      {
        title: `Make it ${form}`,
        apply: isClear && isPlain(set, form) ? 'auto' : 'ask',
        edits: wrong.map((mark) => put(mark, form)),
      },
    ],
  };
}

/** Quotations in the other form: told at the first, all put right together or none. */
function together(first: MarkSet, sets: readonly MarkSet[], form: Form, isSure: boolean): Finding {
  const at = (first.marks[0] as QuotationMark).at;
  const others = sets.length === 1 ? '' : ` and ${sets.length - 1} more`;
  return {
    ...at,
    message: `A quotation in ${form === 'curly' ? 'straight' : 'curly'} marks${others}, in a story with ${form} ones. Use ${form} marks.`,
    related: sets
      .slice(1, MOST_TOLD)
      .map(({ marks }) => ({ ...(marks[0] as QuotationMark).at, message: 'Another one here.' })),
    fixes: [
      {
        title:
          sets.length === 1
            ? `Make its marks ${form}`
            : `Make the marks of ${sets.length === 2 ? 'both' : `all ${sets.length}`} ${form}`,
        apply: isSure ? 'auto' : 'ask',
        edits: sets.flatMap(({ marks }) => marks.map((mark) => put(mark, form))),
      },
    ],
  };
}

/** Places that are listed at most; all are put right. */
const MOST_TOLD = 50;

// ---- double and single -------------------------------------------------------------------------------------------------

/** The quotation's own marks and those of all inside it, turn and turn about. @param isHouse the house wants them so, whatever the story does. */
function inOtherMarks({ block, quotation, marks }: Outermost, wanted: Marks, form: Form, isHouse: boolean): Finding {
  const edits: TextEdit[] = [];
  for (const { start, end, inner, level, closed } of block.facts.quotations) {
    if (start < quotation.start || end > quotation.end) continue;
    const family = level % 2 === 0 ? wanted : marks;
    const [open, close] = shapes[form][family];
    // what runs in from the paragraph before may open without a mark here
    if (inner.start > start) edits.push({ start: block.start + start, end: block.start + inner.start, text: open });
    if (closed) edits.push({ start: block.start + inner.end, end: block.start + end, text: close });
  }
  return {
    start: block.start + quotation.start,
    end: block.start + quotation.end,
    message: `This quotation stands in ${marks} marks${isHouse ? `, and this house sets ${wanted} ones` : ` where others stand in ${wanted} ones`}. Use ${wanted} marks, and ${marks} ones for what is quoted inside it.`,
    fixes: [{ title: `Use ${wanted} marks`, apply: 'ask', edits }],
  };
}

// ---- stops -------------------------------------------------------------------------------------------------------------

/** Where a stop stands is a house's taste: what only the story's habit speaks for is not changed unseen. */
const onOtherSide = ({ at, place, turned }: StopAtMark, isHouse: boolean): Finding => ({
  ...at,
  message:
    place === 'outside'
      ? `The stop stands outside the closing mark, where ${isHouse ? 'this house' : 'this copy'} sets stops inside. Put it inside.`
      : `The stop stands inside the closing mark, though it is not part of the words quoted. Put it outside, as ${isHouse ? 'this house' : 'this copy'} does.`,
  fixes: [
    {
      title: place === 'outside' ? 'Put the stop inside' : 'Put the stop outside',
      apply: isHouse ? 'auto' : 'ask',
      edits: [{ ...at, text: turned }],
    },
  ],
});
