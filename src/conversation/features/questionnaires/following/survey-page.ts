import { audienceInWords } from '../../../../people/audience/audience-in-words.ts';
import { FEWEST, type Survey, type SurveyTotals } from '../../../../questionnaire/survey.ts';
import { dateInWords } from '../../../../reminder/schedule/dates-in-words.ts';
import { type Button, choices, heading, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import type { Change } from '../../../store.ts';
import { withPublished } from '../opened-questionnaire.ts';
import { periodOf, type SurveyState, stateOf, surveyStateOf } from './survey-words.ts';
import { totalsLines } from './totals.ts';

/** How far a survey has come, and what can be done with it. */
export function openPublished(
  { published }: Pick<DeedOf<'open-published'>, 'published'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublished(published, on, async (survey) => {
    const state = surveyStateOf(survey, on.now);
    const totals = await on.questionnaires.totals(published);
    return {
      placement: 'turn',
      changes: state === 'closing' ? [closing(survey, on)] : [],
      blocks: [
        heading(survey.content.title),
        plain((await factsOf(survey, totals, on)).join('\n')),
        remark(remarkFor(state, totals)),
        choices('问卷', ...buttonsOf(survey, state, totals)),
      ],
    };
  });
}

/** Its time is over: whoever looks first closes it, if the service has not. */
export function closing({ id }: Survey, { now }: PersonalOccasion): Change {
  return {
    of: 'questionnaire',
    change: { kind: 'close-survey', survey: id, at: now.toISOString() },
  };
}

async function factsOf(
  survey: Survey,
  totals: SurveyTotals,
  on: PersonalOccasion,
): Promise<readonly string[]> {
  const { audience, code, version, owner, ownerName, closesAt, closedAt } = survey;
  const whom = code === null ? audienceInWords(audience, await on.people.classes()) : '凭链接填写';
  return [
    `状态：${stateOf(survey, on)}`,
    `填写时间：${periodOf(survey, on)}`,
    ...(closedAt === null || isOnTime(closedAt, closesAt)
      ? []
      : [`实际截止：${dateInWords(on.zone, new Date(closedAt))}`]),
    `填写人：${whom}`,
    ...totalsLines(totals),
    `问卷版本：第 ${version} 版`,
    ...(owner === on.person.id ? [] : [`发布：${ownerName === '' ? '未填姓名' : ownerName}`]),
  ];
}

/** To the minute, which is how times are told. */
function isOnTime(closedAt: string, closesAt: string): boolean {
  return closedAt.slice(0, 16) === closesAt.slice(0, 16);
}

function remarkFor(state: SurveyState, { submitted }: SurveyTotals): string {
  if (state === 'closing') return '填写时间已到，正在截止，请稍后再打开查看报告。';
  if (state === 'closed') {
    return submitted < FEWEST
      ? `提交不足 ${FEWEST} 份，答案已经清除，没有报告。`
      : '已经截止，不能再填写，可以查看报告。';
  }
  return `只显示合计，不显示谁填了、谁没填。截止以前不能看结果；不足 ${FEWEST} 份的，截止时答案全部清除。`;
}

function buttonsOf(
  { id: published, code, questionnaire }: Survey,
  state: SurveyState,
  { invited, submitted }: SurveyTotals,
): Button[] {
  const isRunning = state === 'open' || state === 'not-open';
  const mayRemind = state === 'open' && invited !== null && invited > submitted;
  return [
    ...(mayRemind
      ? [['提醒未填的人', { kind: 'ask-remind-respondents', published }] as const]
      : []),
    ...(code !== null && state !== 'closed'
      ? [['链接和二维码', { kind: 'show-survey-link', published }] as const]
      : []),
    ...(isRunning
      ? ([
          ['延期', { kind: 'ask-new-closing', published }],
          ['提前截止', { kind: 'ask-close-survey', published }],
        ] as const)
      : []),
    ...(state === 'closed' && submitted >= FEWEST
      ? [['查看报告', { kind: 'open-survey-report', published }] as const]
      : []),
    ...(state === 'closed' ? [] : [['刷新', { kind: 'open-published', published }] as const]),
    ['打开问卷草稿', { kind: 'open-questionnaire', questionnaire }],
    ['返回列表', { kind: 'list-questionnaires', from: 0 }],
  ];
}
