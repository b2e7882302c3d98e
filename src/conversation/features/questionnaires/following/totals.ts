import type { SurveyTotals } from '../../../../questionnaire/survey.ts';

/**
 * How many have answered. These are totals of the whole: they say that some have answered, of nobody
 * who and of nobody what, and whoever follows a survey has to know whether answers come.
 */
export function totalsInWords({ invited, submitted }: SurveyTotals): string {
  return invited === null ? `已提交 ${submitted} 份` : `${invited} 人中已提交 ${submitted} 份`;
}

export function totalsLines({ invited, begun, submitted, lost }: SurveyTotals): readonly string[] {
  return [
    ...(invited === null ? [] : [`邀请：${invited} 人`]),
    `打开过：${begun} 人`,
    `已提交：${submitted} 份${rateInWords(invited, submitted)}`,
    ...(lost === 0 ? [] : [`无法读取：${lost} 份（密钥已经丢失，不计入结果）`]),
  ];
}

function rateInWords(invited: number | null, submitted: number): string {
  if (invited === null || invited === 0) return '';
  return `，回收率 ${Math.round((submitted / invited) * 100)}%`;
}
