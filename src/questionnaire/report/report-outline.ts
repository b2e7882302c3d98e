import { dateInWords } from '../../text/date-in-words.ts';
import { toChineseNumeral } from '../../text/numerals.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import { numberCaptions } from './number-captions.ts';
import type { Block, Outline } from './outline.ts';
import { withPlainLabels } from './plain-labels.ts';
import type { ReportHead } from './report-head.ts';
import { CLASS_NOT_PERSON, reportTitle } from './report-words.ts';
import { changeBlocks } from './sections/changes.ts';
import { conclusions } from './sections/conclusions.ts';
import { evaluationConclusions } from './sections/evaluation-conclusions.ts';
import { groupComparison } from './sections/groups.ts';
import { limits } from './sections/limits.ts';
import { needsRanking } from './sections/needs.ts';
import { opinions } from './sections/opinions.ts';
import { overview } from './sections/overview.ts';
import { reactions } from './sections/reactions.ts';
import { suggestions } from './sections/suggestions.ts';
import { openThemes } from './sections/themes.ts';

type Section = readonly [heading: string, blocks: readonly Block[]];

/** What the answers to a questionnaire say, as a report; what is empty has no section. */
export function reportOutline(
  analysis: Analysis,
  questionnaire: Questionnaire,
  head: ReportHead,
): Outline {
  const title = reportTitle(head.title, questionnaire.kind);
  return {
    title,
    subtitle: dateInWords(head.madeOn),
    runningHead: title,
    blocks: withSections(sectionsOf(withPlainLabels(analysis), questionnaire, head)),
  };
}

/** Headings are counted 一、二、三、 and captions 图1, 表1; sections without blocks are left out. */
export function withSections(sections: readonly Section[]): Block[] {
  const shown = sections.filter(([, blocks]) => blocks.length > 0);
  return numberCaptions(
    shown.flatMap(([heading, blocks], at): Block[] => [
      { kind: 'heading', level: 2, text: `${toChineseNumeral(at + 1)}、${heading}` },
      ...blocks,
    ]),
  );
}

function sectionsOf(analysis: Analysis, questionnaire: Questionnaire, head: ReportHead): Section[] {
  const { kind } = questionnaire;
  const opening = overview(analysis, questionnaire, head);
  const end: Section = ['局限', limits(analysis, kind)];
  if (analysis.sample.answered < FEWEST) return [['基本情况', opening], end];
  switch (kind) {
    case 'needs':
      return [
        ['调研概况', opening],
        ['主要结论', [{ kind: 'list', items: conclusions(analysis, questionnaire) }]],
        ['需求排序', analysis.needs.length === 0 ? [] : needsRanking(analysis)],
        ['分层比较', groupComparison(analysis)],
        ['培训方式、师资、时间等意见', opinions(analysis, questionnaire)],
        ['开放题主题', openThemes(analysis, questionnaire)],
        ['开班建议', suggestions(analysis)],
        end,
      ];
    case 'evaluation':
      return [
        ['评估概况', [{ kind: 'note', text: CLASS_NOT_PERSON }, ...opening]],
        ['主要结论', [{ kind: 'list', items: evaluationConclusions(analysis, questionnaire) }]],
        ['学员反应（第一级评估）', reactions(analysis, questionnaire)],
        ['训前训后变化（第二级评估）', analysis.changes.length === 0 ? [] : changeBlocks(analysis)],
        ['分组比较', groupComparison(analysis)],
        ['意见主题', openThemes(analysis, questionnaire)],
        ['改进建议', analysis.suggestions.length === 0 ? [] : suggestions(analysis)],
        end,
      ];
    default:
      return kind satisfies never;
  }
}
