import type { ReminderKind } from '../reminder.ts';

/** A text to begin with: placeholders are filled for each person, gaps such as （地点） by the writer. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly kind: ReminderKind;
  readonly text: string;
}

export const TEMPLATES: readonly Template[] = [
  {
    id: 'opening',
    title: '开班通知',
    kind: 'class',
    text: `{姓名}同志：
{班次}定于{开班日期}开班，{结业日期}结业。请于（报到时间）到（报到地点）报到。
请提前安排好工作，并带齐（需要携带的材料）。因故不能参加的，请按规定程序请假。
联系人：（联系人及电话）`,
  },
  {
    id: 'transfer',
    title: '调训通知',
    kind: 'class',
    text: `{姓名}同志：
根据培训安排，请你参加{班次}，时间为{开班日期}至{结业日期}，地点为（地点）。
请于（回复截止时间）前回复能否参加。因工作需要不能参加的，请由所在单位说明情况。
联系人：（联系人及电话）`,
  },
  {
    id: 'make-up',
    title: '补训通知',
    kind: 'class',
    text: `{姓名}同志：
{班次}中你未参加的（课程名称），现安排补训，时间为（补训时间），地点为（地点）。
请按时参加。时间有冲突的，请于（回复截止时间）前联系，以便另行安排。
联系人：（联系人及电话）`,
  },
  {
    id: 'questionnaire',
    title: '问卷通知',
    kind: 'class',
    text: `{姓名}同志：
为改进{班次}的教学和服务，请填写（问卷名称），填写地址为（填写地址），截止时间为（截止时间）。
联系人：（联系人及电话）`,
  },
  {
    id: 'study',
    title: '学习提醒',
    kind: 'study',
    text: `{姓名}同志：
近期的学习内容是（学习内容）。方便的时候可以看一看，想到什么可以随手记一条学习记录。`,
  },
];

const GAPS: ReadonlySet<string> = new Set(
  TEMPLATES.flatMap(({ text }) => text.match(/（[^（）]+）/gu) ?? []),
);

/** Gaps of the templates that nobody has filled, each once. */
export function gapsIn(text: string): string[] {
  return [...new Set(text.match(/（[^（）]+）/gu) ?? [])].filter((gap) => GAPS.has(gap));
}
