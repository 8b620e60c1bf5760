// No story, however odd, breaks what is found out of its speakers.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { doubleHedgesIn } from '../../server/src/analysis/wording/double-hedges';
import { loadedVerbsIn } from '../../server/src/analysis/wording/loaded-verbs';
import { mindsReadIn } from '../../server/src/analysis/wording/mind-reading';
import { attributionsIn } from '../../server/src/analysis/attribution/story';
import { orphanSpeakers } from '../../server/src/analysis/speakers/orphans';
import { speakersOf } from '../../server/src/analysis/speakers/resolve';
import { weakSourcesIn } from '../../server/src/analysis/speakers/weak-sources';
import { readStory } from '../../server/src/document/read';

const read = (text: string) => readStory({ text, format: 'text' });

describe('speakers of any string', () => {
  const pieces = [
    ...[
      'said',
      'they',
      'he',
      '"',
      '“',
      '”',
      "'",
      ',',
      '.',
      ':',
      'The',
      'army',
      'experts',
      'sources',
      'reportedly',
      'that',
    ],
    ...[
      'according',
      'to',
      'the',
      'claim',
      'of',
      'Dessa',
      'and',
      '(',
      ')',
      'who',
      'was',
      'told',
      'by',
      '\n\n',
      'it is believed',
    ],
    ...[
      'pointed out',
      'WALSH:',
      'local media',
      '\u{1f600}',
      '\ud800',
      '\u0301',
      'éa',
      'May',
      'will',
      'some',
      '—',
      'claims',
    ],
  ];
  it('has facts whose spans lie in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const story = read(text);
        const attributions = attributionsIn(story);
        assert.equal(speakersOf(story).length, attributions.length);
        const spans = attributions.flatMap(({ cue, source, content }) => [cue, source, ...content]);
        spans.push(...weakSourcesIn(story), ...orphanSpeakers(story));
        for (const { facts } of story.blocks) {
          const length = facts.text.length;
          for (const span of [...loadedVerbsIn(facts), ...doubleHedgesIn(facts), ...mindsReadIn(facts)]) {
            assert.ok(span.start >= 0 && span.start < span.end && span.end <= length);
          }
        }
        for (const span of spans) {
          if (span) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= story.prose.length);
        }
        for (let i = 1; i < attributions.length; i++) {
          assert.ok((attributions[i - 1]?.sentence ?? 0) <= (attributions[i]?.sentence ?? 0), 'in order of sentences');
        }
      }),
      { numRuns: 400 },
    );
  });
});
