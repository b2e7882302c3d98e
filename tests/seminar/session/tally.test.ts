import { describe, expect, it } from 'vitest';
import { fillRecordSheet } from '../../../src/seminar/session/fill-record-sheet.ts';
import { leading, tally, tiedRanks } from '../../../src/seminar/session/tally.ts';
import { sessionOf } from '../../support/seminar.ts';
import { contributionsOf } from './contributions.ts';

type Three = readonly [number, number, number];
const votesOf = (votes: Readonly<Record<string, Three>>) => new Map(Object.entries(votes));

describe('a tally', () => {
  const list = contributionsOf('经费', '师资', '走过场', '资金←1', '课程');

  it('sums 3, 2 and 1 points; ties share a rank, and the next is skipped', () => {
    const votes = votesOf({ c1: [1, 0, 0], c2: [0, 2, 1], c3: [1, 1, 0], c5: [0, 0, 1] });
    const lines = tally(list, votes);
    expect(
      lines.map(({ contribution, points, rank }) => [contribution.text, points, rank]),
    ).toEqual(
      // 师资 2×2+1, 走过场 3+2: both 5, in the order of the list; 经费 is third and not second.
      [
        ['师资', 5, 1],
        ['走过场', 5, 1],
        ['经费', 3, 3],
        ['课程', 1, 4],
      ],
    );
    expect([...tiedRanks(lines)]).toEqual([1]);
    expect(leading(lines).map(({ contribution }) => contribution.text)).toEqual(['师资', '走过场']);
  });

  it('counts what was merged for what it was merged into', () => {
    const lines = tally(list, votesOf({ c1: [1, 0, 0], c4: [1, 1, 0] }));
    expect(lines[0]).toMatchObject({ points: 8, votes: [2, 1, 0], contribution: { id: 'c1' } });
    expect(lines.map(({ contribution }) => contribution.id)).not.toContain('c4');
  });

  it('without votes has no leader and no tie', () => {
    const lines = tally(list, votesOf({}));
    expect([leading(lines), [...tiedRanks(lines)]]).toEqual([[], []]);
    expect(lines.map(({ contribution }) => contribution.number)).toEqual([1, 2, 3, 5]);
  });

  it('gives out six points a ballot, whatever is merged', () => {
    const votes = votesOf({ c1: [3, 1, 2], c2: [4, 4, 1], c3: [0, 2, 4] });
    const total = tally(list, votes).reduce((sum, { points }) => sum + points, 0);
    expect(total).toBe(7 * 6);
  });
});

describe('a record sheet', () => {
  it('is filled from what was said, merged, voted and noted, without a name', () => {
    const none = { contributions: [], votes: new Map(), ballots: 0 };
    const measure = { responsible: '县委组织部', deadline: '2027年3月', feasibility: '高' };
    const sheet = fillRecordSheet({
      session: sessionOf('s', { group: '第2组', focus: '调研怎样做实？' }),
      ...{ className: '任职班', date: '2027-06-01', people: 9 },
      rounds: {
        problem: {
          contributions: contributionsOf('经费不足', '走过场', '没经费←1'),
          votes: votesOf({ c2: [2, 0, 0], c1: [0, 2, 0] }),
          ballots: 2,
        },
        cause: {
          contributions: contributionsOf('没有纳入考核', '说不清').map((one) =>
            one.number === 2 ? { ...one, category: '环境' } : one,
          ),
          votes: new Map(),
          ballots: 0,
        },
        measure: {
          ...none,
          contributions: contributionsOf('建立台账').map((one) => ({ ...one, ...measure })),
        },
      },
      notes: [
        { of: 'report-point', text: '要点一' },
        { of: 'disagreement', text: '分歧一' },
      ],
    });
    expect(sheet).toEqual({
      ...{ className: '任职班', date: '2027-06-01', topic: '训前需求调研走过场' },
      ...{ group: '第2组', people: 9, focus: '调研怎样做实？' },
      problems: [
        { text: '走过场', raised: 1, points: 6, isTied: false },
        { text: '经费不足', raised: 2, points: 4, isTied: false },
      ],
      causes: [
        { text: '没有纳入考核', raised: 1, points: null, isTied: false, category: '' },
        { text: '说不清', raised: 1, points: null, isTied: false, category: '环境' },
      ],
      measures: [{ text: '建立台账', raised: 1, points: null, isTied: false, ...measure }],
      ...{ disagreements: ['分歧一'], reportPoints: ['要点一'] },
    });
  });
});
