import type { LearningEntry } from '../../../checkin/entry.ts';
import type { Person } from '../../../people/person.ts';
import { type Button, choices, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';

export const ENTRY_GONE = '这条记录已经撤回或者删除。';

/** What can be done with an entry. */
export function entryButtons(
  { id: entry, reflection, sharedWith }: LearningEntry,
  person: Person,
): Button[] {
  const learns = person.memberships.some(({ part }) => part === 'learner');
  const sharing: Button[] =
    sharedWith !== null
      ? [['收回分享', { kind: 'unshare', entry }]]
      : learns
        ? [['分享给教师', { kind: 'share', entry, classId: null }]]
        : [];
  return [
    [reflection === '' ? '写一句体会' : '改体会', { kind: 'write-reflection', entry }],
    ...sharing,
    ['修改', { kind: 'edit-entry', entry }],
    ['撤回', { kind: 'ask-withdraw', entry }],
  ];
}

/** Shares one entry with the trainers of a class that its writer learns in. */
export async function share(
  { entry: id, classId }: DeedOf<'share'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const entry = await on.learning.entry(on.person.id, id);
  if (entry === null) return say(ENTRY_GONE);
  const mine = on.person.memberships.filter(({ part }) => part === 'learner');
  const chosen = classId ?? (mine.length === 1 ? mine[0]?.classId : undefined);
  if (chosen === undefined) return chooseClass(id, mine, on);
  const found = await on.people.class(chosen);
  if (found === null || !mine.some((one) => one.classId === chosen)) {
    return say('您不在这个班次里，没有分享。');
  }
  const members = await on.people.members(chosen);
  const trainers = members.filter(({ part }) => part === 'trainer');
  if (trainers.length === 0) return say(`“${found.name}”还没有教师，没有分享。`);
  const names = trainers.map(({ name }) => (name === '' ? '（未填姓名）' : name)).join('、');
  return {
    placement: 'turn',
    changes: [
      {
        of: 'learning',
        change: { kind: 'share-entry', person: on.person.id, id, classId: chosen },
      },
    ],
    blocks: [
      lead(`已分享给“${found.name}”的教师：${names}。`),
      plain('教师能看到这条记录的日期、内容、体会和您的姓名、单位，看不到其他记录。'),
      choices('分享', ['收回分享', { kind: 'unshare', entry: id }]),
    ],
  };
}

async function chooseClass(
  entry: string,
  mine: readonly { classId: string }[],
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const classes = await Promise.all(mine.map(({ classId }) => on.people.class(classId)));
  const known = classes.filter((one) => one !== null);
  if (known.length === 0) return say('您还没有加入班次，不能分享给教师。');
  return {
    placement: 'turn',
    blocks: [
      lead('分享给哪个班次的教师？'),
      choices(
        '班次',
        ...known.map(({ id, name }): Button => [name, { kind: 'share', entry, classId: id }]),
      ),
    ],
  };
}

export async function unshare(
  { entry: id }: DeedOf<'unshare'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const entry = await on.learning.entry(on.person.id, id);
  if (entry === null) return say(ENTRY_GONE);
  return {
    placement: 'turn',
    changes: [
      { of: 'learning', change: { kind: 'share-entry', person: on.person.id, id, classId: null } },
    ],
    blocks: [lead('已收回分享，教师不能再看到这条记录。')],
  };
}
