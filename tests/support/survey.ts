import type { Answers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import type { Respondent, Survey } from '../../src/questionnaire/survey.ts';

const OPENS_AT = '2026-03-05T00:00:00.000Z';
export const WHILE_OPEN = '2026-03-06T08:00:00.000Z';
export const CLOSES_AT = '2026-03-10T00:00:00.000Z';

/** One question of each kind that the tests of the storage need; the text is not required. */
export function smallQuestionnaire(title = '年度培训需求调查'): Questionnaire {
  const any = { hint: '', showIf: null, basis: null };
  return {
    ...{ kind: 'needs', title, introduction: '用于制定年度培训计划。', audience: '县处级领导干部' },
    items: [
      {
        ...{ ...any, id: 'unit', type: 'single', text: '您所在的单位类别', isRequired: true },
        ...{ options: ['机关', '街道', '乡镇', '国企'], isBand: true },
      },
      {
        ...{ ...any, id: 'days', type: 'number', text: '您希望的学习天数', isRequired: true },
        ...{ least: 1, most: 100_000, unit: '天', isWhole: true },
      },
      {
        ...{ ...any, id: 'words', type: 'text', text: '您的其他建议', isRequired: false },
        most: 500,
      },
    ],
  };
}

export function surveyOf(id: string, fields: Partial<Survey> = {}): Survey {
  return {
    ...{ id, questionnaire: 'q', version: 1, content: smallQuestionnaire() },
    audience: [{ classId: null, unit: null, role: 'learner' }],
    ...{ code: null, opensAt: OPENS_AT, closesAt: CLOSES_AT, closedAt: null },
    ...{ owner: 't', ownerName: '教师', publishedAt: OPENS_AT },
    ...fields,
  };
}

/** What respondent number so-and-so answers to {@link smallQuestionnaire}; it is nobody else's. */
export function answersOf(number: number): Answers {
  return {
    unit: { kind: 'single', option: number % 4, other: '' },
    days: { kind: 'number', value: 1000 + number },
    words: { kind: 'text', text: `第${number}号建议` },
  };
}

export function personOf(person: string): Respondent {
  return { kind: 'person', person };
}
