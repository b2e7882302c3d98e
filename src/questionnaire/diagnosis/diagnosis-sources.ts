import { dateInWords } from '../../text/date-in-words.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import { FEWEST } from '../survey.ts';
import { type DiagnosisInput, type DiagnosisSource, EVIDENCE_NAMES } from './diagnosis.ts';

/** What goes on changing is told in steps; see `peopleAtLeast`. */
const EACH = `每处${FEWEST}人以上`;

/** What a diagnosis rests on. */
export function diagnosisSources(input: DiagnosisInput): DiagnosisSource[] {
  const surveys = input.surveys
    .filter(({ analysis }) => analysis.needs.length > 0)
    .map(({ title, closedAt, analysis }): DiagnosisSource => {
      const { answered, rate } = analysis.sample;
      const share = rate === null ? '' : `，回收率${(rate * 100).toFixed(1)}%`;
      const closed = dateInWords(closedAt);
      return {
        ...{ kind: 'gap', people: `${answered}人填答${share}` },
        name: `《${withoutTitleMarks(title)}》${closed === '' ? '' : `（${closed}截止）`}`,
      };
    });
  const unanswered = input.unanswered.filter(({ people }) => people >= FEWEST);
  const recalled = input.recalled.filter(({ people, answers }) => people >= FEWEST && answers > 0);
  return [
    ...surveys,
    ...(unanswered.length === 0
      ? []
      : [
          {
            kind: 'unanswered',
            name: `${EVIDENCE_NAMES.unanswered}，涉及${unanswered.length}处`,
            people: EACH,
          } as const,
        ]),
    ...(recalled.length === 0
      ? []
      : [
          {
            kind: 'recall',
            name: `${EVIDENCE_NAMES.recall}，涉及${recalled.length}个部分`,
            people: EACH,
          } as const,
        ]),
  ];
}
