// Baselines that a spelling check on names is held against, each written small from its published description: Levenshtein similarity,
// Jaro-Winkler, and the Metaphone family's idea reduced to what tells on names (consonant classes by sound, vowels left out).

export const baselines = {
  'Levenshtein ≥ .8': (a, b) => 1 - levenshtein(a, b) / Math.max(a.length, b.length) >= 0.8,
  'Jaro-Winkler ≥ .9': (a, b) => jaroWinkler(a, b) >= 0.9,
  'Metaphone, reduced': (a, b) => sounds(a) === sounds(b),
};

/** The baseline on whole names: every word against the one in its place. */
export const byWords = (same) => (a, b) => {
  const [x, y] = [a, b].map((name) => name.toLowerCase().split(/[\s-]+/));
  return x.length === y.length ? x.every((word, i) => same(word, y[i])) : same(x.join(''), y.join(''));
};

function levenshtein(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), row[j] + 1, next[j - 1] + 1);
    row = next;
  }
  return row[b.length];
}

function jaroWinkler(a, b) {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set();
  const matched = [...a].filter((c, i) => {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (b[j] === c && !taken.has(j)) return taken.add(j);
    }
    return false;
  });
  if (!matched.length) return 0;
  const other = [...taken].sort((x, y) => x - y).map((j) => b[j]);
  const swaps = matched.filter((c, i) => c !== other[i]).length / 2;
  const m = matched.length;
  const jaro = (m / a.length + m / b.length + (m - swaps) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const rules = [
  [/^(?:gn|kn|pn|wr|ps)/, (m) => m[1]],
  [/^x/, 's'],
  [/tch|ch|sch/g, 'x'],
  [/sh|zh/g, 'x'],
  [/ph/g, 'f'],
  [/th/g, '0'],
  [/gh|kh|ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/dg(?=[eiy])/g, 'j'],
  [/c|g/g, 'k'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/(?!^)[aeiouywh]/g, ''],
  [/^[aeiouy]/, 'a'],
  [/(.)\1+/g, '$1'],
];

const sounds = (word) =>
  rules.reduce((key, [pattern, sound]) => key.replace(pattern, sound), word.normalize('NFD').replace(/[^a-z]/g, ''));
