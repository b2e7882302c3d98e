import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weekday } from '../../../src/clock.ts';
import type { PlanningParts } from '../../../src/reminder/planning/parts.ts';
import { planOwn } from '../../../src/reminder/planning/plan-own.ts';
import type { ReminderStore } from '../../../src/reminder/store.ts';
import type { StudyWishes } from '../../../src/reminder/wishes.ts';
import { wishesOf } from '../../support/messages.ts';
import { minutesIn, weekday } from '../../support/zone-minutes.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const START = Date.parse('2025-11-25T00:00:00Z');

/** A learner's own reminders, planned with a look every so many minutes, some of them missed. */
async function planned(
  first: StudyWishes,
  zone: string,
  looks: readonly Date[],
): Promise<readonly string[]> {
  const due: string[] = [];
  let wishes = first;
  let now = new Date(0);
  const reminders: Pick<ReminderStore, 'ownWishes' | 'plan'> = {
    ownWishes: async (day, until) =>
      wishes.days.includes(day) && wishes.time <= until ? [wishes] : [],
    plan: async (all) => {
      for (const { until, mailings } of all) {
        wishes = { ...wishes, plannedUntil: until };
        due.push(...mailings.map(({ mailing }) => mailing.dueAt));
      }
    },
  };
  const parts = {
    ...{ reminders, zone, clock: { now: () => now }, newId: () => 'id', buttonsOf: () => [] },
    restDays: { kindOf: () => 'work' },
  } as unknown as PlanningParts;
  for (const look of looks) {
    now = look;
    await planOwn(parts);
  }
  return due;
}

describe('own reminders', () => {
  const someDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>);
  const someTime = fc
    .integer({ min: 8 * 60, max: 20 * 60 - 1 })
    .map((minute) => new Date(minute * MINUTE).toISOString().slice(11, 16));

  it.each(['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'UTC'])(
    'are those of a walk through every minute, in %s',
    async (zone) => {
      await fc.assert(
        fc.asyncProperty(
          ...[someDays, someTime, fc.integer({ min: 0, max: 3 * 365 * DAY })],
          ...[fc.integer({ min: 0, max: 9 * DAY }), fc.integer({ min: 1, max: 9 })],
          async (days, time, offset, length, every) => {
            const [from, to] = [new Date(START + offset), new Date(START + offset + length)];
            const walked = [...minutesIn(zone, from, to)];
            const looks = walked.filter((_, at) => at % every === 0).map(({ at }) => at);
            const last = looks.at(-1) ?? from;
            const wanted = walked
              .filter((one) => one.time === time && days.includes(weekday(one.date) as Weekday))
              // What nobody has looked at before the evening is over.
              .filter(({ at }) => {
                const seen = looks.find((look) => look >= at) ?? last;
                return seen >= at && isBeforeEvening(walked, seen);
              })
              .map(({ at }) => at.toISOString());
            const wishes = wishesOf('p', { days, time, plannedUntil: from.toISOString() });
            expect(await planned(wishes, zone, looks)).toEqual(wanted);
          },
        ),
        { numRuns: 25 },
      );
    },
    60_000,
  );

  it('come for nobody who has paused, and for whoever has resumed not in arrears', async () => {
    const [before, at] = [new Date('2026-03-02T04:29:00Z'), new Date('2026-03-02T04:30:00Z')];
    const wishes = wishesOf('p', { days: [1], time: '12:30', plannedUntil: before.toISOString() });
    const due = (changes: Partial<StudyWishes>) =>
      planned({ ...wishes, ...changes }, 'Asia/Shanghai', [before, at, at, before, at]);
    expect(await due({})).toEqual([at.toISOString()]);
    expect(await due({ pause: { until: null, why: 'asked' } })).toEqual([]);
    expect(await due({ pause: { until: '2026-03-03', why: 'asked' } })).toEqual([]);
    expect(await due({ pause: { until: '2026-03-02', why: 'asked' } })).toHaveLength(1);
    expect(await due({ plannedUntil: at.toISOString() })).toEqual([]);
  });
});

function isBeforeEvening(
  walked: readonly { readonly at: Date; readonly time: string }[],
  at: Date,
): boolean {
  return (walked.find((one) => one.at.getTime() === at.getTime())?.time ?? '20:00') < '20:00';
}
