import { SMALLEST_GROUP } from '../../checkin/store.ts';
import { audienceInWords } from '../../people/audience/audience-in-words.ts';
import type { Reminder } from '../reminder.ts';
import { dateInWords } from '../schedule/dates-in-words.ts';
import type { Preview } from './preview.ts';

/** Who gets it and when, a line each; the message and the remarks stand apart. */
export function previewLines(draft: Reminder, preview: Preview): string[] {
  const { kind, audience, isUrgent } = draft;
  const whom = audience.length === 0 ? '未定' : audienceInWords(audience, preview.classes);
  return [
    `接收：${whom}，共 ${preview.people} 人${kind === 'study' ? `，${optedInWords(preview)}` : ''}`,
    `时间：${preview.schedule}`,
    ...(kind === 'study' ? [] : [`加急：${isUrgent ? URGENT : NOT_URGENT}`]),
    ...firstDates(draft, preview),
    ...(preview.unreached.count === 0 ? [] : [`没有接收渠道：${unreachedWords(preview)}`]),
    ...(preview.example === null ? [] : [`消息内容：以发给${preview.example}的为例`]),
  ];
}

const URGENT = '是，到时间就发，不受早晚和休息日限制';
const NOT_URGENT = '否，早 8 点以前、晚 8 点以后和休息日顺延';

function optedInWords({ optedIn }: Preview): string {
  const count = optedIn === null ? `不足 ${SMALLEST_GROUP} 人` : `${optedIn} 人`;
  return `其中开启了学习提醒的${optedIn === null ? '' : ' '}${count}，只发给这些人`;
}

/** When it really goes, and what that was moved from: the first times where there are several. */
export function firstDates(
  { zone, timing }: Pick<Reminder, 'zone' | 'timing'>,
  { first }: Pick<Preview, 'first'>,
): string[] {
  const told = first.map(({ due, at }) =>
    at.getTime() === due.getTime()
      ? dateInWords(zone, at)
      : `${dateInWords(zone, at)}（由 ${dateInWords(zone, due)} 顺延）`,
  );
  if (timing.kind !== 'repeat') return told.map((one) => `实际发送：${one}`);
  return told.length === 0 ? [] : ['最早几次：', ...told.map((one) => `　${one}`)];
}

function unreachedWords({ unreached: { count, names } }: Preview): string {
  const more = count > names.length ? '等' : '';
  const who = names.length === 0 ? '' : `（${names.join('、')}${more}）`;
  return `${count} 人${who}，消息存入各人的“消息”，登录后可以看到`;
}
