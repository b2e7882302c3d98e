import { createHash } from 'node:crypto';
import type { ManifestEntry, MaterialStep } from '../corpus/manifest.ts';
import type { MaterialStanding } from '../corpus/standing.ts';

export { type MaterialStanding, STANDINGS } from '../corpus/standing.ts';

export const STANDING_NAMES: Readonly<Record<MaterialStanding, string>> = {
  draft: '草稿',
  submitted: '待审核',
  scheduled: '已批准，尚未生效',
  'in-force': '现行',
  superseded: '已被新版本替代',
  expired: '已失效',
  retired: '已停用',
  unusable: '不可用',
};

/** What a step in the history of a version is called. */
export const STEP_NAMES: Readonly<Record<MaterialStep['did'], string>> = {
  add: '上传',
  submit: '提交审核',
  return: '退回',
  approve: '批准',
  retire: '停用',
  change: '修改登记',
};

/** One version of a material, as the manifest has it now. */
export interface ShelvedMaterial {
  readonly entry: ManifestEntry;
  readonly standing: MaterialStanding;
  /** Why it is not in force, in words for people; null where it is. */
  readonly reason: string | null;
}

/** What is registered of a material beside its text. Dates are `YYYY-MM-DD`. */
export interface MaterialDetails
  extends Pick<
    ManifestEntry,
    'title' | 'issuer' | 'edition' | 'kind' | 'openness' | 'effective_from' | 'effective_to'
  > {
  /** Ids; see {@link ManifestEntry}. */
  readonly classes: readonly string[];
}

export function detailsOf(entry: MaterialDetails): MaterialDetails {
  const { title, issuer, edition, kind, openness, classes, effective_from, effective_to } = entry;
  return { title, issuer, edition, kind, openness, classes, effective_from, effective_to };
}

/** Who does something to a material. */
export interface Actor {
  readonly name: string;
  /** Null at the machine itself. */
  readonly person: string | null;
}

/** Names a version. */
export interface VersionOf {
  readonly id: string;
  readonly version: number;
}

export function isVersion({ entry }: ShelvedMaterial, { id, version }: VersionOf): boolean {
  return entry.id === id && entry.version === version;
}

/**
 * Tells an entry as it was shown from the same one after any change, made here or by hand: whoever
 * approves approves what they looked at.
 */
export function fingerprintOf(entry: ManifestEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 16);
}
