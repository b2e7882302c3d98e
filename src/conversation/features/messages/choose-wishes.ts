import type { Weekday } from '../../../clock.ts';
import { USUAL_DAYS, USUAL_TIME } from '../../../reminder/wished/change-wishes.ts';
import {
  daysInWords,
  timeInWords,
  timesInWords,
} from '../../../reminder/wished/wishes-in-words.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { wishesOf } from './wishes.ts';

const OFFERED_DAYS: readonly (readonly Weekday[])[] = [
  USUAL_DAYS,
  [1, 3],
  [3],
  [1, 3, 5],
  [1, 2, 3, 4, 5],
];
const OFFERED_TIMES = ['08:30', USUAL_TIME, '17:30', '19:30'];
const OFFERED_NUMBERS = ['一', '两', '三', '五'] as const;
const NUMBERS = { 一: 1, 两: 2, 三: 3, 五: 5 } as const;
const PAUSES = [
  ['一周', 7],
  ['两周', 14],
  ['一个月', 30],
] as const;

/** Where study reminders begin: one tap takes what is usual. */
export function startWishes(on: PersonalOccasion): FeatureReply {
  const usual = timesInWords({ days: USUAL_DAYS, time: USUAL_TIME });
  return {
    placement: 'turn',
    state: { ...on.state, expecting: 'wished-times' },
    blocks: [
      lead('哪几天、几点提醒？'),
      plain(`一般定在${usual}。也可以直接写，例如“周一、三 8:30”。`),
      remark('只保存您选定的日期、时间和接收方式，随时可以停止，不计入考核。'),
      choices(
        '提醒时间',
        [
          usual,
          { kind: 'set-wished-times', days: [...USUAL_DAYS], time: USUAL_TIME, mostAWeek: null },
        ],
        ['另选日期和时间', { kind: 'choose-wished-days' }],
        ['暂不开启', { kind: 'cancel' }],
      ),
    ],
  };
}

/** Whoever is not opted in yet is asked for the time as well. */
export async function chooseDays(on: PersonalOccasion): Promise<FeatureReply> {
  const { isOn } = await wishesOf(on);
  const button = (days: readonly Weekday[]): Button => [
    days.length === 0 ? '只收单位安排的提醒' : daysInWords(days),
    isOn || days.length === 0
      ? { kind: 'set-wished-times', days: [...days], time: null, mostAWeek: null }
      : { kind: 'choose-wished-time', days: [...days] },
  ];
  return {
    placement: 'turn',
    state: { ...on.state, expecting: 'wished-times' },
    blocks: [
      lead('每周哪几天提醒？'),
      plain('也可以直接写，例如“周二、四”。'),
      remark('每周一般最多提醒两次；选三天以上的，按所选天数提醒。'),
      choices('提醒日期', ...[...OFFERED_DAYS, []].map(button)),
    ],
  };
}

export function chooseTime(days: readonly Weekday[] | null, on: PersonalOccasion): FeatureReply {
  const button = (time: string): Button => [
    timeInWords(time),
    { kind: 'set-wished-times', days: days === null ? null : [...days], time, mostAWeek: null },
  ];
  return {
    placement: 'turn',
    state: { ...on.state, expecting: 'wished-times' },
    blocks: [
      lead(days === null ? '几点提醒？' : `${daysInWords(days)}，几点提醒？`),
      plain('也可以直接写，例如“下午3点”。早上八点以后、晚上八点以前都可以。'),
      choices('提醒时间', ...OFFERED_TIMES.map(button)),
    ],
  };
}

export function chooseNumber(): FeatureReply {
  const buttons = OFFERED_NUMBERS.map(
    (word): Button => [
      `一周${word}次`,
      { kind: 'set-wished-times', days: null, time: null, mostAWeek: NUMBERS[word] },
    ],
  );
  return {
    placement: 'turn',
    blocks: [
      lead('每周最多提醒几次？'),
      remark('自己定的提醒和培训单位安排的提醒合在一起计算，一般不超过两次。班务通知不计入。'),
      choices('每周次数', ...buttons),
    ],
  };
}

export function choosePause(): FeatureReply {
  const buttons = PAUSES.map(
    ([label, days]): Button => [`暂停${label}`, { kind: 'pause-reminders', days }],
  );
  return {
    placement: 'turn',
    blocks: [
      lead('暂停多久？'),
      remark('到期自动恢复。班务通知照常接收。'),
      choices('暂停', ...buttons, ['停止提醒', { kind: 'stop-reminders' }]),
    ],
  };
}
