// What a house has decided, from its copydesk.json: chosen, or dropped on the page. It is kept while the page is open and nowhere else.
import type { Ask } from './desk';
import { button, counted, element } from './elements';
import type { HouseSettings } from './protocol';

export interface House {
  /** Another desk is told what holds. */
  again(): Promise<void>;
  take(file: File): Promise<void>;
}

/** A file of that name is no draft, though it is JSON. */
export const isSettings = ({ name }: File): boolean => /^copydesk\.json$/i.test(name);

/** Longer settings are refused by the command line too, in bytes. */
const LONGEST = 4 << 20;

/** @param chooser what the keyboard goes to when the settings are left out. @param changed what the desk says is to be asked anew. */
export function openHouse(
  place: HTMLElement,
  chooser: HTMLElement,
  ask: Ask,
  { changed, say }: { readonly changed: () => void; readonly say: (sentence: string) => void },
): House {
  let held = '';
  const show = (sentence: string): void => {
    place.hidden = !sentence;
    place.replaceChildren(
      ...(sentence
        ? [element('span', { role: 'status' }, sentence), ' ', button('Leave them out', () => void leave())]
        : []),
    );
  };
  async function use(text: string, name: string): Promise<void> {
    const answer = await ask('house', text);
    if ('fault' in answer) return say(`${name} is not used: ${answer.fault} Put it right and open it again.`);
    held = text;
    show(text && inWords(name, answer));
    say('');
    changed();
  }
  async function leave(): Promise<void> {
    await use('', '');
    chooser.focus();
  }
  return {
    again: async () => void (held && (await ask('house', held))),
    async take(file) {
      if (file.size > LONGEST) return say(`${file.name} is longer than settings are, so it is not used.`);
      await use(await file.text(), file.name);
    },
  };
}

function inWords(name: string, { base, forms, own, set, lists, other, left }: HouseSettings): string {
  const parts = [
    ...(base.length ? [`built on ${base.join(', then ')}`] : []),
    ...(set ? [`${counted(set, 'rule')} set`] : []),
    ...(own ? [`${counted(own, 'rule')} of its own`] : []),
    ...(forms ? [counted(forms, 'form')] : []),
    ...(lists ? [counted(lists, 'list')] : []),
    ...other,
  ];
  const rest = left.length ? ` What it says under ${left.join(', ')} means files, and the page has none.` : '';
  return `${name} holds on this page until it is closed: ${parts.join(', ') || 'as the desk is by itself'}.${rest}`;
}
