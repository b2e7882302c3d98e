import type { ReportPart } from '../report/report-lines.ts';
import { type Diagnosis, EVIDENCE_NAMES } from './diagnosis.ts';
import { DIAGNOSIS_USE, emptyDiagnosis, needLine } from './diagnosis-outline.ts';

const MOST_NEEDS = 5;

/** A diagnosis in short, for the chat, in the words of the files. */
export function diagnosisLines(diagnosis: Diagnosis): ReportPart[] {
  const { sources, needs, missing } = diagnosis;
  const shown = needs.slice(0, MOST_NEEDS).map((need, at) => `${at + 1}.${needLine(need)}`);
  const rest = needs.length - shown.length;
  const parts: ReportPart[] = [
    {
      heading: '诊断依据',
      lines: sources.map(({ kind, name, people }) =>
        name.startsWith(EVIDENCE_NAMES[kind])
          ? `${name}：${people}`
          : `${EVIDENCE_NAMES[kind]}，${name}：${people}`,
      ),
    },
    {
      heading: '需求诊断',
      lines:
        needs.length === 0
          ? [emptyDiagnosis(diagnosis)]
          : [...shown, ...(rest > 0 ? [`其余${rest}项见诊断报告。`] : [])],
    },
    { heading: '还缺什么', lines: missing },
    { heading: '使用说明', lines: [DIAGNOSIS_USE] },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}
