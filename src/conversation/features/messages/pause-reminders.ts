import { dayInWords } from '../../../checkin/study-date.ts';
import { addDays } from '../../../clock.ts';
import { isPausedOn } from '../../../reminder/wished/change-wishes.ts';
import { timesInWords } from '../../../reminder/wished/wishes-in-words.ts';
import type { StudyWishes } from '../../../reminder/wishes.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { setting, wishesOf } from './wishes.ts';

const STILL_COMING = '班务通知不受影响，照常接收。';
const OPEN: Button = ['学习提醒', { kind: 'open-wishes' }];
const START: Button = ['重新开启', { kind: 'start-wishes' }];

/** At once, and without a question back. */
export async function stopReminders(on: PersonalOccasion): Promise<FeatureReply> {
  const wishes = await wishesOf(on);
  if (!wishes.isOn) return isOff();
  return {
    placement: 'turn',
    changes: [setting({ ...wishes, isOn: false, pause: null }, on)],
    blocks: [
      lead('已停止学习提醒，不再发送。'),
      remark(`${STILL_COMING}需要时可以重新开启。`),
      choices('学习提醒', START),
    ],
  };
}

function isOff(): FeatureReply {
  return {
    placement: 'turn',
    blocks: [
      lead('学习提醒没有开启，不会发送。'),
      remark(STILL_COMING),
      choices('学习提醒', ['开启', { kind: 'start-wishes' }]),
    ],
  };
}

export async function pauseReminders(days: number, on: PersonalOccasion): Promise<FeatureReply> {
  const wishes = await wishesOf(on);
  if (!wishes.isOn) return isOff();
  const until = addDays(on.today, days);
  return {
    placement: 'turn',
    changes: [setting({ ...wishes, pause: { until, why: 'asked' } }, on)],
    blocks: [
      lead(`已暂停学习提醒，${dayInWords(until)}恢复。`),
      remark(STILL_COMING),
      choices('学习提醒', ['恢复', { kind: 'resume-reminders' }], OPEN),
    ],
  };
}

export async function resumeReminders(on: PersonalOccasion): Promise<FeatureReply> {
  const wishes = await wishesOf(on);
  if (!wishes.isOn) return isOff();
  const told = timesInWords(wishes);
  if (!isPausedOn(wishes, on.today)) {
    return {
      placement: 'turn',
      blocks: [lead('学习提醒没有暂停。'), plain(told), choices('学习提醒', OPEN)],
    };
  }
  return {
    placement: 'turn',
    changes: [setting(resumed(wishes, on), on)],
    blocks: [lead(`已恢复学习提醒：${told}。`), choices('学习提醒', OPEN)],
  };
}

/** What was due meanwhile does not come after all, and what went unheeded before counts no more. */
function resumed(wishes: StudyWishes, { now }: PersonalOccasion): StudyWishes {
  const at = now.toISOString();
  return { ...wishes, pause: null, since: at, plannedUntil: at };
}
