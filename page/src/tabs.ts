// Tabs beside the draft, as the ARIA patterns have them: arrow keys go from one to the next, Tab goes into what it shows.

/** @param shown is told which is, at once and whenever that changes. */
export function openTabs<N extends string>(list: HTMLElement, shown: (name: N) => void): { readonly current: N } {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const panelOf = (tab: HTMLElement): HTMLElement | null =>
    document.getElementById(tab.getAttribute('aria-controls') ?? '');
  let current = '' as N;
  const show = (chosen: HTMLElement): void => {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      const panel = panelOf(tab);
      if (panel) panel.hidden = tab !== chosen;
    }
    current = chosen.dataset.view as N;
    shown(current);
  };
  for (const tab of tabs) tab.addEventListener('click', () => show(tab));
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = tabs.at(to % tabs.length);
    next?.focus();
    if (next) show(next);
  });
  const [first] = tabs;
  if (first) show(first);
  return {
    get current() {
      return current;
    },
  };
}
