import { DETAIL_NAMES } from '../../../materials/lifecycle/check-details.ts';
import type { MaterialDetails, ShelvedMaterial } from '../../../materials/material.ts';
import type { Shelved } from '../../../materials/shelf.ts';
import { type Button, choices, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { MaterialField } from '../../deeds/materials.ts';
import { type FeatureReply, type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';
import { actorOf, afterChange, notDone } from './after-change.ts';
import { type AskedField, askField } from './ask-field.ts';
import { fieldInWords, nameOfVersion } from './material-words.ts';
import {
  isTheirs,
  type NamedVersion,
  namedAs,
  versionOf,
  withMaterial,
} from './opened-material.ts';
import { readField } from './read-field.ts';

const NOT_THEIRS = '这份草稿由别人上传，您不能修改。需要的，请联系上传的人或者管理员。';
const NO_DRAFT = '登记只能在草稿时修改。已提交的，请管理员退回后再改；已批准的，请上传新版本。';

/** Goes on with a draft that the person may change. */
export function withDraft(
  named: NamedVersion,
  on: PersonalOccasion,
  then: (material: ShelvedMaterial) => SoonReplied,
): Promise<FeatureReply> {
  return withMaterial(named, on, (material) => {
    if (material.standing !== 'draft') return notDone(NO_DRAFT, named, on);
    return isTheirs(material, on) ? then(material) : say(NOT_THEIRS);
  });
}

/** What is registered of a draft, each to be changed by itself. */
export function changeMaterial(
  named: DeedOf<'change-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(named, on, async (material) => {
    const fields = (Object.keys(DETAIL_NAMES) as MaterialField[]).filter(
      (field) => field !== 'classes' || material.entry.openness === '内部',
    );
    const lines = await Promise.all(
      fields.map(async (field) => {
        const words = await fieldInWords(field, material, on);
        return `${DETAIL_NAMES[field]}：${words === '' ? '未填' : words}`;
      }),
    );
    const buttons = fields.map(
      (field): Button => [
        DETAIL_NAMES[field],
        { kind: 'ask-material-field', ...namedAs(material), field, rest: [] },
      ],
    );
    return {
      placement: 'turn',
      blocks: [
        lead(`修改${nameOfVersion(material)}的哪一项？`),
        plain(lines.join('\n')),
        choices('修改登记', ...buttons, [
          '返回资料',
          { kind: 'open-material', ...namedAs(material) },
        ]),
      ],
    };
  });
}

export function askMaterialField(
  { field, rest, ...named }: DeedOf<'ask-material-field'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(named, on, (material) => askField(material, { field, rest }, on));
}

export function setMaterialField(
  { field, value, rest, ...named }: DeedOf<'set-material-field'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return takeField(named, { field, rest }, value, on);
}

/** Takes what was written for a field, and goes on with the next one. */
export function takeField(
  named: NamedVersion,
  asked: AskedField,
  words: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(named, on, async (material) => {
    const { field } = asked;
    if (field === 'classes') return askField(material, asked, on, '请用下面的按钮选班次。');
    const read = readField(field, words, material, on.today);
    if (!read.ok) return askField(material, asked, on, read.problem);
    return keep(material, read.details, withClasses(asked, read.details), on);
  });
}

/** Each tap is kept at once; the question stays until it is said to be answered. */
export function setMaterialClasses(
  { only, rest, ...named }: DeedOf<'set-material-classes'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(named, on, async (material) => {
    const known = (await on.people.classes()).map(({ id }) => id);
    const classes = only.filter((id) => known.includes(id));
    const details = { openness: '内部' as const, classes };
    const shelved = await register(material, details, on);
    return shelved.kind === 'refused'
      ? notDone(shelved.problem, namedAs(material), on)
      : askField(shelved.material, { field: 'classes', rest }, on, '已登记。');
  });
}

/** Whoever may read an internal material is asked for at once. */
function withClasses(
  { field, rest }: AskedField,
  details: Partial<MaterialDetails>,
): readonly MaterialField[] {
  const asksForClasses = field === 'openness' && details.openness === '内部';
  return asksForClasses ? ['classes', ...rest] : rest;
}

async function keep(
  material: ShelvedMaterial,
  details: Partial<MaterialDetails>,
  [next, ...rest]: readonly MaterialField[],
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const named = namedAs(material);
  const shelved = await register(material, details, on);
  if (shelved.kind === 'done' && next !== undefined) {
    return askField(shelved.material, { field: next, rest }, on, '已登记。');
  }
  return afterChange(shelved, named, on, { words: '已登记。' });
}

async function register(
  material: ShelvedMaterial,
  details: Partial<MaterialDetails>,
  { shelf, person }: PersonalOccasion,
): Promise<Shelved> {
  if (!isNews(material, details)) return { kind: 'done', material, remarks: [] };
  return shelf.change(versionOf(namedAs(material)), details, actorOf({ person }));
}

/** What stands there already is not registered again. */
function isNews({ entry }: ShelvedMaterial, details: Partial<MaterialDetails>): boolean {
  return (Object.keys(details) as (keyof MaterialDetails)[]).some(
    (field) => JSON.stringify(details[field]) !== JSON.stringify(entry[field]),
  );
}
