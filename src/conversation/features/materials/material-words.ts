import { type ManifestEntry, UNFILLED } from '../../../corpus/manifest.ts';
import type { Reading } from '../../../corpus/readers/document.ts';
import { type ShelvedMaterial, STANDING_NAMES } from '../../../materials/material.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import type { MaterialField } from '../../deeds/materials.ts';
import type { PersonalOccasion } from '../../feature.ts';

/** Enough of a hash for two people to compare by eye. */
const SHOWN_OF_HASH = 12;

/** 《标题》; a file of which nobody knows the title yet is called so. */
export function titleOf({ entry }: ShelvedMaterial): string {
  return entry.title === UNFILLED ? '未定题名的资料' : `《${withoutTitleMarks(entry.title)}》`;
}

/** 《标题》第 2 版. */
export function nameOfVersion(material: ShelvedMaterial): string {
  return `${titleOf(material)}第 ${material.entry.version} 版`;
}

export function shortHash({ sha256 }: Pick<ManifestEntry, 'sha256'>): string {
  return sha256.slice(0, SHOWN_OF_HASH);
}

/** 待审核, with why it is not in force where that says more. */
export function standingInWords({ entry, standing, reason }: ShelvedMaterial): string {
  const name = STANDING_NAMES[standing];
  if (standing === 'scheduled' && entry.effective_from !== null) {
    return `${name}（自${dateInWords(entry.effective_from)}起生效）`;
  }
  return standing === 'unusable' && reason !== null ? `${name}：${reason}` : name;
}

/** 批准：王某，2026年11月26日. */
export function approvalInWords({ entry }: ShelvedMaterial): string {
  const day = entry.approved_at === null ? '' : `，${dateInWords(entry.approved_at)}`;
  return `批准：${entry.approver}${day}`;
}

/** What is registered of one field, as people read it; empty where nothing is. */
export async function fieldInWords(
  field: MaterialField,
  { entry }: ShelvedMaterial,
  { people }: Pick<PersonalOccasion, 'people'>,
): Promise<string> {
  switch (field) {
    case 'title':
    case 'issuer':
    case 'edition':
      return entry[field] === UNFILLED ? '' : entry[field];
    case 'kind':
    case 'openness':
      return entry[field];
    case 'classes': {
      if (entry.classes.length === 0) return '本单位全体人员';
      const found = await Promise.all(entry.classes.map((id) => people.class(id)));
      return found.map((one) => one?.name ?? '已经没有的班次').join('、');
    }
    case 'effective_from':
      return entry.effective_from === null ? '自批准之日起' : dateInWords(entry.effective_from);
    case 'effective_to':
      return entry.effective_to === null ? '长期有效' : dateInWords(entry.effective_to);
    default:
      return field satisfies never;
  }
}

/** Fields that a version must have before it is submitted, and has not. */
export function missingFields({ entry }: ShelvedMaterial): MaterialField[] {
  return (['title', 'issuer', 'edition'] as const).filter((field) => entry[field] === UNFILLED);
}

/** 标题 36 个（最深 3 级）、段落 120 个、表格 2 个、12 页. */
export function readingInBrief(
  { text, outline, pages, tables }: Reading,
  passages: number,
): string {
  const headings = outline.filter(({ heading }) => heading !== null);
  const depth = Math.max(...headings.map((one) => Math.max(one.headings.length, 1)), 0);
  return [
    headings.length === 0 ? '没有识别出标题' : `标题 ${headings.length} 个（最深 ${depth} 级）`,
    `段落 ${passages} 个`,
    ...(tables > 0 ? [`表格 ${tables} 个`] : []),
    ...(pages.length > 0 ? [`${pages.length} 页`] : []),
    `${text.replace(/\s/gu, '').length} 字`,
  ].join('、');
}

/** 第 3 页 for an offset; empty where the format knows no pages. */
export function pageAt(offset: number, { pages }: Pick<Reading, 'pages'>): string {
  const number = pages.findLastIndex((start) => start <= offset) + 1;
  return number === 0 ? '' : `第 ${number} 页`;
}

/** Name and time of whoever did something last; null where nobody did. */
export function lastStep({ entry }: ShelvedMaterial, did: ManifestEntry['steps'][number]['did']) {
  return entry.steps.findLast((step) => step.did === did) ?? null;
}
