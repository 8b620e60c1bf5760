// Slips that a desk fears, set into stories that have none: one number, day or age changed at a time. Found independently of the rules.
//
// Each slip names the rule that should speak. Sites are found by plain patterns, not by the analysis that is measured.

/** Days on which a weekday's name could be another. */
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const WEEKDAY = weekdays.join('|');
const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec';

/** What can be done to a story. Each yields a changed story; none where the story has no place for it. */
export const slips = {
  'weekday beside a date': {
    rule: 'weekday-mismatch',
    *set({ text, date }) {
      const pair = new RegExp(`\\b(${WEEKDAY}),? (?:${MONTH})\\.? \\d{1,2}(, \\d{4})?\\b`, 'g');
      for (const found of text.matchAll(pair))
        if (date || found[2]) yield { text: put(text, found.index, found[1], next(found[1])), date };
    },
  },
  'day of spoken words, a day ahead': {
    rule: 'weekday-mismatch',
    *set({ text, date }) {
      if (!date) return;
      const ahead = weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 1) % 7];
      for (const found of text.matchAll(new RegExp(`\\b(?:said|told reporters) (?:on )?(${WEEKDAY})\\b`, 'g')))
        yield { text: put(text, found.index + found[0].length - found[1].length, found[1], ahead), date };
    },
  },
  'second age of a person': {
    rule: 'inconsistent-age',
    *set({ text, date }) {
      for (const found of text.matchAll(/\p{Lu}\p{Ll}+ (\p{Lu}\p{Ll}{3,}), (\d\d),/gu)) {
        const behind = found.index + found[0].length;
        // the surname again, as a subject: that is where a second age would stand
        const again = new RegExp(`(?<![\\p{L}.] )\\b${found[1]}(?= (?:said|told|was|had|is|has)\\b)`, 'u').exec(
          text.slice(behind),
        );
        if (!again) continue;
        const at = behind + again.index + found[1].length;
        yield { text: `${text.slice(0, at)}, ${Number(found[2]) - 1},${text.slice(at)}`, date };
      }
    },
  },
  'end of a rise or fall': {
    rule: 'sum-mismatch',
    *set({ text, date }) {
      const change =
        /\b(?:rose|fell|grew|dropped|climbed|declined|increased|decreased) (?:by )?\d[\d.,]*(?: (?:mln|million|billion|pct|percent|dlrs|tonnes|pounds|barrels))* to ([$\d][\d.,]*\d)(?=[^.]{0,40} from (?:a revised )?[$\d])/g;
      for (const found of text.replace(/\n/g, ' ').matchAll(change))
        yield {
          text: put(text, found.index + found[0].length - found[1].length, found[1], otherDigit(found[1], 0)),
          date,
        };
    },
  },
  'direction of a rise or fall': {
    rule: 'sum-mismatch',
    *set({ text, date }) {
      const change =
        /\b(rose|fell) (?=(?:by )?(?:\d[\d.,]*(?: (?:mln|million|billion|pct|percent|dlrs|tonnes|pounds|barrels))* )?to [$\d][\d.,]*(?: (?:mln|million|billion|dlrs|pct|percent|tonnes|barrels))* from (?:a revised )?[$\d])/g;
      for (const found of text.replace(/\n/g, ' ').matchAll(change))
        yield { text: put(text, found.index, found[1], found[1] === 'rose' ? 'fell' : 'rose'), date };
    },
  },
  'number in the headline': {
    rule: 'sum-mismatch',
    *set({ title, dateline, text, date }) {
      if (!title) return;
      for (const found of title.matchAll(
        /(?<![\d.,/-])(\d{2,3}(?:[.,]\d+)?)(?= (?:MLN|PCT|PERCENT|BILLION|MILLION)\b)/gi,
      )) {
        // only what the first lines tell too
        if (!text.slice(0, 600).includes(found[1])) continue;
        yield {
          text: whole({ title: put(title, found.index, found[1], otherDigit(found[1], 0)), dateline, text }),
          date,
        };
      }
    },
  },
  'total of parts': {
    rule: 'sum-mismatch',
    *set({ text, date }) {
      const flat = text.replace(/\n/g, ' ');
      // a number, and in its sentence words that tie parts to it
      const tied =
        /(?<![\d.,$-])(\d[\d,.]*\d|\d{2,3})( mln| billion| million)?(?= [^.\d]{3,40}?(?:comprising|made up of|consisting of|of which|of whom|:| -- | - |\())/gi;
      for (const found of flat.matchAll(tied)) {
        const total = value(found[1], found[2]);
        const rest = [...flat.slice(found.index + found[0].length, found.index + 260).matchAll(FIGURE)].map(
          ([, n, scale]) => value(n, scale),
        );
        if (!addUp(rest, total)) continue;
        // as likely too low, where the parts are more than all, as too high
        for (const first of [
          otherDigit(found[1], 0),
          found[1].replace(/\d/, (digit) => String(Math.max(1, Number(digit) - 1))),
        ])
          if (first !== found[1]) yield { text: put(text, found.index, found[1], first), date };
      }
    },
  },
};

const put = (text, at, old, now) => text.slice(0, at) + now + text.slice(at + old.length);
const next = (day) => weekdays[(weekdays.indexOf(day) + 1) % 7];

/** One digit mistyped, as a finger slips: two more, or two fewer. */
function otherDigit(figure, at) {
  const place = figure.search(/\d/) + at;
  const digit = Number(figure[place]);
  return put(figure, place, figure[place], String(digit > 5 ? digit - 2 : digit + 2));
}

const FIGURE = /(?<![\d.,-])(\d[\d,.]*\d|\d)( mln| billion| million)?/g;
const scales = { '': 1, ' mln': 1e6, ' million': 1e6, ' billion': 1e9 };
const value = (figure, scale = '') => Number(figure.replaceAll(',', '')) * scales[scale.toLowerCase()];

/** The next two, three … of the numbers make the total. */
function addUp(numbers, total) {
  let sum = 0;
  for (const [i, number] of numbers.slice(0, 6).entries()) {
    sum += number;
    if (i > 0 && Math.abs(sum - total) < total * 1e-9) return true;
  }
  return false;
}

/** The story as a desk has it: headline, dateline, text. */
export const whole = ({ title, dateline, text }) => `${title}\n\n${dateline ? `${dateline.trim()} ` : ''}${text}`;
