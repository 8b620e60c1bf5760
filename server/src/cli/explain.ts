// `copydesk explain`: a rule's manual.
import { rules } from '../rules/index';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Usage } from './arguments';
import { knownRule } from './known-rule';
import { print } from './output';

export const usage: Usage = {
  summary: 'Show what a rule asks, why a desk cares, and when to clear it.',
  takes: '<rule>',
  offers: rules.map(({ id }) => id),
  flags: {},
  examples: [['copydesk explain wire-sign-off', 'the manual of one rule']],
};

export async function run({ rest }: Arguments): Promise<number> {
  const [id] = rest;
  if (id === undefined) throw new Trouble('Name a rule: copydesk explain <rule>. "copydesk rules" lists them all.');
  knownRule(id, rules);
  const { docs } = await import('../rules/docs');
  await print(`${docs[id]?.trim() ?? ''}\n`);
  return 0;
}
