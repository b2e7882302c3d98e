import type { Questionnaire } from '../questionnaire.ts';

export interface Drafted {
  readonly questionnaire: Questionnaire;
  /** For whoever drafts, such as topics that the approved text does not name; each a sentence. */
  readonly remarks: readonly string[];
}
