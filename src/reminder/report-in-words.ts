import { SMALLEST_GROUP } from '../checkin/store.ts';
import { FAILURE_REASONS, SKIP_REASONS } from '../delivery/delivery.ts';
import type { DeliveryReport, Unreached } from '../delivery/report.ts';
import type { ReminderKind } from './reminder.ts';

/** What became of the messages, a line each. */
export function reportLines(report: DeliveryReport): string[] {
  const { waiting, sent, failed, uncertain, skipped, skippedBy, opened } = report;
  const lost = failed.reduce((sum, { count }) => sum + count, 0);
  return [
    `已发出：${sent} 人${sent === 0 ? '' : `，其中点开 ${opened} 人`}`,
    ...(waiting === 0 ? [] : [`等待发送：${waiting} 人`]),
    `未送达：${lost} 人${counted(failed, FAILURE_REASONS)}`,
    ...(uncertain === 0
      ? []
      : [`不确定：${uncertain} 人，发送途中中断，可能已经收到，系统不再重发，请自行核实`]),
    ...(skipped === 0
      ? []
      : [
          `没有发送：${skipped} 人${counted(skippedBy, SKIP_REASONS)}（不足 ${SMALLEST_GROUP} 人的原因不显示）`,
        ]),
  ];
}

/** By name of a notice alone: a study reminder says of nobody that it was for them. */
export function unreachedLines(unreached: readonly Unreached[], kind: ReminderKind): string[] {
  if (kind === 'study') return [];
  return unreached.map(({ name, unit, state, reason }) => {
    const who = `${name === '' ? '未填姓名' : name}${unit === '' ? '' : `（${unit}）`}`;
    if (state === 'uncertain') return `${who}：不确定，请自行核实`;
    return `${who}：${reason === null ? '未送达' : FAILURE_REASONS[reason]}`;
  });
}

function counted<Reason extends string>(
  reasons: readonly { readonly reason: Reason; readonly count: number }[],
  names: Readonly<Record<Reason, string>>,
): string {
  const told = reasons.map(({ reason, count }) => `${names[reason]} ${count} 人`);
  return told.length === 0 ? '' : `，${told.join('，')}`;
}
