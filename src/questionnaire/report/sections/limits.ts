import type { Analysis } from '../../analysis/analysis.ts';
import type { QuestionnaireKind } from '../../questionnaire.ts';
import type { Block } from '../outline.ts';
import { CLASS_NOT_PERSON, NO_ROWS } from '../report-words.ts';

/** 局限 */
export function limits({ limits }: Analysis, kind: QuestionnaireKind): Block[] {
  return [{ kind: 'list', items: limitSentences({ limits }, kind) }];
}

export function limitSentences(
  { limits }: Pick<Analysis, 'limits'>,
  kind: QuestionnaireKind,
): string[] {
  const own = [...(kind === 'evaluation' ? [CLASS_NOT_PERSON] : []), NO_ROWS];
  return [...limits, ...own.filter((sentence) => !limits.includes(sentence))];
}
