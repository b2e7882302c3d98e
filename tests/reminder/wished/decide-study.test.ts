import { describe, expect, it } from 'vitest';
import { decideStudy } from '../../../src/reminder/wished/decide-study.ts';
import type { PastReminder, StudyWishes } from '../../../src/reminder/wishes.ts';

/** A Wednesday. */
const NOW = '2026-11-25 09:30';
const ZONE = 'Asia/Shanghai';

const WISHES: StudyWishes = {
  ...{ person: 'p1', isOn: true, days: [1, 3], time: '09:30', mostAWeek: 2, pause: null },
  ...{ channel: null, since: iso('2026-01-01 08:00'), plannedUntil: iso('2026-11-25 09:30') },
};

/** Of Beijing. */
function iso(time: string): string {
  return new Date(`${time.replace(' ', 'T')}:00+08:00`).toISOString();
}

/** `heeded`, `unheeded` or `done`, and when. */
function past(...lines: string[]): PastReminder[] {
  return lines.map((line) => {
    const [, at = '', what] = /^(.{16}) (heeded|unheeded|done)$/u.exec(line) ?? [];
    return { at: iso(at), isDone: what === 'done', isHeeded: what === 'heeded' };
  });
}

interface Case {
  readonly wishes?: Partial<StudyWishes> | null;
  readonly reminders?: readonly PastReminder[];
  readonly recorded?: string;
  readonly now?: string;
  readonly zone?: string;
}

function decide({ wishes = {}, reminders = [], recorded, now = NOW, zone = ZONE }: Case) {
  return decideStudy({
    wishes: wishes === null ? null : { ...WISHES, ...wishes },
    history: { reminders, lastRecordAt: recorded === undefined ? null : iso(recorded) },
    now: new Date(iso(now)),
    zone,
  });
}

const SEND = { kind: 'send', isLastWarning: false };
const LAST = { kind: 'send', isLastWarning: true };
const PAUSE = { kind: 'skip', reason: 'ignored', pausesWishes: true };

function skipped(reason: string) {
  return { kind: 'skip', reason, pausesWishes: false };
}

describe('a study reminder that is due', () => {
  it.each<[string, Case, object]>([
    ['goes to whoever opted in', {}, SEND],
    ['not to one who never chose', { wishes: null }, skipped('opted-out')],
    ['not to one who opted out', { wishes: { isOn: false } }, skipped('opted-out')],
  ])('%s', (_, given, wanted) => {
    expect(decide(given)).toEqual(wanted);
  });

  it.each<[string, Case, object]>([
    ['not on a day before the pause ends', { wishes: paused('2026-11-26') }, skipped('paused')],
    ['on the day on which it ends', { wishes: paused('2026-11-25') }, SEND],
    ['not while it has no end', { wishes: paused(null) }, skipped('paused')],
    ['not after three were ignored', { wishes: paused(null, 'ignored') }, skipped('ignored')],
    [
      'not on the last day of the pause in the zone, where it is still that day',
      { wishes: paused('2026-11-25'), zone: 'America/New_York' },
      skipped('paused'),
    ],
  ])('goes %s', (_, given, wanted) => {
    expect(decide(given)).toEqual(wanted);
  });

  it.each<[string, Case, object]>([
    [
      'a record since the last one',
      { reminders: past('2026-11-23 09:30 heeded'), recorded: '2026-11-23 12:00' },
      skipped('done'),
    ],
    [
      'but not one from before it',
      { reminders: past('2026-11-23 09:30 heeded'), recorded: '2026-11-23 09:00' },
      SEND,
    ],
    [
      'nor one that has already excused one',
      { reminders: past('2026-11-23 09:30 done'), recorded: '2026-11-22 12:00' },
      SEND,
    ],
    [
      'a record since one that was left out as done',
      { reminders: past('2026-11-23 09:30 done'), recorded: '2026-11-24 12:00' },
      skipped('done'),
    ],
    ['a record since they opted in, before any', { recorded: '2026-01-01 08:01' }, skipped('done')],
    ['but not one from before that', { recorded: '2026-01-01 07:59' }, SEND],
    [
      'nor one from before they opted in again',
      {
        wishes: { since: iso('2026-11-24 08:00') },
        reminders: past('2026-10-01 09:30 heeded'),
        recorded: '2026-11-20 12:00',
      },
      SEND,
    ],
  ])('is excused by %s', (_, given, wanted) => {
    expect(decide(given)).toEqual(wanted);
  });

  it.each<[string, Case, object]>([
    ['a second on one day', { reminders: past('2026-11-25 08:00 unheeded') }, skipped('capped')],
    [
      'a third in a week',
      { reminders: past('2026-11-24 08:00 heeded', '2026-11-23 08:00 heeded') },
      skipped('capped'),
    ],
    [
      'nothing where one of them was of the week before',
      { reminders: past('2026-11-24 08:00 heeded', '2026-11-22 19:59 heeded') },
      SEND,
    ],
    [
      'a third of one who asked for three, where two went',
      {
        wishes: { mostAWeek: 3 },
        reminders: past('2026-11-24 08:00 heeded', '2026-11-23 08:00 heeded'),
      },
      SEND,
    ],
    [
      'a second of one who asked for one',
      { wishes: { mostAWeek: 1 }, reminders: past('2026-11-23 08:00 heeded') },
      skipped('capped'),
    ],
    [
      'nothing for one that was left out as done today',
      { reminders: past('2026-11-25 08:00 done') },
      SEND,
    ],
    [
      'nothing for those that were left out this week',
      { reminders: past('2026-11-24 08:00 done', '2026-11-23 08:00 done') },
      SEND,
    ],
    [
      'a third in a week across two years',
      {
        now: '2027-01-03 09:30',
        reminders: past('2026-12-31 08:00 heeded', '2026-12-28 08:00 heeded'),
      },
      skipped('capped'),
    ],
    [
      'nothing on the Monday after it',
      {
        now: '2027-01-04 09:30',
        reminders: past('2026-12-31 08:00 heeded', '2026-12-28 08:00 heeded'),
      },
      SEND,
    ],
    [
      'nothing where the last one was another day in the zone',
      {
        reminders: past('2026-11-25 08:00 heeded'),
        now: '2026-11-25 14:00',
        zone: 'America/New_York',
      },
      SEND,
    ],
    [
      'a second on the same day in the zone',
      {
        ...{ reminders: past('2026-11-24 23:30 heeded'), now: '2026-11-25 09:30' },
        zone: 'America/New_York',
      },
      skipped('capped'),
    ],
    [
      'those before they opted in again as well',
      {
        wishes: { since: iso('2026-11-25 08:30') },
        reminders: past('2026-11-25 08:00 unheeded'),
      },
      skipped('capped'),
    ],
    [
      'one of today where the clock was set back since',
      { reminders: past('2026-11-25 09:31 unheeded') },
      skipped('capped'),
    ],
  ])('is capped: %s', (_, given, wanted) => {
    expect(decide(given)).toEqual(wanted);
  });

  const three = [
    '2026-11-19 09:30 unheeded',
    '2026-11-16 09:30 unheeded',
    '2026-11-12 09:30 unheeded',
  ];

  it.each<[string, Case, object]>([
    ['as ever after one', { reminders: past(...three.slice(2)) }, SEND],
    ['with a warning after two', { reminders: past(...three.slice(0, 2)) }, LAST],
    ['not after three, and pauses', { reminders: past(...three) }, PAUSE],
    [
      'not after more',
      { reminders: past(...three, '2026-11-09 09:30 unheeded', '2026-11-05 09:30 heeded') },
      PAUSE,
    ],
    [
      'as ever where the last was heeded',
      { reminders: past('2026-11-20 09:30 heeded', ...three) },
      SEND,
    ],
    [
      'with a warning after one that was heeded and two that were not',
      {
        reminders: past(
          ...three.slice(0, 2),
          '2026-11-12 09:30 heeded',
          '2026-11-09 09:30 unheeded',
        ),
      },
      LAST,
    ],
    [
      'without counting those that were left out as done',
      { reminders: past('2026-11-20 09:30 done', ...three.slice(0, 2), '2026-11-10 09:30 done') },
      LAST,
    ],
    [
      'as ever to one who has opted in again since',
      { wishes: { since: iso('2026-11-20 08:00') }, reminders: past(...three) },
      SEND,
    ],
    [
      'not, and does not pause either, where something was recorded',
      { reminders: past(...three), recorded: '2026-11-24 12:00' },
      skipped('done'),
    ],
    [
      'not, and does not pause yet, on the day of the third',
      {
        reminders: past(
          '2026-11-25 08:00 unheeded',
          '2026-11-19 09:30 unheeded',
          '2026-11-16 09:30 unheeded',
        ),
      },
      skipped('capped'),
    ],
  ])('goes after unheeded ones: %s', (_, given, wanted) => {
    expect(decide(given)).toEqual(wanted);
  });
});

function paused(until: string | null, why: 'asked' | 'ignored' = 'asked'): Partial<StudyWishes> {
  return { pause: { until, why } };
}
