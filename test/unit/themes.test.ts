// Colours of sources, cues, quotations and names, and of furniture, in every theme that VS Code comes with: they can be read, no place
// or name is underlined as if something were wrong, and docs/colours.md tells what they are.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { contrast, least } from '../support/contrast';
import { root } from '../support/root';
import { type Theme, themesIn } from '../support/themes';

interface Manifest {
  readonly contributes: {
    readonly colors: readonly {
      readonly id: string;
      readonly defaults: { readonly light: string; readonly dark: string };
    }[];
    readonly semanticTokenScopes: readonly [{ readonly scopes: Readonly<Record<string, readonly string[]>> }];
  };
}

/** Solarized gives no word more than this, its body text neither: 4.1 in the light one. Monokai Dimmed and Quiet Light are dim on purpose. */
const dim: Readonly<Record<string, number>> = {
  'Solarized Light': 2.9,
  'Solarized Dark': 4.1,
  'Monokai Dimmed': 3.5,
  'Quiet Light': 3.8,
};

describe('colours in the text', () => {
  const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const [{ scopes }] = contributes.semanticTokenScopes;
  let themes: readonly Theme[] = [];

  before(async function () {
    const { codeServer } = await import(path.join(root, 'scripts/vscode.mjs'));
    const server = codeServer();
    const extensions = server && path.join(server.entry, '../../../lib/vscode/extensions');
    // no VS Code on this machine: nothing to look at
    if (!extensions || !existsSync(extensions)) this.skip();
    themes = themesIn(extensions);
    assert.ok(themes.length >= 15);
  });

  /** The first of its scopes that the theme has a colour for, as the editor takes it. */
  const colourOf = (theme: Theme, token: string): string =>
    scopes[token]!.map((scope) => theme.look(scope).foreground)
      .find(Boolean)
      ?.slice(0, 7) ?? theme.letters;

  const ratio = (theme: Theme, token: string): number => contrast(colourOf(theme, token), [theme.ground]);

  it('can be read on their ground, as well as the theme’s own letters allow', () => {
    for (const theme of themes)
      for (const token of Object.keys(scopes))
        assert.ok(
          ratio(theme, token) >= (dim[theme.name] ?? least.text) - 0.05,
          `${theme.name}, ${token}: ${ratio(theme, token)}`,
        );
  });

  it('are no alarm: no cue is red where the editor’s own themes mark what is wrong in red', () => {
    for (const theme of themes.filter(({ name }) => /2026|Modern|[+]$|High Contrast/.test(name))) {
      const [r = 0, g = 0, b = 0] = (colourOf(theme, 'cue').match(/[\da-f]{2}/gi) ?? []).map((pair) =>
        Number.parseInt(pair, 16),
      );
      assert.ok(!(r > 1.3 * g && r > 1.3 * b), `${theme.name}: ${colourOf(theme, 'cue')}`);
    }
  });

  it('underline nothing, in the text or at the head of a story', () => {
    const grammar = readFileSync(path.join(root, 'syntaxes/wire-copy.tmLanguage.json'), 'utf8');
    const named = [...grammar.matchAll(/"name": "([a-z][\w.-]+\.wire-copy)"/g)].map(([, name]) => name!);
    const heads = [...new Set(named)].filter((one) => !one.startsWith('invalid.'));
    for (const theme of themes) {
      const taken = Object.values(scopes).flatMap(
        (those) => those.find((scope) => theme.look(scope).foreground !== undefined) ?? [],
      );
      for (const scope of [...heads, ...taken])
        assert.doesNotMatch(theme.look(scope).fontStyle ?? '', /underline/, `${theme.name}: ${scope}`);
    }
  });

  it('leave the letters of the text as they are where sourced and unsourced are shown behind them', () => {
    const { colors } = contributes;
    for (const theme of themes.filter(({ kind }) => kind === 'vs' || kind === 'vs-dark'))
      for (const { id, defaults } of colors.filter(isGround)) {
        const behind = toCss(defaults[theme.kind === 'vs' ? 'light' : 'dark']);
        const [without, over] = [
          contrast(theme.letters, [theme.ground]),
          contrast(theme.letters, [behind, theme.ground]),
        ];
        assert.ok(over >= Math.min(least.text, without * 0.8), `${theme.name}, ${id}: ${over}`);
      }
  });

  it('tell sourced from unsourced by lines that can be seen, on their own ground too', () => {
    const { colors } = contributes;
    const kinds = { vs: 'light', 'vs-dark': 'dark', 'hc-black': 'highContrast', 'hc-light': 'highContrastLight' };
    const seen = new Set<string>();
    for (const theme of themes)
      for (const { id, defaults } of colors.filter((one) => !isGround(one))) {
        const kind = kinds[theme.kind as keyof typeof kinds];
        const ground = colors.find((one) => one.id === id.replace('Border', 'Background'));
        const grounds = [toCss(ground!.defaults[kind as 'light']), theme.ground];
        const ratio = contrast(defaults[kind as 'light'], grounds);
        assert.ok(ratio >= least.shape, `${theme.name}, ${id}: ${ratio}`);
        seen.add(kind);
      }
    assert.equal(seen.size, 4);
  });

  it('are told in the docs as they are', () => {
    const page = readFileSync(path.join(root, 'docs/colours.md'), 'utf8');
    for (const theme of themes) {
      const row = `| ${theme.name} | ${Object.keys(scopes)
        .map((token) => ratio(theme, token).toFixed(1))
        .join(' | ')} |`;
      assert.ok(page.includes(row), `wanted: ${row}`);
    }
  });
});

const isGround = ({ id }: { readonly id: string }): boolean => id.endsWith('Background');

/** "#1d5fa81f", the last two its opacity. */
function toCss(hex: string): string {
  const [r, g, b, a = 255] = (hex.match(/[\da-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `rgba(${r}, ${g}, ${b}, ${a / 255})`;
}
