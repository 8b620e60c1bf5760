// How well what is drawn stands out from its ground: the contrast ratio of WCAG 2.2, from 1 (not at all) to 21.

/** What a text must have at least, and what a shape must that says something. */
export const least = { text: 4.5, shape: 3 } as const;

/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
type Colour = readonly [number, number, number, number];

/** @param grounds what lies below, the nearest first; colours as CSS writes them, `#rgb`, `#rrggbb` or `rgba(…)`. */
export function contrast(drawn: string, grounds: readonly string[]): number {
  const ground = grounds.map(colour).reduceRight((below, above) => over(above, below), white);
  const [a, b] = [luminance(over(colour(drawn), ground)), luminance(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const white: Colour = [255, 255, 255, 1];

function colour(css: string): Colour {
  const [, hex] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(css) ?? [];
  const numbers = hex
    ? (hex.match(hex.length === 3 ? /./g : /../g) ?? []).map((part) =>
        Number.parseInt(part.length === 1 ? part + part : part, 16),
      )
    : /^rgba?\(/.test(css)
      ? (css.match(/[\d.]+/g) ?? []).map(Number)
      : [];
  const [r, g, b, opacity = 1] = numbers;
  if (r === undefined || g === undefined || b === undefined) throw new Error(`no colour that is known here: ${css}`);
  return [r, g, b, opacity];
}

const over = ([r, g, b, opacity]: Colour, below: Colour): Colour => {
  const mix = (above: number, i: 0 | 1 | 2): number => above * opacity + below[i] * (1 - opacity);
  return [mix(r, 0), mix(g, 1), mix(b, 2), 1];
};

function luminance([r, g, b]: Colour): number {
  const [red, green, blue] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
