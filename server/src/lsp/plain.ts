// Copy in Markdown that the server writes.

/** Copy may hold characters that Markdown would read. */
export const plain = (copy: string): string => copy.replace(/[\\`*_[\]<>&|~]/g, '\\$&').replace(/\s+/g, ' ');
