import { WEEKDAY_NAMES } from '../../text/day-words.ts';
import type { Reminder } from '../reminder.ts';
import type { Timing } from '../timing.ts';

/**
 * 每周三 9:30，截止 2026-12-31.
 *
 * @param zone where it is to be named
 */
export function timingInWords(timing: Timing, zone?: string): string {
  const place = zone === undefined ? '' : `（${zoneInWords(zone)}）`;
  if (timing.kind === 'now') return '确认后立即发送';
  if (timing.kind === 'once') {
    const [date = '', time = ''] = timing.at.split('T');
    return `${date} ${window(time, timing.until)}${place}`;
  }
  const end = timing.endsOn === null ? '' : `，截止 ${timing.endsOn}`;
  return `${daysInWords(timing.cron)} ${window(timeOf(timing.cron), timing.until)}${place}${end}`;
}

/**
 * As `timingInWords`, of a whole reminder: unless it is an urgent notice, what is due every day goes
 * once on each working day.
 */
export function scheduleInWords(
  { kind, isUrgent, timing }: Pick<Reminder, 'kind' | 'isUrgent' | 'timing'>,
  zone?: string,
): string {
  const words = timingInWords(timing, zone);
  return isEachWorkday({ kind, isUrgent, timing }) ? words.replace(/^每天/u, '每个工作日') : words;
}

/** Whether it goes on working days and no other, as its words say. */
export function isEachWorkday({
  kind,
  isUrgent,
  timing,
}: Pick<Reminder, 'kind' | 'isUrgent' | 'timing'>): boolean {
  const isUrgentNotice = kind === 'class' && isUrgent;
  return timing.kind === 'repeat' && timing.cron.endsWith(' * * *') && !isUrgentNotice;
}

/** Said otherwise than Intl has it. */
const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京时间',
  UTC: '协调世界时',
};
/** A zone that had no summer time yet has another name in 1970. */
const SOME_DAY = Date.UTC(2026, 0, 1);

/** 北京时间, 中欧时间. */
export function zoneInWords(zone: string): string {
  const known = ZONE_NAMES[zone];
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts(SOME_DAY).find(({ type }) => type === 'timeZoneName');
  return name?.value ?? zone;
}

function window(time: string, until: string | null): string {
  return until === null ? short(time) : `${short(time)}—${short(until)}`;
}

/** 9:30 of 09:30. */
function short(time: string): string {
  return time.replace(/^0/u, '');
}

function timeOf(cron: string): string {
  const [minute = '', hour = ''] = cron.split(' ');
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

function daysInWords(cron: string): string {
  const [, , days = '*', months = '*', weekdays = '*'] = cron.split(' ');
  const month = months === '*' ? '' : `${listed(months)}月`;
  const every = month === '' ? '每月' : `每年${month}`;
  const ofMonth = days === '*' ? null : `${every}${daysOfMonth(days)}`;
  const ofWeek =
    weekdays === '*'
      ? null
      : `${month === '' ? '' : `每年${month}的`}每周${weekdayNames(weekdays)}`;
  if (ofMonth !== null && ofWeek !== null) return `${ofMonth}，以及${ofWeek}`;
  return ofMonth ?? ofWeek ?? (month === '' ? '每天' : `每年${month}的每天`);
}

function daysOfMonth(field: string): string {
  const name = (day: string) => (day === 'L' ? '最后一天' : `${day}日`);
  return runs(field)
    .map((run) => run.map(name).join('至'))
    .join('、');
}

function weekdayNames(field: string): string {
  const name = (day: string) => WEEKDAY_NAMES[Number(day) - 1] ?? day;
  return runs(field)
    .map((run) => run.map(name).join('至周'))
    .join('、');
}

/** Values of a field one by one, or first and last of three or more that follow each other. */
function runs(field: string): string[][] {
  const found: string[][] = [];
  for (const value of field.split(',')) {
    const run = found.at(-1);
    if (run !== undefined && Number(run.at(-1)) + 1 === Number(value)) run.push(value);
    else found.push([value]);
  }
  return found.flatMap((run) =>
    run.length > 2 ? [[run[0] ?? '', run.at(-1) ?? '']] : run.map((value) => [value]),
  );
}

function listed(field: string): string {
  return field.split(',').join('、');
}
