import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { drawLearningMap } from '../../../src/checkin/map/draw-map.ts';
import type { LearningMap, MapChapter } from '../../../src/checkin/map/learning-map.ts';
import { addDays } from '../../../src/clock.ts';
import { cutToLines } from '../../../src/documents/drawing/cut-to-lines.ts';

const TODAY = '2027-06-01';

function chapter(number: number, fields: Partial<MapChapter> = {}): MapChapter {
  return {
    ...{ material: 'plan', title: '《规划》', place: `第${number}章`, heading: `标题${number}` },
    ...{ entries: 2, lastOn: TODAY, questions: 8, recalled: 3, due: 1 },
    ...fields,
  };
}

function map(fields: Partial<LearningMap> = {}): LearningMap {
  const days = Array.from({ length: 177 }, (_, at) => ({
    date: addDays(TODAY, at - 176),
    entries: at % 6,
  }));
  return {
    today: TODAY,
    chapters: [chapter(1), chapter(2)],
    days,
    entriesThisMonth: 4,
    due: 2,
    ...fields,
  };
}

const NOTHING = { entries: 0, lastOn: null, recalled: 0, due: 0 };

describe('the picture of a learning map', () => {
  it('is a PNG of the size that it says, with ink on it', async () => {
    const { png, svg, width, height } = await drawLearningMap(map());
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([width, height]);
    expect(png.length).toBeLessThan(400_000);
    const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    const colours = new Set<number>();
    for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.readUInt32BE(at));
    expect(colours.size).toBeGreaterThan(5);
  });

  it('has every part, every number and the days', async () => {
    const { svg } = await drawLearningMap(map({ entriesThisMonth: 4, due: 2 }));
    for (const text of [
      '第1章 标题1',
      '第2章 标题2',
      '学过 2 次',
      '记住 3/8 题',
      '1 题该复习',
      '《规划》',
    ]) {
      expect(svg).toContain(text);
    }
    expect(svg).toContain('本月学了 4 次，2 道题该复习了');
    expect(svg).not.toMatch(/排行|积分|连续|得分/u);
  });

  it('shows a newcomer the same frame, with a word', async () => {
    const days = map().days.map(({ date }) => ({ date, entries: 0 }));
    const chapters = [chapter(1, NOTHING)];
    const { svg } = await drawLearningMap(map({ chapters, days, entriesThisMonth: 0, due: 0 }));
    expect(svg).toContain('记一次学习后');
    expect(svg).toContain('第1章 标题1');
  });

  it('is the same for the same map', async () => {
    const [one, other] = [await drawLearningMap(map()), await drawLearningMap(map())];
    expect(Buffer.compare(one.png, other.png)).toBe(0);
  });

  it('takes headings of any length and any signs', async () => {
    const heading = `<b>&"'${'很长的标题'.repeat(40)}䶮𠮷`;
    const { svg, png } = await drawLearningMap(map({ chapters: [chapter(1, { heading })] }));
    expect(svg).toContain('&lt;b&gt;&amp;');
    expect(svg).toContain('…');
    expect(png.length).toBeGreaterThan(1000);
  });

  it('sums up what is beyond forty parts', async () => {
    const chapters = Array.from({ length: 45 }, (_, at) => chapter(at + 1));
    const { svg } = await drawLearningMap(map({ chapters }));
    expect(svg).toContain('第40章');
    expect(svg).not.toContain('第41章');
    expect(svg).toContain('其余 5 个部分没有画出');
  });
});

describe('lines', () => {
  it('are cut where they are full, and at last with a sign that more would come', () => {
    expect(cutToLines('一二三四五六', 30, 10, 3)).toEqual(['一二三', '四五六']);
    expect(cutToLines('一二三四五六七', 30, 10, 2)).toEqual(['一二三', '四五…']);
  });
});
