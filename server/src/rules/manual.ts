// A rule's manual as Markdown: of ours what the build has put together, of a house's what it has written. Loaded when one is asked for.
import type { Rule } from './rule';

/** Empty where there is no such rule. */
export async function manualOf(id: string, rules: readonly Pick<Rule, 'id' | 'house'>[]): Promise<string> {
  const house = rules.find((rule) => rule.id === id)?.house;
  if (house) return (await import('./as-data/manual-of')).manualOfHouse(house);
  const { docs } = await import('./docs');
  return (Object.hasOwn(docs, id) && docs[id]) || '';
}
