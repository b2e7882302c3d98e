import type { Part } from './person.ts';

export interface ListedMember {
  readonly name: string;
  readonly unit: string;
  readonly role: Part;
}

/** Who of a list is new to a class, and who is in it already, by name and unit. */
export function planImport<Listed extends ListedMember>(
  listed: readonly Listed[],
  members: readonly { readonly name: string; readonly unit: string }[],
): { readonly fresh: readonly Listed[]; readonly present: readonly Listed[] } {
  const known = new Set(members.map(keyOf));
  return {
    fresh: listed.filter((one) => !known.has(keyOf(one))),
    present: listed.filter((one) => known.has(keyOf(one))),
  };
}

function keyOf({ name, unit }: { readonly name: string; readonly unit: string }): string {
  return `${name} ${unit}`.normalize('NFKC').replace(/\s+/gu, '');
}
