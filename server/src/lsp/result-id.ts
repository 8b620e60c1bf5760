// Result ids: the same diagnostics have the same id, in any process, so that `unchanged` can be answered without a memory.

/** 53 bits of hash over UTF-16 units, by two multiplicative mixes; a collision costs one stale squiggle until the next edit. */
export function resultId(diagnostics: readonly unknown[]): string {
  const text = JSON.stringify(diagnostics);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}-${text.length.toString(36)}`;
}
