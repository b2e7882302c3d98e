import { describe, expect, it } from 'vitest';
import type { QuestionnaireEdit } from '../../../src/questionnaire/editing/edit.ts';
import { editQuestionnaire } from '../../../src/questionnaire/editing/edit-questionnaire.ts';
import { problemsOf } from '../../../src/questionnaire/editing/problems-of.ts';
import type { Item, Questionnaire } from '../../../src/questionnaire/questionnaire.ts';

const ANY = { hint: '', showIf: null, basis: null };
const ITEMS: readonly Item[] = [
  { ...ANY, id: 'head', type: 'section', text: '基本信息' },
  {
    ...{ ...ANY, id: 'trained', type: 'single', text: '您近两年参加过培训吗' },
    ...{ isRequired: true, options: ['参加过', '没有参加'], isBand: false },
  },
  {
    ...{ ...ANY, id: 'where', type: 'multiple', text: '您在哪里参加的', isRequired: true },
    ...{ options: ['党校', '高校', '其他'], least: null, most: 3 },
    showIf: { item: 'trained', is: ['参加过'] },
  },
  { ...ANY, id: 'words', type: 'text', text: '您的建议', isRequired: false, most: 500 },
];
const WHOLE: Questionnaire = {
  ...{ kind: 'needs', title: '培训需求问卷', introduction: '', audience: '干部', items: ITEMS },
};

function changedBy(edit: QuestionnaireEdit, from = WHOLE): Questionnaire {
  const edited = editQuestionnaire(from, edit);
  if (!edited.ok) throw new Error(edited.problem);
  return edited.value;
}

function problem(edit: QuestionnaireEdit, from = WHOLE): string {
  const edited = editQuestionnaire(from, edit);
  if (edited.ok) throw new Error('Expected a problem');
  return edited.problem;
}

function item(id: string, { items }: Questionnaire): Item {
  const found = items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No item "${id}"`);
  return found;
}

describe('a change of a questionnaire', () => {
  it('leaves all others as they are', () => {
    const changed = changedBy({ kind: 'set-text', item: 'words', text: '您还有什么建议' });
    expect(item('words', changed).text).toBe('您还有什么建议');
    expect(changed.items.slice(0, 3)).toEqual(ITEMS.slice(0, 3));
  });

  it('lets a renamed option go on showing what it showed', () => {
    const changed = changedBy({
      ...{ kind: 'set-options', item: 'trained', options: ['参加过脱产培训', '没有参加'] },
    });
    expect(item('where', changed).showIf).toEqual({ item: 'trained', is: ['参加过脱产培训'] });
  });

  it('does not take away an option by which another item is shown', () => {
    const options = ['没有参加', '记不清', '其他'];
    expect(problem({ kind: 'set-options', item: 'trained', options })).toContain(
      '第 2 题的显示条件用到选项“参加过”，改后就没有了',
    );
  });

  it('keeps an item behind the one that shows it', () => {
    expect(problem({ kind: 'move', item: 'where', by: -1 })).toContain('请先改显示条件');
    expect(problem({ kind: 'move', item: 'trained', by: 1 })).toContain('请先改显示条件');
    const moved = changedBy({ kind: 'move', item: 'where', by: 1 });
    expect(moved.items.map(({ id }) => id)).toEqual(['head', 'trained', 'words', 'where']);
  });

  it('shows always what a deleted item showed', () => {
    const changed = changedBy({ kind: 'delete', item: 'trained' });
    expect(item('where', changed).showIf).toBeNull();
  });

  it('takes no condition that goes round in a circle, forward, or to no option', () => {
    const showIf = (id: string, source: string, is: string[]): QuestionnaireEdit => ({
      ...{ kind: 'set-show-if', item: id, showIf: { item: source, is } },
    });
    expect(problem(showIf('trained', 'where', ['党校']))).toContain('只能用前面的题');
    expect(problem(showIf('trained', 'trained', ['参加过']))).toContain('只能用前面的题');
    expect(problem(showIf('words', 'where', ['图书馆']))).toContain('没有“图书馆”这个选项');
    expect(problem(showIf('words', 'where', []))).toContain('至少要选一个选项');
    expect(problem(showIf('words', 'gone', ['党校']))).toContain('已经不在问卷里');
  });

  it.each([
    [Array.from({ length: 300 }, (_, at) => `选项${at}`), '最多 40 个选项，现在有 300 个'],
    [['好', '长'.repeat(500)], '第 2 个选项有 500 个字，最多 60 个字'],
    [['好', '好'], '选项“好”写了两次'],
    [['好'], '至少要有两个选项'],
  ])('takes no options such as %#', (options, words) => {
    expect(problem({ kind: 'set-options', item: 'where', options })).toContain(words);
  });

  it('keeps options from type to type and asks for them where there are none', () => {
    const ranked = changedBy({ kind: 'set-type', item: 'where', type: 'ranking', options: [] });
    expect(item('where', ranked)).toMatchObject({ options: ['党校', '高校', '其他'], most: null });
    expect(problem({ kind: 'set-type', item: 'words', type: 'single', options: [] })).toContain(
      '至少要有两个选项',
    );
    const single = changedBy({
      ...{ kind: 'set-type', item: 'words', type: 'single', options: ['有', '没有'] },
    });
    expect(item('words', single)).toMatchObject({ type: 'single', options: ['有', '没有'] });
    // What shows another item has to stay one that can.
    expect(problem({ kind: 'set-type', item: 'trained', type: 'text', options: [] })).toContain(
      '第 2 题的显示条件用到这一题',
    );
  });

  it('keeps limits within what there is', () => {
    const limits = (id: string, least: number | null, most: number | null): QuestionnaireEdit => ({
      ...{ kind: 'set-limits', item: id, least, most },
    });
    expect(item('where', changedBy(limits('where', 1, 2)))).toMatchObject({ least: 1, most: 2 });
    expect(problem(limits('where', 3, 2))).toContain('最少 3 多于最多 2');
    expect(problem(limits('where', null, 9))).toContain('这一题有 3 个选项');
    expect(problem(limits('words', null, 5000))).toContain('1 至 1000');
    expect(problem(limits('trained', null, 1))).toContain('没有数量限制');
  });

  it('takes an item in after another, under an id that no other has', () => {
    const add: QuestionnaireEdit = {
      ...{ kind: 'add', after: 'trained', type: 'text', text: '为什么', options: [] },
    };
    const twice = changedBy(add, changedBy(add));
    expect(twice.items.map(({ id }) => id)).toEqual([
      ...['head', 'trained', 'added2', 'added1', 'where', 'words'],
    ]);
  });

  it('takes in no more items than a questionnaire may have', () => {
    const full = { ...WHOLE, items: Array.from({ length: 100 }, () => ITEMS[3] as Item) };
    const add = { kind: 'add', after: null, type: 'text', text: '为什么', options: [] } as const;
    expect(problem(add, full)).toContain('最多 100 项');
  });
});

describe('a whole questionnaire', () => {
  it('has no problem where it can be answered', () => {
    expect(problemsOf(WHOLE)).toEqual([]);
  });

  it('has some without questions, and where items show one another in a circle', () => {
    expect(problemsOf({ ...WHOLE, items: [] })).toEqual(['问卷里还没有题目。请先添加题目。']);
    expect(problemsOf({ ...WHOLE, items: ITEMS.slice(0, 1) })).toHaveLength(1);
    const circle = ITEMS.map(
      (one): Item =>
        one.id === 'trained' ? { ...one, showIf: { item: 'where', is: ['党校'] } } : one,
    );
    expect(problemsOf({ ...WHOLE, items: circle })).toEqual([
      expect.stringContaining('第 1 题：显示条件只能用前面的题'),
    ]);
  });
});
