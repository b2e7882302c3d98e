import { dateIn } from '../../../../clock.ts';
import { audienceInWords } from '../../../../people/audience/audience-in-words.ts';
import { analyse } from '../../../../questionnaire/analysis/analyse.ts';
import type { Analysis } from '../../../../questionnaire/analysis/analysis.ts';
import type { Answers } from '../../../../questionnaire/answers.ts';
import { questionNumbers } from '../../../../questionnaire/editing/item-kinds.ts';
import { reportFile } from '../../../../questionnaire/report/report-file.ts';
import type { ReportFormat, ReportHead } from '../../../../questionnaire/report/report-head.ts';
import { reportOutline } from '../../../../questionnaire/report/report-outline.ts';
import type { Survey } from '../../../../questionnaire/survey.ts';
import { type Button, choices, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import { fileSafe } from '../../../word-file.ts';
import { openQuestions } from './open-answers.ts';
import { outlineBlocks } from './outline-blocks.ts';
import { withReported } from './reported.ts';

export const REPORT_TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** What came of a survey, the findings first, with everything that is small hidden. */
export function openReport(
  { published }: DeedOf<'open-survey-report'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withReported(published, on, async (survey, responses) => {
    const { content } = survey;
    const { analysis, head } = await analysed(survey, responses, on);
    const outline = reportOutline(analysis, content, head);
    return {
      placement: 'turn',
      blocks: [
        ...(await outlineBlocks(outline, on)),
        remark('以上都是合计，不足 5 人的不显示。请只用于改进培训，不用于评价个人。'),
        choices('报告', ...buttonsOf(survey)),
      ],
    };
  });
}

function buttonsOf({ id: published, content }: Survey): Button[] {
  const as = (label: string, format: ReportFormat): Button => [
    label,
    { kind: 'export-survey-report', published, as: format },
  ];
  const numbers = questionNumbers(content.items);
  const open = openQuestions(content.items).map(
    ({ id }): Button => [
      `开放题原话（第 ${numbers.get(id)} 题）`,
      { kind: 'list-open-answers', published, item: id, from: 0 },
    ],
  );
  return [
    as('Word 报告', 'docx'),
    as('网页报告', 'html'),
    as('Excel 数据', 'xlsx'),
    as('CSV 数据', 'csv'),
    ...open,
    ['填写情况', { kind: 'open-published', published }],
  ];
}

export function exportReport(
  { published, as }: DeedOf<'export-survey-report'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withReported(published, on, async (survey, responses) => {
    const { analysis, head } = await analysed(survey, responses, on);
    return {
      placement: 'turn',
      blocks: [
        plain('报告已生成。'),
        {
          kind: 'file',
          file: {
            name: `报告-${fileSafe(survey.content.title)}.${as}`,
            mediaType: REPORT_TYPES[as],
            bytes: await reportFile(analysis, survey.content, head, as),
          },
        },
        choices('报告', ['返回报告', { kind: 'open-survey-report', published }]),
      ],
    };
  });
}

async function analysed(
  survey: Survey,
  responses: readonly Answers[],
  on: PersonalOccasion,
): Promise<{ readonly analysis: Analysis; readonly head: ReportHead }> {
  const { content, code, audience, opensAt, closedAt, closesAt } = survey;
  const { invited } = await on.questionnaires.totals(survey.id);
  const dayOf = (instant: string) => dateIn(on.zone, new Date(instant));
  return {
    analysis: analyse(content, responses, invited),
    head: {
      ...{ title: content.title, opened: dayOf(opensAt), closed: dayOf(closedAt ?? closesAt) },
      audience:
        code === null ? audienceInWords(audience, await on.people.classes()) : '收到链接的人员',
      madeOn: on.today,
    },
  };
}
