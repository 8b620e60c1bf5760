// Notes that belong to the reader or to other desks' addresses: corrections, taglines, captions, contacts, the telex envelope.
import { type Recogniser, claim, whole } from './part';

/** "This story has been corrected to show that …", "STORY WITHDRAWN". Legitimate text: nothing ever touches it. */
export const correction: Recogniser = (piece, { before, after }) =>
  (before === 0 || after <= 1) && CORRECTION.test(piece) ? whole(piece, 'correction') : undefined;

const CORRECTION =
  /^[([*_\s]{0,4}(?:(?:CORRECTION|Correction|CLARIFICATION|Clarification|CORRECTED|CORRECTS|Corrects|KILL|RETRACTION|Retraction|Amendment)(?:[:,]| [-–—(]|\s?$)|STORY WITHDRAWN|WITHDRAWN\b|(?:This|The|An earlier version of this|A previous version of this|Earlier versions of this) (?:story|article|report|piece|post|item|dispatch)(?: was| has been| is being| incorrectly| misstated| misidentified| gave| said| referred)\b(?: first)?(?: corrected| amended| updated| withdrawn| changed| clarified)?)/;

/** "Contributing: …", "___ contributed to this report": who else worked on it, behind the last sentence. */
export const tagline: Recogniser = (piece, { before, after }) =>
  before > 0 && after === 0 && piece.length <= 400 && TAGLINE.some((form) => form.test(piece))
    ? whole(piece, 'tagline')
    : undefined;

const TAGLINE: readonly RegExp[] = [
  /^[-–—•*\s]{0,3}(?:contributing|with reporting|additional reporting|reporting|editing|edited|writing|with files|with inputs?|with agency inputs|compiled|translated|inputs?)(?:\s(?:by|from)\b|:)[^!?]{2,300}$/i,
  /^\((?:with (?:inputs?|reporting|files|reports?|contributions?|agency inputs)|additional (?:reporting|contributions))\b[^()]{0,200}\)\.?$/i,
  /\b(?:contributed to|helped with|assisted with|reported for) this (?:report|story|article|column)\b[^!?]{0,80}$/i,
  /^(?:\p{Lu}[\p{L}.'’-]{1,30} ){1,4}(?:can be reached|may be reached|can be contacted) (?:at|on|by|via)\b/u,
  /^[-–—]{1,2} ?By \p{Lu}/u,
  /^\(?h\/t\b[^.!?]{2,60}[.)]{0,2}$/i,
  /^EDITOR['’]S NOTE\b/i,
];

/** A picture's text: its label before it, or the photographer's credit behind it. */
export const caption: Recogniser = (piece) => {
  if (piece.length > 600) return undefined;
  if (CAPTION_LABEL.test(piece) || PHOTO_CREDIT.test(piece)) return whole(piece, 'caption');
  const before = /^(?:\[Photo(?:s)?(?:\/| by )[^\]]{2,80}\]|\[?File photo(?:: ?\p{Lu}{2,8})?\])\s?(?=\p{Lu})/u.exec(
    piece,
  );
  return before ? claim(0, before[0].trimEnd().length, 'credit', { kind: 'photo' }) : undefined;
};

const CAPTION_LABEL = /^(?:caption|photo caption|file photo|file photograph|picture|photo|image)\s?:\s\S/i;
const PHOTO_CREDIT =
  /[([](?:(?:AP|AFP|EPA|PA|Reuters|REUTERS|Xinhua|TASS|dpa|Kyodo|Getty)(?: Photo)?[/:| ]|Photo by |Photo: |Photograph: |Image: |Photo\/|Pic: |Picture: |File photo)[^()[\]]{0,80}[)\]]\.?$|\/(?:Getty Images|AFP via Getty Images|Shutterstock|Handout via Reuters)\.?$/;

/** "Notes to editors", "For further information contact": opens the addresses behind a release's end. */
export const opensContacts: Recogniser = (piece, { before, after }) =>
  before > 0 && piece.length <= 160 && after < 40 && CONTACTS.test(piece) ? whole(piece, 'contact') : undefined;

const CONTACTS =
  /^[*#\s]{0,4}(?:notes? (?:to|for) editors?|(?:for )?(?:further|more|additional) information,? ?(?:please )?(?:contact|call)?|(?:media|press|news) (?:contacts?|enquiries|inquiries|office)|for media enquiries|contacts?(?: information)?|enquiries|about the [\p{L} ]{3,40})\s?(?::[^.!?]{0,120}|\s?)$/iu;

/** "ZCZC FMG000" … "NNNN": where a telex transmission begins and ends. */
export const envelope: Recogniser = (piece) =>
  /^ZCZC(?:\s[A-Z\d ]{1,40})?$/.test(piece) || /^NNNN$/.test(piece) ? whole(piece, 'envelope') : undefined;
