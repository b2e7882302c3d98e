import { addDays, dateIn, timeIn } from '../../../../clock.ts';
import { problemOfPeriod } from '../../../../questionnaire/publishing/problem-of-period.ts';
import { FEWEST, type Survey } from '../../../../questionnaire/survey.ts';
import { readMoment } from '../../../../reminder/reading/read-moment.ts';
import { dateInWords } from '../../../../reminder/schedule/dates-in-words.ts';
import { type Button, choices, decision, lead, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../../feature.ts';
import { audited } from '../../people/audited.ts';
import { withPublished } from '../opened-questionnaire.ts';
import { CLOSING_TIME, shortDay } from '../publishing/publishing-times.ts';
import { closing } from './survey-page.ts';
import { surveyStateOf } from './survey-words.ts';

const SPANS = [
  ['延三天', 3],
  ['延一周', 7],
  ['延两周', 14],
] as const;

/** Goes on with a survey that is not over yet. */
function withRunning(
  published: string,
  on: PersonalOccasion,
  then: (survey: Survey) => SoonReplied,
): Promise<FeatureReply> {
  return withPublished(published, on, (survey) => {
    const state = surveyStateOf(survey, on.now);
    if (state === 'open' || state === 'not-open') return then(survey);
    return {
      placement: 'turn',
      blocks: [
        lead('这份问卷已经截止，不能再延期，也不会重新开放。需要继续调查的，请再发布一次。'),
        choices('问卷', ['填写情况', { kind: 'open-published', published }]),
      ],
    };
  });
}

export function askNewClosing(
  { published }: DeedOf<'ask-new-closing'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withRunning(published, on, (survey) => askAgain(survey, on));
}

function askAgain(
  { id: published, closesAt }: Survey,
  on: PersonalOccasion,
  problem: string | null = null,
): FeatureReply {
  const [day, time] = [dateIn(on.zone, new Date(closesAt)), clockOf(closesAt, on)];
  const buttons = SPANS.map(([label, days]): Button => {
    const date = addDays(day, days);
    return [
      `${label}（${shortDay(date)} ${time}）`,
      { kind: 'set-new-closing', published, words: `${date} ${time}` },
    ];
  });
  return {
    placement: 'turn',
    state: {
      ...on.state,
      expecting: 'words-for-questionnaire',
      questionnaireWords: { of: 'closing', published },
    },
    blocks: [
      lead(problem ?? `现在是${dateInWords(on.zone, new Date(closesAt))}截止，延到什么时候？`),
      remark('可以点选，也可以写，例如“6月30日 18:00”。'),
      choices('截止时间', ...buttons, ['不延期', { kind: 'open-published', published }]),
    ],
  };
}

function clockOf(instant: string, { zone }: PersonalOccasion): string {
  return timeIn(zone, new Date(instant)).slice(11);
}

export function setNewClosing(
  { published, words }: DeedOf<'set-new-closing'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return takeNewClosing(published, words, on);
}

/** Moves the closing of a survey to a later time. */
export function takeNewClosing(
  published: string,
  words: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withRunning(published, on, (survey) => {
    const read = readMoment(words, on.now, on.zone, CLOSING_TIME);
    if (!read.ok) return askAgain(survey, on, read.problem);
    if (read.value <= new Date(survey.closesAt)) {
      const problem = '延期要晚于现在的截止时间。要提前结束的，请返回后点“提前截止”。';
      return askAgain(survey, on, problem);
    }
    const problem = problemOfPeriod(new Date(survey.opensAt), read.value, on.now);
    if (problem !== null) return askAgain(survey, on, problem);
    const closesAt = read.value.toISOString();
    const when = dateInWords(on.zone, read.value);
    return {
      placement: 'turn',
      changes: [
        { of: 'questionnaire', change: { kind: 'move-closing', survey: published, closesAt } },
        audited('问卷延期', `${survey.content.title}，${when}截止`, on),
      ],
      blocks: [
        lead(`已延期，${when}截止。`),
        choices('问卷', ['填写情况', { kind: 'open-published', published }]),
      ],
    };
  });
}

export function confirmClosing(
  { published }: DeedOf<'ask-close-survey'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withRunning(published, on, async ({ content }) => {
    const { submitted } = await on.questionnaires.totals(published);
    const few =
      submitted < FEWEST
        ? `现在只提交了 ${submitted} 份，不足 ${FEWEST} 份，截止后答案全部清除，没有报告。`
        : `现在已提交 ${submitted} 份。`;
    return {
      placement: 'turn',
      blocks: [
        lead(`现在就截止“${content.title}”？`),
        remark(`${few}截止后不能再填写，没有提交的草稿清除，也不会重新开放。`),
        decision(
          '确认截止',
          ['确定截止', { kind: 'close-survey', published }],
          ['不截止', { kind: 'open-published', published }],
        ),
      ],
    };
  });
}

export function closeSurvey(
  { published }: DeedOf<'close-survey'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withRunning(published, on, async (survey) => {
    const { submitted } = await on.questionnaires.totals(published);
    return {
      placement: 'turn',
      changes: [closing(survey, on), audited('截止问卷', survey.content.title, on)],
      blocks: [
        lead('已截止，不再接收答卷。'),
        choices(
          '问卷',
          ...(submitted < FEWEST
            ? []
            : [['查看报告', { kind: 'open-survey-report', published }] as const]),
          ['填写情况', { kind: 'open-published', published }],
        ),
      ],
    };
  });
}
