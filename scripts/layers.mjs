// The layers of server/src, lowest first: each may import itself and those before it. Held by the linter and by a test.
export const layers = [
  'text',
  'lexicon',
  'document',
  'language',
  'analysis',
  'rules',
  'engine',
  'records',
  'config',
  'report',
  'workspace',
  'lsp',
  'cli',
  'api',
];

/**
 * The same inside analysis/: folders and modules, lowest first. Who is named, what is attributed, who speaks, who stands behind a
 * sentence (topic to carry), what is claimed; then small facts that few rules ask for.
 */
export const analysisLayers = [
  'transliteration',
  'placeholders',
  'names',
  'dates',
  'attribution',
  'speakers',
  'topic',
  'voices',
  'carry',
  'claims',
  'numbers',
  'quotation-slips',
  'slips',
  'wording',
  'usage',
  'characters',
  'quotation-style',
  'quotation-marks',
  'quotation-forms',
  'furniture',
  'paid-matter',
  'opens-matter',
  'link-remnants',
  'stock-codes',
];

/** Where `node:` modules may be imported; all else runs unchanged in a browser worker. */
export const nodeLayers = ['workspace', 'lsp', 'cli'];

/** Where the protocol's packages may be imported. */
export const protocolLayers = ['lsp'];

export const protocolPackages = [
  'vscode-languageserver',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-protocol',
  'vscode-languageserver-types',
  'vscode-jsonrpc',
];
