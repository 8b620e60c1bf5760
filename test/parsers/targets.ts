// All parsers that read what others wrote. LSP's own framing is read by a library of its authors.
import { draftTargets } from './drafts';
import type { Target } from './target';
import { textTargets } from './texts';

export const targets: readonly Target[] = [...draftTargets, ...textTargets];
