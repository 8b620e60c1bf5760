// The part of js-yaml that is used: it brings no types.
declare module 'js-yaml' {
  export const FAILSAFE_SCHEMA: unknown;
  export function load(text: string, options?: { readonly schema?: unknown; readonly json?: boolean }): unknown;
}
