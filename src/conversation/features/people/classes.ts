import { placeInWords } from '../../../checkin/chapters.ts';
import type { SharedEntry } from '../../../checkin/store.ts';
import { SMALLEST_GROUP } from '../../../checkin/store.ts';
import { dayInWords } from '../../../checkin/study-date.ts';
import { can, ROLE_NAMES } from '../../../people/abilities.ts';
import { canIn, nameOf, type TrainingClass } from '../../../people/person.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { studyMaterials } from '../learning/materials.ts';

/** Classes in a list; an administrator of many finds the others by the command line. */
const MOST_CLASSES = 12;
const MOST_SHARED = 20;
export const CLASS_GONE = '这个班次已经不在了。';

/** One's own classes; for an administrator, all of them. */
export async function openClasses(on: PersonalOccasion): Promise<FeatureReply> {
  const administers = can(on.person.role, 'administer');
  const all = await on.people.classes();
  const own = all.filter(({ id }) => on.person.memberships.some((one) => one.classId === id));
  const shown = (administers ? all : own).slice(0, MOST_CLASSES);
  const only = shown[0];
  if (!administers && own.length === 1 && only !== undefined) return openClass(only.id, on);
  const lines = shown.map(
    (one, at) => `${at + 1}. ${one.name}（${periodOf(one)}，学员 ${one.learners} 人）`,
  );
  const buttons: Button[] = shown.map(({ id, name }) => [
    name,
    { kind: 'open-class', classId: id },
  ]);
  const deeds: Button[] = administers
    ? [
        ['新建班次', { kind: 'ask-new-class' }],
        ['邀请管理员', { kind: 'invite-admin' }],
        ['操作记录', { kind: 'open-audit' }],
      ]
    : [];
  const head = shown.length > 0 ? '请选择班次' : administers ? '还没有班次。' : NOT_IN_ANY;
  return {
    placement: 'turn',
    blocks: [
      lead(head),
      ...(lines.length === 0 ? [] : [plain(lines.join('\n'))]),
      ...(buttons.length + deeds.length === 0 ? [] : [choices('班次', ...buttons, ...deeds)]),
    ],
  };
}

const NOT_IN_ANY = '您还没有加入班次。请向班次教师索取邀请码，点开链接或者直接发送邀请码即可加入。';

function periodOf({ startsOn, endsOn }: TrainingClass): string {
  return startsOn === endsOn ? startsOn : `${startsOn} 至 ${endsOn}`;
}

export async function openClass(classId: string, on: PersonalOccasion): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const members = await on.people.members(classId);
  const trainers = members.filter(({ part }) => part === 'trainer').map(nameOf);
  const learners = members.filter(({ part }) => part === 'learner').length;
  const mine = on.person.memberships.find((one) => one.classId === classId)?.part;
  const lines = [
    `时间：${periodOf(found)}`,
    `教师：${trainers.length === 0 ? '暂无' : trainers.join('、')}`,
    ...(mine === 'learner' ? [] : [`学员：${learners} 人`]),
    ...(mine === undefined ? [] : [`您的身份：${ROLE_NAMES[mine]}`]),
  ];
  const buttons = buttonsOf(classId, on);
  return {
    placement: 'turn',
    blocks: [
      heading(found.name),
      plain(lines.join('\n')),
      remark(mine === 'learner' ? FOR_LEARNERS : FOR_TRAINERS),
      choices('班次', ...buttons),
    ],
  };
}

const FOR_LEARNERS = '教师只能看到您分享的记录，以及五人以上的班次合计；看不到您的其他学习记录。';
const FOR_TRAINERS = '个人的学习记录只有本人能看到；这里只有本人分享的记录和五人以上的合计。';

function buttonsOf(classId: string, { person }: PersonalOccasion): Button[] {
  const may = (action: Parameters<typeof canIn>[1], button: Button): Button[] =>
    canIn(person, action, classId) ? [button] : [];
  const learns = person.memberships.some(
    (one) => one.classId === classId && one.part === 'learner',
  );
  return [
    ...(learns ? [['记一次学习', { kind: 'open-check-in', on: null }] as const] : []),
    ...may('see-members', ['名单', { kind: 'list-members', classId, from: 0 }]),
    ...may('see-totals', ['学习概况', { kind: 'open-totals', classId }]),
    ...may('see-shared', ['学员分享', { kind: 'open-shared', classId }]),
    ...may('notify-class', ['发通知', { kind: 'draft-notice', classId }]),
    ...may('prepare-questionnaire', [
      '班次评估',
      { kind: 'order-questionnaire', of: 'evaluation', classId },
    ]),
    ...may('prepare-questionnaire', ['培训需求诊断', { kind: 'diagnose-class', classId }]),
    ...may('invite-learner', ['邀请学员', { kind: 'invite-learners', classId, places: 60 }]),
    ...may('invite-trainer', ['邀请教师', { kind: 'invite-trainer', classId }]),
    ...may('import-people', ['导入名单', { kind: 'ask-import', classId }]),
  ];
}

/** How many people of a class studied what, within its days; fewer than five are not told. */
export async function openTotals(classId: string, on: PersonalOccasion): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const totals = await on.learning.totals(classId, found.startsOn, found.endsOn);
  const materials = studyMaterials(await on.index());
  const tables = materials.flatMap(({ id, title, chapters }): DraftBlock[] => {
    const own = totals.chapters.filter(({ material }) => material === id);
    if (own.length === 0) return [];
    const rows = chapters.flatMap(({ place }) => {
      const people = own.find(({ chapter }) => chapter === place)?.people;
      return people === undefined ? [] : [[placeInWords(chapters, place), `${people} 人`]];
    });
    return [
      {
        kind: 'table',
        caption: `《${title.replace(/[《》]/gu, '')}》`,
        columns: ['部分', '学过'],
        rows,
      },
    ];
  });
  const active =
    totals.active === null
      ? `有学习记录的不足 ${SMALLEST_GROUP} 人，不显示。`
      : `有学习记录的 ${totals.active} 人。`;
  return {
    placement: 'turn',
    blocks: [
      heading(`${found.name}学习概况`),
      plain(`学员 ${totals.learners} 人，班次期间${active}`),
      ...tables,
      remark(`不足 ${SMALLEST_GROUP} 人的部分不显示。学习记录自愿填写，不作为考核依据。`),
    ],
  };
}

/** What learners chose to share with the trainers of their class. */
export async function openShared(classId: string, on: PersonalOccasion): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const shared = await on.learning.shared(classId, MOST_SHARED);
  if (shared.length === 0) return say('还没有学员分享学习记录。是否分享由学员自己决定。');
  return {
    placement: 'turn',
    blocks: [
      heading(`${found.name}学员分享`),
      plain(shared.map(sharedLine).join('\n')),
      remark('由学员自愿分享，随时可能收回，请勿转作他用。'),
    ],
  };
}

function sharedLine({ entry, name, unit }: SharedEntry): string {
  const who = name === '' ? '未填姓名' : name;
  const from = unit === '' ? '' : `（${unit}）`;
  const reflection = entry.reflection === '' ? '' : `\n　体会：${entry.reflection}`;
  return `${dayInWords(entry.studiedOn)} ${who}${from}：${entry.studied}${reflection}`;
}
