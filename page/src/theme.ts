// How the draft looks: in the page's own colours, which follow the reader's system.
import { EditorView } from '@codemirror/view';

const underline = (colour: string, style: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline ${style} ${colour}`,
  textDecorationThickness: '2px',
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
});

export const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--sheet)', fontSize: '1.0625rem' },
  '&.cm-focused': { outline: '2px solid var(--said)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--copy)', lineHeight: '1.65', overflow: 'auto' },
  '.cm-content': { padding: '1rem 0 3rem', maxWidth: '46rem', margin: '0 auto', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1.25rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--quiet)', fontStyle: 'italic' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--chosen)',
  },
  '.cm-lintRange-error': underline('var(--wrong)', 'solid'),
  '.cm-lintRange-warning': underline('var(--mark)', 'wavy'),
  '.cm-lintRange-info': underline('var(--said)', 'dotted'),
  '.cm-lintRange-active': { backgroundColor: 'var(--chosen)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    boxShadow: '0 4px 16px rgb(0 0 0 / .2)',
    maxWidth: 'min(32rem, 92vw)',
    fontFamily: 'system-ui, sans-serif',
    fontSize: '.9375rem',
  },
  '.cm-diagnostic': { padding: '.5rem .75rem', borderLeft: '4px solid var(--said)', whiteSpace: 'normal' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--wrong)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--mark)' },
  '.cm-diagnosticText': { display: 'block', marginBottom: '.25rem' },
  '.cm-diagnosticSource': { color: 'var(--quiet)', opacity: '1', fontSize: '.8125rem' },
  '.cm-diagnosticAction': {
    font: 'inherit',
    color: 'var(--paper)',
    backgroundColor: 'var(--ink)',
    borderRadius: '4px',
    padding: '.25rem .6rem',
    margin: '.25rem .4rem .25rem 0',
  },
});
