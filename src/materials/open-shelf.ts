import { lookAt, readManifestFile } from '../corpus/corpus.ts';
import { type ManifestEntry, type MaterialStep, parseManifest } from '../corpus/manifest.ts';
import { READING_LIMITS, type Reading } from '../corpus/readers/document.ts';
import { readApart } from '../corpus/readers/read-apart.ts';
import { type FileState, standingsOf } from '../corpus/standing.ts';
import { markStep } from '../corpus/steps.ts';
import { UserFacingError } from '../errors.ts';
import { withoutUnseen } from '../text/without-unseen.ts';
import { detailsOf, newMaterial } from './adding/add-material.ts';
import { changeFolder, type Folders, type Refusal, servingFolder } from './folder/change-folder.ts';
import { checkDetails, DETAIL_NAMES } from './lifecycle/check-details.ts';
import {
  againstApproving,
  againstChanging,
  againstDiscarding,
  againstGivingBack,
  againstRetiring,
  againstSubmitting,
  nameOf,
} from './lifecycle/rules.ts';
import {
  type Actor,
  fingerprintOf,
  isVersion,
  type MaterialDetails,
  type ShelvedMaterial,
  type VersionOf,
} from './material.ts';
import type { AddRequest, Shelf, Shelved } from './shelf.ts';
import { createReadVersion } from './shelf-reading.ts';

export interface ShelfParts extends Folders {
  /** `YYYY-MM-DD` in the deployment's zone. */
  today(): string;
  now(): Date;
  /** Whether whoever submitted a material may approve it too. */
  readonly oneMayApprove: boolean;
}

const LONGEST_REASON = 500;

export function openShelf(parts: ShelfParts): Shelf {
  const readVersion = createReadVersion();
  return {
    list: async () => inOrder(await shelved(parts)),
    find: async (version) => find(parts, version),
    reading: async (version) => {
      const found = await find(parts, version);
      return found === null ? null : readVersion(servingFolder(parts), found.entry);
    },
    add: async (request) => add(parts, request),
    change: async (version, details, by) => change(parts, version, details, by),
    discard: async (version, by) => discard(parts, version, by),
    submit: async (version, by) =>
      turn(parts, version, by, {
        did: 'submit',
        fields: { status: 'submitted' },
        against: (entry, file) => againstSubmitting(entry, file, parts.today()),
      }),
    giveBack: async (version, reason, by) =>
      turn(parts, version, by, {
        ...{ did: 'return', reason, fields: { status: 'draft' } },
        against: againstGivingBack,
      }),
    approve: async (version, sha256, by, seen) => approve(parts, version, sha256, by, seen),
    retire: async (version, reason, by) =>
      turn(parts, version, by, {
        ...{ did: 'retire', reason, fields: { status: 'retired' } },
        against: againstRetiring,
      }),
  };
}

/** All versions, or those of one material. */
async function shelved(parts: ShelfParts, id?: string): Promise<ShelvedMaterial[]> {
  const folder = servingFolder(parts);
  const { entries } = parseManifest(await readManifestFile(folder));
  return standing(
    parts,
    folder,
    id === undefined ? entries : entries.filter((one) => one.id === id),
  );
}

async function standing(
  parts: ShelfParts,
  folder: string,
  entries: readonly ManifestEntry[],
): Promise<ShelvedMaterial[]> {
  const looked = await lookAt(folder, entries);
  const standings = standingsOf(looked, parts.today());
  return looked.flatMap(({ entry }, at) => {
    const found = standings[at];
    return found === undefined ? [] : [{ entry, ...found }];
  });
}

async function find(parts: ShelfParts, version: VersionOf): Promise<ShelvedMaterial | null> {
  const versions = await shelved(parts, version.id);
  return versions.find((one) => isVersion(one, version)) ?? null;
}

/** Materials as the manifest has them, the last version of each first. */
function inOrder(all: readonly ShelvedMaterial[]): ShelvedMaterial[] {
  const ids = [...new Set(all.map(({ entry }) => entry.id))];
  return ids.flatMap((id) =>
    all
      .filter(({ entry }) => entry.id === id)
      .sort((one, other) => other.entry.version - one.entry.version),
  );
}

async function add(parts: ShelfParts, request: AddRequest): Promise<Shelved> {
  const by = signer(request.by);
  if ('kind' in by) return by;
  let reading: Reading;
  try {
    // Before anything is written: what must not be kept never touches the disk.
    reading = await readApart(request.file.name, request.file.bytes, READING_LIMITS);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return { kind: 'refused', problem: error.message };
  }
  if (reading.text === '') {
    return {
      kind: 'refused',
      problem: `“${request.file.name}”里没有读到文字，请核对文件后重新上传。`,
    };
  }
  const moment = { today: parts.today(), at: parts.now().toISOString() };
  let made: { readonly entry: ManifestEntry; readonly remarks: readonly string[] } | null = null;
  const changed = await changeFolder(parts, async (manifest, folder) => {
    const decided = await newMaterial({ ...request, by }, reading, manifest, folder, moment);
    if (decided.kind === 'change') made = decided;
    return decided;
  });
  if (changed.kind === 'refused') return changed;
  const { entry, remarks } = made as unknown as {
    entry: ManifestEntry;
    remarks: readonly string[];
  };
  return done(parts, changed.entries, entry, remarks);
}

async function change(
  parts: ShelfParts,
  version: VersionOf,
  details: Partial<MaterialDetails>,
  by: Actor,
): Promise<Shelved> {
  return turn(parts, version, by, {
    did: 'change',
    against: againstChanging,
    decide: (entry) => {
      const checked = checkDetails(detailsOf(entry), details);
      if (checked.kind === 'wrong') return { kind: 'refused', problem: checked.problem };
      const now = detailsOf(checked.details);
      const changed = (Object.keys(DETAIL_NAMES) as (keyof MaterialDetails)[]).filter(
        (field) => JSON.stringify(now[field]) !== JSON.stringify(entry[field]),
      );
      if (changed.length === 0) {
        return { kind: 'refused', problem: `${nameOf(entry)}的登记没有变化。` };
      }
      return {
        fields: Object.fromEntries(changed.map((field) => [field, now[field]])),
        reason: changed.map((field) => DETAIL_NAMES[field]).join('、'),
      };
    },
  });
}

async function discard(parts: ShelfParts, version: VersionOf, actor: Actor): Promise<Shelved> {
  const by = signer(actor);
  if ('kind' in by) return by;
  let gone: ShelvedMaterial | null = null;
  const changed = await changeFolder(parts, async ({ entries }, folder) => {
    const before = await standing(
      parts,
      folder,
      entries.filter(({ id }) => id === version.id),
    );
    gone = before.find((one) => isVersion(one, version)) ?? null;
    if (gone === null) return unknown(version);
    const problem = againstDiscarding(gone.entry);
    if (problem !== null) return { kind: 'refused', problem };
    return { kind: 'change', edit: { kind: 'remove', version }, files: [] };
  });
  if (changed.kind === 'refused') return changed;
  return { kind: 'done', material: gone as unknown as ShelvedMaterial, remarks: [] };
}

async function approve(
  parts: ShelfParts,
  version: VersionOf,
  sha256: string,
  by: Actor,
  seen: string | undefined,
): Promise<Shelved> {
  const today = parts.today();
  return turn(parts, version, by, {
    did: 'approve',
    fields: { status: 'approved', approver: signed(by.name), approved_at: today },
    against: (entry, file, entries) => {
      const approval = { by, sha256, today, oneMayApprove: parts.oneMayApprove, entries };
      const problem = againstApproving(entry, file, approval);
      if (problem !== null || seen === undefined || seen === fingerprintOf(entry)) return problem;
      return `${nameOf(entry)}的登记在您查看之后有改动，没有批准。请重新查看后再批准。`;
    },
  });
}

type Fields = Partial<Omit<ManifestEntry, 'steps'>>;

/** A step of a version, with what it changes and what stands against it. */
interface Turn {
  readonly did: MaterialStep['did'];
  /** Asked for where it is not undefined. */
  readonly reason?: string;
  readonly fields?: Fields;
  against(entry: ManifestEntry, file: FileState, entries: readonly ManifestEntry[]): string | null;
  /** What it changes, where that depends on the entry. */
  decide?(entry: ManifestEntry): { readonly fields: Fields; readonly reason: string } | Refusal;
}

async function turn(
  parts: ShelfParts,
  version: VersionOf,
  actor: Actor,
  { did, reason, fields = {}, against, decide }: Turn,
): Promise<Shelved> {
  const by = signer(actor);
  if ('kind' in by) return by;
  const why = signed(reason ?? '');
  if (reason !== undefined && why === '') return { kind: 'refused', problem: '请写明理由。' };
  if (why.length > LONGEST_REASON) {
    return { kind: 'refused', problem: `理由不能超过 ${LONGEST_REASON} 字，请缩短。` };
  }
  const changed = await changeFolder(parts, async ({ entries }, folder) => {
    const entry = entries.find(
      ({ id, version: number }) => id === version.id && number === version.version,
    );
    if (entry === undefined) return unknown(version);
    const [looked] = await lookAt(folder, [entry]);
    if (looked === undefined) return unknown(version);
    const problem = against(entry, looked.file, entries);
    if (problem !== null) return { kind: 'refused', problem };
    const decided = decide?.(entry) ?? { fields, reason: why };
    if ('kind' in decided) return decided;
    const step = markStep(entry.steps, {
      ...{ did, by: by.name, person: by.person, at: parts.now().toISOString() },
      ...{ sha256: entry.sha256, reason: decided.reason },
    });
    return {
      kind: 'change',
      edit: { kind: 'set', version, fields: decided.fields, step },
      files: [],
    };
  });
  return changed.kind === 'refused' ? changed : done(parts, changed.entries, version, []);
}

async function done(
  parts: ShelfParts,
  entries: readonly ManifestEntry[],
  version: VersionOf,
  remarks: readonly string[],
): Promise<Shelved> {
  const { id } = version;
  const versions = await standing(
    parts,
    parts.folder,
    entries.filter((one) => one.id === id),
  );
  const material = versions.find((one) => isVersion(one, version));
  if (material === undefined) throw new Error(`Cannot find "${id}" in the manifest just written`);
  return { kind: 'done', material, remarks };
}

function unknown({ id, version }: VersionOf): Refusal {
  return { kind: 'refused', problem: `没有编号为“${id}”的资料的版本${version}，请核对后重试。` };
}

/** Who signs a step, by a name that a line can hold. */
function signer({ name, person }: Actor): Actor | Refusal {
  const by = signed(name);
  if (by !== '' && by.length <= 100) return { name: by, person };
  return { kind: 'refused', problem: '请写明经手人的姓名，不超过 100 字。' };
}

function signed(words: string): string {
  return withoutUnseen(words).replace(/\s+/gu, ' ').trim();
}
