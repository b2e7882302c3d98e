import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editList, type ListEdit } from '../../../src/materials/folder/edit-list.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';

const SHIPPED = readFileSync(join(SHIPPED_CORPUS, 'faq.yaml'), 'utf8');

/** Written by somebody who does not write as the library does. */
const BY_HAND = `# 开头
notice: 说明   # 同行注释
pairs:

    # ---- 第一部分 ----
    -   id: a   # 首条
        questions: ["甲问",   '乙问']
        text: |
          # 不是注释

          末行
    # 甲之后

    -
        id: b
        # 中间
        list:
          - 一
          # 二之前
          - 二
    # 丙之前
    - {id: c, list: [问]}
    # 结尾
other: 1
`;

const edit = (yaml: string, change: ListEdit) => editList(yaml, 'pairs', change) ?? '';
const drop = (id: string): ListEdit => ({ kind: 'drop', id });
const put = (id: string, fields: Record<string, unknown> = {}): ListEdit => ({
  ...{ kind: 'put', id, fields: { id, ...fields } },
});

/** Lines of the one that the other has not, in their order. */
function lost(before: string, after: string): string[] {
  const left = after.split('\n');
  return before.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

describe('a list that somebody keeps by hand', () => {
  it('loses the lines of the item that is dropped, and no others', () => {
    const cases: Readonly<Record<string, readonly [first: string, last: string]>> = {
      a: ['    -   id: a   # 首条\n', '          末行\n'],
      b: ['    -\n        id: b\n', '          - 二\n'],
      c: ['    - {id: c', '[问]}\n'],
    };
    for (const [id, [first, last]] of Object.entries(cases)) {
      const start = BY_HAND.indexOf(first);
      const end = BY_HAND.indexOf(last) + last.length;
      expect(edit(BY_HAND, drop(id))).toBe(BY_HAND.slice(0, start) + BY_HAND.slice(end));
    }
  });

  it('gets a new item behind the others, where they stand', () => {
    const added = edit(BY_HAND, put('d', { day: '2027-06-01', text: '有：冒号 # 和井号' }));
    const behind = '    - {id: c, list: [问]}\n';
    const item = '    - id: d\n      day: "2027-06-01"\n      text: "有：冒号 # 和井号"\n';
    expect(added).toBe(BY_HAND.replace(behind, behind + item));
  });

  it('keeps the comments of an item that is changed, and all other items', () => {
    const changed = edit(BY_HAND, put('b', { list: ['二', '三'] }));
    expect(lost(BY_HAND, changed)).toEqual([
      '    -',
      '        id: b',
      '        # 中间',
      '        list:',
      '          - 一',
      '          # 二之前',
      '          - 二',
    ]);
    expect(changed).toContain('# 中间');
    expect(changed).toContain('# 二之前');
    expect(parse(changed).pairs[1]).toEqual({ id: 'b', list: ['二', '三'] });
  });

  it('keeps how the rest of an item that is changed is set', () => {
    const set = 'pairs:\n- id: a\n  at: [{ x: 1,  y: 2 }]\n  list: [ "一" ]\n';
    const longer = { at: [{ x: 1, y: 2 }], list: ['一'], more: '三' };
    expect(edit(set, put('a', longer))).toBe(`${set}  more: 三\n`);
  });

  it('ends its lines as they end there', () => {
    const windows = 'pairs:\r\n  - id: a\r\n  # 说明\r\n  - id: b\r\n';
    expect(edit(windows, put('c', { n: '1' }))).toBe(`${windows}  - id: c\r\n    n: "1"\r\n`);
    expect(edit(windows, drop('a'))).toBe('pairs:\r\n  # 说明\r\n  - id: b\r\n');
  });

  it.each([
    ['is empty', 'notice: ""\npairs: []\n', 'notice: ""\npairs:\n  - id: d\n'],
    ['does not end its last line', 'pairs:\n- id: a', 'pairs:\n- id: a\n- id: d\n'],
    ['stands in one line', 'pairs: [ { id: a } ]\n', 'pairs: [ { id: a }, { id: d } ]\n'],
  ])('takes an item where it %s', (_, before, after) => {
    expect(edit(before, put('d'))).toBe(after);
  });

  it('is empty without its only item', () => {
    expect(edit('# 说明\npairs:\n  - id: a\n', drop('a'))).toBe('# 说明\npairs: []\n');
  });

  it('is left alone where an item rests on another', () => {
    const bound = 'pairs:\n  - id: a\n    list: &words [一]\n  - id: b\n    list: *words\n';
    expect(editList(bound, 'pairs', drop('a'))).toBeNull();
    expect(parse(edit(bound, put('b', { list: ['二'] }))).pairs).toEqual([
      { id: 'a', list: ['一'] },
      { id: 'b', list: ['二'] },
    ]);
  });
});

describe('the pairs that ship', () => {
  const ids = (parse(SHIPPED) as { pairs: { id: string }[] }).pairs.map(({ id }) => id);
  const item = (id: string) => new RegExp(`^  - id: ${id}\\n(?:    .*\\n)+`, 'mu');

  it('lose one pair and nothing else', () => {
    for (const id of [ids[0], ids[151], ids.at(-1)] as string[]) {
      expect(edit(SHIPPED, drop(id))).toBe(SHIPPED.replace(item(id), ''));
    }
  });

  it('gain one pair, or one wording, and nothing else', () => {
    const pair = { ...(parse(SHIPPED) as { pairs: Record<string, unknown>[] }).pairs[151] };
    const added = edit(SHIPPED, put('ledger-1', { ...pair, id: 'ledger-1' }));
    expect(added.startsWith(SHIPPED)).toBe(true);
    expect(item('ledger-1').exec(added)?.[0]).toBe(added.slice(SHIPPED.length));
    const questions = [...(pair.questions as string[]), '新的问法'];
    const changed = edit(SHIPPED, put(ids[151] as string, { ...pair, questions }));
    expect(changed.replace('      - 新的问法\n', '')).toBe(SHIPPED);
  });
});
