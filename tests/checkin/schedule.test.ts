import { describe, expect, it } from 'vitest';
import { afterAnswer } from '../../src/checkin/schedule.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-11-24T04:00:00.000Z');
const daysUntil = (due: Date, from: Date) => Math.round((due.getTime() - from.getTime()) / DAY);

describe('a question that was answered', () => {
  it('comes again after days and never after minutes', () => {
    expect(daysUntil(afterAnswer(null, true, NOW).due, NOW)).toBeGreaterThanOrEqual(2);
    expect(daysUntil(afterAnswer(null, false, NOW).due, NOW)).toBeGreaterThanOrEqual(1);
  });

  it('comes later each time that it is right, and soon when it is wrong', () => {
    let [state, now]: [unknown, Date] = [null, NOW];
    const gaps: number[] = [];
    for (let time = 0; time < 4; time++) {
      const next = afterAnswer(state, true, now);
      gaps.push(daysUntil(next.due, now));
      [state, now] = [next.state, next.due];
    }
    expect(gaps).toEqual(gaps.toSorted((one, other) => one - other));
    expect(new Set(gaps).size).toBe(4);
    const wrong = afterAnswer(state, false, now);
    expect(daysUntil(wrong.due, now)).toBeLessThan(gaps[1] as number);
  });

  it('keeps plain data that is read again, and starts anew with what cannot be read', () => {
    const first = afterAnswer(null, true, NOW);
    expect(JSON.parse(JSON.stringify(first.state))).toEqual(first.state);
    expect(afterAnswer('damaged', true, NOW).due).toEqual(first.due);
  });
});
