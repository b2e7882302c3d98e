import type { Analysis } from '../../analysis/analysis.ts';
import type { Questionnaire } from '../../questionnaire.ts';
import { FEWEST } from '../../survey.ts';
import type { Block } from '../outline.ts';
import { centered, left, questionNumbers, shownCount, tableOf } from '../report-words.ts';

const NOTE = `开放题只归纳${FEWEST}人以上提到的主题，不列原话。主题由软件按共同的词归纳，解释时请结合座谈和访谈。`;

/** 开放题主题 */
export function openThemes({ items }: Analysis, questionnaire: Questionnaire): Block[] {
  const texts = items.filter(({ type }) => type === 'text');
  if (texts.length === 0) return [];
  const numbers = questionNumbers(questionnaire);
  return [
    { kind: 'note', text: NOTE },
    ...texts.map(({ id, text, answered, themes }): Block => {
      const name = `第${numbers.get(id)}题　${text}`;
      const bare = name.replace(/[？?]$/u, '');
      if (answered === null) {
        return { kind: 'paragraph', text: `${bare}：填答者不足${FEWEST}人，不列出主题。` };
      }
      if (themes.length === 0) {
        return {
          kind: 'paragraph',
          text: `${bare}：${shownCount(answered)}人填答，没有${FEWEST}人以上共同提到的主题。`,
        };
      }
      const rows = themes.map(({ words, people }) => [words.join('、'), String(people)]);
      const columns = [left('主题词', 120), centered('提到人数', 36)];
      return { kind: 'table', table: tableOf(`${name}（${answered}人填答）`, columns, rows) };
    }),
  ];
}
