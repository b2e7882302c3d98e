import type { ManifestEntry } from '../../corpus/manifest.ts';
import type { CorpusIndex } from './open.ts';
import type { IndexedMaterial } from './store-schema.ts';
import { type Look, seenThrough } from './visible-in.ts';

/** What a manifest says on a day. */
export interface Standing {
  /** What is in force, by the ids of the materials. */
  readonly inForce: ReadonlyMap<string, ManifestEntry>;
  /** All of them, in force or not. */
  readonly entries: readonly ManifestEntry[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * An index without what is withdrawn meanwhile, and with whom each material may reach now. A version
 * that a newer one has replaced is read on until an index has that.
 */
export function asInManifest(index: CorpusIndex, standing: Standing): CorpusIndex {
  return seenThrough(index, lookOf(standing));
}

function lookOf({ inForce, entries, today }: Standing): Look {
  return (material) => {
    const now = inForce.get(material.id);
    if (now === undefined) return null;
    if (now.version === material.version)
      return isOf(now, material) ? reaching(now, material) : null;
    const own = entries.find(({ id, version }) => id === now.id && version === material.version);
    if (own === undefined || now.version < own.version || !isOf(own, material)) return null;
    return wasInForce(own, today) ? reaching(own, material) : null;
  };
}

/** Whether a version that was replaced would be in force if it had not been. */
function wasInForce({ status, effective_to }: ManifestEntry, today: string): boolean {
  return status === 'approved' && (effective_to === null || today <= effective_to);
}

/** Whether it is the text that was approved, and not one that stands in its place now. */
function isOf({ sha256, text_sha256 }: ManifestEntry, material: IndexedMaterial): boolean {
  return sha256 === material.sha256 && (text_sha256 ?? null) === material.textSha256;
}

/** The material itself where nothing differs. */
function reaching({ openness, classes }: ManifestEntry, material: IndexedMaterial) {
  const isSame =
    openness === material.openness && classes.join('\n') === material.classes.join('\n');
  return isSame ? material : { ...material, openness, classes };
}
