import { AWAITING_CONFIRMATION } from '../../../corpus/manifest.ts';
import type { ShelvedMaterial } from '../../../materials/material.ts';
import { can } from '../../../people/abilities.ts';
import type { Button } from '../../blocks.ts';
import type { PersonalOccasion } from '../../feature.ts';
import { toAskFor } from './fields-to-ask.ts';
import { missingFields } from './material-words.ts';
import { isTheirs, namedAs } from './opened-material.ts';

/** What is done with a version next, and what it is judged by. */
export function mainButtons(material: ShelvedMaterial, on: PersonalOccasion): Button[] {
  const named = namedAs(material);
  const { standing, entry } = material;
  const isLookedAt = standing === 'draft' || standing === 'submitted';
  return [
    ...draftButtons(material, on),
    ...approverButtons(material, on),
    ['查看层级', { kind: 'show-material-outline', ...named, from: 0 }],
    ['查看段落', { kind: 'show-material-passages', ...named, from: 0 }],
    ...(isLookedAt ? [leftOutButton(material)] : []),
    ...(entry.version > 1
      ? ([['与上一版比较', { kind: 'compare-material', ...named, from: 0 }]] as const)
      : []),
    ...(mayEnd(material, on)
      ? ([['停用', { kind: 'ask-retire-material', ...named }]] as const)
      : []),
    ['更多', { kind: 'more-of-material', ...named }],
    ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }],
  ];
}

/** What is wanted more rarely. */
export function rareButtons(material: ShelvedMaterial, on: PersonalOccasion): Button[] {
  const named = namedAs(material);
  const { standing, entry } = material;
  const isLookedAt = standing === 'draft' || standing === 'submitted';
  return [
    ...(isLookedAt ? [] : [leftOutButton(material)]),
    ['下载原文件', { kind: 'export-material', ...named }],
    ['操作记录', { kind: 'list-material-steps', ...named }],
    ['各个版本', { kind: 'list-material-versions', material: entry.id }],
    ...(isOwnDraft(material, on)
      ? ([['放弃草稿', { kind: 'ask-discard-material', ...named }]] as const)
      : []),
    ['返回资料', { kind: 'open-material', ...named }],
  ];
}

function draftButtons(material: ShelvedMaterial, on: PersonalOccasion): readonly Button[] {
  if (!isOwnDraft(material, on)) return [];
  const named = namedAs(material);
  const [field, ...rest] = toAskFor(material);
  const asks: readonly Button[] =
    field === undefined
      ? []
      : [
          [
            `逐项登记（${rest.length + 1} 项）`,
            { kind: 'ask-material-field', ...named, field, rest },
          ],
        ];
  const submits: readonly Button[] =
    missingFields(material).length > 0 ? [] : [['提交审核', { kind: 'submit-material', ...named }]];
  return [...asks, ...submits, ['修改登记', { kind: 'change-material', ...named }]];
}

function approverButtons(
  material: ShelvedMaterial,
  { person }: PersonalOccasion,
): readonly Button[] {
  const named = namedAs(material);
  const { standing, entry } = material;
  if (!can(person.role, 'manage-materials')) return [];
  if (standing === 'submitted') {
    return [
      ['审核', { kind: 'ask-approve-material', ...named }],
      ['退回', { kind: 'ask-return-material', ...named }],
    ];
  }
  const isUnconfirmed = entry.approver === AWAITING_CONFIRMATION && entry.status === 'approved';
  return isUnconfirmed ? [['审核确认', { kind: 'ask-approve-material', ...named }]] : [];
}

function leftOutButton(material: ShelvedMaterial): Button {
  return ['未收入的内容', { kind: 'show-left-out', ...namedAs(material) }];
}

function isOwnDraft(material: ShelvedMaterial, on: PersonalOccasion): boolean {
  return material.standing === 'draft' && isTheirs(material, on);
}

function mayEnd({ standing, entry }: ShelvedMaterial, { person }: PersonalOccasion): boolean {
  const isLive = ['in-force', 'scheduled', 'superseded', 'unusable'].includes(standing);
  return isLive && entry.status === 'approved' && can(person.role, 'manage-materials');
}
