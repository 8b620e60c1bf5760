// Colour themes that an editor comes with, read from its files: what each gives to a scope of TextMate's, and on which ground.
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'jsonc-parser';

export interface Theme {
  readonly name: string;
  readonly kind: string;
  readonly ground: string;
  readonly letters: string;
  /** The rule that fits the most of a scope, the last of several. */
  look(scope: string): { readonly foreground?: string; readonly fontStyle?: string };
}

interface File {
  readonly include?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly tokenColors?: readonly Rule[];
}

interface Rule {
  readonly scope?: string | readonly string[];
  readonly settings?: { readonly foreground?: string; readonly fontStyle?: string };
}

/** Of the editor, where a theme does not say. */
const otherwise: Readonly<Record<string, readonly [ground: string, letters: string]>> = {
  vs: ['#ffffff', '#000000'],
  'vs-dark': ['#1e1e1e', '#d4d4d4'],
  'hc-black': ['#000000', '#ffffff'],
  'hc-light': ['#ffffff', '#292929'],
};

/** @param extensions the folder of those that the editor comes with. */
export function themesIn(extensions: string): readonly Theme[] {
  return readdirSync(extensions)
    .filter((name) => name.startsWith('theme-'))
    .flatMap((name) => {
      const folder = path.join(extensions, name);
      const { contributes } = read(path.join(folder, 'package.json')) as {
        contributes?: { themes?: readonly { id: string; uiTheme: string; path: string }[] };
      };
      return (contributes?.themes ?? []).map(({ id, uiTheme, path: file }) =>
        themeOf(id, uiTheme, whole(path.join(folder, file))),
      );
    });
}

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'), [], { allowTrailingComma: true });

/** With all that it is built upon. */
function whole(file: string): Required<Omit<File, 'include'>> {
  const { include, colors = {}, tokenColors } = read(file) as File;
  const below = include ? whole(path.join(path.dirname(file), include)) : { colors: {}, tokenColors: [] };
  return {
    colors: { ...below.colors, ...colors },
    tokenColors: [...below.tokenColors, ...(Array.isArray(tokenColors) ? tokenColors : [])],
  };
}

function themeOf(name: string, kind: string, { colors, tokenColors }: Required<Omit<File, 'include'>>): Theme {
  const [ground, letters] = otherwise[kind]!;
  return {
    name,
    kind,
    ground: colors['editor.background'] ?? ground,
    letters: colors['editor.foreground'] ?? letters,
    look(scope) {
      let found: { foreground?: string; fontStyle?: string } = {};
      let most = 0;
      for (const { scope: of = '', settings = {} } of tokenColors)
        for (const one of (typeof of === 'string' ? of.split(',') : of).map((part) => part.trim())) {
          const fits = one !== '' && (scope === one || scope.startsWith(`${one}.`));
          const parts = one.split('.').length;
          if (fits && parts >= most && (settings.foreground || settings.fontStyle)) [most, found] = [parts, settings];
        }
      return found;
    },
  };
}
