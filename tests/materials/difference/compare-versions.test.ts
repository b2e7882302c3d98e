import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../src/corpus/readers/plain-text.ts';
import { compareVersions } from '../../../src/materials/difference/compare-versions.ts';
import type { PassageChange } from '../../../src/materials/difference/difference.ts';
import { outlineOf } from '../../../src/text/outline.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';

const TITLE = '干部教育培训经费管理办法';
const OLD = [
  TITLE,
  '第一条 为规范干部教育培训经费管理，制定本办法。',
  '第二条 培训经费列入年度财政预算，专款专用。',
  '第三条 培训班次标准为每人每天不超过四百元。',
  '第四条 本办法由财务处负责解释。',
];

function compared(before: readonly string[], after: readonly string[]) {
  return compareVersions(readPlainText(before.join('\n')), readPlainText(after.join('\n')));
}

const told = (change: PassageChange) => [
  change.kind,
  'before' in change ? change.before.place : null,
  'after' in change ? change.after.place : null,
];

describe('two versions of a material', () => {
  it('are the same where only white space differs', () => {
    const { counts } = compared(
      OLD,
      OLD.map((line) => line.replace('条 ', '条　')),
    );
    expect(counts).toEqual({ same: 5, moved: 0, changed: 0, added: 0, removed: 0 });
  });

  it('differ by the words of one article, told word by word', () => {
    const fresh = OLD.with(3, '第三条 培训班次标准为每人每天不超过五百元。');
    const { counts, changes } = compared(OLD, fresh);
    expect(counts).toEqual({ same: 4, moved: 0, changed: 1, added: 0, removed: 0 });
    const changed = changes.find((one) => one.kind === 'changed');
    expect(changed?.pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'taken-out', text: '四百元' },
      { kind: 'put-in', text: '五百元' },
    ]);
  });

  it('tell a moved article from one taken out and one put in', () => {
    const fresh = [
      OLD[0] as string,
      OLD[1] as string,
      '第二条 举办培训班应当事先报批。',
      '第三条 培训经费列入年度财政预算，专款专用。',
      '第四条 培训班次标准为每人每天不超过四百元。',
    ];
    expect(compared(OLD, fresh).changes.map(told)).toEqual([
      ['same', '标题', '标题'],
      ['same', '第一条', '第一条'],
      ['added', null, '第二条'],
      ['moved', '第二条', '第三条'],
      ['moved', '第三条', '第四条'],
      ['removed', '第四条', null],
    ]);
  });

  it('say that a paragraph moved where its words are the same', () => {
    const fresh = [...OLD.slice(0, 1), '一、总则', ...OLD.slice(1)];
    const { counts } = compared(
      [TITLE, '一、经费', '专款专用。'],
      [TITLE, '一、总则', '二、经费', '专款专用。'],
    );
    expect(counts).toMatchObject({ moved: 2, removed: 0 });
    expect(compared(OLD, fresh).counts).toMatchObject({ changed: 0, removed: 0, added: 1 });
  });

  it('hold every paragraph of both once, whatever the texts', () => {
    const line = fc.constantFrom(...OLD, '第五条 附则。', '一、总则', '各单位要认真执行。');
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.array(line, { minLength: 1 }),
        (one, other) => {
          const { changes } = compared(one, other);
          const old = changes.flatMap((change) =>
            'before' in change ? [change.before.start] : [],
          );
          const fresh = changes.flatMap((change) => ('after' in change ? [change.after.text] : []));
          expect(old.toSorted((left, right) => left - right)).toHaveLength(one.length);
          expect(new Set(old).size).toBe(one.length);
          expect(fresh).toEqual(other.map((text) => text.trim()));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('compare the whole plan with an edited one', () => {
    const plan = readPlainText(readFileSync(`${SHIPPED_CORPUS}/plan-2023-2027.txt`, 'utf8'));
    const edited = readPlainText(plan.text.replaceAll('网络培训', '线上培训'));
    const { counts, changes } = compareVersions(plan, edited);
    expect(counts).toMatchObject({ added: 0, removed: 0, moved: 0 });
    for (const change of changes) {
      if (change.kind !== 'changed') continue;
      const [taken, put] = ['put-in', 'taken-out'].map((other) =>
        change.pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join(''),
      );
      expect([taken, put]).toEqual([change.before.text, change.after.text]);
    }
    expect(counts.changed).toBeGreaterThan(0);
  });
});

describe('versions that no office writes', () => {
  const plain = (text: string) => ({ text, outline: outlineOf(text) });

  it('are told by the stretch that differs where a paragraph is longer than any', () => {
    const long = '甲乙丙丁'.repeat(100_000);
    const { changes } = compareVersions(plain(long), plain(`${long.replace('乙', '戊')}己`));
    const [change] = changes;
    if (change?.kind !== 'changed') throw new Error('Expected a paragraph that was changed');
    const of = (...kinds: readonly string[]) =>
      change.pieces.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('');
    expect(of('same', 'taken-out')).toBe(change.before.text);
    expect(of('same', 'put-in')).toBe(change.after.text);
  });

  it('take no long time where everything is new', () => {
    const lines = (first: number) =>
      Array.from({ length: 40_000 }, (_, at) => `甲${first + at}`).join('\n');
    const begun = performance.now();
    const { counts } = compareVersions(plain(lines(0)), plain(lines(500_000)));
    expect(counts).toMatchObject({ removed: 40_000, added: 40_000 });
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
