// Comparing drafts where settings say so. What it takes is loaded when the first draft asks for it.
import type { Across } from '../analysis/names/across';
import type { Desk, DraftDesk } from './resolve-settings';
import type { Input } from './inputs';

/** What the drafts that a draft is held against spell otherwise; nothing where they do not, or where nobody asked. */
export type Compare = (input: Input, place: DraftDesk) => Promise<Across | undefined>;

export function asSettingsSay(desk: Desk): Compare {
  let compare: Promise<Compare> | undefined;
  return async (input, place) => {
    if (!place.resolved.across) return undefined;
    compare ??= import('./across').then(({ withTheRoot }) => withTheRoot(desk));
    return (await compare)(input, place);
  };
}
