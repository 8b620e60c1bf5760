// One measure told in two units: "60 metres (197 feet)", "3 mph (5 kph)". And numbers that no grouping can be: "200,0000".
import { perParagraphWith } from '../../document/gates';
import type { Paragraph } from '../../document/paragraph';
import { aNumber, figures } from '../../language/quantities';
import type { Span } from '../../text/span';

export interface Measured extends Span {
  readonly value: number;
  readonly unit: string;
}

export interface MeasurePair {
  readonly told: Measured;
  readonly again: Measured;
  /** What the second should say, rounded as it is. */
  readonly meant: number;
}

/** Kind, and how many of the kind's first unit one is; temperatures are no multiples and are left out. */
const units: Readonly<Record<string, readonly [kind: string, size: number]>> = {
  m: ['length', 1],
  metre: ['length', 1],
  meter: ['length', 1],
  cm: ['length', 0.01],
  centimetre: ['length', 0.01],
  centimeter: ['length', 0.01],
  km: ['length', 1000],
  kilometre: ['length', 1000],
  kilometer: ['length', 1000],
  mile: ['length', 1609.344],
  yard: ['length', 0.9144],
  feet: ['length', 0.3048],
  foot: ['length', 0.3048],
  ft: ['length', 0.3048],
  inch: ['length', 0.0254],
  inche: ['length', 0.0254],
  kg: ['mass', 1],
  kilogram: ['mass', 1],
  kilo: ['mass', 1],
  pound: ['mass', 0.45359],
  lb: ['mass', 0.45359],
  mph: ['speed', 1.609344],
  'miles per hour': ['speed', 1.609344],
  'km/h': ['speed', 1],
  kph: ['speed', 1],
  kmh: ['speed', 1],
  'kilometers per hour': ['speed', 1],
  'kilometres per hour': ['speed', 1],
  hectare: ['area', 1],
  acre: ['area', 0.404686],
  'square kilometer': ['area', 100],
  'square kilometre': ['area', 100],
  'square mile': ['area', 258.9988],
  'square meter': ['area', 0.0001],
  'square metre': ['area', 0.0001],
  'square feet': ['area', 0.0000092903],
  'square foot': ['area', 0.0000092903],
  litre: ['volume', 1],
  liter: ['volume', 1],
};

const aBracket = figures.word((word) => word === '(' || word === 'or');

const PAIR =
  /(?<![\d,.$£€])(\d[\d,]{0,9}(?:\.\d{1,4})?)[ -]?(miles per hour|kilomet(?:er|re)s per hour|square (?:kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot)|km\/h|[a-z]{1,12})(?: \(|, or )(?:about |around |some |nearly |roughly |approximately )?(\d[\d,]{0,9}(?:\.\d{1,4})?)[ -]?(miles per hour|kilomet(?:er|re)s per hour|square (?:kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot)|km\/h|[a-z]{1,12})(?=[),])/g;

/**
 * Measures told in two units, "60 metres (197 feet)", that disagree by more than rounding explains. Offsets relative to the
 * paragraph; nothing inside quotation marks.
 */
export const measuresThatDiffer = perParagraphWith(
  [aBracket, aNumber],
  [],
  (paragraph: Paragraph): readonly MeasurePair[] => {
    const { text, quotations } = paragraph;
    const measures = [...text.matchAll(PAIR)].flatMap((match): MeasurePair[] => {
      const at = match.index;
      if (quotations.some(({ start, end }) => start < at && at < end)) return [];
      const [whole, first = '', unit = '', second = '', other = ''] = match;
      const told = measured(first, unit, at);
      const again = measured(second, other, at + whole.lastIndexOf(second));
      if (!told || !again || told.kind !== again.kind || told.size === again.size) return [];
      const real = (told.value * told.size) / again.size;
      // a wind is measured in knots, and both are rounded from these
      const step = told.kind === 'speed' ? first : '1';
      if (agrees(real, again, second) || agrees((again.value * again.size) / told.size, told, step)) return [];
      return [{ told, again, meant: Number(real.toPrecision(3)) }];
    });
    return [...measures, ...temperaturesIn(paragraph)];
  },
);

/** "30C (86F)", "30 degrees Celsius (86 degrees Fahrenheit)", either way round. */
const TEMPERATURES =
  /(?<![\d,.$£€])(-?\d{1,3}(?:\.\d)?)(?: ?°| degrees?)? ?(C|F|Celsius|Fahrenheit|centigrade) \((?:about |around )?(-?\d{1,3}(?:\.\d)?)(?: ?°| degrees?)? ?(C|F|Celsius|Fahrenheit)\)/g;

function temperaturesIn({ text, quotations }: Paragraph): readonly MeasurePair[] {
  return [...text.matchAll(TEMPERATURES)].flatMap((match) => {
    const [whole, first = '', scale = '', second = '', other = ''] = match;
    const at = match.index;
    if (quotations.some(({ start, end }) => start < at && at < end) || isFahrenheit(scale) === isFahrenheit(other))
      return [];
    const value = Number(first);
    const real = isFahrenheit(scale) ? ((value - 32) * 5) / 9 : (value * 9) / 5 + 32;
    const from = at + whole.lastIndexOf(`(`) + whole.slice(whole.lastIndexOf('(')).indexOf(second);
    // "2 degrees Celsius (3.6 degrees Fahrenheit)" warmer
    const warmer = isFahrenheit(scale) ? (value * 5) / 9 : (value * 9) / 5;
    if ([real, warmer].some((one) => Math.abs(one - Number(second)) <= ROUNDED_DEGREES)) return [];
    return [
      {
        told: { start: at, end: at + first.length, value, unit: scale },
        again: { start: from, end: from + second.length, value: Number(second), unit: other },
        meant: Math.round(real),
      },
    ];
  });
}

const isFahrenheit = (scale: string): boolean => scale.startsWith('F');

/** One degree of the other scale is almost two, and both may be rounded; who says "100" may mean the hundred. */
const ROUNDED_DEGREES = 3;

interface Known extends Measured {
  readonly kind: string;
  readonly size: number;
}

function measured(digits: string, unit: string, start: number): Known | undefined {
  const known = units[unit] ?? units[unit.replace(/s$/, '')];
  if (!known) return undefined;
  return {
    start,
    end: start + digits.length,
    value: Number(digits.replace(/,/g, '')),
    unit,
    kind: known[0],
    size: known[1],
  };
}

/** Of what it should be, the part that a rough conversion may be off. */
const ROUGH = 0.035;

/** Within half of the last figure that was not rounded away, or roughly. */
function agrees(real: number, { value }: Known, digits: string): boolean {
  const off = Math.abs(real - value);
  return off <= ROUGH * real || (real >= 1 && off <= stepOf(digits) / 2);
}

/** "197" is told to the one, "200" to the hundred, "45" to the five, "5.5" to the tenth. */
function stepOf(digits: string): number {
  const point = digits.indexOf('.');
  if (point >= 0) return 10 ** -(digits.length - point - 1);
  const whole = digits.replace(/,/g, '');
  return whole.endsWith('00') ? 100 : whole.endsWith('0') ? 10 : whole.length > 1 && whole.endsWith('5') ? 5 : 1;
}

/** Numbers whose commas make no groups of three: "200,0000" for "200,000". */
export const malformedNumbers = perParagraphWith([aNumber], [], ({ tokens }: Paragraph): readonly Span[] => {
  const found: Span[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens.word[i] as string;
    if (word.includes(',') && /^[$£€]?\d{1,3}(?:,\d{3}){0,4},\d{4}$/.test(word))
      found.push({ start: tokens.start[i] as number, end: tokens.end[i] as number });
  }
  return found;
});
