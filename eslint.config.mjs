// Typed rules, and the layers: who may import whom (scripts/layers.mjs is the one place that says so).
import tseslint from 'typescript-eslint';
import { noWordLists } from './scripts/lint/no-word-lists.mjs';
import { analysisLayers, layers, nodeLayers, protocolLayers, protocolPackages } from './scripts/layers.mjs';

const layerRules = layers.map((layer, height) => {
  const patterns = layers.slice(height + 1).map((name) => ({
    regex: `^(?:\\.\\./)+${name}(?:/|$)`,
    message: `${layer} may not import ${name}: imports go downwards only (ARCHITECTURE.md).`,
  }));
  if (!nodeLayers.includes(layer))
    patterns.push({ regex: '^node:', message: `${layer} runs in a browser worker too: no node: modules.` });
  if (!protocolLayers.includes(layer))
    patterns.push({ regex: `^(?:${protocolPackages.join('|')})(?:/|$)`, message: 'Only lsp knows the protocol.' });
  return { files: [`server/src/${layer}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
});

// inside analysis: what holds between the layers, and what holds between its own. A later setting replaces an earlier one.
const analysisRules = analysisLayers.map((own, height) => ({
  files: [`server/src/analysis/${own}.ts`, `server/src/analysis/${own}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...layerRules[layers.indexOf('analysis')].rules['no-restricted-imports'][1].patterns,
          ...analysisLayers.slice(height + 1).map((name) => ({
            regex: `^(?:\\./|\\.\\./)${name}(?:/|$)`,
            message: `${own} may not import ${name}: imports inside analysis go one way (scripts/layers.mjs).`,
          })),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist', 'out', '.stryker', 'server/src/rules/docs.ts'] },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts', 'test/**/*.ts', 'examples/*.ts', 'page/src/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  ...layerRules,
  ...analysisRules,
  {
    // the client is small and loads little: of the server it has types, names of messages, and what knows text alone
    files: ['client/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/server/src/(?!lsp/(?:protocol/|server-commands$)|text/)',
              allowTypeImports: true,
              message:
                'Of server/ the client imports types, lsp/protocol/, lsp/server-commands and text/ (ARCHITECTURE.md).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['server/src/rules/*/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^\\.\\.\\/[a-z-]+\\//]',
          message: 'A rule never imports another rule: what both need is analysis, or a module beside rule.ts.',
        },
      ],
    },
  },
  {
    files: ['server/src/{analysis,rules,document/segment}/**/*.ts'],
    // parts of words, not words; and what is being learned instead of listed
    ignores: [
      'server/src/analysis/names/formation.ts',
      'server/src/analysis/transliteration/letters.ts',
      'server/src/analysis/{claims,carry}/**',
      'server/src/analysis/{voices,topic}.ts',
    ],
    plugins: { copydesk: { rules: { 'no-word-lists': noWordLists } } },
    rules: { 'copydesk/no-word-lists': 'error' },
  },
);
