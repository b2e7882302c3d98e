import { describe, expect, it } from 'vitest';
import { nameAudience } from '../../../src/people/audience/name-audience.ts';
import type { RestDays } from '../../../src/reminder/calendar/rest-days.ts';
import { proposeTimes } from '../../../src/reminder/draft/propose-times.ts';
import { readNoticeLine } from '../../../src/reminder/reading/read-notice-line.ts';
import { readTiming } from '../../../src/reminder/reading/read-timing.ts';

const CLASSES = [
  { id: 'a', name: '任职培训班', startsOn: '2026-06-20', endsOn: '2026-06-30' },
  { id: 'b', name: '中青年干部培训班（一）', startsOn: '2026-06-01', endsOn: '2026-06-30' },
  { id: 'c', name: '中青年干部培训班（二）', startsOn: '2026-06-01', endsOn: '2026-06-30' },
];
const NAMED = {
  classes: CLASSES,
  units: ['人力资源和社会保障局', '市委党校', '学员管理处'],
  filters: [
    { id: 'f', name: '联络员', audience: [{ classId: null, unit: '市委党校', role: 'trainer' }] },
  ],
} as const;

describe('an audience as people name it', () => {
  it.each([
    ['任职培训班', [{ classId: 'a' }]],
    ['任职班，市委党校', null],
    ['任职', [{ classId: 'a' }]],
    ['“任职培训班”的学员', [{ classId: 'a', role: 'learner' }]],
    ['任职培训班教师', [{ classId: 'a', role: 'trainer' }]],
    ['人力资源和社会保障局', [{ unit: '人力资源和社会保障局' }]],
    ['市委党校的教师、任职培训班', [{ unit: '市委党校', role: 'trainer' }, { classId: 'a' }]],
    ['学员管理处', [{ unit: '学员管理处' }]],
    ['全体学员', [{ role: 'learner' }]],
    ['所有教师；管理员', [{ role: 'trainer' }, { role: 'admin' }]],
    ['联络员', [{ unit: '市委党校', role: 'trainer' }]],
    ['class:a', [{ classId: 'a' }]],
    ['中青年', null],
    ['中青年干部培训班（二）', [{ classId: 'c' }]],
    ['外星人', null],
    ['，', null],
  ])('%s', (text, parts) => {
    const read = nameAudience(text, NAMED);
    const whole = parts?.map((part) => ({ classId: null, unit: null, role: null, ...part }));
    expect(read.ok ? read.audience : null).toEqual(whole ?? null);
    if (!read.ok) expect(read.problem).toMatch(/请写/u);
  });
});

describe('a notice in a line', () => {
  it.each([
    ['给任职培训班发通知：明天9点开课', '任职培训班', '明天9点开课'],
    ['请帮我给“任职培训班”的学员发个通知:带好材料', '任职培训班', '带好材料'],
    ['向任职培训班下发一条班务通知，带好材料', '任职培训班', '带好材料'],
    ['通知任职培训班：第一行\n第二行', '任职培训班', '第一行\n第二行'],
  ])('%s', (line, className, text) => {
    expect(readNoticeLine(line)).toEqual({ className, text });
  });

  it.each([
    '发通知',
    '给任职培训班发通知',
    '通知任职培训班：',
    '规划对调训通知有什么要求？',
    '请问，通知怎么发？例如：开班',
    '给学员发通知是谁的职责？',
  ])('%s is none', (line) => {
    expect(readNoticeLine(line)).toBeNull();
  });
});

describe('times that are proposed', () => {
  const weekends: RestDays = {
    ...{ years: [2026], knows: () => true },
    kindOf: (date) => ([0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay()) ? 'rest' : 'work'),
  };
  const ZONE = 'Asia/Shanghai';
  const draft = (kind: 'study' | 'class') => ({
    ...{ kind, zone: ZONE, audience: [{ classId: 'a', unit: null, role: null }] },
  });
  const labels = (kind: 'study' | 'class', now: string) =>
    proposeTimes(draft(kind), CLASSES, weekends, new Date(now)).map(({ label }) => label);

  it('of a notice are near, on working days and before its class begins', () => {
    const noon = '2026-06-10T04:00:00.000Z';
    expect(labels('class', noon)).toEqual(['现在', '今天 16:00', '明天 9:00', '开班前一天 9:00']);
    expect(labels('class', '2026-06-12T08:00:00.000Z')).toEqual([
      ...['现在', '明天 9:00', '2026年6月15日（星期一）9:00', '开班前一天 9:00'],
    ]);
  });

  it('are read as what they say, whenever they are tapped', () => {
    const now = new Date('2026-06-10T04:00:00.000Z');
    const later = new Date('2026-06-10T05:00:00.000Z');
    for (const kind of ['study', 'class'] as const) {
      const proposals = proposeTimes(draft(kind), CLASSES, weekends, now);
      expect(proposals.length).toBeGreaterThan(2);
      for (const { words } of proposals) {
        const read = readTiming(words, now, ZONE);
        expect([words, read.ok]).toEqual([words, true]);
        expect(readTiming(words, later, ZONE)).toEqual(read);
      }
    }
  });
});
