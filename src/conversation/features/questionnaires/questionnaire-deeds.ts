import type { DeedOf } from '../../deeds/deed.ts';
import { type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';

type Kind = 'list-questionnaires' | 'open-questionnaire';

/** What buttons do for those who write questionnaires. */
export const questionnaireTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'list-questionnaires': () => say('问卷'),
  'open-questionnaire': () => say('问卷'),
};
