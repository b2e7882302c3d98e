import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_LIMITS } from '../../../src/seminar/order.ts';
import type { OrderPieces, PieceName } from '../../../src/seminar/reading/piece.ts';
import { readOrder } from '../../../src/seminar/reading/read-order.ts';

/** What was found, without what was not. */
function found(text: string): Partial<OrderPieces> {
  const { pieces } = readOrder(text);
  return Object.fromEntries(Object.entries(pieces).filter(([, value]) => value !== null));
}

function problem(text: string, piece: PieceName) {
  return readOrder(text).problems.find((one) => one.piece === piece);
}

describe('a line of a trainer', () => {
  it.each<[string, Partial<OrderPieces>]>([
    [
      '训前需求调研走过场，各县干训干部班，40人，半天',
      { topic: '训前需求调研走过场', audience: '各县干训干部班', people: 40, minutes: 180 },
    ],
    [
      '结构化研讨：基层网络培训怎么办实，县处级任职班，36人，3小时，世界咖啡',
      {
        ...{ topic: '基层网络培训怎么办实', audience: '县处级任职班', people: 36 },
        ...{ minutes: 180, method: '世界咖啡' },
      },
    ],
    [
      '给科级干部班做一个关于经费保障的研讨方案，50人，120分钟。我县财政困难，去年只拨了一半',
      {
        ...{ topic: '经费保障', audience: '科级干部班', people: 50, minutes: 120 },
        situation: '我县财政困难，去年只拨了一半',
      },
    ],
    [
      '训前需求调研走过场 各县干训干部班 40 人 半天',
      { topic: '训前需求调研走过场', audience: '各县干训干部班', people: 40, minutes: 180 },
    ],
    [
      '训前需求调研走过场，问卷没人填，各县干训干部班共40人，半天，用团体列名法',
      {
        ...{ topic: '训前需求调研走过场，问卷没人填', audience: '各县干训干部班' },
        ...{ people: 40, minutes: 180, method: '团体列名' },
      },
    ],
    [
      '40名科级干部，怎样防止训前调研走过场？两个半小时',
      { topic: '怎样防止训前调研走过场？', audience: '科级干部', people: 40, minutes: 150 },
    ],
    [
      '每年培训2000人的任务怎么落实，县级党校教师，36人，上午9点到11点半',
      {
        ...{ topic: '每年培训2000人的任务怎么落实', audience: '县级党校教师' },
        ...{ people: 36, minutes: 150 },
      },
    ],
    [
      '给乡镇党委书记班设计一次以师资建设为主题的结构化研讨，60人，一天',
      { topic: '师资建设', audience: '乡镇党委书记班', people: 60, minutes: 360 },
    ],
    [
      '主题：经费保障\n对象：各县组织部干部\n人数：四十来个\n时间：两节课\n方法：六顶思考帽\n情况：去年只拨了一半，40人没训成',
      {
        ...{ topic: '经费保障', audience: '各县组织部干部', people: 40, minutes: 90 },
        ...{ method: '六顶思考帽', situation: '去年只拨了一半，40人没训成' },
      },
    ],
    [
      '为40名乡镇书记准备一场研讨，主题是怎么用好网络培训，一个上午',
      { topic: '怎么用好网络培训', audience: '乡镇书记', people: 40, minutes: 180 },
    ],
    ['基层网络培训怎么办实40人3小时', { topic: '基层网络培训怎么办实', people: 40, minutes: 180 }],
    ['我县训前调研走过场，40人', { topic: '我县训前调研走过场', people: 40 }],
    ['科级干部班，50人，半天', { audience: '科级干部班', people: 50, minutes: 180 }],
    [
      '问题、原因、对策三步怎么衔接，党校教师，30人',
      { topic: '问题、原因、对策三步怎么衔接', audience: '党校教师', people: 30 },
    ],
    [
      '经费保障、科级干部班、50人、半天',
      { topic: '经费保障', audience: '科级干部班', people: 50, minutes: 180 },
    ],
    [
      '我想给县里的科级干部做个研讨，主题是经费保障，大概四十来人，用半天时间',
      { topic: '经费保障', audience: '县里的科级干部', people: 40, minutes: 180 },
    ],
    [
      '研讨方案：年轻干部不愿下基层（中青班，42人，2.5小时）',
      { topic: '年轻干部不愿下基层', audience: '中青班', people: 42, minutes: 150 },
    ],
    [
      '县处级正职班学员四十五名，半天时间，世界咖啡，研讨干部教育培训经费怎么保障',
      {
        ...{ topic: '干部教育培训经费怎么保障', audience: '县处级正职班学员' },
        ...{ people: 45, minutes: 180, method: '世界咖啡' },
      },
    ],
    ['用世界咖啡研讨经费保障，40人', { topic: '经费保障', people: 40, method: '世界咖啡' }],
    [
      '关于年轻干部实践锻炼的研讨方案，45人，6月10日下午',
      { topic: '年轻干部实践锻炼', people: 45 },
    ],
    ['研讨方案', {}],
    ['', {}],
  ])('%s', (text, pieces) => {
    expect(found(text)).toEqual(pieces);
    expect(readOrder(text).problems).toEqual([]);
  });

  it('is cleaned of markup, control characters and full-width digits', () => {
    const text =
      '<b>经费</b>\u0007保\u200B障<script>alert(1)</script>，５０人，１２０分钟<img src=x';
    expect(found(text)).toEqual({ topic: '经费 保障', people: 50, minutes: 120 });
  });

  it('says how it was understood where that is not plain', () => {
    const { pieces, notes } = readOrder('经费保障，30至40人，两节课，每组8人');
    expect(pieces).toMatchObject({ people: 40, minutes: 90 });
    expect(notes).toEqual([
      '人数写的是“30至40人”，按 40 人准备。',
      '“两节课”按每节 45 分钟计，共 90 分钟。',
      '分组由助手按人数安排，“每组8人”没有采用。',
    ]);
  });
});

describe('what contradicts itself is asked', () => {
  it.each<[string, PieceName, string, (string | number)[]]>([
    ['经费保障，40人，半天，50人', 'people', '人数前后不一致，有“40人”和“50人”', [40, 50]],
    ['经费保障，2小时（180分钟）', 'minutes', '有“2小时”（120分钟）和“180分钟”', [120, 180]],
    ['经费保障，40人，人数：50', 'people', '有“40人”和“50人”', [40, 50]],
    ['经费保障，半天，10小时', 'minutes', '太长', [180, 360]],
    [
      '经费保障，案例研讨，世界咖啡',
      'method',
      '有“案例研讨”和“世界咖啡”',
      ['案例研讨', '世界咖啡'],
    ],
  ])('%s', (text, piece, words, options) => {
    expect(problem(text, piece)?.problem).toContain(words);
    expect(problem(text, piece)?.options).toEqual(options);
    expect(found(text)[piece]).toBeUndefined();
    expect(found(text).topic).toBe('经费保障');
  });

  it.each([
    ['经费保障，3小时（180分钟）', 180],
    ['经费保障，半天，4小时', 240],
    ['经费保障，40人，上午，2小时', 120],
  ])('%s agrees with itself', (text, minutes) => {
    expect(found(text).minutes).toBe(minutes);
  });

  it('a usual length gives way to an exact one, and that is told', () => {
    expect(readOrder('经费保障，半天，2小时').notes).toEqual([
      '写了“半天”和“2小时”，按120分钟准备。',
    ]);
    expect(readOrder('经费保障，半天，3小时').notes).toEqual([]);
  });
});

describe('what is out of bounds is told with what to do', () => {
  it.each<[string, PieceName, RegExp]>([
    ['经费保障，3人', 'people', /至少要 6 人.*座谈/u],
    ['经费保障，3,000人', 'people', /分期分批，分 10 期，每期约 300 人/u],
    ['经费保障，10分钟', 'minutes', /至少 60 分钟/u],
    ['经费保障，3天', 'minutes', /拆成 6 个半天/u],
    ['经费保障，4学时', 'minutes', /各地规定不同/u],
    ['经费保障，一百多人', 'people', /确定的数/u],
    ['研讨方案：经', 'topic', /太短/u],
    [`研讨方案：${'经'.repeat(2000)}`, 'topic', /主题有 2000 个字，最多 100 个字/u],
    [`经费保障。${'我县财政困难'.repeat(100)}`, 'situation', /最多 500 个字/u],
  ])('%s', (text, piece, words) => {
    expect(problem(text, piece)?.problem).toMatch(words);
    expect(found(text)[piece]).toBeUndefined();
  });
});

it('whatever is written, every piece is clean and within bounds', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '经费保障',
      '40人',
      '半天',
      '，',
      '。',
      '任职班',
      '3天',
      '<b>',
      '\u0000',
      '我县',
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const { pieces, problems } = readOrder(parts.join(''));
      const { topic, audience, people, minutes, situation } = pieces;
      for (const text of [topic, audience, situation]) {
        expect(text ?? '').not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
      }
      expect([...(topic ?? '')].length).toBeLessThanOrEqual(ORDER_LIMITS.topic.most);
      expect([...(situation ?? '')].length).toBeLessThanOrEqual(ORDER_LIMITS.situation.most);
      expect(people ?? 6).toBeGreaterThanOrEqual(ORDER_LIMITS.people.least);
      expect(people ?? 6).toBeLessThanOrEqual(ORDER_LIMITS.people.most);
      expect(minutes ?? 60).toBeGreaterThanOrEqual(ORDER_LIMITS.minutes.least);
      expect(minutes ?? 60).toBeLessThanOrEqual(ORDER_LIMITS.minutes.most);
      for (const one of problems) expect(pieces[one.piece]).toBeNull();
    }),
    { numRuns: 2000 },
  );
});
