import { dayInWords } from '../../../checkin/study-date.ts';
import { isPausedOn } from '../../../reminder/wished/change-wishes.ts';
import { timesInWords } from '../../../reminder/wished/wishes-in-words.ts';
import type { StudyWishes } from '../../../reminder/wishes.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { whereInWords, whereSent } from './where-sent.ts';
import { wishesOf } from './wishes.ts';

/** What 学习提醒 means, wherever it is offered. */
const WHAT_IT_MEANS =
  '自愿开启，随时可以停止；是否开启、有没有学习都不计入考核。晚上八点到早上八点和休息日不提醒，已经学习的不再提醒，连续三次没有回应的自动暂停。';

/** Whether study reminders are on, when they come, and what can be done about it. */
export async function openWishes(on: PersonalOccasion): Promise<FeatureReply> {
  const wishes = await wishesOf(on);
  const head = wishes.isOn ? `学习提醒：${stateInWords(wishes, on)}` : '学习提醒没有开启。';
  return { placement: 'turn', blocks: [lead(head), ...(await wishesBlocks(wishes, on))] };
}

/** What stands below the first words, which may tell of a change. */
export async function wishesBlocks(
  wishes: StudyWishes,
  on: PersonalOccasion,
  told = WHAT_IT_MEANS,
): Promise<DraftBlock[]> {
  if (!wishes.isOn) {
    return [
      remark(told),
      choices(
        '学习提醒',
        ['开启', { kind: 'start-wishes' }],
        ['接收方式', { kind: 'choose-message-channel' }],
      ),
    ];
  }
  const lines = [
    `时间：${timesInWords(wishes)}`,
    `次数：每周最多 ${wishes.mostAWeek} 次`,
    ...(isPausedOn(wishes, on.today) ? [`暂停：${pauseInWords(wishes)}`] : []),
    `接收方式：${whereInWords(await whereSent(on, wishes.channel))}`,
  ];
  return [plain(lines.join('\n')), remark(told), choices('学习提醒', ...buttons(wishes, on))];
}

function buttons(wishes: StudyWishes, { today }: PersonalOccasion): Button[] {
  const pausing: Button = isPausedOn(wishes, today)
    ? ['恢复', { kind: 'resume-reminders' }]
    : ['暂停', { kind: 'choose-pause' }];
  return [
    ['改日期', { kind: 'choose-wished-days' }],
    ['改时间', { kind: 'choose-wished-time', days: null }],
    ['改次数', { kind: 'choose-wished-number' }],
    pausing,
    ['接收方式', { kind: 'choose-message-channel' }],
    ['停止提醒', { kind: 'stop-reminders' }],
  ];
}

/** In a word or two: 已开启, 已暂停. */
function stateInWords(wishes: StudyWishes, { today }: PersonalOccasion): string {
  return isPausedOn(wishes, today) ? '已暂停' : '已开启';
}

function pauseInWords({ pause }: StudyWishes): string {
  const why = pause?.why === 'ignored' ? '连续三次没有回应，自动暂停，' : '';
  const until = pause?.until ?? null;
  return `${why}${until === null ? '点“恢复”后继续' : `${dayInWords(until)}恢复`}`;
}

/** In a line, for a page on other things. */
export function wishesInBrief(wishes: StudyWishes | null, on: PersonalOccasion): string {
  if (wishes === null || !wishes.isOn) return '未开启';
  return `${stateInWords(wishes, on)}，${timesInWords(wishes)}`;
}
