import { SMALLEST_GROUP } from '../checkin/store.ts';
import { FAILURE_REASONS, SKIP_REASONS } from '../delivery/delivery.ts';
import type { DeliveryReport, Unreached } from '../delivery/report.ts';
import type { ReminderKind } from './reminder.ts';

/**
 * What became of the messages, a line each. Of a study reminder, whose people have opted in, small
 * numbers are not told: in a small group they would say who they are.
 */
export function reportLines(report: DeliveryReport, kind: ReminderKind): string[] {
  const { waiting, sent, failed, uncertain, skipped, skippedBy, opened } = report;
  const people = kind === 'study' ? inGroups : inPeople;
  const lost = failed.reduce((sum, { count }) => sum + count, 0);
  const reasons = kind === 'study' ? failed.filter(({ count }) => count >= SMALLEST_GROUP) : failed;
  return [
    `已发出：${people(sent)}${sent === 0 ? '' : `，其中点开${people(opened).replace(/^(?=\d)/u, ' ')}`}`,
    ...(waiting === 0 ? [] : [`等待发送：${people(waiting)}`]),
    `未送达：${people(lost)}${counted(reasons, FAILURE_REASONS)}`,
    ...(uncertain === 0
      ? []
      : [`不确定：${people(uncertain)}，发送途中中断，可能已经收到，系统不再重发，请自行核实`]),
    ...(skipped === 0
      ? []
      : [
          `没有发送：${people(skipped)}${counted(skippedBy, SKIP_REASONS)}（不足 ${SMALLEST_GROUP} 人的原因不显示）`,
        ]),
  ];
}

function inPeople(count: number): string {
  return `${count} 人`;
}

function inGroups(count: number): string {
  return 0 < count && count < SMALLEST_GROUP ? `不足 ${SMALLEST_GROUP} 人` : inPeople(count);
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
