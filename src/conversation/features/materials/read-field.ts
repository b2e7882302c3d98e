import type { ManifestEntry } from '../../../corpus/manifest.ts';
import { DETAIL_NAMES } from '../../../materials/lifecycle/check-details.ts';
import type { MaterialDetails, ShelvedMaterial } from '../../../materials/material.ts';
import { readDate } from '../../../reminder/reading/read-date.ts';
import { cleanWords } from '../../../text/clean-words.ts';
import { withoutOuterMarks } from '../../../text/title-marks.ts';
import type { MaterialField } from '../../deeds/materials.ts';

export type ReadField =
  | { readonly ok: true; readonly details: Partial<MaterialDetails> }
  | { readonly ok: false; readonly problem: string };

export const KINDS: readonly ManifestEntry['kind'][] = ['政策文件', '方法参考'];
export const OPENNESSES: readonly ManifestEntry['openness'][] = ['公开', '内部'];
/** What stands for no date of its own. */
export const FROM_APPROVAL = '批准之日';
export const WITHOUT_END = '长期有效';

const LONGEST = { title: 120, issuer: 60, edition: 60 } as const;
const NO_DATE = '没有看懂日期。请写成“2026年9月1日”这样。';

/** What a person wrote or tapped for a field of a material. */
export function readField(
  field: Exclude<MaterialField, 'classes'>,
  raw: string,
  material: ShelvedMaterial,
  today: string,
): ReadField {
  const words = cleanWords(raw).replace(/\n+/gu, ' ').trim();
  switch (field) {
    case 'title':
    case 'issuer':
    case 'edition':
      return readName(field, words);
    case 'kind': {
      const kind = KINDS.find((one) => one === words);
      return kind === undefined ? oneOf(field, KINDS) : { ok: true, details: { kind } };
    }
    case 'openness': {
      const openness = OPENNESSES.find((one) => one === words);
      if (openness === undefined) return oneOf(field, OPENNESSES);
      // Whoever opens a material to everyone does not restrict it to classes.
      const classes = openness === '公开' ? { classes: [] } : {};
      return { ok: true, details: { openness, ...classes } };
    }
    case 'effective_from':
    case 'effective_to':
      return readDay(field, words.replace(/\s|起$|之日起$/gu, ''), material, today);
    default:
      return field satisfies never;
  }
}

function readName(field: 'title' | 'issuer' | 'edition', words: string): ReadField {
  const name = field === 'title' ? withoutOuterMarks(words).trim() : words;
  const most = LONGEST[field];
  if (!/[\p{L}\p{N}]/u.test(name)) {
    return { ok: false, problem: `没有收到${DETAIL_NAMES[field]}，请用文字发送。` };
  }
  if ([...name].length > most) {
    return {
      ok: false,
      problem: `${DETAIL_NAMES[field]}最多 ${most} 个字，没有保存。请缩短后再发。`,
    };
  }
  return { ok: true, details: { [field]: name } };
}

function oneOf(field: MaterialField, choices: readonly string[]): ReadField {
  return { ok: false, problem: `${DETAIL_NAMES[field]}请在${choices.join('、')}中选一个。` };
}

function readDay(
  field: 'effective_from' | 'effective_to',
  words: string,
  { entry }: ShelvedMaterial,
  today: string,
): ReadField {
  const isFrom = field === 'effective_from';
  const none = isFrom ? /^(?:自?批准(?:之日)?|无|不定)$/u : /^(?:长期(?:有效)?|无|没有|不定)$/u;
  if (none.test(words)) return { ok: true, details: { [field]: null } };
  const read = readDate(words, today, true);
  if (read === null) return { ok: false, problem: NO_DATE };
  if (!read.ok) return read;
  const day = read.value;
  const [first, last] = isFrom ? [day, entry.effective_to] : [entry.effective_from, day];
  if (first !== null && last !== null && last < first) {
    return { ok: false, problem: '失效日期不能早于生效日期，没有保存。请核对后再发。' };
  }
  return { ok: true, details: { [field]: day } };
}
