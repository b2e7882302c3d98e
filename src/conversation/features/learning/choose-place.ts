import { placeInWords } from '../../../checkin/chapters.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { type Button, choices, lead } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { chosenMaterial, studyMaterials } from './materials.ts';

/** Materials, then parts, then sections, as far as there is anything to choose. */
export async function choosePlace(
  deed: DeedOf<'choose-place'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const materials = studyMaterials(await on.index());
  const material = chosenMaterial(materials, deed.material);
  if (materials.length === 0) return say('目前没有可以选择的资料，请直接写一句学习内容。');
  const expecting = deed.entry === null ? 'study' : 'study-again';
  const reply = (label: string, buttons: readonly Button[]): FeatureReply => ({
    placement: 'turn',
    state: { ...on.state, expecting, on: deed.on, entry: deed.entry },
    blocks: [lead(label), choices(label, ...buttons)],
  });
  if (material === null) {
    return reply(
      '请选择资料',
      materials.map(({ id, title }) => [
        `《${withoutTitleMarks(title)}》`,
        { ...deed, material: id, chapter: null },
      ]),
    );
  }
  const chapter = material.chapters.find(({ place }) => place === deed.chapter);
  if (chapter === undefined) {
    return reply(
      `《${withoutTitleMarks(material.title)}》学了哪一部分？`,
      material.chapters.map(({ place, sections }) => [
        placeInWords(material.chapters, place),
        sections.length > 0
          ? { ...deed, material: material.id, chapter: place }
          : placeDeed(deed, material.id, place),
      ]),
    );
  }
  return reply('学了哪一节？', [
    ['整个部分', placeDeed(deed, material.id, chapter.place)],
    ...chapter.sections.map(
      ({ place }): Button => [
        placeInWords(material.chapters, place),
        placeDeed(deed, material.id, place),
      ],
    ),
  ]);
}

function placeDeed({ entry, on }: DeedOf<'choose-place'>, material: string, place: string): Deed {
  return entry === null
    ? { kind: 'record-place', material, place, on }
    : { kind: 'move-place', entry, material, place };
}
