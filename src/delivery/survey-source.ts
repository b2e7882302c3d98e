/** What a mailing was made from that asks for answers to a survey: `survey:ID` invites. */
export function invitationSource(survey: string): string {
  return `survey:${survey}`;
}

/** `survey:ID#N` reminds those who have not submitted. */
export function reminderSource(survey: string, number: number): string {
  return `${invitationSource(survey)}#${number}`;
}

const OF_SURVEY = /^survey:([^#]+)/u;

/** The survey that a mailing asks for answers to; null for any other one. */
export function surveyOfSource(source: string): string | null {
  return OF_SURVEY.exec(source)?.[1] ?? null;
}
