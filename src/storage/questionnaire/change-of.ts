import type { QuestionnaireChange } from '../../questionnaire/store.ts';

/** The change of one kind. */
export type QuestionnaireChangeOf<Kind extends QuestionnaireChange['kind']> = Extract<
  QuestionnaireChange,
  { kind: Kind }
>;
