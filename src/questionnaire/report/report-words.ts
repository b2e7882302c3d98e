import { HIDDEN } from '../../documents/sheet.ts';
import type { Questionnaire, QuestionnaireKind } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import type { TableColumn, TableData } from './outline.ts';

export { HIDDEN };

export const HIDDEN_NOTE = `“${HIDDEN}”表示人数不足${FEWEST}人，或者能由其他数字推算出不足${FEWEST}人的结果，不予列示。`;

export const NO_ROWS = `本报告只有汇总结果，没有逐份答卷：逐份答卷即使不写姓名，几项合在一起也可能认出某个人，因此不导出。`;

export const CLASS_NOT_PERSON =
  '班次评估评的是班次，不是人。评估结果用于改进培训，不对任何干部或教师的考核、任用、处分作出判断。';

const ENDINGS: Readonly<Record<QuestionnaireKind, string>> = {
  needs: '培训需求调研报告',
  evaluation: '班次评估报告',
};

/** 2027年度县处级领导干部培训需求问卷 → 2027年度县处级领导干部培训需求调研报告. */
export function reportTitle(title: string, kind: QuestionnaireKind): string {
  const base = title.trim().replace(/(?:调查|调研)?(?:问卷|表)$/u, '');
  if (base === '') return ENDINGS[kind];
  if (/报告$/u.test(base)) return base;
  if (/(?:调研|评估)$/u.test(base)) return `${base}报告`;
  if (kind === 'needs' && /需求$/u.test(base)) return `${base}调研报告`;
  return `${base}${ENDINGS[kind]}`;
}

/** 62.5%. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

export function shownPercent(share: number | null): string {
  return share === null ? HIDDEN : percent(share);
}

export function shownCount(count: number | null): string {
  return count === null ? HIDDEN : String(count);
}

/** A mean or a score, with two places; never -0.00. */
export function score(value: number): string {
  const words = value.toFixed(2);
  return words === '-0.00' ? '0.00' : words;
}

/** “甲”“乙”, at most so many of them. */
export function quoted(words: readonly string[], most = words.length): string {
  const shown = words.slice(0, most).map((one) => `“${one}”`);
  return words.length > most ? `${shown.join('')}等${words.length}项` : shown.join('');
}

/** Number of each question as a respondent counts them, by its id. */
export function questionNumbers({ items }: Questionnaire): ReadonlyMap<string, number> {
  const questions = items.filter(({ type }) => type !== 'section');
  return new Map(questions.map(({ id }, at) => [id, at + 1]));
}

export function left(title: string, width: number): TableColumn {
  return { title, width, isCentered: false };
}

export function centered(title: string, width: number): TableColumn {
  return { title, width, isCentered: true };
}

/** A table that says what its hidden cells mean, where it has any. */
export function tableOf(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  note = '',
): TableData {
  const hasHidden = rows.some((row) => row.includes(HIDDEN));
  return { caption, columns, rows, note: [note, hasHidden ? HIDDEN_NOTE : ''].join('') };
}
