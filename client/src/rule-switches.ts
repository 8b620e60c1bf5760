// Rules switched on and off in the editor's settings, which stand in several places: each switch changes the one place that decides.

/** `copydesk.rules` of one place: a severity, or one with options. */
export type Rules = Readonly<Record<string, unknown>>;

export interface Switch {
  readonly rule: string;
  readonly on: boolean;
  /** What it has where nobody says anything. */
  readonly severity: string;
}

export const severityOf = (entry: unknown): unknown => (Array.isArray(entry) ? entry[0] : entry);

/**
 * What is to stand in each place that changes, by its index; undefined where nothing is left to say. The innermost place that names
 * the rule decides about it, the outermost where none does. A rule that is off by default asks as a question.
 *
 * @param held by place, the outermost first.
 */
export function switched(
  held: readonly (Rules | undefined)[],
  switches: readonly Switch[],
): ReadonlyMap<number, Rules | undefined> {
  const now = new Map<number, Rules>();
  for (const { rule, on, severity } of switches) {
    const at = Math.max(
      0,
      held.findLastIndex((rules) => rules?.[rule] !== undefined),
    );
    const { [rule]: _, ...others } = now.get(at) ?? held[at] ?? {};
    const below = held.slice(0, at).findLast((rules) => rules?.[rule] !== undefined);
    const isOff = severityOf(below?.[rule] ?? severity) === 'off';
    const said = !on ? 'off' : !isOff ? undefined : severity === 'off' ? 'information' : severity;
    now.set(at, said === undefined ? others : { ...others, [rule]: said });
  }
  return new Map([...now].map(([at, rules]) => [at, Object.keys(rules).length ? rules : undefined]));
}
