import type { Analysis } from '../analysis/analysis.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { outlineFile } from './outline-file.ts';
import type { ReportFormat, ReportHead } from './report-head.ts';
import { reportOutline } from './report-outline.ts';

/** The report as a file; what makes a format is loaded with its first file. */
export async function reportFile(
  analysis: Analysis,
  questionnaire: Questionnaire,
  head: ReportHead,
  format: ReportFormat,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
    case 'html':
      return outlineFile(reportOutline(analysis, questionnaire, head), format);
    case 'xlsx': {
      const { reportXlsx } = await import('./table/report-xlsx.ts');
      return reportXlsx(analysis, questionnaire, head);
    }
    case 'csv': {
      const { reportCsv } = await import('./table/report-csv.ts');
      return new TextEncoder().encode(reportCsv(analysis, questionnaire));
    }
    default:
      return format satisfies never;
  }
}
