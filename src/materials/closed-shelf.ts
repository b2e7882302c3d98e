import type { Shelf, Shelved } from './shelf.ts';

/** A shelf that may be looked at and not changed: every change is refused with the same words. */
export function closedShelf(shelf: Shelf, problem: string): Shelf {
  const refuse = async (): Promise<Shelved> => ({ kind: 'refused', problem });
  const { list, find, reading, file } = shelf;
  return {
    ...{ list, find, reading, file },
    ...{ add: refuse, change: refuse, join: refuse, discard: refuse },
    ...{ submit: refuse, giveBack: refuse, approve: refuse, retire: refuse },
  };
}
