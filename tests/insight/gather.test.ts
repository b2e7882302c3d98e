import excel from 'exceljs';
import { expect, it } from 'vitest';
import { daysOption } from '../../src/insight/draw-days.ts';
import { gatherInsight, type InsightSources } from '../../src/insight/gather.ts';
import { insightXlsx } from '../../src/insight/insight-xlsx.ts';
import type { MessageTotals, Totals } from '../../src/insight/store.ts';
import { spaced } from '../../src/insight/told.ts';

const TODAY = '2026-11-26';
const NOW = new Date('2026-11-26T08:00:00.000Z');

const MESSAGES: MessageTotals = {
  ...{ sent: 120, uncertain: 0, waiting: 3, late: 0 },
  failed: [
    { reason: 'blocked', count: 7 },
    { reason: 'no-channel', count: 2 },
  ],
  skipped: [{ reason: 'ignored', count: 6 }],
  wishes: { going: 40, ignored: 3 },
};

function sources(
  outcomes: Totals['outcomes'],
  others: Totals['others'] = [],
  firstDay: string | null = '2026-11-01',
): InsightSources & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    store: {
      totals: async (from, to) => {
        asked.push(`${from} ${to}`);
        return {
          outcomes: outcomes.filter(({ day }) => from <= day && day <= to),
          others,
        };
      },
      firstDay: async () => firstDay,
      lastCited: async () => new Map([['old', '2026-09-01']]),
      messages: async () => MESSAGES,
    },
    materials: async () => ({
      inForce: [
        { id: 'old', title: '旧办法', since: '2025-01-01' },
        { id: 'plan', title: '《规划》', since: '2023-10-01' },
        { id: 'never', title: '新办法', since: '2026-11-20' },
      ],
      submitted: 1,
    }),
    ledger: async () => ({
      ...{ open: 3, assigned: 1, submitted: 0, answered: 2, setAside: 0 },
      large: [{ question: '网络学时怎么算', people: 6 }],
    }),
    isHeld: () => false,
    releases: async () => [],
    suggestions: async () => [{ name: '待办', count: 2, isOpen: true }],
    startOf: (day) => new Date(`${day}T00:00:00+08:00`),
    reasonInWords: (reason) => reason,
  };
}

const on = (day: string, name: string, number: number) => ({ day, name, number });

it('sums days and outcomes, and hides what subtraction would give away', async () => {
  const parts = sources(
    [
      on('2026-11-19', 'answered', 50),
      on('2026-11-20', 'answered', 20),
      on('2026-11-22', 'answered', 6),
      on('2026-11-22', 'not-in-corpus', 8),
      on('2026-11-26', 'out-of-scope', 3),
    ],
    [
      { of: 'took', name: 'embedded 50', number: 30 },
      { of: 'took', name: 'embedded 300', number: 3 },
      { of: 'took', name: 'model 5000', number: 4 },
      { of: 'cited', name: 'plan', number: 26 },
      { of: 'rating', name: 'useful', number: 9 },
      { of: 'rating', name: 'not-useful', number: 4 },
    ],
  );
  const insight = await gatherInsight(parts, 7, TODAY, NOW);
  expect(parts.asked).toEqual(['2026-11-20 2026-11-26', '2026-11-13 2026-11-19']);
  expect(insight).toMatchObject({ from: '2026-11-20', to: TODAY, asked: 37, before: 50 });
  // 3 out of scope alone would be 37 less the others, so the next smallest is not told either.
  expect(insight.outcomes.map(({ count }) => count)).toEqual([26, 'hidden', 0, 'few']);
  expect(insight.outcomes[0]?.share).toBeCloseTo(26 / 37);
  expect(insight.outcomes[1]?.share).toBeNull();
  expect(insight.days.map(({ asked }) => asked)).toEqual([20, 0, 'hidden', 0, 0, 0, 'few']);
  // One way alone would be told by the whole less the other.
  expect(insight.times).toEqual([
    { by: 'embedded', asked: 'hidden', median: null, most: null, slowest: null },
    { by: 'model', asked: 'few', median: null, most: null, slowest: null },
  ]);
  expect(insight.ratings).toEqual({ useful: 9, notUseful: 'few' });
  expect(insight.materials).toEqual({
    ...{ inForce: 3, submitted: 1 },
    cited: [{ id: 'plan', title: '《规划》', since: '2023-10-01', count: 26 }],
    uncited: [
      { id: 'never', title: '新办法', since: '2026-11-20', lastCited: null },
      { id: 'old', title: '旧办法', since: '2025-01-01', lastCited: '2026-09-01' },
    ],
  });
  expect(insight.messages).toMatchObject({
    ...{ sent: 120, failed: 9, waiting: 'few', optedIn: 43, ignored: 'few' },
    failedBy: [
      { reason: 'blocked', count: 'hidden' },
      { reason: 'no-channel', count: 'few' },
    ],
    skippedBy: [{ reason: 'ignored', count: 6 }],
  });
});

it('tells times where enough were asked, and nothing of days before there were totals', async () => {
  const others: Totals['others'] = [
    { of: 'took', name: 'embedded 50', number: 95 },
    { of: 'took', name: 'embedded 300', number: 4 },
    { of: 'took', name: 'embedded longer', number: 1 },
  ];
  const parts = sources([on(TODAY, 'answered', 100)], others, '2026-11-20');
  const insight = await gatherInsight(parts, 7, TODAY, NOW);
  expect(insight.before).toBeNull();
  expect(insight.times).toEqual([
    {
      ...{ by: 'embedded', asked: 100, median: { above: 30, upTo: 50 } },
      ...{ most: { above: 30, upTo: 50 }, slowest: { above: 70_000, upTo: null } },
    },
  ]);
});

it('writes the same numbers into the workbook, and no other', async () => {
  const parts = sources(
    [on(TODAY, 'answered', 40), on(TODAY, 'not-included', 6), on('2026-11-25', 'answered', 2)],
    [{ of: 'cited', name: 'plan', number: 4 }],
  );
  const insight = await gatherInsight(parts, 7, TODAY, NOW);
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await insightXlsx(insight, 'Asia/Shanghai')).buffer as ArrayBuffer);
  const rows = (name: string) =>
    (workbook.getWorksheet(name)?.getSheetValues() ?? [])
      .slice(2)
      .map((row) => (Array.isArray(row) ? row.slice(1, 3) : []));
  expect(rows('提问结果').slice(0, 5)).toEqual([
    ['提问', 48],
    ['已作答', 42],
    ['现有资料未载明', 0],
    ['内容未收录', 6],
    ['超出范围', 0],
  ]);
  expect(rows('每日提问').slice(-2)).toEqual([
    ['2026-11-25', '不足5'],
    ['2026-11-26', '—'],
  ]);
  expect(rows('资料引用').map(([name]) => name)).toEqual(['《规划》', '《新办法》', '《旧办法》']);
});

it('draws days that are not told all alike', () => {
  const days = [
    { day: '2026-11-24', asked: 'few' as const },
    { day: '2026-11-25', asked: 'hidden' as const },
    { day: '2026-11-26', asked: 80 },
  ];
  const { option } = daysOption({ span: 7, days });
  const [few, hidden, told] = (option.series as { data: { value: number }[] }).data;
  expect(few).toEqual(hidden);
  expect(told?.value).toBe(80);
});

it.each([
  [0, ' 0 次'],
  [1284, ' 1,284 次'],
  ['few' as const, '不足5次'],
  ['hidden' as const, ' —'],
])('says %s after other words as%s', (count, words) => {
  expect(spaced(count, '次')).toBe(words);
});
