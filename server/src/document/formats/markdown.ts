// Markdown: prose without its markup. Loaded on demand.
import type { Draft, Parsed } from '../draft';
import { parsePlainText } from './plain-text';

export const parseMarkdown = (draft: Draft): Parsed => parsePlainText(draft);
