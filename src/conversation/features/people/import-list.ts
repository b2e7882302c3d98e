import { timeIn } from '../../../clock.ts';
import { readClassList } from '../../../people/class-list/read-class-list.ts';
import { invitationSheet } from '../../../people/invitation-sheet.ts';
import { planImport } from '../../../people/plan-import.ts';
import { choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type Occasion, type PersonalOccasion, say } from '../../feature.ts';
import { addPeople } from './add-people.ts';
import { audited } from './audited.ts';
import { CLASS_GONE } from './classes.ts';

/** Problems that are listed; the others are counted. */
const MOST_LISTED = 15;
const NO_FILE_HERE = '请在网页中登录后导入名单：打开班次，点“导入名单”，再选择文件。';

export async function askImport(classId: string, on: PersonalOccasion): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  if (on.shows !== 'page') return say(NO_FILE_HERE);
  return {
    placement: 'turn',
    state: { ...on.state, classId },
    blocks: [
      lead(`请选择“${found.name}”的名单文件（.xlsx 或者 .csv）。`),
      plain('表头要有“姓名”，可以有“单位”“角色”（学员或者教师）；身份证号、手机号等列不读取。'),
      remark('先检查，不写入；确认后才导入，并生成每人的登录码。'),
    ],
  };
}

/** Reads a list and says what would be done with it; nothing is written yet. */
export async function takeFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  on: Occasion,
): Promise<FeatureReply> {
  const classId = on.pending.classId ?? '';
  const keepWaiting = { ...on.state, classId };
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const read = await readClassList(file);
  if (!read.ok) return { ...say(read.problem), state: keepWaiting };
  const { list } = read;
  const members = await on.people.members(classId);
  const { fresh, present } = planImport(list.people, members);
  const lines = [
    `将新增：${fresh.length} 人`,
    `已在班次中：${present.length} 人（不重复导入）`,
    `有问题、不导入：${list.problems.length} 行`,
  ];
  const rows = (title: string, told: typeof list.problems) =>
    told.length === 0
      ? []
      : [
          heading(title),
          plain(
            [
              ...told.slice(0, MOST_LISTED).map(({ line, problem }) => `第 ${line} 行：${problem}`),
              ...(told.length > MOST_LISTED ? [`另有 ${told.length - MOST_LISTED} 行`] : []),
            ].join('\n'),
          ),
        ];
  const people = fresh.map(({ name, unit, role }) => ({ name, unit, role }));
  return {
    placement: 'turn',
    state: keepWaiting,
    blocks: [
      lead(`“${found.name}”名单检查结果（尚未写入）`),
      plain(lines.join('\n')),
      ...rows('有问题的行', list.problems),
      ...rows('请核对', list.remarks),
      ...(fresh.length === 0
        ? [remark('没有可以导入的人。改好文件后可以再次选择。')]
        : [
            choices(
              '确认导入',
              [`导入 ${fresh.length} 人`, { kind: 'import-people', classId, people }],
              ['不导入', { kind: 'cancel' }],
            ),
          ]),
    ],
  };
}

/** Adds the people and makes a code for each, on a sheet to print. */
export async function importPeople(
  { classId, people }: DeedOf<'import-people'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const { fresh } = planImport(people, await on.people.members(classId));
  if (fresh.length === 0) return say('名单上的人都已经在班次中，没有重复导入。');
  const { changes, cards, expires } = await addPeople(fresh, found, on);
  const html = invitationSheet({
    title: found.name,
    subtitle: `${timeIn(on.zone, expires)} 前有效`,
    cards,
  });
  return {
    placement: 'turn',
    changes: [...changes, audited('导入名单', `${found.name}，${fresh.length} 人`, on)],
    blocks: [
      lead(`已导入 ${fresh.length} 人。`),
      plain('每人的登录码在下面的登录单里，可以打印后裁开，交给本人。'),
      {
        kind: 'file',
        file: {
          name: `登录单-${found.name}.html`,
          mediaType: 'text/html; charset=utf-8',
          bytes: Buffer.from(html, 'utf8'),
        },
      },
      choices('班次', ['名单', { kind: 'list-members', classId, from: 0 }]),
    ],
  };
}
