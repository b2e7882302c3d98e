import { LONGEST } from '../../../seminar/lint/rules.ts';
import { ORDER_LIMITS } from '../../../seminar/order.ts';
import { type Button, choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DialogueState } from '../../state.ts';
import { type OpenedKit, withOwnKit } from './opened-kit.ts';

/** What of a kit the next text says. */
export type Words = NonNullable<DialogueState['kitWords']>;

/** Asks for the words of a change. */
export function askForWords(
  { kit: id, what, target }: DeedOf<'write-in-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, (opened) => {
    const { version } = opened.record;
    const [question, hint, buttons] = askedFor(what, target, opened);
    return {
      placement: 'turn',
      state: {
        ...on.state,
        expecting: 'words-for-kit',
        kitWords: { kit: id, before: version, what, target },
      },
      blocks: [
        lead(question),
        remark(`${hint}发送“取消”不改。`),
        choices('研讨方案', ...buttons, ['返回方案', { kind: 'open-kit', kit: id }]),
      ],
    };
  });
}

function askedFor(
  what: Words['what'],
  target: string,
  { record, kit }: OpenedKit,
): readonly [question: string, hint: string, buttons: readonly Button[]] {
  const { order } = kit;
  const set = (label: string, edit: DeedOf<'edit-kit'>['edit']): Button => [
    label,
    { kind: 'edit-kit', kit: record.id, before: record.version, edit },
  ];
  switch (what) {
    case 'people': {
      const { least, most } = ORDER_LIMITS.people;
      const usual = [30, 40, 50, 60].filter((people) => people !== order.people);
      return [
        `现在是 ${order.people} 人，改为多少人？`,
        `${least} 至 ${most} 人，分组随之重排。`,
        usual.map((people) => set(`${people}人`, { kind: 'set-people', people })),
      ];
    }
    case 'minutes': {
      const { least, most } = ORDER_LIMITS.minutes;
      const usual = [90, 120, 180, 360].filter((minutes) => minutes !== order.minutes);
      return [
        `现在是 ${order.minutes} 分钟，改为多长时间？`,
        `${least} 至 ${most} 分钟，流程表随之重排。`,
        usual.map((minutes) => set(`${minutes}分钟`, { kind: 'set-minutes', minutes })),
      ];
    }
    case 'audience':
      return [
        `现在的对象是“${order.audience}”，改为什么？`,
        '题目按新的对象重新拟定，原来的在“版本”中可以恢复。',
        [],
      ];
    case 'situation':
      return [
        order.situation === ''
          ? '请写本地情况。'
          : `现在的本地情况是：${order.situation}\n改为什么？`,
        `写实际做法、难处和数字，最多 ${ORDER_LIMITS.situation.most} 个字。请不要写涉密内容和他人姓名。题目结合它重新拟定，原来的在“版本”中可以恢复。`,
        order.situation === '' ? [] : [set('清空', { kind: 'set-situation', situation: '' })],
      ];
    case 'add':
      return [
        `请写“${target}”这一步的新题目。`,
        `最多 ${LONGEST} 个字。也可以由助手出一道。`,
        [set('由助手出题', { kind: 'add', stage: target, text: null })],
      ];
    case 'rewrite': {
      const text = kit.questions.find(({ id }) => id === target)?.text ?? '';
      return ['请写新的题目。', `现在是：${text}\n最多 ${LONGEST} 个字。`, []];
    }
    case 'day':
      return ['研讨在哪一天？', '例如“6月10日”“下周三”。', []];
    default:
      return what satisfies never;
  }
}

/** Says what is wrong and keeps waiting. */
export function waitAgain(
  asked: Words,
  problem: string,
  buttons: readonly Button[],
  on: PersonalOccasion,
): FeatureReply {
  return {
    placement: 'turn',
    state: { ...on.state, expecting: 'words-for-kit', kitWords: asked },
    blocks: [
      lead(problem),
      choices('研讨方案', ...buttons, ['返回方案', { kind: 'open-kit', kit: asked.kit }]),
    ],
  };
}
