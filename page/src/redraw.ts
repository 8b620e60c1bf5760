// Drawing what stands beside the draft anew, for somebody who is in it: what was open stays open, and the keyboard stays where it was.

const CONTROLS = 'button, summary';

/** What a reader takes for one thing, with what tells it from others of its kind. */
const rowsOf = (panel: HTMLElement): (readonly [row: HTMLElement, name: string])[] => {
  const counts = new Map<string, number>();
  return [...panel.querySelectorAll<HTMLElement>('.finding, .cleared')].map((row) => {
    const words = `${row.className} ${row.dataset.rule ?? ''} ${row.querySelector('blockquote')?.textContent ?? ''}`;
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    return [row, `${words} ${count}`];
  });
};

const controlsOf = (place: HTMLElement): HTMLElement[] => [...place.querySelectorAll<HTMLElement>(CONTROLS)];

/** @returns what holds the rows' details; a row of cleared findings is one itself. */
const detailsOf = (row: HTMLElement): HTMLDetailsElement | null =>
  row instanceof HTMLDetailsElement ? row : row.querySelector('details');

export function redraw(panel: HTMLElement, nodes: readonly Node[]): void {
  const before = rowsOf(panel);
  const open = new Set(before.flatMap(([row, name]) => (detailsOf(row)?.open ? [name] : [])));
  const focused = document.activeElement;
  const isIn = focused instanceof HTMLElement && focused !== panel && panel.contains(focused);
  const at = isIn ? before.findIndex(([row]) => row.contains(focused)) : -1;
  const control = isIn ? controlsOf(before[at]?.[0] ?? panel).indexOf(focused) : -1;
  panel.replaceChildren(...nodes);
  const after = rowsOf(panel);
  for (const [row, name] of after) {
    const details = detailsOf(row);
    if (details && open.has(name)) details.open = true;
  }
  if (!isIn) return;
  const same = after.find(([, name]) => name === before[at]?.[1])?.[0];
  // a finding that is gone was dealt with: the one that took its place is next
  const next = after[Math.min(at, after.length - 1)]?.[0];
  const found = at < 0 ? controlsOf(panel)[control] : same ? controlsOf(same)[control] : controlsOf(next ?? panel)[0];
  (found ?? panel).focus();
}
