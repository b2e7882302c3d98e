import { AWAITING_CONFIRMATION } from '../../../corpus/manifest.ts';
import { passagesOf } from '../../../corpus/passages.ts';
import { guessedOf } from '../../../materials/adding/guessed-of.ts';
import { DETAIL_NAMES } from '../../../materials/lifecycle/check-details.ts';
import type { ShelvedMaterial } from '../../../materials/material.ts';
import { can } from '../../../people/abilities.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { MaterialField } from '../../deeds/materials.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { toAskFor } from './fields-to-ask.ts';
import {
  approvalInWords,
  fieldInWords,
  missingFields,
  nameOfVersion,
  readingInBrief,
  shortHash,
  standingInWords,
} from './material-words.ts';
import { isTheirs, mayShowWords, namedAs, versionOf, withMaterial } from './opened-material.ts';

const FIELDS = Object.keys(DETAIL_NAMES) as readonly MaterialField[];
const LISTED_LEFT_OUT = 4;

export function openMaterial(
  named: DeedOf<'open-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withMaterial(named, on, async (material) => ({
    placement: 'turn',
    blocks: await materialBlocks(material, on),
  }));
}

/** A version as a whole, with everything that can be done with it now. */
export async function materialBlocks(
  material: ShelvedMaterial,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const missing = missingFields(material);
  return [
    heading(nameOfVersion(material)),
    plain(
      [
        `状态：${standingInWords(material)}`,
        ...(material.entry.status === 'approved' ? [approvalInWords(material)] : []),
        `文件指纹：${shortHash(material.entry)}（sha256 前 12 位）`,
      ].join('\n'),
    ),
    ...(await readingBlocks(material, on)),
    ...(await registeredBlocks(material, on)),
    ...(missing.length > 0 && material.standing === 'draft'
      ? [
          remark(
            `还缺${missing.map((field) => DETAIL_NAMES[field]).join('、')}，补齐以后才能提交审核。`,
          ),
        ]
      : []),
    choices('资料', ...buttonsOf(material, on)),
  ];
}

/** How the file was understood: what is in doubt first. */
async function readingBlocks(
  material: ShelvedMaterial,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const reading = await on.shelf.reading(versionOf(namedAs(material)));
  if (reading === null) return [lead('文件已经找不到，不能查看内容。')];
  const { doubts, leftOut, text, outline } = reading;
  const listed = leftOut.slice(0, LISTED_LEFT_OUT).map(({ what, count }) => `${what} ${count} 处`);
  const more = leftOut.length > listed.length ? '等' : '';
  return [
    ...(doubts.length === 0 || !mayShowWords(material, on)
      ? []
      : [heading('存疑，请核对'), lead(doubts.join('\n'))]),
    plain(
      [
        `读到：${readingInBrief(reading, passagesOf(material.entry.id, text, outline).length)}`,
        listed.length === 0
          ? '未收入：没有'
          : `未收入：${listed.join('、')}${more}（点“未收入的内容”看原因）`,
      ].join('\n'),
    ),
  ];
}

async function registeredBlocks(
  material: ShelvedMaterial,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const guessed = material.standing === 'draft' ? guessedOf(material.entry) : [];
  const shown = FIELDS.filter((field) => field !== 'classes' || material.entry.openness === '内部');
  const lines = await Promise.all(
    shown.map(async (field) => {
      const words = await fieldInWords(field, material, on);
      const mark = guessed.includes(field) && words !== '' ? '（自动识别，请核对）' : '';
      return `${DETAIL_NAMES[field]}：${words === '' ? '未填' : words}${mark}`;
    }),
  );
  return [heading('登记'), plain(lines.join('\n'))];
}

function buttonsOf(material: ShelvedMaterial, on: PersonalOccasion): Button[] {
  const named = namedAs(material);
  const { standing, entry } = material;
  const manages = can(on.person.role, 'manage-materials');
  const isDraft = standing === 'draft' && isTheirs(material, on);
  const mayEnd = ['in-force', 'scheduled', 'superseded', 'unusable'].includes(standing);
  const rest = toAskFor(material);
  const [field] = rest;
  return [
    ...(isDraft && field !== undefined
      ? ([
          [
            `逐项登记（${rest.length} 项）`,
            { kind: 'ask-material-field', ...named, field, rest: rest.slice(1) },
          ],
        ] as const)
      : []),
    ...(isDraft && missingFields(material).length === 0
      ? ([['提交审核', { kind: 'submit-material', ...named }]] as const)
      : []),
    ...(manages && entry.approver === AWAITING_CONFIRMATION && entry.status === 'approved'
      ? ([['审核确认', { kind: 'ask-approve-material', ...named }]] as const)
      : []),
    ...(manages && standing === 'submitted'
      ? ([
          ['审核', { kind: 'ask-approve-material', ...named }],
          ['退回', { kind: 'ask-return-material', ...named }],
        ] as const)
      : []),
    ['查看层级', { kind: 'show-material-outline', ...named, from: 0 }],
    ['查看段落', { kind: 'show-material-passages', ...named, from: 0 }],
    ['未收入的内容', { kind: 'show-left-out', ...named }],
    ...(entry.version > 1
      ? ([['与上一版比较', { kind: 'compare-material', ...named, from: 0 }]] as const)
      : []),
    ...(isDraft ? ([['修改登记', { kind: 'change-material', ...named }]] as const) : []),
    ['下载原文件', { kind: 'export-material', ...named }],
    ['操作记录', { kind: 'list-material-steps', ...named }],
    ['各个版本', { kind: 'list-material-versions', material: entry.id }],
    ...(manages && mayEnd && entry.status === 'approved'
      ? ([['停用', { kind: 'ask-retire-material', ...named }]] as const)
      : []),
    ...(isDraft ? ([['放弃草稿', { kind: 'ask-discard-material', ...named }]] as const) : []),
    ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }],
  ];
}
