import type { QuestionnaireRecord } from '../../../../questionnaire/store.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../../feature.ts';
import type { Publishing, QuestionnaireWords } from '../../../state.ts';
import { withQuestionnaire } from '../opened-questionnaire.ts';
import { newPublishing } from './publishing.ts';

/** Goes on with what was begun to be published of a questionnaire, or begins it. */
export function withPublishing(
  questionnaire: string,
  on: PersonalOccasion,
  then: (publishing: Publishing, record: QuestionnaireRecord) => SoonReplied,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, (record) => {
    const begun = on.state.publishing;
    const isSame = begun?.questionnaire === questionnaire;
    return then(isSame ? begun : newPublishing(record, on), record);
  });
}

/** The state in which the next text is taken as what is asked for of a publishing. */
export function waitForPublishing(
  publishing: Publishing,
  what: Extract<QuestionnaireWords, { of: 'publishing' }>['what'],
  { state }: PersonalOccasion,
) {
  const { questionnaire } = publishing;
  return {
    ...{ ...state, publishing, expecting: 'words-for-questionnaire' as const },
    questionnaireWords: { of: 'publishing' as const, questionnaire, what },
  };
}
