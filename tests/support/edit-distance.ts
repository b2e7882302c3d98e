/**
 * Characters to put in, take out or change to make one text of the other, counted in full
 * (Wagner and Fischer, 1974).
 */
export function editDistance(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  let row = Uint32Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [before, character] of from.entries()) {
    const next = new Uint32Array(to.length + 1);
    next[0] = before + 1;
    for (let at = 0; at < to.length; at++) {
      const changed = (row[at] as number) + (to[at] === character ? 0 : 1);
      next[at + 1] = Math.min(changed, (row[at + 1] as number) + 1, (next[at] as number) + 1);
    }
    row = next;
  }
  return row[to.length] as number;
}

/** The share of the known text that is read right: 1 less the changes it would take, by its length. */
export function fidelityOf(known: string, read: string): number {
  return 1 - editDistance(known, read) / [...known].length;
}
