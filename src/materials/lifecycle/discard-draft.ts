import { changeFolder } from '../folder/change-folder.ts';
import { findShelved } from '../folder/shelved.ts';
import type { Actor, VersionOf } from '../material.ts';
import type { Shelved } from '../shelf.ts';
import type { ShelfParts } from '../shelf-parts.ts';
import { signerOf } from '../sign.ts';
import { againstDiscarding } from './rules.ts';
import { unknownVersion } from './take-step.ts';

/** Takes a draft away with its files. */
export async function discardDraft(
  parts: ShelfParts,
  version: VersionOf,
  actor: Actor,
): Promise<Shelved> {
  const by = signerOf(actor);
  if ('kind' in by) return by;
  const changed = await changeFolder(parts, async (manifest, folder) => {
    const material = await findShelved(folder, manifest, parts.today(), version);
    if (material === null) return unknownVersion(version);
    const problem = againstDiscarding(material.entry);
    if (problem !== null) return { kind: 'refused', problem };
    const { entry } = material;
    return { kind: 'change', edit: { kind: 'remove', entry }, files: [], material };
  });
  if (changed.kind === 'refused') return changed;
  return { kind: 'done', material: changed.change.material, remarks: [] };
}
