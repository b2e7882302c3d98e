import { readSurveyCode } from '../questionnaire/survey-code.ts';

/** What leads to a questionnaire: a link's `/start q-CODE`, or 问卷 and the code. */
const LEADS = /^(?:\/start\s+q-|(?:填写?|打开|参加)?问卷码?[\s:]*)([A-Z\d -]{8,20})$/iu;

/** The code of a questionnaire that a text leads to; null where it leads to none. */
export function surveyCodeIn(text: string): string | null {
  const code = LEADS.exec(text.normalize('NFKC').trim())?.[1];
  return code === undefined ? null : readSurveyCode(code);
}
