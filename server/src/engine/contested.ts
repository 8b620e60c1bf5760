// Contested forms: what the house's glossary prefers in one entry and replaces in another. No fix goes towards such a form, nor away from
// it, nor between forms of entries that go round in a circle, and the finding says why. Fights that only show while fixes are made are
// told there (quarrels.ts).
import { circlesOf } from '../text/circles';
import { inText } from '../text/spelling';
import type { House } from '../rules/house';
import type { Finding, Fix } from '../rules/rule';
import type { Story } from '../document/story';

/** The finding without fixes towards what the house itself replaces: the finding stays, and says so. */
export function keepsToGlossary({ prose }: Story, house: House, finding: Finding): Finding {
  if (!finding.fixes?.length || !house.glossary.length) return finding;
  const { replaced, contested, circular } = formsOf(house.glossary);
  const does = (form: string): string =>
    `${contested.has(inText(form)) ? 'both prefers and replaces' : 'replaces'} “${form}”`;
  const culprit = ({ edits }: Fix): string | undefined => {
    for (const { start, end, text } of edits) {
      const before = prose.slice(start, end);
      const [from, to] = [inText(before), inText(text)];
      if (contested.has(from)) return does(before);
      if (from === to) continue;
      if (circular.has(from) && circular.has(to)) return `turns “${before}” into “${text}” and that back again`;
      if (replaced.has(to)) return does(text);
    }
    return undefined;
  };
  const fixes = finding.fixes.filter((fix) => culprit(fix) === undefined);
  if (fixes.length === finding.fixes.length) return finding;
  const why = finding.fixes.map(culprit).find((one) => one !== undefined) ?? '';
  return { ...finding, fixes, message: `${finding.message} No fix is offered: the house glossary ${why}.` };
}

interface Forms {
  /** Forms that the house replaces, but not by way of a circle. */
  readonly replaced: ReadonlySet<string>;
  /** Those of them that it prefers as well. */
  readonly contested: ReadonlySet<string>;
  /** Forms that become themselves again. */
  readonly circular: ReadonlySet<string>;
}

const known = new WeakMap<House['glossary'], Forms>();

function formsOf(glossary: House['glossary']): Forms {
  let forms = known.get(glossary);
  if (!forms) known.set(glossary, (forms = read(glossary)));
  return forms;
}

function read(glossary: House['glossary']): Forms {
  const own = glossary.filter(({ basis }) => basis === 'house');
  const next = new Map<string, string>();
  for (const { prefer, instead } of own)
    for (const one of instead) if (inText(one) !== inText(prefer)) next.set(inText(one), inText(prefer));
  const circular = new Set(circlesOf(next.keys(), (form) => next.get(form)).keys());
  // behind a determiner "The Courier" is the Courier still
  const isItself = (form: string): boolean => next.get(form)?.replace(/^the /, '') === form;
  const replaced = new Set([...next.keys()].filter((form) => !circular.has(form) && !isItself(form)));
  const contested = new Set(own.map(({ prefer }) => inText(prefer)).filter((form) => replaced.has(form)));
  return { replaced, contested, circular };
}
