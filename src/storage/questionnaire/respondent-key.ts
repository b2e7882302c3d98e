import type { Respondent } from '../../questionnaire/survey.ts';

/** What stands for a respondent in the tables. Ids of people hold no space. */
export function respondentKey(respondent: Respondent): string {
  return respondent.kind === 'person'
    ? respondent.person
    : strangerKey(respondent.channel, respondent.key);
}

export function strangerKey(channel: string, key: string): string {
  return `${channel} ${key}`;
}
