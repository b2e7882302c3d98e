import type { Analysis, ChangeResult } from '../../analysis/analysis.ts';
import { PAIR_WORDS } from '../../questionnaire.ts';
import type { Block } from '../outline.ts';
import { centered, left, score, tableOf } from '../report-words.ts';

const NOTE =
  '由学员在结业时对同一内容的训前、现在掌握程度各评1至5分，只看全班平均变化，不给个人打分。两次评分都是自我评价，且训前情况为事后回忆，不是考试成绩。';

/** 训前训后变化 */
export function changeBlocks({ changes }: Analysis): Block[] {
  const names = [PAIR_WORDS.change.importance.name, PAIR_WORDS.change.competence.name] as const;
  const told = changes.map((one) => `${one.text}由${score(one.before)}到${score(one.after)}`);
  const rows = changes.map((one) => [
    ...[one.text, score(one.before), score(one.after), signed(growthOf(one)), `${one.answered}`],
  ]);
  const columns = [
    ...[left('内容', 70), centered('训前', 20), centered('现在', 20), centered('变化', 24)],
    centered('人数', 22),
  ];
  return [
    { kind: 'note', text: NOTE },
    {
      kind: 'chart',
      caption: '训前与现在的掌握程度（1至5分）',
      chart: {
        kind: 'marks',
        names,
        rows: changes.map(({ text, before, after }) => ({ label: text, before, after })),
      },
      alt: `${told.join('，')}。`,
      table: null,
    },
    { kind: 'table', table: tableOf('训前与现在的掌握程度', columns, rows) },
  ];
}

export function growthOf({ before, after }: ChangeResult): number {
  return after - before;
}

/** +0.85, -0.10. */
export function signed(value: number): string {
  const words = score(Math.abs(value));
  return words === '0.00' ? words : `${value > 0 ? '+' : '-'}${words}`;
}
