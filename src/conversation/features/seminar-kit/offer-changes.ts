import { METHODS } from '../../../seminar/order.ts';
import { METHOD_PLANS } from '../../../seminar/plan/methods.ts';
import { type Button, choices, lead, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { withOwnKit } from './opened-kit.ts';
import { numbered } from './stages.ts';

export function offerKitChanges(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const write = (what: DeedOf<'write-in-kit'>['what']): Deed => ({
    ...{ kind: 'write-in-kit', kit: id, what, target: '' },
  });
  return withOwnKit(id, on, ({ kit }) => ({
    placement: 'turn',
    blocks: [
      lead('改什么？'),
      remark(
        `现在是：${kit.order.audience}，${kit.order.people} 人，${kit.order.minutes} 分钟，${kit.order.method}。改动存为新的一版。`,
      ),
      choices(
        '改什么',
        ['改人数', write('people')],
        ['改时长', write('minutes')],
        ['改方法', { kind: 'choose-method', kit: id }],
        ['改对象', write('audience')],
        ['改本地情况', write('situation')],
        ['改题目', { kind: 'list-questions', kit: id, stage: 0 }],
        ['加题', { kind: 'choose-stage', kit: id }],
        ...(on.model === null
          ? []
          : ([['模型润色', { kind: 'offer-improving', kit: id }]] as Button[])),
        ['返回方案', { kind: 'open-kit', kit: id }],
      ),
    ],
  }));
}

export function chooseMethod(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return withOwnKit(id, on, ({ record, kit }) => ({
    placement: 'turn',
    blocks: [
      lead(`现在是${kit.order.method}，改用哪种方法？`),
      remark('流程和题目按新方法重排，原来的题目在“版本”中可以恢复。'),
      choices(
        '研讨方法',
        ...METHODS.filter((method) => method !== kit.order.method).map(
          (method): Button => [
            method,
            {
              ...{ kind: 'edit-kit', kit: id, before: record.version },
              edit: { kind: 'set-method', method },
            },
          ],
        ),
        ['不改', { kind: 'open-kit', kit: id }],
      ),
    ],
  }));
}

/** The stage that a new question is for. */
export function chooseStage(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return withOwnKit(id, on, ({ kit }) => ({
    placement: 'turn',
    blocks: [
      lead('新题目放在哪一步？'),
      choices(
        '步骤',
        ...METHOD_PLANS[kit.order.method].stages.map(
          ({ stage }): Button => [
            stage,
            { kind: 'write-in-kit', kit: id, what: 'add', target: stage },
          ],
        ),
        ['返回方案', { kind: 'open-kit', kit: id }],
      ),
    ],
  }));
}

/** Nothing is taken out before it is confirmed. */
export function confirmDeletingQuestion(
  { kit: id, question }: DeedOf<'ask-delete-question'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, ({ record, kit }) => {
    const found = numbered(kit).find((one) => one.question.id === question);
    const open: Deed = { kind: 'open-question', kit: id, question };
    return {
      placement: 'turn',
      blocks: [
        lead(
          found === undefined
            ? '这道题已经不在方案里了。'
            : `删除第${found.number}题“${found.question.text}”？`,
        ),
        choices(
          '删除题目',
          ...(found === undefined
            ? []
            : ([
                [
                  '确定删除',
                  {
                    ...{ kind: 'edit-kit', kit: id, before: record.version },
                    edit: { kind: 'delete', question },
                  },
                ],
                ['不删除', open],
              ] as Button[])),
          ['返回题目', { kind: 'list-questions', kit: id, stage: 0 }],
        ),
      ],
    };
  });
}
