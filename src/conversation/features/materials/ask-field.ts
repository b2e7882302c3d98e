import { DETAIL_NAMES } from '../../../materials/lifecycle/check-details.ts';
import type { ShelvedMaterial } from '../../../materials/material.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { MaterialField } from '../../deeds/materials.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { MaterialWords } from '../../state.ts';
import { fieldInWords, titleOf } from './material-words.ts';
import { namedAs } from './opened-material.ts';
import { FROM_APPROVAL, KINDS, OPENNESSES, WITHOUT_END } from './read-field.ts';

/** One field of a draft that is asked for, and what is asked for after it. */
export interface AskedField {
  readonly field: MaterialField;
  readonly rest: readonly MaterialField[];
}

const HOW: Readonly<Record<MaterialField, string>> = {
  title: '写文件的全称，不用写书名号。',
  issuer: '写发文机关的全称或者规范简称。',
  edition: '有文号的写文号，如“某发〔2026〕12号”；没有的写版次，如“2026年版”。',
  kind: '政策文件可以作为政策依据；方法参考只附在答复后面，不作为依据。',
  openness:
    '公开：谁提问都可以引用。内部：只答复本单位登录的人员，不在群里显示，只走本单位准许的渠道。涉密资料不得存入。',
  classes: '选了班次的，只有这些班次的学员、教师和管理员能看到引用。',
  effective_from: '可以写日期，如“2026年9月1日”。到这一天才引用；选“批准之日”的，批准后马上引用。',
  effective_to: '可以写日期，如“2027年12月31日”。过了这一天不再引用。',
};

/** Asks for one field: by buttons where the choices are few, else by text. */
export async function askField(
  material: ShelvedMaterial,
  { field, rest }: AskedField,
  on: PersonalOccasion,
  said: string | null = null,
): Promise<FeatureReply> {
  const now = await fieldInWords(field, material, on);
  const asks = isChosen(field)
    ? `请选${DETAIL_NAMES[field]}。`
    : `请填写${DETAIL_NAMES[field]}，直接发给我。`;
  return {
    placement: 'turn',
    state: waitForMaterial(material, field, rest, on),
    blocks: [
      lead(said ?? asks),
      plain(
        [
          ...(said === null ? [] : [asks]),
          titleOf(material),
          ...(now === '' ? [] : [`现在是：${now}`]),
        ].join('\n'),
      ),
      remark(HOW[field]),
      choices(
        DETAIL_NAMES[field],
        ...(await answersTo(material, { field, rest }, on)),
        ...(now === '' || field === 'classes' ? [] : [keepButton(material, rest)]),
        ['返回资料', { kind: 'open-material', ...namedAs(material) }],
      ),
    ],
  };
}

/** The state in which the next text is taken as what is asked for of a version. */
export function waitForMaterial(
  material: ShelvedMaterial,
  what: MaterialWords['what'],
  rest: readonly MaterialField[],
  { state }: PersonalOccasion,
) {
  return {
    ...{ ...state, expecting: 'words-for-material' as const },
    materialWords: { ...namedAs(material), what, rest: [...rest] },
  };
}

function isChosen(field: MaterialField): boolean {
  return field === 'kind' || field === 'openness' || field === 'classes';
}

async function answersTo(
  material: ShelvedMaterial,
  { field, rest }: AskedField,
  on: PersonalOccasion,
): Promise<Button[]> {
  const value = (label: string, words = label): Button => [
    label,
    { kind: 'set-material-field', ...namedAs(material), field, value: words, rest: [...rest] },
  ];
  switch (field) {
    case 'title':
    case 'issuer':
    case 'edition':
      return [];
    case 'kind':
      return KINDS.map((one) => value(one));
    case 'openness':
      return OPENNESSES.map((one) => value(one));
    case 'classes':
      return classButtons(material, rest, on);
    case 'effective_from':
      return [value(FROM_APPROVAL), value('今天')];
    case 'effective_to':
      return [value(WITHOUT_END)];
    default:
      return field satisfies never;
  }
}

/** A tap on a class puts it in or takes it out. */
async function classButtons(
  material: ShelvedMaterial,
  rest: readonly MaterialField[],
  { people }: PersonalOccasion,
): Promise<Button[]> {
  const chosen = material.entry.classes;
  const set = (label: string, only: readonly string[]): Button => [
    label,
    { kind: 'set-material-classes', ...namedAs(material), only: [...only], rest: [...rest] },
  ];
  const classes = await people.classes();
  return [
    ...classes.map(({ id, name }) =>
      chosen.includes(id)
        ? set(
            `去掉：${name}`,
            chosen.filter((one) => one !== id),
          )
        : set(`加上：${name}`, [...chosen, id]),
    ),
    ...(chosen.length === 0 ? [] : [set('本单位全体人员', [])]),
    ['选好了', nextDeed(material, rest)],
  ];
}

function keepButton(material: ShelvedMaterial, rest: readonly MaterialField[]): Button {
  return ['不改', nextDeed(material, rest)];
}

/** Asks for the next field, or opens the version where nothing is left to ask for. */
function nextDeed(material: ShelvedMaterial, rest: readonly MaterialField[]): Deed {
  const [field, ...after] = rest;
  return field === undefined
    ? { kind: 'open-material', ...namedAs(material) }
    : { kind: 'ask-material-field', ...namedAs(material), field, rest: after };
}
