// What esbuild is told of the Node.js that programs and tests run on.

/** The oldest Node.js that is supported, and what it can do that esbuild doubts. */
export const forNode = {
  platform: 'node',
  target: 'node20',
  // Node.js 20 knows every class that we name (`\p{Lu}`). For fear of one that it does not know, esbuild would write each expression
  // with a class as `new RegExp("…")`, which looks it up anew at every use and compiles it anew whenever V8 has thrown it away.
  supported: { 'regexp-unicode-property-escapes': true },
};

/** The same, with `import()` written as `require`: a file that is loaded on demand is loaded at once when it is asked for. */
export const forCommonJS = { ...forNode, supported: { ...forNode.supported, 'dynamic-import': false } };
