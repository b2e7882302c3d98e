import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lookAt } from '../../corpus/corpus.ts';
import { sha256Of, textFileOf, writeReading } from '../../corpus/kept-reading.ts';
import {
  AWAITING_APPROVAL,
  type Manifest,
  type ManifestEntry,
  UNFILLED,
} from '../../corpus/manifest.ts';
import type { Reading } from '../../corpus/readers/document.ts';
import { type MaterialStanding, standingsOf } from '../../corpus/standing.ts';
import { markStep } from '../../corpus/steps.ts';
import type { FolderChange, Refusal } from '../folder/change-folder.ts';
import { checkDetails, DETAIL_NAMES } from '../lifecycle/check-details.ts';
import { nameOf } from '../lifecycle/rules.ts';
import { detailsOf, type MaterialDetails } from '../material.ts';
import type { AddRequest } from '../shelf.ts';
import { guessDetails } from './guess-details.ts';
import { GUESSED } from './guessed-of.ts';
import { againstId, fileNameOf, freeId } from './name-material.ts';
import { textKey, textKeyOf } from './same-text.ts';

/** What a material that is sent begins as. */
export interface NewMaterial extends FolderChange {
  readonly entry: ManifestEntry;
  /** See the shelf. */
  readonly remarks: readonly string[];
}

export interface AddMoment {
  readonly today: string;
  /** ISO instant. */
  readonly at: string;
}

/** A text that is one of these is there already. */
const LIVE: readonly MaterialStanding[] = ['draft', 'submitted', 'scheduled', 'in-force'];

/** What stands where a text says nothing: whoever gets this was told nothing by the text. */
const NOT_SEEN: Partial<MaterialDetails> = {
  ...{ title: UNFILLED, issuer: UNFILLED, edition: UNFILLED },
  ...{ kind: '方法参考', openness: '公开' },
};

const NOTHING_KNOWN: MaterialDetails = {
  ...{ title: UNFILLED, issuer: UNFILLED, edition: UNFILLED, kind: '政策文件' },
  ...{ openness: '公开', classes: [], effective_from: null, effective_to: null },
};

/** The draft that a file becomes in a corpus as it is now, or why it becomes none. */
export async function newMaterial(
  request: AddRequest,
  reading: Reading,
  manifest: Manifest,
  folder: string,
  moment: AddMoment,
): Promise<NewMaterial | Refusal> {
  const id = idOf(request, manifest, moment.today);
  if (typeof id !== 'string') return id;
  const sha256 = sha256Of(request.file.bytes);
  const double = await doubleOf(sha256, reading.text, manifest, folder, moment.today);
  if (double !== null) return double;

  const earlier = manifest.entries.filter((one) => one.id === id);
  const last = earlier.toSorted((one, other) => other.version - one.version)[0];
  const guess = guessDetails(reading);
  const { edition, effective_from } = guess;
  const before: MaterialDetails =
    last === undefined
      ? { ...NOTHING_KNOWN, ...guess }
      : {
          ...last,
          edition: edition ?? UNFILLED,
          effective_from: effective_from ?? null,
          effective_to: null,
        };
  const checked = checkDetails(detailsOf(before), request.details);
  if (checked.kind === 'wrong') return { kind: 'refused', problem: checked.problem };

  const version = (last?.version ?? 0) + 1;
  const file = fileNameOf(id, version, request.file.name, (name) => isFree(name, manifest, folder));
  const kept = writeReading(reading);
  const guessed = guessedFields(
    request,
    Object.keys(last === undefined ? guess : { edition, effective_from }),
    checked.details,
  );
  const note = guessed.length === 0 ? '' : `${guessed.join('、')}${GUESSED}`;
  const step = markStep([], {
    ...{ did: 'add', by: request.by.name, person: request.by.person },
    ...{ at: moment.at, sha256, reason: note },
  });
  const entry: ManifestEntry = {
    ...{ id, version, ...checked.details, classes: [...checked.details.classes] },
    ...{ file, status: 'draft', approver: AWAITING_APPROVAL, approved_at: null },
    ...{ sha256, text_sha256: sha256Of(kept), steps: [step] },
  };
  return {
    kind: 'change',
    edit: { kind: 'add', entry },
    files: [
      { name: file, bytes: request.file.bytes },
      { name: textFileOf(file), bytes: kept },
    ],
    entry,
    remarks: [
      ...(note === '' ? [] : [`${note}，请核对。`]),
      ...(request.replaces === null ? sameTitleRemarks(entry, manifest) : pendingRemarks(earlier)),
    ],
  };
}

function idOf(
  { file, replaces, id }: AddRequest,
  manifest: Manifest,
  today: string,
): string | Refusal {
  if (replaces === null) {
    if (id === null) return freeId(file.name, today, manifest);
    const problem = againstId(id, manifest);
    return problem === null ? id : { kind: 'refused', problem };
  }
  if (manifest.broken.some((one) => one.id === replaces)) {
    return refused(`资料目录中“${replaces}”的条目有误，请先更正 manifest.yaml，再上传新版本。`);
  }
  if (!manifest.entries.some((one) => one.id === replaces)) {
    return refused(
      `没有编号为“${replaces}”的资料，不能作为它的新版本。请核对编号，或作为新资料上传。`,
    );
  }
  return id === null || id === replaces
    ? replaces
    : refused(`新版本沿用原编号“${replaces}”，不能另定编号。请去掉新编号后重试。`);
}

/** The refusal of what is there already. */
async function doubleOf(
  sha256: string,
  text: string,
  { entries, broken }: Manifest,
  folder: string,
  today: string,
): Promise<Refusal | null> {
  const looked = await lookAt(folder, entries);
  const standings = standingsOf(looked, today, broken);
  const live = entries.filter((_, at) => LIVE.includes(standings[at]?.standing ?? 'unusable'));
  const same = live.find((one) => one.sha256 === sha256);
  if (same !== undefined) return refused(alreadyThere(same, '同一个文件'));
  const key = textKey(text);
  for (const entry of live) {
    if ((await textKeyOf(folder, entry)) === key)
      return refused(alreadyThere(entry, '文字相同的文件'));
  }
  return null;
}

function alreadyThere(entry: ManifestEntry, what: string): string {
  return `${what}已经在资料中：${nameOf(entry)}（编号 ${entry.id}），没有重复收入。需要修改登记的，请打开该资料办理。`;
}

/** The names of what was guessed and counts. */
function guessedFields(
  { details }: AddRequest,
  guessed: readonly string[],
  now: MaterialDetails,
): string[] {
  return (guessed as (keyof MaterialDetails)[])
    .filter(
      (field) =>
        details[field] === undefined && now[field] !== null && now[field] !== NOT_SEEN[field],
    )
    .map((field) => DETAIL_NAMES[field]);
}

/** A title that is there may mean that what was sent replaces it. */
function sameTitleRemarks(entry: ManifestEntry, { entries }: Manifest): string[] {
  const same = entries.find(
    (one) => one.title === entry.title && one.status !== 'retired' && entry.title !== UNFILLED,
  );
  return same === undefined
    ? []
    : [
        `已有同名资料${nameOf(same)}（编号 ${same.id}，${same.edition}）。上传的是它的新版本的，请放弃这份草稿，注明替代“${same.id}”后重新上传。`,
      ];
}

function pendingRemarks(earlier: readonly ManifestEntry[]): string[] {
  const pending = earlier.filter(({ status }) => status === 'draft' || status === 'submitted');
  return pending.map((one) => `该资料还有没有办结的${nameOf(one)}，请一并处理。`);
}

/** Neither a file of the folder, a file of an entry, nor one that a killed process left behind. */
function isFree(name: string, { entries }: Manifest, folder: string): boolean {
  const names = [name, textFileOf(name)];
  return (
    !entries.some(({ file }) => names.includes(file)) &&
    !names.some((one) => existsSync(join(folder, one)))
  );
}

function refused(problem: string): Refusal {
  return { kind: 'refused', problem };
}
