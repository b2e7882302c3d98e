import type { DeliveryChange } from '../delivery/store.ts';
import type { Answer } from '../questionnaire/answers.ts';
import {
  isQuestion,
  type QuestionItem,
  type Questionnaire,
  SCALE,
} from '../questionnaire/questionnaire.ts';
import type { QuestionnaireChange, QuestionnaireStore } from '../questionnaire/store.ts';
import type { Respondent, Survey } from '../questionnaire/survey.ts';

const DAY_MS = 86_400_000;
const RESPONDENTS = 46;
const SUGGESTIONS = [
  '希望多安排案例教学和现场教学',
  '工学矛盾突出，集中培训的时间希望短一些',
  '多请基层一线的同志授课',
  '案例教学再多一些，少一些理论灌输',
  '课后希望多一些同行交流',
  '多讲实际工作中的案例，教学方式活一些',
  '网络课程与集中培训的内容有重复',
  '分组研讨的时间可以长一些',
  '希望按岗位分类办班',
  '请基层一线有经验的同志讲一讲怎么做',
  '集中培训安排在年初，避开工作忙的时候',
] as const;
/** Answers to which posts come first. */
const POSTS = [
  '新任职的乡镇党政正职',
  '信访和应急岗位',
  '乡镇党政正职，尤其是新任职的',
  '应急、信访岗位的业务骨干',
  '刚到岗的年轻干部',
] as const;
const CODE = 'DEM2345678';

export interface DemoSurveys {
  /** Of a survey that has been closed, with made-up answers. */
  readonly needs: Questionnaire;
  /** Of one that is open to the people of the class. */
  readonly evaluation: Questionnaire;
}

/** The one that can be answered. */
const OPEN = 'demo-evaluation';

/** One survey whose report can be read, and one that can be answered. */
export async function seedSurveys(
  store: QuestionnaireStore,
  { needs, evaluation }: DemoSurveys,
  owner: { readonly id: string; readonly name: string },
  { classId, people }: { readonly classId: string; readonly people: readonly string[] },
  now: Date,
): Promise<void> {
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();
  const closed: Survey = {
    ...{ id: 'demo-needs', questionnaire: 'demo-needs', version: 1, content: needs },
    ...{ audience: [], code: CODE, opensAt: at(-21), closesAt: at(-7), closedAt: null },
    ...{ owner: owner.id, ownerName: owner.name, publishedAt: at(-21) },
  };
  const open: Survey = {
    ...{ id: OPEN, questionnaire: OPEN, version: 1, content: evaluation },
    audience: [{ classId, unit: null, role: null }],
    ...{ code: null, opensAt: at(-1), closesAt: at(7), closedAt: null },
    ...{ owner: owner.id, ownerName: owner.name, publishedAt: at(-1) },
  };
  const written = [closed, open].map(
    ({ questionnaire, content, publishedAt }): QuestionnaireChange => ({
      ...{ kind: 'add-questionnaire', id: questionnaire, owner: owner.id, ownerName: owner.name },
      ...{ classId: null, content, note: '演示', at: publishedAt },
    }),
  );
  await store.change([
    ...written,
    { kind: 'publish-survey', survey: closed, invited: [] },
    { kind: 'publish-survey', survey: open, invited: people.toSorted() },
  ]);
  for (let number = 0; number < RESPONDENTS; number++) {
    await store.change(answersOf(number, closed, at(-14)));
  }
  await store.change([{ kind: 'close-survey', survey: closed.id, at: at(-7) }]);
}

function answersOf(number: number, survey: Survey, at: string): QuestionnaireChange[] {
  const respondent: Respondent = {
    ...{ kind: 'stranger', channel: 'demo' },
    key: `respondent-${number}`,
  };
  const about = { survey: survey.id, respondent };
  const given = survey.content.items
    .filter(isQuestion)
    .flatMap((item, place): QuestionnaireChange[] => {
      const answer = answerOf(item, mixed(number, place));
      return answer === null ? [] : [{ kind: 'keep-answer', ...about, item: item.id, answer, at }];
    });
  return [{ kind: 'begin-answers', ...about }, ...given, { kind: 'submit-answers', ...about, at }];
}

/** A made-up answer; some leave out what they may. */
function answerOf(item: QuestionItem, seed: number): Answer | null {
  switch (item.type) {
    case 'single':
      return { kind: 'single', option: seed % Math.min(item.options.length, 4), other: '' };
    case 'multiple': {
      const first = seed % Math.max(1, item.options.length - 2);
      const second = (first + 1) % Math.max(1, item.options.length - 2);
      return { kind: 'multiple', options: [...new Set([first, second])].toSorted(), other: '' };
    }
    case 'scale-pair': {
      const importance = Math.min(SCALE.length, 3 + (seed % 3));
      return { kind: 'scale-pair', importance, competence: 1 + (Math.trunc(seed / 3) % 4) };
    }
    case 'ranking': {
      const turned = item.options.map((_, place) => (place + seed) % item.options.length);
      return { kind: 'ranking', order: turned.slice(0, item.most ?? turned.length) };
    }
    case 'number':
      return { kind: 'number', value: (item.least ?? 1) + (seed % 5) };
    case 'text':
      return seed % 2 === 0 ? null : { kind: 'text', text: textOf(item.text, seed) };
    default:
      return item satisfies never;
  }
}

function textOf(question: string, seed: number): string {
  const texts = /岗位/u.test(question) ? POSTS : SUGGESTIONS;
  return texts[seed % texts.length] as string;
}

/** What asks each of the class to answer the open survey, as it would have been sent. */
export function invitationTo(
  people: readonly string[],
  { title }: Questionnaire,
  now: Date,
): DeliveryChange {
  const at = now.toISOString();
  const text = `请您填写“${title}”。填写自愿、不记名，您的意见用来改进培训。\n\n点“填写问卷”开始，可以分几次填。`;
  return {
    kind: 'add-mailing',
    mailing: {
      ...{ id: 'demo-invitation', kind: 'class', source: `survey:${OPEN}`, reminder: null },
      ...{ isUrgent: false, title: `问卷：${title}`, dueAt: at, createdAt: at },
      buttons: [{ label: '填写问卷', deed: { kind: 'open-survey', survey: OPEN } }],
    },
    deliveries: people.map((person) => ({
      ...{ id: `invitation-${person}`, person, text },
      ...{ notBefore: at, notAfter: new Date(now.getTime() + 7 * DAY_MS).toISOString() },
    })),
  };
}

/** Numbers without a pattern that one would see, the same each time. */
function mixed(respondent: number, place: number): number {
  const turned = Math.imul(respondent * 31 + place + 7, 2_654_435_761) >>> 0;
  return ((turned ^ (turned >>> 15)) >>> 3) % 997;
}
