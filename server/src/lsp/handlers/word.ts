// A Word file's text, for the page on which an editor shows it.
import type { Word, WordParams } from '../protocol/views';
import type { Session } from '../session';
import { t } from '../words';

export async function word({ host }: Session, { uri }: WordParams): Promise<Word> {
  const read = await host.read(uri);
  if (typeof read === 'string') return { text: read };
  return { problem: read?.message ?? t('There is no such Word file. Check its name.') };
}
