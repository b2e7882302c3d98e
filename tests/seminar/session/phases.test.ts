import { describe, expect, it } from 'vitest';
import {
  nextPhase,
  phaseBefore,
  positionInWords,
} from '../../../src/seminar/session/next-phase.ts';
import { makeSessionCode, readSessionCode } from '../../../src/seminar/session/session-code.ts';
import {
  addToTimer,
  pauseTimer,
  remaining,
  resumeTimer,
  startTimer,
  timerInWords,
} from '../../../src/seminar/session/timer.ts';

describe('a session', () => {
  it('goes through every phase of every round, once, and ends', () => {
    const places: string[] = [];
    for (
      let at: ReturnType<typeof nextPhase> = { round: 'problem', phase: 'collect' };
      at !== null;
      at = nextPhase(at)
    ) {
      places.push(positionInWords(at));
    }
    expect(places).toEqual([
      ...[
        '第一轮 问题 · 收集',
        '第一轮 问题 · 归并',
        '第一轮 问题 · 投票',
        '第一轮 问题 · 公布结果',
      ],
      ...[
        '第二轮 原因 · 收集',
        '第二轮 原因 · 归并',
        '第二轮 原因 · 投票',
        '第二轮 原因 · 公布结果',
      ],
      ...[
        '第三轮 对策 · 收集',
        '第三轮 对策 · 归并',
        '第三轮 对策 · 投票',
        '第三轮 对策 · 公布结果',
      ],
    ]);
  });

  it.each([
    // Nothing stands before the first list.
    ['problem', 'collect', 0, 0, null],
    ['problem', 'merge', 5, 0, '第一轮 问题 · 收集'],
    ['problem', 'vote', 5, 0, '第一轮 问题 · 归并'],
    // A ballot would be given for a list that changes.
    ['problem', 'vote', 5, 1, null],
    ['problem', 'result', 5, 1, null],
    ['cause', 'collect', 0, 0, '第一轮 问题 · 公布结果'],
    ['cause', 'collect', 1, 0, null],
    ['measure', 'merge', 1, 0, '第三轮 对策 · 收集'],
  ] as const)('from %s %s with %i contributions and %i ballots goes back to %s', (...one) => {
    const [round, phase, contributions, ballots, expected] = one;
    const before = phaseBefore({ round, phase }, { contributions, ballots });
    expect(before === null ? null : positionInWords(before)).toBe(expected);
  });
});

const at = (seconds: number) => new Date(Date.UTC(2027, 5, 1, 4, 0, seconds));

describe('a timer', () => {
  it('runs, stands, goes on and is over', () => {
    const started = startTimer(5, at(0));
    expect(timerInWords(started, at(0))).toBe('还剩 5 分');
    expect(timerInWords(started, at(90))).toBe('还剩 3 分 30 秒');
    const paused = pauseTimer(started, at(90));
    expect(timerInWords(paused, at(9999))).toBe('已暂停，还剩 3 分 30 秒');
    const again = resumeTimer(paused, at(600));
    expect(timerInWords(again, at(780))).toBe('还剩 30 秒');
    expect(timerInWords(again, at(900))).toBe('时间已到');
    expect(remaining(again, at(900))).toBe(0);
    expect(pauseTimer(pauseTimer(started, at(90)), at(200))).toEqual(paused);
    expect(resumeTimer(started, at(30))).toEqual(started);
  });

  it('takes more time, from now where it is over', () => {
    const started = startTimer(5, at(0));
    expect(remaining(addToTimer(started, 5, at(60)), at(60))).toBe(9 * 60_000);
    expect(remaining(addToTimer(started, 5, at(900)), at(900))).toBe(5 * 60_000);
    const paused = pauseTimer(started, at(60));
    expect(addToTimer(paused, 5, at(600))).toEqual({ state: 'paused', leftMs: 9 * 60_000 });
    expect(remaining(addToTimer(started, 9999, at(0)), at(0))).toBe(180 * 60_000);
  });
});

describe('a code', () => {
  it('has six digits, and is seldom the same', () => {
    const codes = Array.from({ length: 500 }, makeSessionCode);
    expect(codes.filter((code) => !/^[1-9]\d{5}$/u.test(code))).toEqual([]);
    expect(new Set(codes).size).toBeGreaterThan(490);
  });

  it.each([
    ['123456', '123456'],
    [' １２３４５６ ', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['12345', null],
    ['1234567', null],
    ['3 7 12', null],
    ['123456吗', null],
  ])('is read from “%s” as %s', (text, code) => {
    expect(readSessionCode(text)).toBe(code);
  });
});
