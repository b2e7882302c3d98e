import { answersToSubmit } from '../../../questionnaire/answering/answers-to-submit.ts';
import { answeredCount, type Place, placesOf } from '../../../questionnaire/answering/places.ts';
import { type Button, choices, decision, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Beside } from './beside.ts';
import { inPlace, instead } from './in-place.ts';
import {
  AT_REVIEW,
  actAt,
  deedOf,
  openPreview,
  openSheet,
  respondentOf,
  type Sheet,
  stateAt,
  titleOf,
} from './sheet.ts';

/** More jumps cannot be taken in; what else is missing comes up as one goes on. */
const MOST_JUMPS = 12;
/** Of a question that is named beside others. */
const LONGEST_NAMED = 24;

/** What is missing before it can be submitted, with the way there; or the way to submit it. */
export function review(
  sheet: Sheet,
  on: Occasion,
  { notice = '', changes = [] }: Beside = {},
): FeatureReply {
  const places = placesOf(sheet.content, sheet.answers);
  const ready = answersToSubmit(sheet.content, sheet.answers);
  const missing = ready.ok ? [] : places.filter(({ item }) => ready.missing.includes(item.id));
  const answered = answeredCount(places, sheet.answers);
  const blocks: DraftBlock[] = [
    heading(titleOf(sheet)),
    ...(notice === '' ? [] : [remark(notice)]),
    lead(
      missing.length === 0
        ? '必答题都已答完，可以提交。'
        : `还有 ${missing.length} 道必答题没有答完。`,
    ),
    plain(
      `共 ${places.length} 题，已答 ${answered} 题。${leftOpen(places, answered, missing.length)}`,
    ),
    ...(missing.length === 0 ? submitting(sheet) : jumps(sheet, missing)),
    choices('其他', ...others(sheet, places)),
  ];
  return inPlace(blocks, { state: stateAt(sheet, AT_REVIEW, on, changes.length > 0), changes });
}

function leftOpen(places: readonly Place[], answered: number, missing: number): string {
  const optional = places.length - answered - missing;
  return optional > 0 ? `没有答的选答题 ${optional} 道，可以不答。` : '';
}

function submitting(sheet: Sheet): DraftBlock[] {
  const words =
    sheet.of.kind === 'preview'
      ? '现在是预览，提交不保存任何内容。'
      : '提交以后不能修改，也不能撤回：答案与您不再对应，从中找不出您的那一份。';
  return [plain(words), decision('提交', ['提交', deedOf(sheet, 'submit')])];
}

function jumps(sheet: Sheet, missing: readonly Place[]): DraftBlock[] {
  const named = missing.slice(0, MOST_JUMPS);
  const lines = named.map(({ number, item }) => `第 ${number} 题：${shortened(item.text)}`);
  const more = missing.length > named.length ? ['……'] : [];
  const buttons = named.map(
    ({ number, item }): Button => [`第${number}题`, actAt(sheet, item.id, { do: 'show' })],
  );
  return [plain([...lines, ...more].join('\n')), choices('没有答完的题', ...buttons)];
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_NAMED
    ? text
    : `${characters.slice(0, LONGEST_NAMED).join('')}……`;
}

function others(sheet: Sheet, places: readonly Place[]): Button[] {
  const [first] = places;
  const last = places.at(-1);
  const back: Button[] =
    last === undefined ? [] : [['返回最后一题', actAt(sheet, last.item.id, { do: 'show' })]];
  const fromStart: Button[] =
    first === undefined ? [] : [['从头检查', actAt(sheet, first.item.id, { do: 'show' })]];
  const drop: Button[] =
    sheet.of.kind === 'survey'
      ? [['删除草稿', { kind: 'ask-drop-answers', survey: sheet.of.survey.id }]]
      : [];
  return [...back, ...fromStart, ['稍后再填', deedOf(sheet, 'put-off')], ...drop];
}

export async function reviewAnswers(
  { survey }: DeedOf<'review-answers'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openSheet(survey, on);
  return opened.ok ? review(opened.sheet, on) : instead(opened.problem);
}

export async function reviewPreview(
  { questionnaire }: DeedOf<'review-preview'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openPreview(questionnaire, on);
  return opened.ok ? review(opened.sheet, on) : instead(opened.problem);
}

const NOT_YET = '还不能提交：请先答完下面的必答题。';

/** Submits what is kept, where nothing is missing. */
export async function submitAnswers(
  { survey }: DeedOf<'submit-answers'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openSheet(survey, on);
  if (!opened.ok) return instead(opened.problem);
  const { content, answers } = opened.sheet;
  if (!answersToSubmit(content, answers).ok) return review(opened.sheet, on, { notice: NOT_YET });
  const by = { respondent: respondentOf(on), at: on.now.toISOString() };
  return {
    placement: 'turn',
    state: { ...on.state, answering: null },
    changes: [{ of: 'questionnaire', change: { kind: 'submit-answers', survey, ...by } }],
    blocks: [
      lead('问卷已提交，谢谢您的参与。'),
      plain(
        `您的草稿和填写中的按钮已经清除。问卷截止后汇总分析，不足五人的结果不显示。${carried(on)}`,
      ),
    ],
  };
}

function carried({ carrier }: Occasion): string {
  return carrier === null ? '' : `${carrier} 聊天窗口中的题目和您发来的文字，请自行删除。`;
}

export async function submitPreview(
  { questionnaire }: DeedOf<'submit-preview'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openPreview(questionnaire, on);
  if (!opened.ok) return instead(opened.problem);
  const { content, answers } = opened.sheet;
  if (!answersToSubmit(content, answers).ok) return review(opened.sheet, on, { notice: NOT_YET });
  return {
    ...inPlace([
      lead('预览结束，没有保存任何内容。'),
      plain('填写人提交以后，看到的是“问卷已提交，谢谢您的参与。”'),
      choices(
        '预览',
        ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
        ['再预览一次', { kind: 'preview-questionnaire', questionnaire }],
      ),
    ]),
    state: { ...on.state, answering: null },
  };
}
