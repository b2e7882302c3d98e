import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/conversation/read-text.ts';
import { printable } from '../../src/documents/printable.ts';
import { readSituation } from '../../src/seminar/reading/read-words.ts';
import { readContribution } from '../../src/seminar/session/read-contribution.ts';
import { cleanWords } from '../../src/text/clean-words.ts';

describe('words that a person wrote', () => {
  it.each([
    ['经费\r\n不足\u2028课程旧', '经费\n不足\n课程旧'],
    ['<p>经费</p><b>不</b>足<br/>', '经费 不足'],
    ['<scr\u200Bipt>alert(1)</script>走过场', '走过场'],
    ['走过场<img src=x onerror=alert(1)，课程旧', '走过场 ，课程旧'],
    ['<!-- 备注 -->课程旧', '课程旧'],
    ['a<b且c>d，参训率<60%', 'a<b且c>d，参训率<60%'],
    ['５０人，Ａ班，约１．５天', '50人，A班，约1.5天'],
    ['&lt;办法&gt;&nbsp;第三条', '<办法> 第三条'],
    ['经\u0000费\t不\u001b足\ud800', '经 费 不 足'],
    ['第一段\n\n\n　　第二段', '第一段\n第二段'],
  ])('%j are %j', (raw, clean) => {
    expect(cleanWords(raw)).toBe(clean);
  });

  it('hold nothing unseen, whatever they are written for', () => {
    const unseen = [
      ...'\u0000\u0007\u0085\u00AD\u061C\u180E\u200B\u200D\u200E\u202E\u2060\u2066\u206F',
      ...'\uFEFF\uFFFA\uFFFF',
    ];
    const words = fc.array(fc.constantFrom(...unseen, '经', '费', '<', 'b', '>', '\n'));
    fc.assert(
      fc.property(words, (some) => {
        const raw = `经费${some.join('')}`;
        const situation = readSituation(raw);
        const said = readContribution(raw);
        const text = readText(raw, '意见', 500);
        for (const kept of [
          cleanWords(raw),
          printable(raw),
          situation.ok ? situation.value : '',
          said.ok ? said.text : '',
          text.ok ? text.text : '',
        ]) {
          expect(unseen.filter((mark) => kept.includes(mark))).toEqual([]);
        }
      }),
    );
  });
});
