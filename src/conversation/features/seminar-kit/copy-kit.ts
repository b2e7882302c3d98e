import { type Button, decision, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import { kitBlocks } from './kit-page.ts';
import { withKit } from './opened-kit.ts';
import { ownClasses } from './own-classes.ts';

const MOST_CLASSES = 12;

export function askCopyKit(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return withKit(id, on, async () => {
    const classes = (await ownClasses(on)).slice(0, MOST_CLASSES);
    return {
      placement: 'turn',
      blocks: [
        lead('复制给哪个班次？'),
        remark('复制后是另一份方案，改动互不影响。'),
        decision(
          '班次',
          ...classes.map(
            ({ id: classId, name }): Button => [name, { kind: 'copy-kit', kit: id, classId }],
          ),
          ['暂不定班次', { kind: 'copy-kit', kit: id, classId: null }],
          ['不复制', { kind: 'open-kit', kit: id }],
        ),
      ],
    };
  });
}

/** A kit of one's own with the same content, for another class; its versions begin anew. */
export function copyKit(
  { kit: id, classId }: DeedOf<'copy-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withKit(id, on, async ({ record, kit }) => {
    const found = classId === null ? null : await on.people.class(classId);
    const at = on.now.toISOString();
    const owner = on.person.id;
    const note = `复制自“${kit.order.topic}”第 ${record.version} 版`;
    const copied = {
      ...{ id: makeId(), owner, classId: found?.id ?? null, heldOn: null },
      ...{ version: 1, kit, changedAt: at },
    };
    const isOther = found !== null && found.name !== kit.order.audience;
    return {
      placement: 'turn',
      changes: [
        {
          of: 'seminar',
          change: {
            ...{ kind: 'add-kit', id: copied.id, owner, classId: copied.classId },
            ...{ kit, note, at },
          },
        },
      ],
      blocks: [
        lead(found === null ? '已复制一份。' : `已复制给“${found.name}”。`),
        ...(isOther
          ? [remark(`题目中的对象仍是“${kit.order.audience}”，可以在“修改”中改对象、人数和时长。`)]
          : []),
        ...(await kitBlocks({ record: copied, kit, right: 'own', gone: 0 }, on)),
      ],
    };
  });
}
