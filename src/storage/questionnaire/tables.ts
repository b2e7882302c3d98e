/** Questionnaires, what was published of them, who may answer, and what was answered. */
export interface QuestionnaireTables {
  questionnaire: QuestionnaireTable;
  questionnaire_version: QuestionnaireVersionTable;
  survey: SurveyTable;
  survey_participant: SurveyParticipantTable;
  survey_draft: SurveyDraftTable;
  survey_pool: SurveyPoolTable;
  survey_answer: SurveyAnswerTable;
}

interface QuestionnaireTable {
  id: string;
  owner: string | null;
  owner_name: string;
  class: string | null;
  version: number;
  kind: string;
  title: string;
  changed_at: string;
}

interface QuestionnaireVersionTable {
  questionnaire: string;
  version: number;
  content: string;
  note: string;
  changed_at: string;
}

interface SurveyTable {
  id: string;
  /** It may have been removed since. */
  questionnaire: string;
  version: number;
  audience: string;
  code: string | null;
  opens_at: string;
  closes_at: string;
  closed_at: string | null;
  owner: string | null;
  owner_name: string;
  published_at: string;
  /** Of the key with which drafts and pool are sealed; the key itself is in no table. */
  key_id: string;
  /** Totals outlive the rows that they were counted from, and people who leave. */
  invited: number | null;
  begun: number;
  submitted: number;
  lost: number;
  content: string;
}

/**
 * That someone may answer and whether they have, never when. `respondent` is the id of a person, or
 * channel and key of a stranger.
 */
interface SurveyParticipantTable {
  survey: string;
  respondent: string;
  is_done: number;
}

/** Sealed. */
interface SurveyDraftTable {
  survey: string;
  respondent: string;
  content: string;
}

/** Sealed: what was submitted last, until enough others have come to go on with. */
interface SurveyPoolTable {
  survey: string;
  content: string;
}

/** What one respondent submitted; `id` is random. */
interface SurveyAnswerTable {
  survey: string;
  id: string;
  content: string;
}
