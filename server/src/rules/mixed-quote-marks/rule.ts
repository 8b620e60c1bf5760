// Quotation marks set in two ways in one story: straight among curly ones, and, where the house or the story has a habit, single
// marks for double ones and stops on the wrong side of them.
import * as v from 'valibot';
import { type Form, quotationMarks } from '../../analysis/quotation-marks';
import {
  type Marks,
  type Outermost,
  outermostQuotations,
  type StopAtMark,
  stopsAtMarks,
  usualMarks,
  usualStops,
} from '../../analysis/quotation-style';
import type { Story } from '../../document/story';
import type { TextEdit } from '../../text/edit';
import { overlaps } from '../../text/span';
import { option } from '../option';
import { type Finding, type Fix, storyRule } from '../rule';

export const rule = storyRule({
  id: 'mixed-quote-marks',
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
      'story',
      'On which side of a closing mark a comma or full stop stands: inside (American), outside unless it belongs to the words quoted (British), as nearly all of the story has them, or any.',
    ),
  },
  *check(story, { marks, stops }) {
    const form = usualForm(story);
    const wanted = marks === 'any' ? undefined : marks === 'story' ? usualMarks(story) : marks;
    const turned = outermostQuotations(story).filter(
      (one) => wanted !== undefined && one.marks !== wanted && (one.isStatement || marks !== 'story'),
    );
    for (const one of turned) yield inOtherMarks(one, wanted as Marks, form ?? 'straight');

    const place = stops === 'any' ? undefined : stops === 'story' ? usualStops(story) : stops;
    for (const stop of stopsAtMarks(story))
      if (place !== undefined && stop.place !== place && (stop.isFragment || place === 'inside'))
        yield onOtherSide(stop, stops === 'story' ? 'ask' : 'auto');

    // a mark that becomes another altogether is put into the story's form with it
    const edited = turned.map(({ block, quotation }) => ({
      start: block.start + quotation.start,
      end: block.start + quotation.end,
    }));
    for (const finding of ofOtherForm(story, form)) if (!edited.some((span) => overlaps(span, finding))) yield finding;
  },
});

// ---- straight and curly ------------------------------------------------------------------------------------------------

const shapes: Readonly<Record<Form, Readonly<Record<Marks, readonly [open: string, close: string]>>>> = {
  straight: { double: ['"', '"'], single: ["'", "'"] },
  curly: { double: ['“', '”'], single: ['‘', '’'] },
};

/** The form that the story uses most; as many of each, the one it begins with. */
function usualForm(story: Story): Form | undefined {
  const marks = quotationMarks(story);
  const curly = marks.filter(({ form }) => form === 'curly').length;
  const straight = marks.length - curly;
  return curly === straight ? marks[0]?.form : curly > straight ? 'curly' : 'straight';
}

function* ofOtherForm(story: Story, form: Form | undefined): Iterable<Finding> {
  if (form === undefined) return;
  const marks = quotationMarks(story);
  // of two forms that are nearly as frequent nobody knows which the house wants
  const isClear =
    marks.filter((mark) => mark.form !== form).length * 2 <= marks.filter((mark) => mark.form === form).length;
  for (const mark of marks) {
    if (mark.form === form) continue;
    const text = shapes[form][mark.family][mark.side === 'open' ? 0 : 1];
    yield {
      ...mark.at,
      message: `A ${mark.form} quotation mark in a story with ${form} ones: the mix shows that copy was pasted in. Use the ${form} mark.`,
      fixes: [
        { title: `Make it ${form}`, apply: isClear && mark.isPlain ? 'auto' : 'ask', edits: [{ ...mark.at, text }] },
      ],
    };
  }
}

// ---- double and single -------------------------------------------------------------------------------------------------

/** The quotation's own marks and those of all inside it, turn and turn about. */
function inOtherMarks({ block, quotation, marks }: Outermost, wanted: Marks, form: Form): Finding {
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
    message: `This quotation stands in ${marks} marks where others stand in ${wanted} ones. Use ${wanted} marks, and ${marks} ones for what is quoted inside it.`,
    fixes: [{ title: `Use ${wanted} marks`, apply: 'ask', edits }],
  };
}

// ---- stops -------------------------------------------------------------------------------------------------------------

/** Where a stop stands is a house's taste: what only the story's habit speaks for is not changed unseen. */
const onOtherSide = ({ at, place, turned }: StopAtMark, apply: Fix['apply']): Finding => ({
  ...at,
  message:
    place === 'outside'
      ? 'The stop stands outside the closing mark, where this copy sets stops inside. Put it inside.'
      : 'The stop stands inside the closing mark, though it is not part of the words quoted. Put it outside, as this copy does.',
  fixes: [
    {
      title: place === 'outside' ? 'Put the stop inside' : 'Put the stop outside',
      apply,
      edits: [{ ...at, text: turned }],
    },
  ],
});
