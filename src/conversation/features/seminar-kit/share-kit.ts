import { nameOf } from '../../../people/person.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { type OpenedKit, withOwnKit } from './opened-kit.ts';
import { ownClasses } from './own-classes.ts';

interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Colleagues on a page. */
const PAGE = 8;
const NOT_A_COLLEAGUE = '只能共享给同一班次的教师，没有共享。';

/** What concerns the kit as a whole. */
export function offerKitAffairs(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return withOwnKit(id, on, async ({ kit }) => {
    const readers = await namesOf(await on.seminars.readers(id), on);
    return {
      placement: 'turn',
      blocks: [
        lead(`研讨方案：${kit.order.topic}`),
        remark(
          readers.length === 0
            ? '没有共享给他人。'
            : `已共享给：${readers.map(({ name }) => name).join('、')}。`,
        ),
        choices(
          '办理',
          ['版本', { kind: 'list-versions', kit: id, from: 0 }],
          ['复制给新班次', { kind: 'ask-copy-kit', kit: id }],
          ['共享给教师', { kind: 'ask-share-kit', kit: id, from: 0 }],
          ...readers.map(
            ({ id: person, name }): Button => [
              `收回共享：${name}`,
              { kind: 'unshare-kit', kit: id, person },
            ],
          ),
          ['删除方案', { kind: 'ask-remove-kit', kit: id }],
          ['返回方案', { kind: 'open-kit', kit: id }],
        ),
      ],
    };
  });
}

export function askShareKit(
  { kit: id, from }: DeedOf<'ask-share-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, async () => {
    const readers = new Set(await on.seminars.readers(id));
    const others = (await colleagues(on)).filter((one) => !readers.has(one.id));
    const back: Button = ['返回方案', { kind: 'open-kit', kit: id }];
    if (others.length === 0) {
      const words =
        readers.size > 0 ? '同班次的教师都已经共享了。' : '您的班次里没有其他教师，不能共享。';
      return { placement: 'turn', blocks: [lead(words), choices('研讨方案', back)] };
    }
    const shown = others.slice(from, from + PAGE);
    const more: Button[] =
      others.length > from + PAGE
        ? [['下一页', { kind: 'ask-share-kit', kit: id, from: from + PAGE }]]
        : [];
    return {
      placement: 'turn',
      blocks: [
        lead('共享给哪位教师？'),
        remark('对方可以查看、复制、导出和开展研讨，不能修改。可以随时收回；共享记入操作记录。'),
        choices(
          '教师',
          ...shown.map(
            ({ id: person, name }): Button => [name, { kind: 'share-kit', kit: id, person }],
          ),
          ...more,
          back,
        ),
      ],
    };
  });
}

export function shareKit(
  { kit: id, person }: DeedOf<'share-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, async (opened) => {
    const found = (await colleagues(on)).find((one) => one.id === person);
    if (found === undefined) return say(NOT_A_COLLEAGUE);
    return {
      placement: 'turn',
      changes: [
        { of: 'seminar', change: { kind: 'share-kit', id, person } },
        audited('共享研讨方案', detailOf(opened, found), on),
      ],
      blocks: [
        lead(`已共享给${found.name}。`),
        plain('对方发送“我的研讨方案”就能看到。'),
        choices(
          '共享',
          ['收回共享', { kind: 'unshare-kit', kit: id, person }],
          ['返回方案', { kind: 'open-kit', kit: id }],
        ),
      ],
    };
  });
}

export function unshareKit(
  { kit: id, person }: DeedOf<'unshare-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, async (opened) => {
    const back = choices('研讨方案', ['返回方案', { kind: 'open-kit', kit: id }]);
    if (!(await on.seminars.readers(id)).includes(person)) {
      return { placement: 'turn', blocks: [lead('已经收回了。'), back] };
    }
    const [found = { id: person, name: '未填姓名' }] = await namesOf([person], on);
    return {
      placement: 'turn',
      changes: [
        { of: 'seminar', change: { kind: 'unshare-kit', id, person } },
        audited('收回共享研讨方案', detailOf(opened, found), on),
      ],
      blocks: [
        lead(`已收回，${found.name}不能再看到这份方案。`),
        remark('对方已经复制或者导出的，不受影响。'),
        back,
      ],
    };
  });
}

/** Trainers of one's own classes. */
async function colleagues(on: PersonalOccasion): Promise<readonly Colleague[]> {
  const lists = await Promise.all((await ownClasses(on)).map(({ id }) => on.people.members(id)));
  const trainers = lists
    .flat()
    .filter(({ part, person }) => part === 'trainer' && person !== on.person.id);
  const found = new Map(trainers.map((one) => [one.person, { id: one.person, name: nameOf(one) }]));
  return [...found.values()];
}

async function namesOf(
  people: readonly string[],
  on: PersonalOccasion,
): Promise<readonly Colleague[]> {
  const found = await Promise.all(people.map((id) => on.people.person(id)));
  return found.flatMap((one) => (one === null ? [] : [{ id: one.id, name: nameOf(one) }]));
}

function detailOf({ kit }: OpenedKit, { name }: Colleague): string {
  return `“${kit.order.topic}”，${name}`;
}
