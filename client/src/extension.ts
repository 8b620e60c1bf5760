// The extension.
export const activate = (): void => {};
