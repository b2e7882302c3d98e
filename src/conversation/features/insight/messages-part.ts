import type { Insight } from '../../../insight/insight.ts';
import { spaced, type Told } from '../../../insight/told.ts';
import { plain, remark } from '../../blocks.ts';
import { DESKS } from './desks.ts';
import type { Part } from './part.ts';
import { untoldNote } from './untold-note.ts';

/** What became of messages. */
export function messagesPart({ messages }: Insight): Part {
  const { sent, failed, failedBy, uncertain, skipped, skippedBy } = messages;
  const { waiting, late, optedIn, ignored } = messages;
  const lines = [
    `已发出${inMessages(sent)}`,
    `未送达${inMessages(failed)}${reasons(failedBy)}`,
    ...(uncertain === 0
      ? []
      : [`不确定${inMessages(uncertain)}，发送途中中断，可能已经收到，系统不再重发`]),
    `没有发送${inMessages(skipped)}${reasons(skippedBy)}`,
    `等待发送${inMessages(waiting)}${
      late === 0 ? '' : `，其中超过发送时间 1 小时的${inMessages(late)}`
    }`,
    `开启学习提醒${inPeople(optedIn)}，其中连续三次没有回应、自动暂停的${inPeople(ignored)}`,
  ];
  const all = [sent, failed, uncertain, skipped, waiting, late, optedIn, ignored];
  const parts = [...failedBy, ...skippedBy].map(({ count }) => count);
  return {
    title: '消息发送',
    blocks: [
      plain(lines.map((line) => `· ${line}`).join('\n')),
      remark('学习提醒、班务通知和服务消息合计。'),
      ...untoldNote([...all, ...parts]),
    ],
    desks: [DESKS.reminders],
  };
}

function inMessages(count: Told): string {
  return spaced(count, '条');
}

function inPeople(count: Told): string {
  return spaced(count, '人');
}

/** Reasons that are not told are left out. */
function reasons(groups: Insight['messages']['failedBy']): string {
  const told = groups
    .filter(({ count }) => typeof count === 'number')
    .map(({ reason, count }) => `${reason}${inMessages(count)}`);
  return told.length === 0 ? '' : `：${told.join('，')}`;
}
