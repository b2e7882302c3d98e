import type { Kit } from '../../../seminar/kit.ts';
import { makeKit } from '../../../seminar/make-kit.ts';
import type { SeminarOrder } from '../../../seminar/order.ts';
import type { KitRecord } from '../../../seminar/store.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import { openIn } from '../../readable.ts';
import { kitBlocks } from './kit-page.ts';

/** Makes a kit and keeps it; where no policy text carries the topic, that is asked about first. */
export async function makeOrdered(
  order: SeminarOrder,
  classId: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const kit = makeKit(openIn(await on.index()), order);
  return kit.grounding === 'none'
    ? offerWithoutPolicy(kit, classId, on)
    : keepNew(kit, classId, on);
}

/** The order is complete: a kit without policy text is wanted all the same. */
export async function makeWithoutPolicy(on: PersonalOccasion): Promise<FeatureReply> {
  const draft = on.state.seminarOrder;
  if (draft === null) return say('这份研讨方案已经做好或者取消了。发送“我的研讨方案”可以查看。');
  const { topic, audience, people, minutes, method, situation, classId } = draft;
  const isWhole =
    topic !== null && audience !== null && people !== null && minutes !== null && method !== null;
  if (!isWhole) return say('研讨方案还没有填完。发送“研讨方案”可以继续填写。');
  const order = { topic, audience, people, minutes, method, situation: situation ?? '' };
  return keepNew(makeKit(openIn(await on.index()), order), classId, on);
}

function offerWithoutPolicy(
  { order, groundingNote }: Kit,
  classId: string | null,
  on: PersonalOccasion,
): FeatureReply {
  return {
    placement: 'turn',
    state: {
      ...on.state,
      expecting: 'order-piece',
      seminarOrder: { ...order, classId, asked: 'topic' },
    },
    blocks: [
      lead(`现有资料中没有关于“${order.topic}”的规定。`),
      plain(groundingNote),
      remark(
        '可以只做研讨方法上的方案，不引用政策；也可以换一个主题，直接发送即可，其余各项不变。',
      ),
      choices(
        '怎么办',
        ['照做，不引政策', { kind: 'make-without-policy' }],
        ['从资料中选', { kind: 'choose-topic', material: null, chapter: null }],
        ['不做了', { kind: 'drop-order' }],
      ),
    ],
  };
}

async function keepNew(
  kit: Kit,
  classId: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const at = on.now.toISOString();
  const id = makeId();
  const record: KitRecord = {
    ...{ id, owner: on.person.id, classId, heldOn: null },
    ...{ version: 1, kit, changedAt: at },
  };
  return {
    placement: 'turn',
    state: { ...on.state, seminarOrder: null },
    changes: [
      {
        of: 'seminar',
        change: { kind: 'add-kit', id, owner: on.person.id, classId, kit, note: '新做', at },
      },
    ],
    blocks: [
      lead('研讨方案已做好，可以直接导出，也可以先修改。'),
      ...(await kitBlocks({ record, kit, right: 'own', gone: 0 }, on)),
    ],
  };
}
