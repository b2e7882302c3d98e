import { passagesOf } from '../../../corpus/passages.ts';
import { changedOf, guessedOf } from '../../../materials/adding/guessed-of.ts';
import { DETAIL_NAMES } from '../../../materials/lifecycle/check-details.ts';
import type { ShelvedMaterial } from '../../../materials/material.ts';
import { choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { MaterialField } from '../../deeds/materials.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { mainButtons, rareButtons } from './material-buttons.ts';
import {
  approvalInWords,
  fieldInWords,
  missingFields,
  nameOfVersion,
  readingInBrief,
  shortHash,
  standingInWords,
} from './material-words.ts';
import { mayShowWords, namedAs, versionOf, withMaterial } from './opened-material.ts';
import { recallLines } from './recall-lines.ts';

const FIELDS = Object.keys(DETAIL_NAMES) as readonly MaterialField[];
/** Has a value though nobody gave one. */
const PRESET: readonly MaterialField[] = ['kind', 'openness'];
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

/** What is done with a version more rarely, apart so that a phone shows at once what comes next. */
export function moreOfMaterial(
  named: DeedOf<'more-of-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withMaterial(named, on, (material) => ({
    placement: 'turn',
    blocks: [
      heading(nameOfVersion(material)),
      plain(`状态：${standingInWords(material)}`),
      choices('更多', ...rareButtons(material, on)),
    ],
  }));
}

/** A version as a whole, with everything that is done with it next. */
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
        ...(await recallLines(material, on)),
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
    choices('资料', ...mainButtons(material, on)),
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
          : `未收入：${listed.join('、')}${more}（原因见“未收入的内容”）`,
      ].join('\n'),
    ),
  ];
}

async function registeredBlocks(
  material: ShelvedMaterial,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const isDraft = material.standing === 'draft';
  const guessed = isDraft ? guessedOf(material.entry) : [];
  const changed = changedOf(material.entry);
  const markOf = (field: MaterialField) => {
    if (guessed.includes(field)) return '（自动识别，请核对）';
    const isUntouched = isDraft && !changed.includes(DETAIL_NAMES[field]);
    return isUntouched && PRESET.includes(field) ? '（请核对）' : '';
  };
  const shown = FIELDS.filter((field) => field !== 'classes' || material.entry.openness === '内部');
  const lines = await Promise.all(
    shown.map(async (field) => {
      const words = await fieldInWords(field, material, on);
      return `${DETAIL_NAMES[field]}：${words === '' ? '未填' : words}${words === '' ? '' : markOf(field)}`;
    }),
  );
  return [heading('登记'), plain(lines.join('\n'))];
}
