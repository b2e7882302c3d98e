import type { Analysis } from '../analysis/analysis.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import { withPlainLabels } from './plain-labels.ts';
import type { ReportHead } from './report-head.ts';
import { score } from './report-words.ts';
import { conclusions } from './sections/conclusions.ts';
import { evaluationConclusions } from './sections/evaluation-conclusions.ts';
import { limitSentences } from './sections/limits.ts';
import { overviewSentence } from './sections/overview.ts';
import { suggestionSentence } from './sections/suggestions.ts';

/** A part of what the chat says of a report. */
export interface ReportPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

const MOST_NEEDS = 7;

/** The report in short, for the chat, in the words of the files. */
export function reportLines(
  found: Analysis,
  questionnaire: Questionnaire,
  head: ReportHead,
): ReportPart[] {
  const analysis = withPlainLabels(found);
  const { kind } = questionnaire;
  const isShown = analysis.sample.answered >= FEWEST;
  const told =
    kind === 'needs'
      ? conclusions(analysis, questionnaire)
      : evaluationConclusions(analysis, questionnaire);
  const parts: ReportPart[] = [
    { heading: '概况', lines: [overviewSentence(analysis, questionnaire, head)] },
    // The first one tells of the sample again.
    { heading: '主要结论', lines: isShown ? told.slice(1) : [] },
    { heading: '差距排序', lines: isShown ? ranking(analysis) : [] },
    { heading: '开班建议', lines: isShown ? analysis.suggestions.map(suggestionSentence) : [] },
    { heading: '局限', lines: limitSentences(analysis, kind) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function ranking({ needs }: Analysis): string[] {
  const lines = needs
    .slice(0, MOST_NEEDS)
    .map(
      ({ rank, text, mwds, importance, competence }) =>
        `${rank}.${text}：加权差距${score(mwds)}（重要${score(importance)}，掌握${score(competence)}）`,
    );
  const rest = needs.length - lines.length;
  return rest > 0 ? [...lines, `其余${rest}项见报告文件。`] : lines;
}
