import type { Reading } from '../corpus/readers/document.ts';
import { addFile } from './adding/add-file.ts';
import type { Refusal } from './folder/change-folder.ts';
import { findShelved, readServing, shelvedIn } from './folder/shelved.ts';
import { approveMaterial } from './lifecycle/approve-material.ts';
import { changeDetails } from './lifecycle/change-details.ts';
import { discardDraft } from './lifecycle/discard-draft.ts';
import { joinMaterial } from './lifecycle/join-material.ts';
import { againstGivingBack, againstRetiring, againstSubmitting } from './lifecycle/rules.ts';
import { type Taken, takeStep } from './lifecycle/take-step.ts';
import type { ShelvedMaterial, VersionOf } from './material.ts';
import { createReadVersion, type ReadVersion } from './read-version.ts';
import { sentFileOf } from './sent-file.ts';
import type { Shelf } from './shelf.ts';
import type { ShelfParts } from './shelf-parts.ts';
import { reasonOf } from './sign.ts';

/** The shelf of a folder that may be changed by several processes and by hand. */
export function openShelf(parts: ShelfParts): Shelf {
  const readVersion = createReadVersion(parts);
  return {
    list: async () => {
      const { folder, manifest } = await readServing(parts);
      return lastFirst(await shelvedIn(folder, manifest, parts.today()));
    },
    find: async (version) => {
      const { folder, manifest } = await readServing(parts);
      return findShelved(folder, manifest, parts.today(), version);
    },
    reading: async (version) => readingOf(parts, readVersion, version),
    file: async (version) => sentFileOf(parts, version),
    add: async (request) => addFile(parts, request),
    change: async (version, details, by) =>
      takeStep(parts, version, 'change', by, (moment) => changeDetails(moment, details)),
    join: async (version, to, by) =>
      takeStep(parts, version, 'change', by, (moment) => joinMaterial(moment, to)),
    discard: async (version, by) => discardDraft(parts, version, by),
    submit: async (version, by) =>
      takeStep(parts, version, 'submit', by, ({ entry, file }) => {
        const problem = againstSubmitting(entry, file, parts.today());
        return unlessAgainst(problem, { status: 'submitted' }, '');
      }),
    giveBack: async (version, words, by) => {
      const given = reasonOf(words);
      if ('kind' in given) return given;
      return takeStep(parts, version, 'return', by, ({ entry }) =>
        unlessAgainst(againstGivingBack(entry), { status: 'draft' }, given.reason),
      );
    },
    approve: async (version, sha256, by, seen) =>
      takeStep(parts, version, 'approve', by, (moment) => {
        const { oneMayApprove } = parts;
        return approveMaterial(moment, { by, sha256, seen, today: parts.today(), oneMayApprove });
      }),
    retire: async (version, words, by) => {
      const given = reasonOf(words);
      if ('kind' in given) return given;
      return takeStep(parts, version, 'retire', by, ({ entry }) =>
        unlessAgainst(againstRetiring(entry), { status: 'retired' }, given.reason),
      );
    },
  };
}

function unlessAgainst(
  problem: string | null,
  fields: Taken['fields'],
  reason: string,
): Taken | Refusal {
  return problem === null ? { kind: 'take', fields, reason } : { kind: 'refused', problem };
}

async function readingOf(
  parts: ShelfParts,
  readVersion: ReadVersion,
  { id, version }: VersionOf,
): Promise<Reading | null> {
  const { folder, manifest } = await readServing(parts);
  const entry = manifest.entries.find((one) => one.id === id && one.version === version);
  return entry === undefined ? null : readVersion(folder, entry);
}

/** Materials as the manifest has them, the last version of each first. */
function lastFirst(all: readonly ShelvedMaterial[]): ShelvedMaterial[] {
  const groups = new Map<string, ShelvedMaterial[]>();
  for (const material of all) {
    const { id } = material.entry;
    groups.set(id, [...(groups.get(id) ?? []), material]);
  }
  return [...groups.values()].flatMap((versions) =>
    versions.sort((one, other) => other.entry.version - one.entry.version),
  );
}
