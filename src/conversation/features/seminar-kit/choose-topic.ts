import { placeInWords } from '../../../checkin/chapters.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { type Button, choices, lead, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { openIn } from '../../readable.ts';
import { chosenMaterial, studyMaterials } from '../learning/materials.ts';
import { askPiece } from './ask-piece.ts';
import { NEW_ORDER } from './draft-order.ts';

/** A topic out of the outline of a policy document: the heading of one of its sections. */
export async function chooseTopic(
  deed: DeedOf<'choose-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const draft = { ...(on.state.seminarOrder ?? NEW_ORDER), asked: 'topic' as const };
  const index = openIn(await on.index());
  const policies = new Set(
    index.store.materials().flatMap(({ id, kind }) => (kind === '政策文件' ? [id] : [])),
  );
  const materials = studyMaterials(index).filter(({ id }) => policies.has(id));
  if (materials.length === 0) {
    return askPiece(draft, on, { notes: ['目前没有可以选择的资料，请直接写主题。'] });
  }
  const reply = (question: string, buttons: readonly Button[]): FeatureReply => ({
    placement: 'turn',
    state: { ...on.state, expecting: 'order-piece', seminarOrder: draft },
    blocks: [
      lead(question),
      remark('以标题为主题。也可以直接发送一句话作为主题。'),
      choices(question, ...buttons),
    ],
  });
  const material = chosenMaterial(materials, deed.material);
  if (material === null) {
    return reply(
      '请选择资料',
      materials.map(({ id, title }) => [
        `《${withoutTitleMarks(title)}》`,
        { kind: 'choose-topic', material: id, chapter: null },
      ]),
    );
  }
  const chapter = material.chapters.find(({ place }) => place === deed.chapter);
  if (chapter === undefined) {
    return reply(
      '请选择部分',
      material.chapters.map(({ place, heading, sections }) => [
        placeInWords(material.chapters, place),
        sections.length > 0
          ? { kind: 'choose-topic', material: material.id, chapter: place }
          : topicDeed(heading),
      ]),
    );
  }
  return reply('请选择主题', [
    ...chapter.sections.map(
      ({ place, heading }): Button => [placeInWords(material.chapters, place), topicDeed(heading)],
    ),
    [`整个部分：${chapter.heading}`, topicDeed(chapter.heading)],
  ]);
}

function topicDeed(heading: string): Deed {
  return { kind: 'answer-piece', piece: 'topic', value: heading };
}
