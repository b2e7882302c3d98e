import { withoutTitleMarks } from '../../text/title-marks.ts';
import { FEWEST } from '../survey.ts';
import type { DiagnosisInput } from './diagnosis.ts';

const ORGANISATION =
  '以上来源都来自干部本人，没有单位任务和岗位职责方面的要求，宜再听取单位负责人的意见。';

/** What a diagnosis lacks, and what would mend it. */
export function whatIsMissing(input: DiagnosisInput): string[] {
  return [
    ...surveysMissing(input),
    ...(input.unanswered.some(({ people }) => people >= FEWEST)
      ? []
      : [`没有${FEWEST}人以上提问而现有资料没有答案的内容，或者提问还不多。`]),
    ...(input.recalled.some(({ people, answers }) => people >= FEWEST && answers > 0)
      ? []
      : [`没有${FEWEST}人以上的复习记录，看不出学过的内容记得怎样。`]),
    ORGANISATION,
  ];
}

function surveysMissing({ surveys, people, name }: DiagnosisInput): string[] {
  const used = surveys.filter(({ analysis }) => analysis.needs.length > 0);
  const missing = surveys
    .filter(({ analysis }) => analysis.needs.length === 0)
    .map(({ title, analysis }) =>
      analysis.sample.answered < FEWEST
        ? `《${withoutTitleMarks(title)}》有效答卷不足${FEWEST}份，没有采用。`
        : `《${withoutTitleMarks(title)}》没有重要程度和掌握程度的结果，看不出差距，没有采用。`,
    );
  const elsewhere = used
    .filter(
      ({ analysis }) => analysis.sample.invited !== null && analysis.sample.invited !== people,
    )
    .map(
      ({ title, analysis }) =>
        `《${withoutTitleMarks(title)}》发给${analysis.sample.invited}人，与${name}的${people}人范围不同，结果只能参照。`,
    );
  const byLink = used
    .filter(({ analysis }) => analysis.sample.invited === null)
    .map(
      ({ title }) => `《${withoutTitleMarks(title)}》通过链接填答，不清楚填答者有多少属于${name}。`,
    );
  const withoutBasis = used.flatMap(({ analysis, content }) =>
    analysis.needs.filter(
      ({ id }) => (content.items.find((item) => item.id === id)?.basis ?? null) === null,
    ),
  );
  return [
    ...(used.length === 0
      ? ['没有可用的需求问卷结果，缺少干部本人评的差距。可以先起草并发布一份培训需求问卷。']
      : []),
    ...missing,
    ...elsewhere,
    ...byLink,
    ...(withoutBasis.length === 0
      ? []
      : [`问卷中有${withoutBasis.length}项内容没有标注依据的位置，不能同提问和复习情况对照。`]),
  ];
}
