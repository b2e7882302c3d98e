import { lookAt, readManifestFile } from '../../corpus/corpus.ts';
import { type Manifest, parseManifest } from '../../corpus/manifest.ts';
import { standingsOf } from '../../corpus/standing.ts';
import { isVersion, type ShelvedMaterial, type VersionOf } from '../material.ts';
import { type Folders, servingFolder } from './change-folder.ts';

/** The manifest as it is now, with the folder that has it. */
export async function readServing(
  folders: Folders,
): Promise<{ readonly manifest: Manifest; readonly folder: string }> {
  const folder = servingFolder(folders);
  return { manifest: parseManifest(await readManifestFile(folder)), folder };
}

/** The versions of a manifest as they stand, in its order; those of one material where it is named. */
export async function shelvedIn(
  folder: string,
  manifest: Manifest,
  today: string,
  id?: string,
): Promise<ShelvedMaterial[]> {
  const entries = manifest.entries.filter((one) => id === undefined || one.id === id);
  const looked = await lookAt(folder, entries);
  const standings = standingsOf(looked, today, manifest.broken);
  return looked.flatMap(({ entry }, at) => {
    const found = standings[at];
    return found === undefined ? [] : [{ entry, ...found }];
  });
}

export async function findShelved(
  folder: string,
  manifest: Manifest,
  today: string,
  version: VersionOf,
): Promise<ShelvedMaterial | null> {
  const versions = await shelvedIn(folder, manifest, today, version.id);
  return versions.find((one) => isVersion(one, version)) ?? null;
}
