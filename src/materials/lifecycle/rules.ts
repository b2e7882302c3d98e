import {
  AWAITING_CONFIRMATION,
  type ManifestEntry,
  type MaterialStep,
  UNFILLED,
} from '../../corpus/manifest.ts';
import { chainFaultOf, type FileState, fileFaultOf } from '../../corpus/standing.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import { withoutUnseen } from '../../text/without-unseen.ts';
import type { Actor } from '../material.ts';

/*
 * What may be done with a version as it stands now. Each rule is pure and gives the reason against it
 * in words for people, with what to do next; null where nothing stands against it.
 */

export function againstChanging(entry: ManifestEntry): string | null {
  switch (entry.status) {
    case 'draft':
      return null;
    case 'submitted':
      return `${nameOf(entry)}已提交审核，不能修改。请先退回，修改后再提交。`;
    case 'approved':
      return `${nameOf(entry)}已经批准，不能修改。内容有变化的，请上传新版本；不再使用的，请停用。`;
    case 'retired':
      return `${nameOf(entry)}已经停用，不能修改。需要再次使用的，请重新上传。`;
    default:
      return entry.status satisfies never;
  }
}

export function againstDiscarding(entry: ManifestEntry): string | null {
  switch (entry.status) {
    case 'draft':
      return null;
    case 'submitted':
      return `${nameOf(entry)}已提交审核，不能放弃。请先退回，再放弃草稿。`;
    case 'approved':
      return `${nameOf(entry)}已经批准，不能删除。不再使用的，请停用。`;
    case 'retired':
      return `${nameOf(entry)}已经停用，按规定保留备查，不能删除。`;
    default:
      return entry.status satisfies never;
  }
}

export function againstSubmitting(
  entry: ManifestEntry,
  file: FileState,
  today: string,
): string | null {
  if (entry.status === 'submitted') return `${nameOf(entry)}已提交审核，请等待批准。`;
  const changing = againstChanging(entry);
  if (changing !== null) return changing;
  const missing = unfilledOf(entry);
  if (missing.length > 0) {
    return `${nameOf(entry)}还没有填写${missing.join('、')}，请填写后再提交审核。`;
  }
  return againstPeriod(entry, today) ?? againstFile(entry, file);
}

export function againstGivingBack(entry: ManifestEntry): string | null {
  if (entry.status === 'submitted') return null;
  const now = entry.status === 'draft' ? '还是草稿' : '不在审核中';
  return `${nameOf(entry)}${now}，不用退回。`;
}

export interface Approval {
  readonly by: Actor;
  /** Of the file that was looked at. */
  readonly sha256: string;
  readonly today: string;
  readonly oneMayApprove: boolean;
  /** All entries of the manifest. */
  readonly entries: readonly ManifestEntry[];
}

export function againstApproving(
  entry: ManifestEntry,
  file: FileState,
  approval: Approval,
): string | null {
  if (entry.status === 'draft') return `${nameOf(entry)}还是草稿。请先提交审核，再由另一人批准。`;
  if (entry.status === 'retired') {
    return `${nameOf(entry)}已经停用，不能批准。需要再次使用的，请重新上传。`;
  }
  if (entry.status === 'approved' && entry.approver !== AWAITING_CONFIRMATION) {
    return `${nameOf(entry)}已由${entry.approver}${dayOf(entry)}批准，不用再批准。`;
  }
  if (approval.sha256 !== entry.sha256) {
    return `${nameOf(entry)}的文件与您看到的不是同一份，没有批准。请重新查看后再批准。`;
  }
  const submitter = submitterOf(entry);
  if (submitter !== null && isSame(submitter, approval.by) && !approval.oneMayApprove) {
    return `${nameOf(entry)}是您提交审核的，须由另一人批准。请联系其他管理员。`;
  }
  const later = approval.entries.find(
    ({ id, version, status }) =>
      id === entry.id && version > entry.version && status === 'approved',
  );
  if (later !== undefined) {
    return `${nameOf(entry)}之后的版本${later.version}已经批准，批准本版本也不会使用。请退回后放弃草稿，或重新上传。`;
  }
  return againstPeriod(entry, approval.today) ?? againstFile(entry, file);
}

export function againstRetiring(entry: ManifestEntry): string | null {
  switch (entry.status) {
    case 'approved':
      return null;
    case 'retired':
      return `${nameOf(entry)}已经停用，不用再停用。`;
    case 'draft':
      return `${nameOf(entry)}还是草稿，没有使用，不用停用。不再需要的，请放弃草稿。`;
    case 'submitted':
      return `${nameOf(entry)}还在审核，没有使用，不用停用。不再需要的，请退回后放弃草稿。`;
    default:
      return entry.status satisfies never;
  }
}

/** As people name a version. */
export function nameOf({ title, version }: Pick<ManifestEntry, 'title' | 'version'>): string {
  return `《${withoutTitleMarks(title)}》${version > 1 ? `（版本${version}）` : ''}`;
}

function dayOf({ approved_at }: ManifestEntry): string {
  return approved_at === null ? '' : `于${dateInWords(approved_at)}`;
}

/** What must be filled in before a material is submitted. */
export function unfilledOf({ title, issuer, edition }: ManifestEntry): string[] {
  const fields = { 题名: title, 发文机关: issuer, 文号或版次: edition };
  return Object.entries(fields).flatMap(([name, value]) => (value === UNFILLED ? [name] : []));
}

/** The last one who submitted it, else who brought it in; null where nobody is known. */
function submitterOf({ steps }: ManifestEntry): MaterialStep | null {
  return (
    steps.findLast(({ did }) => did === 'submit') ??
    steps.findLast(({ did }) => did === 'add') ??
    null
  );
}

/** By their id in the records; where one of them has none, by name. */
function isSame(step: MaterialStep, by: Actor): boolean {
  if (step.person !== null && by.person !== null) return step.person === by.person;
  return plain(step.by) === plain(by.name);
}

function plain(name: string): string {
  return withoutUnseen(name).normalize('NFKC').replace(/\s/gu, '');
}

function againstPeriod(entry: ManifestEntry, today: string): string | null {
  const { effective_from: from, effective_to: to } = entry;
  if (to === null) return null;
  if (from !== null && to < from) {
    return `${nameOf(entry)}的失效日期${dateInWords(to)}早于生效日期${dateInWords(from)}，请更正。`;
  }
  return to < today ? `${nameOf(entry)}已于${dateInWords(to)}失效，请核对失效日期。` : null;
}

function againstFile(entry: ManifestEntry, file: FileState): string | null {
  const chain = chainFaultOf(entry);
  if (chain !== null) return `${nameOf(entry)}的${chain}。`;
  if (fileFaultOf(entry, file) === null) return null;
  const what = file.sha256 === null ? '文件找不到了' : '文件在登记之后被改动';
  return `${nameOf(entry)}的${what}，请恢复原文件，或放弃后重新上传。`;
}
