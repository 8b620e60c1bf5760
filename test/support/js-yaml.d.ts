// The part of js-yaml that tests use: it brings no types.
declare module 'js-yaml' {
  export function load(text: string): unknown;
}
