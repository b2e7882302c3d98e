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
