import type { Survey } from '../../../../questionnaire/survey.ts';
import { dateInWords } from '../../../../reminder/schedule/dates-in-words.ts';
import type { PersonalOccasion } from '../../../feature.ts';

type Times = Pick<Survey, 'opensAt' | 'closesAt' | 'closedAt'>;

export type SurveyState = 'not-open' | 'open' | 'closing' | 'closed';

/** `closing`: its time is over and its answers are being mixed. */
export function surveyStateOf({ opensAt, closesAt, closedAt }: Times, now: Date): SurveyState {
  if (closedAt !== null) return 'closed';
  if (new Date(closesAt) <= now) return 'closing';
  return new Date(opensAt) > now ? 'not-open' : 'open';
}

const STATE_NAMES: Readonly<Record<SurveyState, string>> = {
  'not-open': '尚未开始',
  open: '填写中',
  closing: '正在截止',
  closed: '已截止',
};

export function stateOf(times: Times, { now }: Pick<PersonalOccasion, 'now'>): string {
  return STATE_NAMES[surveyStateOf(times, now)];
}

/** 2027年6月1日（星期二）12:00 至 2027年6月15日（星期二）18:00. */
export function periodOf(
  { opensAt, closesAt }: Times,
  { zone }: Pick<PersonalOccasion, 'zone'>,
): string {
  return `${dateInWords(zone, new Date(opensAt))} 至 ${dateInWords(zone, new Date(closesAt))}`;
}
