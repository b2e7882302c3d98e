import type { Answers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import type { Survey } from '../../src/questionnaire/survey.ts';
import { CLASS, type House, makeHouse, NOON } from './house.ts';
import type { Heard, Talk } from './talk.ts';

const ANY = { hint: '', showIf: null, basis: null };

/** Small enough to be followed by eye; it has a band, content items, and words. */
export const NEEDS: Questionnaire = {
  ...{ kind: 'needs', title: '任职班培训需求问卷', introduction: '用于编制计划。' },
  audience: '县处级领导干部',
  items: [
    { ...ANY, id: 'head', type: 'section', text: '基本信息' },
    {
      ...{ ...ANY, id: 'level', type: 'single', text: '您的职务层次', isRequired: true },
      ...{ options: ['正职', '副职'], isBand: true },
    },
    {
      ...{ ...ANY, id: 'trained', type: 'single', text: '近两年是否参加过集中培训' },
      ...{ isRequired: true, options: ['参加过', '没有参加过'], isBand: false },
    },
    {
      ...{ ...ANY, id: 'law', type: 'scale-pair', text: '依法办事的能力', isRequired: true },
      ...{ pair: 'need', hasNotApplicable: true },
    },
    {
      ...{ ...ANY, id: 'digital', type: 'scale-pair', text: '数字化履职的能力', isRequired: true },
      ...{ pair: 'need', hasNotApplicable: true },
    },
    { ...ANY, id: 'words', type: 'text', text: '您的建议', isRequired: false, most: 500 },
  ],
};

export interface AuthorHouse extends House {
  /** Adds learners to the first class, by these ids. */
  learners(...ids: readonly string[]): Promise<void>;
  /** Keeps a questionnaire as somebody's own, without a dialogue. */
  keep(owner: string, content?: Questionnaire, classId?: string | null): Promise<string>;
  /** The survey that was published last. */
  latest(): Promise<Survey>;
  /** Answers it for a person and submits. */
  answer(survey: string, person: string, answers: Answers): Promise<void>;
}

export async function makeAuthorHouse(): Promise<AuthorHouse> {
  const house = await makeHouse({ GANXUN_ZONE: 'Asia/Shanghai' });
  const { questionnaires } = await house.app.records();
  return {
    ...house,
    learners: async (...ids) => {
      for (const id of ids) await house.add(id, 'learner', 'learner', CLASS.id);
    },
    keep: async (owner, content = NEEDS, classId = null) => {
      const id = `questionnaire-of-${owner}`;
      const who = { owner, ownerName: `姓名${owner}` };
      await questionnaires.change([
        { kind: 'add-questionnaire', id, ...who, classId, content, note: '起草', at: NOON },
      ]);
      return id;
    },
    latest: async () => {
      const [latest] = await questionnaires.surveys();
      if (latest === undefined) throw new Error('Nothing has been published');
      return latest;
    },
    answer: async (survey, person, answers) => {
      const respondent = { kind: 'person', person } as const;
      const at = house.app.clock.now().toISOString();
      const about = { survey, respondent, at };
      await questionnaires.change([
        { kind: 'begin-answers', survey, respondent },
        ...Object.entries(answers).map(
          ([item, answer]) => ({ kind: 'keep-answer', ...about, item, answer }) as const,
        ),
        { kind: 'submit-answers', ...about },
      ]);
    },
  };
}

/** What respondent number so-and-so answers to {@link NEEDS}. */
export function needsOf(number: number, words = ''): Answers {
  return {
    level: { kind: 'single', option: number % 2, other: '' },
    trained: { kind: 'single', option: 0, other: '' },
    law: { kind: 'scale-pair', importance: 5, competence: 2 },
    digital: { kind: 'scale-pair', importance: 4, competence: 4 },
    ...(words === '' ? {} : { words: { kind: 'text', text: words } }),
  };
}

/** Taps one button after another, each in the reply to the one before. */
export async function tapAll(
  talk: Talk,
  first: Heard,
  ...labels: readonly string[]
): Promise<Heard> {
  let heard = first;
  for (const label of labels) heard = await talk.tap(heard.button(label));
  return heard;
}
