import type { ManifestEntry } from '../../corpus/manifest.ts';
import type { ShelvedMaterial } from '../material.ts';

/** How a material stands that was cited. */
export type CitedStanding =
  | { readonly kind: 'in-force'; readonly entry: ManifestEntry; readonly mark: string }
  /** `entry`: of the version that held last. */
  | {
      readonly kind: 'retired' | 'expired';
      readonly entry: ManifestEntry;
      readonly mark: string;
    };

/**
 * What cites of a material are compared with: the version in force, or nothing more where it was retired
 * or has expired. Null where that is no reason to tell anyone: a file that is missing or altered, an
 * entry that cannot be read, or one that was taken back to an earlier step.
 *
 * @param versions of one material
 */
export function standingOf(versions: readonly ShelvedMaterial[]): CitedStanding | null {
  const inForce = versions.find(({ standing }) => standing === 'in-force');
  if (inForce !== undefined) {
    const { version, sha256, text_sha256: textSha256 } = inForce.entry;
    const mark = `${version}:${(textSha256 ?? sha256).slice(0, 16)}`;
    return { kind: 'in-force', entry: inForce.entry, mark };
  }
  if (versions.some(({ standing }) => standing === 'unusable')) return null;
  let last: CitedStanding | null = null;
  for (const { entry, standing } of versions) {
    if (standing !== 'retired' && standing !== 'expired') continue;
    if (last !== null && last.entry.version > entry.version) continue;
    last = { kind: standing, entry, mark: `${entry.version}:${standing}` };
  }
  return last;
}

/** Whether cites of a version say nothing of what was approved: its own file is missing or altered. */
export function isUnusable(versions: readonly ShelvedMaterial[], version: number): boolean {
  return versions.some(
    ({ entry, standing }) => entry.version === version && standing === 'unusable',
  );
}
