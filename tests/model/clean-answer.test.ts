import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerCleaner } from '../../src/model/chat/clean-answer.ts';

/** @param borders where the text is cut into chunks */
function clean(text: string, borders: readonly number[] = [], isJson = true): string {
  const cleaner = createAnswerCleaner(isJson);
  const cuts = [0, ...[...borders].sort((a, b) => a - b), text.length];
  const chunks = cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
  return chunks.map(cleaner.push).join('') + cleaner.end();
}

const ANSWER = '{"text": "`甲` ``` 乙 <think>", "list": [1]}';

describe('an answer', () => {
  it.each([
    ['bare', ANSWER, ANSWER],
    ['with space around', `\n\n ${ANSWER}\n`, `${ANSWER}\n`],
    ['in a fence', `\`\`\`json\n${ANSWER}\n\`\`\``, ANSWER],
    ['in a fence without a language', `\`\`\`\n${ANSWER}\n\`\`\`\n\n`, ANSWER],
    ['in a fence on one line', `\`\`\`${ANSWER}\`\`\``, ANSWER],
    ['with a word after its fence', `\`\`\`json\n${ANSWER}\n\`\`\`\n以上是答案。`, ANSWER],
    ['in a fence that is not closed', `\`\`\`json\n${ANSWER}`, ANSWER],
    ['after thoughts', `<think>\n先{}\n</think>\n\n${ANSWER}`, ANSWER],
    ['after thoughts, in a fence', `<think></think>\`\`\`json\n${ANSWER}\n\`\`\``, ANSWER],
    ['after a word', `答案是 ${ANSWER}`, `答案是 ${ANSWER}`],
    ['that is nothing but thoughts', '<think>还没有想完', ''],
    ['that only begins like thoughts', '<thin', '<thin'],
    ['that is empty', '', ''],
  ])('%s', (_, text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
    // The same wherever the chunks end.
    const border = fc.nat({ max: text.length });
    fc.assert(
      fc.property(fc.array(border, { maxLength: 8 }), (borders) => {
        expect(clean(text, borders)).toBe(cleaned);
      }),
    );
  });

  it('in words keeps its fences', () => {
    const text = '```sh\nls\n```';
    expect(clean(`<think>嗯</think>\n${text}`, [], false)).toBe(text);
  });

  it('is given as soon as it is certain', () => {
    const cleaner = createAnswerCleaner(true);
    expect(['<thi', 'nk>a</think>\n``', '`json\n{"a"', ': 1}\n', '```'].map(cleaner.push)).toEqual([
      '',
      '',
      '{"a"',
      ': 1}',
      '',
    ]);
  });
});
