import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../src/corpus/passages.ts';
import { bareText } from '../../../src/materials/recall/bare-text.ts';
import { judgeCite } from '../../../src/materials/recall/judge-cite.ts';
import { lookThrough } from '../../../src/materials/recall/likeliest-words.ts';
import { outlineOf } from '../../../src/text/outline.ts';

const BEFORE = [
  '干部教育培训管理办法',
  '一、学时',
  '（一）要求。县处级以上干部每年参加教育培训的时间累计不少于12天。未完成的可以补课。',
  '（二）登记。干部教育培训机构要如实登记培训情况，作为年度考核的内容。',
  '二、经费',
  '各级政府要将干部教育培训经费列入年度财政预算，保证工作需要。',
].join('\n');

/** What becomes of a quote once this is in force. */
function judged(now: string, place: string, text: string, before: string | null = BEFORE) {
  const passages = passagesOf('m', now, outlineOf(now));
  const compared = { bare: bareText(now), looked: lookThrough(passages) };
  return judgeCite({ place, text }, compared, before === null ? null : bareText(before));
}

const DAYS = '县处级以上干部每年参加教育培训的时间累计不少于12天。';
const BUDGET = '各级政府要将干部教育培训经费列入年度财政预算，保证工作需要。';

describe('a quote', () => {
  it.each([
    ['where nothing has changed', BEFORE],
    ['where its place has moved', BEFORE.replace('二、经费', '三、经费')],
    ['where lines are broken anew', BEFORE.replace('列入年度', '列入\n  年度')],
    ['where something is put behind it', `${BEFORE}专款专用。`],
  ])('stands %s', (_, now) => {
    expect(judged(now, '二', BUDGET)).toEqual({ kind: 'stands' });
  });

  it('is changed where its words are, with those that hold now at its place', () => {
    const now = BEFORE.replace('不少于12天', '不少于15天');
    const verdict = judged(now, '一（一）', DAYS);
    const text = DAYS.replace('12', '15');
    expect(verdict).toMatchObject({ kind: 'changed', now: { place: '一（一）', text } });
    if (verdict.kind !== 'changed') throw new Error('Expected it to be changed');
    expect(now.slice(verdict.now.start, verdict.now.end)).toBe(text);
  });

  it('is found where its provision has moved and changed', () => {
    const now = [
      '干部教育培训管理办法',
      '一、总则',
      '（一）依据。根据上级有关规定，结合本地实际，制定本办法。',
      '二、学时要求',
      '县处级以上干部每年参加教育培训的时间累计不少于15天。',
    ].join('\n');
    expect(judged(now, '一（一）', DAYS)).toMatchObject({
      ...{ kind: 'changed', now: { place: '二', text: DAYS.replace('12', '15') } },
    });
  });

  it('is gone where nothing says what it said, whatever stands at its place', () => {
    const now = BEFORE.replace(BUDGET, '本办法由组织部门负责解释，自发布之日起施行。');
    expect(judged(now, '二', BUDGET)).toEqual({ kind: 'gone' });
  });

  it('is changed where it has become a part of what says the contrary', () => {
    const now = BEFORE.replace('可以补课', '不可以补课');
    // As it was quoted from within its sentence.
    expect(judged(now, '一（一）', '可以补课。')).toMatchObject({
      ...{ kind: 'changed', now: { text: '未完成的不可以补课。' } },
    });
    const longer = BEFORE.replace('作为年度考核的内容', '作为年度考核的内容之一');
    expect(judged(longer, '一（二）', '作为年度考核的内容')).toMatchObject({ kind: 'changed' });
  });

  it('that was a part of its sentence all along stands', () => {
    expect(judged(BEFORE, '一（一）', '不少于12天')).toEqual({ kind: 'stands' });
    expect(judged(BEFORE, '一（一）', '不少于12天', null)).toEqual({ kind: 'stands' });
  });

  it('is withdrawn where nothing of its material is in force', () => {
    expect(judgeCite({ place: '二', text: BUDGET }, null, bareText(BEFORE))).toEqual({
      kind: 'withdrawn',
    });
  });
});
