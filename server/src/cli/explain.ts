// `copydesk explain`: a rule's manual, or a page that manuals lead to.
import { rules } from '../rules/index';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flag, Usage } from './arguments';
import { deskFlags } from './resolve-settings';
import { knownRule } from './known-rule';
import { print } from './output';
import { rulesHere } from './rules-here';

export const usage: Usage = {
  summary: 'Show what a rule asks, why a desk cares, and when to clear it.',
  takes: '<rule>',
  offers: rules.map(({ id }) => id),
  flags: {
    config: deskFlags.config as Flag,
    why: { takes: '<file:line>', help: 'Say why each sentence on the line is asked about, or is not.' },
  },
  examples: [
    ['copydesk explain wire-sign-off', 'the manual of one rule'],
    ['copydesk explain --why story.txt:12', 'what weighed with the judge of claims on line 12'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  const why = args.value('why');
  if (why !== undefined) return (await import('./why')).explainWhy(args, why);
  const [id] = args.rest;
  if (id === undefined) throw new Trouble('Name a rule: copydesk explain <rule>. "copydesk rules" lists them all.');
  const { pages } = await import('../rules/docs');
  const page = Object.hasOwn(pages, id) ? pages[id] : undefined;
  const here = page ? [] : await rulesHere(args);
  if (!page) knownRule(id, here);
  const { manualOf } = await import('../rules/manual');
  const { manualInWords } = await import('./manual-in-words');
  await print(manualInWords(page ?? (await manualOf(id, here))));
  return 0;
}
