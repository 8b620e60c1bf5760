// Straight quotation marks among curly ones, or curly among straight: the story settles on the form it uses most.
import { type Form, quotationMarks } from '../../analysis/quotation-marks';
import { storyRule } from '../rule';

const shapes: Readonly<Record<Form, Readonly<Record<'double' | 'single', readonly [open: string, close: string]>>>> = {
  straight: { double: ['"', '"'], single: ["'", "'"] },
  curly: { double: ['“', '”'], single: ['‘', '’'] },
};

export const rule = storyRule({
  id: 'mixed-quote-marks',
  summary: 'Straight quotation marks stand among curly ones, or curly among straight.',
  category: 'quotations',
  kind: 'fix',
  severity: 'warning',
  options: {},
  *check(story) {
    const marks = quotationMarks(story);
    const curly = marks.filter(({ form }) => form === 'curly').length;
    const straight = marks.length - curly;
    if (!curly || !straight) return;
    // as many of each: the form that the story begins with
    const form = curly === straight ? (marks[0]?.form ?? 'curly') : curly > straight ? 'curly' : 'straight';
    for (const mark of marks) {
      if (mark.form === form) continue;
      const text = shapes[form][mark.family][mark.side === 'open' ? 0 : 1];
      yield {
        ...mark.at,
        message: `A ${mark.form} quotation mark in a story with ${form} ones: the mix shows that copy was pasted in. Use the ${form} mark.`,
        fixes: [{ title: `Make it ${form}`, apply: 'auto', edits: [{ ...mark.at, text }] }],
      };
    }
  },
});
