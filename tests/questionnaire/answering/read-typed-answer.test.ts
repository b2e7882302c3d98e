import { describe, expect, it } from 'vitest';
import { readTypedAnswer } from '../../../src/questionnaire/answering/read-typed-answer.ts';
import type { Answer } from '../../../src/questionnaire/answers.ts';
import { isQuestion, type QuestionItem } from '../../../src/questionnaire/questionnaire.ts';
import { MIXED } from '../../support/mixed-questionnaire.ts';

function itemOf(id: string): QuestionItem {
  const found = MIXED.items.filter(isQuestion).find((item) => item.id === id);
  if (found === undefined) throw new Error(`Expected an item "${id}"`);
  return found;
}

function read(id: string, text: string, before: Answer | null = null) {
  return readTypedAnswer(itemOf(id), text, before);
}

const single = (option: number, other = ''): Answer => ({ kind: 'single', option, other });
const multiple = (options: number[], other = ''): Answer => ({ kind: 'multiple', options, other });
const ranking = (...order: number[]): Answer => ({ kind: 'ranking', order });
const pair = (importance: number, competence: number): Answer => ({
  ...{ kind: 'scale-pair', importance, competence },
});

describe('typed words', () => {
  it.each<[string, string, Answer]>([
    ['level', '2', single(1)],
    ['level', '２', single(1)],
    ['level', '二', single(1)],
    ['level', '第二项', single(1)],
    ['level', 'B', single(1)],
    ['level', '县处级正职', single(0)],
    ['level', '县处级正职。', single(0)],
    ['level', '其他', single(2)],
    ['level', '其他：四级调研员', single(2, '四级调研员')],
    ['trained', '没有参加过', single(1)],
    ['barriers', '1 3', multiple([0, 2])],
    ['barriers', '３、１', multiple([0, 2])],
    ['barriers', '13', multiple([0, 2])],
    ['barriers', '工学矛盾突出，时间安排不合适', multiple([0, 2])],
    ['barriers', '其他：经费不足', multiple([3], '经费不足')],
    ['barriers', '没有', multiple([4])],
    ['economy', '4 2', pair(4, 2)],
    ['economy', '42', pair(4, 2)],
    ['economy', '４，２', pair(4, 2)],
    ['economy', '重要程度4，掌握程度2', pair(4, 2)],
    ['economy', '四 二', pair(4, 2)],
    ['economy', '不适用', { kind: 'not-applicable' }],
    ['ways', '3 1 2', ranking(2, 0, 1)],
    ['ways', '312', ranking(2, 0, 1)],
    ['ways', '现场教学、专题讲授', ranking(2, 0)],
    ['days', '12天', { kind: 'number', value: 12 }],
    ['days', '１２', { kind: 'number', value: 12 }],
    ['days', '十二', { kind: 'number', value: 12 }],
    ['days', '约一百零五天', { kind: 'number', value: 105 }],
    ['words', '<b>多安排</b>现场教学？', { kind: 'text', text: '<b>多安排</b>现场教学？' }],
    ['words', '=cmd|calc', { kind: 'text', text: '=cmd|calc' }],
  ])('%s: %s', (id, text, answer) => {
    expect(read(id, text)).toEqual({ kind: 'answer', answer });
  });

  it.each<[string, string, RegExp]>([
    ['level', '9', /没有第 9 个选项.*1 到 3/u],
    ['level', '1 2', /只能选一项/u],
    ['barriers', '1 2 3 4', /最多选 3 项/u],
    ['barriers', '1 5', /“没有”不能与其他选项同时选/u],
    ['economy', '4', /两个 1 到 5 的分数/u],
    ['economy', '6 2', /1 到 5/u],
    ['ways', '1 2 3 4', /只排前 3 位/u],
    ['ways', '1 1', /只能选一次/u],
    ['days', '201', /0 到 200/u],
    ['days', '2.5', /整数/u],
    ['days', '-1', /0 到 200/u],
    ['words', '长'.repeat(10_000), /最多 200 个字，现在有 10000 个字，没有保存/u],
    ['words', '……', /请写下内容/u],
  ])('%s: %s is no answer', (id, text, problem) => {
    expect(read(id, text)).toEqual({ kind: 'problem', problem: expect.stringMatching(problem) });
  });

  it.each([
    ['上一题', 'back'],
    ['跳过', 'skip'],
    ['下一题。', 'next'],
    ['稍后再填', 'put-off'],
    ['提交', 'review'],
    ['删除草稿', 'drop'],
  ])('%s goes elsewhere, whatever the question', (text, step) => {
    for (const id of ['level', 'barriers', 'economy', 'ways', 'days', 'words']) {
      expect(read(id, text)).toEqual({ kind: 'step', step });
    }
  });

  it('takes what follows 其他 as its words, and a number still as an option', () => {
    const waits = single(2);
    const words = '二级调研员';
    expect(read('level', words, waits)).toEqual({ kind: 'answer', answer: single(2, words) });
    expect(read('level', '1', waits)).toEqual({ kind: 'answer', answer: single(0) });
    const many = multiple([0, 3]);
    const answer = multiple([0, 3], '经费不足');
    expect(read('barriers', '经费不足', many)).toEqual({ kind: 'answer', answer });
  });

  it('says how a question is answered where words say nothing of it', () => {
    expect(read('barriers', '经费怎么管理')).toEqual({
      kind: 'unread',
      how: '请发送选项的序号，用空格隔开，例如“1 3”。',
    });
  });
});
