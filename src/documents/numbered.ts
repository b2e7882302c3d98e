/** 1. 2. 3., typed as in official papers. */
export function numbered(items: readonly string[]): string[] {
  return items.map((item, at) => `${at + 1}.${item}`);
}
