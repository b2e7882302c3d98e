import type { ShelvedMaterial } from './material.ts';
import type { Shelf, Shelved } from './shelf.ts';

/**
 * A shelf to be looked at: what is approved or was, and nothing on its way there. Whoever is made up for
 * a demonstration neither reads drafts of real people nor changes what answers cite.
 *
 * @param problem what is said of any change, in words for people
 */
export function showApproved(shelf: Shelf, problem: string): Shelf {
  const refused = async (): Promise<Shelved> => ({ kind: 'refused', problem });
  const find: Shelf['find'] = async (version) => {
    const found = await shelf.find(version);
    return found === null || isOnItsWay(found) ? null : found;
  };
  return {
    find,
    list: async () => (await shelf.list()).filter((one) => !isOnItsWay(one)),
    reading: async (version) => ((await find(version)) === null ? null : shelf.reading(version)),
    file: async (version) => ((await find(version)) === null ? null : shelf.file(version)),
    ...{ add: refused, change: refused, join: refused, discard: refused },
    ...{ submit: refused, giveBack: refused, approve: refused, retire: refused },
  };
}

function isOnItsWay({ entry }: ShelvedMaterial): boolean {
  return entry.status === 'draft' || entry.status === 'submitted';
}
