import { describe, expect, it } from 'vitest';
import {
  type FallenCite,
  type RecalledMaterial,
  recallMessage,
} from '../../../src/materials/recall/recall-message.ts';
import { recallTotals } from '../../../src/materials/recall/recall-totals.ts';
import { shortenPair } from '../../../src/materials/recall/shorten-pair.ts';

const ZONE = 'Asia/Shanghai';
const MATERIAL: RecalledMaterial = {
  ...{ title: '《培训办法》', edition: '2027年修订', kind: '政策文件', event: 'changed' },
  ...{ until: null, isShown: true },
};

function changed(text: string, now: string, fields: { isSure?: boolean } = {}): FallenCite {
  const words = { place: '二（一）', start: 0, end: now.length, text: now, isSure: true };
  return {
    ...{ cite: { place: '二（二）', text }, at: '2027-05-03T16:30:00.000Z' },
    verdict: { kind: 'changed', now: { ...words, ...fields } },
  };
}

describe('a message', () => {
  it('says what was quoted and when, what holds now, and what to do', () => {
    expect(recallMessage(MATERIAL, [changed('不少于12天。', '不少于15天。')], ZONE)).toBe(
      [
        '【服务消息】您查到过的引文已有变动，请不要再使用原来的引文。资料：《培训办法》，现行版本：2027年修订。',
        '2027年5月4日查到，二（二）',
        '原引文：「不少于12天。」',
        '现行规定（二（一））：「不少于15天。」',
        '需要引用的，请以现行规定为准，或者重新提问。',
      ].join('\n'),
    );
  });

  it('calls what only comes near to it that', () => {
    const text = recallMessage(MATERIAL, [changed('甲。', '乙。', { isSure: false })], ZONE);
    expect(text).toContain('现行规定中没有这段文字，最接近的内容（二（一））：「乙。」');
  });

  it('never calls a method reference a provision', () => {
    const method = { ...MATERIAL, kind: '方法参考' } as const;
    const text = recallMessage(method, [changed('甲。', '乙。')], ZONE);
    expect(text).toContain('现行内容（二（一））：「乙。」');
    expect(text).not.toContain('规定');
  });

  it('says how many it does not show, and where it leaves words out', () => {
    const many = Array.from({ length: 7 }, (_, at) => changed(`${at}${'旧'.repeat(400)}`, '新。'));
    const text = recallMessage(MATERIAL, many, ZONE);
    expect(text).toContain('4. 2027年5月4日查到');
    expect(text).not.toContain('5. ');
    expect(text).toContain('另有 3 处引文情况相同，这里没有列出。');
    expect(text).toContain('“…”处有省略');
    expect(text.length).toBeLessThan(2500);
  });

  it('shows no words that its channel may not carry', () => {
    const internal = { ...MATERIAL, isShown: false };
    const gone: FallenCite = { ...changed('秘而不宣', ''), verdict: { kind: 'gone' } };
    const text = recallMessage(internal, [changed('秘而不宣', '新文'), gone], ZONE);
    expect(text).toContain('1. 2027年5月4日查到，二（二），现行版本中已修改。');
    expect(text).toContain('2. 2027年5月4日查到，二（二），现行版本中已删去。');
    expect(text).not.toMatch(/秘而不宣|新文/u);
  });
});

describe('two long texts', () => {
  it('are shown from where they differ', () => {
    const same = '同'.repeat(300);
    const [old, now] = shortenPair(`${same}旧${same}`, `${same}新`);
    expect(old).toMatch(/^…同{20}旧同+…$/u);
    expect(now).toMatch(/^…同{20}新$/u);
  });

  it('are shown from their beginning where they differ there, and whole where they are short', () => {
    expect(shortenPair('旧', '新'.repeat(100))).toEqual(['旧', '新'.repeat(100)]);
    const [old, now] = shortenPair(`旧${'字'.repeat(300)}`, `新${'字'.repeat(300)}`);
    expect(old).toMatch(/^旧字{159}…$/u);
    expect(now).toMatch(/^新字{159}…$/u);
  });
});

it('totals are told from five on', () => {
  expect(recallTotals({ answers: 5, told: 4, notSignedIn: 0 })).toEqual({
    ...{ answers: '5', told: '少于5', notSignedIn: '少于5' },
  });
});
