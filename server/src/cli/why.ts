// `copydesk explain --why FILE:LINE`: what the judge of claims makes of each sentence on a line.
import { isPut, whyOf, type SilenceReason } from '../analysis/claims/why';
import { weights } from '../analysis/claims/weights';
import { type Story, sentencesOf } from '../document/story';
import { visible } from '../report/escape';
import { questionOf, silencedBy, verdicts } from '../report/why';
import { lineIndex, positionAt } from '../text/line-index';
import { toFile } from '../text/source-map';
import { Trouble } from '../workspace/trouble';
import type { Arguments } from './arguments';
import { openDesk } from './resolve-settings';
import { inputsOf } from './inputs';
import { print } from './output';
import { settingsInOrder } from './tell-settings';

export async function explainWhy(args: Arguments, place: string): Promise<number> {
  const [, file, number] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (!file) throw new Trouble('Say which line: copydesk explain --why <file>:<line>, as lint shows the place.');
  const by = weights();
  if ('problem' in by) throw new Trouble(by.problem);
  const of = { ...args, rest: [file] };
  const desk = openDesk(of);
  let allRead = true;
  for await (const { content, file: path, format } of inputsOf(of, desk)) {
    if (typeof content !== 'string') throw new Trouble(content.message);
    const at = await desk.at(path);
    allRead = settingsInOrder(desk) && allRead;
    const told = onLine((await at.reader(format))(content), content, Number(number));
    if (!told.length)
      throw new Trouble(
        `No sentence of running copy begins or goes on in ${file} on line ${number}, so nothing was judged there.`,
      );
    await print(`${told.join('\n\n')}\n`);
  }
  return allRead ? 0 : 2;
}

function onLine(story: Story, text: string, line: number): string[] {
  const lines = lineIndex(text);
  return sentencesOf(story).flatMap((sentence, index) => {
    const at = toFile(story.map, sentence);
    if (positionAt(lines, at.start).line > line || positionAt(lines, at.end - 1).line < line) return [];
    const why = whyOf(story, index);
    return why ? [sheet(story.prose.slice(why.start, why.end), why)] : [];
  });
}

/** With the weights of each piece; what is not shown is there as one. */
function sheet(text: string, why: SilenceReason): string {
  const list = (title: string, told: SilenceReason['for']): string[] => (told.length ? [title, ...told.map(line)] : []);
  return [
    visible(text),
    `${verdicts[why.asked]}: ${questionOf(why)}`,
    ...list('For it:', why.for),
    ...list('Against it:', why.against),
    'Besides:',
    line({ text: 'all smaller pieces', weight: why.rest }),
    line({ text: 'what every sentence starts from', weight: why.base }),
    ...(isPut(why.asked) ? [silencedBy(why)] : []),
  ].join('\n');
}

const line = ({ text, weight }: SilenceReason['for'][number]): string => `${weighed(weight)}  ${text}`;

const weighed = (weight: number): string => `  ${weight < 0 ? '-' : '+'}${(Math.abs(weight) / 1000).toFixed(2)}`;
