import type { Kysely } from 'kysely';
import type { QuestionnaireStore } from '../questionnaire/store.ts';
import type { Tables } from './schema.ts';

export function createQuestionnaireStore(_database: Kysely<Tables>): QuestionnaireStore {
  return {} as QuestionnaireStore;
}
