import type { Answer, Answers } from '../../../questionnaire/answers.ts';
import type { Questionnaire } from '../../../questionnaire/questionnaire.ts';
import type { Respondent, Survey } from '../../../questionnaire/survey.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { Act } from '../../deeds/surveys.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import type { DialogueState } from '../../state.ts';
import { isTheirs, notTheirs } from '../questionnaires/opened-questionnaire.ts';
import { momentInWords } from './moment.ts';

/** What is being filled in: a survey in earnest, or a questionnaire as a preview of it. */
export interface Sheet {
  readonly of:
    | { readonly kind: 'survey'; readonly survey: Survey }
    | { readonly kind: 'preview'; readonly questionnaire: string };
  readonly content: Questionnaire;
  readonly answers: Answers;
}

export type OpenedSheet =
  | { readonly ok: true; readonly sheet: Sheet }
  /** Why not, and what to do. */
  | { readonly ok: false; readonly problem: string };

export type OpenedSurvey =
  | { readonly ok: true; readonly survey: Survey; readonly isBegun: boolean }
  | { readonly ok: false; readonly problem: string };

export function respondentOf({ person, account }: Occasion): Respondent {
  if (person !== null) return { kind: 'person', person: person.id };
  return { kind: 'stranger', ...account };
}

/** A survey that the one who speaks may answer now. */
export async function openToMe(id: string, on: Occasion): Promise<OpenedSurvey> {
  const survey = await on.questionnaires.survey(id);
  if (survey === null) return { ok: false, problem: GONE };
  const standing = await on.questionnaires.standing(id, respondentOf(on));
  if (standing.kind === 'submitted') return { ok: false, problem: submittedAlready(survey) };
  const name = `问卷“${survey.content.title}”`;
  if (survey.closedAt !== null || Date.parse(survey.closesAt) <= on.now.getTime()) {
    const since = momentInWords(survey.closedAt ?? survey.closesAt, on);
    return {
      ok: false,
      problem: `${name}已于${since}截止，不能再填写或者提交。没有提交的内容不计入结果，截止后一律清除。`,
    };
  }
  if (Date.parse(survey.opensAt) > on.now.getTime()) {
    const from = momentInWords(survey.opensAt, on);
    return { ok: false, problem: `${name}从${from}起可以填写，请到时再打开。` };
  }
  if (standing.kind === 'not-invited' && survey.code === null) {
    return {
      ok: false,
      problem: `${name}没有发给您。收到过通知的，请先用收到通知的身份登录；认为应当填写的，请与发布人${survey.ownerName}联系。`,
    };
  }
  return { ok: true, survey, isBegun: standing.kind === 'invited' };
}

export const GONE = '这份问卷已经不在了。要看可以填写的问卷，请发送“问卷”。';

function submittedAlready({ content }: Survey): string {
  return `问卷“${content.title}”您已经提交，每人只能提交一次，不能再改。谢谢您的参与。`;
}

/** The survey with the draft of the one who speaks. */
export async function openSheet(id: string, on: Occasion): Promise<OpenedSheet> {
  const opened = await openToMe(id, on);
  if (!opened.ok) return opened;
  const { survey } = opened;
  const answers = await on.questionnaires.draft(id, respondentOf(on));
  return {
    ok: true,
    sheet: { of: { kind: 'survey', survey }, content: survey.content, answers },
  };
}

/** The questionnaire as it is now, with what the one who previews it has answered. */
export async function openPreview(questionnaire: string, on: Occasion): Promise<OpenedSheet> {
  const record = await on.questionnaires.questionnaire(questionnaire);
  if (record === null) return { ok: false, problem: '这份问卷草稿已经不在了。' };
  const { person } = on;
  if (person === null || !isTheirs(record, { person })) {
    return { ok: false, problem: notTheirs(record.ownerName) };
  }
  const { preview = null } = on.state.answering ?? {};
  const isSame = preview?.questionnaire === questionnaire;
  // Nobody but this feature writes them there.
  const answers = isSame ? (preview.answers as Answers) : {};
  return {
    ok: true,
    sheet: { of: { kind: 'preview', questionnaire }, content: record.content, answers },
  };
}

/** The sheet and the change that keep an answer; null takes it out. */
export function withAnswer(
  sheet: Sheet,
  item: string,
  answer: Answer | null,
  on: Occasion,
): { readonly sheet: Sheet; readonly changes: NonNullable<FeatureReply['changes']> } {
  const { [item]: _, ...others } = sheet.answers;
  const answers = answer === null ? others : { ...others, [item]: answer };
  const after = { ...sheet, answers };
  if (sheet.of.kind === 'preview') return { sheet: after, changes: [] };
  const { id: survey } = sheet.of.survey;
  const change = { kind: 'keep-answer', survey, item, answer } as const;
  const by = { respondent: respondentOf(on), at: on.now.toISOString() };
  return { sheet: after, changes: [{ of: 'questionnaire', change: { ...change, ...by } }] };
}

/**
 * What the next text is taken as, after a question was shown, or the review: what comes then may still
 * be an answer, and must not be taken for a question to the assistant, which is kept.
 */
export function stateAt(
  sheet: Sheet,
  item: string,
  on: Occasion,
  isChanged: boolean,
): DialogueState {
  const lately = isFrom(sheet, on) ? (on.state.answering?.lately ?? []) : [];
  return {
    ...on.state,
    expecting: 'answer',
    answering: {
      ...pointOf(sheet),
      item,
      lately: isChanged ? [...lately, on.message].slice(-MOST_LATELY) : lately,
    },
  };
}

/** No question is open: what is missing is shown, or the way to submit. */
export const AT_REVIEW = '';

/** More do not wait for their replies at a time. */
const MOST_LATELY = 16;

function pointOf({ of, answers }: Sheet) {
  return of.kind === 'survey'
    ? { survey: of.survey.id, preview: null }
    : { survey: null, preview: { questionnaire: of.questionnaire, answers } };
}

/** Whether the dialogue stands in this sheet already. */
function isFrom({ of }: Sheet, { state: { answering } }: Occasion): boolean {
  return of.kind === 'survey'
    ? answering?.survey === of.survey.id
    : answering?.preview?.questionnaire === of.questionnaire;
}

/** Sent once more, a message that changed something is answered by what there is now. */
export function isRepeated({ message, state }: Occasion): boolean {
  return state.answering?.lately.includes(message) ?? false;
}

/** 预览 stands before the title of what keeps nothing. */
export function titleOf({ of, content }: Sheet): string {
  return of.kind === 'preview' ? `【预览】${content.title}` : content.title;
}

export function actAt({ of }: Sheet, item: string, act: Act): Deed {
  return of.kind === 'survey'
    ? { kind: 'answer-item', survey: of.survey.id, item, act }
    : { kind: 'preview-item', questionnaire: of.questionnaire, item, act };
}

const DEEDS = {
  fill: ['fill-in-survey', 'fill-in-preview'],
  review: ['review-answers', 'review-preview'],
  submit: ['submit-answers', 'submit-preview'],
  'put-off': ['put-off-answers', 'leave-preview'],
} as const;

/** What is done with the sheet as a whole. */
export function deedOf({ of }: Sheet, what: keyof typeof DEEDS): Deed {
  const [inEarnest, inPreview] = DEEDS[what];
  return of.kind === 'survey'
    ? { kind: inEarnest, survey: of.survey.id }
    : { kind: inPreview, questionnaire: of.questionnaire };
}
