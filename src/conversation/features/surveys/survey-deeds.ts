import type { DeedOf } from '../../deeds/deed.ts';
import { type Occasion, type SoonReplied, say } from '../../feature.ts';

type Kind = 'open-survey' | 'preview-questionnaire';

/** What buttons do for those who answer a questionnaire, who may be strangers. */
export const surveyTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: Occasion) => SoonReplied;
} = {
  'open-survey': () => say('问卷'),
  'preview-questionnaire': () => say('问卷'),
};
