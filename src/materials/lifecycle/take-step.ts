import { lookAt } from '../../corpus/corpus.ts';
import type { Manifest, ManifestEntry, MaterialStep } from '../../corpus/manifest.ts';
import type { FileState } from '../../corpus/standing.ts';
import { markStep } from '../../corpus/steps.ts';
import { changeFolder, type Refusal } from '../folder/change-folder.ts';
import type { EntryFields } from '../folder/edit-manifest.ts';
import { findShelved } from '../folder/shelved.ts';
import type { Actor, VersionOf } from '../material.ts';
import type { Shelved } from '../shelf.ts';
import type { ShelfParts } from '../shelf-parts.ts';
import { signerOf } from '../sign.ts';

/** What a step is taken on, as it is under the lock. */
export interface StepMoment {
  readonly entry: ManifestEntry;
  readonly file: FileState;
  readonly manifest: Manifest;
}

/** What a step writes into an entry. */
export interface Taken {
  readonly kind: 'take';
  readonly fields: EntryFields;
  readonly reason: string;
}

/** Takes a step with a version, signed, unless something stands against it. */
export async function takeStep(
  parts: ShelfParts,
  version: VersionOf,
  did: MaterialStep['did'],
  actor: Actor,
  decide: (moment: StepMoment) => Taken | Refusal,
): Promise<Shelved> {
  const by = signerOf(actor);
  if ('kind' in by) return by;
  let now = version;
  const changed = await changeFolder(parts, async (manifest, folder) => {
    const entry = manifest.entries.find(
      (one) => one.id === version.id && one.version === version.version,
    );
    const [looked] = entry === undefined ? [] : await lookAt(folder, [entry]);
    if (entry === undefined || looked === undefined) return unknownVersion(version);
    const taken = decide({ ...looked, manifest });
    if (taken.kind === 'refused') return taken;
    const { id = version.id, version: number = version.version } = taken.fields;
    now = { id, version: number };
    const step = markStep(entry.steps, {
      ...{ did, by: by.name, person: by.person, at: parts.now().toISOString() },
      ...{ sha256: entry.sha256, reason: taken.reason },
    });
    return {
      kind: 'change',
      edit: { kind: 'set', entry, fields: taken.fields, step },
      files: [],
    };
  });
  return changed.kind === 'refused' ? changed : doneWith(parts, changed.manifest, now, []);
}

export function unknownVersion({ id, version }: VersionOf): Refusal {
  return {
    kind: 'refused',
    problem: `没有编号为“${id}”的资料的版本${version}，请核对后重试。`,
  };
}

/** A version as it stands after a change. */
export async function doneWith(
  parts: ShelfParts,
  manifest: Manifest,
  version: VersionOf,
  remarks: readonly string[],
): Promise<Shelved> {
  const material = await findShelved(parts.folder, manifest, parts.today(), version);
  if (material === null)
    throw new Error(`Cannot find "${version.id}" in the manifest just written`);
  return { kind: 'done', material, remarks };
}
