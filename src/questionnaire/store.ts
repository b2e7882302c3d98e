import type { Answer, Answers } from './answers.ts';
import type { Questionnaire, QuestionnaireKind } from './questionnaire.ts';
import type { Respondent, Standing, Survey, SurveyTotals } from './survey.ts';

/** A questionnaire that is being written, as it is kept. */
export interface QuestionnaireRecord {
  readonly id: string;
  /** Person who made it; null for someone who has left. */
  readonly owner: string | null;
  readonly ownerName: string;
  /** The class that it is for; null where it is for none. */
  readonly classId: string | null;
  /** Counts from 1 with every change. */
  readonly version: number;
  readonly content: Questionnaire;
  /** ISO instant of the version. */
  readonly changedAt: string;
}

export interface QuestionnaireLine {
  readonly id: string;
  readonly owner: string | null;
  readonly ownerName: string;
  readonly classId: string | null;
  readonly kind: QuestionnaireKind;
  readonly title: string;
  readonly version: number;
  readonly changedAt: string;
}

export interface QuestionnaireVersion {
  readonly version: number;
  /** What was changed, in words. */
  readonly note: string;
  readonly changedAt: string;
}

/** A change that is kept in one transaction with the reply that tells of it. */
export type QuestionnaireChange =
  | {
      readonly kind: 'add-questionnaire';
      readonly id: string;
      readonly owner: string;
      readonly ownerName: string;
      readonly classId: string | null;
      readonly content: Questionnaire;
      readonly note: string;
      readonly at: string;
    }
  /**
   * Adds a version after `before`.
   *
   * @throws UserFacingError where another one was added meanwhile
   */
  | {
      readonly kind: 'save-questionnaire';
      readonly id: string;
      readonly before: number;
      readonly content: Questionnaire;
      readonly note: string;
      readonly at: string;
    }
  /** With its versions; what was published from it stays. */
  | { readonly kind: 'remove-questionnaire'; readonly id: string }
  /**
   * Publishes a frozen copy. `invited` are the people it is sent to, who may answer it.
   */
  | {
      readonly kind: 'publish-survey';
      readonly survey: Survey;
      readonly invited: readonly string[];
    }
  /** @throws UserFacingError where it is closed */
  | { readonly kind: 'move-closing'; readonly survey: string; readonly closesAt: string }
  /**
   * Closes it for good: drafts are wiped, what was submitted is mixed and written anew. Again changes
   * nothing. Where fewer than `FEWEST` have submitted, their answers are wiped too.
   */
  | { readonly kind: 'close-survey'; readonly survey: string; readonly at: string }
  /** A respondent comes by the link, or an invited one opens it; again changes nothing. */
  | { readonly kind: 'begin-answers'; readonly survey: string; readonly respondent: Respondent }
  /**
   * Keeps one answer in the respondent's draft; null takes it out. Nothing of it has a time.
   *
   * @throws UserFacingError where the survey is closed, was not sent to them, or they have submitted
   */
  | {
      readonly kind: 'keep-answer';
      readonly survey: string;
      readonly respondent: Respondent;
      readonly item: string;
      readonly answer: Answer | null;
      /** ISO instant, against the survey's closing; it is not kept. */
      readonly at: string;
    }
  /**
   * Submits what the storage finds in the draft, as `answersToSubmit` makes it, then wipes the draft,
   * the buttons and the dialogue states that name the survey.
   *
   * @throws UserFacingError where it is closed, was submitted before, or a required answer is missing
   */
  | {
      readonly kind: 'submit-answers';
      readonly survey: string;
      readonly respondent: Respondent;
      readonly at: string;
    }
  /** Wipes the draft. */
  | { readonly kind: 'drop-answers'; readonly survey: string; readonly respondent: Respondent };

/**
 * Questionnaires, what was published of them, and answers.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface QuestionnaireStore {
  questionnaire(id: string): Promise<QuestionnaireRecord | null>;
  /** All, the latest changed first. */
  questionnaires(): Promise<readonly QuestionnaireLine[]>;
  /** The newest first. */
  versions(id: string): Promise<readonly QuestionnaireVersion[]>;
  version(id: string, version: number): Promise<Questionnaire | null>;
  survey(id: string): Promise<Survey | null>;
  surveyByCode(code: string): Promise<Survey | null>;
  /** All, the newest first. */
  surveys(): Promise<readonly Survey[]>;
  /** Those that a respondent may answer now or has begun, the first to close first. */
  openSurveys(respondent: Respondent, now: Date): Promise<readonly Survey[]>;
  totals(survey: string): Promise<SurveyTotals>;
  standing(survey: string, respondent: Respondent): Promise<Standing>;
  /** The respondent's draft; empty where there is none. */
  draft(survey: string, respondent: Respondent): Promise<Answers>;
  /** Invited people who have not submitted. For sending a reminder alone; it is shown to nobody. */
  notSubmitted(survey: string): Promise<readonly string[]>;
  /** Whether each of these people has submitted, for messages that wait. */
  submittedOf(survey: string, people: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * All that was submitted, in an order that says nothing.
   *
   * @throws UserFacingError where the survey is not closed: two reports could be subtracted
   */
  responses(survey: string): Promise<readonly Answers[]>;
  /** Surveys whose closing has come and that are not closed yet. */
  dueToClose(now: Date): Promise<readonly string[]>;
  change(changes: readonly QuestionnaireChange[]): Promise<void>;
}
