import { expect, it } from 'vitest';
import { render } from '../../../src/channels/terminal/render.ts';
import type { Block, ShownButton } from '../../../src/conversation/reply.ts';

const button = (label: string): ShownButton => ({ label, action: `to ${label}` });

const quote = (number: number, place: string): Block => ({
  kind: 'quote',
  role: 'quote',
  number,
  title: '规划',
  place,
  text: `第${number}条`,
  line: `「第${number}条」——《规划》${place}`,
  buttons: [button('查看原文')],
});

it('numbers choices in the order in which they are shown, and names quotes where there are several', () => {
  const { text, choices } = render([
    quote(1, '一'),
    quote(2, '二（一）'),
    {
      kind: 'buttons',
      role: 'related',
      label: '相关问题',
      buttons: [button('甲？'), button('乙？')],
    },
    { kind: 'buttons', role: 'feedback', label: '评价', buttons: [button('有用')] },
  ]);
  expect(text.split('\n')).toEqual([
    '引文1「第1条」——《规划》一',
    '引文2「第2条」——《规划》二（一）',
    '',
    '相关问题：',
    '  1. 甲？',
    '  2. 乙？',
    '',
    '可选：3. 查看原文（引文1）　4. 查看原文（引文2）　5. 有用',
  ]);
  expect(choices.map(({ action }) => action)).toEqual([
    'to 甲？',
    'to 乙？',
    'to 查看原文',
    'to 查看原文',
    'to 有用',
  ]);
});

it('marks the quotes of a passage and tells its place and standing', () => {
  const { text } = render([
    {
      kind: 'passage',
      title: '规划',
      place: '一',
      headings: ['总体要求'],
      text: '甲乙丙丁',
      marks: [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
      standing: '批准情况：某单位',
      line: '',
      buttons: [],
    },
  ]);
  expect(text).toBe('《规划》一\n总体要求\n【甲】乙【丙】丁\n（批准情况：某单位）');
});

it('names files and describes pictures', () => {
  const file = { id: 'f', name: '记录.txt', mediaType: 'text/plain', size: 9 };
  const { text, choices } = render([
    { kind: 'file', file },
    { kind: 'picture', file, description: '学习地图' },
    { kind: 'text', tone: 'heading', text: '方法参考' },
  ]);
  expect(text).toBe('文件：记录.txt\n图片：学习地图\n\n【方法参考】');
  expect(choices).toEqual([]);
});

const QUESTION: Extract<Block, { kind: 'question' }> = {
  ...{ kind: 'question', title: '需求问卷', number: 3, total: 18, answered: 2 },
  ...{ part: '二、内容需求', partHint: '', text: '推动高质量发展的本领', hint: '', notice: '' },
  ...{ rule: '必答，两项都用 1 到 5 评分', isAnswered: false, groups: [], input: null },
  ...{ back: button('上一题'), forward: button('先跳过'), more: [button('稍后再填')] },
};

it('numbers the choices of a question, and then the ways on', () => {
  const mark = (label: string, isChosen: boolean) => ({
    button: button(label),
    isChosen,
    place: null,
  });
  const ends = { label: '重要程度', low: '很不重要', high: '非常重要' };
  const groups = [
    { ...{ as: 'marks' as const, ...ends }, choices: [mark('1', false), mark('2', true)] },
  ];
  const { text, choices, takesNumbers } = render([{ ...QUESTION, groups }]);
  expect(text.split('\n')).toEqual([
    '需求问卷　第 3 题，共 18 题',
    '二、内容需求',
    '3. 推动高质量发展的本领',
    '（必答，两项都用 1 到 5 评分）',
    '重要程度（1 很不重要，5 非常重要）：',
    ...['  1. 1 分', '  2. 2 分（已选）', ''],
    '可选：3. 上一题　4. 先跳过　5. 稍后再填',
  ]);
  expect(choices.map(({ action }) => action).at(-1)).toBe('to 稍后再填');
  expect(takesNumbers).toBe(false);
});

it('leaves numbers to the answer where one is written', () => {
  const input = {
    ...{ as: 'number' as const, label: '您的回答', value: '12', most: 20, unit: '天' },
  };
  const { text, choices, takesNumbers } = render([
    { ...QUESTION, input: { ...input, button: button('保存') } },
  ]);
  expect(text).toContain('您的回答：12天');
  expect(text).toContain('也可以输入：上一题、先跳过、稍后再填');
  expect([choices, takesNumbers]).toEqual([[], true]);
});
