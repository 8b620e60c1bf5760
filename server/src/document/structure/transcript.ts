// Transcripts: what a monitoring service took down says so behind its dateline.

/** "BOGOTA, 19 JUN 89 (…) -- [TEXT] …", "… -- [SPEECH BY PRESIDENT ROE]": the record of what somebody broadcast or printed. */
export const isTranscriptHead = (line: string): boolean => /[-–—]\s?\[\p{Lu}[\p{Lu}, ]{2,60}\]/u.test(line);

/** Units of a draft in which its head is looked for. */
const HEAD = 600;

/** "[REPORTER] What is known?", "[PONCE] The road is open.": who speaks, before each turn. */
const TURN = /^\[\p{Lu}[\p{Lu}. '’-]{1,40}\] ?\S/gmu;

/** One may be an editor's remark. */
const FEWEST_TURNS = 2;

/** True where the page itself says that it is somebody's record: nobody asks it for sources. */
export const isTranscript = (prose: string): boolean =>
  isTranscriptHead(prose.slice(0, HEAD)) || (prose.match(TURN)?.length ?? 0) >= FEWEST_TURNS;
