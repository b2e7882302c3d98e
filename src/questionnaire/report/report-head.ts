/** What stands at the head of a report and is not in the answers. Days are `YYYY-MM-DD`. */
export interface ReportHead {
  /** Of the questionnaire, such as 2027年度县处级领导干部培训需求问卷. */
  readonly title: string;
  /** Days between which it was answered; empty where nobody knows. */
  readonly opened: string;
  readonly closed: string;
  /** Who were asked, in words; empty where it was not said. */
  readonly audience: string;
  readonly madeOn: string;
}

export const REPORT_FORMATS = ['docx', 'html', 'xlsx', 'csv'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];
