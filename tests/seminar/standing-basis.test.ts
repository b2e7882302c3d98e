import { describe, expect, it } from 'vitest';
import type { Kit } from '../../src/seminar/kit.ts';
import { withStandingBasis } from '../../src/seminar/standing-basis.ts';
import { SAMPLE_KIT } from '../support/seminar/sample-kit.ts';

const TEXT = '一、经费保障。保证专款专用。二、师资建设。分级建设师资库。';

function quote(text: string, start = TEXT.indexOf(text)) {
  return { material: 'm', title: '办法', place: '一', text, start, end: start + text.length };
}

const kit: Kit = {
  ...SAMPLE_KIT,
  basis: [quote('保证专款专用。'), quote('分级建设师资库。')],
  questions: SAMPLE_KIT.questions.map((one, at) => ({
    ...one,
    basis: [quote(at === 0 ? '保证专款专用。' : '分级建设师资库。')],
  })),
};

const standingIn = (text: string | null) => withStandingBasis(kit, { materialText: () => text });

describe('the basis of a kit that was kept', () => {
  it('stays where the text stands as it did', () => {
    expect(standingIn(TEXT)).toEqual({ kit, gone: 0 });
  });

  it('moves with its text', () => {
    const { kit: moved, gone } = standingIn(`新增一句。${TEXT}`);
    expect(gone).toBe(0);
    for (const { start, end, text } of moved.basis) {
      expect(`新增一句。${TEXT}`.slice(start, end)).toBe(text);
    }
  });

  it('goes where the text was changed, and is counted', () => {
    const { kit: left, gone } = standingIn(TEXT.replace('专款专用', '统筹使用'));
    expect(gone).toBe(1);
    expect(left.basis.map(({ text }) => text)).toEqual(['分级建设师资库。']);
    expect(left.questions[0]?.basis).toEqual([]);
    expect(left.questions[1]?.basis).toHaveLength(1);
  });

  it('goes from the questions that quote it', () => {
    const [first, ...others] = kit.questions;
    if (first === undefined) throw new Error('Expected a question');
    const asked = (text: string, followUps: readonly string[]) => ({
      ...kit,
      questions: [{ ...first, text, followUps: [...followUps] }, ...others],
    });
    const quoting = asked('“保证专款专用”做到哪一步了？', ['“分级建设师资库”和它有什么关系？']);
    const now = TEXT.replace('专款专用', '统筹使用');
    const { kit: left } = withStandingBasis(quoting, { materialText: () => now });
    expect(left.questions[0]).toMatchObject({
      text: '“原文已更新或者停用”做到哪一步了？',
      followUps: ['“分级建设师资库”和它有什么关系？'],
    });
    expect(withStandingBasis(quoting, { materialText: () => TEXT }).kit).toEqual(quoting);
    // A word that anybody uses is nobody's text.
    const word = asked('怎样看“专款专用”？', []);
    expect(withStandingBasis(word, { materialText: () => now }).kit.questions[0]?.text).toBe(
      '怎样看“专款专用”？',
    );
  });

  it('goes with its material', () => {
    const { kit: left, gone } = standingIn(null);
    expect(gone).toBe(2);
    expect(left.questions.every(({ basis }) => basis.length === 0)).toBe(true);
  });
});
