import { answeredCount, placesOf } from '../../../questionnaire/answering/places.ts';
import { choices, decision, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import { inPlace, instead } from './in-place.ts';
import { momentInWords } from './moment.ts';
import { openPreview, openSheet, respondentOf, type Sheet } from './sheet.ts';

export async function putOffAnswers(
  { survey }: DeedOf<'put-off-answers'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openSheet(survey, on);
  return opened.ok ? putOff(opened.sheet, on) : instead(opened.problem);
}

export async function leavePreview(
  { questionnaire }: DeedOf<'leave-preview'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openPreview(questionnaire, on);
  return opened.ok ? putOff(opened.sheet, on) : instead(opened.problem);
}

/** All is kept already; the next words are no answer. */
export function putOff({ of, content, answers }: Sheet, on: Occasion): FeatureReply {
  if (of.kind === 'preview') {
    const { questionnaire } = of;
    return inPlace(
      [
        lead('预览结束，没有保存任何内容。'),
        choices('问卷', ['返回问卷', { kind: 'open-questionnaire', questionnaire }]),
      ],
      { state: { ...on.state, answering: null } },
    );
  }
  const { survey } = of;
  const places = placesOf(content, answers);
  const until = momentInWords(survey.closesAt, on);
  return inPlace(
    [
      lead('已保存，还没有提交。'),
      plain(
        `“${content.title}”共 ${places.length} 题，已答 ${answeredCount(places, answers)} 题。${until}以前可以接着填，随时发送“问卷”就能找到。`,
      ),
      choices(
        '问卷',
        ['继续填写', { kind: 'fill-in-survey', survey: survey.id }],
        ['删除草稿', { kind: 'ask-drop-answers', survey: survey.id }],
      ),
    ],
    { state: { ...on.state, answering: null } },
  );
}

export async function askDropAnswers(
  { survey }: DeedOf<'ask-drop-answers'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openSheet(survey, on);
  return opened.ok ? askToDrop(opened.sheet, on) : instead(opened.problem);
}

export function askToDrop(sheet: Sheet, on: Occasion): FeatureReply {
  if (sheet.of.kind === 'preview') return putOff(sheet, on);
  const { id: survey } = sheet.of.survey;
  return inPlace(
    [
      lead('删除已填的内容吗？'),
      plain('删除以后不能恢复；截止以前仍然可以重新填写。'),
      decision(
        '删除草稿',
        ['删除', { kind: 'drop-answers', survey }],
        ['不删除，继续填写', { kind: 'fill-in-survey', survey }],
      ),
    ],
    { state: { ...on.state } },
  );
}

export async function dropAnswers(
  { survey }: DeedOf<'drop-answers'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openSheet(survey, on);
  if (!opened.ok) return instead(opened.problem);
  const change = { kind: 'drop-answers', survey, respondent: respondentOf(on) } as const;
  return inPlace(
    [
      lead('草稿已删除，没有提交任何内容。'),
      choices('问卷', ['重新填写', { kind: 'fill-in-survey', survey }]),
    ],
    { state: { ...on.state, answering: null }, changes: [{ of: 'questionnaire', change }] },
  );
}
