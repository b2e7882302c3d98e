import { describe, expect, it } from 'vitest';
import { route } from '../../src/conversation/router.ts';

const read = (text: string) => {
  const intent = route(text, { expecting: 'question' });
  return 'text' in intent ? [intent.kind, intent.text] : [intent.kind, intent.command];
};

describe('requests in plain speech that need no model', () => {
  it.each([
    ['今天学了五（二），记一下', '今天 学了五（二）'],
    ['昨天听了网络安全专题讲座，帮我记一下。', '昨天 听了网络安全专题讲座'],
    ['帮我记一下：今天学了五（二）', '今天 学了五（二）'],
    ['请帮我记录一下，11月23日参加了现场教学', '11月23日 参加了现场教学'],
    ['学了第五部分 打个卡', '学了第五部分'],
    ['打卡 五（二）', '五（二）'],
  ])('%s is recorded', (text, recorded) => {
    expect(read(text)).toEqual(['record-study', recorded.normalize('NFKC')]);
  });

  it.each([
    ['帮我打开学习地图', 'map'],
    ['看看我的学习地图', 'map'],
    ['查看我的记录', 'records'],
    ['我要打卡', 'check-in'],
    ['打开我的班次', 'classes'],
    ['我想复习', 'recall'],
  ])('%s opens what it names', (text, kind) => {
    expect(read(text)[0]).toBe(kind);
  });

  it.each([
    ['学习提醒', ''],
    ['提醒设置', ''],
    ['打开学习提醒', ''],
    ['学习提醒 周二 8:30', '周二 8:30'],
    ['每周二、四 12:30 提醒我学习', '每周二、四 12:30 提醒我学习'],
    ['暂停提醒两周', '暂停提醒两周'],
    ['停止提醒。', '停止提醒。'],
    ['退订', '退订'],
  ])('%s is for study reminders', (text, wished) => {
    expect(read(text)).toEqual(['study-reminder', wished]);
  });

  it.each(['消息', '我的消息', '收件箱', '通知', '查看消息'])('%s opens messages', (text) => {
    expect(read(text)[0]).toBe('messages');
  });

  it('what was asked for is no wish for reminders, but stops them', () => {
    const asked = { expecting: 'suggestion' } as const;
    expect(route('每周二提醒我学习', asked).kind).toBe('suggest');
    expect(route('停止提醒', asked).kind).toBe('study-reminder');
  });

  it('what is said in a seminar is no wish for reminders', () => {
    const seminar = { session: 'one', part: 'participant', round: 'problem' } as const;
    const meant = route('每周二提醒我学习', { expecting: 'question', seminar });
    expect(meant.kind).toBe('session-says');
  });

  it.each([
    ['研讨 123456', '123456'],
    ['研讨码：123 456', '123 456'],
    ['研讨 12', '12'],
    ['加入研讨 1234567', '1234567'],
  ])('%s is for a seminar, slips included', (text, code) => {
    expect(read(text)).toEqual(['join-session', code]);
  });

  it.each([
    '今天学了五（二）吗？',
    '学了哪些内容要记一下？',
    '看看规划对师资有什么要求',
    '学习记录由谁管理？',
    '给我讲讲打卡制度',
    '怎么停止提醒',
    '学习提醒由谁发送？',
    '停止提醒是什么意思？',
  ])('%s is a question', (text) => {
    expect(read(text)[0]).toBe('ask');
  });
});

describe('questionnaires', () => {
  it.each([
    ['问卷', 'surveys', '问卷'],
    ['填问卷', 'surveys', '填问卷'],
    ['/survey', 'surveys', ''],
    ['继续填写', 'resume-survey', '继续填写'],
    ['问卷 ABCDE23456', 'open-survey-code', 'ABCDE23456'],
    ['问卷abcde 23456', 'open-survey-code', 'abcde 23456'],
    ['问卷：ＡＢＣＤＥ２３４５６', 'open-survey-code', 'ABCDE23456'],
    ['/survey abcde-23456', 'open-survey-code', 'abcde-23456'],
    ['/start q-ABCDE23456', 'open-survey-code', 'ABCDE23456'],
    ['/start ABCD-EFGH-JKMN', 'start', 'ABCD-EFGH-JKMN'],
    ['问卷调查怎么做', 'ask', '问卷调查怎么做'],
    ['问卷 2027', 'ask', '问卷 2027'],
  ])('%s', (text, kind, left) => {
    expect(read(text)).toEqual([kind, left]);
  });

  it.each(['研讨', '1 3', '通知', '经费怎么管理？', '打卡 五（二）', '取消', '123456', '谢谢'])(
    '%s is an answer while a question is open',
    (text) => {
      expect(route(text, { expecting: 'answer' })).toEqual({ kind: 'write-answer', text });
    },
  );

  it.each([
    ['继续填写', 'resume-survey'],
    ['/help', 'help'],
    ['问卷 ABCDE23456', 'open-survey-code'],
  ])('%s is none', (text, kind) => {
    expect(route(text, { expecting: 'answer' })).toMatchObject({ kind });
  });
});
