// The article goes along with what is put behind it, for every rule's fix; where the sound of that is not known for sure, a person chooses.
import { articlesAlong } from '../analysis/slips/articles-along';
import type { Story } from '../document/story';
import type { Finding, Fix } from '../rules/rule';

/** The finding with "an" made of "a", or the other way, where a fix puts another sound behind the story's own article. */
export function takesArticleAlong(story: Story, finding: Finding): Finding {
  if (!finding.fixes?.length) return finding;
  const fixes = finding.fixes.map((fix): Fix => {
    const { edits, sure } = articlesAlong(story, fix.edits);
    if (edits === fix.edits && sure) return fix;
    return { ...fix, edits, ...(!sure && { apply: 'ask' }) };
  });
  return fixes.every((fix, i) => fix === finding.fixes?.[i]) ? finding : { ...finding, fixes };
}
