import type { Audience } from '../../people/audience/audience.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { Survey } from '../../questionnaire/survey.ts';
import type { Tables } from '../schema.ts';

export function surveyFrom(row: Tables['survey']): Survey {
  const { id, questionnaire, version, code, owner } = row;
  return {
    ...{ id, questionnaire, version, code, owner, ownerName: row.owner_name },
    content: JSON.parse(row.content) as Questionnaire,
    audience: JSON.parse(row.audience) as Audience,
    ...{ opensAt: row.opens_at, closesAt: row.closes_at, closedAt: row.closed_at },
    publishedAt: row.published_at,
  };
}
